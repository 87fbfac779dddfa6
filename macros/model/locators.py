"""Places in a speech: `7` is the seventh paragraph, `3.2` the second item of the third."""

from collections.abc import Iterable

from macros.model.entries import Paragraph, Speech


def parse(place: str) -> tuple[int, int | None]:
    """Paragraph and item of a place that the model has accepted."""
    paragraph, _, item = place.partition(".")
    return int(paragraph), int(item) if item else None


def numbers(places: Iterable[str]) -> frozenset[int]:
    """The paragraphs that places lie in."""
    return frozenset(parse(place)[0] for place in places)


def anchor(place: str) -> str:
    """The id of the place on the speech's page: `p3`, `p3-2`."""
    return "p" + place.replace(".", "-")


def paragraph(speech: Speech, place: str) -> Paragraph | None:
    """The paragraph that `place` lies in, or None beyond the end."""
    number, _ = parse(place)
    paragraphs = speech.paragraphs
    return paragraphs[number - 1] if number <= len(paragraphs) else None


def exists(speech: Speech, place: str) -> bool:
    """Whether the speech has the paragraph, and the item where one is named."""
    found = paragraph(speech, place)
    _, item = parse(place)
    return found is not None and (item is None or item <= len(found.items))


def label(speech: Speech, place: str) -> str:
    """The place as readers see it: `第3段`, `第3段·一是`."""
    number, item = parse(place)
    found = paragraph(speech, place)
    if item is None or found is None or item > len(found.items):
        return f"第{number}段"
    return f"第{number}段·{found.items[item - 1].marker}"


def gist(speech: Speech, place: str) -> str:
    """What the outline tells of the place; the whole paragraph's gist where no item is named."""
    _, item = parse(place)
    found = paragraph(speech, place)
    if found is None:
        return ""
    return found.gist if item is None else found.items[item - 1].gist


def within(place: str, cited: tuple[str, ...]) -> bool:
    """Whether `place` is one of the cited places or lies in a paragraph cited whole."""
    return place in cited or place.partition(".")[0] in cited


def order(place: str) -> tuple[int, int]:
    """Sort key: the whole paragraph before its items."""
    number, item = parse(place)
    return number, item or 0
