"""An import for programs: the division, the names, what is left out and what is proposed, as plain data.

The guide (commands.md, “给程序用的结果”) describes the fields; `version` changes where one of them changes its meaning.
"""

from collections.abc import Sequence
from typing import Any

from macros.importing.division.front import Beginning
from macros.importing.document import LeftOut
from macros.importing.measured import amounts
from macros.importing.plan import Plan
from macros.importing.proposals import Proposals
from macros.importing.told import Told
from macros.importing.words import form
from macros.library.similarity import folded

VERSION = 1


def whole(plan: Plan, shown: str, dry: bool, unseen: Sequence[LeftOut] = ()) -> dict[str, Any]:
    """Everything that the report tells. `shown` is the data folder as messages name it, `unseen` what is in the file and not in its text."""
    reading = plan.reading
    return {
        "version": VERSION,
        "dry_run": dry,
        "source": {"id": plan.source_id, "title": plan.collection.title, "sha256": plan.sha256, "year": plan.year,
                   "original": f"{shown}/originals/{plan.source_id}.txt"},
        "speeches": [_speech(told, plan) for told in plan.speeches],
        "doubtful": [{**_beginning(b), "words": b.words} for b in reading.doubtful] if reading else [],
        "split": list(reading.split) if reading and reading.doubtful else [],
        "left_out": [{"line": o.number, "text": o.text, "reason": o.why} for o in reading.left_out] if reading
                    else [{"line": o.number, "text": o.text, "reason": ""} for o in plan.collection.left_out],
        "unseen": [{"line": o.number, "text": o.text, "reason": o.why} for o in unseen],
        "bodies": list(plan.bodies),
        "accounts": [{"practice": pid, "yaml": account} for pid, account in plan.accounts],
        "not_drafted": [plan.choice.numbers[key] for key in plan.choice.left],
        "notes": list(plan.notes),
        "files": [{"path": f"{shown}/{file.path}", "finished_half": file.was is not None and not file.again and not file.added, "made_again": file.again, "records_added": file.added} for file in plan.files],
    }


def _beginning(beginning: Beginning) -> dict[str, Any]:
    return {"line": beginning.line, "title": beginning.title, "reasons": list(beginning.reasons), "sure": round(beginning.sure, 2)}


def _speech(told: Told, plan: Plan) -> dict[str, Any]:
    text = told.text
    proposed = Proposals.of(text, told.beginning)
    return {
        "id": told.speech_id, "order": told.order, "title": text.title, "in_library": told.known,
        "beginning": _beginning(told.beginning) if told.beginning else None,
        "proposed": proposed.plain(),
        "sections": [{"heading": s.heading, "rank": s.rank, "paragraphs": [p.number for p in s.passages]} for s in text.sections],
        "paragraphs": [{"number": p.number, "line": p.line, "items": [i.text for i in p.items], "masks": [m.text for m in p.masks],
                        "table_rows": len(p.rows), "amounts": [a.plain() for a in amounts(p)]} for p in text.passages],
        "names": [{"number": plan.choice.numbers.get(folded(c.name), 0), "name": c.name, "at": c.place, "under": [at for at, _ in c.under], "reason": c.reason, "sure": round(c.sure, 2), "planned": c.planned,
                   "known": c.known, "form": f.value if (f := form(c.name)) else None, "draft": plan.drafted.get(folded(c.name))} for c in told.candidates],
    }
