"""What is found of a draft, field by field, by the code of `kb check`, and what can be mended with one answer."""

import re
from collections.abc import Collection, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, TimeoutError
from dataclasses import dataclass
from os.path import commonprefix

from macros import rules
from macros.desk.drafts import Draft
from macros.desk.filling import path_of
from macros.desk.form import Group, controls, form, part_at
from macros.desk.library import Library, data_of, own_part, prefix_of
from macros.desk.telling import lacks, worded
from macros.desk.wording import plain
from macros.editing.fixing import fixed
from macros.editing.repairs import repaired
from macros.editing.spans import at
from macros.findings import Finding, Severity
from macros.model.fields import TO_CONFIRM, TO_FILL
from macros.model.inline_links import Place
from macros.model.kinds import KINDS
from macros.model.vocabulary import Status
from macros.reading.document import Document, parse
from macros.reading.validation_errors import strings
from macros.rules.progress_reading import RULE, judged_words

# So long an answer waits for the rules that look at the whole library; what they find later is asked for again.
PATIENCE = 0.15
_LAST = re.compile(r"\.\d+$")
_MARK = re.compile(rf"[ \t]+#[ \t]*{TO_CONFIRM}[：:]?[ \t]*(?P<why>[^\r\n]*)")


@dataclass(frozen=True)
class Told:
    """A finding as it stands beside its field; `fix` is the value that it can be mended to, where there is one answer, `quiet`
    what is not written yet: no mistake, but to be filled in."""

    path: str
    code: str
    error: bool
    message: str
    cure: str
    fix: str | None = None
    quiet: bool = False


