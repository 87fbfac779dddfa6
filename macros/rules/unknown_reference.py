"""Every id that an entry names must exist, and be of the right kind."""

import re
from collections.abc import Iterator

from macros.findings import Finding
from macros.library.catalog import Catalog
from macros.library.naming import FEW, listed, near
from macros.library.references import of, references
from macros.model.kinds import KINDS
from macros.model.titles import title_of
from macros.rules.rule import Rule
from macros.text.edit_distance import distance

# More wrong letters are another word.
_SLIP = 2
_SYLLABLE = re.compile("(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:[aoeiuv]|ai|ei|ao|ou|an|en|ang|eng|ong|er|ia|ie|iao|iu|ian|in|iang|ing|iong|ua|uo|uai|ui|uan|un|uang|ve|ue)")


def check_library(catalog: Catalog) -> Iterator[Finding]:
    for kind, entry_id, place, target_kind, target in references(catalog):
        if catalog.has(target_kind, target) or (target_kind, target) in catalog.former:
            continue
        label = KINDS[target_kind].label
        other = catalog.kind_of(target)
        if other:
            message = f"“{target}”是{KINDS[other].label}的编号，这里要写{label}的编号"
        else:
            message = f"没有编号为“{target}”的{label}"
        yield catalog.finding(kind, entry_id, place, RULE.code, message, suggest(catalog, target_kind, target))


def looks_at(catalog: Catalog, kind: str, entry_id: str) -> object:
    return [target for _, *target in of(catalog, kind, entry_id)]


def suggest(catalog: Catalog, kind: str, wrong: str) -> str:
    """What to write instead of a wrong id: the nearest id or, by title, the nearest name."""
    entries = catalog.of(kind)
    renamed = catalog.former.get((kind, wrong))
    if renamed:
        return f"这个{KINDS[kind].label}改了编号，写 {renamed}（{title_of(entries[renamed])}）"
    titles, label = {i: title_of(e) for i, e in entries.items()}, KINDS[kind].label
    # Of the id of something else it is not asked whether it is something like it.
    like = None if catalog.kind_of(wrong) else near(wrong, titles)
    # Written as an id, it is a slip for another id or none.
    if like and wrong.isascii() and not _slip(kind, wrong, like):
        like = None
    if like is None:
        few = f"：{listed(titles)}" if 0 < len(titles) <= FEW else ""
        return f"先新建这个{label}，或改成已有的编号{few}"
    return f"是不是 {like}（{titles[like]}）？没有就先新建这个{label}"


def _slip(kind: str, wrong: str, right: str) -> bool:
    """Whether one id may be the other mistyped: a letter or two, never a number alone, which tells namesakes apart. In the
    name of a body a syllable that is one is another place: jin-shi-…, yun-shi-…."""
    if re.sub(r"-?\d+", "", wrong) == re.sub(r"-?\d+", "", right):
        return False
    ones, others = wrong.split("-"), right.split("-")
    if kind == "organizations" and len(ones) == len(others) and all(_SYLLABLE.fullmatch(a) for a, b in zip(ones, others, strict=True) if a != b):
        return False
    return distance(wrong, right, _SLIP) <= _SLIP


RULE = Rule(
    code="unknown-reference",
    title="提到的编号要存在",
    why="页面之间的链接都由编号生成；编号写错，读者点开的就是空页。",
    wrong="topics: [dang-jiang]",
    right="topics: [party-building]",
    check_library=check_library,
    looks_at=looks_at,
)
