import markdown

from macros.handwritten.stash import Stash


def test_html_passes_markdown_untouched():
    stash = Stash()
    block, inline = stash.put("<ul><li>*a* `b` [x](javascript:1)</li></ul>"), stash.put('<a href="x.html">__甲__</a>')
    html = markdown.markdown(f"前 {inline} 后\n\n{block}\n")
    assert stash.restore(html) == (
        '<p>前 <a href="x.html">__甲__</a> 后</p>\n<ul><li>*a* `b` [x](javascript:1)</li></ul>'
    )
