"""What an import would write, worked out before anything is written; nothing that exists is ever changed."""

import datetime
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from macros.catalog import Catalog
from macros.diagnostics import printable
from macros.filenames import bad_id
from macros.importing import drafts, ids
from macros.importing.candidates import NAME_LIMIT, Candidate, Titles, candidates
from macros.importing.drafts import Place
from macros.importing.limits import check_names, check_speeches
from macros.importing.refused import Refused
from macros.importing.segments import Collection, SpeechText, segment
from macros.importing.yaml_text import curly
from macros.originals import FOLDER
from macros.similar import folded


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
    raw = text.encode()
    sha256 = hashlib.sha256(raw).hexdigest()
    collection = segment(text)
    if not any(speech.passages for speech in collection.speeches):
        raise Refused("没有认出正文段落", "检查文件里是不是整篇发言；正文每段要独占一行，以句号结尾")
    check_speeches(collection.speeches)
    source = _source_id(source_id, collection, sha256, catalog)
    _same_text(source, sha256, raw, catalog, data)
    files = [] if (data / FOLDER / f"{source}.txt").exists() else [File(f"{FOLDER}/{source}.txt", raw)]
    notes = list(collection.notes)
    if not catalog.has("sources", source):
        files.append(_yaml("sources", source, drafts.source(collection.title, sha256, file_name)))
    elif source in catalog.sources and not catalog.sources[source].sha256:
        notes.append(f"在 data/sources/{source}.yml 里加一行：sha256: {sha256}")
    speeches = _speeches(collection, source, catalog)
    practices = _Practices(catalog, speeches, today)
    for speech in speeches:
        if not speech.known:
            told = practices.told[speech.speech_id]
            files.append(_yaml("speeches", speech.speech_id, drafts.speech(speech.text, speech.order, source, catalog, told)))
    return Plan(source, sha256, collection, speeches, (*files, *practices.files), practices.drafted, practices.accounts,
                tuple(notes))


def write(plan: Plan, data: Path) -> None:
    """Writes the files of a plan under `data`.

    Raises:
        FileExistsError: when one of them has come into being meanwhile; it is left as it is.
        OSError: when the folder can't be written.
    """
    for file in plan.files:
        path = data / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as stream:
            stream.write(file.content)


def _yaml(kind: str, entry_id: str, text: str) -> File:
    return File(f"{kind}/{entry_id}.yml", text.encode())


def _source_id(wanted: str | None, collection: Collection, sha256: str, catalog: Catalog) -> str:
    """The id that was asked for, that of the source with this very text, or a new one from the title."""
    if wanted is not None:
        problem = bad_id(wanted)
        if problem:
            raise Refused(f"来源编号“{printable(wanted)}”不能用：{problem}", "编号用小写拼音、数字和连字符，例如：shi-xian-zheng-xie-hui-yi-2022")
        if not catalog.has("sources", wanted) and wanted in ids.taken(catalog):
            raise Refused(f"编号“{wanted}”已经用在别的条目上", "换一个编号；编号在整个库里不能重复")
        return wanted
    same = next((sid for sid, source in catalog.sources.items() if source.sha256 == sha256), None)
    return same or ids.propose(collection.title or "导入的来源", ids.taken(catalog))


def _same_text(source: str, sha256: str, raw: bytes, catalog: Catalog, data: Path) -> None:
    known = catalog.sources.get(source)
    if known and known.sha256 and known.sha256 != sha256:
        raise Refused(f"来源“{source}”登记的校验值与这个文件的文字不同", "要用登记时的那个文件；确是另一份来源，用 --source 另给一个编号")
    there = data / FOLDER / f"{source}.txt"
    if there.exists() and not there.is_file():
        raise Refused(f"data/{FOLDER}/{source}.txt 不是普通的文件", "把它移走，再导入")
    if there.exists() and there.read_bytes() != raw:
        raise Refused(f"data/{FOLDER}/{source}.txt 已经有了，内容不同", "确是另一份来源，用 --source 另给一个编号；要换掉旧的，先把它移走")


def _speeches(collection: Collection, source: str, catalog: Catalog) -> tuple[Told, ...]:
    known = {speech.order: sid for sid, speech in catalog.speeches.items() if speech.source == source}
    taken = ids.taken(catalog) | {source}
    found = []
    for order, text in enumerate(collection.speeches, 1):
        speech_id = known.get(order) or ids.propose(text.title or f"{source} {order}", taken)
        taken.add(speech_id)
        found.append(Told(speech_id, order, text, order in known, () if order in known else candidates(text)))
    return tuple(found)


class _Practices:
    """The candidates of all new speeches put together: one draft a name, one account a speech in it."""

    def __init__(self, catalog: Catalog, speeches: tuple[Told, ...], today: datetime.date) -> None:
        self._catalog = catalog
        self._titles = {pid: (p.title, *p.aliases) for pid, p in catalog.practices.items()}
        self._existing = {folded(name): pid for pid, names in self._titles.items() for name in names}
        self.told: dict[str, set[str]] = {speech.speech_id: set() for speech in speeches}
        self.drafted: dict[str, str] = {}
        leading = {folded(c.name) for speech in speeches for c in _leading(speech.candidates)}
        groups: dict[str, list[tuple[Told, Candidate]]] = {}
        for speech in speeches:
            for candidate in speech.candidates:
                # Set up in one speech, it is worth an account where another only names it.
                if folded(candidate.name) in leading:
                    groups.setdefault(folded(candidate.name), []).append((speech, candidate))
                    self.told[speech.speech_id].add(candidate.place)
        check_names(len(groups), sum(len(speech.candidates) for speech in speeches))
        taken = ids.taken(catalog) | {s.speech_id for s in speeches}
        for key, found in groups.items():
            if key not in self._existing:
                self.drafted[key] = ids.propose(found[0][1].name, taken, NAME_LIMIT)
                taken.add(self.drafted[key])
        self._names = {self.drafted[key]: (found[0][1].name,) for key, found in groups.items() if key in self.drafted}
        self._known, self._drafts = Titles(self._titles), Titles(self._names)
        self.files = tuple(self._draft(key, found, today) for key, found in groups.items() if key in self.drafted)
        self.accounts = tuple((self._existing[key], "".join(drafts.account(p) for p in _places(found)))
                              for key, found in groups.items() if key in self._existing)

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
