"""Where a text turns to what is ahead."""

import pytest

from macros.fulltext.passages import Passage
from macros.importing import ahead


@pytest.mark.parametrize(("heading", "wanted"), [
    ("四、几点打算", True), ("3. 下一步考虑", True), ("三、今后的设想", True), ("一、把亭子修起来", False), (None, False),
    ("四、今后打算　（一）修亭子", False),
])
def test_a_heading_of_plans(heading, wanted):
    assert ahead.heading(heading) is wanted


def test_a_paragraph_turns_where_a_sentence_begins_with_what_is_ahead():
    text = "渡口亭已办九期。下一步，把渡口亭搬到镇上。"
    assert text[ahead.turn(text):].startswith("下一步")
    assert ahead.turn("船到渡口，下一步台阶。") is None


def test_an_item_behind_the_turn_is_ahead_and_one_before_it_is_not():
    passage = Passage(4, 9, "一是修亭子，已修好；二是请人。为此，我们将从两方面改进。")
    assert [ahead.place(passage, at, "二、做法") for at in ("4.1", "4.2")] == [False, False]
    assert ahead.place(Passage(5, 9, "今后：一是修桥；二是铺路。"), "5.2", "二、做法")
    assert ahead.place(passage, "4.1", "三、下步打算") is True


@pytest.mark.parametrize(("text", "name", "wanted"), [
    ("渡口亭已办九期。下一步，办“夜话会”。", "夜话会", True),
    ("渡口亭已办九期。下一步，办“夜话会”。", "渡口亭", False),
    ("渡口亭办了九期，打算把它同“夜话会”连起来。", "夜话会", True),
    ("渡口亭办了九期。拟办“渡口亭”分亭。", "渡口亭", False),
    ("拟建立“绿橙红”计分卡。", "绿橙红计分卡", True),
    ("修好了桥。", "夜话会", False),
])
def test_a_name_that_stands_only_in_what_is_ahead(text, name, wanted):
    assert ahead.named(text, name) is wanted
