"""Two practices of one name are one practice with two accounts, or one of them needs another name."""

from collections.abc import Iterator

from macros.findings import Finding
from macros.library.catalog import Catalog
from macros.library.similarity import folded, linked
from macros.rules.rule import Rule


def check_library(catalog: Catalog) -> Iterator[Finding]:
    first: dict[str, tuple[str, str]] = {}
    for pid in catalog.from_old_to_new("practices"):
        practice = catalog.practices[pid]
        if practice.withdrawn:
            continue
        names = [(("title",), practice.title), *((("aliases", i), a) for i, a in enumerate(practice.aliases))]
        for place, name in names:
            owner, _ = first.setdefault(folded(name), (pid, name))
            other = catalog.practices[owner]
            if owner != pid and not _excused(catalog, pid, owner, same_title=folded(other.title) == folded(practice.title)):
                yield catalog.finding(
                    "practices", pid, place, RULE.code, f"“{name}”已经是做法“{other.title}”（{owner}）的名称",
                    f"{_changed(catalog, owner, pid)}同一个做法：{_joined(catalog, owner, pid)}；"
                    "不同的做法：改名，或写不要混淆（distinct_from）说清区别", needle=name)


def _excused(catalog: Catalog, one: str, other: str, *, same_title: bool) -> bool:
    """Whether two practices say how they relate; under one title only that they are not the same says enough."""
    if not same_title:
        return linked(catalog, one, other)
    return any(apart.to == to for own, to in ((one, other), (other, one)) for apart in catalog.practices[own].distinct_from)


def _changed(catalog: Catalog, owner: str, pid: str) -> str:
    """What to do first where both are published, and one was changed: they had two names before."""
    changed = [("practices", each) in catalog.touched and ("practices", each) not in catalog.new for each in (owner, pid)]
    return "名称改错了，就改回原来的；" if changed == [False, True] else ""


def looks_at(catalog: Catalog, kind: str, entry_id: str) -> object:
    practice = catalog.practices.get(entry_id) if kind == "practices" else None
    return practice and (practice.title, practice.aliases, [link.to for link in practice.related], [other.to for other in practice.distinct_from])


def _joined(catalog: Catalog, owner: str, pid: str) -> str:
    """Which of the two stays: the one that is published or was added before; where nothing tells, that is for a person to say."""
    ages = [(("practices", each) in catalog.new, catalog.practices[each].added) for each in (owner, pid)]
    if ages[0] != ages[1]:
        return f"把这里的各家做法并入 practices/{owner}.yml，{_leave(catalog, pid)}"
    return f"{owner} 和 {pid} 留先有的一个（已经发给别人的网址是它的），把另一个的各家做法并进去，写 formerly: [另一个的编号]，再删去另一个的文件"


def _leave(catalog: Catalog, pid: str) -> str:
    """What becomes of the later file: what nobody has seen yet needs no former address."""
    return "再删去本文件" if ("practices", pid) in catalog.new else f"在那里写 formerly: [{pid}]，再删去本文件"


RULE = Rule(
    code="duplicate-practice",
    title="同名的做法合成一条",
    why="同一个做法分成两条，读者就看不到几家的并列；不同的做法同名，就会被当成一回事。",
    wrong="practices/wei-yuan-jiang-tang.yml 与 practices/wei-yuan-jiang-tang-2.yml 都叫“委员讲堂”",
    right="一个文件，accounts 里两项",
    check_library=check_library,
    looks_at=looks_at,
)
