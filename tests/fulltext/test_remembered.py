"""What is remembered of entries against their texts is what a fresh check finds, whatever was changed before."""

import os
import random
import shutil
from itertools import count
from pathlib import Path

import pytest

from macros import pipeline, rules
from macros.findings import Finding
from macros.pipeline import examine
from macros.runtime.file_cache import Memory
from tests.small_tree import FIXTURES, Tree

GROUPS, CLASS, SPEECH, OTHER = (
    "practices/wei-yuan-bian-zu.yml", "practices/wei-yuan-ke-tang.yml", "speeches/jia-shi.yml", "speeches/yi-xian.yml")
TEXT = "originals/hui-bian.txt"

# A file with words in it and what they become; made or undone, in any order.
EDITS = (
    (GROUPS, "title: 委员编组", "title: 委员“三编”小组"),
    (GROUPS, "aliases: [委员小组]", "aliases: [农业农村局联络站]"),
    (GROUPS, "按小组开展活动", "每周开展 37 次活动，见[[wei-yuan-ke-tang]]"),
    (GROUPS, "cue: 已经编成", "cue: 早已编好"),
    (GROUPS, "x个活动小组}", "x个大组}"),
    (GROUPS, "全体委员都编入小组", "按小组走进社区听取街坊邻居关于停车和养老的意见"),
    (GROUPS, "speech: yi-xian", "speech: jia-shi"),
    (GROUPS, "added: 2026", "distinct_from: [{to: wei-yuan-ke-tang, why: 课堂每月至少 2 次}]\nadded: 2026"),
    (CLASS, "委员轮流讲课", "委员在“银杏讲堂”轮流讲课，共 58 讲，青山县农业农村局主办"),
    (CLASS, 'at: ["2.2"]', 'at: ["1"]'),
    (CLASS, "title: 委员课堂", "title: 银杏讲堂"),
    (CLASS, "topics: [member-duty]", "topics: [member-duty]\nproblems: [weak-participation]"),
    (CLASS, "form: platform", "form: ["),
    (SPEECH, "order: 1", "order: 2"),
    (SPEECH, "short: 编组与课堂", "short: 讲习所第38次会议"),
    ("organizations.yml", "raw: xx县政协", "raw: xx县政协\n  note: 说的是讲习所第38次会议"),
    (SPEECH, "title: ", "title: “银杏讲堂”和"),
    (OTHER, "title: ", "title: 农业农村局和"),
    (OTHER, "gist: ", "gist: 共 58 人，"),
    ("organizations.yml", "name: ", "name: 早市"),
    ("organizations.yml", "name: ", "# 一行说明\n  name: "),
    (GROUPS, "summary: ", "summary: 早市甲市乙区政协已经编好小组。"),
    ("problems.yml", "  synonyms:", "  summary: 有 58 家说到“银杏讲堂”。\n  synonyms:"),
    ("terms.yml", "term: ", "term: 银杏讲堂"),
    ("terms.yml", "unexplained: true", "unexplained: true\n  note: 用在各园区，每周三次，由秘书长讲"),
    ("sources/hui-bian.yml", "title: ", "title: 银杏讲堂"),
    (TEXT, "已经编成x个活动小组", "早已编好x个大组"),
    (TEXT, "每月至少两次", "每周至少三次，共58讲"),
    (TEXT, "正在开办委员课堂", "拟在农业农村局开办“银杏讲堂”"),
    (TEXT, "近年来,", "近年来\n\n"),
    (TEXT, "我们谋划按行业", "我们按行业"),
    (TEXT, "各乡镇设立联络点", "各乡镇和园区设立联络点,每周碰头三次,由秘书长牵头"),
    (SPEECH, "masks: 1", "masks: 2"),
)
AT_ONE_PLACE = EDITS.index((SPEECH, "order: 1", "order: 2"))


class Edited:
    """The small library with its full text; every writing has a time of its own, so that none is missed."""

    def __init__(self, tree: Tree) -> None:
        self.tree, self._times = tree, count(1_700_000_000_000_000_000, 1_000_000_000)
        shutil.copytree(FIXTURES / "small-originals", tree.root / "originals")
        self._first = {path: tree.read(path) for path, _, _ in EDITS}
        self._made: list[int] = []

    def turn(self, number: int) -> None:
        """Makes an edit, or undoes it where it is made."""
        path = EDITS[number][0]
        self._made = [n for n in self._made if n != number] if number in self._made else [*self._made, number]
        text = self._first[path]
        for made in self._made:
            if EDITS[made][0] == path:
                text = text.replace(EDITS[made][1], EDITS[made][2], 1)
        self.tree.write(path, text)
        time = next(self._times)
        os.utime(self.tree.root / path, ns=(time, time))

    def made(self, number: int) -> bool:
        return number in self._made

    def check(self, memory: Memory | None = None) -> list[Finding]:
        return examine(self.tree.root, self.tree.docs, memory=memory, ask_git=False)[2]


