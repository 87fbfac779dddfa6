"""What goes into another entry takes along what is told of it."""

from collections.abc import Iterator

from macros.findings import Finding, Severity
from macros.library.before import Before
from macros.library.catalog import Catalog
from macros.model.entries import Practice
from macros.model.titles import title_of
from macros.rules.rule import Rule


def check_against_before(catalog: Catalog, before: Before) -> Iterator[Finding]:
    for pid, practice in catalog.practices.items():
        old = {former: before.altered.practices[former] for former in practice.formerly
               if ("practices", former) not in catalog.claimed and former in before.altered.practices}
        for former, was in old.items():
            yield from _lost(catalog, pid, practice, former, was)
            yield from _told_apart(catalog, before, pid, practice, former, was)


def _lost(catalog: Catalog, pid: str, practice: Practice, former: str, was: Practice) -> Iterator[Finding]:
    kept = {account.speech for account in practice.accounts}
    lost = [account.speech for account in was.accounts
            if account.speech not in kept and not getattr(catalog.speeches.get(account.speech), "withdrawn", None)]
    if lost:
        yield catalog.finding("practices", pid, ("formerly", practice.formerly.index(former)), RULE.code,
                              f"{former}（{was.title}）并过来时少了 {len(lost)} 家：{'、'.join(_teller(catalog, s) for s in lost)}",
                              "从 git 里旧文件的各家做法（accounts）抄过来，一家一项；确实不该有这一家，就在更正（changes）里写明", Severity.WARNING)


def _told_apart(catalog: Catalog, before: Before, pid: str, practice: Practice, former: str, was: Practice) -> Iterator[Finding]:
    here = before.altered.practices.get(pid)
    why = next((d.why for one, other in ((was, pid), (here, former)) if one for d in one.distinct_from if d.to == other), None)
    if why:
        yield catalog.finding("practices", pid, ("formerly", practice.formerly.index(former)), RULE.code,
                              f"原来写明“{was.title}”（{former}）与“{practice.title}”不同：{why}；现在并成了一条",
                              "再对一遍原文：确是一回事才并，并在更正（changes）里写明；不是，就放回旧文件，删去这个旧编号", Severity.WARNING)


def _teller(catalog: Catalog, speech_id: str) -> str:
    speech = catalog.speeches.get(speech_id)
    body = catalog.organizations.get(speech.organization) if speech else None
    return f"{title_of(body)}（{speech_id}）" if body else speech_id


RULE = Rule(
    code="lost-account",
    title="并入时不丢一家",
    why="两条并成一条，读者要看到的还是每一家怎么做；少抄一家，那家就从这个做法里没有了，谁也不会发觉。原来写明不同的两条并成一条，多半是弄错了。",
    wrong="删去 jiu-zuo-fa.yml，在另一条里写 formerly: [jiu-zuo-fa]，它的 accounts 没有抄过来",
    right="旧文件 accounts 里的各家都抄进来，再写 formerly: [jiu-zuo-fa]",
    check_against_before=check_against_before,
    exemptible=True,
)
