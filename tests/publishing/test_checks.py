"""What stops a publish, with the words that the editor reads."""

import os
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace as changed
from pathlib import Path

import pytest

from macros.publishing.checks import Expected

Found = Callable[..., list[str]]
Replace = Callable[[str, str, str], None]
LINK = '<a href="xue-xi-ri.html">'
PAGE = "practices/bian-zu-zhi.html"


def test_a_good_site_has_no_finding(found: Found) -> None:
    assert found() == []


def test_a_folder_without_a_home_page_is_no_site(sample: Path, found: Found) -> None:
    (sample / "index.html").unlink()
    assert found() == ["index.html:1 no-site 这个文件夹里没有首页，不是生成好的网站"]


@pytest.mark.parametrize(("url", "message"), [
    ("mei-you.html", "broken-link “mei-you.html”指的文件 practices/mei-you.html 不存在"),
    ("../topics/", "broken-link “../topics/”指的文件 topics 不存在"),
    ("../speeches/bian-zu.html#p9", "broken-anchor “../speeches/bian-zu.html#p9”指的位置 #p9 在 speeches/bian-zu.html 里没有"),
    ("#mei-you", "broken-anchor “#mei-you”指的位置 #mei-you 在 practices/bian-zu-zhi.html 里没有"),
    ("/practices/xue-xi-ri.html", "absolute-link “/practices/xue-xi-ri.html”从根开始，放到子路径下或双击打开会断"),
    ("../../etc/passwd", "outside-link “../../etc/passwd”指到了网站外面"),
    ("javascript:alert(1)", "script-address 链接是脚本：“javascript:alert(1)”"),
    ("&#106;ava&#10;script:alert(1)", "script-address 链接是脚本：“java\nscript:alert(1)”"),
    ("http://[", "bad-link “http://[”不是合法的地址"),
])
def test_a_bad_link(found: Found, replace: Replace, url: str, message: str) -> None:
    replace(PAGE, LINK, f'<a href="{url}">')
    assert found() == [f"{PAGE}:14 {message}"]


def test_the_page_for_wrong_addresses_links_from_the_root(found: Found, replace: Replace) -> None:
    replace("404.html", 'src="/assets/', 'src="assets/')
    assert found() == ["404.html:17 relative-link “assets/javascripts/kb.0123abcd.js”是相对地址，在深层的错误地址下会断"]


def test_a_missing_file_is_told_once_for_each_page(sample: Path, found: Found) -> None:
    (sample / "assets/javascripts/kb.0123abcd.js").unlink()
    lines = found()
    assert len(lines) == 13
    assert lines[0].endswith("指的文件 assets/javascripts/kb.0123abcd.js 不存在")


@pytest.mark.parametrize(("tag", "asked"), [
    ('<img src="https://cdn.example.org/a.png" alt="">', "https://cdn.example.org/a.png"),
    ('<img srcset="//cdn.example.org/a.png 2x" alt="">', "//cdn.example.org/a.png"),
    ('<link rel="preconnect" href="https://fonts.gstatic.com">', "https://fonts.gstatic.com"),
    ('<iframe src="http://example.org/"></iframe>', "http://example.org/"),
    ('<form action="https://example.org/q"></form>', "https://example.org/q"),
    ('<meta http-equiv="refresh" content="0; url=https://example.org/">', "https://example.org/"),
])
def test_a_page_that_asks_elsewhere(found: Found, replace: Replace, tag: str, asked: str) -> None:
    replace("index.html", "<h1>", f"{tag}<h1>")
    assert found() == [f"index.html:13 external-request 打开这一页会向站外请求 {asked}"]


@pytest.mark.parametrize(("file", "text", "asked"), [
    ("assets/stylesheets/main.89abcdef.min.css", "@import 'https://fonts.example.org/a.css';", "https://fonts.example.org/a.css"),
    ("assets/stylesheets/main.89abcdef.min.css", "b { background: url( //example.org/a.png) }", "//example.org/a.png"),
    ("assets/javascripts/kb.0123abcd.js", 'fetch("https://api.example.org/x");', "https://api.example.org/x"),
    ("assets/javascripts/kb.0123abcd.js", 'new WebSocket("wss://example.org/");', "wss://example.org/"),
])
def test_a_file_that_asks_elsewhere(sample: Path, found: Found, file: str, text: str, asked: str) -> None:
    (sample / file).write_text(f"\n{text}\n", encoding="utf-8")
    assert found() == [f"{file}:2 external-request 这个文件会向站外请求 {asked}"]


