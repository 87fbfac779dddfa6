"""The YAML of the drafts: what the file itself says is filled in, what a person must decide says 待填.

A draft holds names, headings, places and masks of the source and none of its sentences: the text
to read is in `data/originals/` and, beside the entry, on its page.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from macros.editing.yaml_text import comment, curly, meaning, scalar
from macros.fulltext.passages import Passage, masks
from macros.fulltext.segments import SpeechText
from macros.importing.division.front import Beginning
from macros.importing.division.units import Unit
from macros.importing.proposals import Bodies, Proposals
from macros.library.catalog import Catalog
from macros.model.entries import Paragraph, Source, Speech
from macros.model.fields import TO_CONFIRM, TO_FILL, fields_of
from macros.text.printable import printable

HEAD = "导入时生成的草稿。写着“待填”的由人填；后面写着“# 待确认”的是读出来的，核对过就删去从 # 起的话。全部定好以前，检查不会通过。"


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
