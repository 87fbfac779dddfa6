"""Who does something towards whom must be as the paragraphs say: 党组向区委请示 is not 区委向党组请示."""

from collections.abc import Iterator

from macros.findings import Finding
from macros.fulltext import contrary
from macros.fulltext.contrary import Wrong
from macros.fulltext.likewise import pairs, shared
from macros.fulltext.originals import Originals
from macros.fulltext.statements import Ground, Statement
from macros.fulltext.wording import clause_around
from macros.library.catalog import Catalog
from macros.rules.rule import Rule
from macros.text.relations import Relation, relations
from macros.text.roles import Role

_LEAD = frozenset({"秘书长", "书记", "主席", "主任", "组长"})


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    each = contrary.found(catalog, originals, RULE.code, relations, _wrong)
    return contrary.told(catalog, RULE.code, contrary.outside_names(catalog, originals, each), "的方向与原文不同", "照原文写是谁对谁")


def _wrong(statement: Statement) -> Iterator[Wrong]:
    theirs = [(relation, ground) for ground in statement.cited for relation in relations(ground.text)]
    for ours in relations(statement.text):
        alike = [(relation, ground) for relation, ground in theirs if relation.verb == ours.verb]
        if any(_straight(ours, relation) for relation, _ in alike):
            continue
        words = clause_around(statement.text, ours.start, ours.end)
        contrary = [(r, g) for r, g in alike if _reversed(ours, r)] or list(_paired_otherwise(ours, alike))
        if contrary:
            said = [(clause_around(ground.text, relation.start, relation.end), ground) for relation, ground in contrary]
            theirs_words, ground = max(said, key=lambda each: len(shared(pairs(words), each[0])))
            yield Wrong(words, statement.text.index(words), theirs_words, ground)


def _straight(ours: Relation, theirs: Relation) -> bool:
    by_them = not ours.agents or _meet(ours.agents, theirs.agents) or not (theirs.agents or _meet(ours.agents, theirs.towards))
    return by_them and (not ours.towards or _meet(ours.towards, theirs.towards))


def _reversed(ours: Relation, theirs: Relation) -> bool:
    return (_meet(ours.agents, theirs.towards) and not _meet(ours.agents, theirs.agents)) \
        or (_meet(ours.towards, theirs.agents) and not _meet(ours.towards, theirs.towards))


def _paired_otherwise(ours: Relation, theirs: list[tuple[Relation, Ground]]) -> Iterator[tuple[Relation, Ground]]:
    """What the source says of the same one towards whom it is done, where another does it and ours does it to another."""
    if ours.agents and any(_meet(ours.agents, relation.agents) for relation, _ in theirs):
        yield from ((relation, ground) for relation, ground in theirs
                    if relation.agents and _meet(ours.towards, relation.towards) and not _members(ours.agents, relation.agents))


def _members(ours: tuple[Role, ...], theirs: tuple[Role, ...]) -> bool:
    """Whether the heads of ours may act for the body of theirs: 副书记联系 where 党组联系 is the heading."""
    return all(role.head in _LEAD for role in ours) and not any(role.person for role in theirs)


def _meet(some: tuple[Role, ...], others: tuple[Role, ...]) -> bool:
    return any(one.same(other) for one in some for other in others)


RULE = Rule(
    code="direction-in-source",
    title="谁对谁，照原文写",
    why="“党组向区委请示”写成“区委向党组请示”，每个词原文里都有，意思反了（本机有全文时才能查）。",
    wrong="原文“组长向党组汇报”，要点写“党组向组长汇报”",
    right="要点写“组长向党组汇报”",
    check_against_text=check_against_text,
    exemptible=True,
)
