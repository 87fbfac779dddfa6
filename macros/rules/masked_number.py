"""A number that the source masks must not appear in our words."""

import re
from collections.abc import Iterator
from functools import lru_cache

from macros.findings import Finding
from macros.library.catalog import Catalog
from macros.model.accounts import Account
from macros.model.entries import Practice
from macros.model.inline_links import Place
from macros.model.vocabulary import FigureState
from macros.rules.rule import Rule
from macros.text.numerals import value

_MASK = re.compile(r"x+(?:[-—~～至到]x+)*")
_NUMBER = "[0-9０-９零〇一二两三四五六七八九十百千]+"


@lru_cache(maxsize=4096)
def filled(raw: str) -> tuple[re.Pattern[str], ...]:
    """Patterns that find the words of a masked figure with a number where the mask stood.

    A mask is known by up to three characters behind it; when there are fewer than two, by those
    before it as well. One without such company finds nothing.
    """
    patterns = []
    masks = list(_MASK.finditer(raw))
    for i, mask in enumerate(masks):
        before = raw[masks[i - 1].end() if i else 0:mask.start()][-2:]
        after = raw[mask.end():masks[i + 1].start() if i + 1 < len(masks) else len(raw)][:3]
        if len(after) < 2 and len(before) + len(after) < 2:
            continue
        start = re.escape(before) if len(after) < 2 else ""
        patterns.append(re.compile(f"{start}{_NUMBER}(?:[-—~～至到]{_NUMBER})?{re.escape(after)}"))
    return tuple(patterns)


def check_practice(catalog: Catalog, pid: str, practice: Practice) -> Iterator[Finding]:
    # One text, one message, however many masks are filled in it.
    told: dict[Place, list[tuple[str, str]]] = {}
    for i, account in enumerate(practice.accounts):
        for place, words, raw in _of_account(practice, i, account):
            if (words, raw) not in told.setdefault(place, []):
                told[place].append((words, raw))
    for place, filled_in in told.items():
        said = "；".join(f"“{words}”里的数，原文隐去了（{raw}）" for words, raw in filled_in)
        raws = "、".join(f"“{raw}”" for raw in dict.fromkeys(raw for _, raw in filled_in))
        yield catalog.finding("practices", pid, place, RULE.code, said, f"照原文写成{raws}，或不写数；原文别处写明了这个数的，把那一处写进数字（figures）", needle=filled_in[0][0])


def _of_account(practice: Practice, i: int, account: Account) -> Iterator[tuple[Place, str, str]]:
    """The places of filled masks, the words there, and the mask as the source has it."""
    masked = [f.raw for f in account.figures if f.state is FigureState.REDACTED and f.raw]
    if not masked:
        return
    given = [f.raw for f in account.figures if f.state is FigureState.GIVEN and f.raw]
    texts = list(_texts(practice, i, account))
    whole = "\n".join(text for _, text in texts)
    for raw in masked:
        if not _found(raw, whole):
            continue
        for place, text in texts:
            words = _found(raw, text)
            if words and not any(_says(other, words) for other in given):
                yield place, words, raw


def _texts(practice: Practice, i: int, account: Account) -> Iterator[tuple[Place, str]]:
    yield ("title",), practice.title
    yield ("summary",), practice.summary
    for j, point in enumerate(account.points):
        yield ("accounts", i, "points", j, "text"), point.text
    for j, figure in enumerate(account.figures):
        yield ("accounts", i, "figures", j, "label"), figure.label
    yield from ((("distinct_from", j, "why"), distinction.why) for j, distinction in enumerate(practice.distinct_from))
    yield from ((("unsaid", j), unsaid.what) for j, unsaid in enumerate(practice.unsaid))


def tells(catalog: Catalog, kind: str, entry_id: str, words: str, text: str) -> bool:
    """Whether this rule tells of these words of a text already."""
    practice = catalog.practices.get(entry_id) if kind == "practices" else None
    return practice is not None and any(
        (found := _found(figure.raw, text)) and words[:2] in found for account in practice.accounts
        for figure in account.figures if figure.state is FigureState.REDACTED and figure.raw)


def _found(raw: str, text: str) -> str | None:
    return next((hit.group() for pattern in filled(raw) if (hit := pattern.search(text))), None)


def _says(given: str, words: str) -> bool:
    """Whether a figure that is given has these words, its number in whatever writing: 3个专委会 for 三个专委会."""
    number = re.match(_NUMBER, words)
    if number is None or words in given:
        return words in given
    return any(value(m.group()) == value(number.group()) and given.startswith(words[number.end():], m.end()) for m in re.finditer(_NUMBER, given))


RULE = Rule(
    code="masked-number",
    title="原文隐去的数不能补上",
    why="原文用 x 遮住的数，谁也不知道是多少；数一数列出的名称得来的数，也不是原文写的。",
    wrong="figures 里 raw: x个临时党支部，要点写“成立6个临时党支部”",
    right="要点写“成立若干临时党支部，数目原文隐去”",
    check_practice=check_practice,
    exemptible=True,
)
