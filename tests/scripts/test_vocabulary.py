"""A value that is added to the vocabulary, and nowhere else, is found wherever readers and programs look."""

import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Page, expect

from tests.conftest import PROJECT
from tests.small_tree import Tree

ENTRY = "wei-yuan-ke-tang"
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("vocabulary")]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site of which one practice has the new aspect, the new status and the new form."""
    folder = tmp_path_factory.mktemp("more")
    tree = Tree(folder)
    file = f"practices/{ENTRY}.yml"
    tree.replace(file, "form: platform", "form: network")
    tree.replace(file, "status: under-way, cue: 正在", "status: paused, cue: 停下")
    tree.replace(file, "      - {aspect: how, text: 委员轮流讲课}\n",
                 "      - {aspect: how, text: 委员轮流讲课}\n      - {aspect: cost, text: 不花一分钱}\n")
    for page in ("folder.md", "practices/index.md"):
        (tree.docs / page).parent.mkdir(exist_ok=True)
        shutil.copy(PROJECT / "docs" / page, tree.docs / page)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent / "more_words")}
    done = subprocess.run(
        [sys.executable, "-c", "from macros.cli import main; main()", "build", "--data", tree.root, "--docs", tree.docs,
         "--site", folder / "site"], cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def test_its_page(built: Path, page: Page) -> None:
    page.goto((built / f"practices/{ENTRY}.html").as_uri())
    expect(page.locator("main")).to_contain_text("花多少钱")
    expect(page.locator("main")).to_contain_text("不花一分钱")
    expect(page.locator(".kb-progress--paused").first).to_contain_text("暂停")
    expect(page.locator("main")).to_contain_text("联系网络")


def test_the_folder(built: Path, page: Page) -> None:
    page.goto((built / "folder.html").as_uri() + f"?ids={ENTRY},wei-yuan-bian-zu&view=table")
    group = page.locator(f"[data-kb-folder-item='{ENTRY}']")
    expect(group).to_contain_text("不花一分钱")
    expect(group.locator(".kb-progress--paused")).to_contain_text("暂停")
    expect(page.get_by_role("columnheader", name="花多少钱")).to_have_count(1)


def test_the_word_file(built: Path, page: Page) -> None:
    page.goto((built / f"practices/{ENTRY}.html").as_uri())
    with page.expect_download() as download:
        page.locator("[data-kb-word]").click()
    text = "\n".join(p.text for p in Document(io.BytesIO(Path(download.value.path()).read_bytes())).paragraphs)
    assert "（暂停，依据" in text
    assert "花多少钱：不花一分钱。" in text


def test_the_facets_of_the_list(built: Path, page: Page) -> None:
    page.goto((built / "practices/index.html").as_uri())
    for facet, value, label in (("progress", "paused", "暂停"), ("form", "network", "联系网络")):
        line = page.locator(".kb-facet__value", has=page.locator(f"input[name='{facet}'][value='{value}']"))
        expect(line).to_contain_text(label)
        expect(line.locator(".kb-facet__count")).to_have_text("1")
        line.locator("input").check()
        expect(page.locator("[data-kb-list] > li")).to_have_count(1)
        line.locator("input").uncheck()


def test_the_search(built: Path, page: Page) -> None:
    page.goto((built / "practices/index.html").as_uri())
    ask = "query => kb.index.prepare(query).then(() => kb.search(query, { kinds: ['practices'] }).map(hit => hit.id))"
    assert page.evaluate(ask, "暂停的做法有哪些") == [ENTRY]
    assert page.evaluate(ask, "类型：联系网络") == [ENTRY]
    assert page.evaluate(ask, "不花一分钱") == [ENTRY]


def test_the_data_for_programs(built: Path) -> None:
    practices = json.loads((built / "api/practices.json").read_text(encoding="utf-8"))
    text = json.dumps(practices, ensure_ascii=False)
    assert '"aspect": "cost"' in text
    assert '"status": "paused"' in text
    assert '"status_label": "暂停"' in text
    assert '"form_label": "联系网络"' in text
