"""The editors' guide can't go stale: what the code has, it has; what it tells one to do, comes out so."""

import json
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import click
import pytest
from bs4 import BeautifulSoup

from macros import rules
from macros.cli import COMMANDS, main
from macros.handwritten import check, guide_macros, macros
from macros.handwritten.guide_macros import Guide
from macros.model import describe
from macros.model.fields import SHOWN
from macros.model.kinds import KINDS
from macros.pages.renderer import Renderer
from tests import frozen
from tests.conftest import PROJECT
from tools import tutorial

PAGES = PROJECT / "docs" / "contributing"
FIVE = ("三审三校", "保密审查", "出处核对", "提法核对", "隐去处未补")
REQUESTS = (".github/pull_request_template.md", ".gitlab/merge_request_templates/Default.md")


def text_of(path: str | Path) -> str:
    return (PROJECT / path).read_text(encoding="utf-8")


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["git", "-C", str(folder), "-c", "user.name=x", "-c", "user.email=x@localhost", *arguments],
                          capture_output=True, text=True, check=False)


def test_the_ten_minutes_can_be_followed_to_the_letter(tmp_path: Path) -> None:
    shutil.copytree(frozen.DATA, tmp_path / "data")
    frozen.write_docs(tmp_path / "docs")
    for arguments in (("init", "-q", "-b", "main"), ("add", "."), ("commit", "-q", "-m", "x")):
        assert git(tmp_path, *arguments).returncode == 0
    ran = list(tutorial.follow(PAGES / "index.md", tmp_path))
    assert [r.command.split()[1] for r in ran] == ["import", "import", "check", "check", "diff"]
    for run in ran:
        if run.shown is not None:
            assert run.shown == run.printed, f"{run.command} now prints something else than docs/contributing/index.md"
    assert [r.shown is None for r in ran] == [True, False, False, False, False]
    assert ran[3].printed == "检查通过：没有错误，没有提醒。\n"


def commands() -> list[tuple[str, click.Command]]:
    context = click.Context(main)
    found = []
    for name in COMMANDS:
        command = main.get_command(context, name)
        assert command is not None
        found.append((name, command))
    return found


@pytest.mark.parametrize(("name", "command"), commands(), ids=list(COMMANDS))
def test_every_command_has_a_section_that_names_each_of_its_options(name: str, command: click.Command) -> None:
    sections = re.split(r"^## ", text_of(PAGES / "commands.md"), flags=re.M)
    section = next((s for s in sections if s.startswith(f"kb {name} {{: #{name} }}")), "")
    assert section, f"docs/contributing/commands.md has no section on kb {name}"
    below = list(command.commands.values()) if isinstance(command, click.Group) else []
    for sub in below:
        assert f"`kb {name} {sub.name}`" in section
    for parameter in (p for c in (command, *below) for p in c.params if isinstance(p, click.Option)):
        assert f"`{parameter.opts[0]}" in section, f"nothing on {parameter.opts[0]} of kb {name}"


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_every_kind_stands_on_the_page_of_fields(kind: str, small_renderer: Renderer) -> None:
    assert f'{{{{ fields("{kind}") }}}}' in text_of(PAGES / "fields.md")
    page = BeautifulSoup(Guide(small_renderer, "contributing/fields.html").fields(kind), "lxml")
    for field in describe.fields(KINDS[kind].model):
        section = page.find(id=guide_macros.anchor(kind, field.path))
        assert section is not None, f"no section on {kind} {field.path}"
        said = section.get_text(" ", strip=True)
        assert said.startswith(f"{field.name} {field.label} {'必填' if field.required else '可不写'} {field.meaning}")
        assert all(f"{value} {label}" in said for value, label in field.values.items())
        assert all(f"不在{SHOWN[place]}里：{why}" in said for place, why in field.internal.items())


def test_every_rule_has_its_section_under_its_code(small_renderer: Renderer) -> None:
    made = Guide(small_renderer, "contributing/rules.html")
    page = BeautifulSoup(made.rules("reading") + made.rules("entries"), "lxml")
    assert [section["id"] for section in page.find_all("section")] == [rule.code for rule in rules.reference()]
    for rule in rules.reference():
        section = page.find(id=rule.code)
        assert section is not None
        assert rule.title in section.get_text()
        assert [code.get_text() for code in section.select("pre code")] == [rule.wrong, rule.right]
        assert (f"exempt: [{{rule: {rule.code}, why: 理由}}]" in section.get_text()) == rule.exemptible
    written = text_of(PAGES / "rules.md")
    assert all(call in written for call in ('{{ rules("reading") }}', '{{ rules("entries") }}', "{{ rule_index() }}"))


