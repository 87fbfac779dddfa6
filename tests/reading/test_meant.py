"""What a person meant: an answer only where there is one."""

import pytest
from pydantic.fields import FieldInfo

from macros.model.accounts import Progress
from macros.model.entries import Citation, Practice, Term, Topic
from macros.model.vocabulary import Form
from macros.reading import meant

FORMS = {form.value: form.label for form in Form}


@pytest.mark.parametrize(("written", "right"), [
    ("第3段第6项", "3.6"), ("第三段", "3"), ("第十二段第二项", "12.2"), ("3。6", "3.6"), ("３.６", "3.6"), ("“3”", "3"), ("3.0", "3"), ("p3", "3"),
    ("3(6)", "3.6"), ("三", "3"), ("第3自然段", "3"), ("3-6", None), ("3.6.1", None), ("3、6", None), ("第5、6段", None), ("末段", None), ("100", None),
    ("0", None), ("第0段", None), ("1", "1"), ("99", "99"),
])
def test_a_locator_in_other_words(written: str, right: str | None) -> None:
    assert meant.locator(written) == right


@pytest.mark.parametrize(("written", "told"), [
    ("3.6.1", '出处只有两级，写 "3.6"，指第 3 段第 6 项'),
    ("3-6", '整段从第 3 段到第 6 段，每一段分开写，各加双引号："3", "4", "5", "6"；指第 3 段第 6 项，写 "3.6"'),
    ("第二段至第四段", '整段从第 2 段到第 4 段，每一段分开写，各加双引号："2", "3", "4"；指第 2 段第 4 项，写 "2.4"'),
    ("4.1～4.3", '出处不写从哪里到哪里，每一处分开写，各加双引号："4.1", "4.2", "4.3"'),
    ("5.2—5.4", '出处不写从哪里到哪里，每一处分开写，各加双引号："5.2", "5.3", "5.4"'),
    ("12.3-5", '出处不写从哪里到哪里，每一处分开写，各加双引号："12.3", "12.4", "12.5"'),
    ("第三段第一项至第三项", '出处不写从哪里到哪里，每一处分开写，各加双引号："3.1", "3.2", "3.3"'),
    ("2、4.1至4.3", '出处不写从哪里到哪里，每一处分开写，各加双引号："2", "4.1", "4.2", "4.3"'),
    ("3.2-4.1", '出处不写从哪里到哪里，每一处分开写，各加双引号：从 "3.2" 起，到 "4.1" 为止，中间的段和项一处写一个'),
    ("“3.2”“3.3”", '每一处分开写，各加双引号："3.2", "3.3"'),
    ("“4.1” “5”", '每一处分开写，各加双引号："4.1", "5"'),
    ("3.3-3.1", '每一处分开写，各加双引号："3.3", "3.1"'),
    ("4-2", '第 4 段第 2 项写 "4.2"；第 4 段和第 2 段分开写："4"、"2"，都加双引号'),
    ("2019-2022", '第 3 段写 "3"，第 3 段第 2 项写 "3.2"，都加双引号'),
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
    ("2026年11月31日", None), ("2026年11月", None), ("去年", None), ("0000年1月1日", None), ("2026年0月1日", None),
    ("2026年1月0日", None),
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


FORM, TOPICS, AT, YES, ORDER, ADDED = (meant.owner(model, (name,))[1] for model, name in (
    (Practice, "form"), (Practice, "topics"), (Citation, "at"), (Term, "unexplained"), (Topic, "order"), (Practice, "added")))
SUMMARY = meant.owner(Practice, ("summary",))[1]


@pytest.mark.parametrize(("kind", "given", "info", "right"), [
    ("enum", "平台载体", FORM, "platform"), ("enum", ["平台载体"], FORM, "platform"), ("enum", ["平台载体", "机制"], FORM, None), ("enum", [3], FORM, None),
    ("enum", "平台载体", None, None), ("date_parsing", "2026年1月7日", ADDED, "2026-01-07"), ("date_type", ["2026年1月7日"], ADDED, "2026-01-07"),
    ("date_type", "去年", ADDED, None), ("string_pattern_mismatch", "第3段", AT, '"3"'), ("string_pattern_mismatch", "末段", AT, None),
    ("string_pattern_mismatch", "第3段", TOPICS, None), ("string_type", "第3段", AT, None),
    ("tuple_type", "第3段、第4段第2项", AT, '["3", "4.2"]'), ("tuple_type", "第3段、末段", AT, None), ("tuple_type", "，", AT, None),
    ("tuple_type", "member-duty, party-building", TOPICS, "[member-duty, party-building]"), ("tuple_type", "3", TOPICS, "[3]"),
    ("tuple_type", "委员履职", TOPICS, None), ("tuple_type", "", TOPICS, None), ("tuple_type", "a", SUMMARY, None), ("string_type", "a", TOPICS, None),
    ("int_parsing", "１２", ORDER, "12"), ("int_parsing", "“12”", ORDER, "12"), ("int_parsing", "12", ORDER, None), ("int_parsing", "十二", ORDER, None),
    ("decimal_parsing", "１２", ORDER, "12"), ("string_type", "１２", ORDER, None),
    ("literal_error", "是", YES, "true"), ("literal_error", "“Yes”", YES, "true"), ("literal_error", "否", YES, None), ("string_type", "是", YES, None),
    ("string_type", ["委员（甲）"], SUMMARY, "委员（甲）"), ("string_type", ["甲: 乙"], SUMMARY, None), ("string_type", [], SUMMARY, None),
    ("string_type", {"a": "b"}, SUMMARY, None), ("tuple_type", ["甲"], SUMMARY, None),
])
def test_what_stands_in_the_file_for_a_value_that_was_refused(kind: str, given: object, info: FieldInfo | None, right: str | None) -> None:
    assert meant.value(kind, given, info) == right


@pytest.mark.parametrize(("written", "told"), [
    ("第3-8段", '整段从第 3 段到第 8 段，每一段分开写，各加双引号："3", "4", "5", "6", "7", "8"；指第 3 段第 8 项，写 "3.8"'),
    ("第3-7段", '整段从第 3 段到第 7 段，每一段分开写，各加双引号："3", "4", "5", "6", "7"；指第 3 段第 7 项，写 "3.7"'),
    ("第7-3段", '第 7 段第 3 项写 "7.3"；第 7 段和第 3 段分开写："7"、"3"，都加双引号'),
    ("3、5、8", '每一段分开写，各加双引号："3", "5", "8"'),
    ("第3段", '写 "3"（第 3 段），加半角双引号'),
    ("末段", '第 3 段写 "3"，第 3 段第 2 项写 "3.2"，都加双引号'),
])
def test_what_to_write_for_several_places_and_for_none(written: str, told: str) -> None:
    assert meant.locator_told(written) == told


def test_a_short_word_is_no_slip_of_another() -> None:
    known = {"to": "指向", "as": "关系", "why": "缘由", "note": "说明", "nota": "记号"}
    assert [meant.one_slip_away(written, known) for written in ("at", "wh", "tow", "whx", "why", "not", "notes", "whyyy")] == [
        None, None, None, "why", "why", None, "note", None]


def test_one_sign_of_a_label_is_no_value() -> None:
    known = {"a": "平台载体", "b": "制度机制", "c": "制度办法"}
    assert [meant.one_of(written, known) for written in ("平", "平台", "制度", "制度机制", "载体")] == [None, "a", None, "b", "a"]


def test_the_nearest_value_is_found_by_itself_or_by_its_label() -> None:
    assert [meant.nearest_of(written, FORMS) for written in ("platforn", "平台裁体", "风马牛不相及")] == ["platform", "platform", None]


def test_the_owner_of_a_place_is_the_model_that_has_the_field() -> None:
    model, info = meant.owner(Practice, ("accounts", 0, "progress", "status"))
    assert (model, info and info.title) == (Progress, "进展")
    assert meant.owner(Practice, ("nobody",)) == (Practice, None)
    assert meant.owner(Practice, ("title", "x", "y")) == (None, None)
