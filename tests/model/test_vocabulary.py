"""The closed lists: each value has one spelling in files and one word for readers."""

import re

import pytest

from macros.model import vocabulary
from macros.model.vocabulary import Labelled, NameState, Relation

LISTS = [found for found in vars(vocabulary).values() if isinstance(found, type) and issubclass(found, Labelled) and found is not Labelled]


@pytest.mark.parametrize("values", LISTS, ids=lambda values: values.__name__)
def test_no_two_values_are_written_or_called_alike(values: type[Labelled]) -> None:
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", value.value) for value in values)
    assert all(re.fullmatch(r"[\u4e00-\u9fff]+(（[\u4e00-\u9fff]+）)?", value.label) for value in values)
    assert len({value.label for value in values}) == len(values)


def test_a_link_is_called_on_the_other_page_what_this_one_is_to_it() -> None:
    assert {relation.label: relation.inverse_label for relation in Relation} == {
        "组成部分": "所属整体", "前提": "以此为前提", "配套": "配套", "另一种做法": "另一种做法"}


def test_how_much_is_known_of_a_name_is_a_label_that_stands_by_itself() -> None:
    assert [state.tag for state in NameState] == ["名称写明", "名称隐去", "名称没有写明"]
