"""A finding as it stands beside a field of a form: worded by the field itself where it only says that something is lacking."""

from macros.desk.form import Control, Group, Many, Part
from macros.desk.wording import Called, plain
from macros.findings import Finding
from macros.model.kinds import KINDS

_LACKING = ("missing-field", "empty-field")
_UNKNOWN = ("bad-id", "unknown-reference")
_SHAPES = ("wrong-shape", "unknown-value")


def lacks(finding: Finding) -> bool:
    """Whether a finding only says that something is not filled in yet."""
    return finding.code == "to-fill" or finding.code in _LACKING


def worded(finding: Finding, part: Part | None, called: Called) -> tuple[str, str]:
    """Message and cure for somebody who sees a form, not a file; `part` is what of the form the finding is about."""
    if finding.code == "to-fill":
        return f"{part.label if part else '这里'}还没有填", "对照左边的原文填上；可以不写的，原文没有就点“原文没有”或者清空"
    if finding.code in _LACKING and part:
        return f"{part.label}还没有填", how(part)
    if finding.code in _UNKNOWN and isinstance(part, Control) and part.target:
        label = KINDS[part.target].label
        return f"库里没有叫“{part.value}”的{label}", f"从列出来的{label}里选；没有的，先点右上角“新写”写一条"
    if finding.code in _SHAPES and isinstance(part, Control) and part.values:
        return plain(finding.message, called), how(part)
    return plain(finding.message, called), plain(finding.cure, called)


def how(part: Part) -> str:
    """How a field is filled in."""
    if isinstance(part, Control) and part.values:
        return f"从里面选一项：{'、'.join(label.partition('：')[0] for value, label in part.values.items() if value != part.value)}"
    if isinstance(part, Control) and part.target:
        return f"按名称选一条{KINDS[part.target].label}"
    if isinstance(part, Many) and isinstance(part.blank, Control) and part.blank.target:
        return f"按名称选{KINDS[part.blank.target].label}：{part.meaning}"
    if isinstance(part, Group | Many):
        return f"写上：{part.meaning}"
    return f"写上：{part.meaning}{f'，例如：{part.example}' if part.example else ''}"
