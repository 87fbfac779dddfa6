"""What an entry is called."""

from types import SimpleNamespace

import pytest

from macros.model.titles import title_of


@pytest.mark.parametrize("field", ["title", "name", "term"])
def test_an_entry_is_called_by_the_one_field_that_it_has(field: str) -> None:
    assert title_of(SimpleNamespace(**{field: "甲"})) == "甲"


def test_what_has_no_title_is_no_entry() -> None:
    with pytest.raises(ValueError, match="entry without a title"):
        title_of(SimpleNamespace(summary="甲"))
