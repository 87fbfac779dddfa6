"""Nothing that a module holds changes while the program runs: what a build knows is in its own `Build`.

Two builds in one process would else see each other; tests/site/test_two_builds.py shows that they do not.
"""

import ast
import datetime
import enum
import importlib
import inspect
import re
import sys
import textwrap
import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from pathlib import PurePath

import click
import pytest

from tests.conftest import PROJECT

PACKAGE = PROJECT / "macros"

# What may change, or could, all the same; by file and name, and why one build does not see another by it.
EXCUSED = {
    # Worked out from the arguments alone, or from what is installed.
    "exports/word.py script": "the template in the code, the same for every library",
    "fulltext/prose.py _common": "of a character set",
    "pictures/colours.py _SIGN": "what a profile begins with",
    "fulltext/originals.py _pieces": "of the texts that it is asked about",
    "fulltext/originals.py _folded": "of the words that it is asked about",
    "rules/quote_in_source.py _folded": "of the texts that it is asked about",
    "handwritten/docs_folder/quoting.py _FREE": "digests of pages and full texts that have nothing in common",
    "text/roles.py roles": "of the text that it is asked about",
    "text/relations.py relations": "of the text that it is asked about",
    "text/opposites.py opposites": "of the text that it is asked about",
    "fulltext/segments.py segment": "of the text that it is asked about",
    "fulltext/segments.py from_cut": "of the text that it is asked about",
    "importing/measured.py called": "of the name that it is asked about",
    "importing/measured.py about": "of the text and the name that it is asked about",
    "importing/naming.py _any_saying": "of the table of words, which is part of the code",
    "importing/verbs.py _kinds": "of the table of words, which is part of the code",
    "importing/verbs.py longest": "of the table of words, which is part of the code",
    "importing/naming.py _saying": "of the table of words, which is part of the code",
    "importing/quoted_whole.py _tail": "of the table of words, which is part of the code",
    "importing/words.py _empty": "of the table of words, which is part of the code",
    "importing/words.py _endings": "of the table of words, which is part of the code",
    "importing/words.py weight": "of the name that it is asked about",
    "importing/words.py words": "the table of words, which is part of the code",
    "importing/ids.py _parts": "of the title that it is asked about",
    "model/describe.py labels": "of a model, which is code",
    "model/describe.py models": "of a model, which is code",
    "pages/renderer.py _within_project": "of the name that it is asked about",
    "handwritten/calls.py _refs": "of the macros, which are code",
    "rules/field_order.py _judged": "of the names that it is asked about",
    "fulltext/counting.py _parts": "of the text that it is asked about",
    "fulltext/fixed.py _between": "of the text that it is asked about",
    "fulltext/fixed.py _wordings": "of the text that it is asked about",
    "fulltext/slogans.py _names": "of the text that it is asked about",
    "text/levels.py together": "of the text that it is asked about",
    "text/people.py people": "of the text that it is asked about",
    "fulltext/counting.py listed": "of the text that it is asked about",
    "fulltext/likewise.py clauses": "of the text that it is asked about",
    "fulltext/likewise.py _signs": "of the text that it is asked about",
    "fulltext/listed.py lists": "of the text that it is asked about",
    "fulltext/expanded.py _members": "of the text that it is asked about",
    "rules/office_in_source.py _clauses": "of the text that it is asked about",
    "rules/scope_in_source.py _scopes": "of the text that it is asked about",
    "text/sorts.py sorts": "of the text that it is asked about",
    "rules/part_in_source.py _parts": "of the text that it is asked about",
    "rules/exchanged_number.py _sentences": "of the text that it is asked about",
    "text/levels.py leveled": "of the text that it is asked about",
    "text/levels.py seats": "of the text that it is asked about",
    "text/levels.py ranks": "of the text that it is asked about",
    "rules/bound_in_source.py _bounding": "of the text that it is asked about",
    "rules/bound_in_source.py _quantified": "of the text that it is asked about",
    "rules/exchanged_frequency.py _told": "of the text that it is asked about",
    "rules/negation_in_source.py _denials": "of the text that it is asked about",
    "fulltext/open_still.py _opened": "of the text that it is asked about",
    "text/months.py listed": "of the text that it is asked about",
    "fulltext/verbatim.py _key": "of the text that it is asked about",
    "fulltext/verbatim.py _placed": "of the text that it is asked about",
    "fulltext/verbatim.py _sign": "of the character that it is asked about",
    "text/series.py members": "of the text that it is asked about",
    "rules/value_against_raw.py _numbers": "of the words that it is asked about",
    "text/frequencies.py frequencies": "of the text that it is asked about",
    "text/institutions.py names": "of the text that it is asked about",
    "text/institutions.py _table": "the table of the package",
    "text/numerals.py value": "of the words that it is asked about",
    "text/quantities.py every": "of the text that it is asked about",
    "text/quantities.py quantities": "of the text that it is asked about",
    "rules/masked_number.py filled": "of the words that it is asked about",
    "model/progress.py words": "of the table of words, which is part of the code",
    "model/progress.py read": "of the words that it is asked about",
    "rules/formulation_whole.py _pieces": "of the words that it is asked about",
    "search/pinyin.py level_one": "of a character set",
    "search/pinyin.py _common": "of pypinyin's tables",
    "search/pinyin.py _phrases": "of pypinyin's tables",
    "text/folding.py simplified": "of OpenCC's table",
    "text/folding.py _TABLE": "of each character by itself",
    "site/banner.py _templates": "as they were when the preview started",
    "site/banner.py _BANNER": "as it was when the preview started",
    "site/banner.py _PAGE": "as it was when the preview started",
    "fulltext/copied.py NOTHING": "of no library at all",
    "exports/declared.py _lacking": "of a model, which is code",
    "handwritten/docs_folder/addresses.py _OTHERS": "of the code's page kinds",
    "reading/settings.py _Loader.yaml_constructors": "PyYAML's, filled when the module is loaded",
    "reading/settings.py _Loader.yaml_multi_constructors": "PyYAML's, filled when the module is loaded",
    # The process's own, of which there is one.
    "runtime/writing.py _making": "the files that are just being written, which another thread must not sweep away",
    "runtime/chinese.py install": "click speaks Chinese from now on",
    "site/code_reload.py Code": "code that was saved is loaded anew",
    "site/preview.py begin": "MkDocs, when it serves, uses the server that survives",
    "site/preview.py Server": "MkDocs, when it serves, builds as that server wants",
    "site/program.py run": "what MkDocs takes for its command line",
    "site/program.py _noting": "MkDocs tells which configuration it builds, for as long as it runs as a program",
}

