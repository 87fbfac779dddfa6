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


def test_right_calls_and_pages_without_macros_pass(tmp_path, small_graph):
    (tmp_path / "b.md").write_text("{{ nonsense }} {{", encoding="utf-8")
    assert _messages(tmp_path, small_graph, '{{ practices(topic="member-duty", by="form") }} {{ count("terms") }}') == []
