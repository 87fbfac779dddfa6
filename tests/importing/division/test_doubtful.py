"""Where a speech without a title may begin inside another: proposed with its reasons, never divided unasked."""

import pytest

from macros.importing.division.reading import Wish, divided

ONE = "我们在渡口搭了议事棚，船来船往都能坐下来说几句，一年下来说成了不少事。"
TWO = "街坊坐下来就议，一坐就是半天，议完了各自去办，办完再回来说一声。"
FIRST = f"渡口有了议事棚\n青渡县政协\n各位委员：\n{ONE}\n{ONE}\n"


def proposed(text):
    return [(b.line, b.title, b.words, b.reasons) for b in divided(text).doubtful]


@pytest.mark.parametrize(("between", "line", "reasons"), [
    ("\f\n尊敬的主任、各位代表：\n", 7, ("是称呼", "前面分页", "前面称呼过一次")),
    ("谢谢大家！\n同志们：\n", 7, ("是称呼", "前一篇已经结束（致谢）", "前面称呼过一次")),
    ("青渡县政协\n2025年3月2日\n", 8, ("前面是落款",)),
])
def test_what_a_greeting_a_page_or_a_signature_says_is_proposed(between, line, reasons):
    (at, title, words, why), = proposed(f"{FIRST}{between}{TWO}\n{TWO}\n")
    assert (at, title, why) == (line, "", reasons)
    assert words in (*between.split("\n"), TWO)


def test_all_lines_after_the_option_divide_as_proposed_and_keep_what_was_divided():
    text = f"{FIRST}\f\n同志们：\n{TWO}\n{TWO}\n一把尺子量到底\n白榆市政协\n{ONE}\n{TWO}\n"
    before = divided(text)
    assert (len(before.beginnings), before.split) == (2, (1, 7, 10))
    after = divided(text, Wish(split=before.split))
    assert [(s.title, len(s.passages)) for s in after.collection.speeches] == [("渡口有了议事棚", 2), ("", 2), ("一把尺子量到底", 2)]
    assert after.doubtful == ()


def test_what_ends_a_speech_or_stands_alone_in_it_begins_none():
    for rest in ("谢谢大家！\n青渡县政协\n2025年3月2日\n", f"各位委员、同志们！\n{TWO}\n", f"\f\n{TWO}\n", f"2024年3月\n{TWO}\n"):
        assert proposed(f"{FIRST}{rest}") == []


LISTED = "目录\n渡口有了议事棚\t青渡县政协\t1\n一把尺子量到底\t白榆市政协\t4\n村口的板凳会\t云溪县政协\t7\n"


def test_a_title_of_the_contents_that_begins_nothing_is_looked_for_between_its_neighbours():
    near = f"{LISTED}渡口有了议事棚\n青渡县政协\n{ONE}\n{ONE}\n一把尺量到底。\n{TWO}\n{TWO}\n村口的板凳会\n云溪县政协\n{ONE}\n一把尺量到底。\n{TWO}\n"
    assert proposed(near) == [(9, "一把尺子量到底", "一把尺量到底。", ("像目录里的“一把尺子量到底”",))]
    gone = f"{LISTED}\f\n渡口有了议事棚\n青渡县政协\n{ONE}\n{ONE}\n\f\n{TWO}\n{TWO}\n\f\n村口的板凳会\n云溪县政协\n{ONE}\n"
    assert proposed(gone) == [(11, "", TWO, ("前面分页", "目录里的“一把尺子量到底”应在这前后"))]
