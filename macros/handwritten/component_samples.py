"""What the page of components shows: every named component in all its states.

Entries of the library stand for accounts and rows; figures are made up, since no library need have
one in each state.
"""

from decimal import Decimal
from typing import Any

from macros.library.graph import Telling
from macros.model.accounts import Figure
from macros.model.vocabulary import Bound, FigureState, Scope
from macros.pages.answer import answer
from macros.pages.renderer import Renderer
from macros.pages.rows import by_progress

NAMES = (
    ("progress", "进展"), ("mask", "原文隐去"), ("source", "出处"), ("figure", "数字"), ("unsaid", "原文未说明"),
    ("tags", "标签"), ("buttons", "按钮"), ("row", "列表的一行"), ("accounts", "各家做法的表"), ("facet", "筛选"),
    ("outline", "发言的提纲"),
)
FIGURES = (
    Figure(label="每位委员每年参加履职活动", state=FigureState.GIVEN, value=Decimal(1), bound=Bound.AT_LEAST, raw="至少参加一次"),
    Figure(label="临时党支部", state=FigureState.REDACTED, raw="x个临时党支部"),
    Figure(label="活动载体", state=FigureState.REDACTED, raw="x个活动载体", members=("界别工作站", "界别学习日")),
    Figure(label="联系的内容", state=FigureState.LISTED, members=("联系责任单位", "联系基层群众")),
)


def values(renderer: Renderer, page: str) -> dict[str, Any]:
    """What the fragments `component_*.html` are filled with on the page at the address `page`."""
    told = _told_by(renderer)
    shown = [told[n] for n in (1, 2, 4) if n in told]
    return {
        "scopes": tuple(Scope), "figures": FIGURES, "one": told.get(1, ()), "two": told.get(2, ()),
        "tables": [(tellings, by_progress(tellings), answer(tellings)) for tellings in shown],
    }


def _told_by(renderer: Renderer) -> dict[int, tuple[Telling, ...]]:
    """The first practice that is told so many times, by how many times."""
    found: dict[int, tuple[Telling, ...]] = {}
    for practice_id in renderer.graph.practice_ids:
        tellings = tuple(renderer.graph.of_practice[practice_id])
        found.setdefault(len(tellings), tellings)
    return found
