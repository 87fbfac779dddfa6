"""A body or office that our words name must be the one that the paragraphs name in that place: 主席会议 is not 政协党组."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from macros.findings import Finding
from macros.fulltext import contrary, remembered
from macros.fulltext.contrary import Wrong
from macros.fulltext.likewise import Clause, clause_at, clauses, pairs, sentence_at
from macros.fulltext.originals import Originals
from macros.fulltext.statements import Ground, Statement
from macros.fulltext.wording import words_around
from macros.library.catalog import Catalog
from macros.rules import doer_in_source
from macros.rules.rule import Rule
from macros.text import kept
from macros.text.institutions import names
from macros.text.roles import Role, roles, without

# Everybody may be called so, whatever the source calls him.
_ANYBODY = doer_in_source.ANYBODY | {"社区", "联系人", "小组", "活动组", "工作站", "联络站", "讲师", "企业家", "志愿者", "学者", "主持人", "老同志"}
_DENIED = re.compile("(?:不是|不由|而非|不归|没有|未)[^，。；]{0,4}$")
# Behind these somebody is no subject.
_TOWARDS = re.compile("(?P<word>向|给|到|至|与|对|由|请|把|将|同|和|经|在|为|让|送|取|助|据|合|受|绕)(?:所有|全部|各|本|了|好)?$")
_CHINESE = re.compile("[一-鿿]{2}")
_ALIKE = 2


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    each = contrary.found(catalog, originals, RULE.code, roles, _wrong)
    names = remembered.names(catalog, originals)
    left = ((statement, wrong) for statement, wrong in each if not names.calls_at(statement.text, wrong.start, wrong.start + len(wrong.words)))
    return contrary.told(catalog, RULE.code, left, "与原文不同", "照原文写是谁")


def _wrong(statement: Statement) -> Iterator[Wrong]:
    # The summary of a problem puts together what several speeches say.
    who = [role for role in roles(statement.text) if role.head not in _ANYBODY or role.text == "政协机关"] if statement.kind != "problems" else []
    named = names(statement.text) if who else ()
    for ours in who:
        if not any(name.start < ours.end and ours.start < name.end for name in named) and not _DENIED.search(statement.text[:ours.start]) \
                and (found := _other(ours, statement)):
            theirs, ground = found
            yield Wrong(ours.text, ours.start, words_around(ground.text, theirs.start, theirs.end), ground)


def _other(ours: Role, statement: Statement) -> tuple[Role, Ground] | None:
    """Who stands in the place of ours in the clauses that say the same, where none of these names ours as well."""
    clause = clause_at(statement.text, ours.start)
    towards = _TOWARDS.search(clause.text[:ours.start - clause.start])
    if not towards and any(ours.text in words for words in statement.around):
        return None
    said, own = pairs(without(clause.text)), roles(clause.text)
    alike = [(common, theirs, ground) for ground in statement.cited for common, theirs in _alike(said, ground.text)]
    most = max((common for common, _, _ in alike), default=0)
    best = [(theirs, ground) for common, theirs, ground in alike if common == most]
    slot = _slot(ours, statement.text)
    for theirs, ground in best:
        strangers = [role for role in _placed(theirs) if not any(role.same(each) for each in own)]
        if same := [role for role in strangers if slot & _slot(role, ground.text)]:
            found = None if any(_has(ours, each.text) for each, _ in best) else same[0]
        else:
            others = [role for role in strangers if role.head not in _ANYBODY and not _beside(ours, role, own, theirs)]
            found = others[0] if len(others) == 1 and not any(_has(ours, each.text if towards else sentence_at(there.text, each.start)) for each, there in best) else None
        if found:
            return found, ground
    return None


def _beside(ours: Role, stranger: Role, own: Iterable[Role], theirs: Clause) -> bool:
    """Whether a body of theirs stands elsewhere than ours, a person beside others whom both have: 书记、副书记 contact a 党支部."""
    return ours.person and not stranger.person and any(role.person and role != ours and _has(role, theirs.text) for role in own)


def _placed(clause: Clause) -> Iterator[Role]:
    return (role._replace(start=role.start + clause.start, end=role.end + clause.start) for role in roles(clause.text))


def _slot(role: Role, text: str) -> frozenset[str]:
    """What stands directly before and behind somebody."""
    before, behind = text[max(0, role.start - 2):role.start], text[role.end:role.end + 2]
    towards = _TOWARDS.search(text[max(0, role.start - 3):role.start])
    found = {f"{before}_" if _CHINESE.fullmatch(before) else "", f"_{behind}" if _CHINESE.fullmatch(behind) else "", f"{towards['word']}_" if towards else ""}
    return frozenset(found - {""})


def _has(ours: Role, text: str) -> bool:
    return ours.text in text or any(ours.same(role) for role in roles(text))


def _alike(said: Iterable[str], text: str) -> Iterator[tuple[int, Clause]]:
    """The clauses of a paragraph that have enough of the pairs `said`, each with how many."""
    whole, every = _clauses(text)
    there = [pair for pair in said if pair in whole]
    for clause, words in every if len(there) >= _ALIKE else ():
        if (common := sum([pair in words for pair in there])) >= _ALIKE:
            yield common, clause


# One statement after the other is held against the same paragraphs.
@lru_cache(maxsize=kept.PARAGRAPHS)
def _clauses(text: str) -> tuple[str, tuple[tuple[Clause, str], ...]]:
    """A paragraph without who acts in it, and so its clauses."""
    about = without(text)
    return about, tuple((clause, about[clause.start:clause.end]) for clause in clauses(text))


RULE = Rule(
    code="office-in-source",
    title="是哪个单位、哪个职务，照原文写",
    why="“区委”写成“区政府”，“政协党组”写成“主席会议”，都是真有的单位，读者却找错了人（本机有全文时才能查）。",
    wrong="原文“重大工作向区委请示”，要点写“重大工作向区政府请示”",
    right="要点写“重大工作向区委请示”",
    check_against_text=check_against_text,
    exemptible=True,
)
