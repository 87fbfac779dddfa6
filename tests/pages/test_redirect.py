from macros.pages import redirect


def test_an_old_address_leads_to_the_entry(small_graph, small_renderer):
    page = next(redirect.pages(small_graph, small_renderer))
    assert (page.url, page.moved_to, page.listed) == ("practices/san-zu-zhi.html", "wei-yuan-bian-zu.html", False)
    assert 'href="../practices/wei-yuan-bian-zu.html"' in page.html