_EMPTIED = {"append", "appendleft", "extend", "insert", "add", "update", "setdefault", "pop", "popitem", "popleft", "clear", "remove",
            "discard", "sort", "reverse", "move_to_end", "__setitem__"}
_PLAIN = (str, bytes, int, float, bool, Decimal, datetime.timedelta, type(None), re.Pattern, PurePath, enum.Enum, type, range, types.FunctionType,
          types.BuiltinFunctionType, types.GenericAlias, types.UnionType, types.ModuleType, types.MappingProxyType, typing.TypeVar,
          click.Command, click.ParamType)


def fixed(value: object) -> bool:
    """Whether nothing about the value can change."""
    if isinstance(value, (tuple, frozenset)):
        return all(map(fixed, value))
    if is_dataclass(value) and not isinstance(value, type):
        return bool(value.__dataclass_params__.frozen) and all(  # type: ignore[attr-defined]
            fixed(given) or container(given) for given in (getattr(value, each.name) for each in fields(value)))
    return isinstance(value, _PLAIN) or type(value).__module__ == "typing" or type(value) is object


def container(value: object) -> bool:
    """Whether it is a table: fixed as long as nobody changes it."""
    return type(value) in (dict, list, set) and bool(value)


class Source:
    """One module of the package, read: what its names mean, and what it changes."""

    def __init__(self, dotted: str, shown: str, text: str) -> None:
        self.dotted, self.shown, self.tree = dotted, shown, ast.parse(text)
        self.imported = dict(self._imports())
        self.own = set(self._bound(self.tree.body))
        # What a function calls a module that it has from `import_module` or `sys.modules`.
        self.modules = {target.id: "(imported)" for node in ast.walk(self.tree) if isinstance(node, ast.Assign) and _is_module(node.value)
                        for target in node.targets if isinstance(target, ast.Name)}
        self.imported |= self.modules

    def _imports(self) -> Iterator[tuple[str, str]]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                for name in node.names:
                    yield name.asname or name.name.partition(".")[0], name.name if name.asname else name.name.partition(".")[0]
            elif isinstance(node, ast.ImportFrom):
                for name in node.names:
                    yield name.asname or name.name, f"{node.module}.{name.name}"

    def _bound(self, body: list[ast.stmt]) -> Iterator[str]:
        """The names that the module gives itself, wherever outside of functions and classes."""
        for node in body:
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                yield node.name
            elif isinstance(node, (ast.Assign, ast.AnnAssign, ast.AugAssign)):
                for target in node.targets if isinstance(node, ast.Assign) else (node.target,):
                    yield from (each.id for each in ast.walk(target) if isinstance(each, ast.Name))
            for part in ("body", "orelse", "finalbody"):
                if not isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                    yield from self._bound(getattr(node, part, []))

    def changes(self) -> Iterator[tuple[str, str]]:
        """(where, what): the function or class that changes something of a module's, and its dotted name."""
        for top in self.tree.body:
            where = f"{self.shown} {top.name}" if isinstance(top, (ast.FunctionDef, ast.ClassDef)) else f"{self.shown} (module)"
            yield from ((where, what) for what in self._changed(top, frozenset()))

    def _changed(self, node: ast.AST, local: frozenset[str]) -> Iterator[str]:
        if isinstance(node, (ast.FunctionDef, ast.Lambda)):
            local = (local | _locals(node)) - _globals(node) - self.modules.keys()
        if isinstance(node, ast.Global):
            yield from (f"{self.dotted}.{name}" for name in node.names)
        for base in _bases(node):
            named = self._meant(base, local)
            if named:
                yield named
        for child in ast.iter_child_nodes(node):
            yield from self._changed(child, local)

    def _meant(self, node: ast.expr, local: frozenset[str]) -> str:
        """The dotted name of what an expression takes from a module, or nothing."""
        parts: list[str] = []
        while not isinstance(node, ast.Name):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "vars" and node.args:
                node = node.args[0]
            elif isinstance(node, ast.Attribute):
                parts.append(node.attr)
                node = node.value
            elif isinstance(node, ast.Subscript):
                parts.clear()
                node = node.value
            else:
                return ""
        if node.id == "cls":
            return "cls"
        if node.id in local:
            return ""
        root = f"{self.dotted}.{node.id}" if node.id in self.own else self.imported.get(node.id, "")
        return ".".join([root, *reversed(parts)]) if root else ""


