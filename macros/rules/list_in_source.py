"""Where we name what a speech lists (甲、乙、丙), no member may be another one than its list has, nor one missing from its midst."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from macros.findings import Finding, Severity
from macros.fulltext import contrary, fixed, remembered, statements
from macros.fulltext.likewise import pairs
from macros.fulltext.listed import APART, VAGUE, Amiss, amiss, lists
from macros.fulltext.originals import Originals
from macros.fulltext.statements import Statement
from macros.library.catalog import Catalog
from macros.library.known_names import KnownNames
from macros.rules import level_in_source
from macros.rules.rule import Rule
from macros.text.institutions import names

# Who or what body a member is; of other words an editor may choose his own.
_NAMED = re.compile("(?:[员长人者部局厅委会院所站校社科联协队组班处办]|主席|书记|主任|干部|代表|群众|专家|学生|教师|企业|商会|单位|政府|法院|街道|乡镇)$")
# So many other members make it sure that it is that list.
_SURE = 3
_LONGEST = 6


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    known = remembered.names(catalog, originals)
    for statement, wrong in statements.wrong(catalog, originals, RULE.code, bool, _of):
        if not contrary.named(known, statement, wrong.start, wrong.start + len(wrong.member)) and not _told(statement, wrong, known):
            yield catalog.finding(statement.kind, statement.entry_id, statement.place, RULE.code,
                                  *said(wrong), Severity.WARNING, needle=wrong.member)


def said(wrong: Amiss) -> tuple[str, str]:
    """What to say of a list, and what to write."""
    theirs = f"：{wrong.ground.label}写的是“{wrong.theirs}”"
    if wrong.left_out:
        return f"“{wrong.member}”少了“{wrong.left_out}”{theirs}", "照原文列全；只列几个的，后面写“等”"
    return f"“{wrong.member}”不在原文列出的几个里{theirs}", "照原文列；原文没有的，删去"


def _told(statement: Statement, wrong: Amiss, known: KnownNames) -> bool:
    """Whether the rule for names tells of it, or that for levels."""
    end = wrong.start + len(wrong.member)
    if any(each.ours.start < end and wrong.start < each.ours.end for each in level_in_source.wrongs(statement)):
        return True
    return any(name.start < wrong.start + len(wrong.member) and wrong.start < name.end and not known.has(name.core or name.text)
               for name in names(statement.text))


def _of(found: Iterable[Statement]) -> Iterator[tuple[Statement, Amiss]]:
    for statement in found:
        if not statement.asks and (wrong := next(chain(_others(statement), _altered(statement), amiss(statement)), None)):
            yield statement, wrong


def _altered(statement: Statement) -> Iterator[Amiss]:
    """Members of what the source has in quotes or brackets that ours has but for a few characters, in quotes or without."""
    return (Amiss(each.words, each.start, each.theirs, each.ground) for each in fixed.altered(statement))


def _others(statement: Statement) -> Iterator[Amiss]:
    for start, ours in lists(statement.text):
        members = APART.split(ours)
        for ground in statement.cited:
            for _, theirs in lists(ground.text):
                if member := _other(members, theirs, statement):
                    yield Amiss(member, start + ours.index(member), theirs, ground)


def _other(members: list[str], theirs: str, statement: Statement) -> str | None:
    """The one member of ours that is none of theirs, if all others are; the last of ours may go on with the sentence."""
    listed = APART.split(theirs)
    if slip := _slip(members, listed, statement):
        return slip
    if any(len(each) > _LONGEST for each in (*listed[1:-1], *members[1:-1])):
        return None  # clauses, which everybody puts in his own words
    sure = len(members) - 1 >= _SURE
    whole, members = members, [_itself(member, members, sure) for member in members]
    # 医疗卫生 is 卫生, 上网 may be 网络.
    strange = [member for member, words in zip(members, whole, strict=True)
               if not any(_same(member, each) or each in words or member[-1] == each[0] for each in (*listed, listed[-1][:2]))]
    if len(strange) != 1:
        return None
    member = strange[0]
    used = sum(any(_same(each, member) for member in members) for each in listed)
    # What stands anywhere in the speech, or all of whose list is there, is put together by the editor.
    if used == len(listed) or not (sure or _NAMED.search(member)) or VAGUE.search(member) or any(_known(member, text) for text in statement.texts):
        return None
    return member


def _slip(members: list[str], listed: list[str], statement: Statement) -> str | None:
    """A member that the list has but for a character or two, where it has the others as they are: 岗位立功 for 岗位建功."""
    # The sentence goes on around the first and the last.
    inner, ours = members[1:-1], [each for each in members if each in listed]
    ours += [each for each in listed if members[0][-3:] == each[-3:] or members[-1][:3] == each[:3]]
    strange, left = [each for each in inner if each not in listed], [each for each in listed if each not in ours]
    # Of a shorter list all others must be there, each in its place.
    whole = len(left) == 1 and len(members) == len(listed) and listed.index(left[0]) == members.index(strange[0]) if strange else False
    if len(strange) != 1 or (len(set(ours)) < _SURE and not whole) or any(strange[0] in text for text in statement.texts):
        return None
    member = strange[0]
    alike = (each for each in left if len(each) == len(member) > (2 if whole else 3))
    return member if any(sum(a != b for a, b in zip(each, member, strict=True)) * 3 <= len(member) for each in alike) else None


def _itself(member: str, members: list[str], sure: bool) -> str:
    """A member without the words of the sentence that the list begins and ends in: 机关干部 in 机关干部分头联系."""
    if member == members[-1] and len(member) > 2:
        return next((member[:n] for n in range(2, 7) if _NAMED.search(member[:n])), member[:2] if sure else member)
    return member[-2:] if member == members[0] and sure and len(member) > 4 else member


def _same(one: str, other: str) -> bool:
    return one in other or other in one or (len(one) > 2 and len(other) > 2 and bool(pairs(one) & pairs(other)))


def _known(member: str, text: str) -> bool:
    return bool(pairs(member)) and any(pair in text for pair in pairs(member))


RULE = Rule(
    code="list-in-source",
    title="列出来的几个，一个也不换",
    why="照着原文列出几家、几项，换进、添进一个原文没有的，或者从当中少一个，读者看不出来（本机有全文时才能查；只列几个的，后面写“等”）。",
    wrong="原文“教育、经济、文化、农业、卫生”，要点写“教育、经济、文化、工业、卫生”",
    right="要点写“教育、经济、文化、农业、卫生”",
    check_against_text=check_against_text,
    exemptible=True,
)
