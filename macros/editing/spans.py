"""Saying something else in a YAML file by changing the characters that say it, and no others.

Comments, order, quotes, line ends and the way a list is written stay as they are. The result is read again before it
is handed out: it says exactly what was asked for, or nothing is changed.
"""

import difflib
import json
from collections.abc import Iterator
from typing import Any

import yaml

from macros.editing import yaml_value as made
from macros.editing.edits import Edit, apply, flow, placed
from macros.model.fields import Model
from macros.model.inline_links import Place
from macros.reading.document import Document, parse


class NotWritten(ValueError):
    """What was asked for can't be said in this file without losing something."""


def edited(document: Document, place: Place, model: Model | None, data: Any) -> str:
    """The text of a document in which the entry at `place`, of `model` (None: a file of many), is `data` (texts, lists, mappings, None).

    Raises:
        NotWritten: it holds something that no file may hold, or the file is too unusual to be changed in place.
    """
    old = at(document.data, place)
    if old == data:
        return document.text
    wanted = _with(document.data, place, data)
    for coarse in (False, True):
        writer = _Writer(document, coarse=coarse)
        try:
            text = apply(document.text, list(writer.value(document.node(place), old, data, model, None)))
        except (IndexError, ValueError):
            continue
        again = parse(text.encode("utf-8", "replace"), document.path)
        if isinstance(again, Document) and again.data == wanted:
            return text
    raise NotWritten("这个文件的写法太特别，在这里改不了，请管库的人看一下")


def added(document: Document, entry_id: str, model: Model, data: Any) -> str:
    """The text of a file of many with one entry more, at its end.

    Raises:
        NotWritten: it is there already, or the text can't be read back.
    """
    if entry_id in document.data:
        raise NotWritten(f"编号“{entry_id}”已经有了")
    nl = newline(document.text)
    body = "".join(f"{nl}  {made.pair(name, value, model, 2, nl)}" for name, value in data.items())
    text = document.text.rstrip() + f"{nl}{entry_id}:{body}{nl}"
    again = parse(text.encode(), document.path)
    if not isinstance(again, Document) or again.data != {**document.data, entry_id: data}:
        raise NotWritten("这一条写不进这个文件")
    return text


def added_item(document: Document, place: Place, lines: str) -> str:
    """The text with one item more, as written (`  - speech: …`, comments and all), at the end of the block list at `place`.

    Raises:
        NotWritten: there is no such list, or the text can't be read back with all else as it was.
    """
    node = document.node(place)
    if not isinstance(node, yaml.SequenceNode) or node.flow_style or not node.value:
        raise NotWritten("这里没有一列可以接着写")
    end = _Writer(document, coarse=False).line_behind(node)
    nl = newline(document.text)
    put = (nl if end and document.text[end - 1] != "\n" else "") + nl.join(lines.rstrip().splitlines()) + nl
    text = document.text[:end] + put + document.text[end:]
    again = parse(text.encode(), document.path)
    old = at(document.data, place)
    if not isinstance(again, Document) or len(new := at(again.data, place)) != len(old) + 1 or _with(document.data, place, new) != again.data or new[:-1] != old:
        raise NotWritten("这一项接不到这一列后面")
    return text


def at(data: Any, place: Place) -> Any:
    """What stands at a place of plain data."""
    for step in place:
        data = data[step]
    return data


def newline(text: str) -> str:
    """How lines end in a text."""
    return "\r\n" if "\r\n" in text else "\n"


def _with(data: Any, place: Place, value: Any) -> Any:
    if not place:
        return value
    changed: Any = dict(data) if isinstance(data, dict) else list(data)
    changed[place[0]] = _with(data[place[0]], place[1:], value)
    return changed


def _matched(old: list[str], new: list[str]) -> list[tuple[str, int, int, int, int]]:
    """How the items of a list become others: in their places where none only changed its place, since of items that say the same each has
    its own comment; else as they match best."""
    differing = [i for i, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]]
    if len(old) == len(new) and not {new[i] for i in differing} & {old[i] for i in differing}:
        return [("replace", i, i + 1, i, i + 1) for i in differing]
    return list(difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes())


