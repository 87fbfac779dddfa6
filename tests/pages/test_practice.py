from macros.library.catalog import load
from macros.library.graph import Graph
from macros.pages import practice

URL = "practices/wei-yuan-bian-zu.html"


BIAN_ZU, LIAN_LUO = "wei-yuan-bian-zu:bian-zu", "wei-yuan-bian-zu:lian-luo"
ONE = "practices/gong-zuo-zhan.html"


def test_summary_links_entries_by_title(opened):
    page = opened(practice, URL)
    lead = page.select_one(".kb-lead")
    assert lead.get_text() == "把委员编成小组，小组有“组长”——也叫工作站的召集人。"
    assert lead.a["href"] == "../practices/gong-zuo-zhan.html"


def test_a_body_is_a_row_never_a_column(opened, cells):
    page = opened(practice, URL)
    assert [row["data-kb-account"] for row in page.select(".kb-accounts tbody tr")] == [LIAN_LUO, BIAN_ZU]
    second, first = cells(page, LIAN_LUO), cells(page, BIAN_ZU)
    assert list(first) == ["单位", "进展", "怎么做", "多久一次、数字", "出处与段落大意"]
    assert first["单位"] == "xx 市政协〔编组〕 委员编组 · 本篇叫法：三组制 只放这家 只引用这家"
    assert (first["进展"], second["进展"]) == ("计划 “几点打算” · 全篇", "已实施 “目前已”")
    assert second["多久一次、数字"] == "每月活动一次"
    assert second["出处与段落大意"].startswith("第1段 ")
    assert "谁来做 =1+1 由专委会牵头 第2段·二是" in first["怎么做"]


def test_the_tally_answers_first(opened):
    page = opened(practice, URL)
    assert [li.get_text(" ", strip=True) for li in page.select("ul.kb-tally li")] == ["已实施 1", "计划 1"]
    assert opened(practice, ONE).select_one(".kb-tally--one").get_text(" ", strip=True) == "只有 甲县政协 讲到 不明 原文讲了做法，看不出进展"


def test_told_by_one_it_is_an_article_and_no_table_of_one_line(opened):
    page = opened(practice, ONE)
    assert not page.select("[data-kb-rows]")
    assert page.select_one("#accounts").get_text(" ", strip=True) == "讲了什么 第1段"
    assert [li.get_text() for li in page.select(".kb-accounts li")] == ["委员轮流到站"]
    assert page.select_one(".kb-aside .kb-rest").get_text(" ", strip=True) == "甲县政协 · 《站点》 · 第1段 讲站点"
    assert page.select_one(".kb-tally--one")["data-kb-account"] == "gong-zuo-zhan:da-bu-fen"


def test_a_part_shows_its_own_progress_and_its_word_is_explained(opened):
    page = opened(practice, URL)
    assert [row.get_text(" ", strip=True) for row in page.select(".kb-parts tr")] == ["工作站 委员在站里接待群众。 不明"]
    assert page.select_one(".kb-parts + .kb-legend").get_text(" ", strip=True) == "不明 原文讲了做法，看不出进展"


def test_a_silence_is_told_of_the_speech_and_aspect_that_an_editor_looked_at(opened, cells):
    page = opened(practice, URL)
    assert cells(page, LIAN_LUO)["怎么做"] == "原文没有说：实行后的效果"
    assert page.get_text().count("原文没有说：") == 1
    assert "原文没有说：" not in opened(practice, ONE).get_text()


def test_the_words_of_progress_on_it_are_explained(opened):
    page = opened(practice, URL)
    assert {pair.dt.get_text(strip=True): pair.dd.get_text(strip=True) for pair in page.select(".kb-accounts .kb-legend div")} == {
        "已实施": "原文说已经做了", "计划": "原文说打算做，没有说已经动手"}
    assert page.select_one(".kb-accounts td .kb-progress__label")["title"] == "已实施：原文说已经做了"


def test_words_to_find_it_by_are_not_shown(opened):
    page = opened(practice, URL)
    assert page.select_one(".kb-aliases").get_text() == "又称：三组制、编组履职"
    assert "分组办法" not in str(page)


