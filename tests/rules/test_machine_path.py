import pytest

from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


@pytest.mark.parametrize(("written", "path"), [
    ("讲稿在 /home/zhang/kb 里。", "/home/zhang/kb"),
    (r"讲稿在 C:\Users\zhang\讲稿.docx。", r"C:\Users\zhang"),
])
def test_a_path_of_somebodys_computer(tree: Tree, written: str, path: str) -> None:
    tree.replace(KE_TANG, "请委员轮流讲课。", written)
    (line,) = tree.told()
    assert line.startswith(f"data/{KE_TANG}:")
    assert line.endswith(f"错误[leaked-path] 这里有本机的路径 {path} | 删去路径，只写文件的名称")


def test_other_strokes_pass(tree: Tree) -> None:
    tree.replace(KE_TANG, "请委员轮流讲课。", "每月/每季请委员讲课。")
    assert tree.told() == []
