from macros.pages import speech


def test_outline_has_practices_beside_each_place(opened):
    page = opened(speech, "speeches/bian-zu.html")
    item = page.select_one("#p2-1")
    assert item.select_one(".kb-anchor").get_text() == "一是"
    assert item.select_one(".kb-told a")["href"] == "../practices/wei-yuan-bian-zu.html"
    assert "另有 1 篇讲到" in item.get_text()


def test_who_where_and_masks(opened, small_graph):
    page = opened(speech, "speeches/bian-zu.html")
    facts = {d.dt.get_text(): d.dd.get_text() for d in page.select(".kb-facts > div")}
    assert facts["单位"].startswith("xx市政协（第1篇） · 市级 · 名称隐去")
    assert facts["原文隐去"] == f"{small_graph.catalog.speeches['bian-zu'].masks} 处"


def test_neighbouring_speeches_are_linked(opened):
    pager = opened(speech, "speeches/lian-luo.html").select_one(".kb-pager")
    assert [a["href"] for a in pager.select("a")] == ["../speeches/bian-zu.html", "../speeches/da-bu-fen.html"]
