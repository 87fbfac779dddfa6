"""Which topic a drafted practice most likely belongs to: by the pairs of characters that its words share with what the library says in each."""

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from macros.importing.words import form
from macros.library.catalog import Catalog
from macros.model.vocabulary import Form

# So many practices say what a topic is about; of a large library one in so many is read.
_READ = 1000
_CJK = re.compile("[\u3400-\u9fff]+")
# What a practice is called says more than where it stands, and that more than the rest.
_TITLE, _HEADING, _TEXT = 3.0, 1.5, 1.0
_OWN, _PROBLEM, _MAIN, _BESIDE = 3.0, 1.0, 1.0, 0.5
_SMOOTH = 0.3
# So far the surest stands before the next where it may be proposed: of 107 practices, told by the other speeches alone, 63 had one,
# and 59 of these were right.
_AHEAD = 8.0
# So much one pair counts at most, so that no word of three signs is enough; and so much the form that a name says, where of so many
# practices of it so large a share is in one topic.
_MOST, _FORM, _FEW, _NEARLY = 3.9, 6.0, 5, 0.8
# What stands less far before it may still be named.
_LIKELY = 2.0
# A practice of few words is near to everything.
_SHORT = 60


@dataclass(frozen=True)
class Likely:
    """A topic, which practice of it has most of the words ("" for none), and whether it is sure enough to be proposed."""

    topic: str
    nearest: str
    sure: bool


class Topics:
    """What the library says in each topic."""

    def __init__(self, catalog: Catalog) -> None:
        said: dict[str, Counter[str]] = {topic: Counter() for topic in catalog.topics}
        for topic, face in catalog.topics.items():
            # 面向党派的看“凝聚共识”: the sentences behind the first one speak of the others.
            _add(said[topic], (face.title, face.question, face.scope.partition("。")[0]), _OWN)
        for problem in catalog.problems.values():
            if problem.topic in said:
                _add(said[problem.topic], (problem.title, *problem.synonyms), _PROBLEM)
        self._practices: list[tuple[str, str, set[str]]] = []
        self._forms: dict[Form, Counter[str]] = {}
        every = list(catalog.practices.values())
        for practice in every[::len(every) // _READ + 1]:
            words = (practice.title, *practice.aliases, practice.summary, *(point.text for account in practice.accounts for point in account.points))
            kind = getattr(practice, "form", None)
            if isinstance(kind, Form):
                self._forms.setdefault(kind, Counter()).update(practice.topics[:1])
            self._practices += [(topic, practice.title, pairs(words)) for topic in practice.topics[:1]]
            for i, topic in enumerate(practice.topics):
                if topic in said:
                    _add(said[topic], words, _BESIDE if i else _MAIN)
        self._said = said
        self._all: Counter[str] = Counter()
        for words_of in said.values():
            self._all.update(words_of)
        self._sizes = {topic: sum(words_of.values()) for topic, words_of in said.items()}

    def proposed(self, name: str, headings: Iterable[str], texts: Iterable[str]) -> Likely | None:
        """The topic of a practice with this name, told in these texts under these headings."""
        weights: dict[str, float] = {}
        for words, weight in ((pairs((name,)), _TITLE), (pairs(headings), _HEADING), (pairs(texts), _TEXT)):
            for pair in words:
                if self._all[pair]:
                    weights[pair] = weights.get(pair, 0) + weight
        if len(self._said) < 2 or not weights:
            return None
        speaks = {topic: {pair: weight * self._speaks(topic, pair) for pair, weight in weights.items()} for topic in self._said}
        first, second = sorted(speaks, key=lambda topic: -sum(speaks[topic].values()))[:2]
        before = sum(speaks[first].values()) - sum(speaks[second].values())
        formed = self._formed(name, first) - self._formed(name, second)
        # What one word alone says (监督 in 监督员, 民主监督) may be said in one practice alone.
        level = sum(min(speaks[first][pair] - speaks[second][pair], _MOST) for pair in weights) + formed
        return Likely(first, self._nearest(first, speaks[first]), level >= _AHEAD) if max(before, before + formed) >= _LIKELY else None

    def _formed(self, name: str, topic: str) -> float:
        """What the form that a name says (奖: 考核激励) speaks for a topic: where nearly all practices of that form stand in it."""
        of = self._forms.get(kind, Counter()) if (kind := form(name)) else Counter()
        return _FORM if sum(of.values()) >= _FEW and of[topic] >= _NEARLY * sum(of.values()) else 0.0

    def _nearest(self, topic: str, speaks: dict[str, float]) -> str:
        near = [(sum(speaks.get(pair, 0) for pair in words) / math.sqrt(len(words) + _SHORT), title) for of, title, words in self._practices if of == topic and words]
        return max(near, default=(0, ""))[1]

    def _speaks(self, topic: str, pair: str) -> float:
        """How much more often a pair is said in a topic than in all of them."""
        own = (self._said[topic][pair] + _SMOOTH) / (self._sizes[topic] + _SMOOTH * len(self._all))
        every = (self._all[pair] + _SMOOTH * len(self._said)) / (sum(self._sizes.values()) + _SMOOTH * len(self._said) * len(self._all))
        return math.log(own / every)


def pairs(texts: Iterable[str]) -> set[str]:
    """The pairs of characters that stand side by side in some texts."""
    return {words[i:i + 2] for text in texts for words in _CJK.findall(text) for i in range(len(words) - 1)}


def _add(said: Counter[str], texts: Iterable[str], weight: float) -> None:
    for pair in pairs(texts):
        said[pair] += weight  # type: ignore[assignment]
