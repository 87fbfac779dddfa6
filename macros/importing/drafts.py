"""The YAML of the drafts: what the file itself says is filled in, what a person must decide says 待填.

A draft holds names, headings, places and masks of the source and none of its sentences: the text
to read is in `data/originals/` and, beside the entry, on its page.
"""

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from macros.editing.yaml_text import choices, comment, curly, meaning, scalar
from macros.fulltext.passages import Passage, masks, vague
from macros.fulltext.segments import SpeechText
from macros.importing.division.front import Beginning
from macros.importing.division.units import Unit
from macros.importing.measured import given
from macros.importing.proposals import Bodies, Proposals
from macros.importing.words import ending, form
from macros.library.catalog import Catalog
from macros.model.accounts import Account, Figure, Point, Progress
from macros.model.entries import Paragraph, Practice, Source, Speech
from macros.model.fields import TO_CONFIRM, TO_FILL, fields_of
from macros.model.progress import read
from macros.model.vocabulary import Aspect, Form, Scope, Status
from macros.text.printable import printable

HEAD = "导入时生成的草稿。写着“待填”的由人填；后面写着“# 待确认”的是读出来的，核对过就删去从 # 起的话。全部定好以前，检查不会通过。"
# A masked figure with what it counts: x个临时党支部, x-x名党外委员, xxxx+N.
_FIGURE = re.compile(r"(?:至少|不少于|不超过)?[xX×ｘＸ]+(?:[-+—~][xX×ｘＸN]+)*[个次名家支项条场期人户件]?[\u3400-\u9fff]{0,6}")
_COUNTS = re.compile(r"[xX×ｘＸN][个次名家支项条场期人户件]|[xX×ｘＸ][-+]")


@dataclass(frozen=True)
class Place:
    """One place where a drafted practice is told: the speech's id and the locators in it, with their paragraphs."""

    speech_id: str
    at: tuple[str, ...]
    passages: tuple[Passage, ...]
    # What frames the whole speech: its headings above the places, its title, its opening.
    frame: tuple[str, ...] = ()


def source(title: str, sha256: str, file_name: str, cut: str = "", year: int | None = None, date: str | None = None) -> str:
    """The draft of a source entry; `cut` records the division, `year` and `date` are those that the text was read to be of."""
    lines = [comment(HEAD)]
    lines.append(f"title: {scalar(curly(title)) if title else TO_FILL}\n")
    lines += _open("kind")
    lines += [comment(meaning(Source, "year")), confirmed("year", str(year), "题目、日期里读到的")] if year else _open("year")
    if date:
        lines += [comment(meaning(Source, "date")), confirmed("date", date, "篇首读到的")]
    lines += _open("found_at")
    lines.append(comment(f"全文由“{file_name}”导入，放在 data/originals/，不提交；校验值用来核对是不是同一份"))
    lines.append(f"sha256: {sha256}\n")
    if cut:
        lines.append(comment("全文照这样分篇、分段，导入时写下，不用改；要改分法，用 kb import 的 --split 等重新导入"))
        lines.append(f"cut: {scalar(cut)}\n")
    lines += _open("rights")
    return "".join(lines)


def confirmed(name: str, value: str, why: str, indent: int = 0) -> str:
    """A field with a value that was read, to be confirmed by taking the comment away."""
    return f"{' ' * indent}{name}: {value}  # {TO_CONFIRM}：{printable(why)}\n"


def _open(name: str) -> list[str]:
    """A field of a source that a person fills in, or takes out where nothing is known."""
    optional = "" if fields_of(Source)[name].is_required() else "；不知道就删去这一行"
    return [comment(meaning(Source, name) + optional), f"{name}: {TO_FILL}\n"]


def speech(text: SpeechText, order: int, source_id: str, catalog: Catalog, told: Iterable[str],
           beginning: Beginning | None = None, bodies: Bodies | None = None, said: Callable[[int], Mapping[str, Any]] = lambda _: {}) -> str:
    """The draft of a speech. `told` are the locators for which a practice is drafted or exists; what its beginning
    was read to say is filled in, to be confirmed; `bodies` gives an unknown body its id, `said` what an earlier draft
    says of the paragraph at a line."""
    numbers = {at.partition(".")[0] for at in told}
    read_of = Proposals.of(text, beginning)
    lines = [comment(HEAD), f"title: {scalar(curly(text.title)) if text.title else TO_FILL}\n",
             comment(meaning(Speech, "short")),
             confirmed("short", scalar(curly(read_of.short)), "取自题目") if read_of.short else f"short: {TO_FILL}\n",
             f"order: {order}\n", f"source: {source_id}\n", *_unit(text, read_of.unit, catalog, bodies or Bodies(catalog))]
    if read_of.occasion:
        lines += [comment(meaning(Speech, "occasion")), confirmed("occasion", scalar(curly(read_of.occasion)), "篇首读到的")]
    else:
        lines += [comment(meaning(Speech, "occasion") + "；原文没有说明就删去这一行"), f"occasion: {TO_FILL}\n"]
    lines.append("outline:\n")
    for section in text.outline:
        lines.append(f"  - heading: {scalar(curly(section.heading)) if section.heading else 'null'}\n    paragraphs:\n")
        for passage in section.passages:
            lines += _paragraph(passage, source_id, str(passage.number) not in numbers, said(passage.line))
    return "".join(lines)