def _is_module(value: ast.expr) -> bool:
    if isinstance(value, ast.Call):
        return ast.unparse(value.func).rpartition(".")[2] == "import_module"
    return isinstance(value, ast.Subscript) and ast.unparse(value.value) == "sys.modules"


def _locals(function: ast.FunctionDef | ast.Lambda) -> set[str]:
    given = function.args
    names = {each.arg for each in (*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg) if each}
    return names | {each.id for each in ast.walk(function) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)}


def _globals(function: ast.AST) -> set[str]:
    return {name for each in ast.walk(function) if isinstance(each, ast.Global) for name in each.names}


def _bases(node: ast.AST) -> Iterator[ast.expr]:
    """What a statement or call changes: `X` of `X.append(…)`, `X[…] = …`, `X.a = …`, `X |= …`, `setattr(X, …)`."""
    if isinstance(node, ast.Call):
        if isinstance(node.func, ast.Attribute) and node.func.attr in _EMPTIED:
            yield node.func.value
        if isinstance(node.func, ast.Name) and node.func.id == "setattr":
            yield node.args[0]
    targets = (node.targets if isinstance(node, (ast.Assign, ast.Delete))
               else [node.target] if isinstance(node, (ast.AugAssign, ast.AnnAssign)) else [])
    for target in targets:
        for each in target.elts if isinstance(target, ast.Tuple) else [target]:
            if isinstance(each, (ast.Attribute, ast.Subscript)):
                yield each.value if isinstance(each, ast.Subscript) or isinstance(each.value, ast.Name) else each
            elif isinstance(node, ast.AugAssign):
                yield each


def found(sources: Mapping[str, Source], modules: Mapping[str, types.ModuleType]) -> set[str]:
    """File and name of everything that may change: what a module holds, or the function that changes another's."""
    changeable: set[str] = set()
    held = {f"{dotted}.{name}": f"{source.shown} {name}" for dotted, source in sources.items() for name in source.own}
    for source in sources.values():
        for where, what in source.changes():
            # The longest name that a module of the package holds; else whoever changes what is not ours.
            own = next((held[name] for name in _shorter(what) if name in held), "")
            if not (own and where.endswith("(module)")):  # a table that is filled when the module is loaded
                changeable.add(own or where)
    for dotted, source in sources.items():
        for name in source.own:
            value = getattr(modules[dotted], name, None)
            if hasattr(value, "cache_info") or not (fixed(value) or container(value) or _wraps(value)):
                changeable.add(f"{source.shown} {name}")
            if inspect.isclass(value):
                changeable.update(f"{source.shown} {name}.{each}" for each, given in vars(value).items()
                                  if type(given) in (dict, list, set) and not each.startswith("_"))
    return changeable


