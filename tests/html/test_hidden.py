"""What no reader sees is found however it is hidden; what readers see, or hear, is none of it."""

import pytest

from macros.html.hidden import classes, in_drawing, on_page

MUCH = "甲" * 40


@pytest.mark.parametrize(("html", "found"), [
    ("<div hidden>甲</div>", "attribute <div hidden>"), ("<p HIDDEN='until-found'>甲</p>", "attribute <p hidden=“until-found”>"),
    ("<template>甲</template>", "tag <template>"), ("<noscript>甲</noscript>", "tag <noscript>"), ("<dialog>甲</dialog>", "tag <dialog>"),
    ("<input type=hidden value=甲>", "tag <input>"), ("<meta name=note content=甲>", "tag <meta>"), ("<font color=white>甲</font>", "tag <font>"),
    ("<svg><desc>甲</desc></svg>", "tag <desc>"), ("<p class='a kb-sr'>甲</p>", "class <p class=“kb-sr”>"),
    ("<p data-note='一二三四五六七八九十甲乙丙'>", "attribute <p data-note>"), ("<text visibility=hidden>甲</text>", "attribute <text visibility=“hidden”>"),
    ("<iframe src=a.html></iframe>", "embedded <iframe>"), ("<OBJECT data=a.pdf></OBJECT>", "embedded <object>"), ("<embed src=a.svg>", "embedded <embed>"),
    ("甲\n{: hidden }", "attribute hidden"), ("## 甲 {: #a .kb-sr }", "class .kb-sr"), ("甲\n{:hidden}", "attribute hidden"),
    ("甲{: class='a kb-sr' }", "class class="), ("<p popover>甲</p>", "attribute <p popover>"),
    ("<?note 甲?>", "comment <? ?>"), ("<![CDATA[甲]]>", "comment <![ ]>"), ("<!DOCTYPE 甲>", "comment <! >"), ("<!甲>", "comment <! >"),
    (f"<p title='{MUCH}'>", "long <p title>"), (f"<p aria-label='{MUCH}'>", "long <p aria-label>"), (f"![{MUCH}](a.png)", "long 图的名称 ![ ]"),
    (f"[甲](a.md '{MUCH}')", "long 链接的说明"), (f"[甲]: a.md \"{MUCH}\"", "long 链接的说明"), (f"*[乙]: {MUCH}", "long 链接的说明"),
    (f"甲\n{{: title='{MUCH}' }}", "long title="), (f"## 甲 {{: data-x={MUCH} }}", "attribute data-x="), (f"甲</b {MUCH}>", "tag </b >"),
    ("<video src=a.mp4>甲</video>", "tag <video>"), ("<audio>甲</audio>", "tag <audio>"), ("<progress>甲</progress>", "tag <progress>"),
    ("<meter value=1>甲</meter>", "tag <meter>"), ("<canvas>甲</canvas>", "tag <canvas>"), ("<select><option>甲</option><option>乙</option></select>", "tag <select>"),
    ("<ruby>甲<rp>乙</rp><rt>jia</rt></ruby>", "tag <rp>"), ("<math><annotation>甲</annotation></math>", "tag <annotation>"),
    ("<font color=red>甲</font>", "font <font>"), ("<font color='#FEFEFE'>甲</font>", "tag <font>"), ("<p class=headerlink>甲</p>", "foreign <p class=“headerlink”>"),
    ("甲\n{: .md-overlay }", "foreign .md-overlay"),
])
def test_what_is_hidden_on_a_page(html: str, found: str) -> None:
    (one,) = on_page(html, frozenset({"kb-sr"}), frozenset("a"))
    assert f"{one.kind} {one.detail}" == found


@pytest.mark.parametrize("html", [
    "<details><summary>甲</summary>乙</details>", "<p class=kb-note title='一二三四五六七八九十甲乙丙'>甲</p>", "<img src=a.png alt='一二三四五六七八九十甲乙丙'>",
    "<dialog open>甲</dialog>", "<p aria-hidden=true>甲</p>", "甲 hidden 乙", "## 甲 {: #hidden title='hidden' }", "<input type=search>", "<p data-a='甲'>乙</p>",
    "<video src=a.mp4> </video>乙", "<progress value=1></progress>", "<ruby>甲<rp>（</rp><rt>jia</rt><rp>）</rp></ruby>", "写 {a} 或 {甲.乙}", "<p class='kb-note a'>甲</p>",
    f"[{MUCH}](a.md)", f"[^1]: {MUCH}", "</b >",
])
def test_what_readers_see_is_not_hidden(html: str) -> None:
    assert list(on_page(html, frozenset({"kb-sr"}), frozenset("a"))) == []


def test_it_is_told_where_it_stands() -> None:
    assert [(f.line, f.column) for f in on_page("甲\n\n 乙<b hidden>\n{: .a hidden }")] == [(3, 3), (4, 7)]


@pytest.mark.parametrize(("inside", "found"), [
    ("<title>甲</title>", "tag <title>"), ("<metadata><rdf:RDF/></metadata>", "tag <metadata>|program <rdf:rdf>"), ("<!-- 甲 -->", "comment <!-- -->"),
    ("<g inkscape:label='甲'/>", "program inkscape:label"), ("<sodipodi:namedview/>", "program <sodipodi:namedview>"),
    ("<text style='fill:red; display : none'>甲</text>", "attribute <text style>"), ("<text style='opacity:0'>甲</text>", "attribute <text style>"),
    ("<text opacity='0'>甲</text>", "attribute <text opacity=“0”>"), ("<g id='一二三四五六七八九十甲乙'/>", ""), ("<?note 甲?>", "comment <? ?>"),
    ("<object/>", "embedded <object>"), ("<text style='opacity:0.5;font-size:10px'>甲</text>", ""), ("<a xlink:href='#a' xml:space='preserve'/>", ""),
    ("<image href='data:image/png;base64,AAAA'/>", "inner <image>"), ("<feImage xlink:href=' DATA:image/png,A'/>", "inner <feimage>"),
    ("<image href='a.png'/>", ""), ("<g note='一二三四五六七八九十甲乙'/>", "attribute <g note>"),
])
def test_what_is_hidden_in_a_drawing(inside: str, found: str) -> None:
    drawing = f'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{inside}<text>甲</text></svg>'
    assert "|".join(f"{one.kind} {one.detail}" for one in in_drawing(drawing)) == found


def test_entities_of_its_own_are_found() -> None:
    assert [one.kind for one in in_drawing('<!DOCTYPE svg [<!ENTITY a "甲">]><svg/>')] == ["comment"]


def test_the_classes_that_hide_are_read_from_the_styles() -> None:
    style = "/* .no { display: none } */ .a, .b .c, .d:empty { display: none } .e { color: red } [dir] .md-typeset .f { visibility:hidden }" \
            " @media print { .g { display: none } @page { margin: 0 } } .h { opacity: 0.5 } .i { clip-path: inset(50%) }" \
            " .j { clip: rect(0 0 0 0) } .k { clip:rect(1px, 1px, 1px, 1px) } .l { clip: rect(0, 80px, 20px, 0) } .m { clip-path: circle(0) }"
    assert classes(style) == {"a", "f", "i", "j", "k", "m"}
