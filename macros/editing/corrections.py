"""纠错: what a reader of the site says is wrong, as the small file that the page 说哪里有错 gives.

The format is `kb-correction/1`, described in docs/contributing/corrections.md. A file is read whole or not at all.
"""

import datetime
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as dc_field
from typing import Any

from macros.model.fields import ID_PATTERN
from macros.reading.characters import REFUSED

FORMAT = "kb-correction/1"
# Characters: of the whole file, and of what a reader writes in one box.
LARGEST, LONGEST = 100_000, 10_000
_KEYS = ("format", "site_version", "entry", "field", "account", "now", "should", "where", "who", "written")
_FIELD = re.compile(r"[a-z_]+(?:\.(?:[a-z_]+|0|[1-9][0-9]{0,3}))*")
_PLACE = re.compile(r"[1-9][0-9]?(?:\.[1-9][0-9]?)?")
_NEW_ONE = "请读者在网页上重新填一次、重新存，或照上面的文字在编写台里自己改"


class BadCorrection(ValueError):
    """The file is no correction that can be read; the message says why, `cure` what to do, both in Chinese."""

    def __init__(self, message: str, cure: str = _NEW_ONE) -> None:
        self.message, self.cure = message, cure
        super().__init__(f"{message}\n  改法：{cure}")


@dataclass(frozen=True)
class Where:
    """Where the right words stand: a speech with a paragraph or item (`at`, empty for the speech as a whole), or free `text`."""

    speech: str = ""
    at: str = ""
    text: str = ""


@dataclass(frozen=True)
class Correction:
    """`field` is the path in the data (`accounts.0.points.2`), empty where it is about none; `account` the speech that tells it, or None.

    `more` holds the keys that this version does not know, as they came.
    """

    site_version: str
    entry: str
    field: str
    account: str | None
    now: str
    should: str
    where: Where
    who: str
    written: datetime.date
    more: Mapping[str, Any] = dc_field(default_factory=dict)

    @property
    def path(self) -> tuple[str | int, ...]:
        """The keys and numbers that lead to the field in the entry's data."""
        return tuple(int(step) if step.isdigit() else step for step in self.field.split(".")) if self.field else ()


def read(text: str) -> Correction:
    """The correction that the text of a file holds.

    Raises:
        BadCorrection: it is none, or one of its values is not what the format says; nothing of it is taken then.
    """
    data = _parsed(text.removeprefix("\ufeff"))
    given = data.get("format")
    if given != FORMAT:
        raise BadCorrection(_other_format(given))
    missing = [key for key in _KEYS if key not in data]
    if missing:
        raise BadCorrection(f"纠错文件不全，少了 {'、'.join(missing)}")
    account = data["account"]
    should = _text(data, "should").strip()
    if not should:
        raise BadCorrection("纠错文件里没有写应当怎样（should 是空的）")
    return Correction(
        site_version=_text(data, "site_version"), entry=_id(data["entry"], "entry"), field=_field(data),
        account=None if account is None else _id(account, "account"), now=_text(data, "now"), should=should,
        where=_where(data["where"]), who=_text(data, "who"), written=_day(data),
        more={key: value for key, value in data.items() if key not in _KEYS},
    )


def _parsed(text: str) -> dict[str, Any]:
    if len(text) > LARGEST:
        raise BadCorrection(f"这个文件太大（{len(text)} 字），纠错文件最多 {LARGEST} 字", "换成网页上“说哪里有错”存下来的文件")
    if not text.strip():
        raise BadCorrection("这个文件是空的")
    try:
        data = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise BadCorrection(f"这个文件不是纠错文件，或者存坏了：第 {error.lineno} 行第 {error.colno} 列读不懂") from None
    except RecursionError:
        raise BadCorrection("这个文件不是纠错文件：括号套得太深") from None
    except ValueError as error:
        # Python refuses whole numbers of thousands of digits.
        raise error if isinstance(error, BadCorrection) else BadCorrection("这个文件不是纠错文件：里面有太长的数") from None
    if not isinstance(data, dict):
        raise BadCorrection("这个文件不是纠错文件：最外面不是一对花括号")
    return data


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise BadCorrection(f"纠错文件里“{key[:40]}”写了两次，不知道听哪一个")
        found[key] = value
    return found


def _no_number(name: str) -> Any:
    raise BadCorrection(f"这个文件不是纠错文件：{name} 不是数")


def _other_format(given: Any) -> str:
    if given is None:
        return f"这个文件不是纠错文件：没有写 format: {FORMAT}"
    if isinstance(given, str) and given.startswith("kb-correction/"):
        return f"纠错文件的格式是“{given[:40]}”，这一版只认 {FORMAT}"
    return f"这个文件不是纠错文件：format 要是 {FORMAT}"


def _text(data: Mapping[str, Any], key: str) -> str:
    value = data[key]
    if not isinstance(value, str):
        raise BadCorrection(f"纠错文件的 {key} 要是文字")
    return _clean(value, key)


def _clean(value: str, key: str) -> str:
    if len(value) > LONGEST:
        raise BadCorrection(f"纠错文件的 {key} 太长（{len(value)} 字），最多 {LONGEST} 字")
    if REFUSED.search(value):
        raise BadCorrection(f"纠错文件的 {key} 里有看不见的字符")
    return value


def _id(value: Any, key: str) -> str:
    if not isinstance(value, str) or not re.fullmatch(ID_PATTERN, value):
        raise BadCorrection(f"纠错文件的 {key} 要是编号：小写字母、数字和连字符，最多 64 个")
    return value


def _field(data: Mapping[str, Any]) -> str:
    value = data["field"]
    if value in (None, ""):
        return ""
    if not isinstance(value, str) or len(value) > 200 or not _FIELD.fullmatch(value):
        raise BadCorrection("纠错文件的 field 要是数据里的位置，例如 summary、accounts.0.points.2")
    return value


def _where(value: Any) -> Where:
    if isinstance(value, str):
        return Where(text=_clean(value, "where").strip())
    if not isinstance(value, dict) or "speech" not in value:
        raise BadCorrection("纠错文件的 where 要是文字，或者写明发言（speech）和出处（at）")
    at = value.get("at") or ""
    if not isinstance(at, str) or (at and not _PLACE.fullmatch(at)):
        raise BadCorrection("纠错文件的 where.at 要是出处，例如 3 或 3.2")
    return Where(speech=_id(value["speech"], "where.speech"), at=at)


def _day(data: Mapping[str, Any]) -> datetime.date:
    value = data["written"]
    try:
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
            return datetime.date.fromisoformat(value)
    except ValueError:
        pass
    raise BadCorrection("纠错文件的 written 要是日期，例如 2026-11-28")
