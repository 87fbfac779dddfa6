"""What a draft of a speech proposes for its paragraphs: what each tells, by the names in it, and why some tell of no practice."""

import re
from collections.abc import Sequence

from macros.fulltext.lines import rank, unnumbered
from macros.fulltext.passages import Passage, masks
from macros.fulltext.segments import Section, SpeechText
from macros.importing import ahead, points
from macros.importing.candidates import Candidate
from macros.library.similarity import folded
from macros.model import locators

_NAMES = 3
_STRANGE = re.compile("[×＊○〇□●_Ａ-Ｚａ-ｚ０-９]")
_PLANS = re.compile("打算|(?<![模虚比草])拟|计划|(?<!工作)准备|明年|下一?步|今后|将[在要建推开]|力争")
_AHEAD = re.compile("^(?:下一?步|今后|接下来|下阶段|未来)")


def gist(passage: Passage, section: Section, names: Sequence[Candidate]) -> tuple[str, str] | None:
    """What a paragraph tells and where that is said: by the names in it. None where nothing says it, or only the heading above, its
    own first words or the items below do: these stand on the page already and say nothing of what is told there, and the
    paragraph's sentences are the source's."""
    heading, own = folded(section.heading or ""), folded(points.head(unnumbered(passage.text)) or "") if rank(passage.text) else ""
    told = list(dict.fromkeys(c.name for c in sorted(names, key=lambda c: -c.sure)))
    told = [name for name in told if not _STRANGE.search(name) and not masks(name) and folded(name) not in heading and folded(name) != own][:_NAMES]
    shown = [f"“{name}”" if f"“{name}”" in passage.text else name for name in told]
    return (f"讲{'、'.join(shown)}。", "取自段里的名称") if told else None


def tail(passage: Passage) -> bool:
    """Whether words that are no more of the last item stand behind it: what falls short, what is ahead."""
    if not passage.items:
        return False
    last = passage.items[-1]
    sentences = [each for each in re.split("(?<=[。！？])", passage.text[last.start:]) if each.strip()]
    return any(ahead.LACKS.search(each) or _AHEAD.match(each.strip()) for each in sentences[1:])


def item(passage: Passage, number: int) -> str | None:
    """What an item calls itself."""
    words = points.item(passage, number)
    return words if words and not _STRANGE.search(words) else None


def no_practice(passage: Passage, section: Section, text: SpeechText, named: Sequence[str] = ()) -> tuple[str, str] | None:
    """Why a paragraph tells of no practice, where its place or its words say so: 检验办理成效 may head three practices. One in
    which something is `named` that may be a practice is for a person to judge."""
    if named:
        return None
    # Only the first section may have no heading.
    if not section.heading and len(text.outline) > 1:
        return "交代背景", "在第一个小标题前面"
    # What is planned for a lack may be a practice: who looks at it says whether it is.
    if (found := ahead.LACKS.search(passage.text[:200])) and not _PLANS.search(passage.text):
        return "讲不足", f"有“{found.group()}”"
    if found := _AHEAD.match(passage.text):
        return "讲打算", f"以“{found.group()}”开头"
    return None


def named(candidates: Sequence[Candidate]) -> dict[int, list[str]]:
    """The sure names of a speech by paragraph, those that the library has as well."""
    found: dict[int, list[str]] = {}
    for candidate in (c for c in candidates if c.strong):
        for number in {locators.parse(at)[0] for at in candidate.places}:
            found.setdefault(number, []).append(candidate.name)
    return found


def by_paragraph(candidates: Sequence[Candidate]) -> dict[int, list[Candidate]]:
    """The sure new names of a speech by the paragraphs that tell of them."""
    found: dict[int, list[Candidate]] = {}
    for candidate in (c for c in candidates if c.strong and c.known is None):
        for number in {locators.parse(at)[0] for at in candidate.places}:
            found.setdefault(number, []).append(candidate)
    return found
