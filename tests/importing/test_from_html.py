"""The text of a saved web page."""

import pytest

from macros.importing import from_html
from macros.importing.reading import read
from macros.importing.refused import Refused


def text(markup):
    return from_html.read(markup.encode()).split("\n\n")


def test_the_site_around_the_article_is_left_out():
    page = """<html><head><title>站名</title></head><body><nav>首页 新闻</nav><header>站名</header>
      <article><header><h1>茶馆议事</h1></header><p>说的是<b>村里</b>的事。</p><script>alert(1)</script></article>
      <aside>猜你喜欢</aside><footer>版权</footer></body></html>"""
    assert text(page) == ["# 茶馆议事", "说的是村里的事。\n"]


def test_a_line_break_is_a_new_line_and_a_broken_source_line_is_not():
    assert text("<p>第一段很长，\n    还没有完。<br>第二段。</p>") == ["第一段很长，还没有完。", "第二段。\n"]
    assert text("<p><span>甲。<br/>乙。</span></p>") == ["甲。", "乙。\n"]


def test_words_beside_blocks_are_lines_of_their_own():
    assert text("<div>甲。<p>乙。</p>丙。</div>") == ["甲。", "乙。", "丙。\n"]
    assert text("<span><p>甲。</p><p>乙。</p></span>") == ["甲。", "乙。\n"]


def test_lists_keep_their_numbers():
    assert text("<ol start=3><li>定题</li><li><p>议事</p></li></ol><ul><li>记录</li></ul>") == ["3. 定题", "4. 议事", "记录\n"]


def test_tables_are_rows_and_frames_are_not():
    assert text("<table><tr><th>乡镇</th><th>数|目</th></tr><tr><td>东河</td><td>x</td></tr></table>") == [
        "| 乡镇 | 数／目 |", "| 东河 | x |\n"]
    assert text("<table><tr><td><p>甲。</p><p>乙。</p></td></tr></table>") == ["甲。", "乙。\n"]


def test_a_page_in_gbk():
    page = '<html><head><meta charset="gb2312"></head><body><p>说的是村里的事，镕。</p></body></html>'
    assert from_html.read(page.encode("gbk")) == "说的是村里的事，镕。\n"


def test_a_page_nested_beyond_reason_is_refused(tmp_path):
    file = tmp_path / "a.html"
    file.write_text("<div>" * 20000 + "甲。", encoding="utf-8")
    with pytest.raises(Refused, match="层次套得太深"):
        read(file)


def test_what_stands_around_the_article_and_what_is_not_shown_is_told():
    page = ("<body><nav>首页</nav><p>站上的话</p><article><h1>茶馆议事</h1><p>说的是村里的事，说了很久很久。</p><p style='display:none'>藏着</p>"
            "<!-- 编辑的话 --></article><div>下一篇</div></body>")
    read = from_html.document(page.encode())
    assert read.text == "# 茶馆议事\n\n说的是村里的事，说了很久很久。\n"
    assert sorted((line.why, line.text) for line in read.unseen) == sorted([
        ("正文以外的网页文字", "首页"), ("正文以外的网页文字", "站上的话"), ("正文以外的网页文字", "下一篇"), ("网页上不显示", "藏着"), ("网页注释", "编辑的话")])


def test_a_caption_is_text_and_a_hidden_item_takes_no_number():
    assert text("<table><caption>各乡的数</caption><tr><td>东河</td><td>3</td></tr></table>") == ["各乡的数", "| 东河 | 3 |\n"]
    assert text("<ol><li>甲</li><li hidden>暗</li><li>乙</li></ol>") == ["1. 甲", "2. 乙\n"]
