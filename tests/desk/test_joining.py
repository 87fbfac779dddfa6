"""One account more in a practice that is there: found by some words of its name, read from its paragraph, decided on its screen."""

import pytest

from tests.desk.conftest import Asked
from tests.desk.test_importing import dropped, form

TEXT = ("某县协商工作推进会发言材料\n\n把话说在桥头\n\n青禾县政协\n\n（2025年9月16日）\n\n去年设立“桥头议事角”，收到意见46条。\n\n"
        "把账晒在墙上\n\n柳河县政协\n\n（2025年9月16日）\n\n我们也办起“桥头议事角”，由驻村委员轮流主持，每月开一次，去年收到意见37条。\n\n每季度晒一次账，由委员评议。\n")
ENTRY = "practices/qiao-tou-yi-shi-jiao"
OTHER = "ba-zhang-shai-zai-qiang-shang"


@pytest.fixture
def there(asked: Asked) -> Asked:
    """A desk with a practice that the first of two speeches tells of."""
    address = dropped(asked, "两篇.txt", TEXT.encode())
    asked.send(address, {**form(asked.get(address).get_data(as_text=True)), "take": [], "write": "1"})
    asked.write(f"{ENTRY}.yml", "title: 桥头议事角\nsummary: 在桥头摆桌子听意见。\nform: platform\ntopics: [basic-consultation]\naliases: [渡口议事角]\naccounts:\n"
                "  - speech: ba-hua-shuo-zai-qiao-tou\n    at: ['1']\n    progress: {status: unclear}\n    points:\n      - {aspect: how, text: 摆一张桌子听意见}\nadded: 2025-10-01\n")
    return asked


def accounts(asked: Asked) -> list[dict[str, object]]:
    draft = asked.desk.draft(*ENTRY.split("/"))
    assert draft is not None
    found: list[dict[str, object]] = asked.desk.data(draft)["accounts"]
    return found


@pytest.mark.parametrize("words", ["桥头议", "渡口议事角", "qiao-tou-yi-shi-jiao"])
def test_the_account_is_read_from_its_paragraph(there: Asked, words: str) -> None:
    answer = there.send("/account", {"practice": words, "speech": OTHER, "at": "1"})
    assert answer.headers["Location"] == f"/inbox/{ENTRY}?keep=accounts.1"
    old, new = accounts(there)
    assert old["points"] == [{"aspect": "how", "text": "摆一张桌子听意见"}]
    assert new["speech"] == OTHER and new["at"] == ["1"]
    points, figures = new["points"], new["figures"]
    assert isinstance(points, list) and isinstance(figures, list)
    assert [each["every"] for each in points if each["aspect"] == "rhythm"] == ["month"]
    assert {each["value"] for each in figures} == {"37"}
    page = there.get(answer.headers["Location"]).get_data(as_text=True)
    assert f'data-speech-text="{OTHER}"' in page and "定了，下一处" in page
    # Nothing of the library was changed.
    assert OTHER not in there.read(f"{ENTRY}.yml")


def test_a_place_more_of_an_account_is_read_too(there: Asked) -> None:
    there.send("/account", {"practice": "桥头", "speech": OTHER, "at": "1"})
    answer = there.send("/account", {"practice": "桥头", "speech": OTHER, "at": "2"})
    assert answer.headers["Location"] == f"/inbox/{ENTRY}?keep=accounts.1"
    new = accounts(there)[1]
    assert len(accounts(there)) == 2 and new["at"] == ["1", "2"]
    assert isinstance(new["points"], list) and any(each.get("at") == ["2"] for each in new["points"])


def test_where_one_came_from_is_carried_on(there: Asked) -> None:
    back = "/inbox/speeches/ba-hua-shuo-zai-qiao-tou?n=1&done=0"
    answer = there.send("/account", {"practice": "桥头", "speech": OTHER, "at": "1", "back": back})
    assert answer.headers["Location"] == f"/inbox/{ENTRY}?keep=accounts.1&back=%2Finbox%2Fspeeches%2Fba-hua-shuo-zai-qiao-tou%3Fn%3D1%26done%3D0"


def test_several_that_have_the_words_are_offered_and_one_is_taken_with_a_click(asked: Asked) -> None:
    words = "联络"
    titles = {i: name for i, name in asked.desk.library.titles("practices").items() if words in name}
    assert len(titles) > 1
    page = asked.send("/account", {"practice": words, "speech": "ning-ju-gong-shi", "at": "2"}).get_data(as_text=True)
    offered = [pid for pid, name in titles.items() if f'<button name="pick" value="{pid}"' in page and f">{name}</button>" in page]
    assert offered == list(titles) and "没有名称里有" not in page
    assert f"名称里有“{words}”的做法有 " in page and 'value="2"' in page and asked.desk.drafts.all() == []
    picked = next(iter(titles))
    answer = asked.send("/account", {"practice": words, "pick": picked, "speech": "ning-ju-gong-shi", "at": "2"})
    assert answer.headers["Location"].startswith(f"/practices/{picked}#accounts.")


def test_words_that_no_practice_has_are_said_beside_the_field(asked: Asked) -> None:
    page = asked.send("/account", {"practice": "没听说过", "speech": "ning-ju-gong-shi", "at": "2"}).get_data(as_text=True)
    said = "没有名称里有“没听说过”的做法。换名称里的几个字，或者从列出来的里面选；库里没有的，在上面新写一条。"
    assert page.index("给它加一家</h2>") < page.index(said) < page.index('id="practice"') and page.count('role="alert"') == 1
    assert "autofocus" in page[page.index('id="practice"'):page.index('id="speech2"')]


def test_one_to_merge_into_is_found_by_some_words_too(asked: Asked) -> None:
    page = asked.send("/practices/quan-yuan-ru-wei/change", {"what": "merge", "into": "委员联络站", "called": "aliases"}).get_data(as_text=True)
    assert "会这样改" in page
    page = asked.send("/practices/quan-yuan-ru-wei/change", {"what": "merge", "into": "联络", "called": "aliases"}).get_data(as_text=True)
    assert "名称里有“联络”的有 " in page and "写全名称，或者从列出来的里面选。" in page
