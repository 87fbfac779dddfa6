"""The schemas that editors read are committed, fresh, and accept what the check accepts."""

import json
from pathlib import Path

import pytest

from macros.editing.json_schema import files, hint, schema
from macros.model.kinds import KINDS

PROJECT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", files())
def test_the_committed_file_is_fresh(name: str) -> None:
    assert (PROJECT / name).read_text(encoding="utf-8") == files()[name], "run: kb schema"


def test_fields_are_explained_in_chinese() -> None:
    form = schema("practices")["properties"]["form"]
    assert (form["title"], form["description"]) == ("类型", "做法属于哪一类")
    assert schema("practices")["$defs"]["Form"]["enumDescriptions"] == ["组织设置", "制度机制", "平台载体", "活动品牌", "工作方法", "考核激励"]


def test_unknown_fields_are_refused_and_required_ones_named() -> None:
    practice = schema("practices")
    assert practice["additionalProperties"] is False
    assert practice["required"] == ["title", "summary", "form", "topics", "accounts", "added"]


def test_a_file_of_many_is_a_table_by_id() -> None:
    topics = schema("topics")
    assert topics["propertyNames"]["pattern"] == "^[a-z0-9][a-z0-9-]{0,63}$"
    assert topics["additionalProperties"]["properties"]["question"]["title"] == "问题"


def test_what_yaml_reads_as_a_boolean_or_number_is_one_in_the_schema() -> None:
    assert schema("terms")["additionalProperties"]["properties"]["unexplained"]["anyOf"][0] == {"const": True}
    assert schema("practices")["$defs"]["Figure"]["properties"]["value"]["anyOf"][0] == {"type": "number"}


@pytest.mark.parametrize("kind", KINDS)
def test_the_hint_in_a_file_leads_to_its_schema(kind: str) -> None:
    folder = PROJECT / "data" / kind if KINDS[kind].one_file_each else PROJECT / "data"
    target = hint(kind).partition("$schema=")[2].strip()
    assert (folder / target).resolve() == PROJECT / "schema" / f"{kind}.json"


def test_vs_code_knows_the_schema_of_every_file() -> None:
    settings = json.loads((PROJECT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.schemas"]["./schema/practices.json"] == "data/practices/*.yml"
    assert settings["yaml.schemas"]["./schema/topics.json"] == "data/topics.yml"
