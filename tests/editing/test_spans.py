"""An entry is changed by the characters that say what changed: over every entry of the frozen library, at random."""

import copy
import random
from collections.abc import Iterator
from typing import Any

import pytest

from macros.editing.spans import NotWritten, added, edited
from macros.library.catalog import load
from macros.model.fields import fields_of
from macros.model.kinds import KINDS
from macros.reading.document import Document, parse
from tests import frozen

CATALOG, _ = load(frozen.DATA)
ENTRIES = sorted(CATALOG.origins)
WORDS = ("委员", "全员入委: 一句话", "a, b", "# 井号", "“引号”", '"直的"', "168", "3.1", "no", "- 横线", "[[a-b]]", "x个", "2026-11-28", "{花括号}", "'单'", "末尾:", "&和", "100%")


def places(data: Any, place: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield place
    if isinstance(data, dict | list):
        for step, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from places(value, (*place, step))


def at(data: Any, place: tuple[str | int, ...]) -> Any:
    for step in place:
        data = data[step]
    return data


def changed(data: Any, model: type, chance: random.Random) -> Any:
    """The data with one thing changed: a word, a field or an item more or less, two items that change places."""
    data = copy.deepcopy(data)
    place = chance.choice([p for p in places(data) if p])
    above, step, value = at(data, place[:-1]), place[-1], at(data, place)
    act = chance.choice(("word", "word", "gone", "more", "swap"))
    if act == "word" and not isinstance(value, dict | list):
        above[step] = chance.choice(WORDS) + chance.choice(("", value or ""))
    elif act == "gone" and len(above) > 1:
        del above[step]
    elif isinstance(above, list):
        if act == "swap":
            chance.shuffle(above)
        else:
            above.insert(chance.randint(0, len(above)), copy.deepcopy(chance.choice(above)))
    elif len(place) == 1:
        names = [info.alias or name for name, info in fields_of(model).items() if (info.alias or name) not in data]
        if names:
            data[chance.choice(names)] = chance.choice((chance.choice(WORDS), [*WORDS[:3]], [{"what": "成效", "speech": "a-b"}, "一句话"], {"on": "2026-11-28", "by": "某室"}))
    return data


def comments(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip().startswith("#")]


@pytest.mark.parametrize("seed", range(3))
def test_random_edits_of_every_entry_are_written_and_nothing_else_is(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    for kind, entry_id in ENTRIES:
        origin = CATALOG.origins[kind, entry_id]
        document, model = origin.document, KINDS[kind].model
        # A comment above every field, and behind some: they are nobody's to lose.
        noted = "".join(f"{' ' * (len(line) - len(line.lstrip()))}# 旁注{i}\n{line}\n" if line.lstrip()[:1].isalpha() and ": " in line and chance.random() < .3 else f"{line}\n"
                        for i, line in enumerate(document.text.splitlines()))
        if isinstance(other := parse(noted.encode(), document.path), Document) and other.data == document.data:
            document = other
        if chance.random() < .2:
            document = parse(document.text.replace("\n", "\r\n").encode(), document.path)  # type: ignore[assignment]
        before = at(document.data, origin.prefix)
        after = changed(before, model, chance)
        text = edited(document, origin.prefix, model, after)
        again = parse(text.encode(), document.path)
        assert isinstance(again, Document)
        assert at(again.data, origin.prefix) == after, (seed, kind, entry_id)
        if origin.prefix:
            assert {**again.data, entry_id: None} == {**document.data, entry_id: None}
        assert set(comments(document.text)) - set(comments(text)) == set() or len(str(after)) < len(str(before)), (seed, kind, entry_id)
        assert ("\r\n" in text) == ("\r\n" in document.text)
        assert "\n" not in text.replace("\r\n", "") or "\r\n" not in text


@pytest.mark.parametrize(("before", "data", "after"), [
    ("title: 一  # 名称\nsummary: '二'\n", {"title": "一二", "summary": "三"}, "title: 一二  # 名称\nsummary: '三'\n"),
    ("aliases: [甲, 乙]\n", {"aliases": ["甲", "丙", "乙"]}, "aliases: [甲, 丙, 乙]\n"),
    ("aliases: [甲, 乙]\n", {"aliases": ["乙"]}, "aliases: [乙]\n"),
    ("title: 一\n# 备注\nadded: 2026-11-24\n", {"title": "一", "summary": "二。", "added": "2026-11-24"}, "title: 一\nsummary: 二。\n# 备注\nadded: 2026-11-24\n"),
    ("title: 一\nunsaid:\n  - 甲  # 问过\n  - 乙\nadded: 2026-11-24", {"title": "一", "unsaid": ["乙", "甲"], "added": "2026-11-24"},
     "title: 一\nunsaid:\n  - 乙\n  - 甲  # 问过\nadded: 2026-11-24"),
    ("title: 一\nadded:\n", {"title": "一", "added": "2026-11-24"}, "title: 一\nadded: 2026-11-24\n"),
    ("title: >-\n  一\n  二\nadded: 2026-11-24\n", {"title": "三", "added": "2026-11-24"}, "title: 三\nadded: 2026-11-24\n"),
    ("title: 一\nreviewed: {on: 2026-11-24, by: 甲}\n", {"title": "一", "reviewed": {"on": "2026-11-25", "by": "甲"}}, "title: 一\nreviewed: {on: 2026-11-25, by: 甲}\n"),
])
def test_only_the_characters_that_say_it(before: str, data: Any, after: str) -> None:
    document = parse(before.encode(), "data/practices/a.yml")
    assert isinstance(document, Document)
    assert edited(document, (), KINDS["practices"].model, data) == after


def test_an_account_more_is_written_as_the_others_are() -> None:
    document = CATALOG.origins["practices", "quan-yuan-ru-wei"].document
    account = {"speech": "ning-ju-gong-shi", "at": ["2"], "progress": {"status": "unclear"}, "points": [{"aspect": "how", "text": "一件事"}]}
    text = edited(document, (), KINDS["practices"].model, {**document.data, "accounts": [*document.data["accounts"], account]})
    assert ("  - speech: ning-ju-gong-shi\n"
            '    at: ["2"]\n'
            "    progress: {status: unclear}\n"
            "    points:\n"
            "      - {aspect: how, text: 一件事}\n") in text


def test_a_sign_that_no_file_may_hold_is_refused() -> None:
    document = CATALOG.origins["practices", "quan-yuan-ru-wei"].document
    with pytest.raises(NotWritten):
        edited(document, (), KINDS["practices"].model, {**document.data, "title": "一\u202e二"})


def test_one_entry_more_in_a_file_of_many() -> None:
    document = CATALOG.origins["terms", next(iter(CATALOG.terms))].document
    text = added(document, "t-xin", KINDS["terms"].model, {"term": "新词", "unexplained": "true", "at": [{"speech": "a-b", "at": ["1"]}]})
    assert text.startswith(document.text.rstrip())
    assert text.endswith('t-xin:\n  term: 新词\n  unexplained: "true"\n  at:\n    - {speech: a-b, at: ["1"]}\n')


def test_of_items_that_say_the_same_each_keeps_its_own_comment() -> None:
    text = "a:\n  - {t: x}  # one\n  - {t: x}  # two\n  - {t: x}  # three\n"
    document = parse(text.encode(), "")
    assert isinstance(document, Document)
    assert edited(document, (), None, {"a": [{"t": "y"}, {"t": "x"}, {"t": "x"}]}) == text.replace("x}  # one", "y}  # one")
    assert edited(document, (), None, {"a": [{"t": "x"}, {"t": "y"}, {"t": "x"}]}) == text.replace("x}  # two", "y}  # two")
    # What changes its place takes its comment along.
    document = parse(text.replace("x}  # one", "z}  # one").encode(), "")
    assert isinstance(document, Document)
    assert edited(document, (), None, {"a": [{"t": "x"}, {"t": "x"}, {"t": "z"}]}) == "a:\n  - {t: x}  # two\n  - {t: x}  # three\n  - {t: z}  # one\n"
