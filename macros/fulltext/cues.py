"""Which words of a paragraph may be the cue of something that is done: by the one table of words, by a past time, a count, a result, a rhythm."""

from collections.abc import Iterable, Iterator

from macros.fulltext.passages import masks
from macros.model.progress import read, words
from macros.model.vocabulary import Status
from macros.text import counted
from macros.text.completion import STATEMENT

# A cue is short; more of them nobody reads.
_LONGEST, _MOST = 16, 3


def offered(texts: Iterable[str]) -> list[str]:
    """The words of some paragraphs that say that something is done, as they stand there, the surest first, three at most; none of a plan."""
    found = [cue for text in texts for cue in _of(text)]
    return list(dict.fromkeys(cue for _, cue in sorted(found, key=lambda each: each[0])))[:_MOST]


def _of(text: str) -> Iterator[tuple[int, str]]:
    for statement in STATEMENT.finditer(text):
        said = statement.group()
        spans = [*((0, said[start:end]) for start, end in counted.told(said)), *((1, cue) for cue in filter(None, (counted.standing(said),))),
                 *((2, found) for word in words() if word.status is Status.DONE and not word.cue_only and (found := word.within(said)))]
        for rank, cue in spans:
            if len(cue) <= _LONGEST and not masks(cue) and "“" not in cue.partition("”")[2] and read(cue).status in (None, Status.DONE) \
                    and not counted.ahead_of(text, statement.start() + said.find(cue)):
                yield rank, cue
