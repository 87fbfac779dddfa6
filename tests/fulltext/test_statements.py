from macros.fulltext import originals, statements
from macros.fulltext.statements import Speeches, Statement
from macros.library.catalog import load
from tests.small_tree import Tree

BIAN_ZU = "practices/wei-yuan-bian-zu.yml"


def of(tree: Tree) -> dict[str, Statement]:
    catalog, _ = load(tree.root)
    speeches = Speeches(catalog, originals.load(tree.root, catalog))
    return {"/".join(map(str, (s.entry_id, *s.place))): s for kind in ("practices", "speeches", "problems")
            for entry_id in catalog.of(kind) for s in statements.of(catalog, speeches, kind, entry_id)}


def test_a_point_rests_on_its_own_places_a_summary_on_all(tree: Tree) -> None:
    tree.with_originals()
    found = of(tree)
    point, summary = found["wei-yuan-bian-zu/accounts/1/points/0/text"], found["wei-yuan-bian-zu/summary"]
    assert ([g.number for g in point.cited], [g.number for g in point.rest]) == ([1], [2])
    assert [g.label for g in summary.cited] == ["《编组与课堂》第2段", "《县里的编组》第1段", "《县里的编组》第2段"]
    assert "让委员动起来" in point.around
    assert "xx县政协" in point.around


def test_what_is_unsaid_rests_on_whole_speeches_and_an_outline_on_its_paragraph(tree: Tree) -> None:
    tree.with_originals()
    found = of(tree)
    assert (len(found["wei-yuan-bian-zu/unsaid/0"].cited), found["wei-yuan-bian-zu/unsaid/0"].rest) == (4, ())
    assert [g.number for g in found["jia-shi/outline/1/paragraphs/0/items/1/gist"].cited] == [2]


def test_without_all_its_texts_nothing_is_a_statement(tree: Tree) -> None:
    assert of(tree) == {}


def test_links_are_blanked(tree: Tree) -> None:
    tree.with_originals()
    assert of(tree)["wei-yuan-bian-zu/accounts/1/points/1/text"].text == "发挥“" + "\0" * 14 + "”的作用"


def test_all_rules_look_at_the_same_statements_each_at_those_that_it_wants(tree: Tree) -> None:
    tree.with_originals()
    catalog, _ = load(tree.root)
    texts = originals.load(tree.root, catalog)
    one, other = (list(statements.wrong(catalog, texts, code, lambda text: "发挥" in text, list)) for code in ("one", "other"))
    assert [each.text for each in one] == ["发挥“" + "\0" * 14 + "”的作用"]
    assert one[0] is other[0]


def test_a_body_that_two_speeches_share_is_one_ground_for_every_practice(tree: Tree) -> None:
    tree.with_originals()
    found = of(tree)
    assert found["wei-yuan-bian-zu/summary"].cited[0] is found["wei-yuan-bian-zu/title"].cited[0]


def test_a_problem_rests_on_the_speeches_that_name_or_answer_it(tree: Tree) -> None:
    tree.with_originals()
    tree.replace("problems.yml", "weak-participation:\n", "weak-participation:\n  summary: 参加的人少。\n") if "summary" not in tree.read("problems.yml") else None
    problem = next(s for place, s in of(tree).items() if place.endswith("/summary") and s.kind == "problems")
    assert {g.speech for g in problem.cited} == {"jia-shi", "yi-xian"}
