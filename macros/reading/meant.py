"""What a person meant who wrote a value in another way: a locator in words, a date with 年月日, a label for its value.

An answer is given where it is the only one; the same answers make the messages and the repairs.
"""

import datetime
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from pydantic.fields import FieldInfo

from macros.model import describe
from macros.model.fields import Model, fields_of
from macros.text import numerals
from macros.text.edit_distance import distance, nearest

# The kind of entry whose ids a field takes, by the field's Chinese label.
TARGETS = {"专题": "topics", "问题": "problems", "单位": "organizations", "来源": "sources", "发言": "speeches", "指向": "practices"}

_DIGIT = "[零〇一二两三四五六七八九]"
# Digits, or numerals up to 99; a paragraph 一二 is none.
_SMALL = re.compile(f"[0-9]+|{_DIGIT}?十{_DIGIT}?|{_DIGIT}")
_NUMBER = r"\d{1,2}|[一二三四五六七八九十两]{1,3}"
_LOCATOR = re.compile(rf"(?:第|p|P|§|¶)?({_NUMBER})(?:自然)?(?:段|节|段落)?(?:的|中|里|点|[·.。/_\s])*"
                      rf"(?:[(]?第?({_NUMBER})(?:项|条|点|款|是)?[)]?)?(?:项|段)?[.。]?")
_DATE = re.compile(rf"(\d{{4}}|[〇○零一二三四五六七八九]{{4}})(?:年|[./\-\s_])({_NUMBER})(?:月|[./\-\s_])({_NUMBER})(?:日|号)?")
_WRAPPING = " \u3000\u00a0“”‘’\"'「」『』【】《》[]"
_BEHIND = ",，、。；; "
# What stands between several places that were written as one.
_BETWEEN = re.compile(r"\s*[、,，;；+＋和与及]\s*|\s+")
# What stands between the first and the last of several; of more than so many none are named.
_TO = re.compile(r"\s*(?:-+|[~〜～—–―－−‐‑]+|到|至)\s*")
_MOST = 20
_ITEM_ALONE = re.compile(rf"第?({_NUMBER})(?:项|条|点|款)")


def _bare(written: str) -> str:
    """What was written, in common signs, without marks around it and without a comma or stop behind it."""
    return unicodedata.normalize("NFKC", written.strip(_WRAPPING).rstrip(_BEHIND).strip(_WRAPPING)).strip()


def number(text: str) -> int | None:
    """The number that digits or Chinese numerals up to 99 stand for."""
    return int(numerals.value(text) or 0) if _SMALL.fullmatch(text) else None


def locator(written: str) -> str | None:
    """The locator that is meant: 第3段第6项 → 3.6; None where it could be several or is none."""
    text = _bare(written)
    if text.isascii() and re.fullmatch(r"\d+(?:\.0)?", text) and int(text.split(".")[0]) in range(1, 100):
        return str(int(text.split(".")[0]))
    found = _LOCATOR.fullmatch(text)
    if not found or re.fullmatch(r"\d+\s*[/\s]\s*\d+|\d{3,}", text):  # which may be a list
        return None
    paragraph, item = number(found.group(1)), number(found.group(2)) if found.group(2) else 0
    if not paragraph or item is None:
        return None
    return f"{paragraph}.{item}" if item else str(paragraph)


