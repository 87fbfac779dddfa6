"""What all accounts of a practice only plan must not be told as done by a page that links it."""

from collections.abc import Iterable, Iterator, Sequence

from macros.findings import Finding
from macros.handwritten.docs_folder.grounds import Grounds, Prose
from macros.handwritten.docs_folder.pages import Page
from macros.handwritten.docs_folder.sentences import Sentence
from macros.library.catalog import Catalog
from macros.model.vocabulary import Status
from macros.rules import planned_elsewhere
from macros.rules.planned_as_done import cure, wrongly_done
from macros.text.completion import CLAUSE, told_as_done

_OTHERWISE = "就先改那一条的 progress 和依据"


def check(prose: Iterable[Prose], catalog: Catalog, grounds: Grounds) -> Iterator[Finding]:
    """Findings about what pages tell as done."""
    for page, topics, sentences in prose:
        for sentence in sentences:
            if told_as_done(sentence.text):
                yield from _of_sentence(page, sentence, _Subjects(catalog, grounds, grounds.practices_of(topics)))


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
        words = told_as_done(m.group())
        statuses = subjects.statuses(named or all_of, bodies) if words else []
        if words and (wrong := wrongly_done(m.group(), statuses)):
            yield page.finding(start + m.group().find(wrong), planned_elsewhere.RULE.code,
                               f"说的做法进展是“{statuses[0].label}”，这里却写成“{wrong}”，像是已经做到", cure(statuses[0], _OTHERWISE))


class _Subjects:
    """How far the accounts got that a clause speaks of."""

    def __init__(self, catalog: Catalog, grounds: Grounds, under_topic: Sequence[str]) -> None:
        self._catalog, self._grounds, self._under_topic = catalog, grounds, under_topic

    def by_name(self, text: str) -> list[str]:
        """The practices under the topic whose title or other name stands in a text."""
        practices = self._catalog.practices
        return [pid for pid in self._under_topic if any(name in text for name in (practices[pid].title, *practices[pid].aliases))]

    def statuses(self, practices: Sequence[str], bodies: Sequence[str]) -> list[Status]:
        """Those of the practices' accounts by the bodies; by anyone where these tell of none, of all they tell where none is named."""
        accounts = [(pid, i) for pid in practices for i in range(len(self._catalog.practices[pid].accounts))]
        told = {each for body in bodies for each in self._grounds.told_by(body)}
        chosen = [each for each in accounts if each in told] or accounts or sorted(told)
        return sorted(self._catalog.practices[pid].accounts[i].progress.status for pid, i in chosen)
