"""What an import would write, worked out before anything is written; nothing that exists is ever changed."""

import datetime
import errno
import hashlib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from macros.fulltext import cut
from macros.fulltext.originals import FOLDER
from macros.fulltext.segments import Collection, from_cut, segment
from macros.importing import again, before, drafts, half, ids, sources
from macros.importing import cover as covers
from macros.importing import remembered as options
from macros.importing.bodies import Bodies
from macros.importing.candidates import candidates, with_known
from macros.importing.choice import Choice, Take
from macros.importing.division.reading import Reading, Wish, divided
from macros.importing.drafted import Practices
from macros.importing.known import Known
from macros.importing.limits import check_speeches
from macros.importing.mentions import Mentions
from macros.importing.moved import moves
from macros.importing.noted import followed, replaced, unused
from macros.importing.refused import Refused
from macros.importing.told import File, Meeting, Told, yaml_file
from macros.library.catalog import Catalog
from macros.runtime import writing

ALREADY = "这份全文导入过；只补上缺的，已有的不动"


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
    # How the text was divided now; None where it is cut by the segmentation of an earlier version.
    reading: Reading | None = None
    choice: Choice = field(default_factory=Choice)
    year: int | None = None
    # Records of bodies that are not there yet; one of `files` adds them to organizations.yml where that can be done.
    bodies: tuple[str, ...] = ()
    # The number in the report of each practice in `accounts`.
    offered: Mapping[str, int] = field(default_factory=dict)
    meeting: Meeting = Meeting()  # noqa: RUF009 (frozen)


def prepare(text: str, file_name: str, catalog: Catalog, data: Path, today: datetime.date,
            source_id: str | None = None, wish: Wish = Wish(), take: Take = Take()) -> Plan:  # noqa: B008 (frozen)
    """The plan for a file with this text. `take` says which names are drafted.

    Raises:
        Refused: when the source has another text already, or the text holds no paragraph.
    """
    # What looks like half a draft of this import and turns out to be something else is left alone.
    guessed = half.likely(catalog, data)
    while True:
        plan, wrong = _prepare(text, file_name, Known(catalog, data, guessed), today, source_id, wish, take)
        if not wrong:
            return plan
        guessed -= wrong


def _prepare(text: str, file_name: str, known: Known, today: datetime.date,
             source_id: str | None, wish: Wish, take: Take) -> tuple[Plan, frozenset[tuple[str, str]]]:
    """The plan, and which of the halves that it would finish are none."""
    catalog, data = known.catalog, known.data
    same = known.same_text(text, source_id)
    # In another format the words are the same, but not the lines: those that are kept count.
    text = same.text if same and same.text is not None else text
    raw = text.encode()
    sha256 = hashlib.sha256(raw).hexdigest()
    asked, told = wish, tuple[str, ...]()
    if same and (asked or asked.units or asked.occasion or _incomplete(same.source, known)):
        wish, told = _as_before(text, same.source, known, wish)
    collection, reading, was = _cut(text, same.source if same else None, known, wish, bool(asked))
    if not any(speech.passages for speech in collection.speeches):
        raise Refused("没有认出正文段落", "检查文件里是不是整篇发言；正文每段要独占一行，以句号结尾")
    check_speeches(collection.speeches)
    twin = known.twin(collection) if not same and not source_id else None
    if twin:
        raise Refused(f"来源“{twin}”的篇名、小标题和段数都与这个文件一样，登记的校验值却不同",
                      f"多半是同一份的另一种格式，它的全文不在 data/{FOLDER}/：要放回全文，用当初导入的那个文件；"
                      "确是另一份，用 --source 另给一个编号")
    wanted = sources.new_id(source_id, collection, known, raw)
    source = same.source if same else wanted
    sources.refuse_another_text(source, sha256, raw, known)
    files: list[File] = []
    notes = [*collection.notes, *(told if asked else ()), *known.doubled(source)]
    if source_id and source != source_id:
        notes.append(f"这份全文的来源编号是 {source}，仍用它；--source {source_id} 没有用上")
    if same and same.file:
        notes.append(f"全文已经在 data/{FOLDER}/{same.file}.txt，把它改名为 {source}.txt")
    else:
        files += _unless_there(data, File(f"{FOLDER}/{source}.txt", raw))
    cover = covers.read(reading.left_out if reading else (), collection.title, len(collection.speeches))
    collection = replace(collection, title=cover.title or collection.title)
    year = sources.year(cover, collection, reading)
    draft = half.contents(data / "sources" / f"{source}.yml") if ("sources", source) in known.half else None
    own = yaml_file("sources", source, drafts.source(cover, sha256, half.imported_as(draft) or file_name,
                                                      reading.cut if reading else "", year, sources.date(cover, reading),
                                                      options.of(wish, reading.beginnings if reading else ()).comments()))
    if not catalog.claims("sources", source) or half.is_half(draft, own.content):
        files.append(replace(own, was=draft))
    elif not known.face("sources", source).get("sha256"):
        notes.append(f"在 data/sources/{source}.yml 里加一行：sha256: {sha256}")
    if was is not None and reading:
        return _again(text, source, was, reading, known, today, take, raw, tuple(notes), wish, asked), frozenset()
    bodies = Bodies(catalog)
    speeches = _speeches(collection, source, known, reading, take.said)
    meeting = sources.meeting(wish.occasion, wish.date, cover, reading, len(speeches))
    if same and any(speech.known for speech in speeches):
        notes.append(ALREADY)
    practices = Practices(known, speeches, today, take)
    if practices.choice.unknown:
        raise Refused(f"没有第 {'、'.join(map(str, practices.choice.unknown))} 号名称", f"这份材料里的名称编到 {len(practices.choice.numbers)} 号；先用 --dry-run 看编号")
    notes += practices.idle(take)
    notes += replaced(speeches, meeting, asked.occasion)
    notes += unused(asked, len(speeches), [(s.order, s.speech_id) for s in speeches if s.known], ("title", "organization", "occasion"))
    for speech in speeches:
        if not speech.known:
            files.append(yaml_file("speeches", speech.speech_id, drafts.speech(speech, source, catalog, practices.told[speech.speech_id], bodies, meeting)))
    record = bodies.file(data)
    files += [record] if record else []
    whole, wrong = _finished([*files, *practices.files], known)
    return Plan(source, sha256, collection, speeches, whole, practices.drafted, practices.accounts, tuple(notes), reading, practices.choice, year,
                tuple(bodies.records()), practices.offered, meeting), wrong


