"""A validation error of pydantic, told to an editor in Chinese with file, line and column."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic.fields import FieldInfo

from macros.findings import Finding
from macros.model import describe
from macros.model.fields import SUMMARY_LIMIT, TO_FILL, Model
from macros.reading import meant, shapes
from macros.reading.document import Document
from macros.reading.meant import owner as _owner
from macros.reading.misplaced import Misplaced, misplaced

_SHOWN = 40
# A file that is wrong all over is told so once; a person starts with the first few anyway.
_MOST = 50
# So many places of 待填 are told one by one.
_NAMED = 20

Place = tuple[str | int, ...]
Owner = tuple[Model | None, FieldInfo | None]


@dataclass(frozen=True)
class WrongId:
    """A finding about words where an id belongs: the kind that is meant and what was written.

    What to write is known once all entries are read. `field` is the name of one that wants a list of them and got none.
    """

    finding: Finding
    kind: str
    written: str
    field: str = ""


def explain(document: Document, details: Sequence[Any], model: Model,
            prefix: tuple[str, ...] = ()) -> Iterator[Finding | WrongId]:
    """One finding for each of the errors of a `ValidationError`, at the place in the document that it is about.

    `prefix` is where the entry stands in the document (its key in a file of many).
    """
    moved = misplaced(model, details)
    details = _once(details, model, moved)
    for detail in details[:_MOST]:
        # What still says 待填 has its own finding, whatever else is wrong with it.
        if TO_FILL in detail["input"] if isinstance(detail["input"], str) else _full(detail):
            continue
        owner = _owner(model, detail["loc"])
        finding = _finding(document, detail, (*prefix, *detail["loc"]), owner, moved.get(detail["loc"]))
        target = meant.TARGETS.get(owner[1].title or "") if owner[1] else None
        unlisted = _name(detail["loc"]) if detail["type"] == "tuple_type" and isinstance(detail["input"], str) and detail["input"].strip() else ""
        yield WrongId(finding, target, str(detail["input"]), unlisted) if target and (unlisted or finding.code == "bad-id") else finding
    if len(details) > _MOST:
        yield document.finding(prefix, "too-many-findings", f"这一条还有 {len(details) - _MOST} 处错误没有列出",
                               "先改好上面的，再检查一次")


def _once(details: Sequence[Any], model: Model, moved: Mapping[Place, Misplaced]) -> list[Any]:
    """The errors without those that say again what another says: a field is not missing as well whose name is misspelt, or that
    stands a level too deep or too high."""
    lacking = {detail["loc"][:-1] for detail in details if detail["type"] == "missing"}
    misspelt = {(*detail["loc"][:-1], field) for detail in details
                if detail["type"] == "unexpected_keyword_argument" and detail["loc"][:-1] in lacking
                and (above := _owner(model, detail["loc"])[0]) and (field := meant.near_field(str(detail["loc"][-1]), above))}
    elsewhere = {(*found.inside, name) for found in moved.values() for name in found.names}
    told = {(*first[:-1], name) for first, found in moved.items() for name in found.names} - moved.keys()
    return [detail for detail in details if detail["loc"] not in told and not (
        (detail["type"] == "missing" and detail["loc"] in misspelt | elsewhere)
        # What they belong in is empty for want of them.
        or (detail["input"] in ("", None) and any(detail["loc"] == found.inside for found in moved.values())))]


def _full(detail: Any) -> bool:
    """Whether a list is called too short only because none of its items could be read."""
    return bool(detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"])


def unfilled(document: Document, model: Model, data: Any, prefix: tuple[str, ...] = ()) -> Iterator[Finding]:
    """One finding for all values of a draft that still say 待填: where the first stands, with the lines of all."""
    # A file of many would be searched through once for each entry.
    if not prefix and TO_FILL not in document.text:
        return
    found = [place for place, text in strings(data) if TO_FILL in text]
    if len(found) == 1:
        yield _unfilled(document, model, found[0], prefix)
    elif found:
        where = "、".join(f"第 {document.position((*prefix, *place), TO_FILL)[0]} 行{_title(model, place)}" for place in found[:_NAMED])
        more = f"……还有 {len(found) - _NAMED} 处" if len(found) > _NAMED else ""
        yield document.finding((*prefix, *found[0]), "to-fill", f"有 {len(found)} 处待填：{where}{more}",
                               "逐处照原文填好；可以不写的字段，原文没有就连字段名一起删去；填好一处，再查就少一处", needle=TO_FILL)


def _title(model: Model, place: Place) -> str:
    _, info = _owner(model, place)
    return info.title if info and info.title else _name(place)


def _unfilled(document: Document, model: Model, place: Place, prefix: tuple[str, ...]) -> Finding:
    _, info = _owner(model, place)
    name = _name(place)
    without = "" if info is None or info.is_required() else "；原文没有，就连字段名一起删去"
    return document.finding((*prefix, *place), "to-fill", f"{_label(info, name)}还没有填", _how(info, name) + without, needle=TO_FILL)


def strings(data: Any) -> Iterator[tuple[Place, str]]:
    """Every string in an entry's data, with its place."""
    found: list[tuple[Place, str]] = []
    _collect(data, (), found)
    return iter(found)


