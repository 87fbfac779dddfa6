from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def test_a_sentence_of_the_source(tree: Tree) -> None:
    tree.with_originals()
    tree.replace(KE_TANG, 'at: ["2.2"]', 'at: ["2"]')
    tree.replace(KE_TANG, "委员轮流讲课}", "按小组走进社区听取街坊邻居关于停车和养老的意见}")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:10:29 错误[copied-text] 连续 23 个字与原文相同：按小组走进社区听取街坊邻居关于停车和养老的意见 | 用自己的话写；事实照搬，句子不照搬。是提法，就整句放进“”，并写进 data/formulations.yml",
    ]


def test_what_is_shorter_or_only_a_name_may_stand(tree: Tree) -> None:
    tree.with_originals()
    tree.replace(KE_TANG, 'at: ["2.2"]', 'at: ["2"]')
    tree.replace(KE_TANG, "委员轮流讲课}", "走进社区听取街坊邻居关于停车的意见}")
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace(
        "由委员轮流登台。", "讲的有停车管理办法、养老服务补贴、垃圾分类投放,要做到“人人上讲台、月月有新课、年年出成果、事事有回音”。"))
    tree.replace(KE_TANG, "开办课堂，请委员轮流讲课。", "讲停车管理办法、养老服务补贴、垃圾分类投放，要“人人上讲台、月月有新课、年年出成果、事事有回音”。")
    assert tree.told() == []


def test_a_formulation_of_the_list_stands_in_quotation_marks_only(tree: Tree) -> None:
    tree.with_originals()
    tree.write("formulations.yml", "tf-lian-luo:\n  text: 按小组走进社区听取街坊邻居关于停车和养老的意见\n")
    tree.replace(KE_TANG, 'at: ["2.2"]', 'at: ["2"]')
    tree.replace(KE_TANG, "委员轮流讲课}", "按小组走进社区听取街坊邻居关于停车和养老的意见}")
    assert ["copied-text" in line for line in tree.told()] == [True]
    tree.replace(KE_TANG, "按小组走进社区听取街坊邻居关于停车和养老的意见}", "“按小组走进社区听取街坊邻居关于停车和养老的意见”}")
    assert tree.told() == []


def test_without_the_full_text_nothing_is_said(tree: Tree) -> None:
    tree.replace(KE_TANG, "委员轮流讲课}", "按小组走进社区听取街坊邻居关于停车和养老的意见}")
    assert tree.told() == []


def test_a_name_may_be_as_long_as_it_is_in_the_source(tree: Tree) -> None:
    tree.with_originals()
    words = "按小组走进社区听取街坊邻居关于停车和养老的意见"
    tree.replace(KE_TANG, "label: 每月讲课", f"label: {words}")
    tree.replace(KE_TANG, "summary:", f"aliases: [{words}]\nsummary:")
    assert [line for line in tree.told() if "[copied-text]" in line] == []
