"""What a person has to word, with what he words it from: a summary put together of the points, the sentences that no point tells yet."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from macros.fulltext.originals import COPIED_MINIMUM
from macros.fulltext.passages import masks
from macros.importing.points import Proposed
from macros.importing.quotes import unquoted
from macros.model.vocabulary import Aspect, Status

_SENTENCE = re.compile("[^。！？；]+[。！？；]?[”』」）]*")
_MARKER = re.compile(r"^(?:[一二三四五六七八九十]是要?|[一二三四五六七八九]要|第[一二三四五六七八九十][，、]|其[一二三四五][，、]|首先|其次|再次|最后|[（(][\d一二三四五六七八九十]{1,2}[）)]|[①-⑳]|\d{1,2}[.．、])[，,、：:]?")
_SUMMARY, _HOWS, _SHOWN, _LEAST = 110, 3, 70, 8
# What a sentence says by its words, the first that fits.
_SAYS = ((Aspect.EFFECT, re.compile("成效|效果|(?<!不)满意(?!率?(?:低于|高于|不到|不足|未达|达不到)|[的后才])|好评|受益|办结(?!的)|办成|解决了|化解|提升了|提高了|增强了|下降|被采纳(?![的记加得计后])|获得(?!的)")),
         (Aspect.SUPPORT, re.compile("经费|资金|补贴|编制|考核|考评|配备|保障|纳入|督办|督查(?![室局组办])|通报|档案|台账|制定|出台|印发")))
# 60日内办结并答复，逾期…: what is to be so each time is nothing that came of it, unless something is told besides.
_RULE = re.compile("[\\d一二两三四五六七八九十]个?(?:工作日|[日天]|小时|星期|月)(?:之|以)?内|[当次]日内|逾期|限[期时]|应当?(?=[在于由及])|必须|办结一[件个条]")
_TOLD = re.compile("去年|前年|今年|(?<!\\d)[12]\\d{3}年|以来|年来|累计|截至|目前|已经?[\u3400-\u9fff]|先后|[率度][为达由从]|共[\u3400-\u9fff]{0,4}\\d|了\\d")
_NAMES = re.compile("“[^“”]{1,12}”")
_BEFORE = {Status.PLANNED: "打算", Status.CALLED_FOR: "提出"}


@dataclass(frozen=True)
class Sentence:
    """A sentence of a place that no point tells, and the aspect that its words speak of."""

    at: str
    text: str
    aspect: Aspect


def untold(places: Sequence[tuple[str, str]], found: Sequence[Proposed], name: str) -> Iterator[Sentence]:
    """The sentences at these places (locator, words) that say something none of the points has; those that speak of a support
    or an effect first, since these are least found by themselves."""
    # What stands before the name tells where it is, mostly, and not what it is.
    ahead = {sentence for _, text in places if name in unquoted(text) for sentence in _before(text, name)}
    every = [Sentence(at, bare, _aspect(bare, name))
             for at, text in places for sentence in _SENTENCE.findall(text)
             if len(bare := _MARKER.sub("", sentence.strip()).strip()) >= _LEAST and len(_rest(bare, found, name)) >= 2 * _LEAST]
    yield from sorted({one.text: one for one in reversed(every)}.values(), key=lambda one: (one.text in ahead, one.aspect is Aspect.HOW, every.index(one)))


def _aspect(sentence: str, name: str) -> Aspect:
    """What a sentence speaks of by its words; a name says nothing of it: 联合督办 is no support."""
    said = _NAMES.sub("", sentence.replace(name, "") if name else sentence)
    rule = _RULE.search(said) and not _TOLD.search(said)
    return next((aspect for aspect, says in _SAYS if says.search(said) and not (rule and aspect is Aspect.EFFECT)), Aspect.HOW)


def _before(text: str, name: str) -> Iterator[str]:
    yield from (_MARKER.sub("", s.strip()).strip() for s in takewhile(lambda s: name not in unquoted(s), _SENTENCE.findall(text)))


def _rest(sentence: str, found: Sequence[Proposed], name: str) -> str:
    """What a sentence says besides the points that are found: 开办了“板凳会”。 says nothing that the name does not."""
    for words in sorted({name, *(one.text for one in found), *(one.raw for one in found)} - {""}, key=lambda words: -len(words)):
        sentence = sentence.replace(words, "")
    return _chinese(sentence)


def shown(text: str) -> str:
    """A sentence of the source as a comment shows it."""
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "……"


def summary(found: Sequence[Proposed], status: Status | None, source: Sequence[str]) -> str | None:
    """A summary of these points in one sentence, for a person to word better; None where they say too little.

    No run of it is as long in the `source` as would be copied.
    """
    hows = [one.text for one in found if one.aspect is Aspect.HOW]
    parts: list[str] = []
    for one in (*_led(found, source), *hows[:_HOWS]):
        made = [*parts, one]
        if not (masks(one) or any(one in other or other in one for other in parts) or len("，".join(made)) > _SUMMARY or _copies("".join(made), source)):
            parts = made
    # 每年四次，群众可以打分 says nobody what it is.
    enough = len(parts) > 2 or (len(parts) > 1 and any(one.aspect is Aspect.LEAD for one in found))
    return f"{_BEFORE.get(status, '') if status else ''}{'，'.join(parts)}。" if enough and hows else None


def _led(found: Sequence[Proposed], source: Sequence[str]) -> Iterator[str]:
    """Who does it and how often, in one clause where that says no more: 每月第一个周六由联络组召集."""
    lead = next((one.text if one.text.startswith(("由", "每")) else f"由{one.text}" for one in found if one.aspect is Aspect.LEAD), "")
    often = next((one for one in found if one.aspect is Aspect.RHYTHM), None)
    if often is None:
        yield from filter(None, (lead,))
    elif often.text == often.raw or _copies(lead + often.text, source):
        yield often.raw + lead if lead and often.raw not in lead else lead or often.text
    else:
        yield from filter(None, (lead, often.text))


def _copies(made: str, source: Sequence[str]) -> bool:
    words = _chinese(made)
    texts = [_chinese(text) for text in source]
    return any(words[i:i + COPIED_MINIMUM] in text for i in range(len(words) - COPIED_MINIMUM + 1) for text in texts)


def _chinese(text: str) -> str:
    return re.sub("[^\u3400-\u9fff]+", "", text)
