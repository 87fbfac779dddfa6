"""What an import never does, whatever the file: hang, end in a traceback, or keep an editor waiting."""

import datetime
import re
from pathlib import Path

import pytest

from macros.fulltext.segments import segment
from macros.importing import from_html, from_markdown, limits, plan, report
from macros.importing.choice import Take
from macros.importing.refused import Refused
from macros.library.catalog import Catalog
from tests.importing.hostile import steps

NO_LIBRARY = Path("no-library/data")
SENTENCE = "我们建立三日回音制度，群众满意。"


def imported(text, take=Take()):  # noqa: B008 (frozen)
    prepared = plan.prepare(text, "a.txt", Catalog(), NO_LIBRARY, datetime.date(2026, 1, 1), take=take)
    return list(report.lines(prepared, Catalog(), "data", True))


# Each is repeated; what stands before and after makes a text of it.
REPEATED = {
    "equal paragraphs": (f"{SENTENCE}\n\n", ""),
    "sections": (f"一、找对地方\n\n{SENTENCE}\n\n", ""),
    "titles": ("把茶馆变成议事的地方\n\n", SENTENCE),
    "names": ("张三\n\n", SENTENCE),
    "furniture": ("责任编辑：张三\n\n", SENTENCE),
    "greetings": ("各位领导、同志们：\n\n", SENTENCE),
    "rows of a table": ("| 甲 | x个 |\n", SENTENCE),
    "headings over tables": ("找对地方办法\n\n| 甲 | 乙 |\n\n", SENTENCE),
    "marked headings": ("# 找对地方\n\n", SENTENCE),
    "speeches that count themselves": (f"第一篇 把茶馆变成议事的地方\n\n{SENTENCE}\n\n", ""),
    "signatures": ("张三\n\n", ""),
    "a table of contents without its titles": (f"目录\n\n把茶馆变成议事的地方 1\n\n{SENTENCE}\n\n", ""),
}


@pytest.mark.parametrize("kind", REPEATED)
def test_twice_the_text_takes_twice_the_steps(kind):
    again, after = REPEATED[kind]
    imported(again * 4 + after + SENTENCE)  # what is made once is made now
    few, many = (steps(imported, f"{SENTENCE}\n\n" + again * n + after) for n in (80, 160))
    assert many < 2.4 * few


