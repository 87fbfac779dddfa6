"""With several locators in an account, every point and figure says which one it rests on."""

from collections.abc import Iterator, Sequence

from macros.findings import Finding
from macros.library.catalog import Catalog
from macros.model import locators
from macros.model.accounts import Figure, Point
from macros.model.entries import Practice
from macros.rules.rule import Rule


def check_practice(catalog: Catalog, pid: str, practice: Practice) -> Iterator[Finding]:
    for i, account in enumerate(practice.accounts):
        listing = "、".join(account.at)
        kinds: tuple[tuple[str, str, Sequence[Point | Figure]], ...] = (
            ("points", "要点", account.points), ("figures", "数字", account.figures))
        for name, word, parts in kinds:
            for j, part in enumerate(parts):
                if part.at is None and len(account.at) == 1:
                    continue
                here: tuple[str | int, ...] = ("accounts", i, name, j)
                if part.at is None:
                    yield catalog.finding("practices", pid, here, RULE.code,
                                          f"这家做法有 {len(account.at)} 个出处，这条{word}没有写是哪一个",
                                          f'补上出处，例如 at: ["{account.at[0]}"]（可写：{listing}）')
                for k, at in enumerate(part.at or ()):
                    if not locators.within(at, account.at):
                        yield catalog.finding("practices", pid, (*here, "at", k), RULE.code,
                                              f"出处“{at}”不在这家做法的出处（{listing}）之内",
                                              f"改成其中之一，或在这家做法的出处（at）里加上 {at}")


RULE = Rule(
    code="point-place",
    title="几个出处时，每条要点写明是哪一个",
    why="读者要能从每一句话回到它所依据的段落，不必在几段里找。",
    wrong='at: ["2", "3"]，要点没有 at',
    right='{aspect: how, text: 每月上站学习, at: ["3"]}',
    check_practice=check_practice,
)
