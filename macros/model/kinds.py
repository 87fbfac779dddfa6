"""The kinds of entries."""

from dataclasses import dataclass

from macros.model.entries import Formulation, Organization, Practice, Problem, Source, Speech, Term, Topic
from macros.model.fields import Model


@dataclass(frozen=True)
class Kind:
    """One kind of entry: where it lies under `data/` and what it is called."""

    name: str
    label: str
    model: Model
    one_file_each: bool


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("sources", "来源", Source, True),
        Kind("speeches", "发言", Speech, True),
        Kind("practices", "做法", Practice, True),
        Kind("topics", "专题", Topic, False),
        Kind("organizations", "单位", Organization, False),
        Kind("problems", "问题", Problem, False),
        Kind("terms", "术语", Term, False),
        Kind("formulations", "提法", Formulation, False),
    )
}
