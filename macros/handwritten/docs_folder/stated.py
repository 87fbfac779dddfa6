"""What the prose of a page states – amounts, quoted words, names – is held against the entries that it speaks of."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from macros.findings import Finding, Severity
from macros.fulltext.amounts import misses
from macros.fulltext.listed import amiss, lists
from macros.fulltext.miss import Fault, Miss
from macros.fulltext.originals import Originals
from macros.fulltext.statements import Ground, Statement
from macros.handwritten.docs_folder.grounds import Grounds, Prose
from macros.handwritten.docs_folder.pages import Page
from macros.handwritten.docs_folder.sentences import Sentence
from macros.handwritten.docs_folder.spoken import spoken_of
from macros.library.catalog import Catalog
from macros.library.known_names import KnownNames
from macros.library.similarity import folded
from macros.model.vocabulary import Level
from macros.rules import level_in_source, list_in_source, name_in_source, number_in_source, quote_in_source
from macros.text.institutions import names
from macros.text.personal import personal
from macros.text.quantities import Quantity, quantities

# What the library says of itself is no fact of a source.
_OWN = re.compile("本库|本站|本页|本节|这个库|这一?[页节]|收录|更新|版本|改版|核对|整理")
_VERSION = re.compile("[vV]?[0-9]+(?:[.][0-9]+)+")
_DAY = re.compile("[0-9]{4}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?|[0-9]{4}-[0-9]{2}-[0-9]{2}")
# A number that is somebody's, told without its middle.
_HIDDEN = re.compile("[0-9]+[*＊xX×]{2,}[0-9]+")
_TIME = frozenset({"date", "minutes", "days", "months", "workdays"})
_QUESTION = re.compile("没有|未|哪|多少|多久|几|怎样|是否|谁")
# So many characters around an amount tell what is counted; these tell nothing.
_NEAR = 6
_SIGNS = set("0123456789零一二两三四五六七八九十百千万每年月季度次个名x\0，。")
_LIST = re.compile("[：:]([^。！？；]*)")
# What it says of the body just named.
_IS = re.compile("(?:^|[，。；：、\0它])(?:这家|它|这)?(?:是|属于|作为)(?:一[个家])?(?P<level>全国|省|市|县|区|乡镇)(?:一级|级)")
_LEVELS = {Level.PROVINCE: ("省",), Level.CITY: ("市",), Level.COUNTY: ("县", "区"), Level.TOWNSHIP: ("乡镇",)}
_CURE = "照条目改；条目里也没有的，先写进条目，或从这里删去"
_ELSEWHERE = "核对说的是哪一条：是那一条的，用宏连上它，写在它后面；不是的，照这一句所讲的条目改"
_CURES = {Fault.MASKED: number_in_source.CURES[Fault.MASKED], Fault.ELSEWHERE: _ELSEWHERE}


def check(prose: Iterable[Prose], catalog: Catalog, originals: Originals | None, grounds: Grounds) -> Iterator[Finding]:
    """Findings about what pages state and the entries do not."""
    if not catalog.whole():
        return  # it may stand where nobody can read
    known = _Known(catalog, originals)
    for page, topics, sentences in prose:
        persons = [*((found.offset, found.offset + len(found.words)) for found in personal(page.text)), *(m.span() for m in _HIDDEN.finditer(page.text))]
        for sentence in sentences:
            yield from _Held(page, _without(sentence, persons), grounds, topics, known).findings()


def _without(sentence: Sentence, spans: Iterable[tuple[int, int]]) -> Sentence:
    """A sentence with these places of its page blanked: what is told as somebody's own is told once."""
    text = sentence.text
    for start, end in ((max(0, start - sentence.start), end - sentence.start) for start, end in spans):
        if end > 0 and start < len(text):
            text = text[:start] + "\0" * (min(end, len(text)) - start) + text[end:]
    return sentence._replace(text=text)


class _Known:
    """What the library knows as names and words, gathered when first asked for."""

    def __init__(self, catalog: Catalog, originals: Originals | None) -> None:
        self._catalog, self.names = catalog, KnownNames(catalog)
        self.words = name_in_source.Words(catalog, originals or Originals(catalog, {}))


    def level(self, body: str) -> tuple[str, ...]:
        """The words for the level of a body."""
        return _LEVELS[self._catalog.organizations[body].level]


