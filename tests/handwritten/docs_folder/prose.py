"""A page of the small library with prose in its ninth line, and what the check says of it."""

from macros.pipeline import examine
from tests.small_tree import Tree

FRONT = "---\nrender_macros: true\n---\n\n# 委员履职\n\n{{ topic_lead(\"member-duty\") }}\n\n"
KE_TANG = '{{ practice("wei-yuan-ke-tang") }}'
BIAN_ZU = '{{ practice("wei-yuan-bian-zu") }}'
JIA = '{{ organization("jia-shi-zheng-xie") }}'


def told(tree: Tree, prose: str, page: str = "topics/member-duty.md") -> list[str]:
    """Every finding about a page with this prose behind its lead, in line 9."""
    (tree.docs / page).write_text(FRONT + prose + "\n", encoding="utf-8")
    return [f"{f.line}:{f.column} {f.severity} {f.code} {f.message} | {f.cure}" for f in examine(tree.root, tree.docs)[2]]