def _incomplete(source: str, known: Known) -> bool:
    """Whether a speech of a source that is there is not, or only half of it."""
    record = known.face("sources", source).get("cut")
    return isinstance(record, str) and (bool(known.half) or sum(role in "TS" for role in cut.read(record) or ()) > len(known.speeches(source)))


def _as_before(text: str, source: str, known: Known, wish: Wish) -> tuple[Wish, tuple[str, ...]]:
    """The wish with all that the import before was told and this one is not, and what to say of it."""
    record = known.face("sources", source).get("cut")
    wish, told = before.wished(text, record, wish) if isinstance(record, str) else (wish, ())
    return options.wished(text, wish, options.read(half.contents(known.data / "sources" / f"{source}.yml"))), told


def _cut(text: str, source: str | None, known: Known, wish: Wish, asked: bool) -> tuple[Collection, Reading | None, Collection | None]:
    """The speeches of the text: as the source's record cuts it where it has one, as an earlier version did where it is older;
    with another division that is `asked` for, that one, and last what the drafts that are there were made of."""
    reading = divided(text, wish)
    if source is None or not known.catalog.claims("sources", source):
        return reading.collection, reading, None
    record = known.face("sources", source).get("cut")
    roles = cut.read(record) if isinstance(record, str) else None
    fits = roles is not None and cut.parts(text, roles) is not None
    if (("sources", source) in known.half and not fits) or record == reading.cut:
        return reading.collection, reading, None
    there = from_cut(text, record) if isinstance(record, str) else segment(text)
    return (reading.collection, reading, there) if asked else (there, None, None)


def _again(text: str, source: str, was: Collection, reading: Reading, known: Known, today: datetime.date, take: Take,
           raw: bytes, notes: tuple[str, ...], wish: Wish, asked: Wish) -> Plan:
    """The plan for another division of a source that is there: its drafts are made again with what was filled in; of the `wish`
    some was `asked` for now.

    Raises:
        Refused: a file of it can't be written again without losing something.
    """
    files = {sid: there for sid in known.speeches(source).values() if (there := half.contents(known.data / "speeches" / f"{sid}.yml")) is not None}
    old = again.matched(known, source, was, reading.collection, files)
    taken = ids.taken(known.catalog) | {source}
    speeches = []
    for order, part in enumerate(reading.collection.speeches, 1):
        kept = old.kept.get(order)
        sid = kept.speech_id if kept else ids.propose(part.title or f"{source} {order}", taken)
        taken.add(sid)
        # The names of a speech are drafted when they are asked for: those of the first division are there.
        speeches.append(Told(sid, order, part, False, candidates(part), reading.beginnings[order - 1]))
    practices = Practices(known, tuple(speeches), today, take if take.said else Take(numbers=frozenset()))
    moved, told = moves(old, {s.order: s.speech_id for s in speeches}, known, known.data)
    bodies = Bodies(known.catalog)
    cover = covers.read(reading.left_out, reading.collection.title, len(speeches))
    meeting = sources.meeting(wish.occasion, wish.date, cover, reading, len(speeches))
    record_file = sources.again(source, reading.cut, known)
    made = [replace(record_file, content=options.kept(record_file.content, options.of(wish, reading.beginnings)))]
    for speech in speeches:
        places = practices.told[speech.speech_id] | told.get(speech.speech_id, set())
        draft = drafts.speech(speech, source, known.catalog, places, bodies, meeting, old.paragraph)
        file = yaml_file("speeches", speech.speech_id, old.draft(draft, speech.order))
        made.append(replace(file, was=files.get(speech.speech_id), again=speech.speech_id in files))
    made += [File(f"practices/{m.practice}.yml", m.content, m.was, again=True) for m in moved if m.content is not None]
    bodies.only({m.group(1).decode() for file in made for m in re.finditer(rb"^organization: *([a-z0-9-]+)", file.content, re.M)})
    record = bodies.file(known.data)
    made += [record] if record else []
    said = [*followed([m for m in moved if m.content is not None]), *(f"practices/{m.practice}.yml 的出处要你来改：{m.said}" for m in moved if m.content is None)]
    said += practices.idle(take)
    said += unused(asked, len(speeches), [(order, o.speech_id) for order, o in sorted(old.kept.items())], ("organization", "occasion"))
    said += [f"speeches/{o.speech_id}.yml 在新的分法里没有对应的一篇，没有动它；把有用的抄走，再删去这个文件" for o in old.left]
    said += [f"organizations.yml 里的 {oid} 只有要删去的发言用到：不留就把它那一条一起删去" for oid in known.unused(o.speech_id for o in old.left)]
    said += [f"speeches/{s.speech_id}.yml 里原来填的第 {line} 行现在不是段落，放在文件末尾的说明里：{words}"
             for s in speeches for line, words in old.homeless(s.order)]
    return Plan(source, hashlib.sha256(raw).hexdigest(), reading.collection, tuple(speeches), (*made, *practices.files), practices.drafted, practices.accounts,
                (*notes, *said), reading, practices.choice, sources.year(cover, reading.collection, reading), tuple(bodies.records()), practices.offered, meeting)


