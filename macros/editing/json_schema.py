"""JSON Schemas of the entries, so that an editor completes and explains fields in Chinese."""

import json
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from macros.model.fields import ID_PATTERN
from macros.model.kinds import KINDS
from macros.model.vocabulary import Labelled

FOLDER = "schema"
_BAD_ID = "编号用小写拼音、数字和连字符，例如：quan-yuan-ru-wei"


def hint(kind: str) -> str:
    """The comment that tells an editor which schema a file of this kind has."""
    up = "../../" if KINDS[kind].one_file_each else "../"
    return f"# yaml-language-server: $schema={up}{FOLDER}/{kind}.json\n"


def files() -> Mapping[str, str]:
    """The schema files by name, and the settings that tie them to the data in VS Code."""
    schemas = {f"{FOLDER}/{kind}.json": _dumped(schema(kind)) for kind in KINDS}
    # The extension is what reads the schemas; VS Code proposes it when the folder is opened.
    return schemas | {".vscode/settings.json": _dumped(_settings()),
                      ".vscode/extensions.json": _dumped({"recommendations": ["redhat.vscode-yaml"]})}


def fresh(name: str, there: str | None) -> str | None:
    """What the file `name` should hold, where it holds `there` now: settings keep all that is the user's own.

    None where the settings are not plain JSON (VS Code allows comments): then only a person can put ours in.
    """
    wanted = files()[name]
    if there is None or not name.startswith(".vscode/"):
        return wanted
    try:
        theirs, ours = json.loads(there), json.loads(wanted)
        merged = _merged(theirs, ours)
    except (ValueError, TypeError, AttributeError):
        return None
    return there if merged == theirs else _dumped(merged)


def _merged(theirs: dict[str, Any], ours: dict[str, Any]) -> dict[str, Any]:
    """The user's settings with ours where they have none; a list or a table is added to."""
    merged = dict(theirs)
    for key, value in ours.items():
        if key == "yaml.schemas":
            # A schema of ours that is tied to other files now is tied anew; those of others stay.
            merged[key] = {**theirs.get(key, {}), **value}
        elif isinstance(value, list):
            merged[key] = [*theirs.get(key, []), *(item for item in value if item not in theirs.get(key, []))]
        else:
            merged.setdefault(key, value)
    return merged


def schema(kind: str) -> dict[str, Any]:
    """The schema of one file of a kind: an entry, or a table of entries by id."""
    made = _tidy(TypeAdapter(KINDS[kind].model).json_schema(by_alias=True))
    definitions = made.pop("$defs", {})
    for name, values in _closed_lists().items():
        if name in definitions:
            definitions[name] = {"title": definitions[name].get("title", name), "type": "string",
                                 "enum": list(values), "enumDescriptions": list(values.values()),
                                 "markdownEnumDescriptions": list(values.values())}
    made["title"] = KINDS[kind].label
    if not KINDS[kind].one_file_each:
        made = {"title": f"{KINDS[kind].label}，一个编号一段", "type": "object",
                "propertyNames": {"pattern": ID_PATTERN, "patternErrorMessage": _BAD_ID},
                "additionalProperties": made}
    return {"$schema": "http://json-schema.org/draft-07/schema#", **made, "$defs": definitions}


def _tidy(node: Any) -> Any:
    """Without what only Python needs; with Chinese words for a wrong id."""
    if isinstance(node, list):
        return [_tidy(item) for item in node]
    if not isinstance(node, dict):
        return node
    tidy = {key: _tidy(value) for key, value in node.items() if not (key == "default" and value in (None, []))}
    if tidy.get("pattern") == ID_PATTERN:
        tidy["patternErrorMessage"] = _BAD_ID
    if isinstance(tidy.get("description"), str) and "properties" in tidy:
        del tidy["description"]  # a model's docstring speaks to programmers
    return tidy


def _closed_lists() -> Mapping[str, Mapping[str, str]]:
    return {closed.__name__: {value.value: value.label for value in closed} for closed in Labelled.__subclasses__()}


def _settings() -> dict[str, Any]:
    places = {kind.name: f"data/{kind.name}/*.yml" if kind.one_file_each else f"data/{kind.name}.yml"
              for kind in KINDS.values()}
    return {
        "yaml.schemas": {f"./{FOLDER}/{kind}.json": place for kind, place in places.items()},
        "yaml.format.enable": False,
        "files.encoding": "utf8",
        "files.eol": "\n",
        "editor.tabSize": 2,
        "editor.insertSpaces": True,
        "editor.detectIndentation": False,
        "editor.wordWrap": "on",
        "editor.unicodeHighlight.allowedLocales": {"zh-hans": True},
        "[yaml]": {"editor.quickSuggestions": {"other": True, "comments": False, "strings": True}},
    }


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
