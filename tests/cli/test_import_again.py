"""The same text imported again adds nothing, whatever its name and format, and whatever became of its drafts."""

import os
import shutil
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result

from macros.cli.import_ import command
from tests.small_tree import Tree

COLLECTION = Path(__file__).parents[1] / "importing" / "fixtures" / "collection.txt"
PROPOSED = "qing-shi-xian-zheng-xie-jing-yan-jiao-liu-hui"
SPEECH = "speeches/ba-cha-guan-bian-cheng-yi-shi-de-di-fang.yml"
PRACTICE = "practices/san-ri-hui-yin-zhi-du.yml"


@pytest.fixture(autouse=True)
def _in_the_library(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree.root.parent)
    for name in ("DATA", "DOCS"):
        monkeypatch.delenv(name, raising=False)


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(command, [str(a) for a in arguments])
    assert result.exit_code == 0, result.output
    return result


def files(tree: Tree) -> dict[str, bytes]:
    return {p.relative_to(tree.root).as_posix(): p.read_bytes() for p in tree.root.rglob("*") if p.is_file()}


def adds_nothing(tree: Tree, *arguments: object, source: str = PROPOSED) -> str:
    before = files(tree)
    output = run(*arguments).output
    assert output.splitlines()[-1] == f"这份全文已经导入过：data/sources/{source}.yml，没有新写文件。"
    assert files(tree) == before
    return output


def as_docx(text: str, file: Path) -> Path:
    document = docx.Document()
    for line in text.splitlines():
        if line.strip():
            document.add_paragraph(line.strip())
    document.save(str(file))
    return file


def test_the_same_file(tree: Tree) -> None:
    run(COLLECTION)
    assert adds_nothing(tree, COLLECTION).endswith(f"这份全文已经导入过：data/sources/{PROPOSED}.yml，没有新写文件。\n")
    adds_nothing(tree, COLLECTION, "--dry-run")
    adds_nothing(tree, COLLECTION, "--source", PROPOSED)


def test_under_another_name(tree: Tree) -> None:
    run(COLLECTION)
    adds_nothing(tree, shutil.copy(COLLECTION, "另一个名字.txt"))


def test_under_another_id(tree: Tree) -> None:
    run(COLLECTION, "--source", "yi")
    output = adds_nothing(tree, COLLECTION, "--source", "er", source="yi")
    assert "注意：这份全文的来源编号是 yi，仍用它；--source er 没有用上\n" in output
    adds_nothing(tree, COLLECTION, source="yi")


@pytest.mark.parametrize("first", ["txt", "docx"])
def test_in_another_format(tree: Tree, first: str) -> None:
    text = COLLECTION.read_text(encoding="utf-8")
    Path("甲.txt").write_bytes(b"\xef\xbb\xbf" + text.replace("\n\n", "\n　　").replace("\n", "\r\n").encode())
    as_docx(text, Path("甲.docx"))
    run(f"甲.{first}", "--source", "jia")
    for other in ("甲.txt", "甲.docx"):
        adds_nothing(tree, other, source="jia")
        adds_nothing(tree, other, "--source", "jia", source="jia")


def test_a_text_of_one_other_sign_is_another(tree: Tree) -> None:
    run(COLLECTION)
    Path("改.txt").write_text(COLLECTION.read_text(encoding="utf-8").replace("茶馆", "菜馆", 1), encoding="utf-8")
    assert f"data/originals/{PROPOSED}-2.txt" in run("改.txt").output


def test_after_the_drafts_were_edited(tree: Tree) -> None:
    run(COLLECTION)
    for kind in ("practices", "speeches", "sources"):
        for file in (tree.root / kind).glob("*.yml"):
            file.write_text(file.read_text(encoding="utf-8").replace("title: ", "title: 改过的", 1), encoding="utf-8")
    adds_nothing(tree, COLLECTION)


@pytest.mark.parametrize("broken", ["rights: [\n", "title: 又一个\n", "\tx: 1\n", "x: \"\u202e\"\n"])
def test_while_a_draft_is_no_yaml(tree: Tree, broken: str) -> None:
    run(COLLECTION)
    for path in (SPEECH, f"sources/{PROPOSED}.yml", PRACTICE):
        tree.write(path, tree.read(path) + broken)
    adds_nothing(tree, COLLECTION)


def test_a_draft_that_was_thrown_away_does_not_come_back(tree: Tree) -> None:
    run(COLLECTION)
    (tree.root / PRACTICE).unlink()
    adds_nothing(tree, COLLECTION)


def test_where_the_full_text_is_not_here(tree: Tree) -> None:
    run(COLLECTION)
    before = files(tree)
    shutil.rmtree(tree.root / "originals")
    assert f"写好了 1 个文件：\n  data/originals/{PROPOSED}.txt\n" in run(COLLECTION).output
    assert files(tree) == before


def test_another_format_of_a_source_whose_full_text_is_not_here_is_no_second_source(tree: Tree) -> None:
    run(as_docx(COLLECTION.read_text(encoding="utf-8"), Path("甲.docx")), "--source", "jia")
    text = Path("甲.txt")
    text.write_text(COLLECTION.read_text(encoding="utf-8").replace("\n\n", "\n"), encoding="utf-8")
    shutil.rmtree(tree.root / "originals")
    before = files(tree)
    result = CliRunner().invoke(command, [str(text)])
    assert result.exit_code == 1
    assert "来源“jia”的篇名、小标题和段数都与这个文件一样，登记的校验值却不同\n" in result.output
    assert files(tree) == before
    assert "写好了" in run(text, "--source", "yi").output


