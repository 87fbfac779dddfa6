"""Where a text names what the library has: titles, aliases and keywords of practices, wherever they stand."""

import re
from collections.abc import Iterable, Iterator, Mapping

from macros.fulltext.segments import SpeechText
from macros.importing.candidates import SURE, Candidate
from macros.importing.words import ending, words

_SIGNS = frozenset("“”„‟\"＂‘’「」『』《》 　")
# A shorter title, and a shorter word that readers look by, stands in too many other words.
_TITLE, _KEYWORD = 3, 4
_PIECE = 3
# What a practice is called that is a phrase of every day (收集意见建议): a verb and its object, no name.
_PHRASE = re.compile("^(?:收集|征集|吸收|听取|反映|邀请|走访|倾听|报送|化解|解决|参与|动员|引导|鼓励|支持|帮助|关注|提出|了解)")
# These have persons as their object: 聘请民主党派….
_PERSONS = ("聘请", "聘任", "选聘", "配备")
# A longer title is no word of every day beside another; so many characters before a name tell what is done with it.
_PLAIN, _NEAR = 5, 12
# A name's own quotation marks within those about it.
_INNER = str.maketrans("“”", "‘’")
_NAMED = re.compile("(?:即|也就是|就是|称为|叫做?)$")


class Mentions:
    """The names of entries by their first characters, so that a text is looked through once however many there are."""

    def __init__(self, titles: Mapping[str, Iterable[str]], keywords: Mapping[str, Iterable[str]]) -> None:
        self._names: dict[str, list[tuple[str, str, bool]]] = {}
        for of, least, sure in ((titles, _TITLE, True), (keywords, _KEYWORD, False)):
            for entry_id, names in of.items():
                for name in names:
                    bare = _bare(name)[0]
                    if len(bare) >= least:
                        self._names.setdefault(bare[:_PIECE], []).append((bare, entry_id, sure))
        for found in self._names.values():
            found.sort(key=lambda each: (-len(each[0]), not each[2], each[1]))

    def of(self, speech: SpeechText, titles: Mapping[str, str]) -> Iterator[Candidate]:
        """The names of a speech at their places; a longer one before those within it. `titles` says what to call each entry."""
        said: set[tuple[str, str]] = set()
        headings = {p.number: _bare(s.heading or "")[0] for s in speech.sections for p in s.passages}
        for passage in speech.passages if self._names else ():
            text, places = _bare(passage.text)
            until = 0
            for i in range(len(text) - _PIECE + 1):
                if i < until or text[i:i + _PIECE] not in self._names:
                    continue
                hit = next((n for n in self._names[text[i:i + _PIECE]] if text.startswith(n[0], i) and not (not n[2] and _general(n[0], titles.get(n[1], "")))), None)
                if hit is None:
                    continue
                name, entry_id, sure = hit
                until = i + len(name)
                place = passage.place(places[i])
                if (place, entry_id) not in said:
                    told = _weight(name, sure, text[max(0, i - _NEAR):i], passage.text[max(0, places[i] - 1):places[i + len(name) - 1] + 2],
                                   headings.get(passage.number, ""), titles.get(entry_id, ""))
                    if not sure and told < SURE and name not in _bare(titles.get(entry_id, ""))[0]:
                        # 民主监督 is a part of what many practices say; only what stands in its title may be short for it.
                        continue
                    said.add((place, entry_id))
                    reason = f"库里已有的做法“{titles.get(entry_id, entry_id).translate(_INNER)}”的" + ("名称" if sure else "检索词")
                    yield Candidate(name, place, told, reason, entry_id)


def _general(word: str, entry: str) -> bool:
    """Whether a word that an entry is looked for by is no name of it: 责任单位 says no kind of practice, and nothing that its title says."""
    return bool(entry) and not ending(word) and not _pairs(word) & _pairs(entry)


def _weight(name: str, title: bool, before: str, around: str, heading: str, entry: str) -> float:
    """How sure an account is meant: a title, unless it is part of a longer name in quotes or
    only stands beside something else; a word that readers look by only where the heading or a verb of doing bears it out."""
    quoted = around[:1] in _SIGNS and around[-1:] in _SIGNS
    inside = around[-1:] in _SIGNS and around[:1] not in _SIGNS
    clause = re.split("[，。；：、]", before)[-1]
    done = _NAMED.search(before) is not None or any(clause.endswith((verb, f"{verb}了")) for verb in words().made
                                                    if verb not in _PERSONS or ending(name))
    if title:
        beside = len(name) <= _PLAIN and before[-1:] in ("和", "与", "及", "、") and not done
        if _PHRASE.match(name) and not ending(name) and not quoted and name not in heading:
            return SURE - 0.1
        return 0.9 if quoted or not (inside or beside or (len(name) <= _TITLE and not done)) else SURE - 0.1
    shared = _pairs(entry) & _pairs(heading)
    ends = re.match("[\u3400-\u9fff]", around[-1:]) is None
    return SURE + 0.1 if (done and ends) or name in heading or len(shared) > 1 else SURE - 0.2


def _pairs(text: str) -> set[str]:
    return {text[i:i + 2] for i in range(len(text) - 1) if re.fullmatch("[\u3400-\u9fff]{2}", text[i:i + 2])}


def _bare(text: str) -> tuple[str, list[int]]:
    """The text without quotation marks and spaces, and where each of its characters stood."""
    kept = [(sign, i) for i, sign in enumerate(text) if sign not in _SIGNS]
    return "".join(sign for sign, _ in kept), [i for _, i in kept]