def _collect(data: Any, place: Place, found: list[tuple[Place, str]]) -> None:
    # Into one list: a generator in a generator takes twice as long, and several rules go through all strings.
    if isinstance(data, str):
        found.append((place, data))
    elif isinstance(data, dict):
        for key, value in data.items():
            _collect(value, (*place, key), found)
    elif isinstance(data, list):
        for i, value in enumerate(data):
            _collect(value, (*place, i), found)


def words(data: Any) -> list[str]:
    """Every string in an entry's data, where the place does not matter."""
    found, parts = [], [data]
    for part in parts:  # which grows on the way
        if isinstance(part, str):
            found.append(part)
        elif isinstance(part, dict):
            parts.extend(part.values())
        elif isinstance(part, list):
            parts.extend(part)
    return found


def _finding(document: Document, detail: Any, place: Place, owner: Owner, moved: Misplaced | None) -> Finding:
    kind, context = detail["type"], detail.get("ctx", {})
    model, info = owner
    name = _name(place)
    label = _label(info, name)
    if detail["input"] in ("", None) and (gap := shapes.empty(document, place)):
        return document.finding(gap[0], "empty-field", *gap[1:])
    bare = detail["input"].strip() if kind == "dataclass_type" and isinstance(detail["input"], str) else ""
    if bare and isinstance(place[-1], int) and (cure := shapes.item(document, place, info, bare)):
        return document.finding(place, "wrong-shape", f"{label}的这一项没有写字段名", cure)
    if kind == "missing":
        return replace(document.finding(place[:-1], "missing-field", f"缺少{label}", _how(info, name)), place=tuple(place))
    if kind == "unexpected_keyword_argument":
        if moved:
            return document.finding(place, "unknown-field", f"“{'”“'.join(map(_short, moved.names))}”写错了地方", moved.cure, key=True)
        return document.finding(place, "unknown-field", f"没有“{_short(name)}”这个字段", _instead(name, model, detail["input"]), key=True)
    if isinstance(detail["input"], list) and detail["input"] and (kind in ("enum", "string_type") or kind.startswith("date")):
        only = meant.value(kind, detail["input"], info)
        return document.finding(place, "wrong-shape", f"{label}写成了一列", f"只写一项，不用方括号，写成 {name}: {only}" if only else
                                f"只写一项，不用方括号，也不分行列出。{_how(info, name)}")
    if kind == "enum" and detail["input"]:
        wrong = str(detail["input"])
        return document.finding(place, "unknown-value", f"{label}没有“{_short(wrong)}”这一项", _one_of(wrong, info))
    if "message" in context and "cure" in context:
        return document.finding((*place, *context.get("at", ())), kind, context["message"], context["cure"])
    return document.finding(place, *_simple(kind, context, label, name, info, detail["input"]))


def _name(place: Place) -> str:
    return next((s for s in reversed(place) if isinstance(s, str)), "")


def _label(info: FieldInfo | None, name: str) -> str:
    return f"{info.title}（{name}）" if info and info.title else f"“{_short(name)}”"


def _simple(kind: str, context: Mapping[str, Any], label: str, name: str, info: FieldInfo | None,
            given: Any) -> tuple[str, str, str]:
    if kind == "too_short" or (kind in ("tuple_type", "dict_type", "dataclass_type") and given in ("", None)):
        return "empty-field", f"{label}一项也没有", _how(info, name)
    if given in ("", None) or (isinstance(given, str) and not given.strip()):
        return "empty-field", f"{label}是空的", _how(info, name)
    match kind:
        case "string_too_long":
            limit, length = context["max_length"], len(str(given).strip())
            if limit == SUMMARY_LIMIT:
                return "too-long", f"{label}有 {length} 字，最多 {limit} 字", f"删去 {length - limit} 字以上，细节写进各家的要点"
            return "too-long", f"{label}有 {length} 字，最多 {limit} 字", "写短；一句话说一件事"
        case "too_long":
            return "too-many", f"{label}超过 {context['max_length']} 项", f"只留主要的 {context['max_length']} 项"
        case "string_pattern_mismatch":
            return _pattern(label, given, info)
        case "literal_error":
            return "unknown-value", f"{label}不能写“{_short(given)}”", f"写 {context['expected'].strip(chr(39))}，或删去这一行"
        case "int_parsing" | "int_from_float" | "int_type" | "decimal_parsing" | "decimal_type":
            return "not-a-number", f"{label}不是数字：“{_short(given)}”", _numbered(given, info)
        case "greater_than_equal" | "less_than_equal":
            return "out-of-range", f"{label}写了 {_short(given)}，超出范围", f"写{_range(info)}之间的整数"
        case "date_from_datetime_parsing" | "date_parsing" | "date_type" | "date_from_datetime_inexact":
            return "not-a-date", f"{label}不是日期：“{_short(given)}”", _dated(given)
        case "dataclass_type" | "dict_type" | "tuple_type" | "string_type":
            listed = meant.value(kind, given, info)
            if not listed and info and info.title == "出处" and isinstance(given, str):
                return "wrong-shape", f"{label}的写法不对", f"写在方括号里。{meant.locator_told(given)}"
            return "wrong-shape", f"{label}的写法不对", f"写成列表：{name}: {listed}" if listed else _shape(kind, info, name)
    return "bad-value", f"{label}不能这样写：“{_short(given)}”", _how(info, name)


