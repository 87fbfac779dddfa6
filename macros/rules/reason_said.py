"""Why a paragraph tells of no practice is said in words of its own: 无, 没有做法 only repeat the question."""

import re
from collections.abc import Iterator

from macros.findings import Finding, Severity
from macros.library.catalog import Catalog
from macros.model.entries import KINDS_OF_NO_PRACTICE
from macros.model.fields import TO_FILL
from macros.rules.rule import Rule

# What only says again that there is none, or that nothing is said.
_AGAIN = re.compile("(?:这一?|本|该)?段?(?:里|中)?(?:都|只是|确实)?(?:没有|没|未|并无|不是|无)(?:讲|写|说|提|谈|涉及)?(?:到|出)?(?:具体|什么|任何|相关)?(?:的)?(?:做法|内容)?(?:的原因)?|做法|原因|暂无|同上|如题|不详")
_SIGN = re.compile("[\u3400-\u9fffA-Za-z0-9]")
_LEAST = 4


def check_entry(catalog: Catalog, kind: str, entry_id: str) -> Iterator[Finding]:
    if kind != "speeches" or entry_id not in catalog.current_speeches:
        return
    for i, section in enumerate(catalog.speeches[entry_id].outline):
        for j, paragraph in enumerate(section.paragraphs):
            # What nobody has filled in yet is told as that.
            if paragraph.no_practice and TO_FILL not in paragraph.no_practice and not says(paragraph.no_practice):
                yield catalog.finding("speeches", entry_id, ("outline", i, "paragraphs", j, "no_practice"), RULE.code, f"没有做法的原因“{paragraph.no_practice}”没有说为什么",
                                      f"写这一段讲的是什么：{'、'.join(KINDS_OF_NO_PRACTICE)}，或者用四个字以上说明", severity=Severity.WARNING)


def says(reason: str) -> bool:
    """Whether a reason says why: some of the usual kinds, or at least four signs besides what the question says itself."""
    return all(each in KINDS_OF_NO_PRACTICE for each in reason.strip("。 　").split("、")) or len(_SIGN.findall(_AGAIN.sub("", reason))) >= _LEAST


RULE = Rule(
    code="reason-said",
    title="没有做法的原因要说出原因",
    why="写“无”“没有做法”，看不出这一段是看过了确实没有，还是随手略过的。",
    wrong="- {gist: 交代背景。, no_practice: 无}",
    right="- {gist: 交代背景。, no_practice: 交代背景}",
    check_entry=check_entry,
    exemptible=True,
)
