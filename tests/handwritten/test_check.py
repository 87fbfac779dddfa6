from dataclasses import replace
from pathlib import Path

import pytest

from macros.handwritten import check

FRONT = "---\ntitle: 页\nrender_macros: true\n---\n\n"


def _messages(tmp_path: Path, small_graph, text: str) -> list[str]:
    (tmp_path / "a.md").write_text(FRONT + text, encoding="utf-8")
    return [f"{f.path}:{f.line}:{f.column} {f.message} | {f.cure}" for f in check.check(tmp_path, small_graph.catalog)]


@pytest.mark.parametrize(("text", "expected"), [
    ('{{ practice("gong-zuo-zha") }}',
     ["docs/a.md:6:4 宏 practice 的参数 id：没有编号为“gong-zuo-zha”的做法 | 是不是 gong-zuo-zhan（工作站）？没有就先新建这个做法"]),
    ('甲\n\n乙 {{ practices(topic="member-dut") }}',
     ["docs/a.md:8:6 宏 practices 的参数 topic：没有编号为“member-dut”的专题 | 是不是 member-duty（委员履职）？没有就先新建这个专题"]),
    ('{{ practices(by="类型") }}',
     ["docs/a.md:6:4 宏 practices 的参数 by 没有“类型”这一项 | 写 form；可写：form（类型）、organization（单位）、none（不分组）"]),
    ('{{ practices(topik="member-duty") }}',
     ["docs/a.md:6:4 宏 practices 没有参数“topik” | 是不是 topic？可用的参数：topic、form、problem、speech、organization、by"]),
    ("{{ practce() }}", ["docs/a.md:6:4 没有“practce”这个宏 | 是不是 practice？"]),
    ("{{ practice() }}", ['docs/a.md:6:4 宏 practice 缺少参数 id | 写成 practice("编号")']),
    ('{{ matrix("x") }}', ["docs/a.md:6:4 宏 matrix 的参数太多 | 这个宏没有参数"]),
    ("{{ recent(0) }}", ["docs/a.md:6:4 宏 recent 的参数 most 不是正整数：“0” | 写成 most=10"]),
    ("{{ practice( }}", ["docs/a.md:6:1 这里的 {{ }} 或 {% %} 不合写法 | 括号和引号要成对；要原样写出双花括号，就放进 {% raw %} 与 {% endraw %} 之间"]),
])
def test_a_wrong_call_is_told_with_its_place_and_the_nearest_right_value(tmp_path, small_graph, text, expected):
    assert _messages(tmp_path, small_graph, text) == expected


def test_a_kind_that_is_not_there_is_told_once(tmp_path, small_graph):
    catalog = replace(small_graph.catalog, practices={}, claimed=frozenset(c for c in small_graph.catalog.claimed if c[0] != "practices"))
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(FRONT + '{{ practice("wei-yuan-ke-tang") }} {{ practice("nope") }} {{ practices(topic="nope") }}\n', encoding="utf-8")
    assert [f"{f.path}:{f.line}:{f.column} {f.code} {f.message}" for f in check.check(tmp_path, catalog)] == [
        "docs/a.md:6:4 missing-part 库里一条做法也没有，手写页面里却写着做法的编号",
        "docs/a.md:6:62 macro-argument 宏 practices 的参数 topic：没有编号为“nope”的专题",
        "docs/b.md:6:62 macro-argument 宏 practices 的参数 topic：没有编号为“nope”的专题"]


def test_right_calls_and_pages_without_macros_pass(tmp_path, small_graph):
    (tmp_path / "b.md").write_text("{{ nonsense }} {{", encoding="utf-8")
    assert _messages(tmp_path, small_graph, '{{ practices(topic="member-duty", by="form") }} {{ count("terms") }}') == []


ONLY = "只留下宏，例如 {{ practices() }}；要原样写出双花括号，就放进 {% raw %} 与 {% endraw %} 之间"


@pytest.mark.parametrize(("text", "column", "what"), [
    ('{{ practice("gong-zuo-zhan") * 10**9 }}', 1, "计算或判断"),
    ("乙 {{ 9 ** 9 ** 9 }}", 3, "计算或判断"),
    ('{{ "%0999999999d" % 1 }}', 1, "计算或判断"),
    ('{{ "x" ~ practices() }}', 1, "计算或判断"),
    ('{{ "x"|center(10000000000) }}', 1, "过滤器（|）"),
    ('{% filter center(10000000000) %}x{% endfilter %}', 1, "过滤器（|）"),
    ('{{ "x".ljust(10000000000) }}', 1, "取值里的一部分"),
    ("{{ practices().a.b }}", 1, "取值里的一部分"),
    ('{{ practice(*["gong-zuo-zhan"]) }}', 1, "取值里的一部分"),
    ('{% for a in "0123456789" %}{% for b in "0123456789" %}{{ practices() }}{% endfor %}{% endfor %}', 1, "重复（{% for %}）"),
    ("{% macro f() %}{{ f() }}{{ f() }}{% endmacro %}{{ practices() }}", 1, "{% %} 的写法"),
    ('{% set x = "a" %}', 1, "{% %} 的写法"),
    ("{% if 9 ** 9 ** 9 %}x{% endif %}", 1, "计算或判断"),
    ("{% if practices() is nonsense %}x{% endif %}", 1, "计算或判断"),
    ('{{ "x" if 1 else "y" }}', 1, "计算或判断"),
    ('{{ ["x", "y"] }}', 1, "另外的值"),
    ('{{ {"a": practices()} }}', 1, "另外的值"),
    ('{{ practices()[0:1] }}', 1, "取值里的一部分"),
])
def test_a_page_calls_macros_and_does_nothing_else(tmp_path, small_graph, text, column, what):
    assert _messages(tmp_path, small_graph, text) == [f"docs/a.md:6:{column} 手写页面里只能调用宏，这里用了{what} | {ONLY}"]


def test_what_another_file_holds_is_to_be_written_into_the_page(tmp_path, small_graph):
    assert _messages(tmp_path, small_graph, '甲\n{% include "b.html" %}') == [
        "docs/a.md:7:1 手写页面里只能调用宏，这里用了取另一个文件（{% include %} 一类） | 把那个文件的内容直接写进这一页"]


@pytest.mark.parametrize("text", ["{{ " + "(" * 50_000, "{{ 1" + "0" * 9000 + " }}"])
def test_what_can_not_be_read_at_all_is_told(tmp_path, small_graph, text):
    told, = _messages(tmp_path, small_graph, text)
    assert "{{ }} 或 {% %}" in told


@pytest.mark.parametrize("front", ["render_macros: True", "render_macros: yes", '"render_macros": true', "render_macros: true # 用宏", "{render_macros: on}"])
def test_however_a_page_says_that_it_calls_macros_it_is_checked(tmp_path, small_graph, front):
    (tmp_path / "a.md").write_text(f"---\n{front}\n---\n{{{{ practce() }}}}\n", encoding="utf-8")
    assert [f.message for f in check.check(tmp_path, small_graph.catalog)] == ["没有“practce”这个宏"]


def test_raw_text_constants_and_comments_are_no_mistake(tmp_path, small_graph):
    assert _messages(tmp_path, small_graph, '{% raw %}{{ 1 * 2 }}{% endraw %} {{ "{% raw %}" }} {# 9 ** 9 #} {% if false %}{{ practices() }}{% endif %}') == []
