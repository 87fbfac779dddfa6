"""Office browsers on Chromium 86: scripts in ES2015, nothing newer called without a way round, no layout that rests on later CSS."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import tree_sitter_javascript
from playwright.sync_api import Page, expect
from tree_sitter import Language, Node, Parser

from tests.conftest import PROJECT

PARSER = Parser(Language(tree_sitter_javascript.language()))
DESK = PROJECT / "macros/desk/static"
SCRIPTS = sorted([*(PROJECT / "docs/assets/javascripts").rglob("*.js"), *DESK.glob("*.js")])
STYLES = sorted([*(PROJECT / "docs/assets/stylesheets").glob("*.css"), *DESK.glob("*.css")])

# --- syntax -----------------------------------------------------------------------------------

# Node types of the grammar that ES2015 does not have, modules aside, which file:// does not have.
LATER_NODES = frozenset({
    "optional_chain", "??", "**", "**=", "??=", "||=", "&&=", "async", "await", "field_definition", "private_property_identifier",
    "class_static_block", "import", "import_statement", "export_statement", "hash_bang_line", "using", "decorator",
})


def nodes(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from nodes(child)


def is_later(node: Node) -> bool:
    """Whether this node is written as ES2016 or later."""
    text = (node.text or b"").decode()
    kinds = [child.type for child in node.children if child.type != "comment"]
    return (
        node.type in LATER_NODES
        or (node.type == "spread_element" and node.parent is not None and node.parent.type == "object")
        or (node.type == "rest_pattern" and node.parent is not None and node.parent.type == "object_pattern")
        or (node.type == "catch_clause" and "(" not in kinds)
        or (node.type in ("arguments", "formal_parameters") and kinds[-2:] == [",", ")"])
        or (node.type == "number" and (("_" in text) or text.endswith("n")))
        or (node.type == "regex_flags" and not set(text) <= set("gimuy"))
        or (node.type == "regex_pattern" and re.search(r"\(\?<|\\[pP]\{|\(\?[a-z-]*:(?<!\(\?:)", text) is not None)
    )


def later_syntax(code: bytes) -> list[str]:
    """Line and words of everything that is no ES2015."""
    root = PARSER.parse(code).root_node
    found = [node for node in nodes(root) if node.is_error or node.is_missing or is_later(node)]
    return [f"{node.start_point.row + 1}: {(node.text or b'').decode()[:60]}" for node in found]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_scripts_are_es2015(script: Path) -> None:
    assert later_syntax(script.read_bytes()) == []


def test_scripts_of_the_built_site_are_es2015(site: Path) -> None:
    """What the build generates, and what the theme brings."""
    made = [*sorted((site / "assets/javascripts").glob("*.js")), *sorted((site / "assets/javascripts/page").glob("*.js")),
            *sorted((site / "assets/kb").rglob("*.js")),
            *sorted((site / "assets/data").rglob("*.js"))]
    assert any(f.name.startswith("bundle.") for f in made)
    assert {f.name: later for f in made if (later := later_syntax(f.read_bytes()))} == {}


@pytest.mark.parametrize("code", [
    "a?.b", "a ?? b", "a ** b", "a ||= b", "async () => 1", "async function f() { await 1; }", "class A { x = 1 }", "class A { #x() {} }",
    "x = { ...a }", "const { a, ...b } = c", "try {} catch {}", "f(a,)", "function f(a,) {}", "1_000", "1n", "/a/s", "/(?<=a)b/", "/\\p{L}/u",
    "import('x')", "export const a = 1", "for await (const a of b) {}", "let = = 1",
])
def test_what_is_later_would_be_noticed(code: str) -> None:
    assert later_syntax(code.encode()) != []


@pytest.mark.parametrize("code", [
    "const [a, ...b] = [...c]; f(...a); `x${a}`; class A { static x() {} get y() { return 1; } }", "x = { a, b() {}, [c]: 1, 主题: 2 };",
    "for (const a of b) { label: for (;;) break label; }", "/(?:a|b)(?=c)/giy; function f(a = 1, { b }, ...c) {}", "try {} catch (e) {}",
])
def test_es2015_passes(code: str) -> None:
    assert later_syntax(code.encode()) == []


# --- interfaces -------------------------------------------------------------------------------

# What came after Chromium 86, by where it hangs. The replaced names throw nothing: they are just not there.
LATER = {
    "window": "structuredClone reportError Intl.Segmenter AbortSignal.timeout AbortSignal.any crypto.randomUUID Object.hasOwn Object.groupBy "
              "Map.groupBy Array.fromAsync Promise.withResolvers Promise.try URL.canParse URL.parse CSS.highlights Highlight "
              "CompressionStream scheduler navigation showOpenFilePicker FinalizationRegistry cookieStore Sanitizer Iterator "
              "queryLocalFonts documentPictureInPicture launchQueue trustedTypes EditContext CloseWatcher RegExp.escape",
    "Array.prototype": "at findLast findLastIndex toSorted toReversed toSpliced with group groupToMap",
    "String.prototype": "at isWellFormed toWellFormed",
    "Uint8Array.prototype.__proto__": "at findLast findLastIndex toSorted toReversed with",
    "Uint8Array.prototype": "toHex toBase64 setFromHex",
    "Set.prototype": "union intersection difference symmetricDifference isSubsetOf isSupersetOf isDisjointFrom",
    "Map.prototype": "getOrInsert getOrInsertComputed",
    "URLSearchParams.prototype": "size",
    "Element.prototype": "checkVisibility setHTML setHTMLUnsafe getHTML moveBefore ariaNotify currentCSSZoom",
    "HTMLElement.prototype": "showPopover hidePopover togglePopover inert popover",
    "HTMLInputElement.prototype": "showPicker",
    "HTMLSelectElement.prototype": "showPicker",
    "HTMLDialogElement.prototype": "requestClose closedBy",
    "Document.prototype": "startViewTransition caretPositionFromPoint",
    "Navigator.prototype": "userAgentData virtualKeyboard clipboard",
    "AbortSignal.prototype": "throwIfAborted reason",
    "ShadowRoot.prototype": "setHTML",
    "Selection.prototype": "getComposedRanges direction",
    "Promise": "withResolvers",
}
AGED = """(later) => {
  const find = (path) => path.split('.').reduce((thing, name) => thing && thing[name], window);
  Object.keys(later).forEach((owner) => later[owner].split(' ').forEach((name) => {
    const path = (owner === 'window' ? name : owner + '.' + name).split('.');
    const last = path.pop();
    const thing = path.length ? find(path.join('.')) : window;
    if (thing) delete thing[last];
  }));
  // Helpers of iterators came together; the prototype itself is old.
  const helpers = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));
  ['map', 'filter', 'take', 'drop', 'flatMap', 'reduce', 'toArray', 'forEach', 'some', 'every', 'find'].forEach((name) => delete helpers[name]);
  Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });
  Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });
}"""
LEFT = "() => [typeof structuredClone, typeof [].at, typeof Object.hasOwn, typeof new Set().union, typeof navigator.clipboard, typeof [].values().map]"
ONE, TWO = "quan-yuan-ru-wei", "quan-yuan-pei-xun"


@pytest.fixture
def old(page: Page) -> Page:
    """A page in a browser that knows nothing later than Chromium 86 and forbids storing."""
    page.add_init_script(f"({AGED})({LATER!r})")
    return page


@pytest.fixture(params=["site_url", "file_url"])
def base(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue(request.param))


@pytest.mark.browser
def test_search_and_facets(old: Page, base: str) -> None:
    old.goto(base + "practices/index.html")
    assert old.evaluate(LEFT) == ["undefined"] * 6
    old.locator("#kb-query").fill("qyrw")
    expect(old.locator(".kb-row__title mark").first).to_have_text("全员入委")
    old.locator("#kb-query").fill("")
    facet = old.locator("input[name='form'][value='platform']")
    expected = old.locator(".kb-facet__value", has=facet).locator(".kb-facet__count").inner_text()
    facet.check()
    expect(old.locator("[data-kb-count]")).to_have_text(expected)
    old.locator("#kb-sort").select_option("name")
    old.go_back()
    old.get_by_role("button", name="去掉类型“平台载体”").click()
    expect(old.locator(".kb-chip")).to_have_count(0)


@pytest.mark.browser
def test_the_box_of_the_header(old: Page, base: str) -> None:
    old.goto(base + f"practices/{ONE}.html")
    old.keyboard.press("Control+k")
    old.locator(".kb-dialog__box").fill("双月")
    expect(old.locator(".kb-dialog__title mark").first).to_have_text("双月")
    old.keyboard.press("Enter")
    expect(old.locator("h1")).to_contain_text("双月")


@pytest.mark.browser
def test_folder_copy_and_word(old: Page, base: str) -> None:
    old.goto(base + f"practices/{ONE}.html")
    old.locator("[data-kb-menu-more] > summary").click()
    old.get_by_role("button", name="复制引用").click()
    expect(old.locator("[data-kb-status]")).to_contain_text("已复制引用。")
    old.get_by_role("button", name="放进材料夹").click()
    old.goto(base + f"practices/{TWO}.html?folder=%3Fids%3D{ONE}")
    old.get_by_role("button", name="放进材料夹").click()
    old.locator("[data-kb-added]").click()
    expect(old.locator("[data-kb-folder-item] .kb-rows-table__name > a")).to_have_text(["全员入委", "全员培训"])
    old.get_by_role("button", name="复制", exact=True).click()
    expect(old.locator("[data-kb-status]")).to_contain_text("已复制")
    with old.expect_download() as download:
        old.get_by_role("button", name="导出 Word").click()
    assert download.value.suggested_filename == "全员入委、全员培训.docx"


@pytest.mark.browser
def test_colours_and_menu(old: Page, base: str) -> None:
    old.set_viewport_size({"width": 390, "height": 844})
    old.goto(base + "index.html")
    scheme = old.locator("body")
    seen = {scheme.get_attribute("data-md-color-scheme")}
    for _ in range(3):
        old.locator("label.md-header__button:visible").click()
        seen.add(scheme.get_attribute("data-md-color-scheme"))
    assert seen == {"default", "slate"}
    expect(old.locator("#kb-nav")).to_be_hidden()
    old.get_by_role("button", name="菜单").click()
    old.locator("#kb-nav").get_by_role("link", name="发言").click()
    expect(old).to_have_url(base + "speeches/index.html")


# --- style sheets -----------------------------------------------------------------------------

# What Chromium 86 drops: a whole rule for a selector, the declaration for a value.
LATER_CSS = re.compile(
    r"""
    :has\( | :is\( | :where\( | :not\([^()]*, | :nth-child\([^)]*\ of | :modal\b | :user-valid | :open\b | ::highlight | ::details-content
    | @container | @layer | @scope | @starting-style | @view-transition | @font-palette-values | @media[^{]*[<>]=?
    | \bcolor-mix\( | \boklch\( | \boklab\( | \blch\( | \blab\( | \blight-dark\( | \bhwb\( | \brgb\(from | \bround\( | \bsin\( | \banchor\(
    | \d(?:[dsl]v[hwib]|cq[whib]|rlh|lh|ric|rcap)\b
    | (?<![\w-])(?:inset(?:-inline|-block)?|aspect-ratio|(?:margin|padding|border)-(?:inline|block)|translate|rotate|scale|container(?:-type|-name)?
        |content-visibility|contain-intrinsic-(?:size|width|height)|field-sizing|scrollbar-gutter|position-anchor|anchor-name|interpolate-size
        |line-clamp|text-box-trim|grid-template-(?:rows|columns)\s*:[^;]*subgrid)\s*:
    | :\s*(?:overflow-)?clip\s*[;}] | fit-content\( | stretch\s*[;}] | \bsubgrid\b | \bmasonry\b
    """,
    re.X,
)


def later_css(text: str) -> list[str]:
    """Line and words of everything in a style sheet that Chromium 86 drops and the layout would miss.

    What only looks better with it may stay: accent-color, text-underline-offset, text-wrap, text-spacing-trim.
    """
    text = re.sub(r"/\*.*?\*/", lambda m: "\n" * m.group().count("\n"), text, flags=re.S)
    found = [(text.count("\n", 0, match.start()) + 1, match.group().strip()) for match in LATER_CSS.finditer(text)]
    return [f"{line}: {words}" for line, words in found + list(nested(text))]


def nested(text: str) -> Iterator[tuple[int, str]]:
    """The rules that stand within a rule."""
    open_: list[str] = []
    start = 0
    for match in re.finditer(r"[{};]", text):
        if match.group() == "{":
            prelude = text[start:match.start()].strip()
            if open_ and not open_[-1].startswith("@"):
                yield text.count("\n", 0, match.start()) + 1, prelude
            open_.append(prelude)
        elif match.group() == "}":
            open_.pop()
        start = match.end()


@pytest.mark.parametrize("style", STYLES, ids=lambda path: path.name)
def test_layout_rests_on_css_of_chromium_86(style: Path) -> None:
    assert later_css(style.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("rule", [
    "a:has(b) { color: red; }", ":is(a, b) { color: red; }", "a:not(b, c) { color: red; }", "a { inset: 0; }", "a { color: color-mix(in srgb, red, blue); }",
    "a { aspect-ratio: 1; }", "a { height: 100dvh; }", "@container (width > 1px) { a { color: red; } }", "@media (width >= 600px) { a { color: red; } }",
    "a { margin-inline: 1px; }", "a { overflow: clip; }", "a { content-visibility: auto; }", "a { b { color: red; } }",
    "a { grid-template-rows: subgrid; }", "a { rotate: 3deg; }",
])
def test_later_css_would_be_noticed(rule: str) -> None:
    assert later_css(rule) != []
