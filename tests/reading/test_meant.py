"""What a person meant: an answer only where there is one."""

import pytest

from macros.model.entries import Practice
from macros.model.vocabulary import Form
from macros.reading import meant

FORMS = {form.value: form.label for form in Form}


@pytest.mark.parametrize(("written", "right"), [
    ("第3段第6项", "3.6"), ("第三段", "3"), ("第十二段第二项", "12.2"), ("3。6", "3.6"), ("３.６", "3.6"), ("“3”", "3"), ("3.0", "3"), ("p3", "3"),
    ("3(6)", "3.6"), ("三", "3"), ("第3自然段", "3"), ("3-6", None), ("3.6.1", None), ("3、6", None), ("第5、6段", None), ("末段", None), ("100", None),
])
def test_a_locator_in_other_words(written: str, right: str | None) -> None:
    assert meant.locator(written) == right


@pytest.mark.parametrize(("written", "told"), [
    ("3.6.1", '出处只有两级，写 "3.6"，指第 3 段第 6 项'),
    ("3-6", '第 3 段第 6 项写 "3.6"；第 3 段和第 6 段分开写："3"、"4"、"5"、"6"，都加双引号'),
    ("4.1、4.2", '每一处分开写，各加双引号："4.1", "4.2"'),
    ("3，4.2", '每一处分开写，各加双引号："3", "4.2"'),
    ("第4段第1项和第4段第2项", '每一处分开写，各加双引号："4.1", "4.2"'),
    ("4.1 4.2 5", '每一处分开写，各加双引号："4.1", "4.2", "5"'),
    ("4.1；6.2、7", '每一处分开写，各加双引号："4.1", "6.2", "7"'),
    ("第5、6段", '第 5 段第 6 项写 "5.6"；第 5 段和第 6 段分开写："5"、"6"，都加双引号'),
    ("第3段第6项", '写 "3.6"（第 3 段第 6 项），加半角双引号'),
])
def test_what_to_write_for_a_locator(written: str, told: str) -> None:
    assert meant.locator_told(written) == told


@pytest.mark.parametrize(("written", "right"), [("二〇二六年十一月二十四日", "2026-11-24"), ("2026年十一月四日", "2026-11-04"), ("二○二六年十三月一日", None),
    ("2026年11月27日", "2026-11-27"), ("2026.1.7", "2026-01-07"), ("2026/11/27", "2026-11-27"), ("2026－11－27", "2026-11-27"), ("20261127", "2026-11-27"),
    ("2026年11月31日", None), ("2026年11月", None), ("去年", None),
])
def test_a_date_written_another_way(written: str, right: str | None) -> None:
    assert meant.day(written) == right


@pytest.mark.parametrize(("written", "right"), [
    ("制度机制", "mechanism"), ("机制", "mechanism"), ("平台", "platform"), ("platfrom", "platform"), ("Method", "method"), ("组织设制", None), ("别的", None),
])
def test_a_value_by_its_label_or_one_slip_away(written: str, right: str | None) -> None:
    assert meant.one_of(written, FORMS) == right


@pytest.mark.parametrize(("written", "right"), [
    ("摘要", "summary"), ("sumary", "summary"), ("Title", "title"), ("distinct-from", "distinct_from"), ("备注", None), ("name", None),
])
def test_a_field_by_its_label_or_one_slip_away(written: str, right: str | None) -> None:
    assert meant.name_of_field(written, Practice) == right