@pytest.mark.parametrize(("tag", "message"), [
    ("<script>alert(1)</script>", "inline-script 页面里直接写了脚本"),
    ('<script type="module">1</script>', "inline-script 页面里直接写了脚本"),
    ("<style>p{}</style>", "inline-style 页面里直接写了 <style>"),
    ('<p style="color:red">', "inline-style 页面里写了 style=“color:red”"),
    ('<img alt="" src="assets/images/favicon.svg" ONERROR="alert(1)">', "inline-script 页面里写了 onerror="),
    ('<svg/onload=alert(1)>', "inline-script 页面里写了 onload="),
])
def test_what_the_policy_forbids(found: Found, replace: Replace, tag: str, message: str) -> None:
    replace("index.html", "<h1>", f"{tag}<h1>")
    assert found() == [f"index.html:13 {message}"]


def test_a_picture_with_a_script(sample: Path, found: Found) -> None:
    (sample / "assets/images/favicon.svg").write_text("<svg>\n<script>alert(1)</script></svg>", encoding="utf-8")
    assert found() == ["assets/images/favicon.svg:2 inline-script 页面里直接写了脚本"]


def test_a_page_without_policy(found: Found, replace: Replace) -> None:
    replace("glossary.html", "Content-Security-Policy", "X-Nothing")
    assert found() == ["glossary.html:1 no-policy 这一页没有内容安全策略"]


def test_a_weak_policy(found: Found, replace: Replace) -> None:
    replace("glossary.html", "script-src 'self'", "script-src 'self' 'unsafe-inline'")
    assert len(found()) == 1
    assert found()[0].startswith("glossary.html:1 weak-policy 这一页的内容安全策略放得太宽：default-src 'none'; script-src 'self' 'unsafe-inline'")


@pytest.mark.parametrize(("name", "message"), [
    ("aux.html", "bad-name Windows 上不能有叫“aux.html”的文件或文件夹"),
    ("a:b.txt", "bad-name Windows 上不能有叫“a:b.txt”的文件或文件夹"),
    ("COM1/a.txt", "bad-name Windows 上不能有叫“COM1”的文件或文件夹"),
    ("end./a.txt", "bad-name Windows 上不能有叫“end.”的文件或文件夹"),
    ("Robots.txt", "same-name 和“Robots.txt”只差大小写，Windows 上会互相覆盖"),
    (".git/config", "hidden-file 点号开头的文件不该进网站"),
    ("practices/x.yml", "source-file 这是源文件，不该进网站"),
    ("notes.md", "source-file 这是源文件，不该进网站"),
    ("a" * 60 + "/" + "b" * 100 + ".txt", "long-path 路径有 165 个字符，最多 150 个"),
])
def test_a_name_that_can_not_travel(sample: Path, found: Found, name: str, message: str) -> None:
    (sample / name).parent.mkdir(parents=True, exist_ok=True)
    (sample / name).write_text("x", encoding="utf-8")
    if name == "Robots.txt":
        (sample / "robots.txt").write_text("x", encoding="utf-8")
        name = "robots.txt"
    assert [line for line in found() if "no-policy" not in line] == [f"{name}:1 {message}"]


def test_a_link_out_of_the_folder(sample: Path, found: Found) -> None:
    (sample / "passwd.txt").symlink_to("/etc/passwd")
    assert found() == ["passwd.txt:1 symlink 这是一个符号链接，复制到别处会断"]


@pytest.mark.parametrize("path", ["/srv/build-7/kb/docs", "/home/zhang/kb", "/Users/zhang/kb", r"C:\\Users\\zhang"])
def test_a_path_of_the_build_machine(found: Found, replace: Replace, expected: Expected, path: str) -> None:
    replace("api/terms.json", '"t-san-zu",', f'"t-san-zu", "from": "{path}",')
    lines = found(changed(expected, private=("/srv/build-7/kb",)))
    assert len(lines) == 1
    assert lines[0].startswith(f"api/terms.json:2 leaked-path 文件里有本机的路径 {path[:14]}")


def test_a_path_inside_a_word_file(sample: Path, found: Found) -> None:
    with zipfile.ZipFile(sample / "a.docx", "w") as parts:
        parts.writestr("word/document.xml", "<w:t>/home/zhang/kb</w:t>")
    assert found() == ["a.docx:1 leaked-path 文件里有本机的路径 /home/zhang/kb"]


ORIGINAL = "一、标题\n我们坚持每个季度邀请委员到社区听取群众意见，并把收集到的问题逐条登记、逐条答复、逐条销号，做到件件有着落。\n"
COPY = "坚持每个季度邀请委员到<b>社区</b>听取群众意见，\n并把收集到的问题逐条登记、逐条答复"


def test_original_text_is_found_through_tags_and_line_ends(found: Found, replace: Replace, expected: Expected) -> None:
    replace("practices/xue-xi-ri.html", "<p>", f"<p>{COPY}。")
    lines = found(changed(expected, originals=("别的\n", ORIGINAL)))
    assert lines == ["practices/xue-xi-ri.html:1 original-text 这里有原文的 35 个字：“坚持每个季度邀请委员到社区听取群众意见并把收集到…”"]