def test_a_contents_of_thousands_finds_each_of_its_titles():
    n = 3000
    contents = "".join(f"把第{i}座茶馆变成议事的地方 {i}\n\n" for i in range(n))
    text = "目录\n\n" + contents + "".join(f"把第{i}座茶馆变成议事的地方\n\n{SENTENCE}\n\n" for i in range(n))
    assert len(segment(text).speeches) == n
    text = "目录\n\n" + contents + f"{SENTENCE}\n\n" * n
    few, many = (steps(segment.__wrapped__, "目录\n\n" + contents[:k] + f"{SENTENCE}\n\n" * (k // 30)) for k in (9000, 18000))
    assert many < 2.4 * few


# A pattern that tries every way would take from hours to years over one of these lines.
LINES = {
    "blanks": "我们" + " " * 300_000 + "建立制度。", "dots": "我们建立制度" + "." * 300_000 + "甲", "dashes": "甲" + "—" * 300_000 + "甲",
    "wide blanks": "我" + "　" * 300_000 + "们。", "masks": "x-" * 50_000 + "甲。", "digits": "1" * 400_000 + "甲",
    "quotes": '"双联"工作站' * 25_000, "open quotes": "“" * 300_000, "kinds": "建立" + "活动小组" * 20_000 + "的", "verbs": "建立" * 40_000,
    "items": "一是甲。" + "二是“三日”。" * 5_000, "stops": "我们。" + "”" * 300_000 + "甲", "titles": "《履职办法》" * 8_000,
    "stops and brackets": "。”）" * 100_000 + "一是。", "numerals": "第" + "一" * 100_000, "offices": "主席 " * 100_000,
    "hashes": "#" * 300_000 + " 甲", "marks": "我" + "\u0301" * 100_000,
}


@pytest.mark.parametrize("kind", LINES)
def test_a_line_without_end_is_cut_into_its_parts(kind):
    line = LINES[kind]
    text = f"{line}\n{line}\n{line}\n{SENTENCE}\n"
    found = segment.__wrapped__(text)
    assert len(found.left_out) + sum(len(s.passages) + len(s.headings) for s in found.speeches) <= 4
    line = line[:2 * limits.LINE_LIMIT] + line[2 * limits.LINE_LIMIT:][-9:]  # twice what is let in, with its end
    text = f"{line}\n{line}\n{line}\n{SENTENCE}\n"
    try:
        plan.prepare(text, "a.txt", Catalog(), NO_LIBRARY, datetime.date(2026, 1, 1))
    except Refused as refused:
        assert refused.cure


@pytest.mark.parametrize("markup", [
    "<p>我们" + "\n" * 400_000 + "建立制度。", "<p>我们建立制度。" + "\n" * 200_000 + "x", "<p>我们" + " \n" * 200_000 + "建立制度。", "我们建立制度。" + "<!--" * 200_000, "我们建立制度。" + "<![CDATA[" * 100_000,
    "我们建立制度。" + "<a " * 50_000, "我们建立制度。" + "<" * 80_000, "我们建立制度。" + "<?" * 200_000, "我们建立制度。<script>" + "<script>" * 100_000,
    "我们建立制度。" + "<!-- x -->" * 100_000, "<p>我们建立制度。</p>" + "<br>" * 20_000, "我们建立制度。" + "<header>x</header>" * 20_000,
    "我们建立制度。&#" + "1" * 5000 + ";&#x110000;&#xD800;&bogus;",
])
def test_markup_without_end_is_read(markup):
    assert re.match("我们\ufffd?建立制度。", from_html.from_markup(markup).text)


@pytest.mark.parametrize("tag", ["p", "li", "td", "dd"])
def test_what_nobody_closed_ends_where_the_next_begins(tag):
    assert from_html.from_markup(f"<{tag}>{SENTENCE}" * 3000).text.count(SENTENCE) == 3000


@pytest.mark.parametrize("markup", ["<div>" * 20_000, "<b>" * 20_000, "<table><tr><td>" * 9_000, "<ol><li>" * 9_000, "<blockquote><p>" * 9_000])
def test_markup_nested_beyond_reason_is_refused(markup):
    with pytest.raises(Refused, match="层次套得太深"):
        from_html.from_markup(markup + SENTENCE)


def test_a_page_of_too_many_tags_is_refused_before_it_is_parsed(monkeypatch):
    monkeypatch.setattr(from_html, "_Soup", None)
    with pytest.raises(Refused, match="标签太多"):
        from_html.from_markup("<i>" * (from_html.TAGS_LIMIT + 1))


@pytest.mark.parametrize("odd", ["²", "x", "", "-1", "9" * 5000, "1e9", "三"])
def test_a_list_that_starts_at_no_number_starts_at_one(odd):
    assert from_html.from_markup(f'<ol start="{odd}"><li>甲<li>乙</ol>').text == "1. 甲\n\n2. 乙\n"


@pytest.mark.parametrize(("text", "message"), [
    ("我" * (limits.LINE_LIMIT + 1), r"第 1 行有 50001 个字，不像一段话"),
    (SENTENCE + "\r" + "我" * (limits.LINE_LIMIT + 1), r"第 2 行有 50001 个字，不像一段话"),
    ("我们。\n\n" * (limits.LINES_LIMIT + 1), "段落超过 5 万个"),
    ("我们建立制度。\n" * (limits.CHARACTERS_LIMIT // 8 + 1), "文件里有 200 万字，超过 200 万字"),
])
def test_a_text_too_large_is_refused_before_it_is_cut(text, message):
    for check in (limits.check_size, lambda text: from_markdown.document(text.encode())):
        with pytest.raises(Refused, match=message) as refused:
            check(text)
        assert refused.value.cure


def test_more_speeches_or_names_than_anybody_reads_are_refused():
    with pytest.raises(Refused, match="认出 1001 篇发言"):
        imported("".join(f"第{i % 90 + 1}篇 把茶馆变成议事的地方\n\n{SENTENCE}\n\n" for i in range(1001)))
    many = "".join(f"我们建立{chr(0x4e10 + i)}{chr(0x6000 + i)}回音制度。\n\n" for i in range(1100))
    with pytest.raises(Refused, match=r"认出 10\d\d 个候选做法，提到 10\d\d 处"):
        imported(many, Take(every=True))
    # Without more words a dozen are drafted, and the rest is listed.
    assert any(line.startswith("像是做法的名称多于 12 个：只起草了最像的 12 个，还有 10") for line in imported(many))
