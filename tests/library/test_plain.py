"""`[[id]]` is said once: pages, the API, the search index, Word and `kb diff` show the same title."""

from macros.editing.telling import shown
from macros.exports.records import Records
from macros.library.catalog import load
from macros.library.graph import Graph
from macros.library.plain import Piece, plain, resolved
from macros.pages.links import Links
from macros.search.records import collect
from tests.small_tree import Tree

TEXT = "与[[wei-yuan-ke-tang]]、[[jia-shi]]不同，[[nowhere]]没有"
PLAIN = "与委员课堂、{}不同，[[nowhere]]没有"


def test_every_outlet_resolves_alike(tree: Tree) -> None:
    small_catalog, _ = load(tree.root)
    graph = Graph(small_catalog)
    speech = small_catalog.speeches["jia-shi"].title
    wanted = PLAIN.format(speech)
    assert plain(TEXT, small_catalog) == wanted
    assert Records(graph).plain(TEXT) == wanted
    assert shown(TEXT, small_catalog) == wanted
    assert Links(graph, 1).text(TEXT).striptags() == wanted
    assert [piece for piece in resolved(TEXT, small_catalog) if piece.entry_id] == [
        Piece("委员课堂", "practices", "wei-yuan-ke-tang"), Piece(speech, "speeches", "jia-shi")]


def test_no_link_is_raw_in_the_search_index(tree: Tree) -> None:
    """Summaries of problems, notes and the outline of a speech may link as well as a practice may."""
    tree.replace("speeches/jia-shi.yml", "gist: 讲编组和课堂。", "gist: 讲编组和[[wei-yuan-ke-tang]]。")
    catalog, _ = load(tree.root)
    lines = [line for record in collect(Graph(catalog), []) for _, line in record.body]
    assert "讲编组和委员课堂。" in lines
    assert [line for line in lines if "[[" in line] == []
