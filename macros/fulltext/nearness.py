"""How near an amount of a paragraph is to one of ours: whether the same is counted, in like words."""

import re

from macros.fulltext.likewise import clause_at, pairs
from macros.fulltext.statements import Ground, Statement
from macros.fulltext.wording import CUT, words_around
from macros.text.quantities import COUNTED, NOUN, Quantity, quantities

# What says how far the number reaches stands before what is counted: 1个以上工作站.
REACHES = re.compile("^(?:以上|以下|以内|左右)?的?")
# Words between what is counted and its number: 议事员有一名.
_LINKING = re.compile("(?:共有|共计|约有|只有|已有|达到|数为|[有共计约达为是只仅])+$")
# Fewer characters beside an amount tell nothing of what it is about.
_BARE = 3
_NOTHING = frozenset("的是了在和与及有为个名位次")


def same_noun(ours: Quantity, text: str, theirs: Quantity, source: str) -> int:
    """Whether the same is counted: 2 for the same beginning (界别组 and 界别组合; 委员会 is no 委员活动组), 1 for the last
    word alone (载体 and 活动载体), else 0. What is counted stands behind its number, or before it: 议事点xx个."""
    one, other = noun(ours), noun(theirs)
    if min(len(one), len(other)) < 2:
        return _noun_before(ours, text, theirs, source) if ours.kind == theirs.kind else 0
    if one[:3] == other[:3] or (len(one) == 2 and other.startswith(one)):
        return 2
    return int(ours.kind == theirs.kind and len(other) < NOUN and one.startswith(other[-2:]))


def noun(amount: Quantity) -> str:
    """What is counted, as far as it stands behind its number in one clause."""
    return CUT.split(REACHES.sub("", amount.noun))[0]


def _noun_before(ours: Quantity, text: str, theirs: Quantity, source: str) -> int:
    """The same where one of the two has nothing behind its number, so that what is counted stands before it."""
    one, other = noun(ours), noun(theirs)
    before, theirs_before = (_LINKING.sub("", CUT.split(words[:q.start])[-1]) for words, q in ((text, ours), (source, theirs)))
    behind, ahead = (one, theirs_before) if len(one) >= 2 else (other, before)
    if len(behind) >= 2:
        return 2 if any(len(behind) >= n and ahead.endswith(behind[:n]) for n in (2, 3, 4)) else 0
    return 2 if len(before) >= 2 and theirs_before.endswith(before[-3:]) else 0


def nearest(amount: Quantity, statement: Statement) -> tuple[str, Ground] | None:
    """The amount of the cited paragraphs that ours is most likely a slip of: of the same kind, of the same thing or in like words."""
    alike = [(weight(amount, statement, q, ground), q, ground) for ground in statement.cited for q in quantities(ground.text)
             if q.kind == amount.kind and not q.masked]
    same_unit = [each for each in alike if each[1].unit == amount.unit != ""]
    if len(same_unit) == 1 and len(clause_at(statement.text, amount.start).text) - len(amount.text) < _BARE:
        return words_around(same_unit[0][2].text, same_unit[0][1].start, same_unit[0][1].end), same_unit[0][2]  # there is nothing else to go by
    much, best, ground = max(alike, key=lambda each: each[0], default=(0, None, None))
    return (words_around(ground.text, best.start, best.end), ground) if much and best and ground else None


def weight(amount: Quantity, statement: Statement, theirs: Quantity, ground: Ground) -> int:
    """How much speaks for theirs being what ours should be: 0 for nothing."""
    clause, other = clause_at(statement.text, amount.start), clause_at(ground.text, theirs.start)
    common = len(pairs(clause.text) & pairs(other.text))
    near = shared(amount, statement.text, theirs, ground.text)
    same = same_noun(amount, statement.text, theirs, ground.text)
    # What is counted by a unit of its own has little that it could be mistaken for.
    own = amount.kind not in COUNTED | {"bare", "person", "ordinal"} and amount.unit == theirs.unit
    return 4 * same + 3 * common + near + int(own) if same or common or near > 1 or own else 0


def shared(ours: Quantity, text: str, theirs: Quantity, source: str) -> int:
    """How many characters both have beside their amounts, without those that tell nothing."""
    near = {sign for sign in text[max(0, ours.start - 6):ours.start] + text[ours.end:ours.end + 6] if "一" <= sign <= "鿿"} - _NOTHING
    return len(near & set(source[max(0, theirs.start - 6):theirs.start] + source[theirs.end:theirs.end + 6]))
