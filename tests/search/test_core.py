"""What the index is made of, as scripts: names, sizes and what they leave out."""

import json
from typing import Any

from macros import search
from macros.library.graph import Graph
from macros.model.entries import Term
from macros.model.fields import validated
from tests.search.conftest import account, graph, practice, titled


def loaded(index: search.Index, name: str) -> Any:
    """The value that a script of the index sets."""
    text = next(text for address, text in index.files.items() if f"/{name}." in address)
    return json.loads(text.partition("]=")[2].rstrip(";\n"))


def test_the_manifest_names_the_files_and_counts_the_records(real: Graph) -> None:
    index = search.build(real, [("指南", "contributing/index.html", "怎样写。")])
    core, text = index.manifest["core"], index.manifest["text"]
    assert core["bytes"] == len(index.files[core["file"]].encode())
    assert text["file"] in index.files
    assert index.manifest["pages"]["file"] in index.files
    assert index.manifest["parts"] is None
    assert index.manifest["counts"]["practices"] == len(real.catalog.practices)
    assert index.manifest["counts"]["pages"] == 1
    assert search.MANIFEST in index.files


def test_names_of_files_change_with_their_content_only() -> None:
    def names(*titles: str) -> set[str]:
        return set(search.files(titled(*titles), ()))

    assert names("全员入委") == names("全员入委")
    assert names("全员入委") != names("全员培训")


def test_ids_that_the_title_spells_are_left_out() -> None:
    index = search.build(graph({"quan-yuan-ru-wei": practice("全员入委"), "px": practice("全员培训")}), ())
    kinds = {kind["kind"]: kind for kind in loaded(index, "core")["kinds"]}
    assert kinds["practices"]["ids"].split("\n") == ["px", ""] or kinds["practices"]["ids"].split("\n") == ["", "px"]


def test_only_traditional_characters_of_the_library_are_sent() -> None:
    index = search.build(titled("工作机制"), ())
    sent = loaded(index, "core")["traditional"]
    assert "機机" in sent
    assert "龍龙" not in sent


def test_a_term_helps_to_find_the_practices_that_it_stands_in() -> None:
    term = validated(Term, {"term": "双带", "expansion": "思想上带领、履职上带头", "at": [{"speech": "jia-jiang", "at": ["1"]}]})
    library = graph({"a": practice("“双带”机制"), "b": practice("讲堂")}, terms={"t-shuang-dai": term})
    terms = loaded(search.build(library, ()), "core")["facets"]["terms"]
    assert terms == {"expansions": "思想上带领、履职上带头", "linked": [[]]}


def test_links_in_texts_are_searched_by_the_name_of_their_target() -> None:
    library = graph({"a": practice("工作站", accounts=[account(points=["与[[b]]一起"])]), "b": practice("讲堂")})
    assert "与讲堂一起" in loaded(search.build(library, ()), "text")


def test_a_large_library_is_parted(monkeypatch: Any) -> None:
    monkeypatch.setattr(search, "WHOLE", 0)
    index = search.build(titled(*(f"做法{i}" for i in range(40))), ())
    parts = index.manifest["parts"]
    assert index.manifest["text"] is None
    assert index.manifest["facets"]["file"] in index.files
    assert (parts["shards"], parts["chunks"], parts["chunk"]) == (256, 2, 32)
    assert f"{parts['folder']}/shard-255.js" in index.files
    assert f"{parts['folder']}/chunk-1.js" in index.files
