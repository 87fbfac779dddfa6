"""The YAML of the drafts: what the file itself says is filled in, what a person must decide says 待填.

A draft holds names, headings, places and masks of the source, and of its sentences only those that stand, as comments,
beside what is to be worded: they go with the mark that keeps a draft from passing. The text to read is in `data/originals/`
and, beside the entry, on its page.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from macros.editing.yaml_text import comment, curly, meaning, scalar
from macros.fulltext.passages import Passage
from macros.fulltext.segments import Section, SpeechText
from macros.importing import outlined
from macros.importing.candidates import Candidate
from macros.importing.cover import Cover
from macros.importing.division.units import Unit
from macros.importing.proposals import Proposals
from macros.importing.told import Meeting, Told
from macros.library.catalog import Catalog
from macros.model.entries import Paragraph, Source, Speech
from macros.model.fields import TO_CONFIRM, TO_FILL, fields_of
from macros.text.printable import printable

if TYPE_CHECKING:
    from macros.importing.bodies import Bodies

_BLANKS = "\u0009\u0020\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_WIDE = {code: code - 0xFEE0 for code in (0xFF0B, *range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_MASK = re.compile("(?<![0-9])×|×(?![0-9])")
_COLLECTION = re.compile("(?:汇编|选编|摘编|案例集|案例选|文集|专辑|集锦|专刊|会刊|简报)$")
_BRIEF = 12
HEAD = "导入时生成的草稿。写着“待填”的由人填；后面写着“# 待确认”的是读出来的，核对过就删去从 # 起的话。全部定好以前，检查不会通过。"


def shown(text: str) -> str:
    """Words of the source as an entry may hold them: ordinary digits and letters for wide ones, and an x for a mask that is
    written as the sign of multiplication."""
    return curly(_MASK.sub("x", text.translate(_WIDE)))


def named(text: str) -> str:
    """A title or a name of the source as an entry writes it: as the source shows it, with one ordinary blank for blanks of any
    kind, so that it is found."""
    return " ".join(re.split(f"[{_BLANKS}]+", shown(text).strip()))


def source(cover: Cover, sha256: str, file_name: str, cut: str = "", year: int | None = None, date: str | None = None, said: str = "") -> str:
    """The draft of a source entry; `cover` is what was read of the whole, `cut` records the division, `year` and `date`
    are those that the text was read to be of, `said` are comments that keep the editor's options."""
    lines = [comment(HEAD)]
    lines.append(f"title: {scalar(named(cover.title))}\n" if cover.title else f"title: {TO_FILL}\n")
    lines += _read("kind", cover.kind)
    if brief := _brief(cover, year):
        lines += [comment(meaning(Source, "short")), confirmed("short", scalar(named(brief)), "取自编印单位、年份和名称；几个来源不能同名")]
    lines += [comment(meaning(Source, "year")), confirmed("year", str(year), "题目、日期里读到的")] if year else _open("year")
    if date:
        lines += [comment(meaning(Source, "date")), confirmed("date", date, "题目旁边、封面或落款读到的")]
    lines += _read("found_at", cover.publisher)
    lines.append(comment(f"全文由“{file_name}”导入，放在 data/originals/，不提交；校验值用来核对是不是同一份"))
    lines.append(f"sha256: {sha256}\n")
    if cut:
        lines.append(comment("全文照这样分篇、分段，导入时写下，不用改；要改分法，用 kb import 的 --split 等重新导入"))
        lines.append(f"{said}cut: {scalar(cut)}\n")
    lines += _open("rights")
    return "".join(lines)


def _brief(cover: Cover, year: int | None) -> str | None:
    """What a collection with a long name is called for short: 云岭州政协2025汇编; None where its name is short, or says no kind."""
    kind = _COLLECTION.search(cover.title or "")
    if not kind or not year or len(cover.title) <= _BRIEF:
        return None
    who = re.sub("(?:办公室|秘书处|研究室|编辑部)$", "", cover.publisher[0]) if cover.publisher else ""
    return next(short for short in (f"{who}{year}{kind.group()}", f"{year}{kind.group()}") if len(short) <= _BRIEF)