def test_corrections_stand_newest_first_and_who_reviewed_it(opened):
    page = opened(practice, URL)
    assert [li.get_text() for li in page.select(".kb-changes li")] == ["2026年11月27日：进展由推进中改为计划", "2026年11月25日：补上联络站里的小组"]
    assert "提案委办公室于2026年11月28日逐段核对" in page.select_one(".kb-address").get_text()
    untouched = opened(practice, "practices/pei-xun.html")
    assert not untouched.select(".kb-changes")
    assert "核对" not in untouched.select_one(".kb-address").get_text()


def test_it_leads_to_the_terms_that_it_uses(opened):
    page = opened(practice, URL)
    assert [(a["href"], a.parent.small.get_text()) for a in page.select("#terms + ul a")] == [("../glossary.html#t-san-zu", "原文没有解释")]


def test_a_masked_figure_is_shown_as_masked_and_named_members_stand_beside_it(opened, cells):
    figures = cells(opened(practice, URL), BIAN_ZU)["多久一次、数字"]
    assert "临时支部： x 个临时支部 原文隐去 教育、经济" in figures
    assert "每人每年参加活动： 至少参加一次" in figures


def test_each_statement_leads_to_its_paragraph_when_there_are_several(opened):
    page = opened(practice, URL)
    point = next(li for li in page.select(".kb-accounts li") if "每名委员进一个小组" in li.get_text())
    assert point.a["href"] == "../speeches/bian-zu.html#p2-1"
    assert point.a.get_text() == "第2段·一是"
    assert point.a["title"] == "xx市政协〔编组〕 · 《委员编组》"
    assert page.select_one(f"[data-kb-account='{LIAN_LUO}'] .kb-rows-table__at a")["title"] == "xx市政协〔联络〕 · 《联络站》"


def test_entry_text_stays_text(opened):
    page = opened(practice, URL)
    assert '写了 {{ 7*7 }} 和 <img onerror=alert(1)> & "引号"' in page.get_text()
    assert not page.select("img")


def test_related_and_confusable_show_on_both_pages(opened):
    here, there = opened(practice, URL), opened(practice, "practices/gong-zuo-zhan.html")
    assert here.select_one("#parts").get_text(" ", strip=True) == "由哪几部分组成 1 部分，各有一条"
    assert here.select_one(".kb-parts a")["href"] == "../practices/gong-zuo-zhan.html"
    assert there.select_one("#related").parent.h3.get_text() == "所属整体"
    assert there.select_one("#related").parent.a["href"] == "../practices/wei-yuan-bian-zu.html"
    other = opened(practice, "practices/pei-xun.html").select_one("#distinct").parent
    assert "“@全员培训”是上课，委员编组是编组" in other.get_text()
    assert other.a["href"] == "../practices/wei-yuan-bian-zu.html"


def test_what_the_sources_leave_open_is_listed(opened):
    page = opened(practice, URL)
    assert [li.get_text() for li in page.select(".kb-open li")] == ["小组的数目", "实行后的效果 xx市政协〔联络〕 · 《联络站》 · 成效"]


def test_a_listed_figure_names_its_members_and_gives_no_number(opened):
    figures = opened(practice, ONE).select_one("#figures + ul").get_text(" ", strip=True)
    assert figures == "站点： 没有写数目，列举了 东站、西站"


def test_without_originals_the_page_says_that_gists_are_no_original_and_names_the_source(opened):
    note = opened(practice, URL).select_one(".kb-last").get_text()
    assert note.startswith("段落大意是本库写的，不是原文。来源：《三篇发言汇编》，政协网站“交流”栏。")


def test_it_says_how_many_answers_its_problem_has_elsewhere(tree):
    """Other bodies' practices count; its own body's and those that it shares with others don't."""
    tree.copy("practices/wei-yuan-ke-tang.yml", "practices/bie-jia.yml", ("speech: jia-shi", "speech: yi-xian"), ('at: ["2.2"]', 'at: ["1"]'),
              ("title: 委员课堂", "title: 别家课堂"), ("topics: [member-duty]", "topics: [member-duty]\nproblems: [weak-participation]"))
    tree.replace("practices/wei-yuan-ke-tang.yml", "topics: [member-duty]", "topics: [member-duty]\nproblems: [weak-participation]")
    graph = Graph(load(tree.root)[0])
    found = {pid: practice.elsewhere(graph, graph.catalog.practices[pid]) for pid in graph.practice_ids}
    assert found == {"wei-yuan-bian-zu": None, "wei-yuan-ke-tang": ("weak-participation", 2), "bie-jia": ("weak-participation", 2)}
