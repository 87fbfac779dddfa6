"""A page that is kept is the page that would be made: after any edit, kept output equals a clean one."""

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import BytecodeCache

from macros import rules
from macros.findings import errors
from macros.library.catalog import load
from macros.library.graph import Graph
from macros.pages import KINDS, compiling
from macros.pages.fingerprints import Keys
from macros.pages.renderer import Renderer
from macros.runtime.file_cache import Memory
from macros.site.output import Output
from tests.building import build
from tests.conftest import FRAGMENTS, PROJECT, SMALL
from tests.small_tree import write_pages

HOME = "---\ntitle: 首页\nrender_macros: true\n---\n\n# 库\n\n{{ practices() }}\n"
WORDS = ("甲乙", "第2次", "xx市", "活动", "[[gong-zuo-zhan]]", "说明")


def _rendered(data: Path, memory: Memory | None, compiled: BytecodeCache) -> tuple[Renderer, list] | None:
    catalog, findings = load(data, memory=memory)
    if errors(findings):
        return None
    renderer = Renderer(Graph(catalog), FRAGMENTS, compiled=compiled)
    keys = Keys(renderer.graph, "")
    return renderer, [plan for kind in KINDS for plan in kind.plans(renderer.graph, renderer, keys)]


def _edit_a_value(data: Path, chance: random.Random) -> None:
    file = chance.choice(sorted(data.rglob("*.yml")))
    lines = file.read_text(encoding="utf-8").split("\n")
    places = [i for i, line in enumerate(lines) if re.search(r"(title|short|name|gist|text|summary|note|why|term|label|raw|cue|question|heading): \S", line)]
    if not places:
        return
    i = chance.choice(places)
    lines[i] = re.sub(r"((?:title|short|name|gist|text|summary|note|why|term|label|raw|cue|question|heading): )(\"?)",
                      lambda m: m.group(1) + m.group(2) + chance.choice(WORDS[:4] if "title" in m.group(1) else WORDS), lines[i], count=1)
    file.write_text("\n".join(lines), encoding="utf-8")


def _rename(data: Path, chance: random.Random) -> None:
    file = chance.choice(sorted((data / "practices").glob("*.yml")))
    new = f"{file.stem[:40]}-{chance.randrange(99)}"
    if (file.with_name(f"{new}.yml")).exists():
        return
    for other in data.rglob("*.yml"):
        text = other.read_text(encoding="utf-8")
        other.write_text(re.sub(rf"(?<![a-z0-9-]){file.stem}(?![a-z0-9-])", new, text), encoding="utf-8")
    file.rename(file.with_name(f"{new}.yml"))


def _copy(data: Path, chance: random.Random) -> None:
    file = chance.choice(sorted((data / "practices").glob("*.yml")))
    text = re.sub(r"^formerly:.*\n|^related:\n(?:  .*\n)+|^distinct_from:\n(?:  .*\n)+", "", file.read_text(encoding="utf-8"), flags=re.M)
    (data / "practices" / f"you-yi-tiao-{chance.randrange(20)}.yml").write_text(text, encoding="utf-8")


def _remove(data: Path, chance: random.Random) -> None:
    files = sorted((data / "practices").glob("you-yi-tiao-*.yml"))
    if files:
        chance.choice(files).unlink()


def _withdraw(data: Path, chance: random.Random) -> None:
    files = sorted((data / "practices").glob("you-yi-tiao-*.yml"))
    if files:
        file = chance.choice(files)
        text = file.read_text(encoding="utf-8")
        if "withdrawn:" not in text:
            file.write_text(text.rstrip("\n") + "\nwithdrawn: {on: 2026-12-01, reason: 重复}\n", encoding="utf-8")


EDITS: tuple[Callable[[Path, random.Random], None], ...] = (_edit_a_value,) * 6 + (_rename, _copy, _remove, _withdraw)


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> BytecodeCache:
    """The fragments, compiled once for all steps: that was nearly all the time of these tests."""
    return compiling.kept_in(tmp_path_factory.mktemp("compiled"))


