"""One place where a drafted practice is told, and which of its words are about it."""

import re
from dataclasses import dataclass

from macros.fulltext.passages import Passage
from macros.importing import elsewhere, explained, led, measured
from macros.model.vocabulary import Level

_CLAUSE_END = re.compile("[，,。；;]|$")


@dataclass(frozen=True)
class Place:
    """One place where a drafted practice is told: the speech's id and the locators in it, with their paragraphs.

    `frame` is what frames the whole speech: its headings above the places, its title, its opening; `own` the locators of
    paragraphs that speak of nothing else, with the heading of each that has one below the practice's own; `plans` the locators
    of what is ahead; `others` those in which another practice is told of under this one (2. 有人牵头。…组成“小分队”); `beside` the names
    of other practices by locator; `level` is that of the body that speaks.
    """

    speech_id: str
    at: tuple[str, ...]
    passages: tuple[Passage, ...]
    frame: tuple[str, ...] = ()
    own: tuple[tuple[str, str], ...] = ()
    plans: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    level: Level | None = None
    beside: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def about(self, name: str) -> list[tuple[str, str]]:
        """Each locator with the words there that are about the practice, as the body that speaks does it: "" where they are another's."""
        own = dict(self.own)
        every = [(at, (explained.about(text, name) or explained.planned(text, name) or text) if at in own else self._besides(at, text, name) if at in self.others else self._led(at, text, name) or measured.about(text, name))
                 for at, text in self.texts()]
        mine = [(at, elsewhere.own(text, self.level)) for at, text in every]
        return mine if any(text for _, text in mine) else every

    def _besides(self, at: str, text: str, name: str) -> str:
        """The sentences of a paragraph that tell of this practice by its name, or at least of no other by its; of one that begins by saying that
        it is about another no more than the clauses that have the name."""
        names = dict(self.beside).get(at, ())
        if any(led.length(text, other) for other in names):
            return self._led(at, text, name)
        return "".join(part for part in measured.sentences(text) if measured.has(part, name) or not any(measured.has(part, other) for other in names))

    def _led(self, at: str, text: str, name: str) -> str:
        """The clauses that have the name where the paragraph begins by saying that it is about another; "" for any other paragraph."""
        other = any(led.length(text, one) for one in dict(self.beside).get(at, ()))
        return "".join(part for part in re.split("(?<=[，,。；;])", text) if measured.has(part, name)) if other else ""

    def others_clause(self, at: str, text: str, start: int, name: str) -> bool:
        """Whether the clause of what stands at a character of a place tells of another practice by its name, and not of this one."""
        names = dict(self.beside).get(at, ())
        end = _CLAUSE_END.search(text, start)
        clause = text[max(text.rfind(sign, 0, start) for sign in "，,。；;") + 1:end.start() if end else None]
        return any(measured.has(clause, other) for other in names) and not measured.has(clause, name)

    def texts(self) -> list[tuple[str, str]]:
        """Each locator with its words."""
        return [(at, cited(passage, at)) for at, passage in zip(self.at, self.passages, strict=True)]


def cited(passage: Passage, at: str) -> str:
    """The words of a place: of the item where it names one."""
    _, _, item = at.partition(".")
    if not item:
        return passage.text
    span = passage.items[int(item) - 1]
    return passage.text[span.start:span.end]


def lead(passage: Passage, at: str) -> str:
    """The words of a paragraph before its first item, where a place is one of them: 下一步，我们将做好三件事：."""
    _, _, item = at.partition(".")
    return passage.text[:passage.items[0].start] if item else ""
