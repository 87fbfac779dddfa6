"""What was published keeps its address: it is renamed, or withdrawn, but does not go without a word."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from macros.findings import Finding, Severity
from macros.library.before import Before, Key
from macros.library.catalog import Catalog
from macros.library.references import references, text_links
from macros.model.kinds import KINDS
from macros.model.titles import title_of
from macros.rules.rule import Rule
from macros.runtime import today
from macros.text.listing import first

_RENAMED = {"practices", "speeches", "organizations", "problems"}
_WITHDRAWN = {"practices", "speeches"}
# Of a new entry, what it must share with one that is gone to be taken for the same.
_SHARE = 0.5
_SEVERAL = 5


def check_against_before(catalog: Catalog, before: Before) -> Iterator[Finding]:
    yield from _lost_addresses(before)
    # What can't be read, or has no proper name, may be what is gone, or say where it went.
    gone = [key for key in before.gone if key[0] not in before.misnamed and before.now.whole(key[0])]
    if not gone:
        return
    links = _links(catalog, set(gone))
    heirs = _heirs(catalog, before, gone)
    left: dict[str, list[Key]] = defaultdict(list)
    for key in gone:
        if key in heirs:
            yield _renamed(catalog, before, key, heirs[key], links[key])
        else:
            left[key[0]].append(key)
    for kind, keys in left.items():
        if len(keys) > _SEVERAL:
            yield _many(before, kind, keys)
        else:
            yield from (_gone(before, key, links[key]) for key in keys)


def _links(catalog: Catalog, gone: set[Key]) -> Mapping[Key, list[str]]:
    """The places (file and line) that name each entry: in fields and texts, then in hand-written pages."""
    found: dict[Key, list[str]] = defaultdict(list)
    of_any = {key[1]: key for key in gone}
    linked = (((target_kind, target), kind, entry_id, place) for kind, entry_id, place, target_kind, target in references(catalog))
    in_texts = ((of_any.get(target), kind, entry_id, place) for kind, entry_id, place, target, _ in text_links(catalog))
    for key, kind, entry_id, place in (*linked, *in_texts):
        if key in gone:
            there = catalog.finding(kind, entry_id, place, RULE.code, "-", "-")
            found[key].append(f"{there.path}:{there.line}")
    for key in gone:
        found[key].extend(f"{there.path}:{there.line}" for there in catalog.in_pages.get(key, ()))
    return found


def _heirs(catalog: Catalog, before: Before, gone: Sequence[Key]) -> Mapping[Key, str]:
    """Which new entry is most likely the one that is gone, under another id."""
    told = {key: _words(before.altered, key) for key in gone if key in before.altered.origins}
    new = {key: _words(catalog, key) for key in sorted(before.new) if key in catalog.origins}
    likely = sorted(((_alike(words, other), key, heir[1]) for key, words in told.items() for heir, other in new.items()
                     if heir[0] == key[0]), key=lambda pair: (-pair[0], *pair[1:]))
    heirs: dict[Key, str] = {}
    for share, key, heir in likely:
        if share >= _SHARE and key not in heirs and (key[0], heir) not in {(kind, taken) for (kind, _), taken in heirs.items()}:
            heirs[key] = heir
    return heirs


def _words(catalog: Catalog, key: Key) -> set[str]:
    """What an entry says, without the words of a vocabulary."""
    return {text for _, text in catalog.strings(*key) if not text.isascii()}


def _alike(one: set[str], other: set[str]) -> float:
    """Which share of the longer of two entries stands in both."""
    most = max(sum(map(len, one)), sum(map(len, other)))
    return sum(map(len, one & other)) / most if most else 0.0


def _renamed(catalog: Catalog, before: Before, key: Key, heir: str, links: Sequence[str]) -> Finding:
    kind, old = key
    place: tuple[str, ...] = next((name,) for name in ("title", "name", "term", "text") if name in catalog.data(kind, heir))
    message = f"{_named(before, key)}不见了，{heir} 与它大半相同：是改了编号吗？旧网址会打不开{_listed(links)}"
    if kind in _RENAMED:
        former = (*_formerly(catalog, kind, heir), old, *_formerly(before.altered, kind, old))
        cure = f"改了编号：在 {heir} 里写 formerly: [{', '.join(dict.fromkeys(former))}]" + _then(links, f"都改成 {heir}")
        cure += f"；不用改的：把{f'文件名改回 {old}.yml' if KINDS[kind].one_file_each else f'编号改回 {old}'}"
    else:
        cure = f"把 {heir} 的编号改回 {old}（{KINDS[kind].label}没有旧编号可写）"
    return catalog.finding(kind, heir, place, RULE.code, message, f"{cure}；不是同一条：{_back(before, key)}", _severity(kind, links))


def _severity(kind: str, links: Sequence[str]) -> Severity:
    """An error where there is a way out, or a link that leads nowhere."""
    return Severity.ERROR if kind in _RENAMED or links else Severity.WARNING


def _formerly(catalog: Catalog, kind: str, entry_id: str) -> tuple[str, ...]:
    """The former ids of an entry; none where it could not be read."""
    entry = catalog.of(kind).get(entry_id)
    return tuple(getattr(entry, "formerly", ()))


def _gone(before: Before, key: Key, links: Sequence[str]) -> Finding:
    kind, old = key
    there = f"{before.shown}/{kind}/{old}.yml" if KINDS[kind].one_file_each else f"{before.shown}/{kind}.yml"
    message = f"已经发布的{_named(before, key)}没有了，旧网址会打不开{_listed(links)}"
    ways = []
    if kind in _RENAMED:
        ways.append(f"改了编号，或并进了另一条：在那一条里写 formerly: [{old}]" + _then(links, "都改成那一条的编号"))
    if kind in _WITHDRAWN:
        ways.append(f"确要撤下：{_back(before, key)}，文件末尾加一行 withdrawn: {{on: {today.here()}, reason: 原因}}" + _then(links, "都删去"))
    else:
        ways.append(f"删错了：{_back(before, key)}")
    return Finding(there, 1, 1, RULE.code, message, "；".join(ways), _severity(kind, links))


def _many(before: Before, kind: str, keys: Sequence[Key]) -> Finding:
    there = f"{before.shown}/{kind}" if KINDS[kind].one_file_each else f"{before.shown}/{kind}.yml"
    named = "、".join(entry_id for _, entry_id in keys[:_SEVERAL])
    ways = "改了编号的，在新的那一条里写 formerly: [旧编号]" if kind in _RENAMED else "改了编号的，改回来"
    if kind in _WITHDRAWN:
        ways += "；确要撤下的，放回文件，加上 withdrawn: {on: 日期, reason: 原因}"
    return Finding(there, 1, 1, RULE.code, f"已经发布的{KINDS[kind].label}有 {len(keys)} 条没有了，旧网址会打不开：{named}……",
                   f"删错了，就从 git 里取回来（git checkout {before.commit} -- {there}，这会换掉那里没有提交的改动）；{ways}")


def _named(before: Before, key: Key) -> str:
    entry = before.altered.of(key[0]).get(key[1])
    return f"{KINDS[key[0]].label}“{title_of(entry)}”（{key[1]}）" if entry else f"{KINDS[key[0]].label} {key[1]} "


def _listed(links: Sequence[str]) -> str:
    return f"，还有 {len(links)} 处写着它：{first(links)}" if links else ""


def _then(links: Sequence[str], what: str) -> str:
    return f"，再把上面 {len(links)} 处{what}" if links else ""


def _back(before: Before, key: Key) -> str:
    kind, old = key
    if KINDS[kind].one_file_each:
        return f"放回旧文件（git checkout {before.commit} -- {before.shown}/{kind}/{old}.yml）"
    return f"放回 {old} 这一段（git show {before.commit}:./{before.shown}/{kind}.yml 里有）"


def _lost_addresses(before: Before) -> Iterator[Finding]:
    """Former ids that an entry had, and that nobody has now."""
    for kind in sorted(_RENAMED):
        for entry_id, old in before.altered.of(kind).items():
            heir = entry_id if before.now.has(kind, entry_id) else before.homes.get((kind, entry_id))
            entry = before.now.of(kind).get(heir or "")
            lost = [former for former in old.formerly
                    if entry and (kind, former) not in before.homes and not before.now.has(kind, former)]
            if lost and heir and entry:
                kept = ", ".join([*entry.formerly, *lost])
                yield before.now.finding(kind, heir, ("formerly",), RULE.code, f"旧编号 {'、'.join(lost)} 不见了，它的旧网址会打不开",
                                         f"写 formerly: [{kept}]：改过几次编号，每个旧编号都留着", key=True)


RULE = Rule(
    code="gone-entry",
    title="发布过的条目不能悄悄没有",
    why="读者收藏了、文件里写了的网址，点开就是空页。改了编号，写旧编号（formerly），旧网址转到新的；真要去掉，写撤下（withdrawn），旧网址留一页说明。"
        "这一条拿 git 里主干（main）的样子来比，没有 git 就不查；预览和生成网站不因它停下，好让人一边改名一边看，kb check、提交和合并请求的检查会停。",
    wrong="把 practices/wei-yuan-zhi-jia.yml 改名为 wei-yuan-xiao-zu.yml，别的什么也没有写",
    right="在 wei-yuan-xiao-zu.yml 里写 formerly: [wei-yuan-zhi-jia]",
    check_against_before=check_against_before,
)