class _Held:
    """One sentence, held against what it speaks of."""

    def __init__(self, page: Page, sentence: Sentence, grounds: Grounds, topics: tuple[str, ...], known: _Known) -> None:
        self._page, self._sentence, self._grounds, self._topics, self._known = page, sentence, grounds, topics, known
        self._text = sentence.text

    def findings(self) -> Iterator[Finding]:
        """The findings of this sentence, of each kind one."""
        quotes = self._left(quote_in_source.quoted(self._text), self._says, self._known.names.has)
        if quotes:
            yield self._finding(quote_in_source.RULE.code, next(iter(quotes)), self._told("引号里的", quotes), *self._cure(quotes))
        for words in quotes:  # one mistake, one message
            self._text = self._text.replace(words, "\0" * len(words))
        yield from self._amounts()
        yield from self._levels()
        yield from self._lists()
        # The office of a 政协 is no body of its own.
        called = {name.text: name for name in names(self._text) if not name.core.startswith("政协")}
        missing = self._left(list(called), lambda ground, text: (called[text].core or text) in ground.text,
                             lambda text: self._is_known(text, called[text].core, called[text].stem))
        if missing:
            yield self._finding(name_in_source.RULE.code, next(iter(missing)), self._told("", missing), *self._cure(missing))

    @cached_property
    def _linked(self) -> tuple[Ground, ...]:
        return self._grounds.linked(self._sentence.links)

    def _beyond(self, words: str | None = None) -> Iterator[Ground]:
        """What else stands under the topic, or in the library; with `words`, where these stand as they are."""
        own = set(self._linked)
        return (ground for ground in self._grounds.under(self._topics, words) if ground not in own)

    @staticmethod
    def _says(ground: Ground, words: str) -> bool:
        return folded(words) in folded(ground.text)

    def _left(self, said: list[str], stands: Callable[[Ground, str], bool], known: Callable[[str], bool]) -> dict[str, Ground | None]:
        """The words that what the sentence speaks of does not have, and that are not known to the library as such, each with
        what has it, if anything under the topic has."""
        left: dict[str, Ground | None] = {}
        for words in said:
            if not any(stands(ground, words) for ground in self._linked) and not known(words):
                # First where it stands as it is, which is quickly known.
                near = (ground for asked in (words, None) for ground in self._beyond(asked))
                left[words] = next((ground for ground in near if stands(ground, words)), None)
        return {words: where for words, where in left.items() if where is None or self._linked}

    def _told(self, what: str, missing: Mapping[str, Ground | None]) -> str:
        return "；".join(f"{what}“{words}”不在这一句所讲的条目里，在{where.label}里" if where else f"{what}“{words}”，{self._about}里没有"
                        for words, where in missing.items())

    def _cure(self, missing: Mapping[str, Ground | None]) -> tuple[str, Severity]:
        return (_CURE if None in missing.values() else _ELSEWHERE), Severity.WARNING

    @property
    def _about(self) -> str:
        labels = list(dict.fromkeys(ground.label for ground in self._linked if not ground.speech))
        return "、".join(labels) if 0 < len(labels) <= 3 else "这一句所讲的条目" if labels else "这个专题的条目" if self._topics else "库"

    def _is_known(self, text: str, core: str, stem: str) -> bool:
        return self._known.names.has(core or text) or bool(stem and self._known.words.has(stem, text))

    def _amounts(self) -> Iterator[Finding]:
        own = bool(_OWN.search(self._text))
        text = _blanked(_VERSION, _blanked(_DAY, self._text) if own else self._text)
        # Where nothing says what a sentence is about, only what is plainly a number is held against the library.
        ours = [q for q in quantities(text) if not q.masked and not (own and q.kind in _TIME)
                and (self._sentence.links or self._topics or q.arabic or q.kind == "share")]
        if not ours:
            return
        counts = self._grounds.counts((*self._sentence.links, *self._sentence.before)) | _clauses(text)
        statement = Statement("", "", ("unsaid",) if _QUESTION.search(text) else (), text, (), (), (), counts)
        # What can be counted in the sentence itself needs no entry.
        bare = [miss.amount for miss in misses(statement) if miss.amount in ours]
        left = [miss for amount in bare for miss in self._misses(statement, amount)
                if not self._known.names.covers(text, amount.start, amount.end)]
        if left and (self._linked or (left := self._anywhere(statement, left))):
            worst = min(left, key=lambda miss: list(Fault).index(miss.fault))
            sure = any(m.fault in (Fault.MASKED, Fault.NOWHERE) and (m.amount.arabic or m.amount.kind == "share") for m in left)
            yield self._finding(number_in_source.RULE.code, left[0].amount.text, "；".join(map(self._said, left)), _CURES.get(worst.fault, _CURE),
                                Severity.ERROR if sure else Severity.WARNING, left[0].amount.start)

    def _levels(self) -> Iterator[Finding]:
        """Bodies of another level than what the sentence speaks of has them, and what it says of the body that it links."""
        if not level_in_source.wanted(self._text):
            return
        paragraphs = tuple(ground for ground in self._linked if ground.speech)
        statement = Statement("", "", (), self._text, paragraphs or self._linked, (), ())
        told = set[int]()
        for found in _IS.finditer(self._text):
            body = next((link for link in reversed(self._sentence.links) if link.kind == "organizations"
                         and link.start < self._sentence.start + found.start()), None)
            if body and found["level"] not in (right := self._known.level(body.entry_id)):
                told.add(found.start("level"))
                yield self._finding(level_in_source.RULE.code, "", f"“{found['level']}级”与库里的单位不同：{self._about}的层级是{right[0]}级", _CURE,
                                    Severity.WARNING, found.start("level"))
        for wrong in level_in_source.wrongs(statement):
            if wrong.ground and wrong.ours.start not in told:  # one mistake, one message
                yield self._finding(level_in_source.RULE.code, "", level_in_source.said(statement, wrong), _CURE, Severity.WARNING, wrong.ours.start)

    def _lists(self) -> Iterator[Finding]:
        """A member of a list that the paragraphs of what the sentence speaks of list without it, or with another in its place."""
        if not lists(self._text):
            return
        paragraphs = tuple(ground for ground in self._linked if ground.speech)
        wrong = next(amiss(Statement("", "", (), self._text, paragraphs, (), ())), None)
        if wrong and not self._known.names.covers(self._text, wrong.start, wrong.start + len(wrong.member)):
            message, cure = list_in_source.said(wrong)
            yield self._finding(list_in_source.RULE.code, "", message, cure, Severity.WARNING, wrong.start)

    def _misses(self, statement: Statement, amount: Quantity) -> Iterator[Miss]:
        """The amount, where what its clause speaks of does not have it, with where else it stands under the topic."""
        spoken = spoken_of(self._sentence, self._grounds, amount.start)
        subject = self._grounds.told(spoken) or self._linked
        statement = replace(statement, places=self._grounds.places(spoken))
        if not any(miss.amount == amount for miss in misses(replace(statement, cited=subject))):
            return
        rest = tuple(ground for ground in (*self._linked, *self._beyond()) if ground not in subject) if self._linked else ()
        yield from (self._without_strangers(miss) for miss in misses(replace(statement, cited=subject, rest=rest)) if miss.amount == amount)

    def _anywhere(self, statement: Statement, left: list[Miss]) -> list[Miss]:
        """The misses that are left when all under the topic is looked at, since a sentence without links may speak of any of it."""
        # First where an amount stands as it is written, which is quickly known.
        left = [miss for miss in left if all(miss.amount in [each.amount for each in misses(replace(statement, cited=(ground,)))]
                                             for ground in self._beyond(miss.amount.text))]
        found = misses(replace(statement, cited=tuple(self._beyond()))) if left else ()
        return [self._without_strangers(miss) for miss in found if miss.amount in [each.amount for each in left]]

    def _without_strangers(self, miss: Miss) -> Miss:
        """The same without words of the source that have nothing in common with ours but the kind of amount."""
        near = set(self._text[max(0, miss.amount.start - _NEAR):miss.amount.end + _NEAR]) - _SIGNS
        if miss.fault is Fault.ELSEWHERE or len(near & set(miss.theirs)) > 1:
            return miss
        return replace(miss, fault=Fault.NOWHERE, theirs="", ground=None)

    def _said(self, miss: Miss) -> str:
        words, where = miss.amount.text, miss.ground.label if miss.ground else ""
        if miss.fault is Fault.MASKED:
            return f"“{words}”里的数，原文隐去了：{where}写的是“{miss.theirs}”"
        if miss.fault is Fault.ELSEWHERE:
            return f"“{words}”不在这一句所讲的条目里，在{where}里（“{miss.theirs}”）"
        what = "频次" if miss.amount.frequency else "日期" if miss.amount.date else "数"
        nearest = f"（{where}写的是“{miss.theirs}”）" if miss.theirs else ""
        return f"“{words}”这个{what}，{self._about}里没有{nearest}"

    def _finding(self, code: str, words: str, message: str, cure: str, severity: Severity, at: int | None = None) -> Finding:
        offset = at if at is not None else max(self._sentence.text.find(words), 0)
        return self._page.finding(self._sentence.start + offset, code, message, cure, severity)


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda m: "\0" * len(m[0]), text)


def _clauses(text: str) -> frozenset[int]:
    """How many things a sentence lists behind a colon, with commas between them: 四件事：编组，学习，活动，考评."""
    return frozenset(len([part for part in re.split("，", found) if part.strip()]) for found in _LIST.findall(text)) - {0, 1}
