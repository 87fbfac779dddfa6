"""Drafts made again after another division keep what has been filled in."""

import datetime
import re

import pytest

from macros.importing.division.reading import Wish
from macros.importing.plan import prepare, write
from macros.importing.refused import Refused
from macros.library.catalog import load

DAY = datetime.date(2026, 11, 24)
TEXT = """茶馆里的事

先说茶馆，街坊坐下来就议，一坐就是半天。

我们设立茶馆议事点，有事当场说，当场记下来。

田埂上的事

再说田埂，农忙的时候不开会，下雨天再来。

我们推行田埂夜话制度，一月一回，说完就办。
"""


@pytest.fixture
def imported(tmp_path):
    def run(*, wish=Wish(), dry=False):  # noqa: B008 (frozen)
        plan = prepare(TEXT, "a.txt", load(tmp_path)[0], tmp_path, DAY, "cha", wish)
        if not dry:
            write(plan, tmp_path)
        return plan
    return run


def speeches(folder):
    return {f.stem: f.read_text(encoding="utf-8") for f in sorted((folder / "speeches").glob("*.yml"))}


def test_a_speech_that_is_split_keeps_its_id_and_each_paragraph_what_was_filled_in(imported, tmp_path):
    imported(wish=Wish(one=True))
    (first, text), = speeches(tmp_path).items()
    at = text.index("全文第 13 行") if "全文第 13 行" in text else text.rindex("gist: 待填")
    text = text[:at] + text[at:].replace("gist: 待填", "gist: 夜里说事", 1)
    text = text.replace("short: ", "short: 我定的短名 # ", 1).replace("gist: 待填", "gist: 讲茶馆", 1) + "exempt: []\n"
    (tmp_path / "speeches" / f"{first}.yml").write_text(text, encoding="utf-8")
    plan = imported(wish=Wish(split=(1, 7)))
    after = speeches(tmp_path)
    assert list(after) == sorted([first, "tian-geng-shang-de-shi"])
    assert "short: 我定的短名" in after[first]
    assert "gist: 讲茶馆" in after[first]
    assert after[first].endswith("exempt: []\n")
    assert "gist: 夜里说事" in after["tian-geng-shang-de-shi"]
    assert "gist: 夜里说事" not in after[first]
    # The practice's place follows its paragraph.
    moved = (tmp_path / "practices/tian-geng-ye-hua-zhi-du.yml").read_text(encoding="utf-8")
    assert '  - speech: tian-geng-shang-de-shi\n    at: ["2"]\n' in moved
    assert [file.path for file in plan.files if file.again] == ["sources/cha.yml", f"speeches/{first}.yml", "practices/tian-geng-ye-hua-zhi-du.yml"]
    assert "no_practice" not in after["tian-geng-shang-de-shi"].split("第2段")[1].split("#")[0]


def test_the_same_division_again_adds_nothing(imported):
    imported(wish=Wish(split=(1, 7)))
    assert imported(wish=Wish(split=(1, 7)), dry=True).files == ()


def test_a_proposal_that_nobody_confirmed_is_none_that_was_filled_in(imported, tmp_path):
    imported()
    (name, text), = speeches(tmp_path).items()
    assert "gist: 讲田埂夜话制度。  # 待确认：" in text
    (tmp_path / "speeches" / f"{name}.yml").write_text(text.replace("gist: 讲茶馆议事点。  # 待确认：取自段里的名称", "gist: 讲茶馆议事点。"), encoding="utf-8")
    imported(wish=Wish(split=(1, 7)))
    after = speeches(tmp_path)
    assert "gist: 讲茶馆议事点。\n" in after[name]
    assert "gist: 讲田埂夜话制度。  # 待确认：取自段里的名称\n" in after["tian-geng-shang-de-shi"]


def test_what_has_no_place_any_more_is_kept_and_named(imported, tmp_path):
    imported(wish=Wish(split=(1, 7)))
    for name, text in speeches(tmp_path).items():
        (tmp_path / "speeches" / f"{name}.yml").write_text(re.sub("gist: .*", f"gist: 填过的{name[:4]}", text), encoding="utf-8")
    plan = imported(wish=Wish(one=True))
    left = [note for note in plan.notes if "没有对应的一篇" in note]
    assert left == ["speeches/tian-geng-shang-de-shi.yml 在新的分法里没有对应的一篇，没有动它；把有用的抄走，再删去这个文件"]
    after = speeches(tmp_path)
    assert after["cha-guan-li-de-shi"].count("gist: 填过的tian") == 2
    assert after["tian-geng-shang-de-shi"].count("gist: 填过的tian") == 2


