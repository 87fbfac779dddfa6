"""What a draft of a speech proposes for its paragraphs: what each tells, by the names in it, and why some tell of no practice."""

import re
from collections.abc import Sequence

from macros.fulltext.lines import rank, unnumbered
from macros.fulltext.passages import Passage, masks
from macros.fulltext.segments import Section, SpeechText
from macros.importing import ahead, points
from macros.importing.candidates import Candidate
from macros.importing.quotes import unquoted
from macros.library.similarity import folded
from macros.model import locators

_NAMES, _ITEMS = 3, 48
_FIRST = re.compile("[^。！？]*[。！？]?")
# What was reached comes first: 截至今年4月，累计开展协商317次.
_COUNTS = re.compile("^(?:截至|目前|累计|[一二两三四五]年来|[^，。；]{0,6}以来)[^。；]{0,24}?(?:[0-9xX×一二三四五六七八九十百千万]+[余多]?[次件个项条名人场期])")
# How something is mentioned that a paragraph is not about: in a plan, as an instance, as where something goes.
_MENTIONED = re.compile("计划|打算|[将拟]|下一?步|明年|其中|例如|比如|送到|参照|借鉴")
_STRANGE = re.compile("[×＊○〇□●_Ａ-Ｚａ-ｚ０-９]")
_PLANS = re.compile("打算|(?<![模虚比草])拟|计划|(?<!工作)准备|明年|下一?步|今后|将[在要建推开]|力争")
_AHEAD = re.compile("^(?:下一?步|今后|接下来|下阶段|未来)")


def gist(passage: Passage, section: Section, names: Sequence[Candidate]) -> tuple[str, str] | None:
    """What a paragraph tells and where that is said: by the names in it; of one that only mentions them by what it is about: what
    falls short or is ahead, its items, what was reached, the heading above its first paragraph. None where nothing says it, or only
    the heading above, its own first words or the items below do and no name misleads: these stand on the page already and say
    nothing of what is told there, and the paragraph's sentences are the source's."""
    heading, own = folded(section.heading or ""), folded(points.head(unnumbered(passage.text)) or "") if rank(passage.text) else ""
    told = list(dict.fromkeys(c.name for c in sorted(names, key=lambda c: -c.sure)))
    told = [name for name in told if not _STRANGE.search(name) and not masks(name) and folded(name) not in heading and folded(name) != own][:_NAMES]
    shown = "、".join(_as_written(name, passage.text) for name in told)
    if kind := _besides(passage, section):
        return (f"{kind}，提到{shown}。" if shown else f"{kind}。", "由段里说不足、打算的话读出")
    if not told:
        return None
    if all(_by_the_way(passage, name) for name in told):
        return _instead(passage, section)
    plans = [name for name in told if ahead.named(passage.text, name)]
    there, later = ("、".join(_as_written(name, passage.text) for name in told if (name in plans) is planned) for planned in (False, True))
    if not plans:
        return f"讲{shown}。", "取自段里的名称"
    # What is there goes before what is only meant to be.
    return (f"讲{there}，打算中提到{later}。", "取自段里的名称，后面的由说打算的话读出") if there else (f"讲打算，提到{later}。", "由段里说打算的话读出")


def _as_written(name: str, text: str) -> str:
    """A name as the text has it: within quotes where it stands in them, 积分卡 behind “红黄蓝”."""
    if f"“{name}”" in text:
        return f"“{name}”"
    found = re.search("[“”]?".join(map(re.escape, name)), text)
    written = found.group() if found else name
    if found and written.count("“") == written.count("”") - 1 and text[:found.start()].endswith("“"):
        written = f"“{written}"
    return written if written.count("“") == written.count("”") and not written.startswith("”") else name


def _besides(passage: Passage, section: Section) -> str:
    """讲不足, 讲打算 or both, of a paragraph that begins with what falls short and may go on to what is ahead; "" of any other."""
    if not ahead.lacks(passage.text):
        return ""
    return "讲不足和打算" if ahead.turn(passage.text) is not None else "讲不足"


def _by_the_way(passage: Passage, name: str) -> bool:
    """Whether a paragraph is about something else and only mentions a name: in one of its items, or behind its first sentence."""
    at = unquoted(passage.text).find(name)
    if at < 0:
        return False
    if passage.items:
        # An item of which it is the name tells of it: 一是“敲门日”。
        return all(name not in unquoted(text) for text in (passage.text[:passage.items[0].start], *(points.item(passage, n + 1) or "" for n in range(len(passage.items)))))
    return name not in unquoted(_FIRST.match(passage.text).group()) and bool(_COUNTS.match(passage.text) or _MENTIONED.search(_sentence(passage.text, name)))  # type: ignore[union-attr]


def _sentence(text: str, name: str) -> str:
    return next((each for each in re.split("(?<=[。！？])", text) if name in unquoted(each)), "")


def _instead(passage: Passage, section: Section) -> tuple[str, str] | None:
    """What a paragraph that only mentions names is about."""
    items = [item(passage, n + 1) for n in range(len(passage.items))]
    if len(items) > 1 and all(items) and sum(map(len, filter(None, items))) <= _ITEMS:
        return f"讲{'、'.join(filter(None, items))}。", "取自各项开头"
    if _COUNTS.match(passage.text):
        return "讲成效。", "以做成了多少开头"
    words = points.of_heading(section.heading) if section.heading and section.passages[0] is passage else None
    return (f"讲{words}。", "取自小标题") if words and not _STRANGE.search(words) else None


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
