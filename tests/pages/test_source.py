import pytest
from bs4 import BeautifulSoup

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
    assert _facts(page) == {"种类": "网页汇编", "时间": "2022年5月1日", "简称": "2022汇编", "何处可得": "政协网站“交流”栏",
                            "原文网址": "本库没有记", "原文隐去": "2 处"}
    # Who finds it nowhere has somebody to ask.
    assert page.select_one("#text ~ p").get_text() == "这里只有大意，不放全文。“何处可得”写的是政协网站“交流”栏：到那里用来源的全名或者各篇的题目去找。找不到的，问把这个网站给你的人。"


def test_the_address_of_the_original_is_a_link(tmp_path):
    tree = Tree(tmp_path)
    tree.write("sources/jian-bao.yml", "title: 简报\nkind: 网页\naddress: https://www.example.gov.cn/zx/7.html?a=1&b=2\n")
    graph = Graph(load(tree.root)[0])
    renderer = Renderer(graph, PROJECT / "overrides/fragments", contact="县政协研究室，电话 0315-0000000")
    page = BeautifulSoup(next(plan.make().html for plan in source.plans(graph, renderer, Keys(graph, "")) if plan.url == "sources/jian-bao.html"), "html.parser")
    link = page.select_one(".kb-facts a")
    assert (link["href"], link.get_text()) == ("https://www.example.gov.cn/zx/7.html?a=1&b=2",) * 2
    assert page.select_one("#text ~ p").get_text() == "这里只有大意，不放全文。原文在上面的网址。找不到的，问维护本库的人：县政协研究室，电话 0315-0000000"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "www.example.gov.cn", "file:///D:/a.doc", "https://政协.cn/a b"])
def test_only_an_address_of_the_web_is_one(tmp_path, address):
    tree = Tree(tmp_path)
    tree.write("sources/jian-bao.yml", f"title: 简报\nkind: 网页\naddress: {address}\n")
    (finding,) = load(tree.root)[1]
    assert finding.code == "bad-value"
    assert finding.message.startswith("原文网址（address）不是网上的地址：")


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