@pytest.mark.parametrize("seed", range(4))
def test_the_same_key_means_the_same_page(tmp_path, seed, compiled):
    """80 random edits, renames, additions and removals a seed; every page is held to its key."""
    data = tmp_path / "data"
    shutil.copytree(SMALL, data)
    chance, memory = random.Random(seed), Memory()  # noqa: S311
    made: dict[tuple[str, str], str] = {}
    kept = 0
    for step in range(80):
        before = tmp_path / "before"
        shutil.rmtree(before, ignore_errors=True)
        shutil.copytree(data, before, copy_function=shutil.copy2)
        chance.choice(EDITS)(data, chance)
        found = _rendered(data, memory, compiled)
        if found is None:  # an edit that broke the library: take it back
            shutil.rmtree(data)
            shutil.copytree(before, data)
            continue
        for plan in found[1]:
            html = plan.make().html
            key = plan.url, plan.key()
            kept += key in made
            assert made.setdefault(key, html) == html, (step, plan.url)
    assert kept > 300


def _keys(data: Path) -> dict[str, str]:
    catalog, findings = load(data)
    assert not errors(findings)
    graph = Graph(catalog)
    renderer, keys = Renderer(graph, FRAGMENTS, compiled=compiling.kept_in(data.parent)), Keys(graph, "")
    return {plan.url: plan.key() for kind in KINDS for plan in kind.plans(graph, renderer, keys)}


# What stands on a page without being of its own entry: the edit, and the pages that it must turn over.
ELSEWHERE = {
    "a problem's title stands in the rows of a body": ("problems.yml", "title: 委员来得少怎么办？", "title: 委员缺席怎么办？",
                                                  {"organizations/xx-shi-1.html", "organizations/xx-shi-2.html", "practices/wei-yuan-bian-zu.html"}),
    "the progress of a part stands on the whole": ("practices/gong-zuo-zhan.yml", "{status: unclear}", "{status: done, cue: 已, scope: local}",
                                                 {"practices/wei-yuan-bian-zu.html", "organizations/jia-xian.html"}),
    "what a practice leaves unsaid stands on its problem": ("practices/wei-yuan-bian-zu.yml", "小组的数目", "小组的个数", {"problems/few-come.html"}),
}


