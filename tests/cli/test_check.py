"""`kb check` as an editor calls it."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from macros.cli import main
from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


@pytest.fixture(autouse=True)
def _in_the_library(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree.root.parent)
    for name in ("DATA", "DOCS"):
        monkeypatch.delenv(name, raising=False)


def kb(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments], prog_name="kb")


def test_a_good_library_passes() -> None:
    result = kb()
    assert (result.exit_code, result.output) == (0, "检查通过：没有错误，没有提醒。\n")


def test_a_finding_is_shown_with_its_line_cure_and_section(tree: Tree) -> None:
    tree.replace(KE_TANG, "form: platform", "form: 组织设制")
    result = kb()
    assert (result.exit_code, result.output) == (1, """\
data/practices/wei-yuan-ke-tang.yml:3:7: 错误[unknown-value] 类型（form）没有“组织设制”这一项
    form: 组织设制
          ^
  改法：写 organization（组织设置）；可写：organization（组织设置）、mechanism（制度机制）、platform（平台载体）、activity（活动品牌）、method（工作方法）、incentive（考核激励）
  说明：docs/contributing/rules.md#unknown-value
检查完毕：1 处错误，0 处提醒。
""")


def test_reminders_alone_do_not_fail(tree: Tree) -> None:
    tree.replace(KE_TANG, "讲课。", "讲课")
    result = kb()
    assert result.exit_code == 0
    assert result.output.endswith("检查完毕：0 处错误，1 处提醒。\n")


def test_only_the_named_files_are_told_of(tree: Tree) -> None:
    tree.replace(KE_TANG, "form: platform", "form: x")
    tree.replace("topics.yml", "order: 1", "order: x")
    assert "topics.yml" not in kb(f"data/{KE_TANG}").output
    assert kb("data/terms.yml").output == "检查通过：没有错误，没有提醒。\n"
    assert kb(str(tree.root / "topics.yml")).exit_code == 1


def test_findings_come_in_the_order_of_files_and_lines(tree: Tree) -> None:
    tree.replace("topics.yml", "order: 1", "order: x")
    tree.replace(KE_TANG, "form: platform", "form: x")
    tree.replace(KE_TANG, "委员课堂", "")
    first = [line.partition(": ")[0] for line in kb().output.splitlines() if line.startswith("data/")]
    assert first == [f"data/{KE_TANG}:1:7", f"data/{KE_TANG}:3:7", "data/topics.yml:5:10"]


def test_json_for_programs(tree: Tree) -> None:
    tree.replace(KE_TANG, "form: platform", "form: x")
    result = kb("--format", "json")
    assert result.exit_code == 1
    assert [f["code"] for f in json.loads(result.output)["findings"]] == ["unknown-value"]


def test_formats_of_the_forges(tree: Tree) -> None:
    assert kb("--format", "github").output == ""
    assert json.loads(kb("--format", "gitlab").output) == []
    tree.replace(KE_TANG, "form: platform", "form: x")
    assert kb("--format", "github").output.startswith(f"::error file=data/{KE_TANG},line=3,col=7,title=unknown-value::")
    assert json.loads(kb("--format", "gitlab").output)[0]["location"]["path"] == f"data/{KE_TANG}"


def test_fix_mends_what_is_safe_and_tells_of_it(tree: Tree) -> None:
    before = tree.read(KE_TANG)
    tree.replace(KE_TANG, "{aspect: how, text: 委员轮流讲课}", "{text: 委员 轮流讲课, aspect: how}   # 说明")
    result = kb("--fix")
    assert result.exit_code == 0
    assert f"--- data/{KE_TANG}\n+++ data/{KE_TANG}\n" in result.output
    assert result.output.endswith(f"改好了 1 个文件：data/{KE_TANG}\n检查通过：没有错误，没有提醒。\n")
    assert tree.read(KE_TANG) == before.replace("委员轮流讲课}", "委员轮流讲课}   # 说明")


def test_fix_leaves_other_files_alone(tree: Tree) -> None:
    tree.replace(KE_TANG, "{aspect: how, text: 委员轮流讲课}", "{text: 委员轮流讲课, aspect: how}")
    before = tree.read(KE_TANG)
    kb("--fix", "data/topics.yml")
    assert tree.read(KE_TANG) == before


def test_fix_never_touches_what_is_broken(tree: Tree) -> None:
    tree.write(KE_TANG, "title: [甲 乙\n")
    assert kb("--fix").exit_code == 1
    assert tree.read(KE_TANG) == "title: [甲 乙\n"


@pytest.mark.parametrize(("arguments", "message"), [
    (["--data", "nothing"], "没有“nothing”这个数据文件夹：在库的根文件夹里运行，或用 --data 指明。"),
    (["README.md"], "“README.md”不在数据文件夹 data 里，也不是手写页面。"),
    (["--format", "xml"], "'--format' 写的不对：“xml”不在可写的里面：'text', 'json', 'github', 'gitlab'。"),
    (["--formt", "json"], "没有“--formt”这个选项。"),
    (["--format"], "选项“--format”后面要写内容。"),
])
def test_a_wrong_call_is_told_in_chinese(arguments: list[str], message: str) -> None:
    result = kb(*arguments)
    assert result.exit_code == 2
    assert f"出错了：{message}" in result.output
    assert "Usage" not in result.output and "Try" not in result.output


def test_help_is_in_chinese() -> None:
    whole = CliRunner().invoke(main, ["--help"], prog_name="kb").output
    assert whole.startswith("用法： kb [选项] 命令 [参数]...")
    assert "check" in whole and "显示这段说明。" in whole
    assert not {"Usage", "Options", "Commands", "Show"} & set(whole.replace(":", " ").split())
    assert kb("--help").output.startswith("用法： kb check [选项] [文件]...")


def test_an_unknown_command_is_told_in_chinese() -> None:
    result = CliRunner().invoke(main, ["chek"], prog_name="kb")
    assert (result.exit_code, "出错了：没有“chek”这个命令。" in result.output) == (2, True)


def test_the_data_folder_can_be_elsewhere(tree: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree.replace(KE_TANG, "form: platform", "form: x")
    tree.root.rename(tmp_path / "elsewhere")
    monkeypatch.setenv("DATA", "elsewhere")
    assert kb().output.startswith(f"elsewhere/{KE_TANG}:3:7:")


@pytest.mark.parametrize(("name", "content", "told"), [
    ("hui-bian.txt", "发言".encode("gbk"), "data/originals/hui-bian.txt:1:1: 错误[original-unreadable] 这份原文不是 UTF-8 编码"),
    ("hui-bian.docx", b"PK", "data/originals/hui-bian.docx:1:1: 错误[original-name] 这份原文不属于哪个来源"),
    ("发言汇编.txt", "发言。".encode(), "data/originals/发言汇编.txt:1:1: 错误[original-name] 这份原文不属于哪个来源"),
])
def test_full_texts_of_which_none_is_valid_are_told(tree: Tree, name: str, content: bytes, told: str) -> None:
    tree.write(f"originals/{name}", content)
    result = kb()
    assert (result.exit_code, result.output.splitlines()[0], result.output.splitlines()[-1]) == (
        1, told, "检查完毕：1 处错误，0 处提醒。")


@pytest.mark.parametrize(("place", "code", "kind"), [
    *((place, "unreadable", kind) for place in ("data/practices/guan-dao.yml", "data/sources/guan-dao.yml", "data/terms.yml")
      for kind in ("pipe", "device")),
    ("data/originals/hui-bian.txt", "original-unreadable", "pipe"), ("data/originals/hui-bian.txt", "linked-file", "device"),
    ("docs/topics/guan-dao.md", "docs-file", "pipe"), ("docs/topics/guan-dao.md", "linked-file", "device"),
])
def test_what_is_no_file_is_told_and_never_waited_for(tree: Tree, place: str, code: str, kind: str) -> None:
    file = tree.root.parent / place
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    if kind == "pipe":
        os.mkfifo(file)
    else:
        file.symlink_to("/dev/zero")
    # In a process of its own, so that one that waits for ever ends with the test.
    done = subprocess.run([sys.executable, "-c", "from macros.cli import main; main()", "check", "--format", "json"],
                          capture_output=True, text=True, timeout=120, check=False)
    found = json.loads(done.stdout)["findings"]
    assert (place, code) in [(f["path"], f["code"]) for f in found], done.stderr


def test_line_ends_of_windows_are_no_findings(tree: Tree) -> None:
    for file in tree.root.rglob("*.yml"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert kb().output == "检查通过：没有错误，没有提醒。\n"
    tree.replace(KE_TANG, "form: platform", "form: x")
    result = kb()
    assert result.output.splitlines()[0].startswith(f"data/{KE_TANG}:3:7: 错误[unknown-value]")
    assert result.output.splitlines()[-1] == "检查完毕：1 处错误，0 处提醒。"


def test_what_the_system_refuses_where_nobody_foresaw_it_is_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    from macros.cli import check

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "data/甲\x1b")

    monkeypatch.setattr(check, "examine", refuse)
    result = kb()
    assert (result.exit_code, result.output) == (1, "出错了：“data/甲\ufffd”没有权限\n  改法：换一个有权限的用户，或改文件夹的权限，再来一次\n")


def program(*arguments: str) -> tuple[int, str, str]:
    """What the shell gets of `kb`: its exit code, what it printed, and its errors."""
    done = subprocess.run([sys.executable, "-c", "from macros.cli import program; program()", *arguments],
                          capture_output=True, text=True, check=False, env={**os.environ, "PYTHONIOENCODING": "utf-8"})
    return done.returncode, done.stdout, done.stderr


def test_as_a_program_it_says_the_same_and_ends_the_same(tree: Tree) -> None:
    """A check ends without freeing what it read: nothing that it had to say may be lost on the way."""
    assert program("check") == (0, "检查通过：没有错误，没有提醒。\n", "")
    tree.replace(KE_TANG, "form: platform", "form: 组织设制")
    inside = kb()
    assert inside.exit_code == 1
    assert program("check") == (1, inside.output, "")
    code, printed, told = program("check", "--frm")
    assert (code, printed) == (2, "")
    assert "--frm" in told
    assert program("check", "--help")[0] == 0