def test_after_the_source_was_renamed(tree: Tree) -> None:
    run(COLLECTION)
    (tree.root / f"sources/{PROPOSED}.yml").rename(tree.root / "sources/xin-ming.yml")
    # Its speeches, and the full text, still go by the old name.
    output = adds_nothing(tree, COLLECTION, source="xin-ming")
    assert f"注意：全文已经在 data/originals/{PROPOSED}.txt，把它改名为 xin-ming.txt\n" in output


def test_after_a_speech_and_a_practice_were_renamed(tree: Tree) -> None:
    run(COLLECTION)
    (tree.root / SPEECH).rename(tree.root / "speeches/cha-guan.yml")
    (tree.root / PRACTICE).rename(tree.root / "practices/hui-yin.yml")
    adds_nothing(tree, COLLECTION)


def test_a_speech_that_is_missing_is_written_alone(tree: Tree) -> None:
    run(COLLECTION)
    before = files(tree)
    (tree.root / SPEECH).unlink()
    assert run(COLLECTION).output.split("写好了")[1].startswith(f" 1 个文件：\n  data/{SPEECH}\n")
    assert files(tree) == before


def test_a_name_that_another_draft_has_gets_no_second_draft(tree: Tree) -> None:
    run(COLLECTION)
    Path("又.txt").write_text("三日回音的做法\n\n一、做法\n\n一是建立三日回音制度。二是谁提谁讲。\n", encoding="utf-8")
    output = run("又.txt", "--verbose").output
    assert f"  1 号 → data/{PRACTICE}\n  - speech: " in output
    assert not (tree.root / "practices/san-ri-hui-yin-zhi-du-2.yml").exists()


def test_an_import_without_the_right_to_write_says_so(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "fsync", refused)
    before = files(tree)
    result = CliRunner().invoke(command, [str(COLLECTION), "--source", "jia"])
    monkeypatch.undo()
    assert result.exit_code == 1
    assert "“data/originals/jia.txt”写不进去：没有权限。\n还没有写好（11 个）：\n  data/originals/jia.txt\n" in result.output
    assert files(tree) == before


HALVES = ["nothing", "its name", "a third", "all but a line"]


def cut(file: Path, how: str) -> None:
    raw = file.read_bytes()
    keep = {"nothing": 0, "its name": 40, "a third": len(raw) // 3, "all but a line": raw.rstrip().rfind(b"\n") + 3}[how]
    file.write_bytes(raw[:keep])


@pytest.mark.parametrize("how", HALVES)
@pytest.mark.parametrize("options", [(), ("--source", "zi-ding")])
def test_a_file_of_which_a_power_cut_left_half_is_finished(tree: Tree, how: str, options: tuple[str, ...]) -> None:
    run(COLLECTION, *options)
    whole = files(tree)
    written = sorted(whole.keys() - files_of_fixture())
    assert len(written) == 10
    for name in written:
        cut(tree.root / name, how)
        output = run(COLLECTION, *options).output
        assert "其中 1 个上次只写了一半（停电或复制中断），补完了：\n  data/" + name in output
        assert files(tree) == whole, name
    adds_nothing(tree, COLLECTION, *options, source=options[1] if options else PROPOSED)


@pytest.mark.parametrize("how", HALVES)
def test_all_of_them_at_once(tree: Tree, how: str) -> None:
    run(COLLECTION)
    whole = files(tree)
    written = sorted(whole.keys() - files_of_fixture())
    for name in written:
        cut(tree.root / name, how)
    assert f"其中 {len(written)} 个上次只写了一半（停电或复制中断），将要补完：" in run(COLLECTION, "--dry-run").output
    run(COLLECTION)
    assert files(tree) == whole


def test_half_a_draft_of_another_day_is_finished(tree: Tree) -> None:
    run(COLLECTION)
    text = tree.read(PRACTICE)
    tree.write(PRACTICE, text[:text.index("added: ")] + "added: 2025-0")
    run(COLLECTION)
    assert tree.read(PRACTICE) == text


def test_half_a_practice_beside_speeches_that_were_filled_in(tree: Tree) -> None:
    run(COLLECTION)
    whole = tree.read(PRACTICE)
    for file in (tree.root / "speeches").glob("*.yml"):
        file.write_text(file.read_text(encoding="utf-8").replace("short: 待填", "short: 甲乙"), encoding="utf-8")
    tree.write(PRACTICE, whole[:700])
    before = files(tree)
    run(COLLECTION)
    assert files(tree) == {**before, PRACTICE: whole.encode()}


@pytest.mark.parametrize("name", [SPEECH, PRACTICE, f"sources/{PROPOSED}.yml"])
@pytest.mark.parametrize("how", ["a word", "the end", "a comment"])
def test_what_was_changed_is_no_half(tree: Tree, name: str, how: str) -> None:
    run(COLLECTION)
    text = tree.read(name)
    tree.write(name, text.replace("待填", "填好了", 1) if how == "a word" else text.rstrip("\n") if how == "the end" else text.partition("\n")[2])
    adds_nothing(tree, COLLECTION)


def test_another_text_is_not_written_over_half_of_one(tree: Tree, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(COLLECTION.read_text(encoding="utf-8").replace("茶馆", "茶楼"), encoding="utf-8")
    run(COLLECTION)
    original = f"originals/{PROPOSED}.txt"
    tree.write(original, tree.read(original)[:400] + "。这里是别人写的。")
    before = files(tree)
    result = CliRunner().invoke(command, [str(COLLECTION)])
    assert result.exit_code == 1
    assert "已经有了，内容不同" in result.output
    assert files(tree) == before


def files_of_fixture() -> set[str]:
    small = Path(__file__).parents[1] / "fixtures" / "small"
    return {p.relative_to(small).as_posix() for p in small.rglob("*") if p.is_file()}
