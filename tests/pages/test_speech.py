from macros.pages import speech


def test_outline_has_practices_beside_each_place(opened):
    page = opened(speech, "speeches/bian-zu.html")
    item = page.select_one("#p2-1")
    assert item.select_one(".kb-anchor").get_text() == "第2段·一是"
    assert item.select_one(".kb-told a")["href"] == "../practices/wei-yuan-bian-zu.html"
    assert "另有 1 篇讲到" in item.get_text()


def test_who_where_and_masks(opened, small_graph):
    page = opened(speech, "speeches/bian-zu.html")
    facts = {d.dt.get_text(): d.dd.get_text() for d in page.select(".kb-facts > div")}
    assert facts["单位"].startswith("xx市政协〔编组〕 · 市级 · 名称隐去")
    assert facts["原文隐去"] == f"{small_graph.catalog.speeches['bian-zu'].masks} 处"
    # The place in the source stands where the source stands; a date that nobody wrote is not told to be missing.
    assert facts["来源"] == "三篇发言汇编 第1篇"
    assert facts["来源日期"] == "2022年5月1日"
    assert "原文未说明" not in page.get_text()


def test_the_words_of_progress_on_it_are_explained(opened, legend):
    assert legend(opened(speech, "speeches/da-bu-fen.html")) == {
        "试点": "原文说已经在一部分地方试", "不明": "原文讲了做法，看不出进展"}


def test_it_leads_back_to_its_source(opened):
    page = opened(speech, "speeches/bian-zu.html")
    assert [(a.get_text(), a["href"]) for a in page.select(".kb-crumbs a")] == [("发言", "../speeches/index.html"), ("2022汇编", "../sources/hui-bian.html")]


def test_neighbouring_speeches_are_linked(opened):
    pager = opened(speech, "speeches/lian-luo.html").select_one(".kb-pager")
    assert [a["href"] for a in pager.select("a")] == ["../speeches/bian-zu.html", "../speeches/da-bu-fen.html"]
