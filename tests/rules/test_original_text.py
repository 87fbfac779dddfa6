from tests.small_tree import Tree

JIA = "speeches/jia-shi.yml"
YI = "speeches/yi-xian.yml"


def test_another_number_of_masks(tree: Tree) -> None:
    tree.with_originals()
    tree.replace(JIA, "masks: 1", "masks: 2")
    assert tree.told() == [
        "data/speeches/jia-shi.yml:16:16 错误[original-text] 第2段写了 2 处隐去，原文有 1 处 | 写 masks: 1（连着的 x 算一处，x-x 算两处）",
    ]


def test_another_number_of_items(tree: Tree) -> None:
    tree.with_originals()
    tree.replace(JIA, "gist: 开办课堂}", "gist: 开办课堂}\n          - {marker: 三是, gist: 多写的}")
    assert tree.told() == [
        "data/speeches/jia-shi.yml:13:9 错误[original-text] 第2段写了 3 项，原文有 2 项 | “一是、二是”各写一项",
    ]


def test_items_where_the_text_has_none(tree: Tree) -> None:
    tree.with_originals()
    tree.replace(YI, "      - {gist: 拟设立联络点。}", "      - {gist: 拟设立联络点。, items: [{marker: 一方面, gist: 设立}]}")
    found, = tree.told()
    assert found.endswith(
        "第2段写了 1 项，原文有 0 项 | 删去各项（items）：段首或句首的“一是、二是、一方面”才算项，逗号后面的不算")


def test_another_number_of_paragraphs(tree: Tree) -> None:
    tree.with_originals()
    tree.replace(YI, "      - {gist: 拟设立联络点。}", "      - {gist: 拟设立联络点。}\n      - {gist: 多写的。, no_practice: 提要求}")
    assert tree.told() == [
        "data/speeches/yi-xian.yml:6:1 错误[original-text] 提纲有 3 段，原文有 2 段 | 对照原文，一段写一项；标题和小标题不算段",
    ]


def test_another_text(tree: Tree) -> None:
    tree.with_originals()
    tree.replace("sources/hui-bian.yml", "year: 2024", "year: 2024\nsha256: 0000000000000000000000000000000000000000000000000000000000000000")
    assert tree.told() == [
        "data/sources/hui-bian.yml:4:9 错误[original-text] originals/hui-bian.txt 不是登记的那一份，它的全文校验值是 2cd45998816320120af65683715302a9656d971a204e435898f6896381b3de88 | 换回登记时的全文；确是更正过的，就重新核对各篇，再改全文校验值（sha256）",
    ]


def test_a_speech_that_the_text_does_not_have(tree: Tree) -> None:
    tree.with_originals()
    tree.replace(YI, "order: 2", "order: 3")
    assert tree.told() == [
        "data/speeches/yi-xian.yml:3:8 错误[original-text] originals/hui-bian.txt 里认得出 2 篇，没有第 3 篇 | "
        "核对篇次（order）；全文不全的，用 kb import 重新放入。先改好它：这一篇暂不与全文对照",
    ]
