"""Files for OpenSearch and Elasticsearch."""

import json

import pytest

from macros.exports import bulk
from macros.library.graph import Graph


def test_every_action_is_followed_by_its_document(graph: Graph) -> None:
    lines = dict(bulk.files(graph))["bulk-001.ndjson"].splitlines()
    actions, documents = [json.loads(x) for x in lines[::2]], [json.loads(x) for x in lines[1::2]]
    assert actions[0] == {"index": {"_index": "shijian-ku", "_id": "wei-yuan-bian-zu"}}
    assert [a["index"]["_id"] for a in actions] == [d["id"] for d in documents]
    assert [d["kind"] for d in documents] == ["practices"] * 3 + ["speeches"] * 3 + ["problems"] + [
        "organizations"] * 3 + ["topics"] * 2 + ["terms"] * 2 + ["formulations", "sources"]


def test_a_file_ends_with_a_line_break_as_bulk_demands(graph: Graph) -> None:
    assert all(text.endswith("}\n") for _, text in bulk.files(graph))


def test_large_libraries_are_cut_into_requests(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = dict(bulk.files(graph))["bulk-001.ndjson"]
    monkeypatch.setattr(bulk, "FILE_BYTES", 3000)
    parts = [text for name, text in bulk.files(graph) if name.startswith("bulk-")]
    assert len(parts) > 1
    assert "".join(parts) == whole
    assert all(len(part.splitlines()) % 2 == 0 for part in parts)


def test_what_holds_on_one_account_can_be_asked_together() -> None:
    accounts = bulk.mapping()["mappings"]["properties"]["accounts"]
    assert accounts["type"] == "nested"
    assert accounts["properties"]["progress"]["properties"]["status"] == {"type": "keyword"}


@pytest.mark.parametrize(("analyser", "texts", "queries"), [
    ("smartcn", "smartcn", "smartcn"), ("ik", "ik_max_word", "ik_smart"), ("cjk", "cjk", "cjk")])
def test_the_analyser_is_named_once(analyser: str, texts: str, queries: str) -> None:
    mapping = bulk.mapping(analyser)
    assert mapping["settings"]["analysis"]["analyzer"] == {"zh": {"type": texts}, "zh_query": {"type": queries}}
    title = mapping["mappings"]["properties"]["title"]
    assert (title["analyzer"], title["search_analyzer"]) == ("zh", "zh_query")
    assert title["fields"]["pair"]["analyzer"] == "cjk"


def test_every_field_of_the_mapping_is_a_field_of_the_documents(graph: Graph) -> None:
    documents = [document for _, document in bulk.documents(graph)]
    for name in bulk.mapping()["mappings"]["properties"]:
        assert any(name in document for document in documents), name
