"""A page taken apart: what it refers to, what it carries, and where that stands."""

import pytest

from macros.html.page import parse


@pytest.mark.parametrize(("html", "references"), [
    ('<a href=" a.html ">', [("a.html", False)]),
    ('<script src="a.js"></script><img src="b.png" srcset="c.png 1x, d.png 2x">', [("a.js", True), ("b.png", True), ("c.png", True), ("d.png", True)]),
    ('<link rel="stylesheet" href="a.css"><link rel="next" href="b.html">', [("a.css", True), ("b.html", False)]),
    # The canonical address is a name, no link.
    ('<link rel="canonical" href="https://x.example/">', []),
    ('<meta http-equiv="refresh" content="0; url=\'b.html\'">', [("b.html", True)]),
    ('<svg><use xlink:href="#a"/></svg><form action="s.html"></form>', [("#a", True), ("s.html", True)]),
    # The browser takes the first of two.
    ('<a href="one.html" href="two.html">', [("one.html", False)]),
    ("<!-- <a href='no.html'> --><p>a.html</p>", []),
])
def test_every_address_is_told_and_whether_the_browser_asks_for_it_by_itself(html: str, references: list[tuple[str, bool]]) -> None:
    assert [(r.url, r.fetched) for r in parse(html).references] == references


def test_an_address_is_told_with_its_line_and_column() -> None:
    (found,) = parse('<p>\n  <a href="a.html">甲</a>').references
    assert (found.line, found.column) == (2, 3)


@pytest.mark.parametrize(("html", "kinds"), [
    ("<script>1</script>", ["script"]), ("<script type='application/json'>{}</script>", []), ("<style>p {}</style>", ["style"]),
    ("<p style='color: red' onclick='x()'>", ["handler", "style-attribute"]), ("<a href=' java\tscript:x'>", ["address"]),
    ("<iframe srcdoc='<b>'>", ["script"]), ("<a href='data:text/html,x'>", ["address"]), ("<p title='甲: 乙'>", []),
])
def test_what_a_strict_policy_forbids_is_told(html: str, kinds: list[str]) -> None:
    assert sorted(found.kind for found in parse(html).inline) == kinds


def test_anchors_and_policy() -> None:
    page = parse('<meta http-equiv="Content-Security-Policy" content="default-src \'none\'"><h2 id="p3">甲</h2><a name="alt">乙</a><p id="">')
    assert (page.anchors, page.policy) == ({"p3", "alt"}, "default-src 'none'")
    assert parse("<p>").policy is None
