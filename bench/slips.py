"""Names typed in pinyin as people really type: with a slip, a southern accent, an ü of their own, tones; and three characters with one homophone.

Each class takes the names by id, a source of chance and how many queries are wanted. Its name and key
stand in `CLASSES`; a right answer counts among the first three hits.
"""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from queries import Query

from macros.search.pinyin import level_one, table
from macros.text.folding import fold

# Of a stretch that more names have, none is meant.
FEW = 3
PATIENCE = 400
LETTERS = "abcdefghijklmnopqrstuvwxyz"
# What lies beside a key: most wrong letters come from there.
KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
BESIDE = {key: row[max(0, i - 1):i] + row[i + 1:i + 2] for row in KEYS for i, key in enumerate(row)}
MARKS = {"a": "āáǎà", "e": "ēéěè", "i": "īíǐì", "o": "ōóǒò", "u": "ūúǔù", "v": "ǖǘǚǜ"}
# How southern speakers mix sounds up, either way.
ACCENTS: tuple[tuple[tuple[str, str], ...], ...] = (
    (("^zh", "z"), ("^ch", "c"), ("^sh", "s")), (("^z(?!h)", "zh"), ("^c(?!h)", "ch"), ("^s(?!h)", "sh")),
    (("([aei])ng$", r"\1n"),), (("([aei])n$", r"\1ng"),),
)
UMLAUTS = ("ü", "v", "u", "yu")


