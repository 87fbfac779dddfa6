"""The records as scripts: cut by a hash that the browser works out too."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page

from macros.exports import entries
from macros.exports.records import Records, dumps
from macros.library.graph import Graph

LOAD = "ids => new Promise(done => kb.entries(ids, (records, problem) => done([records, problem])))"
Contents = dict[str, bytes]
IDS = ["a", "quan-yuan-ru-wei", "constructor", "0", "wei-yuan-zhi-jia-" + "x" * 47]


@pytest.fixture(scope="module")
def lines(graph: Graph) -> Contents:
    return {record["id"]: dumps(record) for record in Records(graph).practices()}


@pytest.fixture(scope="module")
def scripts(lines: Contents) -> Contents:
    return dict(entries.files(lines))


def test_a_small_library_is_one_file_and_a_manifest(scripts: Contents) -> None:
    script, manifest = scripts
    assert script.startswith("assets/data/entries-00.")
    assert manifest == "assets/data/entries.js"
    assert f'["{script}"]'.encode() in scripts[manifest]


@pytest.mark.parametrize(("practices", "files"), [(299, 1), (300, 64), (2500, 128), (5000, 256), (50_000, 256)])
def test_the_number_of_files_grows_with_the_library(practices: int, files: int) -> None:
    assert entries.shards(practices) == files


def test_names_change_with_the_content_only(lines: Contents, scripts: Contents) -> None:
    assert list(dict(entries.files(dict(reversed(lines.items()))))) == list(scripts)
    changed = {pid: line.replace("委员".encode(), "成员".encode()) for pid, line in lines.items()}
    assert not set(dict(entries.files(changed))) & set(scripts) - {entries.MANIFEST}


@pytest.mark.browser
def test_the_browser_finds_the_same_file(desk: Page) -> None:
    for count in (1, 64, 256):
        assert desk.evaluate("([ids, n]) => ids.map(id => kb.shard(id, n))", [IDS, count]) == [
            entries.shard(entry_id, count) for entry_id in IDS]


@pytest.mark.browser
def test_records_come_in_the_order_asked_and_unknown_ids_are_left_out(desk: Page, lines: Contents) -> None:
    records, problem = desk.evaluate(LOAD, ["pei-xun", "constructor", "no-such", "wei-yuan-bian-zu"])
    assert problem == ""
    assert records == [json.loads(lines[pid]) for pid in ("pei-xun", "wei-yuan-bian-zu")]


@pytest.mark.browser
def test_shards_are_loaded_when_needed(page: Page, site: Path, lines: Contents, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "shards", lambda count: 64)
    sharded = dict(entries.files(lines))
    for address, script in sharded.items():
        (site / address).write_bytes(script)
    page.goto((site / "practices/page.html").as_uri())
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(Path(request.url).name))
    records, problem = page.evaluate(LOAD, ["pei-xun"])
    assert ([r["id"] for r in records], problem) == (["pei-xun"], "")
    shard = entries.shard("pei-xun", 64)
    assert loaded == ["entries.js", Path(list(sharded)[shard]).name]


@pytest.mark.browser
def test_a_missing_file_is_told_to_the_reader(page: Page, site: Path, scripts: Contents) -> None:
    (site / next(iter(scripts))).unlink()
    page.goto((site / "practices/page.html").as_uri())
    records, problem = page.evaluate(LOAD, ["pei-xun"])
    assert records == []
    assert problem == "有数据文件没有加载到。请刷新页面再试；如果是下载到本机看的，请确认 assets 文件夹完整。"


@pytest.mark.browser
def test_a_library_published_anew_is_found_without_a_reload(page: Page, site: Path, scripts: Contents) -> None:
    old = site / next(iter(scripts))
    manifest = site / entries.MANIFEST
    page.goto((site / "practices/page.html").as_uri())
    page.evaluate("() => new Promise(done => kb.loadScript('assets/data/entries.js', done))")
    old.rename(site / "assets/data/entries-00.new.js")
    manifest.write_text(manifest.read_text().replace(old.name, "entries-00.new.js"))
    records, problem = page.evaluate(LOAD, ["pei-xun"])
    assert ([r["id"] for r in records], problem) == (["pei-xun"], "")
