"""The source of an import: its id, its year and day, its record of another cut; one that has another text is refused."""

import re

from macros.editing.yaml_text import scalar
from macros.fulltext.originals import FOLDER
from macros.fulltext.segments import Collection
from macros.importing import half, ids
from macros.importing.cover import Cover
from macros.importing.division import signs
from macros.importing.division.reading import Reading
from macros.importing.known import Known
from macros.importing.proposals import day, partial
from macros.importing.refused import Refused
from macros.importing.told import File, Meeting
from macros.reading.filenames import bad_id
from macros.text.printable import printable

_SHA256 = re.compile(r"[0-9a-f]{64}")


def again(source: str, record: str, known: Known) -> File:
    """The source's file with another record of the cut and nothing else changed."""
    there = half.contents(known.data / "sources" / f"{source}.yml") or b""
    own = f"cut: {scalar(record)}".encode()
    recorded = known.face("sources", source).get("cut")
    # A source of an earlier version has no record yet: it goes behind the checksum.
    line = rb"^cut: [^\n]*$" if recorded else rb"^sha256: [^\n]*$"
    found = re.findall(line, there, re.M)
    if len(found) == 1:
        return File(f"sources/{source}.yml", there.replace(found[0], own if recorded else found[0] + b"\n" + own), there, again=True)
    raise Refused(f"data/sources/{source}.yml 里没有单独一行的 {'cut' if recorded else 'sha256'}，不能换成新的分法",
                  f"把它写回成一行：{f'cut: {scalar(str(recorded))}' if recorded else 'sha256: 64 位校验值'}，再用同样的命令导入")


def year(cover: Cover, collection: Collection, reading: Reading | None) -> int | None:
    """The year that the source may be of: that of its name, of its cover, or the latest that a speech tells."""
    named = re.search(r"(?<!\d)((?:19|20)\d{2})(?=\s*年)", collection.title)
    if cover.date and not named:
        return int(cover.date[0][:4])
    if cover.year and not named:
        return cover.year
    years = [b.year for b in reading.beginnings if b.year] if reading else []
    return int(named.group(1)) if named else max(years, default=None)


def date(cover: Cover, reading: Reading | None) -> str | None:
    """The day of the source: that on its cover, or the one that all fronts and signatures that tell one agree in."""
    if cover.date or reading is None:
        return cover.date[0] if cover.date else None
    told = [day(b.day) for b in reading.beginnings if b.day]
    told += [day(line.text) for line in reading.left_out if line.why == "落款" and signs.date(line.text)]
    # The day of one speech of several is not that of the whole.
    return told[0] if told and len(set(told)) == 1 and len(told) >= len(reading.beginnings) else None


def new_id(wanted: str | None, collection: Collection, known: Known, raw: bytes) -> str:
    """The id that was asked for, or a new one from the title."""
    catalog = known.catalog
    if wanted is not None:
        problem = bad_id(wanted)
        if problem:
            raise Refused(f"来源编号“{printable(wanted)}”不能用：{problem}", "编号用小写拼音、数字和连字符，例如：shi-xian-zheng-xie-hui-yi-2022")
        if not catalog.claims("sources", wanted) and wanted in ids.taken(catalog):
            raise Refused(f"编号“{wanted}”已经用在别的条目上", "换一个编号；编号在整个库里不能重复")
        return wanted
    title = collection.title or "导入的来源"
    first = ids.propose(title, known.taken("sources"))
    cut = known.cut_text(raw, first)
    if cut:
        return cut
    return first if ("sources", first) in known.half and first not in known.stems else ids.propose(title, ids.taken(catalog) | known.stems)


def refuse_another_text(source: str, sha256: str, raw: bytes, known: Known) -> None:
    registered = str(known.face("sources", source).get("sha256", ""))
    if _SHA256.fullmatch(registered) and registered != sha256:
        raise Refused(f"来源“{source}”登记的校验值与这个文件的文字不同", "要用登记时的那个文件；确是另一份来源，用 --source 另给一个编号")
    there = known.data / FOLDER / f"{source}.txt"
    if there.exists() and not there.is_file():
        raise Refused(f"data/{FOLDER}/{source}.txt 不是普通的文件", "把它移走，再导入")
    if there.exists() and there.read_bytes() != raw and not half.is_half(half.contents(there), raw):
        raise Refused(f"data/{FOLDER}/{source}.txt 已经有了，内容不同", "确是另一份来源，用 --source 另给一个编号；要换掉旧的，先把它移走")


def meeting(said: str, day_said: str, cover: Cover, reading: Reading | None, count: int) -> Meeting:
    """The meeting of so many speeches; of several that were given at one the day that is told of some holds for all, unless another
    tells another."""
    read = cover.meeting if count > 1 else None
    told = [found for b in reading.beginnings if (found := partial(b.day or ""))] if reading and count > 1 else []
    occasions = {b.occasion for b in reading.beginnings} if reading else set()
    one = bool(said or read or (len(occasions) == 1 and None not in occasions))
    # The day on a cover is that of the print.
    day_read = max(told, key=len, default="")
    fits = one and all(day_read.startswith(each) for each in told)
    return Meeting(said, read, day_said, day_read if fits else "")
