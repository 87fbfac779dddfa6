"""`kb new`: asks in Chinese, writes a skeleton whose gaps the check names, never overwrites."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from macros.cli import main, new
from tests.small_tree import Tree


@pytest.fixture(autouse=True)
def _in_the_library(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree.root.parent)
    monkeypatch.delenv("DATA", raising=False)


def kb(*arguments: str, answers: str | None = None) -> Result:
    return CliRunner().invoke(main, ["new", *arguments], input=answers, prog_name="kb")


def test_flags_fill_the_skeleton(tree: Tree) -> None:
    result = kb("practice", "--no-input", "--title", "议事长廊", "--form", "平台载体", "--topic", "委员履职",
                "--speech", "jia-shi", "--at", "2.2")
    assert result.output == """\
写好了 data/practices/yi-shi-chang-lang.yml，里面有 3 处“待填”。
接下来：
  1. 打开它，按每个字段上面的说明填好“待填”；用不上的可选字段不用管。
  2. 运行 kb check data/practices/yi-shi-chang-lang.yml，照提示改到没有错误。
  3. 运行 make serve，看页面对不对。
"""
    lines = tree.read("practices/yi-shi-chang-lang.yml").splitlines()
    assert lines[0] == "# yaml-language-server: $schema=../../schema/practices.json"
    assert {"title: 议事长廊", "form: platform", "topics: [member-duty]", "  - speech: jia-shi", '    at: ["2.2"]'} <= set(lines)
    assert {line.partition(" ")[2].partition(" | ")[0] for line in tree.told()} == {
        "错误[to-fill] 有 3 处待填：第 7 行摘要、第 25 行进展、第 35 行内容"}


def test_a_filled_skeleton_passes_the_check(tree: Tree) -> None:
    kb("practice", "--no-input", "--title", "议事长廊", "--form", "platform", "--topic", "member-duty", "--speech", "jia-shi", "--at", "2.2")
    path = "practices/yi-shi-chang-lang.yml"
    for answer in ("在长廊里议事。", "unclear", "居民随到随谈"):
        tree.replace(path, "待填", answer)
    assert tree.told() == []


def test_questions_are_asked_in_chinese_and_the_id_is_proposed(tree: Tree) -> None:
    result = kb("practice", answers="议事长廊\n\n制度机制\n\n\n\n")
    assert "做法叫什么（用原文的叫法）：" in result.output
    assert "编号 [yi-shi-chang-lang]：" in result.output
    assert "form: mechanism" in tree.read("practices/yi-shi-chang-lang.yml")


def test_a_speech_that_is_still_a_draft_can_be_named(tree: Tree) -> None:
    tree.replace("speeches/jia-shi.yml", "short: ", "short: 待填 # ")
    result = kb("practice", "--no-input", "--title", "议事长廊", "--speech", "jia-shi")
    assert result.exit_code == 0, result.output
    assert "  - speech: jia-shi" in tree.read("practices/yi-shi-chang-lang.yml").splitlines()


def test_a_practice_that_is_there_already_is_named(tree: Tree) -> None:
    result = kb("practice", "--no-input", "--title", "委员大课堂")
    assert result.stderr == (
        "库里已有“委员课堂”（practices/wei-yuan-ke-tang.yml）。是同一个做法，就到那里的 accounts 加一项，不必新建。\n")
    assert (tree.root / "practices" / "wei-yuan-da-ke-tang.yml").exists()


def test_a_speech_has_as_many_paragraphs_as_told(tree: Tree) -> None:
    result = kb("speech", "--no-input", "--title", "再谈编组", "--short", "再谈", "--order", "3", "--source", "研讨发言汇编",
                "--organization", "甲市政协", "--paragraphs", "3")
    assert result.exit_code == 0
    text = tree.read("speeches/zai-tan.yml")
    assert text.count("- gist: 待填") == 3
    assert "source: hui-bian\n" in text and "organization: jia-shi-zheng-xie\n" in text
    assert {line.partition("[")[2].partition("]")[0] for line in tree.told()} == {"to-fill", "untold-paragraph"}


@pytest.mark.parametrize(("arguments", "message"), [
    (["practice", "--no-input"], "缺少 --title。"),
    (["practice", "--no-input", "--title", "甲", "--id", "甲"], "编号“甲”不能用：只许小写字母、数字和连字符，最多 64 个字符。"),
    (["practice", "--no-input", "--title", "甲", "--id", "jia-shi"], "编号“jia-shi”已经用了，换一个，例如 jia-shi-2。"),
    (["practice", "--no-input", "--title", "甲乙", "--form", "组织设制"], "没有“组织设制”这个类型。是不是 organization（组织设置）？"),
    (["practice", "--no-input", "--title", "甲乙", "--topic", "团结"],
     "没有“团结”这个专题。可写：member-duty 委员履职、party-building 党建"),
    (["practice", "--no-input", "--title", "甲", "--data", "nothing"], "没有“nothing”这个数据文件夹：在库的根文件夹里运行，或用 --data 指明。"),
])
def test_a_wrong_answer_is_told_and_nothing_is_written(tree: Tree, arguments: list[str], message: str) -> None:
    before = sorted(tree.root.rglob("*"))
    result = kb(*arguments)
    assert result.exit_code == 2
    assert f"出错了：{message}" in result.output
    assert sorted(tree.root.rglob("*")) == before


def test_what_is_there_is_never_overwritten(tree: Tree) -> None:
    tree.write("practices/yi-shi.yml", "title: [坏的")
    result = kb("practice", "--no-input", "--title", "议事", "--id", "yi-shi")
    assert result.exit_code == 2
    assert tree.read("practices/yi-shi.yml") == "title: [坏的"


@pytest.mark.parametrize("kind", ["practice", "speech"])
def test_a_draft_of_the_same_title_is_named(tree: Tree, kind: str) -> None:
    assert kb(kind, "--no-input", "--title", "议事长廊").exit_code == 0
    before = sorted(tree.root.rglob("*"))
    folder = {"practice": "practices", "speech": "speeches"}[kind]
    done = kb(kind, "--no-input", "--title", "议事长廊")
    assert (done.exit_code, done.output) == (
        1, f"出错了：已经有“议事长廊”的草稿（data/{folder}/yi-shi-chang-lang.yml），还没有填好，没有另建一份。\n"
           "  改法：接着填那一份；真的是另一条，用 --id 给它另一个编号。\n")
    assert sorted(tree.root.rglob("*")) == before
    assert kb(kind, "--no-input", "--title", "议事长廊", "--id", "chang-lang").exit_code == 0


def test_one_that_somebody_makes_at_the_same_time_is_left_alone(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    def taken(file: Path, content: bytes) -> None:
        raise FileExistsError(file)

    monkeypatch.setattr(new.writing, "create", taken)
    result = kb("practice", "--no-input", "--title", "议事长廊")
    assert result.exit_code == 1
    assert result.output.startswith("出错了：data/practices/yi-shi-chang-lang.yml 刚刚有人建好了，没有动它。\n  改法：打开它看看")
