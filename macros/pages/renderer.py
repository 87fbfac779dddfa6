"""Where values meet HTML: Jinja fragments with autoescape, and the few functions they use."""

import hashlib
from collections.abc import Iterable
from functools import cache, cached_property
from pathlib import Path, PurePath
from types import SimpleNamespace
from typing import Any, Protocol

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined

from macros.library import urls
from macros.library.graph import Graph, Telling
from macros.model import locators
from macros.model.kinds import KINDS
from macros.model.titles import title_of
from macros.model.vocabulary import Form, Level, Status
from macros.pages.compiling import Direct, Remembered
from macros.pages.links import Links
from macros.pages.marks import masked

# Components that many pages show alike: made once for each set of arguments. A trick of speed, held by
# tests/bench/test_without.py; measured with bench/without.py once: without it 1.02 times the CPU in the real library, 1.21 with
# 1,000 entries (2026-11-28).
_MADE_ONCE = frozenset((
    "date", "form_tag", "hidden", "organization_link", "nothing", "paragraph", "place", "practice_crumbs", "practice_link", "practice_row", "problem_link",
    "cited", "progress", "source", "source_names", "topic", "unsaid", "who",
))
_COMPONENTS = ("_parts.html", "_rows.html")


class Originals(Protocol):
    """The full texts that lie beside the entries, where their owner put them there."""

    @property
    def signature(self) -> str: ...

    def passage(self, speech_id: str, at: str) -> Any: ...


class Renderer:
    """Fills fragments for one page after another.

    `edit_address` is where a file of the library is edited, with `{path}` for the file; `compiled` is
    where compiled fragments are kept; `guide` tells whether the site has the editors' guide; `contact` is whom readers turn to,
    empty where the publisher names nobody.
    """

    def __init__(self, graph: Graph, templates: Path, edit_address: str = "", originals: Originals | None = None,
                 compiled: BytecodeCache | None = None, *, guide: bool = True, contact: str = "") -> None:
        self.graph = graph
        self.contact = contact
        self._guide = guide
        self.originals = originals
        self._edit_address = edit_address
        self._templates = templates
        self._environments: dict[int, Environment] = {}
        self.compiled = compiled or Remembered()

    def render(self, template: str, page: str, **values: Any) -> str:
        """The fragment `template` filled with `values`, its links as seen from the address `page`."""
        environment = self._environment(page.count("/"))
        # What `render` does, but that one copies every global through Python first.
        shown = environment.get_template(template).make_module({**environment.globals, **values, "page": page}, shared=True)
        return str(shown).strip()

    @cached_property
    def signature(self) -> str:
        """A digest of the templates and settings that every page rests on."""
        digest = hashlib.md5(usedforsecurity=False)
        for template in sorted(self._templates.glob("*.html")):
            digest.update(template.read_bytes())
        digest.update(f"{self._edit_address}/{self._guide}/{self.contact}/{self.originals.signature if self.originals else ''}".encode())
        return digest.hexdigest()

    def component(self, name: str, page: str, *args: Any) -> str:
        """A named component as it looks on the page at the address `page`."""
        made: str = getattr(self._environment(page.count("/")).globals["ui"], name)(*args)
        return made

    def path_of(self, kind: str, entry_id: str) -> str:
        """The data file that an entry stands in; from data/ on where messages name the whole path."""
        folder, _, file = self.graph.catalog.origins[kind, entry_id].document.path.rpartition("/")
        return f"{_within_project(folder, KINDS[kind].one_file_each)}/{file}"

    def _environment(self, depth: int) -> Environment:
        if depth not in self._environments:
            self._environments[depth] = self._made(depth)
        return self._environments[depth]

    def _made(self, depth: int) -> Environment:
        environment = Environment(
            loader=FileSystemLoader(self._templates), bytecode_cache=self.compiled, autoescape=True, undefined=StrictUndefined,
            trim_blocks=True, lstrip_blocks=True, auto_reload=False,
        )
        environment.context_class = Direct
        links = Links(self.graph, depth)
        environment.filters.update(masked=masked, text=links.text)
        environment.globals.update(
            catalog=self.graph.catalog, graph=self.graph, urls=urls, locators=locators, kinds=KINDS,
            forms=tuple(Form), statuses=tuple(Status), levels=tuple(Level),
            statuses_of=_statuses_of, source_short=self.graph.source_name, speech_name=self.graph.speech_name,
            anchor=locators.anchor, gist=locators.gist, title=self._title, bodies=self._bodies, using=self._using, of_form=self._of_form,
            practices_of=self._practices_of, by_day=self._by_day,
            original=self._original, has_originals=self.originals is not None,
            to=links.to, entry_url=links.entry, place_url=links.place, name=links.name,
            edit_url=lambda path: self._edit_url(path, links),
        )
        # Components call one another by `ui`, so it is there before they are.
        ui = environment.globals["ui"] = SimpleNamespace()
        for file in _COMPONENTS:
            for name, part in vars(environment.get_template(file).module).items():
                if not name.startswith("_"):
                    setattr(ui, name, cache(part) if name in _MADE_ONCE else part)
        return environment

    def _edit_url(self, path: str, links: Links) -> str:
        """Where a file is edited; without an address of the repository, where the guide tells how; "" without either."""
        if self._edit_address:
            return self._edit_address.replace("{path}", path)
        return links.to(f"{urls.EDIT}?file={path}") if self._guide else ""

    def _title(self, kind: str, entry_id: str) -> str:
        return self.graph.name_of(entry_id) if kind == "organizations" else title_of(self.graph.catalog.of(kind)[entry_id])

    def _using(self, term_id: str) -> tuple[tuple[str, str], ...]:
        """The entries that use a term: those that link to it, and practices that have it in a name or a point."""
        return tuple(dict.fromkeys((*self.graph.mentioned_by.get(term_id, ()),
                                    *(("practices", pid) for pid in self.graph.term_users.get(term_id, ())))))

    def _bodies(self, practice_id: str) -> str:
        """Who tells of a practice: the body, or how many there are."""
        bodies = dict.fromkeys(t.organization_id for t in self.graph.of_practice[practice_id])
        return self.graph.name_of(next(iter(bodies))) if len(bodies) == 1 else f"{len(bodies)} 家讲到"

    def _of_form(self, practice_ids: Iterable[str], form: Form) -> list[str]:
        return [pid for pid in practice_ids if self.graph.catalog.practices[pid].form is form]

    def _practices_of(self, speech_id: str) -> set[str]:
        return {t.practice_id for t in self.graph.of_speech.get(speech_id, ())}

    def _by_day(self, practice_ids: Iterable[str]) -> dict[str, list[str]]:
        """Practices by the day they were added, in the order given."""
        days: dict[str, list[str]] = {}
        for practice_id in practice_ids:
            days.setdefault(str(self.graph.catalog.practices[practice_id].added), []).append(practice_id)
        return days

    def _original(self, speech_id: str, at: str) -> Any:
        """The passage of the full text that a locator points at, or None where it is not here."""
        return self.originals.passage(speech_id, at) if self.originals else None


def _statuses_of(tellings: Iterable[Telling]) -> tuple[Status, ...]:
    """The statuses that occur, the furthest first."""
    found = {telling.account.progress.status for telling in tellings}
    return tuple(status for status in Status if status in found)


@cache
def _within_project(folder: str, is_of_kind: bool) -> str:
    """A folder of data files as the project has it: data/, or data/practices/ and the like."""
    path = PurePath(folder)
    if not path.is_absolute():
        return folder
    return PurePath("data", *(path.parts[-1:] if is_of_kind else ())).as_posix()