@pytest.fixture
def edited(tree: Tree) -> Edited:
    return Edited(tree)


@pytest.mark.parametrize("number", range(len(EDITS)), ids=lambda number: EDITS[number][2])
def test_an_edit_and_its_undoing_leave_nothing_behind(edited: Edited, number: int) -> None:
    assert EDITS[number][1] in edited.tree.read(EDITS[number][0])
    memory = Memory()
    before = edited.check(memory)
    edited.turn(number)
    assert edited.check(memory) == edited.check()
    edited.turn(number)
    assert edited.check(memory) == before


@pytest.mark.parametrize("seed", range(4))
def test_after_any_edits_the_same_is_found_as_by_a_fresh_check(edited: Edited, seed: int) -> None:
    chance, memory, codes = random.Random(seed), Memory(), set()  # noqa: S311 - nothing here is a secret
    for step in range(30):
        for number in chance.sample(range(len(EDITS)), chance.choice((1, 1, 2, 5))):
            edited.turn(number)
        # While two speeches stand at one place, nothing is held to their texts.
        if step % 2 and edited.made(AT_ONE_PLACE):
            edited.turn(AT_ONE_PLACE)
        found = edited.check(memory)
        assert found == edited.check(), (seed, step)
        codes.update(finding.code for finding in found)
    # The edits do tell something to those rules.
    assert codes >= {"number-in-source", "cue-in-source", "original-text"}


def test_a_speech_that_goes_and_comes_is_known_to_what_names_it(edited: Edited) -> None:
    edited.tree.replace(CLASS, "added:", "unsaid: [{what: 讲了多少课, speech: yi-xian, aspect: effect}]\nadded:")
    memory, away = Memory(), edited.tree.root.parent / "yi-xian.yml"
    counts = []
    for _ in range(2):
        for source, to in ((edited.tree.root / OTHER, away), (away, edited.tree.root / OTHER)):
            shutil.move(source, to)
            found = edited.check(memory)
            assert found == edited.check()
            counts.append([f.code for f in found].count("unsaid-speech"))
    assert counts == [0, 1, 0, 1]


def test_several_are_named_in_their_order_whichever_was_changed_last(edited: Edited) -> None:
    """Three practices that say another body tells of them: the speech is told once, with all three."""
    text = edited.tree.read(CLASS).replace("summary: 开办课堂", "summary: xx县政协开办课堂")
    names = {"a-ke": "银杏树下讲故事", "m-ke": "渡口夜谈", "z-ke": "磨坊说事"}
    memory = Memory()
    for name in ("m-ke", "z-ke", "a-ke"):
        for each, title in names.items():
            words = text if each == name or (edited.tree.root / f"practices/{each}.yml").exists() else text.replace("xx县政协", "")
            edited.tree.write(f"practices/{each}.yml", words.replace("委员课堂", title).replace("委员轮流讲课", f"{title}的事"))
        edited.check(memory)
    found = [f.message for f in edited.check(memory) if f.code == "credited-body"]
    assert found == [f.message for f in edited.check() if f.code == "credited-body"]
    assert any("a-ke、m-ke、z-ke" in message for message in found), found


def test_a_body_that_gets_the_name_that_a_summary_has_is_asked_about_it(edited: Edited) -> None:
    edited.tree.replace(CLASS, "summary: 开办课堂", "summary: 早市政协已经开办课堂")
    memory = Memory()
    assert [f.code for f in edited.check(memory)].count("plan-in-source") == 1
    # Nothing that the practice rests on is another now: but its words are said of somebody else.
    edited.tree.replace("organizations.yml", "name: xx县政协\n  name_state: masked", "name: 早市政协\n  name_state: named")
    found = edited.check(memory)
    assert "plan-in-source" not in [f.code for f in found]
    assert found == edited.check()


