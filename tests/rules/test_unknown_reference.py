import pytest

from tests.small_tree import Tree

BIAN_ZU = "practices/wei-yuan-bian-zu.yml"
KE_TANG = "practices/wei-yuan-ke-tang.yml"


def test_a_misspelt_topic(tree: Tree) -> None:
    tree.replace(KE_TANG, "topics: [member-duty]", "topics: [member-dutty]")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:4:10 错误[unknown-reference] 没有编号为“member-dutty”的专题 | 是不是 member-duty（委员履职）？没有就先新建这个专题",
    ]


def test_an_id_of_another_kind(tree: Tree) -> None:
    tree.replace(KE_TANG, "topics: [member-duty]", "topics: [weak-participation]")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:4:10 错误[unknown-reference] “weak-participation”是问题的编号，这里要写专题的编号 | 先新建这个专题，或改成已有的编号：member-duty（委员履职）、party-building（党建）",
    ]


def test_of_the_id_of_another_kind_nothing_like_it_is_asked_for(tree: Tree) -> None:
    tree.replace("problems.yml", "weak-participation:", "member-dutty:")
    tree.replace(BIAN_ZU, "problems: [weak-participation]", "problems: [member-dutty]")
    tree.replace(KE_TANG, "topics: [member-duty]", "topics: [member-dutty]")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:4:10 错误[unknown-reference] “member-dutty”是问题的编号，这里要写专题的编号 | 先新建这个专题，或改成已有的编号：member-duty（委员履职）、party-building（党建）",
    ]


def test_where_two_have_the_same_title_the_nearest_id_is_asked_for_all_the_same(tree: Tree) -> None:
    tree.replace("topics.yml", "title: 党建", "title: 委员履职")
    tree.replace(KE_TANG, "topics: [member-duty]", "topics: [member-dutty]")
    assert [line.rpartition(" | ")[2] for line in tree.told() if "unknown-reference" in line] == [
        "是不是 member-duty（委员履职）？没有就先新建这个专题"]


def test_a_link_to_nothing(tree: Tree) -> None:
    tree.replace(BIAN_ZU, "to: wei-yuan-ke-tang", "to: mei-you")
    assert tree.told() == [
        "data/practices/wei-yuan-bian-zu.yml:22:10 错误[unknown-reference] 没有编号为“mei-you”的做法 | 先新建这个做法，或改成已有的编号：wei-yuan-bian-zu（委员编组）、wei-yuan-ke-tang（委员课堂）",
    ]


def test_a_former_id(tree: Tree) -> None:
    tree.replace(KE_TANG, "added: 2026-11-24", "added: 2026-11-24\nformerly: [jiu-ke-tang]")
    tree.replace(BIAN_ZU, "to: wei-yuan-ke-tang", "to: jiu-ke-tang")
    assert tree.told() == [
        "data/practices/wei-yuan-bian-zu.yml:22:10 错误[former-reference] 做法“jiu-ke-tang”改了编号 | 写 wei-yuan-ke-tang（委员课堂）",
    ]


@pytest.mark.parametrize(("file", "old", "new", "what"), [
    ("speeches/yi-xian.yml", "source: hui-bian", "source: mei-you", "来源"),
    ("speeches/yi-xian.yml", "organization: xx-xian-zheng-xie", "organization: mei-you", "单位"),
    (BIAN_ZU, "party-building]", "mei-you]", "专题"),
    (BIAN_ZU, "problems: [weak-participation]", "problems: [weak-participation, mei-you]", "问题"),
    (BIAN_ZU, "- speech: yi-xian", "- speech: mei-you", "发言"),
    (BIAN_ZU, "{to: wei-yuan-ke-tang, as: complement}", "{to: mei-you, as: complement}", "做法"),
    (BIAN_ZU, "added: ", "distinct_from: [{to: mei-you, why: 两回事}]\nadded: ", "做法"),
    ("problems.yml", "{speech: yi-xian,", "{speech: mei-you,", "发言"),
    ("terms.yml", "{speech: yi-xian,", "{speech: mei-you,", "发言"),
])
def test_wherever_an_entry_names_another_it_must_be_there(tree: Tree, file: str, old: str, new: str, what: str) -> None:
    tree.replace(file, old, new)
    said = [line for line in tree.told() if "错误[unknown-reference]" in line]
    assert len(said) == 1
    assert said[0].startswith(f"data/{file}:")
    assert f"没有编号为“mei-you”的{what}" in said[0]


@pytest.mark.parametrize(("wrong", "cure"), [
    ("xx-xian-zheng-xie-2", "先新建这个单位"), ("xx-xia-zheng-xie", "先新建这个单位"), ("xx-xiann-zheng-xie", "是不是 xx-xian-zheng-xie")])
def test_another_place_or_another_number_is_no_slip(tree: Tree, wrong: str, cure: str) -> None:
    tree.replace("speeches/yi-xian.yml", "organization: xx-xian-zheng-xie", f"organization: {wrong}")
    (said,) = [line for line in tree.told() if "错误[unknown-reference]" in line]
    assert said.partition(" | ")[2].startswith(cure)
