"""What stands beside a decision: the speech with the words it is about marked, the sentence they stand in, the lines a value was read in."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from macros.desk import ranks
from macros.desk.drafts import Draft
from macros.desk.paragraphs import Piece, Text, original_of
from macros.desk.state import Desk
from macros.importing.drafts import shown

# So many lines of the full text are shown before and behind the one that a value was read in, so many signs of a sentence about its words.
_NEAR, _AROUND = 8, 45
# So many speeches of a body are shown from their beginning, and so many lines above their title: who speaks may stand there.
_SPEECHES, _ABOVE = 4, 4
# So many pairs of signs, and such a part of them, words of one's own share with the sentence that they tell of.
_LEAST, _PART = 2, 5
_STOP = re.compile("[。！？；]")
_LINE = re.compile(r"第 ?(\d{1,6}) ?行")
# How an import shows the sentence that a point is to be worded from.
_BESIDE = re.compile("原文“(?P<words>.+)”$")


@dataclass(frozen=True)
class Quote:
    """The words of the source that a decision is about (`words`, "" where it has none of its own), at a place, within their sentence."""

    at: str
    before: str
    words: str
    behind: str
    # Where in its paragraph, or its item, it begins.
    start: int = 0


def marked(text: Text, wanted: Iterable[tuple[str, Sequence[str], str]]) -> tuple[Text, dict[str, Quote]]:
    """A speech with words marked, and each with its sentence: `wanted` gives a key, the places it may stand at, and the words as an entry
    writes them. Words that stand there twice are each marked once."""
    spans: dict[tuple[int, int], list[tuple[int, int, str]]] = {}
    quotes: dict[str, Quote] = {}
    pieces = [((paragraph.number, i), piece) for part in text.parts for paragraph in part.paragraphs for i, piece in enumerate(paragraph.pieces)]
    for key, places, words in wanted if text.whole else ():
        there = [(where, piece) for where, piece in pieces if words and _within(piece.at, places)]
        # What a mark of another covers everywhere is marked and quoted within it.
        free = [(where, piece, at) for where, piece in there if (at := _free(shown(piece.text), words, spans.get(where, ()))) >= 0]
        found = free or [(where, piece, at) for where, piece in there if (at := _free(shown(piece.text), words, ())) >= 0]
        for where, piece, at in found[:1]:
            spans.setdefault(where, []).append((at, at + len(words), key))
            quotes[key] = _quote(piece, at, at + len(words))
    parts = tuple(replace(part, paragraphs=tuple(
        replace(p, pieces=tuple(replace(piece, cut=tuple(_cut(piece.text, sorted(spans[p.number, i])))) if (p.number, i) in spans else piece for i, piece in enumerate(p.pieces)))
        for p in part.paragraphs)) for part in text.parts)
    return replace(text, parts=parts), quotes


def nearest(text: Text, places: Sequence[str], words: str) -> Quote | None:
    """The sentence of some places that words of one's own tell of: that with most of their pairs of signs; None where none has some of them."""
    pairs = _pairs(words)
    sentences = [(piece.at, sentence) for piece in _pieces(text, places) for sentence in re.findall("[^。！？；]+[。！？；”]*", piece.text)] if text.whole else []
    best = max(sentences, key=lambda each: len(pairs & _pairs(shown(each[1]))), default=None)
    if best is None or len(pairs & _pairs(shown(best[1]))) < max(_LEAST, len(pairs) // _PART):
        return None
    return Quote(best[0], best[1] if len(best[1]) <= 2 * _AROUND else f"{best[1][:2 * _AROUND]}……", "", "", _start(text, best[0], best[1]))


def proposed(text: Text | None, places: Sequence[str], why: str) -> Quote | None:
    """The sentence that an import put beside a point which is to be worded (`why`), whole where the text is here; None where it put none."""
    found = _BESIDE.search(why)
    if found is None:
        return None
    begun = found["words"].removesuffix("……")
    for piece in _pieces(text, places) if text and text.whole else ():
        at = shown(piece.text).find(begun)
        if at >= 0:
            end = at + len(begun) if begun == found["words"] else next((m.end() for m in _STOP.finditer(piece.text, at + len(begun))), len(piece.text))
            return Quote(piece.at, piece.text[at:end], "", "", at)
    return Quote(places[0] if places else "", found["words"], "", "")


def _start(text: Text, at: str, sentence: str) -> int:
    return next((found for piece in _pieces(text, (at,)) if (found := piece.text.find(sentence)) >= 0), 0)


def _pieces(text: Text, places: Sequence[str]) -> Iterator[Piece]:
    return (piece for part in text.parts for paragraph in part.paragraphs for piece in paragraph.pieces if _within(piece.at, places))


def _pairs(words: str) -> set[str]:
    signs = re.sub("[^\\w]+", "", words)
    return {signs[i:i + 2] for i in range(len(signs) - 1)}


def _within(at: str, places: Sequence[str]) -> bool:
    return any(at == place or at.startswith(f"{place}.") for place in places)


def _free(text: str, words: str, taken: Iterable[tuple[int, int, str]]) -> int:
    """Where words stand that are not marked already; -1 for nowhere. Of `8个` the one that is no end of `18个`."""
    edge = r"(?<![\dxX])" if words[:1].isdigit() or words[:1] in "xX" else ""
    found = (m.start() for m in re.finditer(edge + re.escape(words), text))
    return next((at for at in found if not any(start < at + len(words) and at < end for start, end, _ in taken)), -1)


def _quote(piece: Piece, start: int, end: int) -> Quote:
    text = piece.text
    first = max((m.end() for m in _STOP.finditer(text, 0, start)), default=0)
    last = next((m.end() for m in _STOP.finditer(text, end)), len(text))
    before, behind = text[first:start], text[end:last]
    return Quote(piece.at, f"……{before[-_AROUND:]}" if len(before) > _AROUND else before, text[start:end], f"{behind[:_AROUND]}……" if len(behind) > _AROUND else behind, start)


def _cut(text: str, spans: Sequence[tuple[int, int, str]]) -> Iterator[tuple[str, str]]:
    """A text in stretches, each with the keys of what is marked there, with blanks between them ("": nothing)."""
    edges = sorted({0, len(text), *(at for start, end, _ in spans for at in (start, end))})
    for start, end in pairwise(edges):
        yield text[start:end], " ".join(key for first, last, key in spans if first <= start and end <= last)


def lines_near(desk: Desk, draft: Draft, reasons: Iterable[str]) -> Iterator[tuple[int, str, bool]]:
    """The lines of the full text about those that values were read in: number, words, whether it is one of them. Of a source without
    such a line its first ones."""
    named = {int(found) for why in reasons for found in _LINE.findall(why)}
    original = desk.library.originals.by_source.get(_source(desk, draft)) if desk.library.originals else None
    if original is None or (not named and draft.kind not in ("sources", "organizations")):
        return
    begun = set(beginnings(desk, draft))
    for number, line in enumerate(original.text.split("\n"), 1):
        near = number in begun or any(abs(number - at) <= _NEAR for at in named) if named or begun else number <= 3 * _NEAR
        if near and line.strip():
            yield number, line.strip().lstrip("#").strip()[:200], number in named


def beginnings(desk: Desk, draft: Draft) -> Iterator[int]:
    """The lines of the full text with which the speeches of a body begin: what stands about the title, down to the first paragraph."""
    source = _source(desk, draft) if draft.kind == "organizations" else ""
    for sid in ranks.naming(desk.library.catalog, "organization", draft.entry_id)[:_SPEECHES] if source else ():
        text = original_of(desk.library, sid)
        if text and text.passages and str(desk.library.catalog.data("speeches", sid).get("source")) == source:
            first = text.passages[0].line
            title = text.line if text.title and text.line < first else first
            # What the speech before says is no beginning of this one.
            before = max((p.line for other in desk.library.originals.by_source[source].collection.speeches for p in other.passages if p.line < title), default=0) if desk.library.originals else 0
            yield from range(max(before + 1, title - _ABOVE), first + 1)


def _source(desk: Desk, draft: Draft) -> str:
    """The source that an entry comes from."""
    data, catalog = desk.data(draft) or {}, desk.library.catalog
    if draft.kind == "sources":
        return draft.entry_id
    if draft.kind == "speeches":
        return str(data.get("source"))
    speeches = [sid for kind, sid in catalog.origins if kind == "speeches"]
    named = {str(each.get("speech")) for each in data.get("accounts") or () if isinstance(each, dict)}
    found = next((sid for sid in speeches if sid in named or (draft.kind == "organizations" and catalog.data("speeches", sid).get("organization") == draft.entry_id)), None)
    return str(catalog.data("speeches", found).get("source")) if found else ""