def locator_told(written: str) -> str:
    """What to write in the place of what can be no locator, in words."""
    text = re.sub(r"[”’\"']\s*[“‘\"']", ",", unicodedata.normalize("NFKC", written.strip(_WRAPPING)).strip())
    found = locator(text)
    if found:
        paragraph, _, item = found.partition(".")
        return f'写 "{found}"（第 {paragraph} 段{f"第 {item} 项" if item else ""}），加半角双引号'
    if ranged := _ranges(text):
        return ranged
    several = [locator(part) for part in _BETWEEN.split(text)]
    if len(several) > 1 and all(several) and any("." in part for part in several if part):
        return "每一处分开写，各加双引号：" + ", ".join(f'"{part}"' for part in several)
    numbers = [str(n) for each in re.findall(_NUMBER, text) if (n := number(each))]
    if re.fullmatch(rf"\D*(?:{_NUMBER})(?:\D+(?:{_NUMBER})){{2,}}\D*", text) and not re.search("[-~至到—、,，]", text):
        return f'出处只有两级，写 "{numbers[0]}.{numbers[1]}"，指第 {numbers[0]} 段第 {numbers[1]} 项'
    if len(numbers) == 2 and not re.search(r"\d{3}", text):
        first, last = numbers
        each = range(int(first), int(last) + 1)
        parts = "、".join(f'"{n}"' for n in (each if 1 < len(each) < 6 and not re.search("[、,，]", text) else numbers))
        return f'第 {first} 段第 {last} 项写 "{first}.{last}"；第 {first} 段和第 {last} 段分开写：{parts}，都加双引号'
    dotted = re.findall(r"\d+(?:\.\d+)?", text) if re.search(r"\d\.\d", text) else []
    if len(dotted) > 1 and all(map(locator, dotted)):
        return "每一处分开写，各加双引号：" + ", ".join(f'"{place}"' for place in dict.fromkeys(dotted))
    if len(numbers) > 2 and not re.search(r"\d{3}", text):
        return "每一段分开写，各加双引号：" + ", ".join(f'"{n}"' for n in numbers)
    return '第 3 段写 "3"，第 3 段第 2 项写 "3.2"，都加双引号'


def _ranges(text: str) -> str:
    """What to write for places of which some stand from one to another; nothing where none do."""
    parts = [_TO.split(part) for part in _BETWEEN.split(_TO.sub("~", text))]
    ends = [[locator(part[0]), *(_last(part[0], each) for each in part[1:])] for part in parts]
    if not any(len(each) == 2 for each in ends) or not all(len(each) < 3 and all(each) for each in ends):
        return ""
    places = [_between(*map(str, each)) if len(each) == 2 else [str(each[0])] for each in ends]
    if not all(places):
        first, last = next(each for each, found in zip(ends, places, strict=True) if not found)
        return (f'出处不写从哪里到哪里，每一处分开写，各加双引号：从 "{first}" 起，到 "{last}" 为止，中间的段和项一处写一个'
                if _order(str(first)) < _order(str(last)) else "")
    listed = ", ".join(f'"{place}"' for place in dict.fromkeys(place for each in places for place in each))
    if len(ends) > 1 or any("." in str(end) for end in ends[0]):
        return f"出处不写从哪里到哪里，每一处分开写，各加双引号：{listed}"
    first, last = ends[0]
    return f'整段从第 {first} 段到第 {last} 段，每一段分开写，各加双引号：{listed}；指第 {first} 段第 {last} 项，写 "{first}.{last}"'


def _last(first: str, last: str) -> str | None:
    """The place that ends what another begins; an item alone is one of the same paragraph."""
    item, begin = _ITEM_ALONE.fullmatch(last.strip()), locator(first) or ""
    found = number(item.group(1)) if item else None
    plain = locator(last)
    # 4.1-3 goes on in the fourth paragraph: back to the third it can't.
    if not found and "." in begin and plain and "." not in plain and _order(begin)[0] >= int(plain) > _order(begin)[1]:
        found = int(plain)
    return f"{begin.partition('.')[0]}.{found}" if found and "." in begin else plain


def _between(first: str, last: str) -> list[str]:
    """All places from one to another of the same paragraph, or all paragraphs; none where it can't be told which lie between."""
    (a, i), (b, j) = _order(first), _order(last)
    if i and j and a == b and i < j < i + _MOST:
        return [f"{a}.{n}" for n in range(i, j + 1)]
    return [str(n) for n in range(a, b + 1)] if not i and not j and a < b < a + _MOST else []


def _order(place: str) -> tuple[int, int]:
    paragraph, _, item = place.partition(".")
    return int(paragraph), int(item or 0)


def day(written: str) -> str | None:
    """The date that is meant, as 年-月-日; None where there is no such day."""
    text = _bare(written)
    found = _DATE.fullmatch(re.sub(r"\s*([年月日./\-])\s*", r"\1", text).strip()) or re.fullmatch(r"(\d{4})(\d{2})(\d{2})", text)
    try:
        return datetime.date(int(numerals.value(found[1]) or 0), *(number(part) or 0 for part in found.groups()[1:])).isoformat() if found else None
    except ValueError:
        return None


