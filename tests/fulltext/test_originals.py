"""What a locator points at in a full text, and what an entry copied from it."""

import hashlib
import os

import pytest

from macros.fulltext.originals import Originals, load, says
from macros.library.catalog import Catalog
from macros.library.catalog import load as load_catalog
from macros.model.entries import Speech
from macros.model.fields import validated

TEXT = (
    "茶馆里的会\n\n先说缘起。\n\n一、怎么议\n\n做法有两条：一是把议题提前写在茶馆门口的黑板上给大家看。二是谁提的谁来讲。以后还要再试。\n\n"
    "二、议得怎样\n\n看下表。\n\n| 村 | 次数 |\n| 东村 | x |\n"
)
SPEECH = {
    "title": "茶馆里的会", "short": "茶馆", "order": 1, "source": "cha-guan", "organization": "cun",
    "outline": [
        {"paragraphs": [{"gist": "缘起"}]},
        {"heading": "一、怎么议", "paragraphs": [
            {"gist": "两条", "items": [{"marker": "一是", "gist": "写"}, {"marker": "二是", "gist": "讲"}], "tail": "再试"}]},
        {"heading": "二、议得怎样", "paragraphs": [{"gist": "表", "masks": 1}]},
    ],
}


@pytest.fixture
def root(tmp_path):
    (tmp_path / "originals").mkdir()
    (tmp_path / "originals" / "README.md").write_text("说明", encoding="utf-8")
    (tmp_path / "originals" / "cha-guan.txt").write_bytes(TEXT.encode())
    return tmp_path


def catalog(**changes):
    return Catalog(speeches={"cha-guan-hui": validated(Speech, SPEECH | changes)},
                   claimed=frozenset({("sources", "cha-guan"), ("speeches", "cha-guan-hui")}))


@pytest.fixture
def originals(root):
    return load(root, catalog())


def parts(cited):
    return (cited.before, cited.cited, cited.after)


def test_an_item_is_cited_within_its_paragraph(originals):
    assert parts(originals.passage("cha-guan-hui", "2.1")) == (
        "做法有两条：", "一是把议题提前写在茶馆门口的黑板上给大家看。", "二是谁提的谁来讲。以后还要再试。")


def test_the_last_item_ends_before_the_tail_that_the_outline_marks(originals, root):
    assert parts(originals.passage("cha-guan-hui", "2.2"))[1:] == ("二是谁提的谁来讲。", "以后还要再试。")
    outline = [*SPEECH["outline"][:1], {"paragraphs": [{"gist": "两条", "items": SPEECH["outline"][1]["paragraphs"][0]["items"]}]}]
    assert parts(load(root, catalog(outline=outline)).passage("cha-guan-hui", "2.2"))[1:] == ("二是谁提的谁来讲。以后还要再试。", "")


def test_a_paragraph_is_cited_whole_with_its_heading_and_table(originals):
    third = originals.passage("cha-guan-hui", "3")
    assert parts(third) == ("", "看下表。", "")
    assert (third.heading, third.rows) == ("二、议得怎样", (("村", "次数"), ("东村", "x")))
    assert (third.passage.line, third.passage.mask_count) == (11, 1)
    assert originals.passage("cha-guan-hui", "1").heading is None


@pytest.mark.parametrize(("speech_id", "at"), [("cha-guan-hui", "4"), ("cha-guan-hui", "2.3"), ("cha-guan-hui", "1.1"), ("other", "1")])
def test_a_place_that_is_not_there_is_none(originals, speech_id, at):
    assert originals.passage(speech_id, at) is None


def test_a_speech_is_found_by_its_order_in_the_source(root):
    assert load(root, catalog(order=1)).speech("cha-guan-hui").title == "茶馆里的会"
    assert load(root, catalog(order=2)).speech("cha-guan-hui") is None


def test_without_originals_there_is_nothing(tmp_path):
    originals = load(tmp_path, catalog())
    assert not originals
    assert originals.passage("cha-guan-hui", "1") is None
    assert list(originals.copied("把议题提前写在茶馆门口的黑板上给大家看")) == []


def test_the_sha256_is_that_of_the_file(originals):
    assert originals.by_source["cha-guan"].sha256 == hashlib.sha256(TEXT.encode()).hexdigest()


