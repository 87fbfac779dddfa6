from bs4 import BeautifulSoup

from macros.handwritten.macros import Macros
from macros.library.catalog import load
from macros.library.graph import Graph
from macros.pages.renderer import Renderer
from tests import frozen
from tests.conftest import FRAGMENTS


def test_problems_that_a_topic_answers_most_come_first():
    catalog, _ = load(frozen.DATA)
    page = BeautifulSoup(Macros(Renderer(Graph(catalog), FRAGMENTS), "topics/level-linkage.html").paths("level-linkage"), "lxml")
    rows = {row.dt.get_text(): len(row.find_all("a")) - 1 for row in page.select(".kb-paths > div")}
    assert next(iter(rows)).startswith("三级政协")
    assert list(rows.values()) == sorted(rows.values(), reverse=True)
    assert 0 not in rows.values()
