"""What an import would write, worked out before anything is written; nothing that exists is ever changed."""

import datetime
import errno
import hashlib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from macros.editing.yaml_text import curly
from macros.fulltext.originals import FOLDER
from macros.fulltext.segments import Collection, SpeechText, segment
from macros.importing import drafts, ids
from macros.importing.candidates import NAME_LIMIT, Candidate, Titles, candidates
from macros.importing.drafts import Place
from macros.importing.known import Known
from macros.importing.limits import check_names, check_speeches
from macros.importing.refused import Refused
from macros.library.catalog import Catalog
from macros.library.similarity import folded
from macros.reading.filenames import bad_id
from macros.runtime import writing
from macros.text.printable import printable

ALREADY = "这份全文导入过；只补上缺的，已有的不动"
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class File:
    """A file to write, by its path under the data folder."""

    path: str
    content: bytes


@dataclass(frozen=True)
class Told:
    """One speech of the file: its id, whether it is in the library already, and the candidates in it."""

    speech_id: str
    order: int
    text: SpeechText
    known: bool
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True)
class Plan:
    """`files` are to be written; `accounts` are YAML to add to entries that exist: id → account."""

    source_id: str
    sha256: str
    collection: Collection
    speeches: tuple[Told, ...]
    files: tuple[File, ...]
    drafted: Mapping[str, str] = field(default_factory=dict)
    accounts: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()


def prepare(text: str, file_name: str, catalog: Catalog, data: Path, today: datetime.date,
            source_id: str | None = None) -> Plan:
    """The plan for a file with this text.

    Raises:
        Refused: when the source has another text already, or the text holds no paragraph.
    """
    known = Known(catalog, data)
    same = known.same_text(text, source_id)
    # In another format the words are the same, but not the lines: those that are kept count.
    text = same.text if same and same.text is not None else text
    raw = text.encode()
    sha256 = hashlib.sha256(raw).hexdigest()
    collection = segment(text)
    if not any(speech.passages for speech in collection.speeches):
        raise Refused("没有认出正文段落", "检查文件里是不是整篇发言；正文每段要独占一行，以句号结尾")
    check_speeches(collection.speeches)
    twin = known.twin(collection) if not same and not source_id else None
    if twin:
        raise Refused(f"来源“{twin}”的篇名、小标题和段数都与这个文件一样，登记的校验值却不同",
                      f"多半是同一份的另一种格式，它的全文不在 data/{FOLDER}/：要放回全文，用当初导入的那个文件；"
                      "确是另一份，用 --source 另给一个编号")
    wanted = _source_id(source_id, collection, known)
    source = same.source if same else wanted
    _refuse_another_text(source, sha256, raw, known)
    files: list[File] = []
    notes = list(collection.notes)
    if source_id and source != source_id:
        notes.append(f"这份全文的来源编号是 {source}，仍用它；--source {source_id} 没有用上")
    if same and same.file:
        notes.append(f"全文已经在 data/{FOLDER}/{same.file}.txt，把它改名为 {source}.txt")
    elif not (data / FOLDER / f"{source}.txt").exists():
        files.append(File(f"{FOLDER}/{source}.txt", raw))
    if not catalog.claims("sources", source):
        files.append(_yaml("sources", source, drafts.source(collection.title, sha256, file_name)))
    elif not known.face("sources", source).get("sha256"):
        notes.append(f"在 data/sources/{source}.yml 里加一行：sha256: {sha256}")
    speeches = _speeches(collection, source, known)
    if same and any(speech.known for speech in speeches):
        notes.append(ALREADY)
    practices = _Practices(known, speeches, today)
    for speech in speeches:
        if not speech.known:
            told = practices.told[speech.speech_id]
            files.append(_yaml("speeches", speech.speech_id, drafts.speech(speech.text, speech.order, source, catalog, told)))
    return Plan(source, sha256, collection, speeches, (*files, *practices.files), practices.drafted, practices.accounts,
                tuple(notes))


def write(plan: Plan, data: Path) -> None:
    """Writes the files of a plan under `data`. One that stopped is gone on with by the plan made next.

    Raises:
        FileExistsError: when one of them has come into being meanwhile; nothing is written.
        Stopped: one could not be written, the later ones were not tried.
    """
    # The text, by which the next plan knows the source, comes first, and a speech after all that is drafted from
    # it: where a speech is there, a draft of it that is not was removed by somebody.
    files = {data / file.path: file.content for file in sorted(plan.files, key=lambda f: f.path.startswith("speeches/"))}
    for path in files:
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, "File exists", path.as_posix())
    writing.every(files, writing.create)


def _yaml(kind: str, entry_id: str, text: str) -> File:
    return File(f"{kind}/{entry_id}.yml", text.encode())


def _source_id(wanted: str | None, collection: Collection, known: Known) -> str:
    """The id that was asked for, or a new one from the title."""
    catalog = known.catalog
    if wanted is not None:
        problem = bad_id(wanted)
        if problem:
            raise Refused(f"来源编号“{printable(wanted)}”不能用：{problem}", "编号用小写拼音、数字和连字符，例如：shi-xian-zheng-xie-hui-yi-2022")
        if not catalog.claims("sources", wanted) and wanted in ids.taken(catalog):
            raise Refused(f"编号“{wanted}”已经用在别的条目上", "换一个编号；编号在整个库里不能重复")
        return wanted
    return ids.propose(collection.title or "导入的来源", ids.taken(catalog) | known.stems)