def _read(name: str, found: tuple[str, int] | None) -> list[str]:
    """A field of a source with the value that was read, and where; open where none was."""
    if found is None:
        return _open(name)
    return [comment(meaning(Source, name)), confirmed(name, scalar(named(found[0])), f"全文第 {found[1]} 行" if found[1] else "取自名称")]


def confirmed(name: str, value: str, why: str, indent: int = 0) -> str:
    """A field with a value that was read, to be confirmed by taking the comment away."""
    return f"{' ' * indent}{name}: {value}  # {TO_CONFIRM}：{printable(why)}\n"


def _open(name: str) -> list[str]:
    """A field of a source that a person fills in, or takes out where nothing is known."""
    optional = "" if fields_of(Source)[name].is_required() else "；不知道就删去这一行"
    return [comment(meaning(Source, name) + optional), f"{name}: {TO_FILL}\n"]


def speech(told: Told, source_id: str, catalog: Catalog, places: Iterable[str], bodies: "Bodies",
           meeting: Meeting = Meeting(), said: Callable[[int], Mapping[str, Any]] = lambda _: {}) -> str:  # noqa: B008 (frozen)
    """The draft of a speech. `places` are the locators for which a practice is drafted or exists; what its beginning
    was read to say is filled in, to be confirmed; `bodies` gives an unknown body its id, `meeting` is that of the whole
    source, `said` what an earlier draft says of the paragraph at a line."""
    text = told.text
    numbers = {at.partition(".")[0] for at in places}
    read_of = Proposals.of(text, told.beginning)
    lines = [comment(HEAD), f"title: {scalar(named(text.title)) if text.title else TO_FILL}\n",
             comment(meaning(Speech, "short")),
             confirmed("short", scalar(named(read_of.short)), "取自题目") if read_of.short else f"short: {TO_FILL}\n",
             f"order: {told.order}\n", f"source: {source_id}\n", *_unit(told, read_of.unit, catalog, bodies),
             *_occasion(read_of, meeting, told.order == 1), *_day(read_of, meeting), "outline:\n"]
    names, every = outlined.by_paragraph(told.candidates), outlined.named(told.candidates)
    for section in text.outline:
        lines.append(f"  - heading: {scalar(shown(section.heading)) if section.heading else 'null'}\n    paragraphs:\n")
        for passage in section.passages:
            lines += _paragraph(passage, section, text, names.get(passage.number, ()), source_id,
                                None if str(passage.number) in numbers else every.get(passage.number, ()), said(passage.line))
    return "".join(lines)


def _day(read_of: Proposals, meeting: Meeting) -> list[str]:
    """The date that a speech is signed with, as far as it is told; that of the meeting where all were given at one."""
    about = comment(meaning(Speech, "date"))
    if meeting.date:
        return [about, f"date: {meeting.date if re.fullmatch('[0-9-]+', meeting.date) else scalar(meeting.date)}\n"]
    if meeting.day and meeting.day != read_of.dated:
        return [about, confirmed("date", meeting.day, "同一个会上的另一篇读到的；不是同一天就改")]
    return [about, confirmed("date", read_of.dated, "题目旁边或落款读到的")] if read_of.dated else []


def _occasion(read_of: Proposals, meeting: Meeting, first: bool) -> list[str]:
    """Where it was spoken: as its own front says, or as all of the source; asked for once a source."""
    about = meaning(Speech, "occasion")
    if meeting.said:
        return [f"occasion: {scalar(named(meeting.said))}\n"]
    if read_of.occasion:
        where = f"全文第 {read_of.occasion_line} 行的说明" if read_of.occasion_line else "篇首读到的"
        return [comment(about), confirmed("occasion", scalar(named(read_of.occasion)), where)]
    if meeting.read:
        value = scalar(named(meeting.read[0]))
        where = f"全文第 {meeting.read[1]} 行" if meeting.read[1] else "取自来源的名称"
        return [comment(about), confirmed("occasion", value, f"{where}；各篇都写了它，不对就一起改")]
    if first:
        return [comment(f"{about}；原文没有说明就删去这一行；各篇都一样的，用 kb import 的 --occasion 一次写好"), f"occasion: {TO_FILL}\n"]
    return [comment(f"{about}；没有读到，知道的话加一行 occasion")]


