"""What is finished is written when one goes on, with a line that says so; help of the import goes with it, what a person wrote stays."""

import re

import pytest

from macros.desk import decisions
from macros.model.fields import TO_FILL
from tests.desk.conftest import Asked
from tests.desk.test_untold import ENTRY, PRACTICE, SPEECH, drafted

__all__ = ["drafted"]
# What is filled in where nothing is read: by the last step of the path.
WORDS = {"summary": "请大家把话写在本上，一条一条答。", "topics": "member-duty", "no_practice": "交代背景", "found_at": "县政协", "year": "2024", "level": "county", "form": "mechanism", "status": "unclear", "gist": "讲本子上的话怎样办。"}
OWN = ["秤边挂本子请人写", "乡里的干事抄清单分下去", "人家盖章，没有盖的上门问"]


def decide(asked: Asked, entry: str, *, leave: str = "") -> None:
    """Fills in and confirms all of an entry, but what has `leave` in its path."""
    kind, _, entry_id = entry.partition("/")
    draft = asked.desk.draft(kind, entry_id)
    assert draft is not None
    found = decisions.decisions(asked.desk.document(draft), kind, entry_id, decisions.cited.told(asked.desk))  # type: ignore[arg-type]
    own = iter(OWN)
    given = {}
    for each in found:
        if not each.confirm and not (leave and leave in each.path):
            name = next((step for step in reversed(each.path.split(".")) if not step.isdigit()), "")
            given[each.path] = next(own) if name == "text" else WORDS.get(name, "2024")
    asked.say(entry, given)
    paths = " ".join(each.path for each in found if each.confirm and not (leave and leave in each.path))
    asked.act(entry, "confirm", "", paths)


def test_what_is_finished_is_written_and_one_is_led_to_the_next(drafted: Asked) -> None:
    mine = "# 问过联络站：本子一共挂了三处\n"
    drafted.write(f"{ENTRY}.yml", drafted.read(f"{ENTRY}.yml").replace("accounts:\n", f"{mine}accounts:\n"))
    decide(drafted, ENTRY)
    assert "导入时生成的草稿" in drafted.read(f"{ENTRY}.yml")
    answer = drafted.get(f"/inbox/{ENTRY}?n=0&done=7")
    assert answer.status_code == 303 and answer.headers["Location"] == f"/inbox/speeches/{SPEECH}"
    text = drafted.read(f"{ENTRY}.yml")
    assert TO_FILL not in text and re.findall("#.*\n", text) == [mine]
    page = drafted.get(answer.headers["Location"]).get_data(as_text=True)
    assert f'“集市听事本机制”都定了，写进库里了。<a href="/{ENTRY}">打开看看</a>' in page
    assert "写进库里了" not in drafted.get(f"/inbox/speeches/{SPEECH}").get_data(as_text=True), "said once"


def test_a_speech_that_is_finished_is_written_when_one_leaves_it_by_any_link(drafted: Asked) -> None:
    speech = f"speeches/{SPEECH}"
    decide(drafted, speech)
    before = drafted.read(f"{speech}.yml")
    assert "gist: 待填" in before
    # What one is at is not written under one's hands, nor by what the page asks for itself.
    drafted.get(f"/{speech}")
    drafted.get(f"/text/{SPEECH}")
    assert drafted.read(f"{speech}.yml") == before
    page = drafted.get(f"/inbox/{ENTRY}?keep=accounts.0").get_data(as_text=True)
    assert "都定了，写进库里了。" in page and "待填" not in drafted.read(f"{speech}.yml") and "data/originals" not in drafted.read(f"{speech}.yml")


@pytest.mark.parametrize("away", ["/", "/inbox", "/hand", "/import", "/new"])
def test_what_is_red_or_open_or_changed_by_its_form_waits_for_its_own_button(drafted: Asked, away: str) -> None:
    decide(drafted, ENTRY, leave="summary")
    drafted.say("practices/quan-yuan-ru-wei", {"summary": "换一句话说清它。"})
    before = [drafted.read(f"{each}.yml") for each in (ENTRY, "practices/quan-yuan-ru-wei")]
    assert "写进库里了" not in drafted.get(away).get_data(as_text=True)
    # A summary that is too long is red.
    drafted.say(ENTRY, {"summary": f"{'请大家把话写在本上，' * 13}答了。"})
    assert "写进库里了" not in drafted.get(away).get_data(as_text=True)
    assert [drafted.read(f"{each}.yml") for each in (ENTRY, "practices/quan-yuan-ru-wei")] == before
    page = drafted.get(f"/inbox/{ENTRY}?done=3").get_data(as_text=True)
    assert "定完了，还有 1 处红的" in page and "点“存”才写进库里" in page
    assert PRACTICE in page
