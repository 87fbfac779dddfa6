"""Practices that look alike are either one, or say what sets them apart."""

from collections.abc import Iterator, Mapping
from functools import partial

from macros.findings import Finding, Severity
from macros.library.catalog import Catalog
from macros.library.similarity import Names, Overlaps, Said, folded, linked, said
from macros.model.entries import Practice
from macros.rules.rule import Rule


def check_library(catalog: Catalog) -> Iterator[Finding]:
    # How rare a word is, and who links to whom, is known of a whole library alone.
    if not catalog.whole("practices"):
        return
    # Who says mostly what another says is not asked anew because a word of it was changed: how much of it that is depends on whose it is.
    practices = {pid: catalog.practices[pid] for pid in catalog.from_old_to_new("practices", changed_last=False) if not catalog.practices[pid].withdrawn}
    before: _Before = catalog.kept.setdefault(RULE.code, _Before())
    by_name = before.by_name({pid: (practices[pid].title, *practices[pid].aliases) for pid in catalog.from_old_to_new("practices") if pid in practices})
    by_text = before.texts.of({pid: catalog.origins["practices", pid].document.once("said", partial(_said, practice))
                               for pid, practice in practices.items() if by_name[pid] is None})
    by_points = dict(_copies({pid: catalog.origins["practices", pid].document.once("points", partial(_points, practice)) for pid, practice in practices.items()}))
    for pid, practice in practices.items():
        each = ((by_name[pid], "名称几乎一样"), (by_points.get(pid), "要点全都相同"), (by_text.get(pid), "要点大半相同"))
        like, reason = next(((like, reason) for like, reason in each if like and not _explained(catalog, pid, like)), (None, ""))
        if like is None or _same_name(practice, catalog.practices[like]):
            continue
        yield catalog.finding(
            "practices", pid, ("title",), RULE.code, f"与做法“{catalog.practices[like].title}”（{like}）很像：{reason}",
            f"是同一个做法，就在 practices/{like}.yml 的各家做法（accounts）里加一项；不是，就写不要混淆（distinct_from）或相关做法（related）说清关系",
            Severity.WARNING)


def looks_at(catalog: Catalog, kind: str, entry_id: str) -> object:
    practice = catalog.practices.get(entry_id) if kind == "practices" else None
    return practice and (practice.title, practice.aliases, practice.related, practice.distinct_from,
                         [(account.speech, [point.text for point in account.points]) for account in practice.accounts])


class _Before:
    """What the check before found alike."""

    def __init__(self) -> None:
        self.texts = Overlaps()
        self._names: list[tuple[str, tuple[str, ...]]] = []
        self._by_name: dict[str, str | None] = {}

    def by_name(self, named: Mapping[str, tuple[str, ...]]) -> Mapping[str, str | None]:
        """Practices in order with their names, each with an earlier one of nearly the same; worked out where a name has changed."""
        if self._names != (listed := list(named.items())):
            names = Names()
            self._names, self._by_name = listed, {pid: names.nearest(pid, own) for pid, own in listed}
        return self._by_name


def _explained(catalog: Catalog, pid: str, like: str) -> bool:
    """Whether the two say how they relate, or may do so."""
    return linked(catalog, pid, like) or _astray(catalog, pid, like)


def _astray(catalog: Catalog, *ids: str) -> bool:
    """Whether one of them says how it relates to what has another id now, or can't be read: it may be the other."""
    told = [catalog.practices[pid] for pid in ids]
    return any(to not in catalog.practices for practice in told
               for to in (*(link.to for link in practice.related), *(other.to for other in practice.distinct_from)))


def _said(practice: Practice) -> Said:
    return said(point.text for account in practice.accounts for point in account.points)


def _points(practice: Practice) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The points of each account by its speech, in which few words may be all there are."""
    return tuple(sorted((account.speech, tuple(folded(point.text) for point in account.points)) for account in practice.accounts if account.points))


def _copies(points: Mapping[str, tuple[object, ...]]) -> Iterator[tuple[str, str]]:
    """Those that say of the same speeches what an earlier one says, each with that one."""
    first: dict[tuple[object, ...], str] = {}
    for pid, own in points.items():
        if own and (like := first.setdefault(own, pid)) != pid:
            yield pid, like


def _same_name(one: Practice, other: Practice) -> bool:
    """Whether the rule on doubles speaks of these two already."""
    return not {folded(n) for n in (one.title, *one.aliases)}.isdisjoint(folded(n) for n in (other.title, *other.aliases))


RULE = Rule(
    code="near-duplicate",
    title="相近的做法要说清关系",
    why="名称几乎一样或要点大半、全都相同的两条，多半是一个做法写了两遍；确是两个，读者也需要知道差在哪里。",
    wrong="另建“委员大讲堂”，而库里已有“委员讲堂”",
    right="在 wei-yuan-jiang-tang.yml 里加一家；或写 distinct_from: [{to: wei-yuan-jiang-tang, why: …}]",
    check_library=check_library,
    looks_at=looks_at,
    keeps=True,
    exemptible=True,
)
