"""`kb import`, as an editor runs it."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.cli.import_ import command
from macros.fulltext.originals import load as load_originals
from macros.fulltext.segments import segment
from macros.library.catalog import load

FIXTURES = Path(__file__).parents[1] / "importing" / "fixtures"
COLLECTION = FIXTURES / "collection.txt"
ID = "cha-guan-hui-bian"

TOPIC = "member-duty:\n  title: 委员履职\n  question: 怎样履职？\n  scope: 收履职的做法。\n  order: 1\n"
OTHER = "grassroots:\n  title: 基层协商\n  question: 怎样协商？\n  scope: 收协商的做法。\n  order: 2\n"
ORGANIZATION = "qing-shi-xian-zheng-xie:\n  name: 青石县政协\n  name_state: named\n  level: county\n  raw: 青石县政协\n"


@pytest.fixture
def data(tmp_path, monkeypatch):
    """A library with topics and a speaker, in the current folder as `data`."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "topics.yml").write_text(TOPIC + OTHER, encoding="utf-8")
    (folder / "organizations.yml").write_text(ORGANIZATION, encoding="utf-8")
    return folder


def run(*arguments):
    return CliRunner().invoke(command, [str(a) for a in arguments])


def tree(folder):
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_a_collection_becomes_its_full_text_and_drafts(data):
    result = run(COLLECTION, "--source", ID)
    assert result.exit_code == 0, result.output
    assert tree(data) == [
        "organizations.yml",
        f"originals/{ID}.txt",
        "practices/cha-guan-yi-shi-dian.yml",
        "practices/cun-min-chu-ti-ping-tai.yml",
        "practices/san-ri-hui-yin-zhi-du.yml",
        "practices/yi-lao-dai-yi-xin-gong-zuo-ji-zhi.yml",
        "practices/zhou-mo-ke-tang.yml",
        f"sources/{ID}.yml",
        "speeches/ba-cha-guan-bian-cheng-yi-shi-de-di-fang.yml",
        "speeches/rang-xin-wei-yuan-ban-nian-shang-shou.yml",
        "speeches/yong-hao-ye-jian-yi-shi-zhe-zhang-pai.yml",
        "topics.yml",
    ]
    raw = COLLECTION.read_bytes()
    assert (data / f"originals/{ID}.txt").read_bytes() == raw
    assert f"sha256: {hashlib.sha256(raw).hexdigest()}\n" in (data / f"sources/{ID}.yml").read_text(encoding="utf-8")


def test_it_tells_what_it_found(data):
    shown = run(COLLECTION, "--source", ID).output.splitlines()
    assert shown[0] == f"来源：青石县政协经验交流会发言汇编（共3篇）（{ID}）"
    assert shown[1].startswith("认出 3 篇发言，共 ")
    assert "略去 10 行，请核对：" in shown
    assert "  第 1 行（网页文字）：FANWEN-LI.COM —— 例文大全" in shown
    assert "第1篇 把茶馆变成议事的地方 → data/speeches/ba-cha-guan-bian-cheng-yi-shi-de-di-fang.yml" in shown
    assert "  3 段，2 个小标题，原文隐去 4 处" in shown
    assert "  隐去 第3段·二是：“的有x-x人”、“x-x人”" in shown
    assert "  4. 候选做法 第3段·二是：三日回音制度（引号里的名称，后面说明是“制度”，很可能） → data/practices/san-ri-hui-yin-zhi-du.yml" in shown
    assert "写好了 10 个文件：" in shown
    assert shown[-1] == f"下一步：打开上面的文件，对照 data/originals/{ID}.txt 填好每一处“待填”，“# 待确认”核对过就删去，再运行 kb check。"


def test_a_dry_run_writes_nothing(data):
    before = tree(data)
    result = run(COLLECTION, "--dry-run")
    assert result.exit_code == 0
    assert "将要写入 10 个文件：" in result.output
    assert result.output.endswith("这是试看，什么都没有写。去掉 --dry-run 就写入。\n")
    assert tree(data) == before


