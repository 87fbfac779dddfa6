"""Every declared field is shown on a page, in the API and in `kb diff`, or declared internal with a reason.

The libraries are made from the models, so that a new field is held to this by its declaration alone.
"""

import dataclasses
import html
import json
import re
from collections.abc import Callable
from inspect import Parameter, signature
from typing import Any, get_args, get_type_hints

import pytest

from macros.editing.changes import as_markdown, compare
from macros.exports import json_api
from macros.handwritten.macros import Macros, Ref, macros
from macros.library.catalog import Catalog, load
from macros.library.graph import Graph
from macros.model.fields import SHOWN, validated
from macros.model.kinds import KINDS
from macros.pages import KINDS as PAGES
from macros.pages.compiling import Remembered
from macros.pages.fingerprints import Keys
from macros.pages.renderer import Renderer
from tests.conftest import FRAGMENTS
from tests.model import made_up
from tests.model.made_up import Leaf

COMPILED = Remembered()
# The last that were asked for, latest last.
READ: dict[tuple[int, str, str, str], str] = {}
LEAVES = {f"{leaf.kind} {leaf.field.path}": leaf for leaf in made_up.leaves()}


@pytest.fixture(scope="module")
def surroundings(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    folder = tmp_path_factory.mktemp("made-up") / "data"
    made_up.surroundings(folder)
    catalog, findings = load(folder)
    assert findings == []
    return catalog


def pages(catalog: Catalog) -> str:
    """All that stands on the pages of the entries, and what the macros write on pages of people: addresses and words."""
    graph = Graph(catalog)
    renderer = Renderer(graph, FRAGMENTS, compiled=COMPILED)
    made = [plan.make() for kind in PAGES for plan in kind.plans(graph, renderer, Keys(graph, ""))]
    parts = [part for page in made for part in (page.url, page.title, page.description, page.html)]
    return words("\n".join([*parts, *written(catalog, Macros(renderer, "index.html"))]))


def written(catalog: Catalog, page: Macros) -> list[str]:
    """What every macro writes, for every entry that it can be asked for."""
    parts = []
    for name, macro in macros().items():
        refs = [mark for parameter, hint in get_type_hints(macro, include_extras=True).items() if parameter in needed(macro)
                for mark in get_args(hint) if isinstance(mark, Ref)]
        asked = [(entry_id,) for entry_id in catalog.of(refs[0].kind)] if refs else [()]
        parts.extend(str(getattr(page, name)(*arguments)) for arguments in asked)
    return parts


def needed(macro: Callable[..., Any]) -> set[str]:
    return {p.name for p in signature(macro).parameters.values() if p.default is Parameter.empty}


def words(page: str) -> str:
    """The text of a page without its tags."""
    return html.unescape(re.sub(r"<[^>]*>", "", page))


def api(catalog: Catalog) -> str:
    return "".join(json_api.files(Graph(catalog)).values())


def texts(place: str, kind: str, first: Any, around: Catalog) -> str:
    """What stands there with this first entry of a kind. Fields of one kind are mostly compared with the same entry."""
    asked = (id(around), place, kind, json.dumps(first))
    if asked not in READ:
        if len(READ) >= 50:
            del READ[next(iter(READ))]
        READ[asked] = {"pages": pages, "api": api}[place](with_first(around, kind, first))
    READ[asked] = READ.pop(asked)
    return READ[asked]


def places_shown(leaf: Leaf, around: Catalog) -> set[str]:
    """Where a change of the field's value is seen: the new value stands there more often than before."""
    seen: set[str] = set()
    tried = 0
    for old, _, new, sample in made_up.libraries(leaf):
        tried += 1
        before, after = (with_first(around, leaf.kind, data) for data in (old, new))
        if "diff" not in seen:
            told = as_markdown(compare(before, after))
            seen |= {"diff" for shown in sample.shown if shown in told}
        for place in ("pages", "api"):
            if place not in seen:
                was, now = (texts(place, leaf.kind, data, around) for data in (old, new))
                seen |= {place for shown in sample.shown if now.count(shown) > was.count(shown)}
        if seen >= SHOWN.keys() - leaf.field.internal.keys():
            # What is internal is looked for in one pair only.
            break
    assert tried, "tests/model/made_up.py has no two valid entries that differ in this field"
    return seen


def with_first(around: Catalog, kind: str, data: Any) -> Catalog:
    """The library with another first entry of a kind."""
    entries = {**around.of(kind), f"{kind}-1": validated(KINDS[kind].model, data)}
    return dataclasses.replace(around, **{kind: entries})


@pytest.mark.parametrize("name", LEAVES)
def test_is_shown_or_declared_internal(name: str, surroundings: Catalog) -> None:
    leaf = LEAVES[name]
    seen = places_shown(leaf, surroundings)
    assert leaf.field.internal.keys() <= SHOWN.keys()
    missing = [SHOWN[place] for place in SHOWN if place not in seen and place not in leaf.field.internal]
    assert missing == [], f"show {name} there, or declare it internal with a reason (macros/model/entries.py)"
    known = [SHOWN[place] for place in SHOWN if place in seen and place in leaf.field.internal]
    assert known == [], f"{name} is shown there: its declaration as internal is not true"


def test_an_internal_field_gives_its_reason() -> None:
    assert [name for name, leaf in LEAVES.items() for why in leaf.field.internal.values() if len(why) < 5] == []
