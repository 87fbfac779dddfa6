"""While a library is served, a check finds what a fresh one finds, whatever was saved, taken away or put back before."""

import os
import random
import re
import shutil
from itertools import count
from pathlib import Path

import pytest

from macros.findings import Finding
from macros.pipeline import examine
from macros.rules import RULES
from macros.runtime.file_cache import Memory
from tests.small_tree import FIXTURES, Tree

# A line of a field of text, and what could stand there.
_TEXT = re.compile("(?m)^(?P<before> *(?:- |- \\{)?(?:title|short|summary|text|gist|why|name|cue|raw|term|expansion|label|what): )(?P<text>.+)$")
_ID = re.compile("(?<=[ \\[])(?P<id>[a-z]+(?:-[a-z]+)+)(?=[,\\]\n])")
_WORDS = ("已经建成58家，", "见[[no-such-entry]]，", "见[[wei-yuan-bian-zu]]，", "青山县农业农村局", "“三个清单”", "每周至少三次，", "x个", "〔〔")
_LINES = ("formerly: [was-called-so]\n", "updated: 2040-01-01\n", "withdrawn: {on: 2026-02-01, reason: 不再这样做。}\n", "aliases: [委员课堂]\n",
          "related: [{to: wei-yuan-ke-tang, as: part}]\n", "distinct_from: [{to: wei-yuan-bian-zu, why: 这里是课堂，那里是编组。}]\n",
          "exempt: [{rule: near-duplicate, reason: 试一试。}]\n", "[[[\n")


class Saved:
    """The small library with its full text, and everything that people do to files; no two writings have the same time."""

    def __init__(self, tree: Tree, seed: int) -> None:
        self.tree, self.chance = tree, random.Random(seed)  # noqa: S311 - nothing here is a secret
        self._times = count(1_700_000_000_000_000_000, 1_000_000_000)
        shutil.copytree(FIXTURES / "small-originals", tree.root / "originals")
        shutil.copyfile(tree.root / "practices/wei-yuan-ke-tang.yml", tree.root / "practices/wei-yuan-ke-tang-huo-dong.yml")
        self._first = {file: file.read_text("utf-8") for file in sorted(tree.root.rglob("*")) if file.suffix in (".yml", ".txt")}

    def turn(self) -> None:
        """Saves one file with something else in it, with what it had at first, or takes it away."""
        file = self.chance.choice(list(self._first))
        text = file.read_text("utf-8") if file.exists() else self._first[file]
        kind = self.chance.randrange(12)
        if kind == 0 and file.parent != self.tree.root:
            file.unlink(missing_ok=True)
            return
        self._write(file, self._first[file] if kind < 4 else self._edited(file, text))

    def _edited(self, file: Path, text: str) -> str:
        kind = self.chance.randrange(4)
        if file.suffix == ".txt":
            at = self.chance.randrange(len(text))
            return text[:at] + self.chance.choice((*_WORDS, "\n\n", "。一是编组；二是讲课。")) + text[at + self.chance.randrange(4):]
        if kind == 0 and file.parent != self.tree.root:
            return text + self.chance.choice(_LINES)
        if kind == 1 and (ids := list(_ID.finditer(text))):
            gone, other = self.chance.choice(ids), self.chance.choice([m["id"] for t in self._first.values() for m in _ID.finditer(t)])
            return text[:gone.start()] + other + text[gone.end():]
        texts = list(_TEXT.finditer(text))
        if not texts:
            return text + "\n"
        place = self.chance.choice(texts)
        other = self.chance.choice([m["text"] for t in self._first.values() for m in _TEXT.finditer(t)])
        return text[:place.start("text")] + (other if kind == 2 else self.chance.choice(_WORDS) + place["text"]) + text[place.end():]

    def _write(self, file: Path, text: str) -> None:
        file.write_text(text, "utf-8")
        time = next(self._times)
        os.utime(file, ns=(time, time))

    def check(self, memory: Memory | None = None) -> list[Finding]:
        return examine(self.tree.root, self.tree.docs, memory=memory, ask_git=False)[2]


@pytest.mark.parametrize("seed", range(6))
def test_whatever_was_saved_a_check_finds_what_a_fresh_one_finds(tree: Tree, seed: int) -> None:
    saved, memory, told = Saved(tree, seed), Memory(), set()
    for step in range(12):
        for _ in range(saved.chance.choice((1, 1, 1, 3))):
            saved.turn()
        found = saved.check(memory)
        assert found == saved.check(), (seed, step)
        told.add(tuple(found))
    # The edits do change what is found.
    assert len(told) > 1


