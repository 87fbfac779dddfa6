"""What `make site` promises: all errors at once, and the old site untouched when there are any."""

import os
import re
import shutil
import sys
import time
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from macros.model.vocabulary import Status
from macros.site.atomic_build import BuildFailed
from tests import processes
from tests.building import build
from tests.conftest import PROJECT, SMALL
from tests.small_tree import write_pages

HOME = "---\ntitle: 首页\nrender_macros: true\n---\n\n# 库\n\n{{ practices() }}\n"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A project of its own: data/ and docs/ to break."""
    shutil.copytree(SMALL, tmp_path / "data")
    write_pages(tmp_path / "data", tmp_path / "docs")
    (tmp_path / "docs/index.md").write_text(HOME, encoding="utf-8")
    return tmp_path


def _build(tree: Path) -> Path:
    return build(PROJECT, data=tree / "data", docs=tree / "docs", site=tree / "site").site


def _bytes(site: Path) -> dict[str, bytes]:
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


def _edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_another_data_tree_gets_scripts_styles_and_core_pages(tree):
    site = _build(tree)
    for address in ("practices/wei-yuan-bian-zu.html", "practices/index.html", "speeches/bian-zu.html", "glossary.html",
                    "assets/stylesheets/kb.css", "api/practices.json"):
        assert (site / address).is_file(), address
    assert not (site / "topics/office-building.html").exists()


def test_broken_data_prints_every_error_and_leaves_the_site(tree, capfd):
    site = _build(tree)
    before = {f: f.read_bytes() for f in site.rglob("*") if f.is_file()}
    practice = tree / "data/practices/wei-yuan-bian-zu.yml"
    _edit(practice, "form: mechanism", "form: mechanizm\nwhat: x")
    _edit(practice, 'raw: x个临时支部,', 'raw: x个临时支部, value: 3,')
    _edit(tree / "data/practices/pei-xun.yml", 'at: ["1"]', 'at: ["7"]')
    (tree / "docs/index.md").write_text(HOME.replace("practices()", 'practice("pei-xunn")'), encoding="utf-8")
    capfd.readouterr()
    with pytest.raises(BuildFailed):
        _build(tree)
    printed = capfd.readouterr()
    shown = printed.out + printed.err
    for message in (
        "data/practices/wei-yuan-bian-zu.yml:4:7: 错误[unknown-value] 类型（form）没有“mechanizm”这一项",
        "data/practices/wei-yuan-bian-zu.yml:5:1: 错误[unknown-field] 没有“what”这个字段",
        "错误[redacted-value] “临时支部”在原文里被隐去，却填了数值 3",
        "错误[locator-range] 出处“7”：这篇发言只有 1 段",
        "docs/index.md:8:4: 错误[macro-argument] 宏 practice 的参数 id：没有编号为“pei-xunn”的做法",
    ):
        assert message in shown, shown
    assert "Traceback" not in shown
    assert {f: f.read_bytes() for f in site.rglob("*") if f.is_file()} == before


def test_a_build_that_was_cut_off_is_put_right(tree):
    site = _build(tree)
    site.rename(tree / ".site-old")
    (tree / ".site-new-999999999").mkdir()
    _edit(tree / "data/practices/pei-xun.yml", "form: activity", "form: wrong")
    with pytest.raises(BuildFailed):
        _build(tree)
    assert (site / "index.html").is_file()
    assert sorted(p.name for p in tree.iterdir() if p.name != ".site-stamp") == ["data", "docs", "site"]


@pytest.mark.parametrize("seconds", [0.5, 1.5])
def test_a_build_that_was_killed_is_followed_by_a_right_one(tree, seconds):
    site = _build(tree)
    _edit(tree / "data/practices/pei-xun.yml", "summary: ", "summary: 又")
    command = [Path(sys.executable).with_name("kb"), "build", "--data", str(tree / "data"), "--docs", str(tree / "docs"), "--site", str(site)]
    with processes.running(command, cwd=PROJECT) as killed:
        time.sleep(seconds)
        killed.kill()  # its own process alone: what it started goes on for a while
        killed.wait()
        assert (site / "index.html").is_file()
        built = _bytes(_build(tree))
        shutil.rmtree(site)
        assert built == _bytes(_build(tree))


def test_a_build_leaves_the_folder_of_another_that_is_at_work(tree):
    (tree / f".site-new-{os.getppid()}").mkdir()
    (tree / ".site-new-house").mkdir()
    (tree / ".site-new-999999999").mkdir()
    _build(tree)
    left = {found.name for found in tree.iterdir() if found.name.startswith(".site-new")}
    assert left == {f".site-new-{os.getppid()}", ".site-new-house"}


HOSTILE = ("{{ 7*7 }}{% raw %}", "<img src=x onerror=alert(1)>", '--8<-- "/etc/passwd"', "[点](javascript:alert(1))",
           "</title><script>alert(1)</script>", "`code` **b** # h")


@pytest.mark.parametrize("hostile", HOSTILE)
def test_entry_text_is_text_everywhere(tree, hostile):
    quoted = "'" + hostile + "'"
    practice = tree / "data/practices/wei-yuan-bian-zu.yml"
    text = practice.read_text(encoding="utf-8")
    for line in ("title: 委员编组", "text: 每月活动一次", "label: 每人每年参加活动"):
        assert line in text
        text = text.replace(line, line.split(":")[0] + ": " + quoted)
    # A distinction names both sides.
    text = text.replace("why: “@全员培训”是上课，委员编组是编组", f"why: '“@全员培训”是上课，{hostile}是编组'")
    practice.write_text(text, encoding="utf-8")
    _edit(tree / "data/organizations.yml", "name: 甲县政协", f"name: {quoted}")
    _edit(tree / "data/topics.yml", "title: 委员履职", f"title: {quoted}")
    (tree / "docs/index.md").write_text(
        HOME + '\n{{ practice("wei-yuan-bian-zu") }} {{ matrix() }} {{ topics() }} {{ organizations() }}\n', encoding="utf-8")
    site = _build(tree)
    page = BeautifulSoup((site / "practices/wei-yuan-bian-zu.html").read_text(encoding="utf-8"), "lxml")
    assert page.title.get_text() == f"{hostile} - 市县政协实践库"
    assert page.h1.get_text() == hostile
    assert any(li.get_text().startswith(hostile) for li in page.select(".kb-accounts li")), [li.get_text() for li in page.select(".kb-accounts li")]
    for file in site.rglob("*.html"):
        soup = BeautifulSoup(file.read_text(encoding="utf-8"), "lxml")
        assert not soup.select("img[onerror], [href^=javascript]"), file
        assert all(s.get("src") or s.get("type") == "application/json" for s in soup.select("script")), file
    home = (site / "index.html").read_text(encoding="utf-8")
    assert BeautifulSoup(home, "lxml").get_text().count(hostile) >= 4
    assert "root:" not in home


def test_the_shell_gives_what_the_theme_gives(tree):
    """Each kind of page, once through the shell and once by the theme alone: the same bytes."""
    site = _build(tree)
    slow = build(PROJECT, data=tree / "data", docs=tree / "docs", site=tree / "slow", environment={"KB_SHELL": "off"}).site
    pages = sorted(f.relative_to(site) for f in site.rglob("*.html"))
    assert {p.parts[0] for p in pages} >= {"practices", "speeches", "organizations", "problems"}
    assert [p for p in pages if (site / p).read_bytes() != (slow / p).read_bytes()] == []


@pytest.fixture(scope="module")
def parsed(site):
    """Every page of the site."""
    return {file: BeautifulSoup(file.read_text(encoding="utf-8"), "lxml") for file in site.rglob("*.html")}


def test_pages_carry_no_inline_script_style_or_outside_address(parsed):
    for file, soup in parsed.items():
        assert not soup.select("style, [style], script:not([src]):not([type='application/json'])"), file
        assert not [t for t in soup.find_all(True) for a in t.attrs if a.startswith("on")], file
        loaded = [t.get("src") or t.get("href") for t in soup.select("script[src], link[href], img[src], iframe[src]")]
        assert not [a for a in loaded if re.match(r"(https?:)?//", a)], file


MEANINGS = {status.label: status.meaning for status in Status}


def test_a_page_explains_every_word_of_progress_that_stands_on_it(parsed):
    bearing = 0
    for file, page in parsed.items():
        words = {label.get_text(strip=True) for label in page.select(".kb-progress__label")}
        bearing += bool(words)
        text = page.get_text()
        assert [word for word in words if MEANINGS[word] not in text] == [], file
    assert bearing > 20


def _project(folder: Path) -> Path:
    """The project but for its code and its guide, to be changed by a test."""
    (folder / "macros/site").mkdir(parents=True)
    shutil.copy(PROJECT / "macros/site/mkdocs_hooks.py", folder / "macros/site")
    shutil.copytree(PROJECT / "overrides", folder / "overrides")
    shutil.copytree(PROJECT / "docs", folder / "docs", ignore=shutil.ignore_patterns("contributing"))
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    return folder


@pytest.mark.parametrize(("file", "page"), [("docs/compare.md", "compare.html"), ("overrides/fragments/practice.html", "practices/pei-xun.html"),
                                            ("overrides/partials/footer.html", "index.html")])
def test_with_pages_elsewhere_an_edit_of_the_projects_own_files_shows(tree, tmp_path, file, page):
    project = _project(tmp_path / "project")

    def built():
        return build(project, data=tree / "data", docs=tree / "docs", site=tree / "site")

    before = (built().site / page).read_text(encoding="utf-8")
    assert built().changed == 0
    with (project / file).open("a", encoding="utf-8") as edited:
        edited.write("\n\n新添的一句\n")
    assert built().changed > 0
    assert "新添的一句" not in before
    assert "新添的一句" in (tree / "site" / page).read_text(encoding="utf-8")


def test_a_theme_that_the_shell_can_not_follow_renders_every_page_and_says_so(tree, tmp_path, capfd):
    """An override that makes of the content what no slot holds: each page must still be the theme's own."""
    project = _project(tmp_path / "project")
    footer = project / "overrides/partials/footer.html"
    footer.write_text(footer.read_text(encoding="utf-8") + "{% if page %}<p>长度 {{ page.content | length }}</p>{% endif %}", encoding="utf-8")
    site = build(project, data=tree / "data", docs=tree / "docs", site=tree / "site").site
    assert "主题用了外壳填不了的内容，practices/" in capfd.readouterr().err
    lengths = set()
    for file in (site / "practices").glob("[gpw]*.html"):
        lengths.add(re.search(r"长度 (\d+)", file.read_text(encoding="utf-8")).group(1))
    assert len(lengths) == 3