def test_original_text_is_found_in_escaped_json(found: Found, replace: Replace, expected: Expected) -> None:
    escaped = COPY.replace("<b>", "").replace("</b>", "").replace("\n", "").encode("ascii", "backslashreplace").decode()
    replace("api/terms.json", '"t-san-zu",', f'"t-san-zu", "text": "{escaped}",')
    assert [line.split(":")[0] for line in found(changed(expected, originals=(ORIGINAL,)))] == ["api/terms.json"]


def test_a_title_may_be_the_originals_own(found: Found, expected: Expected) -> None:
    title = "建立健全委员活动编组制度推动委员经常联系群众深入基层开展调研的主要做法"
    assert found(changed(expected, originals=(f"{title}\n",))) == []


def test_what_entries_say_one_after_another_may_stand(found: Found, replace: Replace, expected: Expected) -> None:
    words = "这是编组制的摘要，由专委会牵头，这是学习日的摘要。"
    replace("practices/xue-xi-ri.html", "<p>", f"<p>{words}</p><p>")
    assert found(changed(expected, originals=(f"{words}\n",))) == []


def test_text_may_show_when_nothing_is_held_back(found: Found, replace: Replace) -> None:
    replace("practices/xue-xi-ri.html", "<p>", f"<p>{COPY}。")
    assert found() == []


def test_a_lost_entry(sample: Path, found: Found) -> None:
    (sample / "api/practices.json").write_text('[{"id": "xue-xi-ri", "url": "practices/xue-xi-ri.html"}]', encoding="utf-8")
    assert found() == ["api/practices.json:1 count 网站里有 1 条做法，数据里有 2 条；少了：bian-zu-zhi"]


def test_an_entry_left_over(sample: Path, found: Found, replace: Replace) -> None:
    shutil.copy(sample / "topics/member-duty.html", sample / "topics/lao-zhuan-ti.html")
    replace("api/topics.json", "[\n", '[\n{"id": "lao-zhuan-ti", "url": "topics/lao-zhuan-ti.html"},\n')
    assert found() == ["api/topics.json:1 count 网站里有 2 条专题，数据里有 1 条；多了：lao-zhuan-ti"]


def test_a_site_that_does_not_say_which_version_its_data_is_of(sample: Path, found: Found) -> None:
    (sample / "api/index.json").unlink()
    assert found() == ["api/index.json:1 no-api 没有这个数据文件"]


def test_a_source_without_its_page(sample: Path, found: Found) -> None:
    (sample / "sources/hui-bian.html").unlink()
    assert found() == ["api/sources.json:1 no-page “hui-bian”的页面 sources/hui-bian.html 不存在"]


def test_a_page_left_over(sample: Path, found: Found) -> None:
    shutil.copy(sample / PAGE, sample / "practices/yi-shan.html")
    assert found() == ["practices/yi-shan.html:1 left-over 数据里没有这一条，页面是多出来的"]


def test_an_index_that_leaves_one_out(found: Found, replace: Replace) -> None:
    replace("practices/index.html", '<li><a href="xue-xi-ri.html">学习日</a></li>', "")
    assert found() == ["practices/index.html:1 count 做法总表列出 1 条，数据里有 2 条；少了：xue-xi-ri"]


def test_an_entry_without_its_place(found: Found, replace: Replace) -> None:
    replace("index.html", "#t-san-zu", "")
    replace("glossary.html", 'id="t-san-zu"', "")
    assert found() == ["api/terms.json:1 no-page “t-san-zu”在 glossary.html 里没有位置 #t-san-zu"]


@pytest.mark.parametrize(("content", "message"), [
    (None, "no-api 没有这个数据文件"),
    ("{}}", "bad-api 这个数据文件不是条目的列表，或条目缺 id、url"),
    ('{"a": 1}', "bad-api 这个数据文件不是条目的列表，或条目缺 id、url"),
    ('[{"id": "t-san-zu"}]', "bad-api 这个数据文件不是条目的列表，或条目缺 id、url"),
])
def test_a_data_file_that_can_not_be_read(sample: Path, found: Found, content: str | None, message: str) -> None:
    if content is None:
        (sample / "api/terms.json").unlink()
    else:
        (sample / "api/terms.json").write_text(content, encoding="utf-8")
    assert found() == [f"api/terms.json:1 {message}"]


def test_what_is_no_file_at_all(sample: Path, found: Found) -> None:
    os.mkfifo(sample / "pipe")
    assert found() == ["pipe:1 special-file 这不是普通的文件（是管道、设备一类），复制和打包都会停住"]
