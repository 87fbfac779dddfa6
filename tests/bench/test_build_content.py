"""Every generator gets the pages that our own build makes, with nothing left to work out."""

from pathlib import Path

import content
import library
import pytest
from generators import markdown

from macros.library import urls
from macros.library.catalog import load


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made-up") / "data"
    library.write(folder, 60)
    return folder


def test_the_entry_pages_are_ours(data: Path) -> None:
    catalog, findings = load(data)
    assert not findings
    ours = {urls.entry(kind, entry_id) for kind in ("practices", "speeches", "organizations", "problems", "topics") for entry_id in catalog.of(kind)}
    pages = {page.url for page in content.read(data).pages if page.kind and page.id != "index"}
    assert pages == ours


def test_a_changed_title_changes_the_pages_that_show_it(data: Path, tmp_path: Path) -> None:
    before = content.read(data)
    chosen = before.practices[30]
    markdown.write(tmp_path, before)
    was = {file: file.read_text("utf-8") for file in tmp_path.rglob("*.md")}
    entry = data / "practices" / f"{chosen.id}.yml"
    entry.write_text(entry.read_text("utf-8").replace(chosen.title, f"{chosen.title}（新）", 1), "utf-8")
    markdown.write(tmp_path, content.read(data))
    changed = {file.relative_to(tmp_path).as_posix() for file, text in was.items() if file.read_text("utf-8") != text}
    speech, topic = (chosen.facts["tellings"][0]["places"][0]["url"].split(".")[0], chosen.facts["topics"][0]["url"].split(".")[0])
    assert {f"practices/{chosen.id}.md", "practices/index.md", f"{speech}.md", f"{topic}.md"} <= changed
    assert len(changed) < len(was) / 2


def test_the_markdown_of_a_practice_has_everything_that_its_page_shows(data: Path, tmp_path: Path) -> None:
    found = content.read(data)
    markdown.write(tmp_path, found)
    practice = next(p for p in found.practices if p.facts["problems"] and p.facts["unsaid"])
    text = (tmp_path / "practices" / f"{practice.id}.md").read_text("utf-8")
    telling = practice.facts["tellings"][0]
    shown = [practice.title, practice.description, telling["title"], telling["places"][0]["title"], practice.facts["unsaid"][0],
             practice.facts["problems"][0]["title"], *(point for row in practice.facts["rows"] for point in row["cells"][0])]
    assert [part for part in shown if part not in text] == []


def test_the_frame_keeps_everything_but_title_description_and_content() -> None:
    page = ('<head><title>全员入委 - 库</title><meta name="description" content="每人有归口"></head>'
            '<nav>栏目</nav><article class="md-content__inner md-typeset"><article>正文</article></article><footer>页脚</footer>')
    assert content.frame(page) == (
        '<head><title>BENCH-TITLE</title><meta name="description" content="BENCH-DESCRIPTION"></head>'
        '<nav>栏目</nav><article class="md-content__inner md-typeset">BENCH-CONTENT</article><footer>页脚</footer>')


def test_a_broken_library_is_refused_with_its_first_error(data: Path, tmp_path: Path) -> None:
    broken = tmp_path / "data"
    library.write(broken, 20)
    next((broken / "practices").glob("*.yml")).write_text("title: 缺字段\n", "utf-8")
    with pytest.raises(ValueError, match="缺"):
        content.read(broken)
