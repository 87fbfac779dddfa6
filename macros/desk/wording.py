"""What a finding, a field's meaning or an import's reason says, for somebody who sees a form and no file: fields and values by
their labels, entries by their names, no file names, line numbers, quotes and brackets of YAML."""

import re
from collections.abc import Callable, Iterator, Mapping

from macros.model import describe
from macros.model.fields import Model, fields_of
from macros.model.kinds import KINDS

# The name of an entry by its id, None for what is no entry's.
Called = Callable[[str], str | None]


def _every(model: Model) -> Iterator[Model]:
    yield model
    for below in describe.models(model).values():
        yield from _every(below)


def _labels() -> dict[str, str]:
    # Of fields that are called alike, the first counts: those of practices are met most.
    return {name: label for kind in reversed(KINDS.values()) for model in reversed(list(_every(kind.model))) for name, label in describe.labels(model).items()}


def _values() -> dict[tuple[str, str], str]:
    return {(info.alias or name, value): label for kind in KINDS.values() for model in _every(kind.model) for name, info in fields_of(model).items()
            for value, label in describe.values(info).items()}


LABELS: Mapping[str, str] = _labels()
VALUES: Mapping[tuple[str, str], str] = _values()
# A value's label where no field is named beside it.
ANYWHERE: Mapping[str, str] = {value: label for (_, value), label in reversed(list(VALUES.items()))} | {"true": "是"}

_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_EXEMPT = re.compile(r"(?:在末尾)?写?上?[ ]?exempt: \[\{rule: (?P<rule>[a-z-]+), why: 理由\}\]（不检查）")
_COMMAND = re.compile(r"（kb [^）]*）|[；，](?:自己算就)?用 (?:kb (?!import)|sha256sum)[^；。]*")
_IMPORT = re.compile(r"用 kb import ?(?:的 [^；。]*? )?")
_EXAMPLE = re.compile(r"[，；。]例如：(?:\{(?:[^{}]|\{[^{}]*\})*\}|\[\{.*?\}\])")
# A field's name in the file, behind its label: here it has its label alone.
_KEY = re.compile(r"（(?P<name>[a-z_][a-z_0-9]*)(?P<more>[，：:、]?)(?P<end>）?)")
_PATH = re.compile(rf" ?(?:[\w.-]+/)?(?P<kind>{'|'.join(KINDS)})(?:/(?P<id>{_ID}))?\.yml ?")
_NAMED = re.compile(rf"(?<![\[A-Za-z0-9_-])(?P<id>{_ID})（(?P<called>[^（）]*)）")
_CHOSEN = re.compile(r"(?P<verb>(?:写|改)成? ?)?(?<![a-z_])(?P<name>[a-z_]+): ?(?P<value>[a-z][a-z-]*)(?:（[^）]*）)?")
_SET = re.compile(r"(?P<verb>写上|写成|改成|写|加上)? ?(?<![A-Za-z_/-])(?P<name>[a-z_]+)(?:: ?|：)")
_WORD = re.compile(r"(?<![\[A-Za-z0-9_./-])(?P<word>[a-z][a-z0-9_-]*)(?![A-Za-z0-9_./-])")
_LIST = re.compile(r"\[(?!\[)([^\[\]]*)\](?!\])")
_LINES = re.compile(r"（第 [\d、…–]+ 行也是）|第 [\d–]+ ?行(?:、第 [\d–]+ ?行)*(?:：| 起)?")
_QUOTING = re.compile(r"[，,]?(?:都?各?加半角双引号|[各都]加双引号|不用方括号(?:，也不分行列出)?)|，以 - 开头，或写在方括号里")
_INNER = str.maketrans("“”", "‘’")
_OWN = re.compile(r"“[^“”]*”|《[^《》]*》")


