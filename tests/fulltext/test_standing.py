import pytest

from macros.fulltext.passages import Passage
from macros.fulltext.segments import Section, SpeechText
from macros.fulltext.standing import Subject, miscounted, misplaced, strayed
from macros.fulltext.verbatim import Part, Texts
from macros.rules.quote_in_source import quoted

SPEECH = SpeechText("把火塘边的夜谈办起来", 1, (
    Section(None, 1, (Passage(1, 3, "“三晒”说的是晒账本、晒名册、晒照片。"),)),
    Section("一、办好“夜谈”,亮出招牌", 1, (Passage(2, 5, "夜谈围着火塘商量修桥铺路,实行“三晒”。"),)),
    Section("二、用好“书屋”,亮出招牌", 1, (Passage(3, 7, "流动书屋进山乡。"),)),
))


def told(text: str, subject: Subject | None = None) -> list[tuple[str, str, str]]:
    return [tuple(each) for each in misplaced(text, quoted, [SPEECH], subject)]


@pytest.mark.parametrize(("text", "expected"), [
    ("“流动书屋”见于第1节", ("第1节", "流动书屋", "第2节")), ("“流动书屋”写在第二部分里", ("", "", "")), ("“火塘”见于第三段", ("第三段", "火塘", "第2段")),
    ("“书屋”出自篇名", ("篇名", "书屋", "小标题、第3段")), ("“火塘”见于节标题", ("节标题", "火塘", "篇名、第2段")), ("“火塘”不在第三段", ("", "", "")),
    ("“火塘”见于第2段和第3段", ("", "", "")), ("第三段讲书屋", ("", "", "")), ("“山火”见于第三段", ("", "", "")),
])
def test_words_in_quotes(text: str, expected: tuple[str, str, str]) -> None:
    assert told(text) == ([expected] if expected[0] else [])


@pytest.mark.parametrize(("text", "expected"), [
    ("解释写在第3段", [("第3段", "晒账本", "第1段")]), ("解释写在第1段", []), ("见于第3段", [("第3段", "三晒", "第1段、第2段")]), ("见于第2段", []), ("第3段还讲到书屋", []),
])
def test_what_a_note_says_of_its_term(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text, Subject(["三晒"], ["晒账本", "晒名册", "晒照片"])) == expected


@pytest.mark.parametrize(("text", "expected"), [("见于三个节标题", [("三个节标题", 2)]), ("见于两个节标题", []), ("见于第三节的标题", []), ("各在一节的标题里", [])])
def test_how_many_headings_have_it(text: str, expected: list[tuple[str, int]]) -> None:
    assert list(miscounted(text, [SPEECH], Subject(["亮出招牌"]))) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("列为流动书屋的办法", [("所引的第2段", "流动书屋", "第3段")]), ("列为修桥铺路的办法", []), ("比作流动书屋", []), ("用在夜谈里", []), ("说的是大家坐在一起", []),
])
def test_what_only_another_paragraph_speaks_of(text: str, expected: list[tuple[str, str, str]]) -> None:
    texts = Texts((Part("第2段", SPEECH.passages[1].text),), (Part("第3段", SPEECH.passages[2].text),))
    assert [tuple(each) for each in strayed(text, texts)] == expected
