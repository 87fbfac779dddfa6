"""What all accounts of a practice only plan must not be told as done by a page that links it."""

import re
from collections.abc import Iterable, Iterator, Sequence

from macros.findings import Finding, Severity
from macros.fulltext import open_still
from macros.fulltext.likewise import clause_at
from macros.fulltext.statements import Ground
from macros.handwritten.docs_folder.grounds import Grounds, Prose
from macros.handwritten.docs_folder.pages import Page
from macros.handwritten.docs_folder.sentences import Sentence
from macros.handwritten.docs_folder.spoken import referred, spoken_of
from macros.library.catalog import Catalog
from macros.model.vocabulary import Status
from macros.rules import plan_in_source, planned_elsewhere
from macros.rules.planned_as_done import OPEN, cure, wrongly_done
from macros.text.completion import CLAUSE, STATEMENT, told_as_done
from macros.text.quantities import quantities

# So many characters at the end of a title name a practice: 履职档案.
_END = 4
# Who says one of these tells no fact: what is meant, asked, or not told.
_MEANT = re.compile("计划|打算|谋划|准备|设想|[拟将要应须]|提出|探索|建议|争取|没有?|未|[哪几谁]|多少|多久|怎[样么]|是否|隐去")
_OTHERWISE = "就先改那一条的 progress 和依据"
_CURE = "照原文写“正在、探索、拟”一类的话；原文别处说已经做到的，用宏连上讲到它的那一条"


def check(prose: Iterable[Prose], catalog: Catalog, grounds: Grounds) -> Iterator[Finding]:
    """Findings about what pages tell as done."""
    for page, topics, sentences in prose:
        for sentence in sentences:
            yield from _rhythms(page, sentence, _Subjects(catalog, grounds, grounds.practices_of(topics)))
            if told_as_done(sentence.text):
                found = list(_of_sentence(page, sentence, _Subjects(catalog, grounds, grounds.practices_of(topics))))
                yield from found or _of_paragraphs(page, sentence, topics, catalog, grounds)  # one mistake, one message


def _of_sentence(page: Page, sentence: Sentence, subjects: "_Subjects") -> Iterator[Finding]:
    """The words that tell as done what their clause's subject only plans. A clause without a subject has that of the
    clause before; before any is named, the sentence's own are meant, else those of the sentence before."""
    all_of = [link.entry_id for link in sentence.links or sentence.before if link.kind == "practices"]
    named, bodies = subjects.by_name(sentence.text) if not all_of else [], list[str]()
    for m in CLAUSE.finditer(sentence.text):
        start, end = sentence.start + m.start(), sentence.start + m.end()
        inside = [link for link in sentence.links if start <= link.start < end]
        named = [link.entry_id for link in inside if link.kind == "practices"] or named
        bodies = [link.entry_id for link in inside if link.kind == "organizations"] or bodies
        pronoun = referred(sentence, m.start())
        words = told_as_done(m.group())
        statuses = subjects.statuses(named or all_of, [pronoun] if pronoun else bodies) if words else []
        if words and (wrong := wrongly_done(m.group(), statuses)):
            yield page.finding(start + m.group().find(wrong), planned_elsewhere.RULE.code,
                               f"说的做法进展是“{statuses[0].label}”，这里却写成“{wrong}”，像是已经做到", cure(statuses[0], _OTHERWISE))


def _rhythms(page: Page, sentence: Sentence, subjects: "_Subjects") -> Iterator[Finding]:
    """Where a clause tells how often something is done that its subject only plans or calls for, and nothing says so from the last
    semicolon on: 每半年召开一次界别协商会, of what is planned."""
    for part in STATEMENT.finditer(sentence.text):
        often = next((q for q in quantities(part.group()) if q.frequency), None)
        if often is None or _MEANT.search(part.group()):
            continue
        inside = [link for link in sentence.links if sentence.start + part.start() <= link.start < sentence.start + part.end()]
        clause = clause_at(part.group(), often.start)
        named = [link.entry_id for link in inside if link.kind == "practices"] or subjects.by_name(clause.text)
        statuses = subjects.statuses(named, [link.entry_id for link in inside if link.kind == "organizations"]) if named else []
        if statuses and OPEN.issuperset(statuses):
            yield page.finding(sentence.start + part.start() + often.start, planned_elsewhere.RULE.code,
                               f"说的做法进展是“{statuses[0].label}”，这里只写“{often.text}”，像是已经这样做", cure(statuses[0], _OTHERWISE), Severity.WARNING)


def _of_paragraphs(page: Page, sentence: Sentence, topics: tuple[str, ...], catalog: Catalog, grounds: Grounds) -> Iterator[Finding]:
    """The words that tell as done what a paragraph of what their clause speaks of has under way or explored."""
    def of(offset: int) -> tuple[Iterable[Ground], str]:
        spoken = spoken_of(sentence, grounds, offset)
        told = grounds.told(spoken) or (grounds.linked(sentence.links) if sentence.links else grounds.under(topics) if topics else ())
        return [ground for ground in told if ground.speech], "，".join(catalog.practices[each.practice].title for each in spoken)

    for wrong in open_still.wrongs(sentence.text, of):
        yield page.finding(sentence.start + wrong.start, plan_in_source.RULE.code,
                           f"“{wrong.words}”{plan_in_source.HOW}：{wrong.ground.label}写的是“{wrong.theirs}”", _CURE, Severity.WARNING)


class _Subjects:
    """How far the accounts got that a clause speaks of."""

    def __init__(self, catalog: Catalog, grounds: Grounds, under_topic: Sequence[str]) -> None:
        self._catalog, self._grounds, self._under_topic = catalog, grounds, under_topic

    def by_name(self, text: str) -> list[str]:
        """The practices under the topic whose title or other name stands in a text, or the end of a title that only one has."""
        practices = self._catalog.practices
        whole = [pid for pid in self._under_topic if any(name in text for name in (practices[pid].title, *practices[pid].aliases))]
        ends = [pid for pid in self._under_topic if len(practices[pid].title) > _END and practices[pid].title[-_END:] in text]
        return whole or (ends if len(ends) == 1 else [])

    def statuses(self, practices: Sequence[str], bodies: Sequence[str]) -> list[Status]:
        """Those of the practices' accounts by the bodies; by anyone where these tell of none, of all they tell where none is named."""
        accounts = [(pid, i) for pid in practices for i in range(len(self._catalog.practices[pid].accounts))]
        told = {each for body in bodies for each in self._grounds.told_by(body)}
        chosen = [each for each in accounts if each in told] or accounts or sorted(told)
        return sorted(self._catalog.practices[pid].accounts[i].progress.status for pid, i in chosen)
