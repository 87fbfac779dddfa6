"""What a correction can be about: every statement has the path that its data has."""

import pytest

from macros.library.catalog import load
from macros.library.graph import Graph
from macros.library.statements import Statements
from tests import frozen


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph(load(frozen.DATA)[0])


def test_a_practice_tells_body_by_body(graph: Graph) -> None:
    found = {s.field: s for s in Statements(graph).of("practices", "wei-yuan-zhi-jia")}
    assert next(iter(found)) == "title"
    first = graph.catalog.practices["wei-yuan-zhi-jia"].accounts[0]
    body = graph.name_of(graph.catalog.speeches[first.speech].organization)
    progress = found["accounts.0.progress"]
    assert (progress.label, progress.account) == (f"{body} · 进展", first.speech)
    assert progress.text.startswith(first.progress.status.label)
    assert found["accounts.0.points.0"].text.startswith(first.points[0].text)
    assert "keywords" not in found and "added" not in found


@pytest.mark.parametrize("kind", ["practices", "speeches", "organizations", "problems", "terms", "topics", "sources"])
def test_every_path_leads_to_its_place_in_the_data(graph: Graph, kind: str) -> None:
    statements = Statements(graph)
    for entry_id, entry in graph.catalog.of(kind).items():
        found = list(statements.of(kind, entry_id))
        assert found
        assert len({s.field for s in found}) == len(found)
        for statement in found:
            value = entry
            for step in statement.field.split("."):
                value = value[int(step)] if step.isdigit() else getattr(value, step)
            assert value not in (None, (), "")
            assert statement.text


def test_paragraphs_are_numbered_through_the_sections(graph: Graph) -> None:
    speech = graph.catalog.speeches["wei-yuan-jing-zhun-lv-zhi"]
    labels = [s.label for s in Statements(graph).of("speeches", "wei-yuan-jing-zhun-lv-zhi") if s.field.endswith("gist") and ".items." not in s.field]
    assert labels == [f"第{n}段" for n in range(1, len(speech.paragraphs) + 1)]
