"""A body that no longer reads as entries write it: what tells it apart was changed, and they still write xx县政协〔168〕."""

import re
from collections.abc import Iterator, Mapping, Sequence

from macros.findings import Finding
from macros.library.catalog import Catalog
from macros.model.titles import title_of
from macros.rules.rule import Rule
from macros.text.edit_distance import distance
from macros.text.listing import first

# One alone is rather a slip where it is written.
_SEVERAL = 2
_SLIP = 2
# 〔2022〕3号 behind a name is the number of a document.
_APART = re.compile("〔[^〔〕]+〕(?![0-9]+号)")
Place = tuple[str, str, tuple[str | int, ...]]


def check_library(catalog: Catalog) -> Iterator[Finding]:
    for written, (oid, places) in lost(catalog).items():
        body, apart = catalog.organizations[oid], written.partition("〔")[2].removesuffix("〕")
        there = [catalog.finding(*place, RULE.code, "-", "-") for place in places]
        back = f'"{apart}"' if apart.isascii() else apart
        yield catalog.finding("organizations", oid, ("distinguisher",) if body.distinguisher else (), RULE.code,
                              f"没有单位显示成“{written}”了，还有 {len(there)} 处写着它：{first([f'{f.path}:{f.line}' for f in there])}",
                              f"没有要改的：这里改回 distinguisher: {back}；确要改：把上面 {len(there)} 处一起改成“{title_of(body)}”")


def lost(catalog: Catalog) -> Mapping[str, tuple[str, Sequence[Place]]]:
    """What entries call a body by that no body reads as any more, each with the body that is most likely meant and the places."""
    if not catalog.whole("organizations"):
        return {}
    shown = {title_of(body) for body in catalog.organizations.values()}
    written = _written(catalog)
    found = {}
    for name, places in written.items():
        meant = _meant(catalog, name, written) if name not in shown and len(places) >= _SEVERAL else None
        if meant:
            found[name] = meant, places
    return found


def _written(catalog: Catalog) -> dict[str, list[Place]]:
    """The names of bodies with what tells them apart, as the texts of entries have them, each with its places."""
    names = {body.name for body in catalog.organizations.values()}
    lengths = sorted({len(name) for name in names}, reverse=True)
    found: dict[str, list[Place]] = {}
    for kind, entry_id in catalog.written("〔"):
        for place, text in catalog.strings(kind, entry_id):
            for m in _APART.finditer(text):
                own = next((name for n in lengths if (name := text[max(m.start() - n, 0):m.start()]) in names), "")
                if own:
                    found.setdefault(f"{own}{m.group()}", []).append((kind, entry_id, place))
    return found


def _meant(catalog: Catalog, name: str, written: Mapping[str, object]) -> str | None:
    """The body of that name which nobody writes as it reads now; where there are several, the one that is not new, has
    nothing to tell it apart, or has it written almost so."""
    own, _, apart = name.partition("〔")
    those = [oid for oid, body in catalog.organizations.items() if body.name == own and (not body.distinguisher or title_of(body) not in written)]
    narrowed = ([oid for oid in those if ("organizations", oid) not in catalog.new],
                [oid for oid in those if not catalog.organizations[oid].distinguisher],
                [oid for oid in those if distance(apart.removesuffix("〕"), catalog.organizations[oid].distinguisher or "", _SLIP) <= _SLIP])
    return next((few[0] for few in (those, *narrowed) if len(few) == 1), None)


RULE = Rule(
    code="lost-name",
    title="改了单位的区分，写着它的地方一起改",
    why="同名的单位靠名称后面〔〕里的区分来分；区分改了，别处还写着原来的，读者就不知道说的是哪一家。",
    wrong="organizations.yml 里 distinguisher 从 全员入委 改成 三个覆盖，摘要里还写 xx市政协〔全员入委〕",
    right="摘要里也写 xx市政协〔三个覆盖〕",
    check_library=check_library,
)
