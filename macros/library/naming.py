"""Names where ids belong: which entry is meant, and how an editor is told."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from macros.findings import Finding
from macros.model.kinds import KINDS
from macros.reading import filenames
from macros.reading.validation_errors import WrongId
from macros.text.edit_distance import nearest

if TYPE_CHECKING:
    from macros.library.catalog import Catalog

# So many are listed whole.
FEW = 12
_DROPPED = re.compile(r"[\s《》〈〉“”‘’\"'「」『』【】〔〕\[\]（）()?？。，、·:：]")
_CALLED = ("title", "name", "term", "text", "short", "raw", "aliases", "synonyms")


class Names:
    """What the entries of a library are called, those that have faults of their own too."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def titles(self, kind: str) -> Mapping[str, str]:
        """The ids of a kind, each with its title."""
        return self._titles.get(kind, {})

    def meant(self, kind: str, written: str) -> tuple[str, ...]:
        """The ids of a kind that the words may mean: by a name of theirs, or by the id in another spelling."""
        titles = self.titles(kind)
        # A path of the file, or of its page, names the id too.
        spelled = filenames.spelled(re.sub(r"^.*[/\\]|\.(?:ya?ml|md|html)$", "", written.strip(" “”‘’\"'[]")))
        if spelled in titles:
            return (spelled,)
        return tuple(sorted(self._called.get(kind, {}).get(_folded(written), ())))

    def linked(self, written: str) -> str:
        """The only entry with a page that the words in a link may mean; nothing where there are several, or none."""
        found = {entry_id for kind in KINDS if kind != "sources" for entry_id in self.meant(kind, written)}
        return found.pop() if len(found) == 1 else ""

    def listed(self, kind: str, written: str) -> str | None:
        """The list in one line of the ids that are meant by names written one after the other; None where one is not known."""
        found = [self.meant(kind, each) for each in re.split(r"[,，、;；\s]+", written) if each.strip()]
        return f"[{', '.join(ids[0] for ids in found)}]" if found and all(len(ids) == 1 for ids in found) else None

    @cached_property
    def _titles(self) -> dict[str, dict[str, str]]:
        titles: dict[str, dict[str, str]] = {}
        for (kind, entry_id), data in self._data():
            apart = data.get("distinguisher")
            title = next((str(data[name]) for name in _CALLED if data.get(name)), entry_id)
            titles.setdefault(kind, {})[entry_id] = f"{title}〔{apart}〕" if apart else title
        return titles

    @cached_property
    def _called(self) -> dict[str, dict[str, set[str]]]:
        called: dict[str, dict[str, set[str]]] = {}
        for (kind, entry_id), data in self._data():
            names = [name for field in _CALLED for name in _texts(data.get(field))]
            for name in (*names, self._titles[kind][entry_id]):
                called.setdefault(kind, {}).setdefault(_folded(name), set()).add(entry_id)
        return called

    def _data(self) -> Iterator[tuple[tuple[str, str], dict[str, Any]]]:
        for entry in self._catalog.origins:
            yield entry, self._catalog.data(*entry)


def called_by(data: Any) -> tuple[Any, ...]:
    """What an entry's data say of how it is called: as long as this is the same, `Names` finds the same."""
    return tuple(data.get(field) for field in (*_CALLED, "distinguisher")) if isinstance(data, dict) else ()


def _texts(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else [v for v in value if isinstance(v, str)] if isinstance(value, list) else []


def _folded(name: str) -> str:
    return _DROPPED.sub("", unicodedata.normalize("NFKC", name)).lower()


def told(wrong: WrongId, names: Names) -> Finding:
    """The finding about words where an id belongs, with the id that is meant."""
    label, titles = KINDS[wrong.kind].label, names.titles(wrong.kind)
    if wrong.field:
        ids = names.listed(wrong.kind, wrong.written)
        return replace(wrong.finding, cure=f"写成列表：{wrong.field}: {ids}") if ids else wrong.finding
    found = names.meant(wrong.kind, wrong.written)
    if len(found) == 1:
        return replace(wrong.finding, cure=f"写编号 {found[0]}（{titles[found[0]]}）")
    if found:
        return replace(wrong.finding, cure=f"这个名称有 {len(found)} 个{label}，写其中一个编号：{listed(titles, found)}")
    if several := _several(wrong, names):
        return replace(wrong.finding, cure=several)
    others = [kind.label for kind in KINDS.values() if kind.name != wrong.kind and names.meant(kind.name, wrong.written)]
    message = wrong.finding.message + (f"；它是{'、'.join(others)}，这里要写{label}的编号" if others else "")
    # Of what is known to be something else it is not asked whether it is something like it.
    like = None if others else near(wrong.written, titles)
    return replace(wrong.finding, message=message, cure=_instead(wrong, titles, label, like) if titles else wrong.finding.cure)


_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def _several(wrong: WrongId, names: Names) -> str:
    """What to write where several ids, or names, stand in the place of one; nothing where they do not."""
    words = [word for word in re.split(r"[\s,，、;；]+", wrong.written) if word]
    found = [names.meant(wrong.kind, word) for word in words]
    if len(words) < 2 or not (all(len(ids) == 1 for ids in found) or (any(found) and all(map(_ID.fullmatch, words)))):
        return ""
    ids = [each[0] if len(each) == 1 else word for each, word in zip(found, words, strict=True)]
    if not wrong.finding.place or not isinstance(wrong.finding.place[-1], int):
        return f"这里只写一个编号：{' 或 '.join(ids)}"
    if "[" in wrong.finding.excerpt:
        return f"中间少了逗号，写成 {', '.join(ids)}"
    return "中间少了逗号或 -：每个编号一行，写成 " + "、".join(f"- {entry_id}" for entry_id in ids)


def near(written: str, titles: Mapping[str, str]) -> str | None:
    """The id that is most like what was written, by itself or by its title; of those with the same title the first."""
    found = nearest(_folded(written), [*titles, *map(_folded, titles.values())])
    return found if found in titles else next((i for i, title in titles.items() if found and _folded(title) == found), None)


def _instead(wrong: WrongId, titles: Mapping[str, str], label: str, like: str | None) -> str:
    asked = f"是不是 {like}（{titles[like]}）？" if like else ""
    if len(titles) <= FEW:
        return f"{asked}写编号，不写名称，现有的{label}：{listed(titles)}"
    place = f"{wrong.kind} 里的文件名" if KINDS[wrong.kind].one_file_each else f"编号在 {wrong.kind}.yml"
    return f"{asked}写编号，不写名称（{place}）；编号用小写拼音、数字和连字符"


def listed(titles: Mapping[str, str], ids: tuple[str, ...] | None = None) -> str:
    """Ids with their titles, as they stand in a message."""
    return "、".join(f"{entry_id}（{titles[entry_id]}）" for entry_id in (ids or titles))