def _shorter(dotted: str) -> Iterator[str]:
    while dotted:
        yield dotted
        dotted = dotted.rpartition(".")[0]


def _wraps(value: object) -> bool:
    return inspect.isfunction(inspect.unwrap(value)) if callable(value) else False


def of_package() -> set[str]:
    sources = {}
    for file in sorted(PACKAGE.rglob("*.py")):
        path = file.relative_to(PACKAGE)
        dotted = ".".join(("macros", *path.with_suffix("").parts)).removesuffix(".__init__")
        sources[dotted] = Source(dotted, path.as_posix(), file.read_text(encoding="utf-8"))
    return found(sources, {dotted: importlib.import_module(dotted) for dotted in sources})


def test_no_module_holds_what_changes_but_for_a_reason() -> None:
    assert sorted(of_package() ^ EXCUSED.keys()) == []


@pytest.mark.parametrize(("code", "told"), [
    ("kept = {}", "a.py kept"),
    ("kept = {1: 2}\ndef f():\n    kept[1] = 3", "a.py kept"),
    ("kept = {1: [2]}\ndef f():\n    kept[1].append(3)", "a.py kept"),
    ("kept = [1]\ndef f():\n    kept.append(3)", "a.py kept"),
    ("kept = {1}\nclass C:\n    def f(self):\n        kept.discard(1)", "a.py kept"),
    ("kept = None\ndef f():\n    global kept\n    kept = 1", "a.py kept"),
    ("class Kept:\n    pass\nkept = Kept()", "a.py kept"),
    ("class Kept:\n    seen = []", "a.py Kept.seen"),
    ("class Kept:\n    n = 0\n    @classmethod\n    def f(cls):\n        cls.n += 1", "a.py Kept"),
    ("class Kept:\n    n = 0\ndef f():\n    Kept.n += 1", "a.py Kept"),
    ("from functools import cache\n@cache\ndef f(x):\n    return x", "a.py f"),
    ("import macros.findings\ndef f():\n    macros.findings.x = 1", "a.py f"),
    ("from macros import findings\ndef f():\n    vars(findings)['x'] = 1", "a.py f"),
    ("from macros import findings\ndef f():\n    setattr(findings, 'x', 1)", "a.py f"),
    ("import importlib\ndef f():\n    m = importlib.import_module('macros')\n    vars(m)['x'] = 1", "a.py f"),
    ("import sys\ndef f():\n    m = sys.modules['macros']\n    m.x = 1", "a.py f"),
    ("import os\ndef f():\n    os.environ['X'] = '1'", "a.py f"),
    ("import sys\ndef f():\n    sys.path.append('x')", "a.py f"),
])
def test_every_way_of_keeping_something_is_seen(code: str, told: str) -> None:
    assert _alone(code) == {told}


@pytest.mark.parametrize("code", [
    "A = {1: 2}\ndef f(x):\n    return A[x]",
    "A = [1]\ndef f(A):\n    A.append(2)",
    "A = {}\nfor i in (1, 2):\n    A[i] = i\n",
    "import os\ndef f():\n    found = {}\n    found['x'] = os.environ.get('x')\n    return found",
    "class C:\n    def __init__(self):\n        self.seen = []\n    def f(self):\n        self.seen.append(1)",
    "from dataclasses import dataclass\n@dataclass(frozen=True)\nclass C:\n    x: int\nc = C(1)",
])
def test_a_table_and_what_an_object_has_are_no_state(code: str) -> None:
    assert _alone(code) == set()


def _alone(code: str) -> set[str]:
    module = types.ModuleType("a")
    sys.modules["a"] = module  # dataclasses look there
    try:
        exec(textwrap.dedent(code), vars(module))  # noqa: S102
        return found({"a": Source("a", "a.py", code)}, {"a": module})
    finally:
        del sys.modules["a"]


def test_every_reason_is_said() -> None:
    assert [name for name, why in EXCUSED.items() if not why] == []