def _unit(text: SpeechText, unit: Unit | None, catalog: Catalog, bodies: Bodies) -> list[str]:
    """The body that was read, by the id that it has or is to have; which bodies the opening names where none was read."""
    about = comment(meaning(Speech, "organization") + "；" + _organizations(text, catalog))
    if unit is None:
        return [about, f"organization: {TO_FILL}\n"]
    where = f"全文第 {unit.line} 行" + ("" if unit.sure else "，不在署名的位置")
    known = bodies.known(unit.name)
    if len(known) > 1 or (known and masks(unit.name)):
        # Two masked bodies of one name may be two.
        return [comment(f"读到的单位：{curly(unit.name)}（{where}）；已有 {'、'.join(known)}，是不是其中一个由你判断"), f"organization: {TO_FILL}\n"]
    if known:
        return [comment(f"读到的单位：{curly(unit.name)}"), confirmed("organization", known[0], where)]
    own = bodies.id_of(unit)
    return [comment(f"读到的单位：{curly(unit.name)}；organizations.yml 里还没有，先把导入的报告里列出的这一条加到它末尾"), confirmed("organization", own, where)]


def record(own: str, fields: Mapping[str, str], asked: bool) -> str:
    """The record of a body that is not there yet, ready for the end of organizations.yml."""
    lines = [f"{own}:\n"]
    for name, value in fields.items():
        why = "“市”是地级市写 city，县级市写 county" if name == "level" and asked else "由名称读出" if name == "level" else ""
        lines.append(f"  {name}: {TO_FILL}\n" if not value else confirmed(name, value, why, 2) if why else f"  {name}: {scalar(curly(value))}\n")
    return "".join(lines)


def _organizations(text: SpeechText, catalog: Catalog) -> str:
    """Which known bodies the first paragraphs name: a hint, since a speech names others too."""
    opening = "".join(p.text for p in text.passages[:2])
    named = [f"{oid}（{o.name}）" for oid, o in catalog.organizations.items() if o.raw and o.raw in opening]
    if named:
        return f"开头提到的有 {'、'.join(named)}，是不是它由你判断"
    return "organizations.yml 里还没有的，先到那里加一条"


def _filled(told: Mapping[str, Any], name: str) -> str:
    """A text of a paragraph or an item as a draft writes it: what was filled in, or that it is to be filled."""
    said = told.get(name)
    return scalar(said) if isinstance(said, str) and said else TO_FILL


def _paragraph(passage: Passage, source_id: str, untold: bool, said: Mapping[str, Any]) -> list[str]:
    where = f"第{passage.number}段，全文第 {passage.line} 行（data/originals/{source_id}.txt）"
    lines = [comment(where + (f"；后面有一张 {len(passage.rows)} 行的表，随本段引用" if passage.rows else ""), 6),
             f"      - gist: {_filled(said, 'gist')}\n"]
    if passage.items:
        lines.append("        items:\n")
        items = {str(item.get("marker")): item for item in said.get("items") or () if isinstance(item, dict)}
        lines += [f"          - {{marker: {item.text}, gist: {_filled(items.get(item.text, {}), 'gist')}}}\n" for item in passage.items]
        lines.append(comment("最后一项之后还有属于整段的话，就加一行 tail，写它的大意", 8))
    if "tail" in said:
        lines.append(f"        tail: {_filled(said, 'tail')}\n")
    if passage.mask_count:
        lines.append(f"        masks: {passage.mask_count}\n")
    if untold:
        lines.append(comment(f"{meaning(Paragraph, 'no_practice')}；讲了做法就删去这一行，用 kb new practice 另建做法", 8))
        lines.append(f"        no_practice: {_filled(said, 'no_practice')}\n")
    else:
        lines.append(comment("有做法引用本段；那份草稿不要了，就在这里加一行 no_practice，写为什么没有做法", 8))
    return lines


def practice(name: str, places: Sequence[Place], others: Sequence[str], alike: Sequence[str], catalog: Catalog,
             today: datetime.date) -> str:
    """The draft of a practice: `name` is a name of the source, `others` further names at its places,
    `alike` what to say of entries that resemble it."""
    lines = [comment(HEAD)]
    lines += [comment(f"先看：{hint}") for hint in alike]
    lines += [comment(f"同一处还有“{other}”：不是一回事就另建一个文件") for other in others]
    lines.append(comment("名称取自原文；不是一个可以学的做法，就删去本文件"))
    lines.append(f"title: {scalar(name)}\n")
    lines.append(comment(meaning(Practice, "summary")) + f"summary: {TO_FILL}\n")
    kind = form(name)
    lines.append(comment(f"类型：{choices(Form)}") + (confirmed("form", kind.value, f"由末字“{ending(name)}”读出") if kind else f"form: {TO_FILL}\n"))
    topics = "；".join(f"{tid} {topic.title}" for tid, topic in catalog.topics.items())
    lines.append(comment(f"{meaning(Practice, 'topics')}；{topics}") + f"topics: [{TO_FILL}]\n")
    lines.append(comment(f"可选的还有 problems、related、distinct_from、unsaid，见编写指南；{meaning(Practice, 'unsaid')}"))
    lines.append("accounts:\n")
    for place in places:
        lines.append(account(place, name))
    lines.append(f"added: {today.isoformat()}\n")
    return "".join(lines)


