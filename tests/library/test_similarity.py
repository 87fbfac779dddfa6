"""How alike names and texts are."""

import random

import pytest

from macros.library.catalog import load
from macros.library.similarity import Names, Overlaps, folded, linked, said
from tests.small_tree import FIXTURES


def test_an_ordinary_text_is_folded_like_any_other() -> None:
    # With a full-width letter behind it every text takes the long way.
    for code in (*range(0xD800), *range(0xE000, 0x10000)):
        assert folded(chr(code)) == folded(chr(code) + "Ａ")[:-1], hex(code)
    text = "“双联双服”：4个（共×个）委员，x+x！"
    assert folded(text) == folded(text + "Ａ")[:-1] == "双联双服4个共×个委员x+x"


def test_of_several_that_are_near_the_same_is_named_in_every_run() -> None:
    # The order in which a set gives strings is another one in every process.
    for start in range(0x6010, 0x9000, 0x100):
        name = "".join(map(chr, range(start, start + 9)))
        names = Names()
        for entry_id, earlier in (("without-last", name[:-1]), ("without-third", name[:2] + name[3:]), ("without-first", name[1:])):
            names.nearest(entry_id, [earlier])
        assert names.nearest("all", [name]) == "without-first"


def test_an_entry_that_repeats_itself_is_not_its_own_likeness() -> None:
    one = "委员每季度到联系的村组走访听取群众对乡村道路和饮水的意见建议"
    other = "街道议事代表轮流到楼栋里收集居民关心的停车和加装电梯等身边小事"
    found = Overlaps().of({"first": said([one]), "second": said([one, one]), "third": said([other, other])})
    assert found == {"second": "first"}


@pytest.mark.parametrize("seed", range(6))
def test_asked_again_the_same_are_alike_as_when_asked_for_the_first_time(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - nothing here is a secret
    # Few sentences for many entries: most stretches are a manner of speaking.
    sentences = ["".join(chr(chance.randrange(0x4E00, 0x4E00 + 400)) for _ in range(24)) for _ in range(12)]
    entries = {f"e-{number}": said(chance.sample(sentences, 3)) for number in range(60)}
    known, alike = Overlaps(), []
    for step in range(40):
        for entry_id in chance.sample(sorted(entries), chance.choice((0, 1, 1, 4))):
            entries[entry_id] = said(chance.choice((chance.sample(sentences, 3), [], ["".join(chance.sample(sentences[0], 24))])))
        if step % 10 == 9:
            entries.pop(chance.choice(sorted(entries)))
        alike.append(known.of(entries))
        assert alike[-1] == Overlaps().of(entries), step
    assert len({tuple(found.items()) for found in alike}) > 20


def test_a_short_name_is_near_only_where_a_word_in_it_makes_no_difference() -> None:
    def near(one: str, other: str) -> bool:
        names = Names()
        names.nearest("one", [one])
        return names.nearest("other", [other]) == "one"

    assert [near(*pair) for pair in (("院坝夜谈", "院坝夜话"), ("院坝谈", "院坝话"))] == [True, False]
    assert [near(*pair) for pair in (("民情会", "民情会议"), ("院会", "院会议"))] == [True, False]
    assert [near(*pair) for pair in (("四联系院坝", "三联系院坝"), ("院坝夜谈", "院坝夜谈心会"), ("院坝夜谈心", "新院坝夜谈"))] == [False, False, False]


def test_the_same_name_is_near_though_it_says_little() -> None:
    names = Names()
    names.nearest("one", ["专题座谈会"])
    assert names.nearest("other", ["专题座谈会"]) == "one"


def test_a_name_is_folded_whatever_its_width_and_case() -> None:
    assert (folded("“双联”（ＡＢ１２）"), folded("Ab １２"), folded("双联·ＡＢ")) == ("双联ab12", "ab12", "双联ab")


def test_an_entry_is_not_near_to_itself_by_another_of_its_names() -> None:
    assert Names().nearest("one", ["院坝夜谈", "院坝夜话", "民情会", "民情会议"]) is None


def test_what_is_near_in_name_goes_before_a_word_that_makes_no_difference() -> None:
    names = Names()
    names.nearest("stem", ["双月协商座谈会"])
    names.nearest("near", ["双月协商大会"])
    assert names.nearest("other", ["双月协商会"]) == "near"


WORDS = "".join(map(chr, range(0x4E00, 0x4E00 + 200)))


@pytest.mark.parametrize(("length", "alike"), [(19, True), (18, False)])
def test_what_says_little_is_like_nothing(length: int, alike: bool) -> None:
    text = said([WORDS[:length]])
    assert Overlaps().of({"one": text, "other": text}) == ({"other": "one"} if alike else {})


@pytest.mark.parametrize(("shared", "alike"), [(31, True), (30, False)])
def test_alike_is_who_shares_most_of_what_it_says(shared: int, alike: bool) -> None:
    # Of 40 stretches of eight, 24 or 23.
    one, other = said([WORDS[:shared]]), said([WORDS[:shared] + WORDS[100:147 - shared]])
    assert Overlaps().of({"one": one, "other": other}) == ({"other": "one"} if alike else {})


# One sign in four is looked for, by its number: here all are, or none.
ALL, NONE = ("".join(map(chr, range(0x4E00 + first, 0x4E00 + 800, 4))) for first in (0, 1))


@pytest.mark.parametrize(("one", "other"), [
    (ALL[:100], ALL[:90] + NONE[:10]), (ALL[100:120] + ALL[:60], NONE[100:120] + ALL[:60]), (ALL[0] + NONE[:18], ALL[0] + NONE[:18]),
])
def test_alike_are_long_texts_with_other_beginnings_or_ends_and_short_ones_with_one_sign_that_is_looked_for(one: str, other: str) -> None:
    assert Overlaps().of({"one": said([one]), "other": said([other])}) == {"other": "one"}


def test_of_two_that_are_alike_the_one_that_shares_more_is_named() -> None:
    entries = {"less": said([WORDS[:45]]), "more": said([WORDS[:55]]), "same": said([WORDS[:40], WORDS[100:110]]), "asked": said([WORDS[:60]])}
    assert Overlaps().of(entries)["asked"] == "more"


def test_both_that_are_related_are_so() -> None:
    catalog = load(FIXTURES / "small")[0]
    assert linked(catalog, "wei-yuan-bian-zu", "wei-yuan-ke-tang") and linked(catalog, "wei-yuan-ke-tang", "wei-yuan-bian-zu")
    assert not linked(catalog, "wei-yuan-ke-tang", "wei-yuan-ke-tang")