def _dated(given: Any) -> str:
    found = meant.day(str(given))
    return f"写成 {found}" if found else "写成 年-月-日，例如：2026-11-24；看看有没有这一天"


def _numbered(given: Any, info: FieldInfo | None) -> str:
    found = re.findall(r"\d+", unicodedata.normalize("NFKC", str(given)))
    chinese = meant.number(str(given))
    if len(found) == 1 or chinese:
        return f"只写阿拉伯数字：{found[0] if found else chinese}；单位和别的字写在名目（label）、原文写法（raw）里；原文隐去的数不填"
    return f"写阿拉伯数字，例如：{_example(info)}；原文隐去的数不填"


def _shape(kind: str, info: FieldInfo | None, name: str) -> str:
    match kind:
        case "tuple_type":
            return f"写成列表：每项一行，以 - 开头，或写在方括号里。{_how(info, name)}"
        case "string_type":
            return f"写成一句话，不写列表和下级字段。{_how(info, name)}"
    return f"下面缩进写各个字段。{_how(info, name)}"


def _pattern(label: str, given: Any, info: FieldInfo | None) -> tuple[str, str, str]:
    text = str(given)
    if "\n" in text or "\r" in text:
        return "several-lines", f"{label}写成了几行", "写成一行；几件事就分成几条"
    if info and info.title == "全文校验值":
        return "bad-value", f"{label}不是 64 个小写字母和数字", "用 kb import 放入全文，它会算好；自己算就用 sha256sum 这个命令"
    if info and info.title == "原文网址":
        return "bad-value", f"{label}不是网上的地址：“{_short(text)}”", "从浏览器的地址栏复制整个地址，以 http:// 或 https:// 开头，没有空格和汉字；不在网上的，写在“何处可得”（found_at）里"
    if info and info.title == "出处":
        return "bad-locator", f"{label}不能写“{_short(text)}”", meant.locator_told(text)
    return ("bad-id", f"{label}不是合法的编号：“{_short(text)}”",
            f"写编号，不写名称；编号用小写拼音、数字和连字符，例如：{_example(info)}")


def _example(info: FieldInfo | None) -> str:
    """The example of a field, the first one where it is a list."""
    example = info.examples[0] if info and info.examples else ""
    return str(example[0] if isinstance(example, list) else example)


def _range(info: FieldInfo | None) -> str:
    low = next((m.ge for m in (info.metadata if info else []) if hasattr(m, "ge")), 0)
    high = next((m.le for m in (info.metadata if info else []) if hasattr(m, "le")), 999)
    return f" {low} 到 {high} "


def _short(value: object) -> str:
    text = str(value).replace("\n", " ")
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "……"


def _how(info: FieldInfo | None, name: str) -> str:
    if info is None:
        return "对照编写指南里的样例改"
    values = describe.values(info)
    # Of a few words to choose from, one that is given first would be copied.
    example = f"，例如：{describe.as_yaml(info.examples[0])}" if info.examples and not values else ""
    listing = f"；可写：{_listing(values)}" if values else ""
    return f"写上 {name}：{info.description}{example}{listing}"


def _listing(values: Mapping[str, str]) -> str:
    return "、".join(f"{value}（{label}）" for value, label in values.items())


def _instead(wrong: str, model: Model | None, given: Any) -> str:
    known = describe.labels(model) if model else {}
    found = meant.near_field(wrong, model) if model else None
    if found:
        return f"是不是 {found}（{known[found]}）？可用的字段：{_listing(known)}"
    # Words behind a comma in braces are a name without a value to the parser.
    comma = "内容里若有半角逗号，换成全角逗号“，”，或给整句加双引号；是字段名，就" if given in (None, "") and not wrong.isascii() else ""
    return f"{comma}换成可用的字段：{_listing(known)}；都不合适就删去它"


def _one_of(wrong: str, info: FieldInfo | None) -> str:
    known = describe.values(info) if info else {}
    if not known:
        return "对照编写指南里的样例改"
    found = meant.one_of(wrong, known) or meant.nearest_of(wrong, known)
    return f"写 {found}（{known[found]}）；可写：{_listing(known)}" if found else f"可写：{_listing(known)}"