class _Writer:
    """The edits of one document; with `coarse` a list or mapping that differs inside is written anew where it is short."""

    def __init__(self, document: Document, *, coarse: bool) -> None:
        self._text, self._coarse = document.text, coarse
        self._nl = newline(document.text)

    def value(self, node: yaml.Node | None, old: Any, new: Any, model: Model | None, info: Any) -> Iterator[Edit]:
        """The edits that make of the value at a node, `old`, what it shall be."""
        if old == new or node is None:
            return
        if isinstance(new, dict) and isinstance(node, yaml.MappingNode) and node.value and new:
            yield from self._mapping(node, old, new, model)
        elif isinstance(new, list) and isinstance(node, yaml.SequenceNode) and node.value and new and not (self._coarse and node.flow_style):
            yield from self._sequence(node, old, new, model)
        elif isinstance(node, yaml.ScalarNode) and isinstance(new, str):
            start = node.start_mark.index
            word = made.like(new, node, info) if isinstance(old, str) and old else made.text(new, info)
            yield start, self.end(node), word if start and self._text[start - 1] not in ":-," else f" {word}"
        else:
            start, blank = self._behind(node)
            yield start, self.end(node), blank + made.inline(new, model, info)

    def _behind(self, node: yaml.Node) -> tuple[int, str]:
        """Where a value begins that is written anew in one line: right behind the colon or the dash."""
        start = node.start_mark.index
        if not isinstance(node, yaml.CollectionNode) or node.flow_style:
            return start, "" if start and self._text[start - 1] not in ":-," else " "
        before = self._text[:start].rstrip()
        if not before.endswith((":", "-")):
            raise ValueError("a comment stands between a field and its value")
        return len(before), " "

    def line_behind(self, node: yaml.Node) -> int:
        """Where the line behind a value begins."""
        return self._line_end(self.end(node))

    def end(self, node: yaml.Node) -> int:
        """Where a value ends, without what only follows it: comments, empty lines."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self._end_of_pair(*last) if isinstance(last, tuple) else self.end(last)
        start, end = node.start_mark.index, node.end_mark.index
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            return start + len(self._text[start:end].rstrip())
        return int(end)

    def _end_of_pair(self, key: yaml.Node, value: yaml.Node) -> int:
        return max(self.end(value), int(key.end_mark.index))

    def _line_end(self, index: int) -> int:
        """The beginning of the next line."""
        found = self._text.find("\n", index)
        return len(self._text) if found < 0 else found + 1

    def _line_start(self, index: int) -> int:
        return self._text.rfind("\n", 0, index) + 1

    def _inserted(self, index: int, line: str) -> Edit:
        """An edit that puts a whole line where a line begins, or where the text ends."""
        if index and self._text[index - 1] != "\n":
            return index, index, f"{self._nl}{line}"
        return index, index, f"{line}{self._nl}"

    def _mapping(self, node: yaml.MappingNode, old: dict[str, Any], new: dict[str, Any], model: Model | None) -> Iterator[Edit]:
        for key, value in node.value:
            name = key.value
            if name in new and old[name] != new[name]:
                below, info = made.below(model, name), made.info_of(model, name)
                if self._grows(value, new[name]):
                    yield self._pair_anew(node, key, value, new[name], model)
                else:
                    yield from self.value(value, old[name], new[name], below, info)
        names = [key.value for key, _ in node.value]
        gone = [i for i, name in enumerate(names) if name not in new]
        fresh = placed(names, [name for name in new if name not in old], set(new), model)
        if node.flow_style:
            spans = [(key.start_mark.index, self._end_of_pair(key, value)) for key, value in node.value]
            texts = {i: [f"{made.key(n)}: {made.inline(new[n], made.below(model, n), made.info_of(model, n))}" for n in each] for i, each in fresh.items()}
            yield from flow(spans, gone, texts)
        else:
            yield from self._block_fields(node, gone, {i: [(n, new[n]) for n in each] for i, each in fresh.items()}, model)

    def _grows(self, node: yaml.Node, new: Any) -> bool:
        """Whether a list or mapping that was empty, or stood in one line, holds more now than fits into a line."""
        return isinstance(new, dict | list) and bool(new) and not made.flat(new) and (not isinstance(node, yaml.CollectionNode) or not node.value)

    def _pair_anew(self, mapping: yaml.MappingNode, key: yaml.Node, value: yaml.Node, new: Any, model: Model | None) -> Edit:
        start, end = key.start_mark.index, self._end_of_pair(key, value)
        if mapping.flow_style:
            return start, end, f"{made.key(key.value)}: {made.inline(new, made.below(model, key.value))}"
        return start, end, made.pair(key.value, new, model, key.start_mark.column, self._nl)

    def _block_fields(self, node: yaml.MappingNode, gone: list[int], fresh: dict[int, list[tuple[str, Any]]], model: Model | None) -> Iterator[Edit]:
        indent = node.value[0][0].start_mark.column
        for i in gone:
            key, value = node.value[i]
            start, end = key.start_mark.index, self._line_end(self._end_of_pair(key, value))
            if self._text[self._line_start(start):start].strip(" "):
                # It stands behind a dash: the next one that stays comes up, with what is said above it put above the dash.
                if i + 1 in gone or i + 1 == len(node.value):
                    raise ValueError("the first fields of an item go")
                following = node.value[i + 1][0].start_mark.index
                between = self._text[end:following].strip()
                if between:
                    above = self._line_start(start)
                    yield self._inserted(above, " " * (indent - 2) + between)
                yield start, following, ""
            else:
                yield self._line_start(start), end, ""
        for i, pairs in fresh.items():
            lines = [made.pair(name, value, model, indent, self._nl) for name, value in pairs]
            if i < 0:
                start = node.value[0][0].start_mark.index
                yield start, start, "".join(f"{line}{self._nl}{' ' * indent}" for line in lines)
            else:
                end = self._line_end(self._end_of_pair(*node.value[i]))
                yield self._inserted(end, self._nl.join(" " * indent + line for line in lines))

    def _sequence(self, node: yaml.SequenceNode, old: list[Any], new: list[Any], model: Model | None) -> Iterator[Edit]:
        gone: list[int] = []
        fresh: dict[int, list[int]] = {}
        keys = [[json.dumps(each, ensure_ascii=False) for each in items] for items in (old, new)]
        for sign, a, b, c, d in _matched(*keys):
            if sign == "equal":
                continue
            both = min(b - a, d - c)
            for i in range(both):
                if type(old[a + i]) is type(new[c + i]):
                    yield from self.value(node.value[a + i], old[a + i], new[c + i], model, None)
                else:
                    gone.append(a + i)
                    fresh.setdefault(a + i, []).append(c + i)
            gone += range(a + both, b)
            if c + both < d:
                fresh.setdefault(a + both - 1, []).extend(range(c + both, d))
        # What only changed its place keeps its words, and the comments in it.
        moved = {keys[0][i]: node.value[i] for i in gone}
        if node.flow_style:
            spans = [(each.start_mark.index, self.end(each)) for each in node.value]
            yield from flow(spans, gone, {i: [self._moved(moved.get(keys[1][n])) or made.inline(new[n], model) for n in each] for i, each in fresh.items()})
            return
        yield from self._block_items(node, gone, {i: [(new[n], moved.get(keys[1][n])) for n in each] for i, each in fresh.items()}, model)

    def _moved(self, node: yaml.Node | None) -> str:
        return self._text[node.start_mark.index:self.end(node)] if node is not None else ""

    def _line_of(self, node: yaml.Node | None) -> str:
        """An item of a block as it stands, with what is said behind it."""
        return self._text[node.start_mark.index:self._line_end(self.end(node))].rstrip() if node is not None else ""

    def _block_items(self, node: yaml.SequenceNode, gone: list[int], fresh: dict[int, list[tuple[Any, yaml.Node | None]]], model: Model | None) -> Iterator[Edit]:
        first = node.value[0].start_mark.index
        dash = self._text.rfind("-", self._line_start(first), first)
        indent = dash - self._line_start(first)
        if dash < 0 or self._text[self._line_start(first):dash].strip(" "):
            raise ValueError("a list within a list")
        block = any(isinstance(each, yaml.MappingNode) and not each.flow_style for each in node.value)
        for i in gone:
            yield self._line_start(node.value[i].start_mark.index), self._line_end(self.end(node.value[i])), ""
        for i, items in fresh.items():
            texts = [" " * indent + "- " + (self._line_of(was) or made.item(value, model, indent, self._nl, block=block)) for value, was in items]
            index = self._line_start(first) if i < 0 else self._line_end(self.end(node.value[i]))
            yield self._inserted(index, self._nl.join(texts))
