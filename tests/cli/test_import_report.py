"""What `kb import` tells of a long file, and the accounts that it adds to practices which the library has."""

import json
import re

import pytest
from click.testing import CliRunner

from macros.cli.import_ import command

SAID = "我们把办公桌搬到了渡口，来的人可以当面问，问了就有回音。"
KNOWN = """\
title: 板凳会
accounts:
  - speech: yi-qian-de
    at: ["1"]   # 手写的
added: 2024-01-01
"""


@pytest.fixture
def data(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data" / "practices").mkdir(parents=True)
    return tmp_path / "data"


def run(*arguments):
    return CliRunner().invoke(command, [str(a) for a in arguments])


def long(tmp_path):
    """A file of 20 speeches of one county each, with a site's words and a page number between them."""
    parts = [f"渡口有了第{n}座棚\n青渡县政协\n{SAID}\n推行“第{n}号板凳会”，每月一次，群众坐下来就议，议完就办。\n一是议题由第{n}组的村民投票来选，谁都能提。二是每月初一开会，谁来都行。\n— {n} —\n" for n in range(1, 21)]
    file = tmp_path / "long.txt"
    file.write_text("\n".join(parts), encoding="utf-8")
    return file


def test_a_long_report_is_short_on_the_screen_and_says_how_to_see_all(data, tmp_path):
    file = long(tmp_path)
    shown = run(file, "--dry-run").output.splitlines()
    assert shown[1] == "认出 20 篇发言，共 60 段，原文隐去 0 处"
    assert "略去 40 行，请核对：" in shown
    assert "  署名、日期、场合 20 行：" in "\n".join(shown) and "  页码 20 行：" in "\n".join(shown)
    assert not any("（页码）" in line for line in shown)
    assert any("个文件：data/originals/ 1 个、data/sources/ 1 个、data/speeches/ 20 个" in line for line in shown)
    assert shown[-1] == "长的单子折起来了。要全部列出，加 --verbose；要写进一个文件慢慢看，加 --report 报告.txt"


def test_all_of_it_is_told_on_request(data, tmp_path):
    file = long(tmp_path)
    short, whole = run(file, "--dry-run").output.splitlines(), run(file, "--dry-run", "--verbose").output.splitlines()
    assert len([line for line in whole if re.match(r"  第 \d+ 行（(?:页码|署名、日期、场合)）", line)]) == 40
    assert "长的单子折起来了" not in "\n".join(whole)
    assert len(whole) > len(short) + 40


def test_all_of_it_is_kept_in_a_file_that_is_written_over_only_by_the_next(data, tmp_path):
    file, kept = long(tmp_path), tmp_path / "报告.txt"
    result = run(file, "--dry-run", "--report", kept)
    assert result.output.splitlines()[-1] == f"全部列出的报告：{kept}"
    text = kept.read_bytes().decode("utf-8-sig")
    whole = run(file, "--dry-run", "--verbose").output
    assert text == "kb import 的报告\r\n" + whole.replace("\n", "\r\n")
    assert run(file, "--dry-run", "--report", kept, "--one").exit_code == 0
    assert kept.read_bytes().decode("utf-8-sig") != text
    kept.write_text("我的笔记", encoding="utf-8")
    refused = run(file, "--dry-run", "--report", kept)
    assert refused.exit_code == 2 and "不是导入的报告，没有动它" in refused.output
    assert kept.read_text(encoding="utf-8") == "我的笔记"


def test_no_report_is_written_among_the_entries(data, tmp_path):
    result = run(long(tmp_path), "--dry-run", "--report", "data/报告.txt")
    assert result.exit_code == 2 and "不能写在 data 里" in result.output
    assert not (data / "报告.txt").exists()


def test_a_short_report_is_whole(data, tmp_path):
    file = tmp_path / "one.txt"
    file.write_text(f"渡口有了议事棚\n青渡县政协\n{SAID}\n— 1 —\n", encoding="utf-8")
    shown = run(file, "--dry-run").output
    assert "  第 2 行（署名、日期、场合）：青渡县政协" in shown and "  第 4 行（页码）：— 1 —" in shown
    assert "--verbose" not in shown


def test_rows_of_tables_are_counted_and_have_their_place(data, tmp_path):
    file = tmp_path / "table.txt"
    file.write_text(f"渡口有了议事棚\n\n{SAID}\n\n| 乡 | 数 |\n| 甲 | 3 |\n\n{SAID}\n", encoding="utf-8")
    shown = run(file, "--dry-run").output
    assert "认出 1 篇发言，共 2 段、表 2 行，原文隐去 0 处" in shown
    assert "  表格收在全文里，随它前面的一段引用，不另算段：第1段 2 行" in shown


def telling(tmp_path):
    file = tmp_path / "telling.txt"
    file.write_text(f"渡口有了议事棚\n\n青渡县政协\n\n{SAID}\n\n推行“板凳会”，每月一次，群众坐下来就议，议完就办。\n", encoding="utf-8")
    return file


def number(output):
    return re.search(r"加 --take (\d+)，就把", output).group(1)


def test_what_a_known_practice_is_to_get_is_added_only_when_asked_for(data, tmp_path):
    file, practice = telling(tmp_path), data / "practices" / "ban-deng-hui.yml"
    practice.write_text(KNOWN, encoding="utf-8")
    first = run(file)
    assert first.exit_code == 0, first.output
    assert practice.read_text(encoding="utf-8") == KNOWN
    again = run(file, "--take", number(first.output))
    assert again.exit_code == 0, again.output
    assert "其中 data/practices/ban-deng-hui.yml 是在末尾加上 1 处讲到它的 accounts，要填好，原来的不动" in again.output
    text = practice.read_text(encoding="utf-8")
    head, tail = KNOWN.split("added:")
    assert text.startswith(head) and text.endswith("added:" + tail)
    assert re.search(r'^  - speech: du-kou-you-le-yi-shi-peng\S*\n    at: \["2"\]$', text, re.M)
    # Once is enough.
    assert "就把要填的几行" not in run(file).output
    assert run(file, "--take", number(first.output)).exit_code == 0
    assert run(file, "--verbose").output.splitlines()[-1] == "这份全文已经导入过：data/sources/du-kou-you-le-yi-shi-peng.yml，没有新写文件。"
    assert practice.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("said", [["--take", "all"], ["--take", "none"], []])
def test_no_other_wish_changes_a_practice_that_is_there(data, tmp_path, said):
    practice = data / "practices" / "ban-deng-hui.yml"
    practice.write_text(KNOWN, encoding="utf-8")
    assert run(telling(tmp_path), *said).exit_code == 0
    assert practice.read_text(encoding="utf-8") == KNOWN


@pytest.mark.parametrize("text", [KNOWN.replace("  - speech", "- speech").replace("    at", "  at"), KNOWN.replace("\n", "\r\n")])
def test_it_is_written_as_the_file_is(data, tmp_path, text):
    practice = data / "practices" / "ban-deng-hui.yml"
    practice.write_bytes(text.encode())
    assert "是在末尾加上 1 处" in run(telling(tmp_path), "--take", number(run(telling(tmp_path), "--dry-run").output)).output
    written = practice.read_bytes().decode()
    assert written.startswith(text.split("added:")[0]) and written.count("speech: ") == 2
    assert "\r\n" not in text or "\n" not in written.replace("\r\n", "")


def test_where_nothing_can_be_added_it_is_left_and_told(data, tmp_path):
    practice = data / "practices" / "ban-deng-hui.yml"
    odd = KNOWN.split("accounts:")[0] + 'accounts: [{speech: yi-qian-de, at: ["1"]}]\n'
    practice.write_text(odd, encoding="utf-8")
    told = run(telling(tmp_path), "--verbose", "--take", number(run(telling(tmp_path), "--dry-run").output)).output
    assert "practices/ban-deng-hui.yml 的 accounts 后面接不上，没有动它" in told
    assert "  - speech: du-kou-you-le-yi-shi-peng" in told
    assert practice.read_text(encoding="utf-8") == odd


def test_where_a_speech_without_a_title_may_begin_the_whole_split_is_told(data, tmp_path):
    file = tmp_path / "two.txt"
    file.write_text(f"渡口有了座棚\n青渡县政协\n各位委员：\n{SAID}\n{SAID}\n谢谢大家！\n同志们：\n{SAID}\n{SAID}\n", encoding="utf-8")
    shown = run(file, "--dry-run").output.splitlines()
    at = shown.index("下面这些行没有分开，也可能从这里开始另一篇：")
    assert shown[at + 1:at + 3] == ["  第 7 行 “同志们：”：是称呼、前一篇已经结束（致谢）、前面称呼过一次（多半）",
                                    "  是的话，再运行同样的命令，加 --split 1,7（新加的是 7，其中不是开头的删去）"]
    told = json.loads(run(file, "--dry-run", "--format", "json").output)
    assert (told["split"], [(each["line"], each["title"], each["words"]) for each in told["doubtful"]]) == ([1, 7], [(7, "", "同志们：")])
    after = run(file, "--dry-run", "--split", "1,7").output
    assert "认出 2 篇发言" in after and "也可能从这里开始" not in after