def test_a_record_that_was_wrapped_by_hand_is_not_written_over(imported, tmp_path):
    imported(wish=Wish(one=True))
    source = tmp_path / "sources/cha.yml"
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("cut: ", "cut:\n  "), encoding="utf-8")
    with pytest.raises(Refused, match="没有单独一行的 cut"):
        imported(wish=Wish(split=(1, 7)))


def test_one_that_stopped_half_way_is_gone_on_with_and_a_changed_outline_refused(imported, tmp_path):
    imported(wish=Wish(one=True))
    before = (tmp_path / "sources/cha.yml").read_bytes()
    imported(wish=Wish(split=(1, 7)))
    whole = speeches(tmp_path)
    (tmp_path / "sources/cha.yml").write_bytes(before)
    imported(wish=Wish(split=(1, 7)))
    assert speeches(tmp_path) == whole
    (tmp_path / "sources/cha.yml").write_bytes(before)
    file = tmp_path / "speeches/cha-guan-li-de-shi.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("      - gist: 待填\n", "", 1), encoding="utf-8")
    with pytest.raises(Refused, match="不知道填的是哪一段"):
        imported(wish=Wish(split=(1, 7)))


def test_a_source_of_an_earlier_version_gets_a_record(imported, tmp_path):
    imported(wish=Wish(one=True))
    source = tmp_path / "sources/cha.yml"
    kept = [line for line in source.read_text(encoding="utf-8").splitlines(keepends=True) if not line.startswith("cut: ")]
    kept = [line.replace("待填", "填了") for line in kept if not line.startswith("year:")]
    source.write_text("".join(kept), encoding="utf-8")
    for file in (tmp_path / "speeches").glob("*.yml"):
        file.unlink()
    imported(wish=Wish(split=(1, 7)))
    lines = source.read_text(encoding="utf-8").splitlines(keepends=True)
    at = next(i for i, line in enumerate(lines) if line.startswith("cut: "))
    assert lines[at - 1].startswith("sha256: ")
    assert [*lines[:at], *lines[at + 1:]] == kept


def test_what_was_said_of_the_division_holds_until_something_else_is_said(imported, tmp_path):
    imported(wish=Wish(split=(1, 7)))
    plan = imported(wish=Wish(leave=(3,)))
    assert [s.text.title for s in plan.speeches] == ["茶馆里的事", "田埂上的事"]
    assert sorted(speeches(tmp_path)) == ["cha-guan-li-de-shi", "tian-geng-shang-de-shi"]
    plan = imported(wish=Wish(leave=(9,)))
    assert [len(s.text.passages) for s in plan.speeches] == [1, 1]
    assert "上次略去的照旧略去：第 3 行；要收进正文，加 --keep 行号" in plan.notes
    plan = imported(wish=Wish(keep=(3,)))
    assert [len(s.text.passages) for s in plan.speeches] == [2, 1]


def test_one_speech_stays_one_and_another_division_is_made_when_it_is_asked_for(imported):
    imported(wish=Wish(one=True))
    plan = imported(wish=Wish(leave=(3,)))
    assert [s.text.title for s in plan.speeches] == ["茶馆里的事"]
    plan = imported(wish=Wish(split=(1, 7)))
    assert [(s.text.title, len(s.text.passages)) for s in plan.speeches] == [("茶馆里的事", 1), ("田埂上的事", 2)]
    assert not any("分篇照上次的不变" in note for note in plan.notes)


def test_a_draft_that_a_former_division_left_behind_is_named_every_time_with_its_body(imported, tmp_path):
    imported(wish=Wish(split=(1, 7)))
    (tmp_path / "organizations.yml").write_text("tian-xian:\n  name: 田县政协\n  name_state: named\n  level: county\n", encoding="utf-8")
    file = tmp_path / "speeches/tian-geng-shang-de-shi.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("organization: 待填", "organization: tian-xian").replace("order: 2", "order: 1"), encoding="utf-8")
    assert any(note.startswith("speeches/cha-guan-li-de-shi.yml、speeches/tian-geng-shang-de-shi.yml 都写着第 1 篇") for note in imported(dry=True).notes)
    file.write_text(file.read_text(encoding="utf-8").replace("order: 1", "order: 2"), encoding="utf-8")
    notes = imported(wish=Wish(one=True)).notes
    assert "speeches/tian-geng-shang-de-shi.yml 在新的分法里没有对应的一篇，没有动它；把有用的抄走，再删去这个文件" in notes
    assert "organizations.yml 里的 tian-xian 只有要删去的发言用到：不留就把它那一条一起删去" in notes
