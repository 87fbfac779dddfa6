from macros.pages.page import RenderedPage
from macros.pages.theme_frame import Shell, marked, tidy

PAGE = RenderedPage("practices/a.html", "<甲> & 乙", '说"明', "<p>正文</p>")


def test_values_take_the_places_of_the_marks_escaped_but_for_the_body():
    page = marked(PAGE)
    shell = Shell.cut(f"<title>{page.title}</title><meta content=\"{page.description}\">{page.html}|{page.url}|{page.title}")
    assert shell.fill(PAGE).decode() == (
        "<title>&lt;甲&gt; &amp; 乙</title><meta content=\"说&#34;明\"><p>正文</p>|practices/a.html|&lt;甲&gt; &amp; 乙"
    )


def test_text_of_an_entry_that_looks_like_a_mark_is_not_filled():
    page = marked(PAGE)
    odd = RenderedPage("practices/b.html", page.description, "丙", "丁")
    assert Shell.cut(f"{page.title}/{page.description}").fill(odd).decode() == f"{page.description}/丙"


def test_empty_lines_go_but_for_those_that_show():
    assert tidy("<p>甲</p>\n\n  \n\n<pre>一\n\n二</pre>\n \n<p>乙</p>") == "<p>甲</p>\n<pre>一\n\n二</pre>\n<p>乙</p>"
