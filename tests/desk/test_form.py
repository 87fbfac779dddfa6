"""The form has every field of every kind, filled or not; what is not touched stays as it is."""

import re

import pytest

from macros.desk.filling import filled, known, place_of
from macros.desk.form import controls, form
from macros.library.catalog import load
from macros.model import describe
from macros.model.kinds import KINDS
from tests import frozen

CATALOG, _ = load(frozen.DATA)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_the_model_is_in_the_form_of_an_empty_entry(kind: str) -> None:
    paths = [control.path for control in controls(form(KINDS[kind].model, {}))]
    fields = {reference.path.replace("[]", "") for reference in describe.fields(KINDS[kind].model)}
    values = {path for path in fields if not any(other.startswith(f"{path}.") for other in fields)}
    assert {re.sub(r"\.\d+", "", path) for path in paths} == values
    assert len(paths) == len(set(paths))
    assert all(known(KINDS[kind].model, place_of(path) or ()) for path in paths)


def test_a_form_says_what_the_entry_says_and_has_one_more_of_each_list() -> None:
    data = CATALOG.data("practices", "lv-zhi-du-dao-ji-zhi")
    said = {control.path: control for control in controls(form(KINDS["practices"].model, data))}
    assert said["accounts.0.points.1.text"].value == data["accounts"][0]["points"][1]["text"]
    assert said["accounts.0.at.0"].value == "3.3" and said["accounts.0.at.1"].value == ""
    assert said[f"accounts.{len(data['accounts'])}.points.0.text"].value == ""
    assert said["form"].values["incentive"] == "考核激励"
    assert said["accounts.0.speech"].target == "speeches" and said["related.0.to"].target == "practices"


def test_nothing_is_changed_by_sending_back_what_was_shown() -> None:
    for kind, entry_id in CATALOG.origins:
        data = CATALOG.data(kind, entry_id)
        assert filled(KINDS[kind].model, data, {c.path: c.value for c in controls(form(KINDS[kind].model, data))}) is data


@pytest.mark.parametrize(("given", "path", "value"), [
    ({"accounts.2.speech": "a-b", "accounts.2.at.0": "3"}, ("accounts", 2), {"speech": "a-b", "at": ["3"]}),
    ({"aliases.5": "别名"}, ("aliases",), ["别名"]),
    ({"unsaid.0.speech": "a-b"}, ("unsaid", 0), {"what": "考核看哪些方面、怎样打分", "speech": "a-b"}),
    ({"title": "第一行\n第二行 "}, ("title",), "第一行第二行"),
    ({"reviewed.by": "提案委"}, ("reviewed",), {"by": "提案委"}),
])
def test_what_is_given_lands_in_its_place(given: dict[str, str], path: tuple[str | int, ...], value: object) -> None:
    data = {"title": "甲", "accounts": [{"speech": "x"}, {"speech": "y"}], "unsaid": ["考核看哪些方面、怎样打分"]}
    made = filled(KINDS["practices"].model, data, given)
    for step in path:
        made = made[step]
    assert made == value


def test_what_is_emptied_goes_and_takes_along_what_holds_nothing_more() -> None:
    data = {"title": "甲", "keywords": ["一", "二"], "reviewed": {"by": "乙"}, "other": {"kept": "x"}}
    assert filled(KINDS["practices"].model, data, {"keywords.0": "", "reviewed.by": ""}) == {"title": "甲", "keywords": ["二"], "other": {"kept": "x"}}


@pytest.mark.parametrize("path", ["", "accounts", "accounts.0", "nothing", "title.0", "accounts.x.at", "accounts.0.at", "__class__", "accounts.0.speech.x", "../title", "aliases"])
def test_what_names_no_field_is_passed_over(path: str) -> None:
    data = {"title": "甲"}
    assert filled(KINDS["practices"].model, data, {path: "乙"}) is data
