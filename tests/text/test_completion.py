import pytest

from macros.text.completion import intended, plainly_done, told_as_done


@pytest.mark.parametrize(("text", "words"), [
    ("委员已在机关值班", "已在"), ("已经设立", "已经设立"), ("召开了会议", "召开了"), ("上个月就接待群众", "上个月就"), ("常年有委员坐班", "常年"), ("至今坚持", "至今"),
    ("累计接待", "累计"), ("深受欢迎", "深受"), ("效果很好", "效果很好"), ("去年接待群众", "去年"), ("正在建", "正在"), ("投入使用", "投入使用"), ("办过3次", "办过3次"),
    ("台账建起来了", "建起来了"), ("充实了人手", "充实了"),
])
def test_told_as_done(text: str, words: str) -> None:
    assert told_as_done(text) == words


@pytest.mark.parametrize("text", [
    "没有说已经建成", "是否已设立，原文没有写", "利用已有的渠道", "拟建立联络点", "尚未建成", "要在年底前建成", "已经建成还是准备建", "已收到多少条", "而已", "了解情况", "为了办好",
    "还没有建，计划设在机关", "打算在已经有的站里",
])
def test_not_told_as_done(text: str) -> None:
    assert told_as_done(text) is None


def test_only_what_says_it_plainly() -> None:
    assert (told_as_done("常年有委员", plainly=True), told_as_done("已设立", plainly=True)) == (None, "已设立")


def test_every_plain_claim() -> None:
    assert [m.group() for m in plainly_done("已设立的站正在用，配齐了人，打算建成")] == ["已设立", "配齐了"]


@pytest.mark.parametrize(("text", "words", "word", "expected"), [
    ("与镇文化站联办了两场讲座", "办了", "计划", "计划与镇文化站联办两场讲座"), ("三县共建了一所学校", "建了", "计划", "三县计划共建一所学校"), ("各街道都建好了书屋", "建好了", "计划", "各街道计划都建好书屋"),
    ("村里与镇上联合设立了书屋", "设立了", "要", "村里要与镇上联合设立书屋"), ("县政协办了讲座", "办了", "计划", "县政协计划办讲座"), ("工商联建了书屋", "建了", "计划", "工商联计划建书屋"),
    ("把书屋设在了乡镇", "设在了", "计划", "计划把书屋设在乡镇"), ("各街道都建好了书屋", "建好了", "探索", None), ("名单也印发了", "印发了", "计划", None),
])
def test_the_same_as_something_to_come(text: str, words: str, word: str, expected: str | None) -> None:
    assert intended(text, words, word) == expected
