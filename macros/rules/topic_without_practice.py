"""A topic that no practice belongs to shows readers an empty page."""

from collections.abc import Iterator

from macros.findings import Finding, Severity
from macros.library.catalog import Catalog
from macros.rules.rule import Rule


def check_library(catalog: Catalog) -> Iterator[Finding]:
    if not catalog.whole("practices", "topics"):
        return
    used = {topic for practice in catalog.current_practices.values() for topic in practice.topics}
    # While they write an id that no topic has, it may be one of these under its id of before.
    if not used <= catalog.topics.keys():
        return
    for topic_id, topic in catalog.topics.items():
        if topic_id not in used:
            yield catalog.finding("topics", topic_id, (), RULE.code, f"专题“{topic.title}”下没有做法",
                                  "给相关的做法加上这个专题，或删去它", severity=Severity.WARNING)


RULE = Rule(
    code="topic-without-practice",
    title="专题下要有做法",
    why="读者点开专题，不应当看到空页。",
    wrong="topics.yml 里有 level-linkage，没有做法属于它",
    right="至少一个做法写 topics: [level-linkage]",
    check_library=check_library,
    exemptible=True,
)
