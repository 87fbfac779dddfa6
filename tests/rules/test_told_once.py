import pytest

from tests.small_tree import Tree

BIAN_ZU = "practices/wei-yuan-bian-zu.yml"
KE_TANG = "practices/wei-yuan-ke-tang.yml"


def codes(tree: Tree) -> list[str]:
    tree.with_originals()
    return [f"{line.split(':')[0]} {line.partition('[')[2].partition(']')[0]}" for line in tree.told() if "original-text" not in line]


def test_a_formulation_with_a_slip_is_not_told_again_where_it_is_quoted_right(tree: Tree) -> None:
    text = "按小组走进社区听取街坊邻居关于停车和养老的意见"
    tree.write("formulations.yml", f"tf-yi-jian:\n  text: {text.replace('停车', '停水')}\n  at:\n    - {{speech: jia-shi, at: [\"2\"]}}\n")
    tree.replace(BIAN_ZU, "全体委员都编入小组", f"“{text}”")
    assert codes(tree) == ["data/formulations.yml name-as-written"]


def test_a_term_with_a_slip_is_not_told_again_where_it_is_used(tree: Tree) -> None:
    tree.replace("terms.yml", "term: 三联", "term: 四联")
    tree.replace(BIAN_ZU, "“[[t-san-lian]]”", "“三联”")
    assert codes(tree) == ["data/terms.yml name-as-written"]


def test_nor_that_it_counts_other_than_it_lists(tree: Tree) -> None:
    tree.replace("terms.yml", "term: 三联\n  unexplained: true", "term: 四联\n  expansion: 联系点、联络点、联络簿")
    assert codes(tree) == ["data/terms.yml name-as-written"]


def test_what_is_wrong_by_itself_stays(tree: Tree) -> None:
    tree.replace("terms.yml", "term: 三联", "term: 四联")
    tree.replace(BIAN_ZU, "谋划按行业编组", "谋划“多联多带”编组")
    assert codes(tree) == ["data/practices/wei-yuan-bian-zu.yml undefined-term", "data/terms.yml name-as-written"]


@pytest.mark.parametrize(("text", "code"), [
    ("由镇长周大山主持", "named-person"),
    ("委员轮流讲课，称为“板凳主持人”", "quote-in-source"),
    ("由镇长主持", "doer-in-source"),
])
def test_who_does_it_is_not_told_beside_what_is_wrong_with_his_words(tree: Tree, text: str, code: str) -> None:
    before = next(line for line in tree.read(KE_TANG).split("\n") if "text: 委员轮流讲课" in line)
    tree.replace(KE_TANG, before, f"      - {{aspect: lead, text: {text}}}")
    assert codes(tree) == [f"data/{KE_TANG} {code}"]


def test_a_cue_that_the_source_does_not_have_says_nothing_of_progress(tree: Tree) -> None:
    tree.replace("practices/wei-yuan-ke-tang.yml", "cue: 正在", "cue: 拟于明年")
    assert codes(tree) == ["data/practices/wei-yuan-ke-tang.yml cue-in-source"]


@pytest.mark.parametrize(("point", "told"), [
    ("发挥“五联动”机制的作用", "number-in-source"),  # and not that the glossary has it not
    ("称为“听意见、议停水、议养老、议修路”", "quote-in-source"),  # and not which one is not listed
    ("“走进社区、走进街坊、走进邻居”", "formulation-whole"),  # and not that the quotation is another
])
def test_of_several_that_speak_of_the_same_words_one_is_told(tree: Tree, point: str, told: str) -> None:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace(
        "由委员轮流登台", '由委员轮流登台,听意见、议停车、议养老、议修路,走进社区、走进街坊、走进邻里,发挥"四联动"机制作用'))
    tree.write("formulations.yml", 'tf-zou-jin:\n  text: 走进社区、走进街坊、走进邻里\n  at:\n    - {speech: jia-shi, at: ["2"]}\n')
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: {point}")
    assert [line.partition("[")[2].partition("]")[0] for line in tree.told() if KE_TANG in line] == [told]


def test_what_is_to_be_filled_in_is_no_sentence_without_a_stop(tree: Tree) -> None:
    tree.replace(BIAN_ZU, "summary: 把委员编进小组，按小组开展活动。", "summary: 待填")
    assert codes(tree) == [f"data/{BIAN_ZU} to-fill"]


def test_an_exemption_is_judged_once_nothing_else_is_wrong_with_its_entry(tree: Tree) -> None:
    tree.replace(KE_TANG, "added: ", "exempt: [{rule: summary-stop, why: 摘要是引来的一句}]\nadded: ")
    tree.replace(KE_TANG, "cue: 正在", "cue: 拟于明年")
    assert codes(tree) == [f"data/{KE_TANG} cue-in-source"]
    tree.replace(KE_TANG, "cue: 拟于明年", "cue: 正在")
    assert codes_of(tree) == [f"data/{KE_TANG} useless-exemption"]


def test_while_the_names_of_terms_are_not_known_nothing_is_called_copied(tree: Tree) -> None:
    tree.replace(KE_TANG, 'at: ["2.2"]', 'at: ["2"]')
    tree.replace(KE_TANG, "委员轮流讲课}", "按小组走进社区听取街坊邻居关于停车和养老的意见}")
    assert any("copied-text" in code for code in codes(tree))
    tree.write("terms.yml", tree.read("terms.yml") * 2)
    assert [code.split()[1] for code in codes_of(tree)] == ["duplicate-key"]


def codes_of(tree: Tree) -> list[str]:
    """The same with the full texts that are there already."""
    return [f"{line.split(':')[0]} {line.partition('[')[2].partition(']')[0]}" for line in tree.told() if "original-text" not in line]