@pytest.mark.parametrize(("name", "content", "code"), [
    ("other.txt", "甲。".encode(), "original-name"),
    ("cha-guan.docx", b"x", "original-name"),
    ("cha-guan.txt", "茶馆".encode("gbk"), "original-unreadable"),
    ("cha-guan.txt", "茶馆".encode("utf-16"), "original-unreadable"),
    ("cha-guan.txt", b" \n", "original-unreadable"),
])
def test_a_file_that_is_no_original_is_told(root, name, content, code):
    (root / "originals" / name).write_bytes(content)
    finding, = load(root, catalog()).findings
    assert (finding.path, finding.code) == (f"data/originals/{name}", code)


@pytest.mark.parametrize(("make", "message"), [
    (os.mkfifo, "这不是普通的文件"),
    (lambda file: file.symlink_to("/dev/zero"), "这是一个链接，不是全文本身"),
    (lambda file: file.symlink_to("nowhere"), "这是一个链接，不是全文本身"),
    (lambda file: file.mkdir(), "放全文的文件夹里不能再有文件夹"),
])
@pytest.mark.parametrize("name", ["cha-guan.txt", "other.txt", "other"])
def test_what_is_no_file_is_told_and_never_opened(root, make, message, name):
    (root / "originals" / "cha-guan.txt").unlink()
    make(root / "originals" / name)
    found = load(root, catalog())
    assert not found
    assert [(f.path, f.code, f.message) for f in found.findings] == [(f"data/originals/{name}", "original-unreadable", message)]


@pytest.mark.parametrize(("make", "message"), [
    (lambda folder: folder.write_text("x"), "originals 不是文件夹"),
    (os.mkfifo, "originals 不是文件夹"),
    (lambda folder: folder.symlink_to("nowhere"), "originals 是一个链接，指向的地方没有东西"),
])
def test_a_folder_of_originals_that_is_none_is_told(tmp_path, make, message):
    make(tmp_path / "originals")
    assert [(f.path, f.message) for f in load(tmp_path, catalog()).findings] == [("data/originals", message)]


def test_a_text_that_is_too_large_is_told(root, monkeypatch):
    monkeypatch.setattr("macros.fulltext.originals.SIZE_LIMIT", 50)
    assert [f.message for f in load(root, catalog()).findings] == ["这份原文超过 0 MB"]


def runs(originals, text):
    return [run.text for run in originals.copied(text)]


def test_copied_text_is_found_whatever_its_punctuation(originals):
    copy = "把议题，提前写在“茶馆门口”的黑板上给大家看"
    assert runs(originals, f"我们{copy}呢") == [copy]
    run, = originals.copied(f"我们{copy}呢")
    assert (run.start, run.end) == (2, 2 + len(copy))


def test_seventeen_characters_are_no_copy_and_two_copies_are_two(originals):
    eighteen = "把议题提前写在茶馆门口的黑板上给大"
    assert runs(originals, eighteen) == []
    assert runs(originals, eighteen + "家") == [eighteen + "家"]
    assert runs(originals, eighteen + "家，另起一句，" + eighteen + "家看") == [eighteen + "家", eighteen + "家看"]


def test_no_copy_crosses_the_end_of_a_paragraph(originals):
    assert runs(originals, "二是谁提的谁来讲以后还要再试看下表") == []


def test_titles_and_headings_are_names(tmp_path):
    title = "关于在村头茶馆里把大家的事情商量好的几点体会"
    text = f"{title}\n\n说一段。\n"
    (tmp_path / "originals").mkdir()
    (tmp_path / "originals" / "cha-guan.txt").write_text(text, encoding="utf-8")
    assert runs(load(tmp_path, catalog()), title) == []


@pytest.mark.parametrize(("words", "expected"), [
    ("“双联”工作站", True), ("每月1次", True), ("每月１次，", True), ("双联 工作站", False), ("每月2次", False),
])
def test_words_stand_in_a_text_whatever_the_width_and_quotes(words, expected):
    assert says('办好"双联"工作站,每月1次,不停', words) is expected


def test_it_works_with_a_catalogue_read_from_files(root):
    read, _ = load_catalog(root)
    assert isinstance(load(root, read), Originals)
