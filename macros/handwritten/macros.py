"""The macros that hand-written pages call.

A macro is a method of `Macros`. The type of each parameter says what may be written there: an id
of some kind, one of a list of values, a number. `macros/handwritten/check.py` holds every call in
`docs/` to that before a build starts, and the editors' guide lists the macros from here.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Annotated, Any

from markupsafe import Markup, escape

from macros.handwritten.glossary import by_initial
from macros.library.amounts import amounts
from macros.library.graph import Telling
from macros.library.history import by_day, events
from macros.model.vocabulary import Form, Scope, Status
from macros.pages.answer import answer
from macros.pages.renderer import Renderer
from macros.pages.rows import by_progress
from macros.runtime import edition


@dataclass(frozen=True)
class Ref:
    """A parameter that takes the id of an entry of this kind."""

    kind: str


@dataclass(frozen=True)
class Choice:
    """A parameter that takes one of these values, each with its Chinese label."""

    values: tuple[tuple[str, str], ...]


Topic = Annotated[str, Ref("topics")]
PracticeId = Annotated[str, Ref("practices")]
SpeechId = Annotated[str, Ref("speeches")]
OrganizationId = Annotated[str, Ref("organizations")]
ProblemId = Annotated[str, Ref("problems")]
FormValue = Annotated[str, Choice(tuple((f.value, f.label) for f in Form))]
By = Annotated[str, Choice((("form", "类型"), ("organization", "单位"), ("none", "不分组")))]
Grouped = Annotated[str, Choice((("topic", "专题"), ("none", "不分组")))]
Counted = Annotated[str, Choice((
    ("practices", "做法"), ("accounts", "各家做法"), ("speeches", "发言"), ("organizations", "单位"),
    ("problems", "问题"), ("terms", "术语"), ("topics", "专题"), ("sources", "来源"), ("formulations", "提法"),
))]


class Macros:
    """The macros of one page; `page` is its address relative to the site's root."""

    def __init__(self, renderer: Renderer, page: str) -> None:
        self._renderer = renderer
        self._graph = renderer.graph
        self._page = page

    # --- single entries -------------------------------------------------------------------

    def practice(self, id: PracticeId) -> Markup:
        """做法的名称，链接到它的页面。"""
        return self._fill("link.html", kind="practices", id=id)

    def speech(self, id: SpeechId) -> Markup:
        """发言的简称，链接到它的页面。"""
        return self._fill("link.html", kind="speeches", id=id)

    def organization(self, id: OrganizationId) -> Markup:
        """单位的名称，链接到它的页面；名称隐去或没有写明的，带上区分：xx市政协〔全员入委〕。"""
        return self._fill("link.html", kind="organizations", id=id)

    def problem(self, id: ProblemId) -> Markup:
        """问题的全句，链接到它的页面。"""
        return self._fill("link.html", kind="problems", id=id)

    def count(self, of: Counted = "practices", topic: Topic | None = None, form: FormValue | None = None,
              problem: ProblemId | None = None, speech: SpeechId | None = None) -> Markup:
        """一类条目的数目；数做法和各家做法时可以按专题、类型、问题、发言限定。"""
        if of in ("practices", "accounts"):
            chosen = self._chosen(topic, form, problem, speech)
            if of == "practices":
                return escape(len(chosen))
            tellings = (t for pid in chosen for t in self._graph.of_practice[pid])
            return escape(sum(1 for t in tellings if speech in (None, t.speech_id)))
        return escape(len(self._graph.catalog.of(of)))

    # --- lists ----------------------------------------------------------------------------

    def practices(self, topic: Topic | None = None, form: FormValue | None = None, problem: ProblemId | None = None,
                  speech: SpeechId | None = None, organization: OrganizationId | None = None,
                  by: By = "none") -> Markup:
        """做法的列表，可以按专题、类型、问题、发言、单位限定，按类型或单位分组。"""
        chosen = self._chosen(topic, form, problem, speech, organization)
        return self._fill("practices.html", groups=self._groups(chosen, by), speech=speech, organization=organization)

    def problems(self, topic: Topic | None = None, by: Grouped = "none") -> Markup:
        """问题的列表，各带回答它的做法的数目；给了专题，就只列这个专题的做法所回答的；by="topic" 按专题分栏，做法多的在前。"""
        if by == "topic" and not topic:
            return self._problems_by_topic()
        graph = self._graph
        inside = set(graph.by_topic.get(topic, ())) if topic else set(graph.practice_ids)
        found = {pid: [p for p in graph.by_problem.get(pid, ()) if p in inside] for pid in graph.catalog.problems}
        return self._fill("problems.html", found={k: v for k, v in found.items() if v or not topic}, topic=topic)

    def organizations(self, topic: Topic | None = None) -> Markup:
        """单位的列表，按层级排，各带讲到的做法的数目；给了专题，就只数这个专题的。"""
        graph = self._graph
        inside = set(graph.by_topic.get(topic, ())) if topic else set(graph.practice_ids)
        found = {
            oid: [t for t in graph.of_organization.get(oid, ()) if t.practice_id in inside]
            for oid in graph.catalog.organizations
        }
        return self._fill("organizations.html", found={k: v for k, v in found.items() if v or not topic}, topic=topic)

    def speeches(self) -> Markup:
        """发言的列表，按来源和篇次排。"""
        return self._fill("speeches.html")

    def answer(self, topic: Topic) -> Markup:
        """专题一页答的开头：几家、几条、各到什么进展，连同放进材料夹、导出 Word、打印的按钮；下面要有 accounts。"""
        return self._fill("topic_answer.html", answer=answer(self._tellings(topic)))

    def accounts(self, topic: Topic) -> Markup:
        """专题里的做法，一处一行：单位、进展、怎么做、多久一次和数字、出处；多于 30 处的先收起。"""
        tellings = self._tellings(topic)
        return self._fill("topic_accounts.html", rows=by_progress(tellings), answer=answer(tellings), topic=topic,
                          label=f"{self._graph.catalog.topics[topic].title}的做法，一处一行")

    def _problems_by_topic(self) -> Markup:
        graph = self._graph
        topics: dict[str | None, list[tuple[str, tuple[str, ...]]]] = {topic: [] for topic in (*graph.catalog.topics, None)}
        for pid, problem in graph.catalog.problems.items():
            topics[problem.topic].append((pid, tuple(graph.by_problem.get(pid, ()))))
        return self._fill("problems_by_topic.html", groups={
            topic: sorted(found, key=lambda each: -len(each[1])) for topic, found in topics.items() if found})

    def progress_counts(self) -> Markup:
        """进展的七个词：各是什么意思，库里各有几处、几条做法。"""
        tellings = self._graph.tellings
        practices = {status: len({t.practice_id for t in tellings if t.account.progress.status is status}) for status in Status}
        return self._fill("progress_counts.html", answer=answer(tellings), practices=practices)

    def neighbours(self, topic: Topic) -> Markup:
        """与这个专题共有做法的其他专题，并列出共有的做法。"""
        return self._fill("neighbours.html", found=self._graph.neighbours(topic))

    def shared(self, topic: Topic | None = None) -> Markup:
        """几家都讲到的做法，各家并列进展；可以限定专题。"""
        chosen = [p for p in self._chosen(topic) if len(self._graph.of_practice[p]) > 1]
        return self._fill("shared.html", chosen=chosen)

    def paths(self, topic: Topic) -> Markup:
        """从问题到做法的路：这个专题的每个问题下列出回答它的做法，做法多的问题在前。"""
        inside = set(self._graph.by_topic.get(topic, ()))
        found = {pid: [p for p in answers if p in inside] for pid, answers in self._graph.by_problem.items()}
        return self._fill("paths.html", found={pid: found[pid] for pid in sorted(found, key=lambda pid: -len(found[pid])) if found[pid]})

    # --- whole views ----------------------------------------------------------------------

    def topics(self) -> Markup:
        """全部专题，各带问题和做法的数目。"""
        return self._fill("topics.html")

    def topic_lead(self, topic: Topic) -> Markup:
        """专题页开头：它回答的问题、收录范围、做法和单位的数目。"""
        return self._fill("topic_lead.html", id=topic, topic=self._graph.catalog.topics[topic])

    def matrix(self) -> Markup:
        """单位 × 专题的表，各带级别和发言，格里是做法的数目，点开就是那些做法；不分深浅，不是排名。"""
        return self._fill("matrix.html")

    def practice_index(self) -> Markup:
        """全部做法的索引页主体：检索框、筛选栏和完整的列表。"""
        return self._fill("practice_index.html")

    def glossary(self) -> Markup:
        """全部术语，一个一行，按拼音首字母排：所指、谁讲的、出处；原文没有解释的写明没有解释。"""
        return self._fill("glossary.html", groups=by_initial(self._graph.catalog.terms))

    def formulations(self) -> Markup:
        """全部提法：照抄的原文和出处。"""
        return self._fill("formulations.html")

    def legend(self, topic: Topic | None = None) -> Markup:
        """进展各词的意思；给了专题，就只解释这个专题里出现的。凡写着进展的手写页面都要有它。"""
        tellings = [t for pid in self._chosen(topic) for t in self._graph.of_practice[pid]] if topic else None
        return self._fill("legend.html", tellings=tellings)

    def folder(self) -> Markup:
        """材料夹页的主体：读者自己的夹，一页摘要、对照表、全文，导出 Word、Excel，打印。"""
        return self._fill("folder.html")

    def recent(self, most: int = 10) -> Markup:
        """最近收录的做法，最多 most 条，按日期分组。"""
        practices = self._graph.catalog.practices
        newest = sorted(self._graph.practice_ids, key=lambda p: practices[p].added, reverse=True)
        return self._fill("recent.html", chosen=newest[:most], total=len(newest))

    def figures(self) -> Markup:
        """“多久一次、数字”页的主体：各家多久一次、有多少，写明的、隐去的、只说定期的，可以按单位、专题、间隔只看一部分。"""
        return self._fill("figures.html", found=amounts(self._graph))

    def correct(self) -> Markup:
        """“说哪里有错”一页的主体：地址里写着哪一条（?id=编号），就列出那一条的各句；没有脚本时是一张空白纠错单。"""
        return self._fill("correct.html", version=edition.words(), contact=self._renderer.contact)

    def bodies(self) -> Markup:
        """“单位对单位”一页的主体：挑两家（或者几家对一家），一处一行；没有脚本时列出全部单位。"""
        return self._fill("bodies.html")

    def changes(self) -> Markup:
        """“本库的变化”一页的主体：按日期列新收、更正、撤下的，新收的按专题；自上次来以后的标出来。"""
        return self._fill("changes.html", days=by_day(self._graph.catalog))

    def progress_examples(self) -> Markup:
        """进展的七个词：各是什么意思，库里的一个例子和依据的原文，各有几处。"""
        def unfit(telling: Telling) -> tuple[bool, bool]:
            # Words of another progress, or from elsewhere in the speech, would want explaining.
            told = telling.account.progress
            return any(other.label in (told.cue or "") for other in Status if other is not told.status), told.scope is not Scope.LOCAL
        examples: dict[Status, Telling] = {}
        for telling in sorted(self._graph.tellings, key=unfit):
            examples.setdefault(telling.account.progress.status, telling)
        return self._fill("progress_examples.html", examples=examples, answer=answer(self._graph.tellings))

    def signs(self) -> Markup:
        """页面上的记号各是什么意思：原文隐去、〔〕、原文没有说、“—”、出处；例子从库里取，数目是数出来的。"""
        graph = self._graph
        hidden = [row for row in amounts(graph).all if row.state == "redacted"]
        unsaid = sum(len(graph.catalog.practices[pid].unsaid) for pid in graph.practice_ids)
        apart = (oid for oid, body in graph.catalog.organizations.items() if body.distinguisher and oid in graph.of_organization)
        return self._fill("signs.html", redacted=next((row for row in hidden if row.figure), None), amount=len(hidden), unsaid=unsaid,
                          apart=next(apart, None), place=next(iter(graph.tellings), None))

    def reviewed(self) -> Markup:
        """第二个人逐段核对过的做法有几条，照条目里记的（reviewed）数；没有就照说没有。"""
        practices = self._graph.catalog.practices
        found = sum(1 for pid in self._graph.practice_ids if practices[pid].reviewed)
        return escape(f"第二个人逐段核对过的有 {found} 条，页面末尾写着谁在哪天核对；别的没有这样的记录。" if found
                      else "还没有一条记着第二个人逐段核对过。")

    # Not `contact`: the settings in `extra` are names of the plugin already.
    def whom(self) -> Markup:
        """找谁：发布的人在 mkdocs.yml 的 extra.contact 里写的；没有写，就请读者交给把网站给他的人。"""
        return self._fill("contact.html", contact=self._renderer.contact)

    def edition(self) -> Markup:
        """这一版：版本、内容到哪一天、最近一次变化，和可以带走的文件。"""
        newest = next((event.on for event in events(self._graph.catalog)), None)
        return self._fill("edition.html", number=edition.number(), day=edition.day(), newest=newest)

    def search_box(self, examples: str = "") -> Markup:
        """首页的大检索框；examples 是可以点的例子，用顿号隔开。"""
        return self._fill("search_box.html", examples=[word for word in examples.split("、") if word])

    # --- inside ---------------------------------------------------------------------------

    def _fill(self, template: str, **values: Any) -> Markup:
        return Markup(self._renderer.render(template, self._page, **values))  # noqa: S704 - fragments escape

    def _tellings(self, topic: str) -> list[Telling]:
        return [t for pid in self._graph.by_topic.get(topic, ()) for t in self._graph.of_practice[pid]]

    def _chosen(self, topic: str | None = None, form: str | None = None, problem: str | None = None,
                speech: str | None = None, organization: str | None = None) -> list[str]:
        graph = self._graph
        practices = graph.catalog.practices
        tests: list[Callable[[str], bool]] = []
        if form:
            tests.append(lambda p: practices[p].form.value == form)
        if problem:
            tests.append(lambda p: problem in practices[p].problems)
        if speech:
            tests.append(lambda p: any(t.speech_id == speech for t in graph.of_practice[p]))
        if organization:
            tests.append(lambda p: any(t.organization_id == organization for t in graph.of_practice[p]))
        among = graph.by_topic.get(topic, ()) if topic else graph.practice_ids
        return [p for p in among if all(test(p) for test in tests)]

    def _groups(self, chosen: Iterable[str], by: str) -> dict[str, list[str]]:
        chosen, graph = list(chosen), self._graph
        if by == "form":
            practices = graph.catalog.practices
            groups = {f.label: [p for p in chosen if practices[p].form is f] for f in Form}
        elif by == "organization":
            groups = {
                graph.name_of(oid): [p for p in chosen if any(t.organization_id == oid for t in graph.of_practice[p])]
                for oid in graph.catalog.organizations
            }
        else:
            groups = {"": chosen}
        return {label: found for label, found in groups.items() if found}


def macros(owner: type = Macros) -> dict[str, Callable[..., Markup]]:
    """Every macro of a class by name, as declared (unbound), in the order of its file."""
    return {name: member for name, member in vars(owner).items() if callable(member) and not name.startswith("_")}