class Names:
    """The names of a library as they are read; a syllable or a sign for each character that is said."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self.names = names
        self._table = table(names.values())
        self.ids = list(names)

    def said(self, name: str) -> list[tuple[str, str]]:
        """(character, syllable), without signs; a letter or digit is its own syllable."""
        return [(char, reading or char.lower()) for char, reading in zip(name, self._table.read(name), strict=True)
                if reading or (char.isascii() and char.isalnum())]

    def same(self, char: str, reading: str) -> list[str]:
        """Other common characters of that reading."""
        return [other for other in level_one() if self._table.single[other] == reading and other != char]

    @cached_property
    def spoken(self) -> Mapping[str, str]:
        return {pid: "".join(syllable for _, syllable in self.said(name)) for pid, name in self.names.items()}

    @cached_property
    def initials(self) -> Mapping[str, str]:
        return {pid: "".join(syllable[0] for _, syllable in self.said(name)) for pid, name in self.names.items()}

    @cached_property
    def folded(self) -> Mapping[str, str]:
        return {pid: fold(name) for pid, name in self.names.items()}


Make = Callable[[Names, str, random.Random], "Query | None"]


def having(text: str, texts: Mapping[str, str]) -> frozenset[str]:
    return frozenset(pid for pid, each in texts.items() if text in each)


def stretch(names: Names, pid: str, chance: random.Random, least: int) -> list[tuple[str, str]]:
    """The whole name, or one time in two a part of it with at least so many characters."""
    said = names.said(names.names[pid])
    if len(said) <= least or chance.random() < 0.5:
        return said
    length = chance.randint(least, len(said) - 1)
    start = chance.randint(0, len(said) - length)
    return said[start:start + length]


def slipped(text: str, chance: random.Random) -> str:
    """One letter missing, too many, wrong, or two swapped, never a digit."""
    at = chance.choice([i for i, char in enumerate(text) if char in LETTERS])
    other = chance.choice(BESIDE[text[at]] if chance.random() < 0.7 else LETTERS)
    return chance.choice((
        text[:at] + text[at + 1:], text[:at] + other + text[at:], text[:at] + other + text[at + 1:],
        text[:at] + text[at:at + 2][::-1] + text[at + 2:]))


def asked(names: Names, syllables: Sequence[str], change: Callable[[str], str], texts: Mapping[str, str]) -> Query | None:
    """`change` made to syllables that few names have, as far as no other name has the result."""
    right = having("".join(syllables), texts)
    text = change("".join(syllables))
    return Query(text, right) if 0 < len(right) <= FEW and text not in ("", "".join(syllables)) and not having(text, texts) else None


def slip(names: Names, pid: str, chance: random.Random) -> Query | None:
    said = stretch(names, pid, chance, 3)
    if len(said) < 3 or not any(syllable[0] in LETTERS for _, syllable in said):
        return None
    return asked(names, [syllable for _, syllable in said], lambda text: slipped(text, chance), names.spoken)


def mixed(names: Names, pid: str, chance: random.Random) -> Query | None:
    """Some characters written, the others typed, with a slip in what was typed."""
    said = stretch(names, pid, chance, 4)
    cut = chance.randint(1, max(1, len(said) - 1))
    written = chance.random() < 0.5
    parts = ["".join(syllable for _, syllable in said[:cut]), "".join(char for char, _ in said[cut:])] if written else [
        "".join(char for char, _ in said[:cut]), "".join(syllable for _, syllable in said[cut:])]
    typed = parts[0 if written else 1]
    right = having("".join(syllable for _, syllable in said), names.spoken)
    if len(said) < 4 or len(right) > FEW or len(typed) < 5 or not any(char in LETTERS for char in typed):
        return None
    changed = slipped(typed, chance)
    return Query(changed + parts[1] if written else parts[0] + changed, right) if changed != typed else None


def accent(names: Names, pid: str, chance: random.Random) -> Query | None:
    """One way of mixing sounds up, or two, wherever it can be or now and then."""
    said = stretch(names, pid, chance, 3)
    ways = chance.sample(ACCENTS, chance.choice((1, 1, 2)))
    often = chance.choice((1.0, 0.5))
    changed = [syllable for _, syllable in said]
    for pairs in ways:
        for old, new in pairs:
            changed = [re.sub(old, new, each) if chance.random() < often else each for each in changed]
    return asked(names, [syllable for _, syllable in said], lambda _: "".join(changed), names.spoken) if len(said) > 2 else None


def umlaut(names: Names, pid: str, chance: random.Random) -> Query | None:
    said = stretch(names, pid, chance, 2)
    typed = [syllable.replace("v", chance.choice(UMLAUTS)) for _, syllable in said]
    right = having("".join(syllable for _, syllable in said), names.spoken)
    return Query("".join(typed), right) if any("v" in syllable for _, syllable in said) and len(right) <= FEW else None


def toned(names: Names, pid: str, chance: random.Random) -> Query | None:
    """Marks or digits of tone, blanks or apostrophes between syllables, or several of it."""
    said = stretch(names, pid, chance, 2)
    right = having("".join(syllable for _, syllable in said), names.spoken)
    way, between = chance.choice(("marks", "digits", "none")), chance.choice(("", " ", "'"))
    text = between.join(_tone(syllable, way, chance.randint(1, 4)) for _, syllable in said)
    return Query(text, right) if len(right) <= FEW and (way, between) != ("none", "") and len(said) > 1 else None


def _tone(syllable: str, way: str, tone: int) -> str:
    if way == "none" or syllable[0] not in LETTERS:
        return syllable
    if way == "digits":
        return f"{syllable}{tone}"
    vowels = [i for i, letter in enumerate(syllable) if letter in MARKS]
    at = next((i for i in vowels if syllable[i] in "aeo"), vowels[-1] if vowels else None)
    return syllable if at is None else syllable[:at] + MARKS[syllable[at]][tone - 1] + syllable[at + 1:]


def initials(names: Names, pid: str, chance: random.Random) -> Query | None:
    text = names.initials[pid]
    changed = slipped(text, chance) if any(char in LETTERS for char in text) else ""
    right = frozenset(other for other, each in names.initials.items() if each == text)
    taken = not changed or having(changed, names.initials)
    return None if len(text) < 5 or len(changed) < 5 or len(right) > FEW or taken else Query(changed, right)


def three(names: Names, pid: str, chance: random.Random) -> Query | None:
    """Three characters of a name, or all three, one of them another of the same sound."""
    return _three(names, pid, chance, names.same)


def three_near(names: Names, pid: str, chance: random.Random) -> Query | None:
    """The same, with a character that a southern speaker takes for one of that sound."""
    def near(_: str, reading: str) -> list[str]:
        heard = {re.sub(old, new, reading) for pairs in ACCENTS for old, new in pairs} - {reading}
        return [other for sound in sorted(heard) for other in names.same("", sound)]
    return _three(names, pid, chance, near)


def _three(names: Names, pid: str, chance: random.Random, others: Callable[[str, str], list[str]]) -> Query | None:
    said = names.said(names.names[pid])
    if len(said) < 3:
        return None
    start, place = chance.randint(0, len(said) - 3), chance.randrange(3)
    part = said[start:start + 3]
    same = others(*part[place])
    right = having(fold("".join(char for char, _ in part)), names.folded)
    if not same or not 0 < len(right) <= FEW:
        return None
    text = "".join(chance.choice(same) if i == place else char for i, (char, _) in enumerate(part))
    return None if having(fold(text), names.folded) else Query(text, right)


# Key → what the class is called, and how one query of it is made.
CLASSES: Mapping[str, tuple[str, Make]] = {
    "pinyin-slip": ("拼音有一处错", slip), "pinyin-mixed-slip": ("拼音夹汉字，有一处错", mixed), "accent": ("南方口音", accent),
    "umlaut": ("ü", umlaut), "tones": ("声调、隔开的音节", toned), "initials-slip": ("首字母有错", initials), "three-homophone": ("三个字里一个同音字", three),
    "three-accent": ("三个字里一个近音字", three_near),
}


def queries(names: Names, chance: random.Random, count: int, make: Make) -> tuple[Query, ...]:
    """Up to `count` different queries of a class; fewer where many tries in a row made none."""
    found: dict[Query, None] = {}
    fruitless = 0
    while len(found) < count and fruitless < PATIENCE:
        query = make(names, chance.choice(names.ids), chance)
        fruitless = fruitless + 1 if query is None or query in found else 0
        if query:
            found[query] = None
    return tuple(found)
