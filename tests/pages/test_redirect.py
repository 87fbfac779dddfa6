from macros.pages import redirect
from macros.pages.fingerprints import Keys


def test_an_old_address_leads_to_the_entry(small_graph, small_renderer):
    page = next(redirect.plans(small_graph, small_renderer, Keys(small_graph, ""))).make()
    assert (page.url, page.moved_to) == ("practices/san-zu-zhi.html", "wei-yuan-bian-zu.html")
    assert 'href="../practices/wei-yuan-bian-zu.html"' in page.html