def test_the_sitemap_and_canonical_addresses_name_every_entry(tree):
    site = build(PROJECT, data=tree / "data", docs=tree / "docs", site=tree / "site",
                 environment={"SITE_URL": "https://kb.example/lib/"}).site
    listed = set(re.findall(r"<loc>https://kb\.example/lib/(.*?)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8")))
    pages = {f.relative_to(site).as_posix() for f in site.rglob("*.html")} - {"404.html", "practices/san-zu-zhi.html"}
    assert listed == pages
    page = BeautifulSoup((site / "practices/pei-xun.html").read_text(encoding="utf-8"), "lxml")
    assert page.select_one("link[rel=canonical]")["href"] == "https://kb.example/lib/practices/pei-xun.html"


@pytest.mark.parametrize("macro", ["{{ practices() | nope }}", "{{ 1 / 0 }}", "{% for x in practices() %}{% endfor %}"])
def test_a_page_that_does_more_than_call_macros_is_named_and_nothing_is_built(tree, capfd, macro):
    (tree / "docs/index.md").write_text(f"{HOME}\n{macro}\n", encoding="utf-8")
    line = (tree / "docs/index.md").read_text(encoding="utf-8").splitlines().index(macro) + 1
    with pytest.raises(BuildFailed):
        _build(tree)
    told = capfd.readouterr()
    assert f"{tree / 'docs/index.md'}:{line}:1: 错误[only-macros] 手写页面里只能调用宏，这里用了" in told.out
    assert "检查完毕：1 处错误，" in told.out
    assert "Traceback" not in told.out + told.err
    assert not [p.name for p in tree.iterdir() if p.name.startswith(".site-new")]
