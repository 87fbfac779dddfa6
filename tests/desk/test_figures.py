"""The figures of an account at the desk: what its paragraphs count and no figure tells of, taken by a click, by words, by hand."""

import io
import re

import pytest

from macros.desk.decisions import decisions
from tests.desk.conftest import Asked
from tests.desk.test_importing import form

TEXT = """把书屋开到渡口

青禾县政协

近年来，我们设立“渡口书屋”，在6个渡口摆了书架，藏书4100册，其中80册被孩子翻破了，由2名管理员轮流照看。去年借出3至5批，读者来了××人次。

另有人口四万，不在话下。
"""
PRACTICE = "practices/du-kou-shu-wu"


@pytest.fixture
def drafted(asked: Asked) -> Asked:
    address = asked.send("/import", {"file": (io.BytesIO(TEXT.encode()), "发言.txt")}).headers["Location"]
    asked.send(address, {**form(asked.get(address).get_data(as_text=True)), "take": ["渡口书屋"], "write": "1"})
    return asked


def screen(asked: Asked) -> str:
    return asked.get(f"/inbox/{PRACTICE}?n=1").get_data(as_text=True)


def passed(page: str) -> list[tuple[str, str]]:
    """The words of each amount that is left out, and why."""
    return [(words, why) for why, words in re.findall(r'passed__why">([^<]*)</small></span>\s*<button type="button" data-then="take" data-words="([^"]*)"', page)]


def take(asked: Asked, **given: str) -> dict[str, str]:
    answer = asked.post(f"/inbox/{PRACTICE}/figure", {"version": asked.version(PRACTICE), "path": "accounts.0", **given})
    return answer.get_json()  # type: ignore[no-any-return]


def figures(asked: Asked) -> list[dict[str, str]]:
    return asked.desk.data(asked.desk.draft("practices", "du-kou-shu-wu"))["accounts"][0]["figures"]  # type: ignore[no-any-return, arg-type]


def test_what_was_read_and_not_taken_is_shown_with_why_and_taken_with_a_click(drafted: Asked) -> None:
    page = screen(drafted)
    assert passed(page) == [("其中80册", "看不出数的是什么，收进来要写名目"), ("去年借出3至5批", "写的是从几到几，一格写不下")]
    before = len(figures(drafted))
    answer = take(drafted, words="其中80册", at="1")
    assert answer["said"] == "" and answer["on"] == f"accounts.0.figures.{before}"
    assert figures(drafted)[-1] == {"label": "待填", "state": "given", "value": "80", "raw": "其中80册"}
    page = drafted.get(f"/inbox/{PRACTICE}?n=1&on={answer['on']}&did=take").get_data(as_text=True)
    assert f"收进来了：各家做法 1 · 数字 {before + 1}。" in page and passed(page) == [("去年借出3至5批", "写的是从几到几，一格写不下")]
    # Without a name for it, it waits to be filled in.
    assert re.search(rf'data-kb-field="accounts.0.figures.{before}.label"[^>]*data-open', page)
    assert drafted.act(PRACTICE, "undo")["focus"].startswith(f"accounts.0.figures.{before}")
    assert len(figures(drafted)) == before


def test_chosen_words_are_read_and_what_was_written_by_hand_counts(drafted: Asked) -> None:
    assert take(drafted, words="去年借出3至5批", at="1", label="借出批数", value="5")["said"] == ""
    assert figures(drafted)[-1] == {"label": "借出批数", "state": "given", "value": "5", "raw": "去年借出3至5批"}
    assert take(drafted, words="读者来了××人次", at="1", label="读者")["said"] == ""
    assert figures(drafted)[-1] == {"label": "读者", "state": "redacted", "raw": "读者来了xx人次"}


@pytest.mark.parametrize(("words", "said"), [
    ("", "先写原文写法：在左边选中带数字的那几个字，或者照抄在这里。"),
    ("人口四万", "这个做法的出处（第1段）里没有“人口四万”这几个字：照抄原文；在别的段里的，先在整条里把那一段加进出处。"),
    ("轮流照看", "“轮流照看”里没有读出数字：连数字一起选；数字写法特别的，把数值也写上。"),
])
def test_words_that_are_no_figure_say_what_to_write(drafted: Asked, words: str, said: str) -> None:
    before = figures(drafted)
    assert take(drafted, words=words)["said"] == said and figures(drafted) == before


def test_a_figure_that_is_decided_is_shown_with_the_others(drafted: Asked) -> None:
    drafted.act(PRACTICE, "confirm", "accounts.0.figures.0")
    page = screen(drafted)
    assert 'data-card="accounts.0.figures.0"' in page and "藏书4100册" in page
    drafted.act(PRACTICE, "remove", "accounts.0.figures.0")
    assert "去掉了一项。要它回来，点“撤回”。" in drafted.get(f"/inbox/{PRACTICE}?n=1&on=-&did=remove").get_data(as_text=True)