def test_the_id_of_the_source_is_proposed_from_its_title(data):
    run(COLLECTION)
    assert (data / "sources/qing-shi-xian-zheng-xie-jing-yan-jiao-liu-hui.yml").exists()


def test_a_second_import_changes_nothing(data):
    run(COLLECTION, "--source", ID)
    before = {name: (data / name).read_bytes() for name in tree(data)}
    for name in ("practices", "speeches"):
        (data / name).joinpath("mine.txt").write_text("改过的", encoding="utf-8")
    result = run(COLLECTION, "--source", ID)
    assert result.exit_code == 0
    assert {name: (data / name).read_bytes() for name in before} == before


def test_drafts_fail_the_check_until_they_are_filled(data):
    run(COLLECTION, "--source", ID)
    catalog, findings = load(data)
    assert not catalog.practices and not catalog.sources
    unfilled = {f.path for f in findings if f.code == "to-fill"}
    drafts = {f"data/{name}" for name in tree(data) if name.startswith(("practices", "speeches", "sources"))}
    assert unfilled == drafts
    for draft in drafts:
        text = Path(draft).read_text(encoding="utf-8")
        (told,) = [f for f in findings if f.path == draft and f.code == "to-fill"]
        empty = [i for i, line in enumerate(text.splitlines(), 1) for _ in re.findall("待填", re.sub("#.*", "", line))]
        assert told.line == empty[0]
        assert f"有 {len(empty)} 处待填" in told.message or len(empty) == 1


def test_a_draft_of_a_source_has_its_fields_in_order_and_says_which_may_go(data):
    run(COLLECTION, "--source", ID)
    lines = (data / f"sources/{ID}.yml").read_text(encoding="utf-8").splitlines()
    assert [line.partition(":")[0] for line in lines if not line.startswith("#")] == [
        "title", "kind", "year", "found_at", "sha256", "cut", "rights"]
    assert "# 种类：书、文件、网页汇编……" in lines
    assert "# 年份：哪一年的；不知道就删去这一行" in lines


FILLED = {
    "kind": "汇编", "year": "2023", "found_at": "县政协办公室", "rights": "归作者。", "short": "短名",
    "organization": "qing-shi-xian-zheng-xie", "occasion": "经验交流会", "no_practice": "交代背景", "gist": "说怎样议事",
    "summary": "说怎样议事。", "form": "method", "topics": "[member-duty]", "status": "unclear", "cue": "已经", "scope": "local",
    "aspect": "how", "text": "照着做", "label": "数目",
}


def fill(folder):
    """What a person does: every 待填 gets a value."""
    for file in folder.rglob("*.yml"):
        text = re.sub(r"^ *#.*\n", "", file.read_text(encoding="utf-8"), flags=re.M)
        text = re.sub(r"(\w+): (?:待填|\[待填\])", lambda m: f"{m.group(1)}: {FILLED[m.group(1)]}", text)
        file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("name", ["collection.txt", "speech.txt"])
def test_filled_drafts_are_entries_that_agree_with_the_full_text(data, name):
    run(FIXTURES / name, "--source", ID)
    fill(data)
    catalog, findings = load(data)
    assert findings == []
    expected = segment((FIXTURES / name).read_text(encoding="utf-8"))
    assert len(catalog.speeches) == len(expected.speeches)
    originals = load_originals(data, catalog)
    assert originals.by_source[ID].sha256 == catalog.sources[ID].sha256
    for speech_id, speech in catalog.speeches.items():
        text = originals.speech(speech_id)
        assert [p.masks for p in speech.paragraphs] == [p.mask_count for p in text.passages]
        assert [[i.marker for i in p.items] for p in speech.paragraphs] == [[i.text for i in p.items] for p in text.passages]


