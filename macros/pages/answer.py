"""What a list of accounts answers, in one sentence counted from the data: who, how many, how far, and what nobody tells."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from macros.library.graph import Telling
from macros.model.vocabulary import Aspect, Status


@dataclass(frozen=True, slots=True)
class Answer:
    """Counts over accounts. `tally` has the statuses that occur, the furthest first; `told` how many accounts speak of each aspect."""

    bodies: tuple[str, ...]
    practices: int
    places: int
    tally: Mapping[Status, int]
    told: Mapping[Aspect, int]

    @property
    def counted(self) -> str:
        """5 家讲了 15 条做法，共 16 处。"""
        if not self.places:
            return "还没有收录做法。"
        together = f"，共 {self.places} 处" if self.places != self.practices else ""
        return f"{len(self.bodies)} 家讲了 {self.practices} 条做法{together}。"

    @property
    def judged(self) -> str:
        """没有一处写明已经实施，“计划”最多；没有一处归到“成效”。 What the counts don't bear is left out."""
        if not self.places:
            return ""
        done = self.tally.get(Status.DONE, 0)
        if self.places == 1:
            (status,) = self.tally
            return (f"进展是“{status.label}”" if status is not Status.UNCLEAR else "进展看不出来") + self._effect("没有")
        first = f"{done} 处写明已经实施" if 0 < done < self.places else "都写明已经实施" if done else "没有一处写明已经实施"
        return first + self._most() + self._effect("没有一处")

    def _effect(self, none: str) -> str:
        """How the sentence ends: that no point is filed under effects, which says less than that the source tells of none."""
        return "。" if self.told.get(Aspect.EFFECT) else f"；{none}归到“成效”。"

    def _most(self) -> str:
        """The status that most accounts have, where one has more than any other and isn't named already."""
        (status, count), *others = sorted(self.tally.items(), key=lambda each: -each[1])
        if status is Status.DONE:
            return ""
        if not others:
            return "，都看不出进展" if status is Status.UNCLEAR else f"，都是“{status.label}”"
        if count == others[0][1]:
            return ""
        return "，看不出进展的最多" if status is Status.UNCLEAR else f"，“{status.label}”最多"


def answer(tellings: Iterable[Telling]) -> Answer:
    """The counts of these accounts; an account counts once for each aspect that one of its points is about."""
    tellings = tuple(tellings)
    found = Counter(t.account.progress.status for t in tellings)
    told = Counter(aspect for t in tellings for aspect in {point.aspect for point in t.account.points if point.aspect})
    return Answer(
        tuple(dict.fromkeys(t.organization_id for t in tellings)), len({t.practice_id for t in tellings}), len(tellings),
        {status: found[status] for status in Status if found[status]}, {aspect: told[aspect] for aspect in Aspect},
    )