@pytest.mark.parametrize("what", ELSEWHERE)
def test_what_a_page_shows_of_others_is_in_its_key(tmp_path: Path, what: str) -> None:
    file, old, new, pages = ELSEWHERE[what]
    data = tmp_path / "data"
    shutil.copytree(SMALL, data)
    before = _keys(data)
    text = (data / file).read_text(encoding="utf-8")
    assert old in text
    (data / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    after = _keys(data)
    assert {url for url in pages if before[url] == after[url]} == set()


def test_how_many_answer_a_problem_is_in_the_key_of_its_practices(tmp_path: Path) -> None:
    """A practice that nothing links to turns over the page that counts it."""
    data = tmp_path / "data"
    shutil.copytree(SMALL, data)
    text = (data / "practices/gong-zuo-zhan.yml").read_text(encoding="utf-8")
    (data / "practices/lun-zhi.yml").write_text(text.replace("title: 工作站", "title: 轮值"), encoding="utf-8")
    before = _keys(data)
    (data / "practices/lun-zhi.yml").write_text(text.replace("title: 工作站", "title: 轮值").replace(
        "topics: [member-duty]", "topics: [member-duty]\nproblems: [few-come]"), encoding="utf-8")
    after = _keys(data)
    assert before["practices/wei-yuan-bian-zu.html"] != after["practices/wei-yuan-bian-zu.html"]
    assert before["practices/pei-xun.html"] == after["practices/pei-xun.html"]


def test_files_that_were_read_before_give_the_same_catalogue(tmp_path):
    data = tmp_path / "data"
    shutil.copytree(SMALL, data)
    chance, memory = random.Random(7), Memory()  # noqa: S311
    for _ in range(40):
        _edit_a_value(data, chance)
        again, clean = load(data, memory=memory), load(data)
        assert again[0].practices == clean[0].practices
        assert again[0].organizations == clean[0].organizations
        assert again[1] == clean[1]
        assert sorted(rules.check(again[0])) == sorted(rules.check(clean[0]))


def test_a_page_with_its_old_key_is_moved_and_one_with_a_new_key_made(tmp_path):
    old, new = tmp_path / "old", tmp_path / "new"
    Output(old).page("a/1.html", "k1", lambda: b"eins")
    output = Output(new, old, {"a/1.html": "k1", "a/2.html": "k2"})
    output.page("a/1.html", "k1", lambda: pytest.fail("made again"))
    output.page("a/2.html", "k2", lambda: b"zwei")
    assert ((new / "a/1.html").read_text(), (new / "a/2.html").read_text()) == ("eins", "zwei")
    assert output.written == {"a/1.html": "k1", "a/2.html": "k2"}


def test_a_rebuild_that_fails_gives_back_what_it_took(tmp_path):
    old, new = tmp_path / "old", tmp_path / "new"
    first = Output(old)
    first.page("a/1.html", "k1", lambda: b"eins")
    first.file("api/all.json", "[]")
    output = Output(new, old, {"a/1.html": "k1"})
    output.page("a/1.html", "k1", lambda: pytest.fail("made again"))
    output.take_back(["api"])
    assert not (old / "api").exists()
    output.give_back()
    assert ((old / "a/1.html").read_text(), (old / "api/all.json").read_text()) == ("eins", "[]")


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library and its site; each test begins with a build, which makes only what the one before has changed."""
    folder = tmp_path_factory.mktemp("rebuilt")
    shutil.copytree(SMALL, folder / "data")
    write_pages(folder / "data", folder / "docs")
    (folder / "docs/index.md").write_text(HOME, encoding="utf-8")
    return folder


def _files(site: Path) -> dict[Path, tuple[int, int]]:
    return {f.relative_to(site): (f.stat().st_ino, f.stat().st_mtime_ns) for f in site.rglob("*") if f.is_file()}


def test_a_build_of_what_has_not_changed_touches_no_file(tree):
    site = build(PROJECT, data=tree / "data", docs=tree / "docs", site=tree / "site").site
    before = _files(site)
    assert build(PROJECT, data=tree / "data", docs=tree / "docs", site=tree / "site").changed == 0
    assert _files(site) == before


def test_an_edit_changes_only_the_files_that_differ_and_gives_a_clean_build(tree):
    site = build(PROJECT, data=tree / "data", docs=tree / "docs", site=tree / "site").site
    before = _files(site)
    practice = tree / "data/practices/pei-xun.yml"
    practice.write_text(practice.read_text(encoding="utf-8").replace("summary: 委员轮训。", "summary: 委员轮流培训。"), encoding="utf-8")
    result = build(PROJECT, data=tree / "data", docs=tree / "docs", site=tree / "site")
    touched = {str(f) for f, state in _files(site).items() if before.get(f) != state}
    assert result.changed >= len(touched)
    assert {"practices/pei-xun.html", "practices/index.html"} <= touched
    # A body's page shows what it says itself, so a summary of all is none of its business.
    assert not {"organizations/jia-xian.html", "practices/wei-yuan-bian-zu.html", "speeches/bian-zu.html", "assets/stylesheets/kb.css"} & touched
    clean = build(PROJECT, data=tree / "data", docs=tree / "docs", site=tree / "clean").site
    assert {f: (site / f).read_bytes() for f in _files(site)} == {f: (clean / f).read_bytes() for f in _files(clean)}


def test_a_file_that_somebody_changed_in_the_site_is_made_again(tree):
    site = build(PROJECT, data=tree / "data", docs=tree / "docs", site=tree / "site").site
    (site / "index.html").write_text("x", encoding="utf-8")
    (site / "practices/pei-xun.html").unlink()
    build(PROJECT, data=tree / "data", docs=tree / "docs", site=tree / "site")
    assert "<h1" in (site / "index.html").read_text(encoding="utf-8")
    assert (site / "practices/pei-xun.html").is_file()
