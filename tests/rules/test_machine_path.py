import pytest

from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


@pytest.mark.parametrize(("written", "path"), [
    ("讲稿在 /home/zhang/kb 里。", "/home/zhang/kb"),
    (r"讲稿在 C:\Users\zhang\讲稿.docx。", r"C:\Users\zhang\讲稿.docx"),
    (r"讲稿在D:\资料\讲稿.docx，另有一份。", r"D:\资料\讲稿.docx"),
    ("讲稿在 E:/资料/讲稿.docx 里。", "E:/资料/讲稿.docx"),
    (r"讲稿在\\wen-jian\共享\讲稿。", r"\\wen-jian\共享\讲稿"),
    ("讲稿见 file:///srv/讲稿.docx。", "file:///srv/讲稿.docx"),
    ("讲稿见 vscode://file/srv/a.md。", "vscode://file/srv/a.md"),
    ("讲稿在~/讲稿.docx。", "~/讲稿.docx"),
    ("讲稿在/home/zhang。", "/home/zhang"),
])
def test_a_path_of_somebodys_computer(tree: Tree, written: str, path: str) -> None:
    tree.replace(KE_TANG, "请委员轮流讲课。", written)
    (line,) = tree.told()
    assert line.startswith(f"data/{KE_TANG}:")
    assert line.endswith(f"错误[leaked-path] 这里有本机的路径 {path} | 删去路径，只写文件的名称")


@pytest.mark.parametrize("written", ["每月/每季请委员讲课。", "见 https://www.example.org/home/a/b。", "第1/2段：甲/乙。", "每2~3/年请委员讲课。"])
def test_other_strokes_pass(tree: Tree, written: str) -> None:
    tree.replace(KE_TANG, "请委员轮流讲课。", written)
    assert tree.told() == []
