"""Bodies whose names the source hides are not taken for one another."""

from collections.abc import Iterator

from macros.findings import Finding, Severity
from macros.library.before import Before
from macros.library.catalog import Catalog
from macros.model.entries import Organization, Speech
from macros.model.titles import title_of
from macros.model.vocabulary import NameState
from macros.rules.rule import Rule

_CURE = "只有原文看得出是同一家才并；看不出，就改回 {old}，两家各留一段、各写区分（distinguisher）"


def check_against_before(catalog: Catalog, before: Before) -> Iterator[Finding]:
    told: set[str] = set()
    for sid, was, now in before.pairs("speeches"):
        if was.organization != now.organization and not now.withdrawn and _asks(catalog, before, was, now):
            told.add(was.organization)
            yield _moved(catalog, before, sid, was, now)
    yield from _swallowed(catalog, before, told)
    yield from _named(catalog, before)


def _asks(catalog: Catalog, before: Before, was: Speech, now: Speech) -> bool:
    """Whether a speech was given from a body that nobody can tell apart, or that has none left."""
    if catalog.former.get(("organizations", was.organization)) == now.organization:
        return False  # told with the body that is gone, or only renamed
    if ("organizations", was.organization) not in catalog.claimed or now.organization not in catalog.organizations:
        return False
    return any(_hidden(_body(catalog, before, oid)) for oid in (was.organization, now.organization)) \
        or was.organization not in catalog.spoken


def _moved(catalog: Catalog, before: Before, sid: str, was: Speech, now: Speech) -> Finding:
    old, new = was.organization, now.organization
    left = "" if old in catalog.spoken else f"；{old} 没有发言了，它原来是第{was.order}篇的单位"
    hidden = "，原文没有写出名称，看不出是不是一家" if _hidden(_body(catalog, before, old)) or _hidden(_body(catalog, before, new)) else ""
    return catalog.finding("speeches", sid, ("organization",), RULE.code,
                           f"这篇的单位由 {_shown(_body(catalog, before, old), old)}改成了 {_shown(_body(catalog, before, new), new)}{hidden}{left}",
                           _CURE.format(old=old), Severity.WARNING)


def _swallowed(catalog: Catalog, before: Before, told: set[str]) -> Iterator[Finding]:
    for oid, body in catalog.organizations.items():
        for i, former in enumerate(body.formerly):
            was = before.altered.organizations.get(former)
            if was is None or former in told or former in catalog.organizations:
                continue
            if ("organizations", oid) in before.published and (_hidden(was) or _hidden(body)):
                yield catalog.finding("organizations", oid, ("formerly", i), RULE.code,
                                      f"{_shown(was, former)}并进了 {_shown(body, oid)}：原文没有写出名称，看不出是不是一家",
                                      _CURE.format(old=former), Severity.WARNING)


def _named(catalog: Catalog, before: Before) -> Iterator[Finding]:
    """A name that was hidden and is written out now, whatever else of the body was changed to fit."""
    for oid, was, now in before.pairs("organizations"):
        if was.name_state is not NameState.NAMED and now.name_state is NameState.NAMED and now.raw != was.raw:
            yield catalog.finding("organizations", oid, ("name",), RULE.code,
                                  f"原来写的是 {was.raw or was.name}（原文没有写出名称），现在写成了“{now.name}”",
                                  f"原文写着这个名称才改；没有，就改回 name: {was.name}、name_state: {was.name_state.value}", Severity.WARNING)


def _body(catalog: Catalog, before: Before, oid: str) -> Organization | None:
    return before.altered.organizations.get(oid) or catalog.organizations.get(oid)


def _hidden(body: Organization | None) -> bool:
    return body is not None and body.name_state is not NameState.NAMED


def _shown(body: Organization | None, oid: str) -> str:
    return f"{oid}（{title_of(body)}）" if body else f"{oid} "


RULE = Rule(
    code="merged-body",
    title="隐去名称的单位不能当成一家",
    why="两家都写作“xx市政协”，原文看不出是不是同一个市；并成一家，就把一家做的事说成了另一家的。这一条拿 git 里主干的样子来比。",
    wrong="把 organization: xx-shi-zheng-xie-5 改成 organization: xx-shi-zheng-xie-3",
    right="两家各留一段，各写区分（distinguisher）",
    check_against_before=check_against_before,
    exemptible=True,
)
