"""The account row: what stands in its columns, in which order, and which columns are folded."""

from bs4 import BeautifulSoup

from macros.model.entries import Unsaid
from macros.model.vocabulary import Aspect, Status
from macros.pages import organization, problem
from macros.pages.fingerprints import Keys
from macros.pages.rows import by_progress, row, rows
from tests.pages.telling import telling

HIDDEN = {"label": "活动小组", "state": "redacted", "raw": "x个活动小组"}


def test_points_stand_by_aspect_how_first_and_the_rhythm_in_a_column_of_its_own():
    one = row(telling("p", "s", "o", "planned", ("effect", "人多了"), ("rhythm", "每月一次"), ("lead", "主席会议"), ("how", "编组"), (None, "说明")))
    assert [(label, point.text) for label, point in one.how] == [("", "编组"), ("", "说明"), ("谁来做", "主席会议"), ("成效", "人多了")]
    assert [point.text for point in one.often] == ["每月一次"]
    assert one.key == "p:s"


def test_only_what_this_speech_leaves_unsaid_stands_in_its_row():
    found = (Unsaid(what="效果", speech="s", aspect=Aspect.EFFECT), Unsaid(what="几次", speech="s", aspect=Aspect.RHYTHM),
             Unsaid(what="别篇的事", speech="other", aspect=Aspect.HOW), Unsaid(what="哪篇都没有说的"))
    one = row(telling("p", "s", "o", "planned", unsaid=found))
    assert (one.unsaid_how, one.unsaid_often) == (("效果",), ("几次",))


def test_a_row_tells_how_often_by_a_rhythm_a_figure_or_what_an_editor_looked_for():
    silent = telling("p", "s", "o", "planned", unsaid=(Unsaid(what="几次", speech="s", aspect=Aspect.RHYTHM),))
    assert [row(t).gives_often for t in (telling("p", "s", "o", "done"), silent, telling("p", "s", "o", "done", figures=(HIDDEN,)))] == [False, False, True]
    assert row(silent).tells_often
    assert row(telling("p", "s", "o", "planned", at=("1", "2"))).several
    assert not row(silent).several


def test_the_furthest_come_first_and_equals_keep_their_order():
    given = [telling(f"p{i}", "s", "o", status) for i, status in enumerate(("unclear", "planned", "done", "planned", "called-for"))]
    assert [each.telling.practice_id for each in rows(given)] == ["p0", "p1", "p2", "p3", "p4"]
    assert [each.telling.practice_id for each in by_progress(given)] == ["p2", "p1", "p3", "p4", "p0"]
    assert by_progress(given)[0].status is Status.DONE


def test_a_column_that_no_row_fills_is_folded_and_named(small_graph, small_renderer):
    def page(kind, url):
        found = {plan.url: plan for plan in kind.plans(small_graph, small_renderer, Keys(small_graph, ""))}
        return BeautifulSoup(found[url].make().html, "lxml")
    heads = {url: [th.get_text() for th in page(kind, url).select("[data-kb-rows] thead th:not(.kb-tick)")]
             for kind, url in ((organization, "organizations/xx-shi-2.html"), (organization, "organizations/jia-xian.html"), (problem, "problems/few-come.html"))}
    assert heads == {
        "organizations/xx-shi-2.html": ["做法", "进展", "多久一次、数字", "回答的问题", "出处"],
        "organizations/jia-xian.html": ["做法", "进展", "怎么做", "多久一次、数字", "出处"],
        "problems/few-come.html": ["做法", "单位", "进展", "怎么做", "多久一次、数字", "出处"],
    }
    assert page(organization, "organizations/xx-shi-2.html").select_one(".kb-folded").get_text() == "“怎么做”各行都没有记，没有列出。"
    assert page(organization, "organizations/jia-xian.html").select_one(".kb-folded").get_text() == "“回答的问题”各行都没有记，没有列出。"
    assert not page(problem, "problems/few-come.html").select(".kb-folded")


def test_in_a_table_of_many_practices_two_points_stand_and_the_rest_is_led_to(small_graph, small_renderer):
    """An account with three points and two figures, in short; all of it is a click away."""
    found = {plan.url: plan for plan in problem.plans(small_graph, small_renderer, Keys(small_graph, ""))}
    page = BeautifulSoup(found["problems/few-come.html"].make().html, "lxml")
    here = page.select_one("[data-kb-account='wei-yuan-bian-zu:bian-zu']")
    assert here.select_one(".kb-rows-table__how").get_text() == '每名委员进一个小组；写了 {{ 7*7 }} 和 <img onerror=alert(1)> & "引号" 另有 1 点'
    further = here.select_one(".kb-further")
    assert (further["href"], further["aria-label"]) == ("../practices/wei-yuan-bian-zu.html", "“委员编组”另有 1 点")
    assert not page.select("[data-kb-account='wei-yuan-bian-zu:lian-luo'] .kb-further")


def test_more_is_a_menu_only_of_several(small_renderer):
    def more(*of):
        page = BeautifulSoup(small_renderer.component("actions", "practices/p.html", *of), "lxml")
        return [button.get_text() for button in page.select("details button")], [button.get_text() for button in page.select(".kb-actions > button")]
    assert more("p", "引用", None) == (["复制引用", "复制地址"], ["放进材料夹", "导出 Word", "打印"])
    assert more("all", None, None) == (["复制地址", "导出 Word 对照表", "导出 Word 全文"], ["全部放进材料夹", "导出 Word", "打印", "对照着看"])
    assert more("p", None, None) == ([], ["放进材料夹", "导出 Word", "打印", "复制地址"])
