"""Edits of a text: start, end and what stands there instead; how they are put together, and where new parts go."""

from collections.abc import Iterator, Sequence

from macros.model.fields import Model, fields_of

Edit = tuple[int, int, str]


def apply(text: str, edits: Sequence[Edit]) -> str:
    """The text with all edits made; of those at one place an insertion comes first.

    Raises:
        ValueError: two of them overlap.
    """
    parts, end = [], 0
    for start, stop, new in sorted(edits, key=lambda edit: (edit[0], edit[1])):
        if start < end:
            raise ValueError("edits overlap")
        parts += [text[end:start], new]
        end = stop
    return "".join((*parts, text[end:]))


def placed(names: list[str], fresh: list[str], stays: set[str], model: Model | None) -> dict[int, list[str]]:
    """Behind which of the fields that are there (-1: before all) each new one stands, by the order of the model."""
    order = [info.alias or name for name, info in fields_of(model).items()] if model else []
    found: dict[int, list[str]] = {}
    for name in sorted(fresh, key=lambda each: order.index(each) if each in order else len(order)):
        before = order[:order.index(name)] if name in order else order
        last = max((i for i, there in enumerate(names) if there in before and there in stays), default=None)
        if last is None:
            last = -1 if name in order and any(each in stays for each in names) else len(names) - 1
        found.setdefault(last, []).append(name)
    return found


def flow(spans: list[tuple[int, int]], gone: list[int], fresh: dict[int, list[str]]) -> Iterator[Edit]:
    """The edits of what stands in brackets: the parts at `spans`, of which some go and behind some of which others come."""
    stays = [i for i in range(len(spans)) if i not in gone]
    if not stays:
        yield spans[0][0], spans[-1][1], ", ".join(text for i in sorted(fresh) for text in fresh[i])
        return
    for i in gone:
        if i < stays[-1]:
            yield spans[i][0], spans[i + 1][0], ""
    if stays[-1] + 1 < len(spans):
        yield spans[stays[-1]][1], spans[-1][1], ""
    for i, texts in fresh.items():
        behind = max((each for each in stays if each <= i), default=None)
        if behind is None:
            yield spans[stays[0]][0], spans[stays[0]][0], "".join(f"{text}, " for text in texts)
        else:
            yield spans[behind][1], spans[behind][1], "".join(f", {text}" for text in texts)