def test_the_index_of_rules_leads_to_every_section(small_renderer: Renderer) -> None:
    page = BeautifulSoup(Guide(small_renderer, "contributing/rules.html").rule_index(), "lxml")
    assert [a["href"] for a in page.find_all("a")] == [f"#{rule.code}" for rule in rules.reference()]


def test_a_rule_is_linked_from_other_pages_by_its_title(small_renderer: Renderer) -> None:
    link = BeautifulSoup(Guide(small_renderer, "contributing/deciding.html").rule("planned-as-done"), "lxml").a
    assert link is not None
    assert (link.get_text(), link["href"]) == ("计划不写成已完成", "../contributing/rules.html#planned-as-done")


def test_every_macro_is_listed_with_its_meaning_parameters_and_a_call_that_passes(
        tmp_path: Path, small_renderer: Renderer) -> None:
    page = BeautifulSoup(Guide(small_renderer, "contributing/macros.html").macro_list(), "lxml")
    sections = {section["id"]: section for section in page.find_all("section")}
    assert list(sections) == [f"macro-{name}" for name in (*macros.macros(), *macros.macros(Guide))]
    for name, macro in {**macros.macros(), **macros.macros(Guide)}.items():
        said = sections[f"macro-{name}"].get_text(" ", strip=True)
        assert (macro.__doc__ or "").endswith("。"), f"{name} needs a sentence for editors"
        assert f"{name} {macro.__doc__}" in said
    calls = [section.find_all("code")[-1].get_text() for section in sections.values()]
    (tmp_path / "a.md").write_text("---\nrender_macros: true\n---\n" + "\n".join(calls), encoding="utf-8")
    assert [f.message for f in check.check(tmp_path, small_renderer.graph.catalog)] == []


def test_a_macros_parameters_say_what_may_be_written(small_renderer: Renderer) -> None:
    found = {m.name: m for m in guide_macros.macro_references(macros.Macros, small_renderer.graph.catalog)}
    assert [(p.name, p.default) for p in found["topic_lead"].parameters] == [("topic", None)]
    by = next(p for p in found["practices"].parameters if p.name == "by")
    assert (by.meaning, by.default) == ("form（类型）、organization（单位）、none（不分组）", "none")
    assert found["recent"].parameters == (guide_macros.Parameter("most", "数字", "10"),)


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads(text_of("pyproject.toml"))["project"]
    listed = [*project["dependencies"], *(d for extra in project["optional-dependencies"].values() for d in extra)]
    names = {re.split(r"[<>=!~\[; ]", dependency)[0] for dependency in listed}
    names |= json.loads(text_of("tools/js/package.json"))["devDependencies"].keys()
    names |= json.loads(text_of("tools/second-engine/package.json"))["dependencies"].keys()
    reasons = dict(re.findall(r"^\| `([\w.-]+)` \| (.+) \|$", text_of(PAGES / "architecture.md"), re.M))
    assert names - reasons.keys() == set()
    assert {name for name in reasons if name not in names and reasons[name]} == set()


def test_the_layout_names_every_folder_of_code() -> None:
    layout = text_of(PAGES / "architecture.md").partition("{: #flow }")[0]
    folders = {f"{f.parent.name}/" for f in (PROJECT / "macros").glob("*/__init__.py")}
    assert {folder for folder in folders if folder not in layout} == set()


def test_findings_lead_to_a_page_that_is_there() -> None:
    from macros.findings import GUIDE

    assert (PROJECT / GUIDE) == PAGES / "rules.md"


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "README.md"])
def test_files_and_pictures_that_are_linked_exist(page: str) -> None:
    links = [link.partition("#")[0] for link in re.findall(r"\]\(([^)]+)\)", text_of(page)) if "://" not in link]
    assert links
    assert [link for link in links if not (PROJECT / link).is_file()] == []


def test_pictures_are_small() -> None:
    assert {p.name for p in (PAGES / "images").glob("*.png") if p.stat().st_size > 160_000} == set()


@pytest.mark.parametrize("request_", REQUESTS)
def test_requests_carry_the_list_that_an_office_signs(request_: str) -> None:
    template = text_of(request_)
    assert re.findall(r"^- \[ \] \*\*(.+?)\*\*", template, re.M) == list(FIVE)
    explained = text_of(PAGES / "publishing.md")
    assert [item for item in FIVE if f"\n{item}\n: " not in explained] == []


def test_both_platforms_have_the_same_list() -> None:
    one, other = map(text_of, REQUESTS)
    assert one == other