def test_no_sentence_of_the_source_is_in_a_draft_but_beside_what_is_to_be_worded(data):
    run(COLLECTION, "--source", ID)
    drafts = {f.name: re.sub("(?m)  # 待确认：换成自己的话.*$", "", f.read_text(encoding="utf-8")) for f in data.rglob("*.yml")}
    fill(data)
    originals = load_originals(data, load(data)[0])
    assert {name: found for name, text in drafts.items() if (found := list(originals.copied(text)))} == {}


def test_a_masked_figure_is_in_the_draft_as_masked(data):
    run(COLLECTION, "--source", ID)
    text = (data / "practices/san-ri-hui-yin-zhi-du.yml").read_text(encoding="utf-8")
    assert "      - {label: 回话, state: redacted, raw: x-x人}  # 待确认：是不是说这个做法，名目通不通\n" in text


def test_a_practice_that_exists_gets_no_draft_but_an_account_to_add(data):
    existing(data, title="周末课堂", speech="lao-fa-yan")
    result = run(COLLECTION, "--source", ID, "--verbose")
    assert not (data / "practices/zhou-mo-ke-tang.yml").exists()
    assert (" → data/practices/ke-tang.yml\n  - speech: rang-xin-wei-yuan-ban-nian-shang-shou\n    at: [\"3\"]\n") in result.output


def test_a_practice_that_is_alike_is_named_in_the_draft(data):
    existing(data, title="委员周末课堂", speech="rang-xin-wei-yuan-ban-nian-shang-shou")
    run(COLLECTION, "--source", ID)
    text = (data / "practices/zhou-mo-ke-tang.yml").read_text(encoding="utf-8")
    assert "# 先看：与已有做法“委员周末课堂”（ke-tang）名称相近；是一回事就删去本文件，到那里的 accounts 加一项\n" in text


def existing(data, title, speech):
    (data / "practices").mkdir()
    (data / "practices" / "ke-tang.yml").write_text(
        f"title: {title}\nsummary: 讲课。\nform: method\ntopics: [member-duty]\naccounts:\n  - speech: {speech}\n"
        '    at: ["3"]\n    progress: {status: unclear}\n    points:\n      - {text: 讲课}\nadded: 2026-11-24\n', encoding="utf-8")


def test_another_text_for_a_known_source_is_refused(data):
    run(COLLECTION, "--source", ID)
    fill(data)
    result = run(FIXTURES / "speech.txt", "--source", ID)
    assert result.exit_code == 1
    assert f"来源“{ID}”登记的校验值与这个文件的文字不同\n" in result.output
    assert "--source 另给一个编号" in result.output


def test_the_full_text_alone_is_put_back_for_a_source_that_is_told(data):
    run(COLLECTION, "--source", ID)
    fill(data)
    shutil.rmtree(data / "originals")
    result = run(COLLECTION)
    assert result.output.endswith(f"写好了 1 个文件：\n  data/originals/{ID}.txt\n")
    assert (data / f"originals/{ID}.txt").read_bytes() == COLLECTION.read_bytes()


@pytest.mark.parametrize(("arguments", "message"), [
    (["没有.docx"], "没有.docx：没有这个文件"),
    (["短.txt", "--source", "Bad ID"], "来源编号“Bad ID”不能用"),
    (["短.txt", "--source", "member-duty"], "编号“member-duty”已经用在别的条目上"),
    (["题.txt"], "没有认出正文段落"),
])
def test_what_is_refused_is_told_in_chinese_without_a_traceback(data, arguments, message):
    Path("短.txt").write_text("议事的办法\n\n坐下来谈。\n", encoding="utf-8")
    Path("题.txt").write_text("议事的办法\n", encoding="utf-8")
    before = tree(data)
    result = run(*arguments)
    assert result.exit_code == 1
    assert message in result.output
    assert "改法：" in result.output
    assert "Traceback" not in result.output
    assert tree(data) == before


