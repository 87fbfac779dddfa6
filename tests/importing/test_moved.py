"""Places of practices follow another division, and only those of this source."""

import datetime

import pytest

from macros.importing.choice import Take
from macros.importing.division.reading import Wish
from macros.importing.plan import prepare, write
from macros.library.catalog import load

DAY = datetime.date(2026, 11, 24)
TEXT = """茶馆里的事

先说茶馆，街坊坐下来就议，一坐就是半天。

一是设立茶馆议事点，有事当场说。二是当场记下来。

田埂上的事

再说田埂，农忙的时候不开会，下雨天再来。

一是推行田埂夜话制度，一月一回。二是说完就办。
"""
PRACTICE = """title: 田埂夜话制度   # 原来的话
accounts:
  - speech: bie-chu
    at: ["9"]
  - at: ["3", '4.1',
         "4.2"]
    speech: cha-guan-li-de-shi
    points:
      - {{text: 夜里说事, at: [{point}]}}
    figures:
      - label: 次数
        at:
          - "4.1"
"""


@pytest.fixture
def moved(tmp_path):
    def run(point, split):
        plan = prepare(TEXT, "a.txt", load(tmp_path)[0], tmp_path, DAY, "cha", Wish(one=True), Take(numbers=frozenset()))
        write(plan, tmp_path)
        (tmp_path / "practices").mkdir()
        (tmp_path / "practices/ye-hua.yml").write_text(PRACTICE.format(point=point), encoding="utf-8")
        again = prepare(TEXT, "a.txt", load(tmp_path)[0], tmp_path, DAY, "cha", Wish(split=split))
        return again, next((file.content.decode() for file in again.files if file.path.startswith("practices/")), None)
    return run


def test_every_place_of_an_account_follows_and_nothing_else_changes(moved):
    plan, text = moved('"4.2"', (1, 7))
    assert text == PRACTICE.format(point='"2.2"').replace('["3", \'4.1\',\n         "4.2"]', '["1", "2.1",\n         "2.2"]') \
        .replace("speech: cha-guan-li-de-shi", "speech: tian-geng-shang-de-shi").replace('- "4.1"', '- "2.1"')
    assert [note for note in plan.notes if "ye-hua" in note] == [
        "practices/ye-hua.yml 的出处已改：cha-guan-li-de-shi 的 3、4.1、4.2 → tian-geng-shang-de-shi 的 1、tian-geng-shang-de-shi 的 2.1、tian-geng-shang-de-shi 的 2.2"]


def test_a_point_that_would_be_in_another_speech_is_for_a_person(moved):
    plan, text = moved('"2.1"', (1, 7))
    assert text is None
    assert any(note.startswith("practices/ye-hua.yml 的出处要你来改：cha-guan-li-de-shi 的 3、4.1、4.2 → ") for note in plan.notes)


LEFT = """把事情议在廊下

镇里的长廊不长，人坐得满。

一、办好“廊下议事”平台

去年设立“廊下议事”平台，已开展议事11场，每月15日开场。

“廊下议事”平台的座次由抽签定，至今收到建议8条。

镇里的广播也讲“廊下议事”平台。
"""


def _draft_of(tmp_path, plan):
    write(plan, tmp_path)
    return next(path for path in (tmp_path / "practices").glob("*.yml"))


def test_a_draft_nobody_has_filled_in_loses_the_places_that_are_left_out(tmp_path):
    draft = _draft_of(tmp_path, prepare(LEFT, "a.txt", load(tmp_path)[0], tmp_path, DAY, "lang"))
    assert 'at: ["2", "3", "4"]' in draft.read_text(encoding="utf-8")
    plan = prepare(LEFT, "a.txt", load(tmp_path)[0], tmp_path, DAY, "lang", Wish(leave=(9,)))
    write(plan, tmp_path)
    after = draft.read_text(encoding="utf-8")
    assert 'at: ["2", "3"]' in after
    assert "8条" not in after and "11场" in after
    assert not [note for note in plan.notes if "要你来改" in note]


def test_what_an_editor_wrote_about_a_paragraph_left_out_is_left_to_him(tmp_path):
    draft = _draft_of(tmp_path, prepare(LEFT, "a.txt", load(tmp_path)[0], tmp_path, DAY, "lang"))
    text = draft.read_text(encoding="utf-8")
    draft.write_text("".join(line.partition("  # 待确认")[0].rstrip("\n") + "\n" if "8条" in line else line for line in text.splitlines(keepends=True)), encoding="utf-8")
    plan = prepare(LEFT, "a.txt", load(tmp_path)[0], tmp_path, DAY, "lang", Wish(leave=(9,)))
    assert [note for note in plan.notes if "要你来改" in note]
    assert all(not file.path.startswith("practices/") for file in plan.files)


def test_what_a_proposal_says_of_its_place_follows_too(tmp_path):
    draft = _draft_of(tmp_path, prepare(LEFT, "a.txt", load(tmp_path)[0], tmp_path, DAY, "lang"))
    text = draft.read_text(encoding="utf-8")
    assert "# 待确认：第2段有“" in text
    write(prepare(LEFT, "a.txt", load(tmp_path)[0], tmp_path, DAY, "lang", Wish(leave=(3,))), tmp_path)
    assert "# 待确认：第1段有“" in draft.read_text(encoding="utf-8")
