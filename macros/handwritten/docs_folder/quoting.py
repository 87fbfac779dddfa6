"""What people write under `docs` tells nothing of this machine and of nobody in person, and does not copy a full text."""

import hashlib
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from macros.findings import Finding, Severity
from macros.fulltext.copied import NOTHING, Grams, Said, chinese, copied, grams_of, pieces
from macros.fulltext.originals import Originals
from macros.handwritten.docs_folder.belongs import is_in
from macros.handwritten.docs_folder.pages import Page
from macros.handwritten.docs_folder.tree import Tree
from macros.library.catalog import Catalog
from macros.rules import named_person, private_data, secret, secret_address
from macros.text import machine_paths
from macros.text.persons import persons
from macros.text.places import line_and_column
from macros.text.secrets import secrets

# The guide shows in code how paths look; those of this very machine are refused there too.
_GUIDE = "contributing/"
_SAMPLE = "改成相对路径，例如：data/practices/；举例的，写成代码，用户名写 ni：`/home/ni/ku`"
_CHINESE = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_ASSETS = (".svg", ".css", ".js")
Told = Callable[..., Finding]
# Pages that copy nothing, with the full texts that is true of, as digests: cutting the texts takes a second where they are large.
_FREE: set[tuple[str, bytes]] = set()
_KEPT = 4096


class _Texts:
    """The full texts that are here, prepared when first asked for; `asked` are all the texts that are held to them."""

    def __init__(self, catalog: Catalog, originals: Originals, asked: Collection[str]) -> None:
        self._catalog, self._originals, self._asked = catalog, originals, asked

    @cached_property
    def grams(self) -> Grams:
        return grams_of(original.text for original in self._originals.by_source.values())

    @cached_property
    def _some(self) -> Grams:
        """Enough of them to see whether anything is copied."""
        wanted = frozenset(piece for text in self._asked for piece in pieces(chinese(text)))
        return grams_of((original.text for original in self._originals.by_source.values()), wanted)

    def free(self, text: str) -> bool:
        """Whether nothing of a text is copied; known of a page that stays while the full texts stay."""
        state = self._originals.signature, hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
        if state not in _FREE:
            if copied(chinese(text), self._some, NOTHING):
                return False
            if len(_FREE) >= _KEPT:
                _FREE.clear()
            _FREE.add(state)
        return True

    @cached_property
    def said(self) -> Said:
        return Said(self._catalog)


def check(tree: Tree, pages: Mapping[str, Page], catalog: Catalog, originals: Originals | None, known: tuple[str, ...],
          without: Collection[str]) -> Iterator[Finding]:
    """Paths of machines, and 18 characters or more in a row of a full text that is here: in pages, and in the text files
    beside them but those refused already (`without`). `known` are the paths of this machine."""
    assets = {address: tree.text(address) for address in sorted(tree.files) if address.endswith(_ASSETS) and not is_in(address, without)}
    texts = _Texts(catalog, originals, [*(page.text for page in pages.values()), *assets.values()]) if originals else None
    for page in pages.values():
        cure = _SAMPLE if page.address.startswith(_GUIDE) else "改成相对路径，例如：data/practices/"
        for offset, path in _paths(page, known):
            yield page.finding(offset, "leaked-path", f"页面里有本机的路径 {path}", cure)
        yield from _persons(page.markdown if page.address.startswith(_GUIDE) else page.text, page.finding)
        if not page.address.startswith(_GUIDE):
            yield from _named(page)
        yield from _quoted(page.text, texts, page.finding)
    for address, text in assets.items():
        yield from _in_asset(tree, address, text, texts, known)


def _paths(page: Page, known: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    if not page.address.startswith(_GUIDE):
        yield from machine_paths.written(page.text, known)
        return
    told = dict(machine_paths.written(page.markdown, known))
    yield from told.items()
    yield from ((offset, path) for offset, path in machine_paths.paths(page.text, known) if offset not in told)


def _in_asset(tree: Tree, address: str, text: str, texts: _Texts | None, known: tuple[str, ...]) -> Iterator[Finding]:
    def told(offset: int, code: str, message: str, cure: str, severity: Severity = Severity.ERROR) -> Finding:
        return Finding(tree.path(address), *line_and_column(text, offset), code, message, cure, severity)

    # A script says with strokes many things that are no paths.
    for offset, path in (machine_paths.written if address.endswith(".svg") else machine_paths.paths)(text, known):
        yield told(offset, "leaked-path", f"文件里有本机的路径 {path}", "用记事本打开这个文件，删去这个路径")
    if address.endswith(".svg"):
        yield from _persons(text, told)
    yield from _quoted(text, texts, told)


def _persons(text: str, told: Told) -> Iterator[Finding]:
    for found in private_data.told(text):
        finding = told(found.offset, private_data.RULE.code, private_data.message(found), private_data.CURE, Severity.ERROR)
        yield replace(finding, excerpt=private_data.masked(finding.excerpt))
    for one in secrets(text):
        rule, severity = (secret_address, Severity.ERROR) if one.address else (secret, Severity.WARNING)
        # The line is not shown: it would repeat it.
        yield replace(told(one.offset, rule.RULE.code, rule.message(one), rule.CURE, severity), excerpt="")


def _named(page: Page) -> Iterator[Finding]:
    for found in persons(page.markdown):
        yield page.finding(found.offset, named_person.RULE.code, named_person.message(found),
                           f"{named_person.cure(found)}；不是人名，就换一个说法", Severity.WARNING)


def _quoted(text: str, texts: _Texts | None, told: Told) -> Iterator[Finding]:
    if not texts or texts.free(text):
        return
    found, offset = False, 0
    for line in text.split("\n"):
        run = copied(chinese(line), texts.grams, texts.said)
        if run:
            found = True
            yield _copy(offset + _place(line, run), run, told)
        offset += len(line) + 1
    # It may go on over the ends of lines.
    run = None if found else copied(chinese(text), texts.grams, texts.said)
    if run:
        yield _copy(_place(text, run), run, told)


def _copy(offset: int, run: str, told: Told) -> Finding:
    return told(offset, "copied-text", f"连续 {len(run)} 个字与原文相同：{run[:24]}……", "用自己的话写；事实照搬，句子不照搬")


def _place(text: str, run: str) -> int:
    """Where a run of Chinese characters begins in a text that has other characters between them."""
    places = [match.start() for match in _CHINESE.finditer(text)]
    at = "".join(text[place] for place in places).find(run)
    return places[at] if at >= 0 else 0
