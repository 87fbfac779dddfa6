"""Another id, two entries made one, an entry withdrawn: all the files that this takes, worked out before anything is written.

The rules are those of docs/contributing/lifecycle.md: an address that was given out goes on to lead somewhere.
"""

import copy
import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.editing.spans import NotWritten, edited
from macros.library.catalog import Catalog
from macros.model.fields import fields_of
from macros.model.inline_links import Place
from macros.model.kinds import KINDS
from macros.reading.document import Document, parse
from macros.reading.filenames import bad_id
from macros.reading.meant import TARGETS, owner
from macros.reading.validation_errors import strings
from macros.runtime import writing

RENAMED = ("practices", "speeches", "organizations", "problems")
MERGED = ("practices", "organizations", "problems")
WITHDRAWN = ("practices", "speeches")
# What the entry that stays takes over from the one that goes, where it has not got it.
_UNITED = {"practices": ("problems", "related", "distinct_from", "unsaid", "keywords", "aliases"), "problems": ("synonyms", "named_in", "unsaid"), "organizations": ()}


class Impossible(ValueError):
    """It can't be done; the text says why, in Chinese."""


@dataclass(frozen=True)
class Plan:
    """`files` by path under the data folder: what each held (None: there was none) and will hold (None: it goes). `told` is what a
    person must know or do besides."""

    files: Mapping[str, tuple[str | None, str | None]]
    told: tuple[str, ...] = ()


def other_id(catalog: Catalog, kind: str, old: str, new: str) -> Plan:
    """The plan for giving an entry another id. Raises `Impossible`, `NotWritten`."""
    if kind not in RENAMED:
        raise Impossible(f"{KINDS[kind].label}没有旧编号可写，编号不能改")
    if problem := bad_id(new):
        raise Impossible(f"编号“{new}”不能用：{problem}")
    if any(catalog.claims(each, new) or (each, new) in catalog.former for each in KINDS):
        raise Impossible(f"编号“{new}”已经用了，或者是别的条目的旧编号")
    texts = _Texts(catalog)
    data = copy.deepcopy(catalog.data(kind, old))
    data["formerly"] = [*(data.get("formerly") or ()), old]
    texts.say(kind, old, _ordered(data, kind))
    texts.readdress(kind, old, new)
    texts.lead(kind, old, new)
    return Plan(texts.files())


def merge(catalog: Catalog, kind: str, old: str, into: str, today: datetime.date, called: str) -> Plan:
    """The plan for making an entry part of another. `called` is the field that its title goes to (aliases, keywords, synonyms; "" for none).

    Raises `Impossible`, `NotWritten`.
    """
    if kind not in MERGED or old == into or old not in catalog.of(kind) or into not in catalog.of(kind):
        raise Impossible("只有填好了的两条做法、两个单位、两个问题可以合并")
    texts, told = _Texts(catalog), list[str]()
    gone, stays = catalog.data(kind, old), copy.deepcopy(catalog.data(kind, into))
    if kind == "practices":
        told += _accounts(stays, gone, catalog)
        stays["changes"] = [*(stays.get("changes") or ()), {"on": today.isoformat(), "what": f"并入“{gone['title']}”"}]
        if stays.pop("reviewed", None):
            told.append("审读的记号去掉了：并进了新的内容，要请第二个人再核对一遍")
    for name in _UNITED[kind]:
        more = [each for each in gone.get(name) or () if each not in (stays.get(name) or ()) and not (isinstance(each, dict) and each.get("to") == into)]
        if more:
            stays[name] = [*(stays.get(name) or ()), *more]
    for name in ("related", "distinct_from"):
        if name in stays:
            stays[name] = [each for each in stays[name] if not (isinstance(each, dict) and each.get("to") == old)]
            if not stays[name]:
                del stays[name]
    if called and gone.get("title") not in (stays.get(called) or ()):
        stays[called] = [*(stays.get(called) or ()), gone["title"]]
    stays["formerly"] = [*(stays.get("formerly") or ()), old, *(gone.get("formerly") or ())]
    texts.say(kind, into, _ordered(stays, kind))
    texts.drop(kind, old)
    texts.lead(kind, old, into)
    return Plan(texts.files(), tuple(told))