def test_what_was_decided_of_an_account_is_seen_on_its_screen_still(drafted: Asked) -> None:
    """After something is taken out how far one got stands there, also where nothing else of the account waits."""
    drafted.say(PRACTICE, {"accounts.0.progress.status": "done", "accounts.0.progress.cue": "书架", "accounts.0.progress.scope": "local", "accounts.0.points.0.text": "在几个渡口摆上书架"})
    page = screen(drafted)
    assert 'data-kb-field="accounts.0.progress.cue"' in page and ">书架</textarea>" in page and "&amp;keep=accounts.0" in page
    # A point in words of one's own stands beside its sentence still.
    assert "<b>要点 1</b> 原文第1段：</small>近年来，我们设立“渡口书屋”，在6个渡口摆了书架" in page
    document = drafted.desk.document(drafted.desk.draft("practices", "du-kou-shu-wu"))  # type: ignore[arg-type]
    drafted.act(PRACTICE, "confirm", "", " ".join(each.path for each in decisions(document, "practices", "du-kou-shu-wu") if ".figures." not in each.path))  # type: ignore[arg-type]
    page = screen(drafted)
    assert "看一眼对不对：进展 " in page and ">书架</textarea>" in page and "<b>要点 1</b>" in page
    document = drafted.desk.document(drafted.desk.draft("practices", "du-kou-shu-wu"))  # type: ignore[arg-type]
    for each in decisions(document, "practices", "du-kou-shu-wu"):  # type: ignore[arg-type]
        if each.confirm:
            drafted.act(PRACTICE, "confirm", each.path)
        elif each.path.startswith("accounts."):
            drafted.say(PRACTICE, {each.path: "写上了"})
    assert 'data-kb-field="accounts.0.progress.cue"' not in drafted.get(f"/inbox/{PRACTICE}?n=9").get_data(as_text=True)
    page = drafted.get(f"/inbox/{PRACTICE}?n=9&keep=accounts.0&on=-&did=remove").get_data(as_text=True)
    assert 'data-kb-field="accounts.0.progress.cue"' in page and ">书架</textarea>" in page and "去掉了一项" in page


@pytest.mark.parametrize(("status", "cue", "said"), [("待填", "摆了书架", "依据“摆了书架”里没有说明进展的词"), ("done", "摆了书架", "依据“摆了书架”里没有说明进展的词"), ("待填", "正在摆书架", None)])
def test_a_cue_that_says_nothing_is_told_at_once_while_the_rest_waits(drafted: Asked, status: str, cue: str, said: str | None) -> None:
    told = drafted.say(PRACTICE, {"accounts.0.progress.status": status, "accounts.0.progress.cue": cue})["told"]
    assert [each["message"] for each in told if each["path"] == "accounts.0.progress.cue" and each["code"] == "progress-reading"] == ([said] if said else [])


def test_words_for_a_figure_that_has_none_fill_what_it_does_not_say(drafted: Asked) -> None:
    number = len(figures(drafted))
    drafted.say(PRACTICE, {f"accounts.0.figures.{number}.label": "借出的批数"})
    answer = take(drafted, words="其中80册", at="1", on=f"accounts.0.figures.{number}")
    assert answer["on"] == f"accounts.0.figures.{number}"
    assert figures(drafted)[number:] == [{"label": "借出的批数", "state": "given", "value": "80", "raw": "其中80册"}]
    # What is no figure is not written over: it becomes a new one.
    assert take(drafted, words="2名管理员", at="1", on="accounts.0.points.0")["on"] == f"accounts.0.figures.{number + 1}"


def test_chosen_words_are_a_step_of_their_own(drafted: Asked) -> None:
    def say(value: str, *, step: bool) -> None:
        drafted.post(f"/{PRACTICE}/fields", {"version": drafted.version(PRACTICE), "fields": {"accounts.0.progress.cue": value}, "step": step})

    for value, step in (("近年", False), ("近年来", False), ("设立", True), ("轮流", True)):
        say(value, step=step)
    said = []
    for _ in range(3):
        drafted.act(PRACTICE, "undo")
        said.append(drafted.desk.data(drafted.desk.draft("practices", "du-kou-shu-wu"))["accounts"][0]["progress"].get("cue"))  # type: ignore[arg-type]
    assert said[:2] == ["设立", "近年来"] and said[2] not in ("近年", "近年来")


def test_a_form_that_lacks_what_was_typed_is_drawn_anew_when_one_leaves_the_field(drafted: Asked) -> None:
    number = len(figures(drafted))
    typed = {f"accounts.0.figures.{number}.raw": "其中80册"}
    answer = drafted.say(PRACTICE, typed, redraw=False)
    assert answer["stale"] is True and "form" not in answer
    answer = drafted.post(f"/{PRACTICE}/fields", {"version": drafted.version(PRACTICE), "fields": typed, "redraw": True, "stale": True}).get_json()
    assert answer["stale"] is False and f'data-kb-field="accounts.0.figures.{number + 1}.raw"' in answer["form"]


@pytest.mark.parametrize(("words", "value"), [("8架", "8"), ("8万架", "待填"), ("八架", "待填")])
def test_what_nobody_knows_to_count_is_a_figure_in_the_whole_entry(asked: Asked, words: str, value: str) -> None:
    text = TEXT.replace("藏书4100册", f"立了风车{words}")
    address = asked.send("/import", {"file": (io.BytesIO(text.encode()), "发言.txt")}).headers["Location"]
    asked.send(address, {**form(asked.get(address).get_data(as_text=True)), "take": ["渡口书屋"], "write": "1"})
    assert take(asked, words=words, at="1", open="1")["said"] == ""
    assert figures(asked)[-1] == {"label": "待填", "state": "given", "value": value, "raw": words}
