"""What a finding says, for somebody who sees a form and no file: fields and values by their labels, no quotes and brackets of YAML."""

import re
from collections.abc import Iterator, Mapping

from macros.model import describe
from macros.model.fields import Model, fields_of
from macros.model.kinds import KINDS


def _every(model: Model) -> Iterator[Model]:
    yield model
    for below in describe.models(model).values():
        yield from _every(below)


def _labels() -> dict[str, str]:
    return {name: label for kind in KINDS.values() for model in _every(kind.model) for name, label in describe.labels(model).items()}


def _values() -> dict[tuple[str, str], str]:
    return {(info.alias or name, value): label for kind in KINDS.values() for model in _every(kind.model) for name, info in fields_of(model).items()
            for value, label in describe.values(info).items()}


LABELS: Mapping[str, str] = _labels()
VALUES: Mapping[tuple[str, str], str] = _values()
# A field's name in the file, behind its label: here it has its label alone.
_KEY = re.compile(r"（(?:[a-z_0-9]+)）")
_CHOSEN = re.compile(r"(?P<verb>(?:写|改)成? ?)?(?<![a-z_])(?P<name>[a-z_]+): ?(?P<value>[a-z][a-z-]*)(?:（[^）]*）)?")
_EXEMPT = re.compile(r"(?:在末尾)?写?上?[ ]?exempt: \[\{rule: (?P<rule>[a-z-]+), why: 理由\}\]（不检查）")
_QUOTING = re.compile(r"[，,]?(?:都?各?加半角双引号|[各都]加双引号)")


def plain(text: str) -> str:
    """A message or cure without the words of the file."""
    text = _EXEMPT.sub(lambda found: f"在“不检查”里加一项：规则写 {found['rule']}，理由写清楚", text)
    text = _CHOSEN.sub(_by_label, text)
    return _QUOTING.sub("", _KEY.sub("", text))


def _by_label(found: re.Match[str]) -> str:
    name, value = found["name"], found["value"]
    label = VALUES.get((name, value))
    if not label:
        return found.group()
    return f"{found['verb'].strip()}“{label}”" if found["verb"] else f"{LABELS[name]}选“{label}”"