def test_a_missing_data_folder_is_told(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = run(COLLECTION)
    assert result.exit_code == 2
    assert "没有“data”这个数据文件夹" in result.output


def test_thousands_of_masks_are_counted_not_listed(data, tmp_path):
    file = tmp_path / "a.txt"
    lines = ["在会议上的发言", "", "我们组织" + "，共x人" * 3000 + "。", *(f"我们办好x个平台，这是第{i}回。" for i in range(60))]
    file.write_text("\n".join(lines), encoding="utf-8")
    output = run(file, "--dry-run", "--verbose").output
    assert "原文隐去 3060 处" in output
    assert " 等 3000 处\n" in output
    assert "  ……还有 41 处有隐去的地方，草稿里每段的 masks 是处数\n" in output
    assert max(map(len, output.splitlines())) < 300


@pytest.mark.parametrize("sign", ["\x1b[31m", "\x1b]0;改了窗口\x07", "\x1b]8;;http://a.b\x1b\\", "\x9b1m", "\x1bc", "\x07", "\x0b", "\u202e", "\ue000"])
def test_what_a_terminal_obeys_reaches_neither_it_nor_a_draft(data, tmp_path, sign):
    file = tmp_path / "a.txt"
    file.write_text(f"{sign}在甲县{sign}会议上的发言\n\n一、建立{sign}机制\n我们建立了“周末{sign}课堂”制度，请x{sign}名委员讲课。\n", encoding="utf-8")
    output = run(file).output
    assert "第1篇 在甲县会议上的发言 → data/speeches/zai-jia-xian-hui-yi-shang-de-fa-yan-2.yml"
    assert not set(sign) & set("\x1b\x9b\x07\x0b\u202e\ue000") & set(output)
    assert {f.stem for f in (data / "practices").glob("zhou*.yml")} == {"zhou-mo-ke-tang-zhi-du"}
    assert [f.code for f in load(data)[1] if f.code == "control-character"] == []


@pytest.mark.skipif(os.name != "posix", reason="Windows 没有这样的权限")
@pytest.mark.parametrize(("mask", "text", "draft"), [(0o022, 0o640, 0o644), (0o000, 0o660, 0o664), (0o077, 0o600, 0o600)])
def test_the_full_text_is_for_its_owner_and_group(data, mask, text, draft):
    done = subprocess.run([sys.executable, "-c", "from macros.cli import main; main()", "import", str(COLLECTION), "--source", ID],
                          umask=mask, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert oct((data / f"originals/{ID}.txt").stat().st_mode & 0o777) == oct(text)
    assert {oct(path.stat().st_mode & 0o777) for path in (data / "practices").iterdir()} == {oct(draft)}
    assert not (data / "originals").stat().st_mode & 0o002


@pytest.mark.parametrize(("given", "said"), [
    (("--title", "甲", "乙 一", "丙"), "多写了：乙 一 丙。--title 后面一次只写一个，有几个就写几次；整条这样写：\n  kb import {file} --title 甲 --title '乙 一' --title 丙\n"),
    (("--unit", "甲县政协", "乙县政协", "--dry-run"), "多写了：乙县政协。--unit 后面一次只写一个，有几个就写几次；整条这样写：\n  kb import {file} --unit 甲县政协 --unit 乙县政协 --dry-run\n"),
    (("--leave", "121,", "123"), "多写了：123。--leave 后面的几个号用逗号连着写；整条这样写：\n  kb import {file} --leave 121,123\n"),
    (("--take", "1", "3", "5"), "多写了：3 5。--take 后面的几个号用逗号连着写；整条这样写：\n  kb import {file} --take 1,3,5\n"),
    (("另一个.docx",), "多写了：另一个.docx。\n"),
])
def test_words_that_are_too_many_are_told_with_the_line_to_write(tmp_path, given, said):
    file = tmp_path / "a.txt"
    file.write_text("一篇\n")
    told = CliRunner().invoke(command, [str(file), *given], prog_name="kb import")
    assert told.exit_code == 2 and told.output.endswith(said.format(file=file)), told.output


def test_the_file_behind_its_options_is_found(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("一篇\n")
    told = CliRunner().invoke(command, ["--title", "甲", "乙", str(file)], prog_name="kb import")
    assert f"  kb import --title 甲 --title 乙 {file}\n" in told.output
