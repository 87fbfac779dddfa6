"""Where inside a speech another one may begin that has no title of its own: proposed to the editor, never divided unasked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros.fulltext.blocks import Block
from macros.fulltext.lines import key, unnumbered
from macros.importing.division import signs
from macros.importing.division.front import Beginning
from macros.importing.division.runs import greeting_line, label
from macros.text.edit_distance import distance

_SURE = 6.0
# A title of fewer characters is in many sentences.
_TITLE = 4
_WORDS = 40


@dataclass(frozen=True)
class Missing:
    """A title of the contents that begins no speech, and the lines of the text between which its speech must stand."""

    title: str
    after: float
    before: float


def gaps(contents: Sequence[Block], listed: Sequence[tuple[str, int]], missing: Sequence[str], beginnings: Sequence[Beginning]) -> tuple[list[Missing], list[tuple[str, str]]]:
    """Each missing title with the lines of the found ones that stand before and after it in the contents; and those that only
    stand otherwise in the text, each with the title there."""
    titles = {title for title, _ in listed}
    free = [one for one in beginnings if one.title and one.line not in {line for _, line in listed}]
    spelled = {title: near for title in missing if title not in titles and (near := next((one for one in free if alike(title, one.title)), None))}
    rows = [key(block.text) for block in contents]
    at = {line: next((i for i, row in enumerate(rows) if key(title) in row), -1) for title, line in (*listed, *((title, one.line) for title, one in spelled.items()))}
    made = []
    for title in (title for title in missing if title not in spelled):
        own = next((i for i, row in enumerate(rows) if key(title) in row), -1)
        if own >= 0:
            made.append(Missing(title, max((line for line, i in at.items() if 0 <= i < own), default=0), min((line for line, i in at.items() if i > own), default=float("inf"))))
    return made, [(title, one.title) for title, one in spelled.items()]


def alike(title: str, words: str) -> bool:
    """Whether some words are a title in another spelling, or with more about it."""
    wanted, said = key(title), key(unnumbered(words))
    if len(wanted) < _TITLE or len(said) > 2 * len(wanted) + _TITLE:
        return False
    return wanted in said or distance(wanted, said, len(wanted) // 4) <= len(wanted) // 4


def swallowed(own: Sequence[Block], beginnings: Sequence[Beginning], roles: Mapping[int, str], missing: Sequence[Missing]) -> Iterator[Beginning]:
    """The places inside the speeches at which one may begin, with the reasons and how sure they are; `roles` are those of the lines."""
    for one, end in zip(beginnings, [*(b.start for b in beginnings[1:]), len(own)], strict=True):
        told = [i for i in range(one.end, end) if roles.get(own[i].number) == "p"]
        for i in range(told[0] + 1, told[-1] + 1) if told else ():
            found = [*_signs(own, i, one), *_listed(own[i], missing)]
            weight = sum(weight for _, weight in found)
            if weight >= 2 and not (own[i].broken and len(found) == 1):
                title = next((m.title for m in missing if _near(own[i], m)), "")
                yield Beginning(i, i, own[i].number, title, reasons=tuple(reason for reason, _ in found), sure=min(0.9, weight / _SURE), words=own[i].text[:_WORDS])


def _signs(own: Sequence[Block], i: int, one: Beginning) -> list[tuple[str, float]]:
    """What the line and those above it say for a beginning at `i`."""
    greets = _greets(own[i])
    found = [("是称呼", 1.0)] if greets else []
    if own[i].broken:
        found.append(("前面分页", 2.0))
    if signs.closing(own[i - 1].text):
        found.append(("前一篇已经结束（致谢）", 2.0))
    elif _signed(own, i, greets):
        found.append(("前面是落款", 2.0))
    # Who is greeted twice is so by two speakers; 同志们！ ends a long speech.
    if greets and any(b.text == own[i].text or (own[i].text[-1] in "：:" and _greets(b)) for b in own[one.end:i]):
        found.append(("前面称呼过一次", 1.0))
    # Signs of an end say something only of what is no part of it.
    return found if greets or not (label(own[i]) or signs.greeting(own[i].text) or signs.contact(own[i].text)) else []


def _greets(block: Block) -> bool:
    return greeting_line(block) and block.text[-1] in "：:，,！!" and not block.level


def _signed(own: Sequence[Block], i: int, greets: bool) -> bool:
    """Whether a date ends the text above; without a greeting below it has to be signed as well."""
    above = "".join(label(block) or "-" for block in own[max(0, i - 3):i])
    return above.endswith(("UD", "PD", "DU", "DP") if not greets else ("D", "DU", "DP"))


def _listed(block: Block, missing: Sequence[Missing]) -> list[tuple[str, float]]:
    here = [m for m in missing if m.after < block.number < m.before]
    near = next((m for m in here if _near(block, m)), None)
    if near:
        return [(f"像目录里的“{near.title}”", 3.0)]
    return [(f"目录里的“{here[0].title}”应在这前后", 1.0)] if here and (block.broken or _greets(block)) else []


def _near(block: Block, missing: Missing) -> bool:
    """Whether a line is a listed title in another spelling, or a longer one."""
    return missing.after < block.number < missing.before and alike(missing.title, block.text)
