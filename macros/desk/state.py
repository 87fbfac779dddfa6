"""What one run of the desk holds: the library, the drafts, who checks them, and the entry that a request is about."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from macros.desk import saving
from macros.desk.before import Before
from macros.desk.checking import Checker
from macros.desk.drafts import Draft, Drafts
from macros.desk.library import Library, data_of
from macros.editing.spans import added
from macros.editing.yaml_value import pair
from macros.findings import Finding
from macros.model.kinds import KINDS
from macros.reading.document import Document, parse

# Kinds in the order in which an editor meets them.
ORDER = ("practices", "speeches", "organizations", "problems", "terms", "topics", "sources", "formulations")


@dataclass
class Desk:
    """`folder` is where drafts and uploads lie, outside the data; `lock` is held while a draft is changed; `finished` is what the next
    page tells to have been written (kind, id, why not: "" where it was)."""

    library: Library
    drafts: Drafts
    checker: Checker
    folder: Path
    docs: Path
    lock: threading.RLock
    before: Before
    finished: list[tuple[str, str, str]] = field(default_factory=list)

    @classmethod
    def of(cls, data: Path, docs: Path, folder: Path, shown: str = "data") -> "Desk":
        library, drafts = Library(data, shown), Drafts(folder / "drafts")
        for draft in drafts.all():
            # Killed behind the write: it is saved.
            if library.text(draft.kind, draft.entry_id) == draft.text:
                draft.base = draft.text
                drafts.keep(draft)
        return cls(library, drafts, Checker(library), folder, docs, threading.RLock(), Before(folder, data))

    def draft(self, kind: str, entry_id: str) -> Draft | None:
        """The draft of an entry, begun from its file where there is none; None where there is no such entry."""
        if kind not in KINDS:
            return None
        there = self.drafts.get(kind, entry_id)
        if there is not None and there.changed:
            return there
        if not self.library.has(kind, entry_id):
            return None
        text = self.library.text(kind, entry_id)
        if text is None:
            return None
        if there is not None and there.base == text:
            return there
        draft = Draft(kind, entry_id, text, text)
        self.drafts.keep(draft)
        return draft

    def begin(self, kind: str, entry_id: str, given: dict[str, Any], made: str | None = None) -> Draft:
        """A draft of an entry that is not there yet, with what is known of it; `made` is its file where that is written already.
        Raises `spans.NotWritten`."""
        of = KINDS[kind]
        if made is not None:
            draft = Draft(kind, entry_id, None, made)
            self.drafts.keep(draft)
            return draft
        base = None if of.one_file_each else self.library.text(kind, entry_id)
        if base is None:
            body = [pair(name, value, of.model, 0 if of.one_file_each else 2, "\n") for name, value in given.items()]
            text = "\n".join(body) + "\n" if of.one_file_each else f"{entry_id}:\n" + "".join(f"  {line}\n" for line in body)
        else:
            document = parse(base.encode(), self.library.path(kind, entry_id))
            text = base if isinstance(document, Finding) else added(document, entry_id, of.model, given)
        draft = Draft(kind, entry_id, base, text)
        self.drafts.keep(draft)
        return draft

    def document(self, draft: Draft) -> Document | Finding:
        return self.library.parsed(draft.kind, draft.entry_id, draft.text)

    def data(self, draft: Draft) -> Any:
        """What a draft says; None where it can't be read."""
        document = self.document(draft)
        return data_of(document, draft.kind, draft.entry_id) if isinstance(document, Document) else None

    def put(self, draft: Draft) -> saving.Clash | None:
        """Writes a draft into its file, as `saving.put`; what the file held before is remembered. Raises `OSError`."""
        self.before.about_to_write([self.library.path(draft.kind, draft.entry_id).removeprefix(f"{self.library.shown}/")])
        return saving.put(self.library, draft)

    def saved(self) -> None:
        """Files have changed: the library is read again, in the background where it is large."""
        self.library.reread()
        self.checker.forget()
        threading.Thread(target=self.library.refresh, daemon=True).start()

    def unfinished(self) -> Iterator[tuple[str, str, str]]:
        """The entries (kind, id, name) with a draft that is not saved, the latest first."""
        for draft in reversed(self.drafts.all()):
            data = self.data(draft)
            named = next((data[name] for name in ("title", "name", "term", "text") if data.get(name)), "") if isinstance(data, dict) else ""
            yield draft.kind, draft.entry_id, str(named) or self.library.titles(draft.kind).get(draft.entry_id, draft.entry_id)