def withdraw(catalog: Catalog, kind: str, entry_id: str, reason: str, today: datetime.date) -> Plan:
    """The plan for taking an entry out of lists and search; its address stays. Raises `Impossible`, `NotWritten`."""
    if kind not in WITHDRAWN:
        raise Impossible(f"{KINDS[kind].label}不能撤下")
    if not reason.strip():
        raise Impossible("写上为什么撤下：读者打开旧地址时看到的就是这句话")
    texts = _Texts(catalog)
    data = {**catalog.data(kind, entry_id), "withdrawn": {"on": today.isoformat(), "reason": reason.strip()}}
    texts.say(kind, entry_id, _ordered(data, kind))
    named = sorted({f"{KINDS[k].label}“{_title(catalog, k, i)}”" for k, i, _ in named_at(catalog, kind, entry_id) if (k, i) != (kind, entry_id)})
    return Plan(texts.files(), tuple(f"{each}还连着它，检查会指出来：到那里删去" for each in named))


def restore(catalog: Catalog, kind: str, entry_id: str) -> Plan:
    """The plan for putting an entry that was withdrawn back into lists and search. Raises `Impossible`, `NotWritten`."""
    data = {name: value for name, value in catalog.data(kind, entry_id).items() if name != "withdrawn"}
    if data == catalog.data(kind, entry_id):
        raise Impossible("它没有撤下")
    texts = _Texts(catalog)
    texts.say(kind, entry_id, data)
    return Plan(texts.files())


def taken_out(catalog: Catalog, kind: str, entry_id: str) -> Plan:
    """The plan for taking out an entry that nobody else has seen. Raises `Impossible`, `NotWritten`."""
    named = sorted({f"{KINDS[k].label}“{_title(catalog, k, i)}”" for k, i, _ in named_at(catalog, kind, entry_id) if (k, i) != (kind, entry_id)})
    if named:
        raise Impossible(f"还有别处用到它，先到那里去掉：{'、'.join(named[:6])}")
    texts = _Texts(catalog)
    texts.drop(kind, entry_id)
    return Plan(texts.files())


def write(plan: Plan, data: Path) -> None:
    """Writes a plan: what comes first, what goes last, so that nothing is lost wherever it stops.

    Raises:
        Stopped: a file could not be written, or somebody has changed it meanwhile.
    """
    def one(file: Path, content: bytes) -> None:
        was = before[file]
        if was is None:
            writing.create(file, content)
        else:
            writing.replace(file, content, was.encode())

    before = {data / path: was for path, (was, _) in plan.files.items()}
    writing.every({data / path: now.encode() for path, (_, now) in plan.files.items() if now is not None}, one)
    gone = {data / path: b"" for path, (_, now) in plan.files.items() if now is None}
    writing.every(gone, lambda file, _: writing.take_away(file, (before[file] or "").encode()))


def named_at(catalog: Catalog, kind: str, entry_id: str) -> Iterator[tuple[str, str, Place]]:
    """Where entries name another, in a field or by `[[id]]`: kind, id, place. Drafts that are not filled in are looked at too."""
    for other, other_id in catalog.written(entry_id):
        for place, text in strings(catalog.data(other, other_id)):
            if f"[[{entry_id}]]" in text or (text == entry_id and _target(other, place) == kind):
                yield other, other_id, place


def _target(kind: str, place: Place) -> str:
    """The kind of entry that a field names."""
    _, info = owner(KINDS[kind].model, place)
    return TARGETS.get(info.title or "", "") if info else ""


def _title(catalog: Catalog, kind: str, entry_id: str) -> str:
    data = catalog.data(kind, entry_id)
    return next((str(data[name]) for name in ("title", "name", "term", "text") if data.get(name)), entry_id)


def _ordered(data: dict[str, Any], kind: str) -> dict[str, Any]:
    order = [info.alias or name for name, info in fields_of(KINDS[kind].model).items()]
    return dict(sorted(data.items(), key=lambda item: order.index(item[0]) if item[0] in order else len(order)))


