"""What a figure lists by name is what the source lists: no member another one, none left out."""

import re
from collections.abc import Iterator

from macros.findings import Finding
from macros.fulltext import enumerated, verbatim
from macros.fulltext.originals import Originals
from macros.fulltext.remembered import gathered
from macros.fulltext.verbatim import Texts
from macros.library.catalog import Catalog
from macros.library.similarity import folded
from macros.model import locators
from macros.model.accounts import Figure
from macros.rules import value_against_raw
from macros.rules.rule import Rule
from macros.text.numerals import ARABIC, MASK

# What follows the last member, as in 农业、卫生x个界别小组, is none.
_NUMBER = re.compile(f"{MASK}|{ARABIC}")
# A member that is missing stands next to the others.
_NEAR = 16


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    for found in gathered(catalog, originals, RULE.code, ("practices",), lambda _, pid: _of_practice(catalog, originals, pid)).values():
        yield from found


def _of_practice(catalog: Catalog, originals: Originals, pid: str) -> Iterator[Finding]:
    for i, account in enumerate(catalog.practices[pid].accounts):
        for j, figure in enumerate(account.figures):
            texts = verbatim.texts(catalog, originals, {account.speech: locators.numbers(figure.at or account.at)}) if figure.members else None
            if texts is None or value_against_raw.tells(account, ("figures", j)):  # one mistake, one message
                continue
            if wrong := _wrong(figure, texts):
                member, message, cure = wrong
                yield catalog.finding("practices", pid, ("accounts", i, "figures", j, "members", member), RULE.code, message, cure)


def _wrong(figure: Figure, texts: Texts) -> tuple[int, str, str] | None:
    """The first member that is wrong, what is wrong, and what to write."""
    strange, there = enumerated.absent(figure.members, texts), enumerated.found(figure.members, texts)
    listed = f"：{there.part.label}写的是“{there.words}”" if there else ""
    if strange:
        said = "、".join(f"“{member}”" for member in strange)
        return figure.members.index(strange[0]), f"所列名称{said}，原文{texts.label}里没有{listed}", "照抄原文列出的名称；原文没有的，删去"
    # A list that says itself that it is none of all need not have all.
    missing = [_NUMBER.split(member)[0] for member in enumerated.left_out(there) if folded(_NUMBER.split(member)[0])] if there and "部分" not in figure.label else []
    if missing and there:
        listed = f"：{there.part.label}写的是“{_whole(there, missing)}”"
        said = "、".join(f"“{member}”" for member in missing)
        return 0, f"所列名称里少了{said}{listed}", "照原文列全；只列一部分的，在名目（label）里写明“部分”"
    return None


def _whole(there: enumerated.Found, missing: list[str]) -> str:
    """The source's words from the first that is listed or missing to the last."""
    text, start, end = there.part.text, there.spans[0][0], there.spans[-1][1]
    at = [(text.rfind(member, 0, start), text.find(member, end)) for member in missing if member not in text[start:end]]
    before = [ahead for ahead, _ in at if 0 <= ahead >= start - _NEAR]
    behind = [after + len(member) for (_, after), member in zip(at, (m for m in missing if m not in text[start:end]), strict=True) if 0 <= after <= end + _NEAR]
    return text[min([start, *before]):max([end, *behind])]


RULE = Rule(
    code="members-in-source",
    title="所列名称照抄原文，不换也不少",
    why="原文逐个写出的名称，读者会逐个照着办；换一个、少一个，就不是那几样了（本机有全文时才能查）。",
    wrong="原文“教育、经济、文化、农业、卫生”，所列名称写 [教育, 经济, 文化, 农业, 体育]",
    right="[教育, 经济, 文化, 农业, 卫生]",
    check_against_text=check_against_text,
    exemptible=True,
)
