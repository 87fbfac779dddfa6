import pytest

from tests.small_tree import Tree

BODIES, KE_TANG, BIAN_ZU = "organizations.yml", "practices/wei-yuan-ke-tang.yml", "practices/wei-yuan-bian-zu.yml"
XX = "  name_state: masked\n"


def written(tree: Tree, apart: str = "168", name: str = "xx县政协") -> None:
    """Two entries name the body that is told apart by this word."""
    tree.with_originals()
    tree.replace(BODIES, XX, f'{XX}  distinguisher: "{apart}"\n')
    tree.replace(BIAN_ZU, "summary: 把委员编进小组", f"summary: {name}〔{apart}〕把委员编进小组")
    tree.replace("problems.yml", "  synonyms:", f"  summary: {name}〔{apart}〕谋划按行业重新编组。\n  synonyms:")


@pytest.mark.parametrize("apart", ["168", "三联"])
@pytest.mark.parametrize(("new", "place", "now"), [
    ("  distinguisher: “{}”\n", "9:18", "xx县政协〔“{}”〕"), ("  distinguisher: 编组\n", "9:18", "xx县政协〔编组〕"), ("", "6:1", "xx县政协")])
def test_what_tells_a_body_apart_is_told_where_it_was_changed(tree: Tree, apart: str, new: str, place: str, now: str) -> None:
    written(tree, apart)
    assert tree.told() == []
    tree.replace(BODIES, f'  distinguisher: "{apart}"\n', new.format(apart))
    back = f'"{apart}"' if apart.isascii() else apart
    assert tree.told() == [
        f"data/organizations.yml:{place} 错误[lost-name] 没有单位显示成“xx县政协〔{apart}〕”了，还有 2 处写着它：data/practices/wei-yuan-bian-zu.yml:3、data/problems.yml:3 | "
        f"没有要改的：这里改回 distinguisher: {back}；确要改：把上面 2 处一起改成“{now.format(apart)}”"]


def test_of_several_of_one_name_it_is_the_one_that_nobody_writes(tree: Tree) -> None:
    written(tree)
    more = "  name: xx县政协\n  name_state: masked\n  level: county\n  raw: xx县政协\n"
    tree.write(BODIES, f"{tree.read(BODIES)}ling-yi-jia:\n{more}  distinguisher: 课堂\nhai-you-yi-jia:\n{more}  distinguisher: 读书\n")
    tree.replace("problems.yml", "谋划按行业重新编组。", "谋划按行业重新编组，与xx县政协〔课堂〕不同。")
    tree.replace(BODIES, '"168"', "1068")
    assert [line.split(" | ")[0].split("，")[0] for line in tree.told() if "lost-name" in line] == [
        "data/organizations.yml:9:18 错误[lost-name] 没有单位显示成“xx县政协〔168〕”了"]


def test_what_else_is_wrong_in_that_text_stays(tree: Tree) -> None:
    written(tree)
    tree.replace(BIAN_ZU, "把委员编进小组，", "把委员编进“板凳小组”，")
    tree.replace(BODIES, '"168"', "编组")
    assert sorted(line.partition("[")[2].partition("]")[0] for line in tree.told()) == ["lost-name", "quote-in-source"]


@pytest.mark.parametrize("text", ["照甲市政协〔2022〕3号文件办。", "照某县政协〔99〕的样子办。", "照xx县政协〔169〕的样子办。"])
def test_what_is_no_name_or_is_written_once(tree: Tree, text: str) -> None:
    written(tree)
    tree.replace(KE_TANG, "summary: 开办课堂", f"summary: {text}开办课堂")
    assert not any("lost-name" in line for line in tree.told())


def test_while_bodies_cannot_be_read_nothing_is_known(tree: Tree) -> None:
    written(tree)
    tree.replace(BODIES, '"168"', "比六个字要多的区分词")
    assert not any("lost-name" in line for line in tree.told())