def test_only_the_last_is_kept_of_what_was_remembered(edited: Edited) -> None:
    memory = Memory()
    kept = []
    for _ in range(6):
        edited.turn(22)
        catalog = examine(edited.tree.root, edited.tree.docs, memory=memory, ask_git=False)[0]
        kept.append(len(catalog.origins["practices", "wei-yuan-ke-tang"].document._once))
    assert kept[0] == kept[-1]


@pytest.fixture
def left(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """What a check leaves for the next one, of a library of whatever size."""
    monkeypatch.setattr(pipeline, "LARGE", 0)
    monkeypatch.setattr(pipeline, "MOST", 50)
    monkeypatch.setenv("KB_BESIDE", "off")
    monkeypatch.setenv("KB_CHECKED", str(tmp_path / "checked"))
    return tmp_path / "checked"


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """The entries that were looked at by themselves."""
    looked: list[tuple[str, str]] = []
    alone = rules._alone

    def look(catalog, kind, entry_id):
        looked.append((kind, entry_id))
        return alone(catalog, kind, entry_id)

    monkeypatch.setattr(rules, "_alone", look)
    return looked


@pytest.mark.parametrize("seed", range(4))
def test_after_any_edits_the_next_process_finds_the_same_as_a_fresh_check(edited: Edited, left: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    chance, codes = random.Random(seed), set()  # noqa: S311 - nothing here is a secret
    for step in range(30):
        for number in chance.sample(range(len(EDITS)), chance.choice((1, 1, 2, 5))):
            edited.turn(number)
        if step % 2 and edited.made(AT_ONE_PLACE):
            edited.turn(AT_ONE_PLACE)
        found = edited.check()
        with monkeypatch.context() as fresh:
            fresh.setenv("KB_CHECKED", "off")
            assert found == edited.check(), (seed, step)
        codes.update(finding.code for finding in found)
    assert codes >= {"number-in-source", "cue-in-source", "original-text"}


def test_the_next_process_looks_only_at_what_has_changed(edited: Edited, left: Path, looked_at: list[tuple[str, str]]) -> None:
    every = edited.check()
    assert len(looked_at) > 5
    looked_at.clear()
    assert edited.check() == every
    assert looked_at == []
    edited.turn(EDITS.index((CLASS, "title: 委员课堂", "title: 银杏讲堂")))
    edited.check()
    assert looked_at == [("practices", "wei-yuan-ke-tang")]


def test_a_preview_that_begins_goes_on_from_the_last_check(edited: Edited, left: Path, looked_at: list[tuple[str, str]]) -> None:
    every = edited.check()
    looked_at.clear()
    memory = Memory()
    assert edited.check(memory) == every
    edited.turn(0)
    assert edited.check(memory) == edited.check()
    assert looked_at.count(("practices", "wei-yuan-bian-zu")) == 2 and len(looked_at) == 2


@pytest.mark.parametrize("spoil", ["another version", "too many", "spoiled", "off"])
def test_all_is_looked_at_where_nothing_was_left_that_helps(edited: Edited, left: Path, looked_at: list[tuple[str, str]],
                                                            monkeypatch: pytest.MonkeyPatch, spoil: str) -> None:
    every = edited.check()
    looked_at.clear()
    if spoil == "another version":
        monkeypatch.setattr(pipeline.disk_cache, "key", lambda *_: b"other")
    elif spoil == "too many":
        monkeypatch.setattr(pipeline, "MOST", 0)
        edited.tree.replace(GROUPS, "added: 2026", "# 一行\nadded: 2026")
    elif spoil == "spoiled":
        left.write_bytes(left.read_bytes()[:200])
    else:
        monkeypatch.setenv("KB_CHECKED", "off")
    assert edited.check() == every
    assert len(looked_at) > 5


def test_a_text_that_comes_later_is_held_to_every_entry(edited: Edited, left: Path) -> None:
    shutil.move(edited.tree.root / "originals", edited.tree.root.parent / "away")
    edited.turn(EDITS.index((CLASS, "委员轮流讲课", "委员在“银杏讲堂”轮流讲课，共 58 讲，青山县农业农村局主办")))
    assert not [f for f in edited.check() if f.code == "number-in-source"]
    shutil.move(edited.tree.root.parent / "away", edited.tree.root / "originals")
    assert [f.code for f in edited.check()].count("number-in-source") == 1
    shutil.move(edited.tree.root / "originals", edited.tree.root.parent / "away")
    assert not [f for f in edited.check() if f.code == "number-in-source"]