def _accounts(stays: dict[str, Any], gone: dict[str, Any], catalog: Catalog) -> Iterator[str]:
    """Puts the accounts of one practice to those of another; what a person has to look at."""
    known = {account["speech"]: account for account in stays["accounts"]}
    for account in gone["accounts"]:
        there = known.get(account["speech"])
        if there is None:
            stays["accounts"].append({**account, **({"name": gone["title"]} if "name" not in account and gone["title"] != stays["title"] else {})})
            continue
        for each in (there, account):
            for part in (*each.get("points", ()), *each.get("figures", ())):
                part.setdefault("at", list(each["at"]))
        there["at"] = [*there["at"], *(at for at in account["at"] if at not in there["at"])]
        there["points"] = [*there["points"], *account["points"]]
        if account.get("figures"):
            there["figures"] = [*there.get("figures", ()), *account["figures"]]
        if account["progress"] != there["progress"]:
            yield f"两边都讲到《{_title(catalog, 'speeches', account['speech'])}》，进展不一样，留的是“{stays['title']}”写的；看一下对不对"


class _Texts:
    """The files of a library as they will be: one change after the other."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._before = {self._file(*key): origin.document for key, origin in catalog.origins.items()}
        self._now: dict[str, str | None] = {}
        self._moved: dict[str, str] = {}

    def _file(self, kind: str, entry_id: str) -> str:
        return f"{kind}/{entry_id}.yml" if KINDS[kind].one_file_each else f"{kind}.yml"

    def _document(self, file: str) -> Document:
        text = self._now.get(file, self._before[file].text)
        found = parse((text or "").encode(), file)
        if not isinstance(found, Document):
            raise NotWritten("这个文件读不出来")
        return found

    def say(self, kind: str, entry_id: str, data: Any) -> None:
        file = self._file(kind, entry_id)
        self._now[file] = edited(self._document(file), self._prefix(kind, entry_id), KINDS[kind].model, data)

    def _prefix(self, kind: str, entry_id: str) -> tuple[str, ...]:
        return () if KINDS[kind].one_file_each else (entry_id,)

    def readdress(self, kind: str, old: str, new: str) -> None:
        """Gives an entry its other id."""
        file = self._file(kind, old)
        if KINDS[kind].one_file_each:
            self._moved[file] = self._file(kind, new)
            return
        text = self._document(file)
        root = text.root
        key = next(key for key, _ in root.value if key.value == old) if root is not None else None
        if key is not None:
            self._now[file] = text.text[:key.start_mark.index] + new + text.text[key.end_mark.index:]

    def drop(self, kind: str, entry_id: str) -> None:
        file = self._file(kind, entry_id)
        if KINDS[kind].one_file_each:
            self._now[file] = None
        else:
            document = self._document(file)
            self._now[file] = edited(document, (), None, {key: value for key, value in document.data.items() if key != entry_id})

    def lead(self, kind: str, old: str, new: str) -> None:
        """What named the old id names the new one; twice the same in one list is once."""
        for other, other_id in dict.fromkeys((k, i) for k, i, _ in named_at(self._catalog, kind, old)):
            file = self._file(other, other_id)
            if (other, other_id) == (kind, old) or self._now.get(file, "") is None:
                continue
            document = self._document(file)
            data = document.data if KINDS[other].one_file_each else document.data.get(other_id)
            if data is not None:
                self._now[file] = edited(document, self._prefix(other, other_id), KINDS[other].model, _led(data, other, kind, old, new))

    def files(self) -> dict[str, tuple[str | None, str | None]]:
        found: dict[str, tuple[str | None, str | None]] = {}
        for file, text in self._now.items():
            if file in self._moved:
                found[self._moved[file]] = None, text
                found[file] = self._before[file].text, None
            elif text != self._before[file].text:
                found[file] = self._before[file].text, text
        return found


def _led(data: Any, of: str, kind: str, old: str, new: str, place: Place = ()) -> Any:
    if isinstance(data, dict):
        return {name: _led(value, of, kind, old, new, (*place, name)) for name, value in data.items()}
    if isinstance(data, list):
        made: list[Any] = []
        for i, value in enumerate(data):
            led = _led(value, of, kind, old, new, (*place, i))
            if led == value or led not in made:
                made.append(led)
        return made
    if not isinstance(data, str):
        return data
    text = data.replace(f"[[{old}]]", f"[[{new}]]")
    return new if text == old and place[-1:] != ("formerly",) and "formerly" not in place and _target(of, place) == kind else text