def one_of(written: str, known: Mapping[str, str]) -> str | None:
    """The value of a closed list that is meant: by its label or a part of it, or one slip of the pen away."""
    text = _bare(written).lower().replace("_", "-").replace(" ", "-")
    by_label = [value for value, label in known.items() if text in (value, unicodedata.normalize("NFKC", label))]
    if by_label:
        return by_label[0]
    part = [value for value, label in known.items() if len(text) > 1 and not text.isascii() and text in label]
    if len(part) == 1:
        return part[0]
    return one_slip_away(text, known)


def nearest_of(written: str, known: Mapping[str, str]) -> str | None:
    """The value of a list, by itself or by its label, that is most like what was written."""
    by_word = {label: value for value, label in known.items()} | {value: value for value in known}
    found = nearest(written, by_word)
    return by_word[found] if found else None


def one_slip_away(written: str, known: Mapping[str, str]) -> str | None:
    """The only one of the known words that is a letter away, where words are so long that this is no other word."""
    if len(written) < 3:
        return None
    near = [word for word in known if len(word) > 2 and distance(written, word, 1) <= 1]
    return near[0] if len(near) == 1 else None


def name_of_field(written: str, model: Model) -> str | None:
    """The field of a model that is meant by its Chinese label, or by a name one slip away."""
    known = describe.labels(model)
    text = _bare(written).strip(_WRAPPING + ":：*").replace("-", "_").lower()
    if text in known:
        return text
    labels = [name for name, label in known.items() if label == text]
    return labels[0] if len(labels) == 1 else one_slip_away(text, known)


def near_field(written: str, model: Model) -> str | None:
    """The field that is most like what was written: good for a question, not for a repair."""
    return name_of_field(written, model) or nearest_of(written, describe.labels(model))


def value(kind: str, given: Any, info: FieldInfo | None) -> str | None:
    """What stands in YAML for a value that the model refused with an error of this kind; None where it is not known."""
    if info is None or not isinstance(given, str):
        return _only(kind, given, info) if info else None
    if kind == "enum":
        return one_of(given, describe.values(info))
    if kind.startswith("date"):
        return day(given)
    if kind == "string_pattern_mismatch" and info.title == "出处":
        found = locator(given)
        return f'"{found}"' if found else None
    if kind == "tuple_type":
        return _listed(given, info)
    if kind in ("int_parsing", "decimal_parsing"):
        plain = unicodedata.normalize("NFKC", given.strip(_WRAPPING))
        return plain if plain != given and re.fullmatch(r"\d{1,9}", plain) else None
    if kind == "literal_error" and given.strip(_WRAPPING).lower() in ("true", "yes", "是", "对", "y"):
        return "true"
    return None


def _only(kind: str, given: Any, info: FieldInfo) -> str | None:
    """The one item of a list where a single value is wanted."""
    if not isinstance(given, list) or len(given) != 1 or not isinstance(given[0], str):
        return None
    item = given[0].strip()
    if kind == "enum":
        return one_of(item, describe.values(info))
    if kind == "string_type":
        return item if re.fullmatch(r"[\w\u4e00-\u9fff“”（）、，。—-]+", item) else None
    return day(item) if kind.startswith("date") else None


def _listed(given: str, info: FieldInfo) -> str | None:
    """A list in one line, for one or several ids or locators that were written without brackets."""
    items = [item.strip(_WRAPPING) for item in re.split(r"[,，、;；\s]+", given.strip(_WRAPPING)) if item.strip(_WRAPPING)]
    if info.title == "出处":
        places = [locator(item) for item in items]
        return "[" + ", ".join(f'"{place}"' for place in places) + "]" if places and all(places) else None
    if info.title in TARGETS and items and all(re.fullmatch(r"[a-z0-9][a-z0-9-]*", item) for item in items):
        return "[" + ", ".join(items) + "]"
    return None


def owner(model: Model, loc: tuple[Any, ...]) -> tuple[Model | None, FieldInfo | None]:
    """The model and the field that an error's place ends in."""
    current: Model | None = model
    info: FieldInfo | None = None
    above = current
    for step in (s for s in loc if isinstance(s, str)):
        if current is None:
            return None, None
        above = current
        info = next((f for n, f in fields_of(current).items() if step in (n, f.alias)), None)
        current = describe.inner(info) if info else None
    return above, info