def account(place: Place, name: str = "") -> str:
    """One account of a practice, ready to stand under `accounts:` of a draft or of an entry; `name` is what the place calls it."""
    several = len(place.at) > 1
    # The points of an account with several places each name their own.
    at = f", at: [{TO_FILL}]" if several else ""
    lines = [f"  - speech: {place.speech_id}\n", f"    at: [{', '.join(map(scalar, place.at))}]\n",
             comment(meaning(Account, "progress") + "；先看这一处的话，再看全篇；没有可凭的就写 status: unclear，删去 cue 和 scope", 4),
             "    progress:\n",
             *_progress(place, name),
             comment(f"{meaning(Account, 'points')}；aspect 可不写：{choices(Aspect)}", 4), "    points:\n",
             comment(meaning(Point, "text"), 6), f"      - {{aspect: {TO_FILL}, text: {TO_FILL}{at}}}\n"]
    figures = list(_figures(place, name, several))
    if figures:
        lines.append(comment(f"{meaning(Account, 'figures')}；与这个做法无关的删去。{meaning(Figure, 'label')}", 4))
        lines.append("    figures:\n")
        lines += figures
    unclear = [span.text for passage in dict.fromkeys(place.passages) for span in vague(passage.text)]
    if unclear:
        lines.append(comment(f"原文说得含糊的（{'、'.join(dict.fromkeys(unclear))}），不写进 figures", 4))
    return "".join(lines)


def _figures(place: Place, name: str, several: bool) -> Iterator[str]:
    """The figures of the places, those that the source masks and those that it gives in the sentence of the name."""
    for at, passage in zip(place.at, place.passages, strict=True):
        own = f", at: [{scalar(at)}]" if several else ""
        for raw in masked_figures(passage, at):
            yield f"      - {{label: {TO_FILL}, state: redacted, raw: {scalar(curly(raw))}{own}}}\n"
        for amount in given(passage, at, name) if name else ():
            yield (f"      - {{label: {scalar(curly(amount.label))}, state: given, value: {amount.number}, raw: {scalar(curly(amount.raw))}{own}}}"
                   f"  # {TO_CONFIRM}：是不是说这个做法，名目通不通\n")


def _progress(place: Place, name: str) -> Iterator[str]:
    """Status, cue and scope as the table of words reads the sentence of the name; open where it says nothing."""
    found = [(f"{at} 有", Scope.LOCAL, read(sentence(cited(passage, at), name), cue=False)) for at, passage in zip(place.at, place.passages, strict=True)]
    found += [("篇名、小标题或开头有", Scope.SPEECH, read(text, cue=False)) for text in place.frame]
    for where, scope, reading in found:
        if reading.status and reading.word and not masks(reading.word):
            yield comment(f"进展：{choices(Status)}", 6)
            yield confirmed("status", reading.status.value, f"{where}“{reading.word}”，读作{reading.status.label}；先看是不是说这个做法", 6)
            yield f"      cue: {scalar(curly(reading.word))}\n      scope: {scope.value}\n"
            return
    yield from _signals(place)
    yield comment(f"进展：{choices(Status)}", 6) + f"      status: {TO_FILL}\n"
    yield comment(meaning(Progress, "cue"), 6) + f"      cue: {TO_FILL}\n"
    yield comment(f"依据范围：{choices(Scope)}", 6) + f"      scope: {TO_FILL}\n"


def sentence(text: str, name: str) -> str:
    """The sentence of a text that has the name, whatever its quotation marks; the whole text where none has."""
    bare = [(part, re.sub("[“”\"‘’＂]", "", part)) for part in re.findall("[^。！？!?]+[。！？!?]?", text)]
    return next((part for part, plain in bare if name and name in plain), text)


def _signals(place: Place) -> Iterator[str]:
    """What the table of words says of each place, as a comment: a person still decides."""
    for at, passage in zip(place.at, place.passages, strict=True):
        reading = read(cited(passage, at), cue=False)
        if reading.status:
            yield comment(f"{at} 有“{reading.word}”，读作 {reading.status.value}（{reading.status.label}）；先看是不是说这个做法", 6)


def cited(passage: Passage, at: str) -> str:
    """The words of a place: of the item where it names one."""
    _, _, item = at.partition(".")
    if not item:
        return passage.text
    span = passage.items[int(item) - 1]
    return passage.text[span.start:span.end]


def masked_figures(passage: Passage, at: str) -> tuple[str, ...]:
    """The figures that the source masks at a place, as written; masked names (xx市) are none."""
    text = cited(passage, at)
    found = [m.group() for m in _FIGURE.finditer(text) if _COUNTS.search(m.group())]
    return tuple(dict.fromkeys(found))