def plain(text: str, called: Called = lambda _: None) -> str:
    """A message, cure or meaning without the words of the file; `called` names entries by their ids."""
    text = _EXEMPT.sub(lambda found: f"在“不检查”里加一项：规则写“{rule_called(found['rule'])}”，理由写清楚", text)
    text = _IMPORT.sub("从“导入文件”", _EXAMPLE.sub("", _COMMAND.sub("", text)))
    text = _PATH.sub(lambda found: _entry(found, called), text)
    text = _outside(text, lambda part: _CHOSEN.sub(_by_label, part))
    text = _NAMED.sub(lambda found: _beside(found, called), text)
    text = _KEY.sub(_key, text)
    text = _LIST.sub(lambda found: "、".join(part.strip() for part in found.group(1).split(",")), text)
    text = _outside(text, lambda part: _SET.sub(_set, part))
    text = _WORD.sub(lambda found: f"“{named}”" if (named := called(found["word"])) and "-" in found["word"] else found.group(), text)
    text = _outside(text, lambda part: _WORD.sub(_word, part))
    text = _QUOTING.sub("", _LINES.sub("", text)).replace('"', "")
    return re.sub("““(.*?)””", r"“\1”", re.sub("“(《.*?》)”", r"\1", text)).strip().rstrip("：，；")


def meaning(text: str, target: str = "") -> str:
    """What a field is for, as a form says it; of one that is picked by name (`target`, a kind) nothing of ids."""
    return plain(re.sub("的编号$", "", text) if target else text)


def inner(text: str) -> str:
    """A name as it stands between quotation marks: its own are single ones there."""
    return text.translate(_INNER)


def shown(value: str, values: Mapping[str, str], name: str | None) -> str:
    """A value as a form shows it: by its label, an entry by its name."""
    return values.get(value, name or value)


def rule_called(code: str) -> str:
    """A rule by its title, for whom its code says nothing; the code where there is none."""
    from macros import rules

    return next((rule.title for rule in rules.RULES if rule.code == code), code)


def _outside(text: str, change: Callable[[str], str]) -> str:
    """Changed where the text speaks itself, not in the entry's own words that it quotes."""
    made, at = "", 0
    for found in _OWN.finditer(text):
        made += change(text[at:found.start()]) + found.group()
        at = found.end()
    return made + change(text[at:])


def _entry(found: re.Match[str], called: Called) -> str:
    label = KINDS[found["kind"]].label
    return f"{label}“{called(found['id']) or found['id']}”" if found["id"] else label


def _by_label(found: re.Match[str]) -> str:
    name, value = found["name"], found["value"]
    label = VALUES.get((name, value)) or (ANYWHERE["true"] if value == "true" and name in LABELS else None)
    if not label:
        return found.group()
    return f"{found['verb'].strip()}“{label}”" if found["verb"] else f"{LABELS[name]}选“{label}”"


def _beside(found: re.Match[str], called: Called) -> str:
    """`county（县级）`, `scope（范围）`, `quan-yuan-ru-wei（全员入委）`: what it is called stands beside it."""
    word, beside = found["id"], found["called"]
    if word in ANYWHERE:
        label = next((each for (_, value), each in VALUES.items() if value == word and each == beside), ANYWHERE[word])
        return label if beside in (label, "") else f"{label}（{beside}）"
    if word in LABELS:
        return beside if beside in LABELS.values() else f"{LABELS[word]}（{beside}）"
    return f"“{beside}”" if called(word) or "-" in word else found.group()


def _key(found: re.Match[str]) -> str:
    if found["name"] not in LABELS:
        return found.group()
    return "" if found["end"] and not found["more"] else "（" if found["more"] else found.group()


def _set(found: re.Match[str]) -> str:
    if found["name"] not in LABELS:
        return found.group()
    verb = found["verb"] or ""
    return f"{LABELS[found['name']]}{verb}" if verb in ("写成", "改成") else f"{verb}{LABELS[found['name']]}："


def _word(found: re.Match[str]) -> str:
    word = found["word"]
    return LABELS.get(word) or ANYWHERE.get(word) or found.group()