class Checker:
    """Checks drafts, one after the other, the latest state of each."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._worker = ThreadPoolExecutor(1)
        self._closed = False
        self._wanted: dict[tuple[str, str], str] = {}
        self._asked: dict[tuple[str, str], tuple[str, Future[list[Finding] | None]]] = {}

    def check(self, draft: Draft, patience: float = PATIENCE) -> tuple[list[Told], bool]:
        """What is found, and whether that is all: rules that look at the whole library may take longer."""
        document = self._library.parsed(draft.kind, draft.entry_id, draft.text)
        if isinstance(document, Finding):
            return [Told("", document.code, True, plain(document.message, self._library.called), plain(document.cure, self._library.called))], True
        key = draft.kind, draft.entry_id
        asked = self._asked.get(key)
        if asked is None or asked[0] != draft.text:
            if asked:
                asked[1].cancel()
            self._wanted[key] = draft.text
            asked = self._asked[key] = draft.text, self._worker.submit(self._whole, *key, document, draft.text)
        try:
            found = asked[1].result(patience)
        except TimeoutError:
            found = None
        if found is None:
            return self._told(self._quick(*key, document), document, draft), False
        return self._told(found, document, draft), True

    def close(self) -> None:
        """Nothing more is asked; what waits for the library waits no longer."""
        self._closed = True
        self._worker.shutdown(wait=False, cancel_futures=True)

    def forget(self) -> None:
        """What was found is asked for anew: the library is another one."""
        self._asked.clear()

    def _quick(self, kind: str, entry_id: str, document: Document) -> list[Finding]:
        """What the entry shows by itself."""
        if not self._library.ready.is_set():
            return []
        catalog, found = self._library.with_draft(kind, entry_id, document)
        return [*found, *(rules.of_one(catalog, kind, entry_id))]

    def _whole(self, kind: str, entry_id: str, document: Document, text: str) -> list[Finding] | None:
        while not self._library.checked.wait(0.5):
            if self._closed:
                return None
        if self._wanted.get((kind, entry_id)) != text:
            return None  # another state is asked for by now
        with self._library.checking:
            catalog, found = self._library.with_draft(kind, entry_id, document)
            found += rules.check(catalog, self._library.originals)
        path = self._library.path(kind, entry_id)
        return [each for each in found if each.about == (kind, entry_id) or (KINDS[kind].one_file_each and each.path == path)]

    def _told(self, found: Iterable[Finding], document: Document, draft: Draft) -> list[Told]:
        prefix = prefix_of(draft.kind, draft.entry_id)
        found = list(found)
        # A repair can only better what something is wrong with.
        better = dict(fixes(self._library, document, draft)) if found else {}
        whole = form(KINDS[draft.kind].model, data_of(document, draft.kind, draft.entry_id))
        told = [Told(c.path, "to-fill", True, f"{c.label}还没有填", "对照左边的原文填上；可以不写的，原文没有就点“原文没有”或者清空", quiet=True)
                for c in controls(whole) if TO_FILL in c.value]
        # Of what waits to be filled in nothing else is said.
        waits = {each.path for each in told}
        told += [Told(path, each.code, each.severity is Severity.ERROR, *worded(each, part_at(whole, path), self._library.called), better.get(path),
                      quiet=draft.base is None and lacks(each))
                 for each in sorted(found) if each.code not in ("to-confirm", "to-fill") for path in (path_of(each.place[len(prefix):]),) if path not in waits]
        judged = {one.path for one in told if one.code == RULE.code}
        told += [each for each in _cues(draft, whole, self._library) if each.path not in judged]
        # What is to be filled in is told in the order of the form.
        order = [c.path for c in controls(whole)]
        told.sort(key=lambda each: next((i for i, path in enumerate(order) if path == each.path or path.startswith(f"{each.path}.")), 0) if each.quiet else len(order))
        said = {each.path for each in told}
        told += [Told(path, "to-fix", False, "可以写得更合规矩", f"改成“{value}”", value) for path, value in better.items() if path not in said]
        told += [Told(path, "to-confirm", True, f"导入时读出来的，还没有人确认{f'：{plain(why, self._library.called)}' if why else ''}", "与原文核对：对的点“看过了，对”；不对的改好，再点一下")
                 for path, why in marks(document, prefix).items()]
        return told


def _cues(draft: Draft, whole: Group, library: Library) -> Iterator[Told]:
    """The cues that do not say how far one got, told while other fields wait: the rules look only at what is filled in."""
    values = {control.path: control.value for control in controls(whole)} if draft.kind == "practices" else {}
    for control in controls(whole) if values else ():
        if control.name != "cue" or not control.filled or control.open:
            continue
        above = control.path.rpartition(".")[0]
        chosen = values.get(f"{above}.status", "")
        status = next((each for each in Status if each.value == chosen), None)
        # Before a status is chosen only a cue that says none is wrong.
        wrong = judged_words(status or Status.DONE, control.value)
        if wrong and (status or wrong.field == "cue"):
            yield Told(f"{above}.{wrong.field}", RULE.code, True, plain(wrong.message, library.called), plain(wrong.cure, library.called))


def marks(document: Document, prefix: Place) -> dict[str, str]:
    """The fields behind whose value an import put that it wants to be confirmed, each with what it says."""
    return {path: why for _, path, why in _marked(document, prefix)}


def confirmed(document: Document, prefix: Place, paths: Collection[str]) -> str:
    """The text without the marks behind these fields."""
    lines = document.text.split("\n")
    for number, marked, _ in _marked(document, prefix):
        # A list on one line bears its mark as its one item, or as all of it where it has more by now.
        if marked in paths or any(path.rpartition(".")[0] == marked or _LAST.sub("", marked) == path for path in paths):
            lines[number] = _MARK.sub("", lines[number])
    return "\n".join(lines)


def _marked(document: Document, prefix: Place) -> Iterator[tuple[int, str, str]]:
    """The lines with a mark (from 0), each with the field that it is about, and what it says. Of a whole item in one line it is the item."""
    found = {number: match.group("why").strip() for number, line in enumerate(document.text.split("\n"))
             if TO_CONFIRM in line and not line.lstrip().startswith("#") and (match := _MARK.search(line))}
    if not found:
        return
    lines: dict[int, list[Place]] = {}
    for place, _ in strings(at(document.data, prefix)):
        node = document.node((*prefix, *place))
        if node is not None and node.start_mark.line in found:
            lines.setdefault(node.start_mark.line, []).append(place)
    for number, places in lines.items():
        common = places[0] if len(places) == 1 else tuple(commonprefix(places))
        yield number, path_of(common or places[0]), found[number]


def fixes(library: Library, document: Document, draft: Draft) -> Iterator[tuple[str, str]]:
    """The values of an entry that `kb check --fix` would write otherwise: path and value."""
    kind, prefix = KINDS[draft.kind], prefix_of(draft.kind, draft.entry_id)
    again = parse(mended(library, draft).encode(), document.path)
    if not isinstance(again, Document) or again.data == document.data:
        return
    before = dict(strings(data_of(document, kind.name, draft.entry_id)))
    for place, text in strings(data_of(again, kind.name, draft.entry_id) if prefix else again.data):
        if place in before and before[place] != text:
            yield path_of(place), text


def mended(library: Library, draft: Draft) -> str:
    """The text of a draft with everything mended that has one answer; it need not be one that can be read."""
    kind, path = KINDS[draft.kind], library.path(draft.kind, draft.entry_id)
    part = own_part(draft.text, draft.kind, draft.entry_id, path)
    start, end = part[:2] if part else (0, len(draft.text))
    text = repaired(draft.text[start:end].encode(), path, kind, library.names).decode()
    again = parse(text.encode(), path)
    if not isinstance(again, Document):
        return draft.text
    return draft.text[:start] + fixed(again, kind.model, (prefix_of(draft.kind, draft.entry_id),)) + draft.text[end:]
