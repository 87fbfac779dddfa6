"""Whether a file holds a stretch of a full text."""

import html
import json

import pytest

from macros.fulltext.running import FullTexts

# Sixty characters with their punctuation, and what stands around them.
SIXTY = "村口的老槐树下摆起十几条长板凳，谁家有事谁先讲；讲完了大家议，议定了当场写在黑板上，三天以后回头看，办到哪一步，全念出。"
BEFORE, AFTER = "去年入冬以前的事情还没有说完，", "到了第二年春天又换了一种办法。"
TEXT = f"茶馆里的会\n\n{BEFORE}{SIXTY}{AFTER}\n"


def first(text: str) -> tuple[int, int, str] | None:
    found = FullTexts([TEXT]).first(text)
    return found and (found.line, found.column, found.words)


def test_the_stretch_is_what_it_is_called() -> None:
    assert len(SIXTY) == 60


def test_sixty_characters_are_found_with_their_place() -> None:
    assert first(f"标题\n\n我们说：{SIXTY}完\n") == (3, 5, "村口的老槐树下摆起十几条长板凳谁家有事谁")


@pytest.mark.parametrize("cut", [SIXTY[3:], SIXTY[:-4], SIXTY[:30] + "另" + SIXTY[30:]])
def test_fewer_are_not(cut: str) -> None:
    assert first(f"我们说：{cut}完") is None


@pytest.mark.parametrize("start", range(15))
def test_sixty_that_begin_or_end_with_a_stop_are_sixty(start: int) -> None:
    assert first((BEFORE + SIXTY)[start:start + 60]) is not None


def test_it_is_found_wherever_it_begins_in_the_full_text() -> None:
    around = f"{BEFORE}{SIXTY}{AFTER}"
    for start in range(len(around) - 75):
        assert first(f"某{around[start:start + 75]}某") is not None, start


@pytest.mark.parametrize("changed", [
    SIXTY.replace("，", ",\n  ").replace("；", ";"),
    "\r\n".join(SIXTY),
    "<p>" + SIXTY.replace("，", "，</span><span class='x'>") + "</p>",
    "- text: " + SIXTY.replace("，", "\n- text: "),
    html.escape(SIXTY).encode("ascii", "xmlcharrefreplace").decode(),
    "".join(f"&#x{ord(sign):X};" for sign in SIXTY),
    json.dumps({"a": SIXTY}),
    "**" + SIXTY.replace("板", "**板**"),
])
def test_nothing_hides_it(changed: str) -> None:
    found = first(f"一\n二\n{changed}")
    assert found is not None
    assert (found[0], found[2]) == (3, "村口的老槐树下摆起十几条长板凳谁家有事谁")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"])
def test_in_any_encoding(encoding: str) -> None:
    found = FullTexts([TEXT]).in_bytes(f"一\n{SIXTY}".encode(encoding))
    assert found is not None
    assert found.line == 2


def test_bytes_that_are_no_text_hold_nothing() -> None:
    assert FullTexts([TEXT]).in_bytes(bytes(range(256)) * 200) is None


def test_what_is_often_said_hides_no_run() -> None:
    # The first half stands in the full text a hundred times before the place that goes on as the copy does.
    often = "".join(f"{SIXTY[:33]}第{chr(0x4e00 + i)}回说的不一样。" for i in range(100))
    assert FullTexts([often + SIXTY]).first(SIXTY) is not None
    assert FullTexts([often]).first(SIXTY) is None


def test_without_full_texts_there_is_nothing() -> None:
    assert not FullTexts([])
    assert FullTexts([]).in_bytes(SIXTY.encode()) is None
