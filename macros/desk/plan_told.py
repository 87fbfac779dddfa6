"""What a plan (another id, two made one, withdrawn) would do, what it has done, and which drafts it would leave behind, in an editor's words."""

from collections.abc import Iterator, Mapping

from macros.desk.drafts import Draft
from macros.desk.library import Library, data_of
from macros.desk.state import Desk
from macros.editing.lifecycle import Plan
from macros.model.kinds import KINDS
from macros.reading.document import Document, parse
from macros.reading.validation_errors import strings

_DONE: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "rename": ("编号改好了", ("旧网址继续有效，提到它的地方都跟着改了。",)),
    "merge": ("并好了", ("旧网址转到那一条，提到它的地方都跟着改了。",)),
    "withdraw": ("撤下了", ("列表和检索里不再有它；打开旧网址，看到的是撤下的说明和原因。", "要恢复：打开这一条，点左下角“改编号、合并、撤下”，再点“恢复”。")),
    "restore": ("恢复了", ("列表和检索里又有它了。",)),
}


def lines(library: Library, plan: Plan, kind: str, entry_id: str, given: Mapping[str, str]) -> list[str]:
    """What happens to which entry, a line each."""
    own, what = _path(library, kind, entry_id), given.get("what")
    name = library.file_called(own)
    told = []
    for path, (was, now) in plan.files.items():
        if was is None:
            continue  # the same entry under its other id
        if path != own:
            told.append(f"{library.file_called(path)}：{'收下它的内容' if what == 'merge' and path == _path(library, kind, library.meant(kind, given.get('into', '').strip())) else '提到它的地方跟着改'}")
        elif what == "rename":
            told.append(f"{name}：编号由“{entry_id}”改成“{given.get('new', '').strip()}”，内容不动，旧网址照样打得开")
        elif what == "merge":
            told.append(f"{name}：并进“{given.get('into', '').strip().partition('（')[0]}”，不再单列，旧网址转到那里")
        elif what in ("withdraw", "restore"):
            told.append(f"{name}：{'撤下，内容留着，以后可以恢复' if what == 'withdraw' else '恢复，列表和检索里又有它'}")
        else:
            told.append(f"{name}：{'去掉' if now is None else '改'}")
    return told


def done(what: str | None) -> tuple[str, tuple[str, ...]]:
    """Heading and lines for what was done."""
    return _DONE.get(what or "", ("做好了", ()))


def in_the_way(desk: Desk, plan: Plan, kind: str, entry_id: str, what: str | None) -> list[Draft]:
    """The drafts of entries that a plan changes, or that would go on naming what is called otherwise by then."""
    def meant(draft: Draft) -> bool:
        if (draft.kind, draft.entry_id) == (kind, entry_id):
            return what != "discard"
        return _changes(desk.library, plan, draft) or (what in ("rename", "merge", "discard") and any(
            text == entry_id or f"[[{entry_id}]]" in text for _, text in strings(desk.data(draft))))

    return [draft for draft in desk.drafts.all() if meant(draft)]


def _changes(library: Library, plan: Plan, draft: Draft) -> bool:
    path = _path(library, draft.kind, draft.entry_id)
    if path not in plan.files:
        return False
    if KINDS[draft.kind].one_file_each:
        return True
    was, now = (list(_entry(text, draft)) for text in plan.files[path])
    return was != now


def _entry(text: str | None, draft: Draft) -> Iterator[object]:
    """What a file of many says of the draft's entry."""
    document = parse((text or "").encode(), "")
    if isinstance(document, Document):
        yield data_of(document, draft.kind, draft.entry_id)


def _path(library: Library, kind: str, entry_id: str) -> str:
    return library.path(kind, entry_id).removeprefix(f"{library.shown}/")
