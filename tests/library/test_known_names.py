from macros.library.catalog import Catalog, load
from macros.library.known_names import KnownNames, of
from macros.model.entries import Organization
from macros.model.fields import validated
from tests.small_tree import Tree


def names(tree: Tree) -> KnownNames:
    tree.replace("practices/wei-yuan-ke-tang.yml", "summary:", "keywords: [三讲课堂]\nsummary:")
    return KnownNames(load(tree.root)[0])


def test_a_number_is_covered_by_a_longer_name_that_stands_there(tree: Tree) -> None:
    known, text = names(tree), "三讲课堂办了三讲"
    assert (known.covers(text, 0, 2), known.covers(text, 6, 8)) == (True, False)


def test_a_search_word_is_not_what_something_is_called(tree: Tree) -> None:
    known = names(tree)
    assert [known.calls_at("三讲课堂", 0, 2), known.calls_at("委员小组里", 2, 4), known.calls_at("小组里", 0, 2)] == [False, True, False]


def test_not_by_a_name_that_only_the_practice_itself_has(tree: Tree) -> None:
    known = names(tree)
    assert known.covers("三讲课堂", 0, 2, "wei-yuan-bian-zu")
    assert not known.covers("三讲课堂", 0, 2, "wei-yuan-ke-tang")


def test_what_is_a_name_or_part_of_one(tree: Tree) -> None:
    known = names(tree)
    assert [known.has(words) for words in ("三联", "委员小组", "建强队伍", "“委员·编组”", "板凳", "")] == [True, True, True, True, False, False]


def test_what_something_is_called_is_no_search_word_and_no_scrap_of_a_name(tree: Tree) -> None:
    tree.replace("practices/wei-yuan-bian-zu.yml", "aliases: [委员小组]", "aliases: [委员小组, “双进”编组法]")
    known = names(tree)
    asked = ("委员小组", "“委员·小组”", "双进", "双进编组法", "进编组法", "编组法", "小组", "三讲课堂", "建强队伍", "")
    assert [known.calls(words) for words in asked] == [True, True, True, True, True, False, False, False, True, False]


def test_a_covering_name_begins_before_or_ends_behind_and_may_be_the_whole_text(tree: Tree) -> None:
    known = names(tree)
    asked = (("三讲课堂", 0, 2), ("三讲课堂", 2, 4), ("三讲课堂", 1, 3), ("三讲课堂", 0, 4), ("办三讲课堂了", 1, 3), ("三讲课", 0, 2))
    assert [known.covers(*each) for each in asked] == [True, True, True, False, True, False]


def test_a_name_that_is_no_longer_or_begins_behind_covers_nothing(tree: Tree) -> None:
    tree.replace("practices/wei-yuan-ke-tang.yml", "summary:", "keywords: [三讲, 讲课堂, 课堂]\nsummary:")
    known = KnownNames(load(tree.root)[0])
    assert [known.covers("办了三讲", 2, 4), known.covers("三讲课堂", 0, 2), known.covers("三讲课堂", 1, 2)] == [False, False, True]


def test_a_name_that_another_practice_has_too_covers_for_both(tree: Tree) -> None:
    tree.replace("practices/wei-yuan-bian-zu.yml", "summary:", "keywords: [三讲课堂, 三讲课堂]\nsummary:")
    known = names(tree)
    assert known.covers("三讲课堂", 0, 2, "wei-yuan-ke-tang") and known.covers("三讲课堂", 0, 2, "wei-yuan-bian-zu")


def test_what_each_kind_is_called_is_a_name(tree: Tree) -> None:
    catalog = load(tree.root)[0]
    assert list(of(catalog, "practices", "wei-yuan-bian-zu")) == ["委员编组", "委员小组"]
    assert list(of(catalog, "terms", "t-san-lian")) == [catalog.terms["t-san-lian"].term, *(catalog.terms["t-san-lian"].expansion or "").split("、")]
    assert list(of(catalog, "topics", "party-building")) == ["党建"]
    assert list(of(catalog, "sources", "hui-bian")) == [catalog.sources["hui-bian"].title]
    problem = catalog.problems["weak-participation"]
    assert list(of(catalog, "problems", "weak-participation")) == [problem.title, *(f"?{each}" for each in problem.synonyms)]
    speech = catalog.speeches["jia-shi"]
    assert list(of(catalog, "speeches", "jia-shi")) == [speech.title, speech.short, *(s.heading for s in speech.outline if s.heading)]
    assert list(of(catalog, "practices", "nobody")) == []


def test_a_body_is_called_by_its_name_the_words_of_the_source_and_what_sets_it_apart() -> None:
    body = validated(Organization, {"name": "xx县政协", "name_state": "masked", "level": "county", "raw": "某县政协", "distinguisher": "编组"})
    plain = validated(Organization, {"name": "甲市政协", "name_state": "named", "level": "city"})
    catalog = Catalog(organizations={"x": body, "y": plain})
    assert list(of(catalog, "organizations", "x")) == ["xx县政协", "某县政协", "〔编组〕"]
    assert list(of(catalog, "organizations", "y")) == ["甲市政协"]
    assert not KnownNames(catalog).has("None")
