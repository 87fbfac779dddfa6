"""Who does something towards whom in a Chinese text: 甲向乙汇报, 甲联系乙, 甲听取乙汇报, 把…报送给乙, 选派…到乙学习. Knows no entry."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from macros.text import kept
from macros.text.beginnings import any_of
from macros.text.roles import Role, roles

_SENTENCE, _CLAUSE = re.compile("[^。；！？\n]+"), re.compile("[^，,：:]+")
_REPORT = "请示|汇报|报告|报送|述职|通报|反馈|反映|提交|呈报"
_SENT = "报送|汇报|反馈|通报|提交|呈报|转交|移交|送|报"
_LEARN = "学习|挂职|锻炼|跟班|对标|考察"
_DOES = {"联系": "联系|对接", "指导": "指导|领导|督导|监督|考核|评议", "带": "带动|促进?|帮带|服务", "请": "邀请|请(?!示|假)|聘请", "管": "管理|领导"}
_TO = re.compile(f"向(?P<to>[^，,向]{{1,28}}?)(?P<verb>{_REPORT}|{_LEARN})")
_GIVEN = re.compile(f"(?:(?:{_SENT})(?:给|至|到)|报送|(?:请示|上报|报告|报)(?=[省市县区]|(?:政协)?党[委组]))(?P<to>[^，,]{{1,24}})")
_HEARS = re.compile(f"听取?(?P<of>[^，,]{{1,24}}?)(?:{_REPORT})")
_GOES = re.compile(f"(?:到|去|赴|来|在)(?P<to>[^，,到赴在]{{0,12}}?)(?P<verb>{_LEARN})")
_SENDS = re.compile("选派|派")
_MODEL = re.compile("把(?P<to>[^，,]{1,10})当作[^，,]{0,8}(?:学习|对标)")
_ACTIVES = {"contact": _DOES["联系"], "guide": _DOES["指导"], "lead": _DOES["带"], "invite": _DOES["请"]}
_ACTIVE = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _ACTIVES.items()))
# Where nothing of it stands, nobody does anything: most clauses are done with.
_WORDS = f"{_REPORT}|{_SENT}|{_LEARN}|上报|{'|'.join(_ACTIVES.values())}"
_VERB = re.compile(any_of(_WORDS.split("|")))
_OWN = re.compile("联系(?:群众|群|制度|形式|内容|平台|点|人|卡|机制|沟通|交流)|(?:沟通|密切|加强|日常|定期)联系(?=$|[、的和])|.{2}的")
_NEAR = 16
# 除了甲以外还联系乙: 甲 contacts nobody.
_BESIDES = re.compile("除了?[^，,除]{1,20}?[以之]?外(?![出地来部])")


class Relation(NamedTuple):
    """What is done (`verb` is a class of verbs), by whom and towards whom, as far as either is named; `start` to `end` is the verb."""

    verb: str
    agents: tuple[Role, ...]
    towards: tuple[Role, ...]
    start: int
    end: int


@lru_cache(maxsize=kept.STATEMENTS)
def relations(text: str) -> tuple[Relation, ...]:
    """Who does what towards whom in a text."""
    return () if not _VERB.search(text) else tuple(found for m in _SENTENCE.finditer(text) if _VERB.search(m.group()) for found in _of_sentence(m.group(), m.start()))


def _of_sentence(text: str, offset: int) -> Iterator[Relation]:
    before: tuple[Role, ...] = ()
    for m in _CLAUSE.finditer(text):
        clause, start = m.group(), offset + m.start()
        found = list(_of_clause(clause)) if _VERB.search(clause) else []
        if not found and not _VERB.search(text, m.end()):
            return
        who = roles(clause)
        for verb, agents, towards, (begin, end) in found:
            # Without a subject it has that of the clause before.
            yield Relation(verb, agents or (before if verb in ("报", "学") else ()), towards, start + begin, start + end)
        named = next((agents for _, agents, *_ in found if agents), who[:1] if not found else ())
        before = named or before


Found = tuple[str, tuple[Role, ...], tuple[Role, ...], tuple[int, int]]


def _of_clause(clause: str) -> Iterator[Found]:
    who = roles(clause)
    if "除" in clause and (besides := _BESIDES.search(clause)):
        who = tuple(role for role in who if not besides.start() <= role.start < besides.end())
    if not who:
        return
    for m in _HEARS.finditer(clause):
        # 听讲座和报告: nobody reports.
        if of := _inside(who, *m.span("of")):
            yield "报", of, _last(who, m.start()), m.span()
    for m in _TO.finditer(clause):
        yield "学" if re.fullmatch(_LEARN, m["verb"]) else "报", _last(who, m.start()), _inside(who, *m.span("to")), m.span()
    for m in _GIVEN.finditer(clause):
        if "向" not in clause[:m.start()]:
            yield "报", _last(who, m.start()), _inside(who, *m.span("to")), m.span()
    for m in _MODEL.finditer(clause):
        yield "学", _last(who, m.start()), _inside(who, *m.span("to")), m.span()
    for m in _GOES.finditer(clause):
        sent = _SENDS.search(clause, 0, m.start())
        yield "学", _last(who, sent.start() if sent else m.start()), _inside(who, *m.span("to")), m.span()
    for m in _ACTIVE.finditer(clause):
        following = _ACTIVE.search(clause, m.end())
        end = min(m.end() + _NEAR, following.start() if following else len(clause))
        if m.lastgroup and not _OWN.match(clause, m.start()) and (towards := _inside(who, m.end(), end)):
            yield m.lastgroup, _last(who, m.start()), towards, m.span()


def _inside(who: tuple[Role, ...], start: int, end: int) -> tuple[Role, ...]:
    return tuple(role for role in who if start <= role.start < end)


def _last(who: tuple[Role, ...], end: int) -> tuple[Role, ...]:
    """The last that is named before a place, with the one that it is joined to: 副书记和党员副主席."""
    found = [role for role in who if role.end <= end]
    return tuple(found[-2:]) if len(found) > 1 and found[-1].start - found[-2].end == 1 else tuple(found[-1:])
