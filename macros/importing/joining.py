"""The accounts that an editor asks for by number, written at the end of the practices that the library has."""

import re
from dataclasses import replace
from pathlib import Path

import yaml

from macros.editing.spans import NotWritten, added_item
from macros.importing import half
from macros.importing.choice import Take
from macros.importing.plan import Plan
from macros.importing.told import File
from macros.reading.document import Document, parse

_EACH = re.compile(r"^(?=  - speech: )", re.M)


def joined(plan: Plan, data: Path, take: Take) -> Plan:
    """The plan with a file for each practice that was asked for by its number, its accounts at the end of those it has.

    All else of such a file stays as it is. Where nothing can be added (broken YAML, an unusual list, a file that this
    plan writes already) the account stays one to be added by hand, and a note says so.
    """
    if not take.numbers:
        return plan
    files, left, notes = list(plan.files), [], list(plan.notes)
    for practice_id, account in plan.accounts:
        path = f"practices/{practice_id}.yml"
        there = half.contents(data / path)
        made = _with(there, path, account) if there is not None and all(file.path != path for file in files) else None
        if there is None or made is None:
            left.append((practice_id, account))
            notes.append(f"{path} 的 accounts 后面接不上，没有动它；加 --verbose 列出要加的几行，抄进去")
        else:
            files.append(File(path, made.encode(), there, added=len(_EACH.findall(account))))
    return replace(plan, files=tuple(files), accounts=tuple(left), notes=tuple(notes))


def _with(there: bytes, path: str, account: str) -> str | None:
    """The text of a practice with these accounts more, written as far in as the others; None where that can't be done."""
    document = parse(there, path)
    for one in filter(str.strip, _EACH.split(account)):
        node = document.node(("accounts",)) if isinstance(document, Document) else None
        if not isinstance(document, Document) or not isinstance(node, yaml.SequenceNode) or not node.value:
            return None
        # A list may stand as far in as its own name.
        own = node.start_mark.column
        try:
            text = added_item(document, ("accounts",), re.sub("^  ", " " * own, one, flags=re.M))
        except NotWritten:
            return None
        document = parse(text.encode(), path)
    return document.text if isinstance(document, Document) else None