def _unit(told: Told, unit: Unit | None, catalog: Catalog, bodies: "Bodies") -> list[str]:
    """The body that was read, by the id that it has or is to have; which bodies the opening names where none was read."""
    about = comment(meaning(Speech, "organization") + "；" + _organizations(told.text, catalog))
    if unit is None:
        return [about, f"organization: {TO_FILL}\n"]
    where = curly(unit.where) + ("" if unit.sure else "，不在署名的位置")
    # The same words whether or not the record is there already: one that was stopped is gone on with.
    about = comment(f"读到的单位：{curly(unit.name)}；它的一条在 organizations.yml，那里也要核对")
    own = bodies.id_of(unit, told)
    others = [oid for oid in bodies.known(unit.name) if oid != own]
    if others:
        # Two bodies of one name may be two.
        where += f"；是已有的 {'、'.join(map(bodies.shown, others))} 中的一个，就改成它的编号，并删去 organizations.yml 末尾的 {own}"
    return [about, confirmed("organization", own, where)]


def record(own: str, fields: Mapping[str, str], why: Mapping[str, str]) -> str:
    """The record of a body that is not there yet, ready for the end of organizations.yml; `why` says what is to be confirmed."""
    lines = [f"{own}:\n"]
    for name, value in fields.items():
        reason = why.get(name)
        lines.append(f"  {name}: {TO_FILL}\n" if not value else confirmed(name, scalar(named(value)), reason, 2) if reason else f"  {name}: {scalar(named(value))}\n")
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


def _proposed(said: Mapping[str, Any], name: str, found: tuple[str, str] | None) -> str:
    """A field of a paragraph: what an earlier draft says, or what is proposed and has to be confirmed, or that it is to be filled in."""
    if name in said or found is None:
        return f"{name}: {_filled(said, name)}\n"
    return confirmed(name, scalar(curly(found[0])), found[1])


def _item(passage: Passage, number: int, said: Mapping[str, Any]) -> str:
    marker = passage.items[number - 1].text
    words = None if said else outlined.item(passage, number)
    value = scalar(curly(words)) if words else _filled(said, "gist")
    return f"          - {{marker: {scalar(marker)}, gist: {value}}}" + (f"  # {TO_CONFIRM}：取自这一项开头\n" if words else "\n")


def _paragraph(passage: Passage, section: Section, text: SpeechText, names: Sequence[Candidate], source_id: str, untold: Sequence[str] | None,
               said: Mapping[str, Any]) -> list[str]:
    """A paragraph of the outline; `untold` are the names in one that no practice tells of, None where one does."""
    where = f"第{passage.number}段，全文第 {passage.line} 行（data/originals/{source_id}.txt）"
    lines = [comment(where + (f"；后面有一张 {len(passage.rows)} 行的表，随本段引用" if passage.rows else ""), 6),
             "      - " + _proposed(said, "gist", outlined.gist(passage, section, names))]
    if passage.items:
        lines.append("        items:\n")
        items = {str(item.get("marker")): item for item in said.get("items") or () if isinstance(item, dict)}
        lines += [_item(passage, number, items.get(item.text, {})) for number, item in enumerate(passage.items, 1)]
        if not outlined.tail(passage):
            lines.append(comment("最后一项之后还有属于整段的话，就加一行 tail，写它的大意", 8))
    if "tail" in said or outlined.tail(passage):
        lines.append(f"        tail: {_filled(said, 'tail')}\n")
    if passage.mask_count:
        lines.append(f"        masks: {passage.mask_count}\n")
    if untold is not None:
        there = f"；本段有像是做法的名称“{'”、“'.join(dict.fromkeys(map(shown, untold)))}”，没有起草" if untold else ""
        lines.append(comment(f"{meaning(Paragraph, 'no_practice')}{there}；讲了做法就删去这一行，用 kb new practice 另建做法", 8))
        lines.append("        " + _proposed(said, "no_practice", outlined.no_practice(passage, section, text, untold)))
    else:
        lines.append(comment("有做法引用本段；那份草稿不要了，就在这里加一行 no_practice，写为什么没有做法", 8))
    return lines
