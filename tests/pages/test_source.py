from macros.library.catalog import load
from macros.library.graph import Graph
from macros.pages import source
from macros.pages.fingerprints import Keys
from macros.pages.renderer import Renderer
from tests.conftest import PROJECT
from tests.small_tree import Tree

URL = "sources/hui-bian.html"


def _facts(page):
    return {d.dt.get_text(): d.dd.get_text() for d in page.select(".kb-facts > div")}


def test_says_what_it_is_where_it_is_found_and_how_much_it_hides(opened):
    page = opened(source, URL)
    assert page.h1.get_text() == "三篇发言汇编"
    assert _facts(page) == {"种类": "网页汇编", "时间": "2022年5月1日", "简称": "2022汇编", "何处可得": "政协网站“交流”栏", "原文隐去": "2 处"}


def test_lists_its_speeches_by_their_place_in_it_with_who_spoke(opened):
    page = opened(source, URL)
    assert [(li["value"], li.a.get_text(), li.a["href"]) for li in page.select("ol.kb-list > li")] == [
        ("1", "把委员编成小组", "../speeches/bian-zu.html"), ("2", "联络站里的小组", "../speeches/lian-luo.html"),
        ("3", "站点怎样办", "../speeches/da-bu-fen.html")]
    notes = [li.select_one(".kb-note").get_text(" ", strip=True) for li in page.select("ol.kb-list > li")]
    assert notes == ["xx 市政协〔编组〕 · 2 段 · 1 条做法 · 原文隐去 2 处", "xx 市政协〔联络〕 · 1 段 · 1 条做法", "甲县政协 · 1 段 · 2 条做法"]


def test_what_nobody_wrote_is_left_out_and_only_its_own_speeches_are_listed(tmp_path):
    tree = Tree(tmp_path)
    tree.write("sources/jian-bao.yml", "title: 简报\nkind: 网页\n")
    graph = Graph(load(tree.root)[0])
    renderer = Renderer(graph, PROJECT / "overrides/fragments")
    pages = {plan.url: plan.make() for plan in source.plans(graph, renderer, Keys(graph, ""))}
    assert "还没有收录发言。" in pages["sources/jian-bao.html"].html
    assert "时间" not in pages["sources/jian-bao.html"].html
    assert "speeches/" not in pages["sources/jian-bao.html"].html.replace("speeches/index.html", "")
    assert "speeches/jia-shi.html" in pages["sources/hui-bian.html"].html


def test_its_page_is_made_anew_when_a_speech_of_it_changes(tmp_path):
    tree = Tree(tmp_path)

    def key():
        graph = Graph(load(tree.root)[0])
        renderer = Renderer(graph, PROJECT / "overrides/fragments")
        return {plan.url: plan.key() for plan in source.plans(graph, renderer, Keys(graph, ""))}[URL]

    first = key()
    assert key() == first
    tree.replace("speeches/yi-xian.yml", "short: 县里的编组", "short: 县里怎样编组")
    assert key() != first
