"""Compiled without lookups or with them, a fragment shows the same; kept ones are used again."""

import os
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader
from jinja2.compiler import CodeGenerator

from macros.library.catalog import load
from macros.library.graph import Graph
from macros.pages import KINDS, renderer
from macros.pages.compiling import Direct, Remembered, kept_in
from macros.pages.fingerprints import Keys
from tests import frozen
from tests.conftest import FRAGMENTS


def _pages(graph: Graph) -> dict[str, str]:
    made = renderer.Renderer(graph, FRAGMENTS)
    return {plan.url: plan.make().html for kind in KINDS for plan in kind.plans(graph, made, Keys(graph, ""))}


def test_every_page_is_as_jinja_itself_makes_it(monkeypatch):
    graph = Graph(load(frozen.DATA)[0])
    ours = _pages(graph)
    monkeypatch.setattr(renderer, "Direct", CodeGenerator)
    assert len(ours) > 100
    assert ours == _pages(graph)


@pytest.mark.parametrize(("template", "shown"), [
    ("{{ text }}", "a &lt; b"),
    ("{{ html }}", "<b>a</b>"),
    ("{{ html.upper() }} {{ pairs[0][1] }}", "<B>A</B> 2"),
    ("{% macro m(x, y=1) %}{{ x }}{{ y }}{% endmacro %}{{ m(text, y='<') }}", "a &lt; b&lt;"),
    ("{% macro m() %}[{{ caller() }}]{% endmacro %}{% call m() %}{{ text }}{% endcall %}", "[a &lt; b]"),
    ("{% for k, v in pairs %}{{ loop.index }}{{ v }}{% endfor %}", "1222"),
])
def test_values_are_escaped_once(template, shown):
    for made_by in (Direct, CodeGenerator):
        environment = Environment(autoescape=True)
        environment.code_generator_class = made_by
        html = environment.from_string("{% set html = '<b>a</b>'|safe %}" + template).render(text="a < b", pairs=[(1, 2), (3, 2)])
        assert html == shown


def test_a_compiled_fragment_is_kept_until_its_source_changes(tmp_path: Path):
    (tmp_path / "a.html").write_text("eins", encoding="utf-8")

    def shown() -> str:
        environment = Environment(loader=FileSystemLoader(tmp_path), bytecode_cache=kept_in(tmp_path / "kept"), autoescape=True)
        return environment.get_template("a.html").render()

    assert shown() == "eins"
    (kept,) = (tmp_path / "kept").iterdir()
    before = kept.stat().st_mtime_ns
    assert shown() == "eins"
    assert kept.stat().st_mtime_ns == before
    (tmp_path / "a.html").write_text("zwei", encoding="utf-8")
    assert shown() == "zwei"


def test_without_a_place_to_keep_them_fragments_are_compiled_each_time(tmp_path: Path):
    (tmp_path / "file").touch()
    assert isinstance(kept_in(tmp_path / "file" / "kept"), Remembered)
    assert isinstance(kept_in(tmp_path / "kept"), FileSystemBytecodeCache)
    if os.getuid():
        (tmp_path / "kept").chmod(0o500)
        assert isinstance(kept_in(tmp_path / "kept"), Remembered)