def _unless_there(data: Path, file: File) -> list[File]:
    """The file, where nothing or half of it is there."""
    if not os.path.lexists(data / file.path):
        return [file]
    there = half.contents(data / file.path)
    return [replace(file, was=there)] if half.is_half(there, file.content) else []


def _finished(files: list[File], known: Known) -> tuple[tuple[File, ...], frozenset[tuple[str, str]]]:
    """The files with the halves that they finish, and those (kind, id) of which none is to be made: it is no half."""
    wrong = set()
    found = []
    for file in files:
        kind, _, name = file.path.partition("/")
        if (kind, name.removesuffix(".yml")) in known.half and file.was is None:
            there = _unless_there(known.data, file)
            if not there:
                wrong.add((kind, name.removesuffix(".yml")))
            found += there
        else:
            found.append(file)
    return tuple(found), frozenset(wrong)


def _turn(file: File) -> int:
    """When a file is written: speeches late; last the record of another division, so that one that stopped is begun again."""
    return 2 if file.again and file.path.startswith("sources/") else int(file.path.startswith("speeches/"))


def write(plan: Plan, data: Path) -> None:
    """Writes the files of a plan under `data`. One that stopped is gone on with by the plan made next.

    Raises:
        FileExistsError: when one of them has come into being meanwhile; nothing is written.
        Stopped: one could not be written, the later ones were not tried.
    """
    # The text, by which the next plan knows the source, comes first, and a speech after all that is drafted from
    # it: where a speech is there, a draft of it that is not was removed by somebody.
    files = {data / file.path: file.content for file in sorted(plan.files, key=_turn)}
    halves = {data / file.path: file.was for file in plan.files if file.was is not None}
    for path in files:
        if path not in halves and os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, "File exists", path.as_posix())
    # Full texts are for the office, and for nobody else who has an account on the computer.
    writing.every(files, lambda path, content: writing.replace(path, content, halves[path]) if path in halves
                  else writing.create(path, content, private=path.parent == data / FOLDER))


def _speeches(collection: Collection, source: str, known: Known, reading: Reading | None, asked: bool) -> tuple[Told, ...]:
    taken = known.taken("speeches") | {source}
    there = {order: sid for order, sid in known.speeches(source).items() if ("speeches", sid) not in known.half}
    cut = {order: sid for order, sid in known.speeches(source).items() if ("speeches", sid) in known.half}
    for order, text in enumerate(collection.speeches, 1):
        stray = known.stray(order, text.title) if order not in there else None
        if stray:
            there[order] = stray
    complete = len(there.keys() & range(1, len(collection.speeches) + 1)) == len(collection.speeches)
    drafts_left = any(kind == "practices" for kind, _ in known.half)
    found = []
    # What this import drafted itself changes no number of the report.
    own = known.of_source(source)
    mentions, titles = Mentions({pid: n for pid, n in known.names.items() if pid not in own}, {pid: k for pid, k in known.keywords.items() if pid not in own}), {pid: names[0] for pid, names in known.names.items() if names}
    for order, text in enumerate(collection.speeches, 1):
        speech_id = there.get(order) or cut.get(order) or ids.propose(text.title or f"{source} {order}", taken)
        taken.add(speech_id)
        # One that is there says still which names lead in the others, and which accounts nobody has added yet.
        names = () if complete and not drafts_left and not asked and not known.names else with_known(candidates(text), mentions.of(text, titles))
        found.append(Told(speech_id, order, text, order in there, names,
                          reading.beginnings[order - 1] if reading and order <= len(reading.beginnings) else None))
    return tuple(found)