EDITS = {
    "a-body-gets-the-name-of-another": ("organizations.yml", "name: xx县政协", "name: 甲市政协"),
    "the-only-answer-is-gone": ("practices/wei-yuan-bian-zu.yml", "problems: [weak-participation]", "problems: []"),
    "a-day-is-still-to-come": ("practices/wei-yuan-ke-tang.yml", "added: 2026", "added: 2096"),
    "a-link-leads-nowhere": ("practices/wei-yuan-ke-tang.yml", "topics: [", "topics: [no-such-topic, "),
    "the-full-text-is-another": ("originals/hui-bian.txt", "已经编成x个活动小组", "早已编好x个大组"),
}


@pytest.mark.parametrize(("path", "old", "new"), EDITS.values(), ids=EDITS)
def test_what_one_file_does_to_another_is_found_and_found_no_longer(tree: Tree, path: str, old: str, new: str) -> None:
    shutil.copytree(FIXTURES / "small-originals", tree.root / "originals")
    saved, memory = Saved.__new__(Saved), Memory()
    saved.tree, saved._times = tree, count(1_700_000_000_000_000_000, 1_000_000_000)
    first = tree.read(path)
    before = saved.check(memory)
    assert saved.check(memory) == before
    saved._write(tree.root / path, first.replace(old, new, 1))
    after = saved.check(memory)
    assert after == saved.check() != before
    saved._write(tree.root / path, first)
    assert saved.check(memory) == before


@pytest.mark.parametrize(("as_it_is", "changed", "values"), [
    (("text: 委员轮流讲课", "text: 请委员登台"), "title: 委员课堂", ("title: 银杏树下讲故事", "title: 委员大课堂", "title: 银杏树下讲故事")),
    (("title: 委员课堂", "title: 银杏树下讲故事"), "text: 委员轮流讲课", ("text: 请委员登台", "text: 委员轮流讲课", "text: 请委员登台")),
], ids=["by what the other is called", "by what it says"])
def test_a_likeness_appears_and_disappears(tree: Tree, as_it_is: tuple[str, str], changed: str, values: tuple[str, ...]) -> None:
    memory, text = Memory(), tree.read("practices/wei-yuan-ke-tang.yml").replace(*as_it_is)
    told = []
    for value in values:
        tree.write("practices/yin-xing-jiang-tang.yml", text.replace(changed, value))
        found = examine(tree.root, tree.docs, memory=memory, ask_git=False)[2]
        assert found == examine(tree.root, tree.docs, ask_git=False)[2]
        told.append("near-duplicate" in {finding.code for finding in found})
    assert told == [False, True, False]


def test_an_entry_that_is_taken_away_is_missed_by_the_others(tree: Tree) -> None:
    memory = Memory()
    before = examine(tree.root, tree.docs, memory=memory, ask_git=False)[2]
    text = tree.read("speeches/jia-shi.yml")
    (tree.root / "speeches/jia-shi.yml").unlink()
    gone = examine(tree.root, tree.docs, memory=memory, ask_git=False)[2]
    assert {"unknown-reference"} <= {finding.code for finding in gone} - {finding.code for finding in before}
    tree.write("speeches/jia-shi.yml", text)
    assert examine(tree.root, tree.docs, memory=memory, ask_git=False)[2] == before


def test_a_rule_that_found_nothing_is_not_applied_where_nothing_it_looks_at_was_saved(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    applied = []
    for rule in RULES:
        if rule.check_library:
            def noted(catalog, check=rule.check_library, code=rule.code):  # type: ignore[no-untyped-def]
                applied.append(code)
                return check(catalog)
            monkeypatch.setitem(rule.__dict__, "check_library", noted)
    memory = Memory()
    for text in ("小组", "各个小组", "各个小组"):
        applied.clear()
        tree.write("practices/wei-yuan-bian-zu.yml", tree.read("practices/wei-yuan-bian-zu.yml").replace("小组", text))
        examine(tree.root, tree.docs, memory=memory, ask_git=False)
    assert "near-duplicate" in applied
    assert {"unknown-reference", "locator-range", "date-ahead", "link-twice"}.isdisjoint(applied)
