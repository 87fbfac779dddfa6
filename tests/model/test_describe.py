from macros.model.describe import as_yaml, fields, labels, values
from macros.model.entries import Link, Practice, Term
from macros.model.fields import fields_of


def test_every_field_is_listed_with_those_below_it() -> None:
    found = {field.path: field for field in fields(Practice)}
    places = list(found)
    assert places[0] == "title"
    assert places.index("accounts[]") + 1 == places.index("accounts[].speech")
    progress = found["accounts[].progress.status"]
    assert (progress.label, progress.required, progress.depth, progress.values["planned"]) == ("进展", True, 2, "计划")
    assert found["related[].as"].values == {"part": "组成部分", "premise": "前提", "complement": "配套", "alternative": "另一种做法"}
    assert (found["accounts[].points[].at"].required, found["accounts[].points[].at"].example) == (False, '["3.1"]')


def test_a_field_without_closed_list_has_no_values() -> None:
    assert {field.path: field.values for field in fields(Term)}["term"] == {}


def test_what_is_internal_is_so_with_all_below_it() -> None:
    found = {field.path: field.internal for field in fields(Practice)}
    assert found["title"] == {}
    assert found["updated"] == {"diff": "改了什么已经逐项列出"}
    assert found["exempt[].why"] == found["exempt[]"] == dict.fromkeys(("pages", "api", "diff"), "写给检查和编辑的，不是条目的内容")


def test_labels_go_by_the_name_in_the_file() -> None:
    assert labels(Link) == {"to": "指向", "as": "关系"}


def test_values_of_an_optional_field() -> None:
    from macros.model.accounts import Progress

    assert values(fields_of(Progress)["scope"]) == {"local": "本段", "speech": "全篇"}


def test_examples_are_written_as_in_a_file() -> None:
    assert as_yaml({"to": "a", "at": ["3.1", "x"]}) == '{to: a, at: ["3.1", x]}'
    assert as_yaml(["3", "1.2.3", "a"]) == '["3", 1.2.3, a]'
