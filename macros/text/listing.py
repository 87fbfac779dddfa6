"""Names in a message: the first few, and how many there are."""

from collections.abc import Sequence


def first(names: Sequence[str], most: int = 6) -> str:
    """`甲、乙、丙……`, or all of them where there are no more than `most`."""
    return "、".join(names[:most]) + ("……" if len(names) > most else "")


def some(names: Sequence[str], most: int = 5, unit: str = "个") -> str:
    """`甲、乙、丙 等 7 个`, or all of them where there are no more than `most`."""
    return "、".join(names[:most]) + (f" 等 {len(names)} {unit}" if len(names) > most else "")
