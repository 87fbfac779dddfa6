"""An entry, or a part of one, as readers know it: labels for fields, titles for ids, places in words.

A line that begins with two blanks belongs below the one before it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import is_dataclass
from typing import Any

from pydantic.fields import FieldInfo

from macros.library import urls
from macros.library.catalog import Catalog
from macros.library.plain import plain
from macros.model import describe, locators
from macros.model.accounts import Account, Figure, Point, Times
from macros.model.entries import Citation, Distinction, Link, Paragraph, Practice, Section, Speech, Unsaid
from macros.model.fields import fields_of
from macros.model.lifecycle import Change, Review
from macros.model.titles import title_of
from macros.model.vocabulary import FigureState, Labelled, TimesState

# What is told in a way of its own, and what a new entry is not introduced by.
APART = frozenset({"accounts", "outline"})
_UNTOLD = APART | {"title", "name", "term", "text", "summary", "sha256", "order", "added", "formerly", "withdrawn"}


def whole(kind: str, entry_id: str, entry: Any, catalog: Catalog) -> Iterator[str]:
    """All that an entry says, and the address of its page from the root of the site."""
    if getattr(entry, "summary", None):
        yield shown(entry.summary, catalog)
    for name, info in fields_of(type(entry)).items():
        value = getattr(entry, name)
        if name not in _UNTOLD and value not in (None, ()) and not unseen(info):
            yield f"{info.title}：{shown(value, catalog)}"
    if isinstance(entry, Practice):
        for account in entry.accounts:
            yield from told(account, catalog)
    if isinstance(entry, Speech):
        yield "提纲"
        yield from (f"  {line}" for line in outlined(entry.outline, catalog))
    yield f"页面：{urls.entry(kind, entry_id)}"


def unseen(info: FieldInfo) -> bool:
    """Whether the model declares that `kb diff` does not tell of the field."""
    return "diff" in describe.internal(info)


def told(account: Account, catalog: Catalog) -> Iterator[str]:
    """Who tells, how far it is and where that stands; below it every point and figure."""
    progress = account.progress
    called = f"，叫“{account.name}”" if account.name else ""
    cue = f"（依据“{progress.cue}”，{progress.scope.label if progress.scope else '没有写范围'}）" if progress.cue else ""
    yield f"{teller(account, catalog)}{called}：{progress.status.label}{cue}，出处 {places(account.speech, account.at, catalog)}"
    for point in account.points:
        yield f"  {point.aspect.label if point.aspect else '要点'}：{shown(point, catalog)}{_at(account, point.at, catalog)}"
    for figure in account.figures:
        yield f"  数字：{shown(figure, catalog)}{_at(account, figure.at, catalog)}"


def _at(account: Account, at: Iterable[str] | None, catalog: Catalog) -> str:
    return f"（{places(account.speech, at, catalog)}）" if at else ""


def outlined(outline: Iterable[Section], catalog: Catalog) -> Iterator[str]:
    """The outline of a speech: headings, and below them the paragraphs by number with their items."""
    number = 0
    for section in outline:
        if section.heading:
            yield section.heading
        for paragraph in section.paragraphs:
            number += 1
            yield f"第{number}段：{summed(paragraph, catalog)}"


def summed(paragraph: Paragraph, catalog: Catalog) -> str:
    """What the outline says of a paragraph, in a line."""
    items = [f"{item.marker}，{shown(item.gist, catalog)}" for item in paragraph.items]
    if paragraph.tail:
        items.append(f"余下，{shown(paragraph.tail, catalog)}")
    below = f"（{'；'.join(items)}）" if items else ""
    masks = f"，原文隐去 {paragraph.masks} 处" if paragraph.masks else ""
    none = f"，没有做法：{shown(paragraph.no_practice, catalog)}" if paragraph.no_practice else ""
    gist = shown(paragraph.gist, catalog).rstrip("。")
    return f"{gist}{below}{masks}{none}"


def teller(account: Account, catalog: Catalog) -> str:
    """The body that tells, with its speech: names alone may be masked and the same."""
    speech = catalog.speeches.get(account.speech)
    if speech is None:
        return account.speech
    body = catalog.organizations.get(speech.organization)
    return f"{title_of(body) if body else speech.organization}（{speech.short}）"


def places(speech_id: str, at: Iterable[str], catalog: Catalog) -> str:
    """Places in a speech in words: 第3段·一是、第4段."""
    speech = catalog.speeches.get(speech_id)
    return "、".join(locators.label(speech, place) if speech else place for place in at)


def name_of(item: Any) -> str | None:
    """The field that one of a list is recognised by: what it says, is called or leads to; None for a plain value."""
    return next((name for name in ("text", "label", "what", "to", "speech") if hasattr(item, name)), None)


def shown(value: Any, catalog: Catalog) -> str:
    """A value as readers see it: labels for values, titles for ids."""
    if isinstance(value, Labelled):
        return value.label
    if isinstance(value, tuple):
        return "、".join(shown(item, catalog) for item in value)
    if isinstance(value, Point):
        return f"{shown(value.text, catalog)}{_rhythm(value)}"
    if isinstance(value, Unsaid):
        return f"{shown(value.what, catalog)}{_where(value, catalog)}"
    if isinstance(value, Times):
        return _times(value)
    if isinstance(value, Change):
        return f"{value.on}，{shown(value.what, catalog)}"
    if isinstance(value, Review):
        return f"{value.on}，{value.by}"
    if isinstance(value, Figure):
        return _figure(value, catalog)
    if isinstance(value, Link):
        return f"{value.relation.label} {shown(value.to, catalog)}"
    if isinstance(value, Distinction):
        return f"{shown(value.to, catalog)}：{shown(value.why, catalog)}"
    if isinstance(value, Citation):
        return f"{shown(value.speech, catalog)} {places(value.speech, value.at, catalog)}"
    if is_dataclass(value) and not isinstance(value, type):
        labels = describe.labels(type(value))
        parts = {info.alias or name: getattr(value, name) for name, info in fields_of(type(value)).items()}
        return "，".join(f"{labels[name]} {shown(part, catalog)}" for name, part in parts.items() if part not in (None, ()))
    return _text(str(value), catalog)


def _rhythm(point: Point) -> str:
    if point.every is None:
        return ""
    return f"（{point.every.label}{f'，{_times(point.times)}' if point.times else ''}，原文“{point.raw}”）"


def _times(times: Times) -> str:
    if times.state is TimesState.REDACTED:
        return "次数原文隐去"
    return f"{times.bound.label if times.bound else ''}{times.value}次"


def _where(unsaid: Unsaid, catalog: Catalog) -> str:
    if not unsaid.speech or not unsaid.aspect:
        return ""
    return f"（{shown(unsaid.speech, catalog)}，{unsaid.aspect.label}）"


def _figure(figure: Figure, catalog: Catalog) -> str:
    value = {
        FigureState.GIVEN: f"{figure.bound.label if figure.bound else ''}{figure.value}（原文“{figure.raw}”）",
        FigureState.REDACTED: f"原文隐去（“{figure.raw}”）",
        FigureState.LISTED: "只列名称",
    }[figure.state]
    members = f"，列出{'、'.join(figure.members)}" if figure.members else ""
    return f"{shown(figure.label, catalog)}，{value}{members}"


def _text(text: str, catalog: Catalog) -> str:
    """A text with the titles of what it links; an id alone is the title of what bears it."""
    kind = catalog.kind_of(text)
    if text == "true":
        return "是"
    if kind:
        return f"“{title_of(catalog.of(kind)[text])}”"
    return plain(text, catalog)