def _refuse_another_text(source: str, sha256: str, raw: bytes, known: Known) -> None:
    registered = str(known.face("sources", source).get("sha256", ""))
    if _SHA256.fullmatch(registered) and registered != sha256:
        raise Refused(f"来源“{source}”登记的校验值与这个文件的文字不同", "要用登记时的那个文件；确是另一份来源，用 --source 另给一个编号")
    there = known.data / FOLDER / f"{source}.txt"
    if there.exists() and not there.is_file():
        raise Refused(f"data/{FOLDER}/{source}.txt 不是普通的文件", "把它移走，再导入")
    if there.exists() and there.read_bytes() != raw:
        raise Refused(f"data/{FOLDER}/{source}.txt 已经有了，内容不同", "确是另一份来源，用 --source 另给一个编号；要换掉旧的，先把它移走")


def _speeches(collection: Collection, source: str, known: Known) -> tuple[Told, ...]:
    taken = ids.taken(known.catalog) | {source}
    there = known.speeches(source)
    for order, text in enumerate(collection.speeches, 1):
        stray = known.stray(order, text.title) if order not in there else None
        if stray:
            there[order] = stray
    complete = len(there.keys() & range(1, len(collection.speeches) + 1)) == len(collection.speeches)
    found = []
    for order, text in enumerate(collection.speeches, 1):
        speech_id = there.get(order) or ids.propose(text.title or f"{source} {order}", taken)
        taken.add(speech_id)
        # One that is there says still which names lead in the others.
        found.append(Told(speech_id, order, text, order in there, () if complete else candidates(text)))
    return tuple(found)


class _Practices:
    """The candidates of all new speeches put together: one draft a name, one account a speech in it."""

    def __init__(self, known: Known, speeches: tuple[Told, ...], today: datetime.date) -> None:
        self._catalog = known.catalog
        self._existing = {folded(name): pid for pid, names in known.names.items() for name in names}
        self.told: dict[str, set[str]] = {speech.speech_id: set() for speech in speeches}
        self.drafted: dict[str, str] = {}
        leading = {folded(c.name) for speech in speeches for c in _leading(speech.candidates)}
        groups: dict[str, list[tuple[Told, Candidate]]] = {}
        for speech in (speech for speech in speeches if not speech.known):
            for candidate in speech.candidates:
                # Set up in one speech, it is worth an account where another only names it.
                if folded(candidate.name) in leading:
                    groups.setdefault(folded(candidate.name), []).append((speech, candidate))
                    self.told[speech.speech_id].add(candidate.place)
        check_names(len(groups), sum(len(speech.candidates) for speech in speeches))
        there = self._draft_ids(known, groups, ids.taken(known.catalog) | {s.speech_id for s in speeches})
        self._titles = {pid: names for pid, names in known.names.items() if pid not in there}
        self._names = {self.drafted[key]: (found[0][1].name,) for key, found in groups.items() if key in self.drafted}
        self._known, self._drafts = Titles(self._titles), Titles(self._names)
        self.files = tuple(self._draft(key, found, today) for key, found in groups.items()
                           if key in self.drafted and self.drafted[key] not in there)
        self.accounts = tuple((self._existing[key], "".join(drafts.account(p) for p in _places(found)))
                              for key, found in groups.items() if key not in self.drafted)

    def _draft_ids(self, known: Known, groups: Mapping[str, list[tuple[Told, Candidate]]], taken: set[str]) -> set[str]:
        """Gives every name that has no entry the id of its draft; those that an import that was stopped has drafted.

        Such a draft tells of the same speech under the id that its name gives, whatever was filled in since.
        """
        there: set[str] = set()
        given: set[str] = set()
        for key, found in groups.items():
            mine = {pid for speech, _ in found for pid in known.telling.get(speech.speech_id, ())} - given
            own = ids.propose(found[0][1].name, taken - mine if mine else taken, NAME_LIMIT)
            if own in mine:
                there.add(own)
            elif key in self._existing:
                continue
            self.drafted[key] = own
            taken.add(own)
            given.add(own)
        return there

    def _draft(self, key: str, found: list[tuple[Told, Candidate]], today: datetime.date) -> File:
        name, own = found[0][1].name, self.drafted[key]
        places = {(speech.speech_id, candidate.place) for speech, candidate in found}
        tellers = {speech.speech_id: speech for speech, _ in found}.values()
        others = [c.name for speech in tellers for c in speech.candidates
                  if c.strong and (speech.speech_id, c.place) in places and folded(c.name) != key]
        alike = [f"与已有做法“{self._titles[pid][0]}”（{pid}）名称相近；是一回事就删去本文件，到那里的 accounts 加一项"
                 for pid in self._known.resembling(name)]
        alike += [f"与本次另一份草稿“{self._names[pid][0]}”（{pid}）名称相近；是一回事就合成一个文件：不同的发言各写一项 accounts，同一篇的合成一项，at 写全"
                  for pid in self._drafts.resembling(name) if pid != own]
        text = drafts.practice(curly(name), _places(found), list(dict.fromkeys(others)), alike, self._catalog, today)
        return _yaml("practices", own, text)


def _leading(found: tuple[Candidate, ...]) -> list[Candidate]:
    """The strong candidates that get a draft of their own: the named ones, at least the first of a place."""
    leading: list[Candidate] = []
    for candidate in found:
        if candidate.strong and (candidate.named or all(c.place != candidate.place for c in leading)):
            leading.append(candidate)
    return leading


def _places(found: list[tuple[Told, Candidate]]) -> list[Place]:
    """One place a speech, with all the locators at which it has the name."""
    by_speech: dict[str, list[tuple[Told, Candidate]]] = {}
    for speech, candidate in found:
        by_speech.setdefault(speech.speech_id, []).append((speech, candidate))
    return [
        Place(speech_id, tuple(c.place for _, c in told),
              tuple(speech.text.passages[int(c.place.partition(".")[0]) - 1] for speech, c in told))
        for speech_id, told in by_speech.items()
    ]
