"""The entries that pages name by macro, and the one message about those that have another id or are gone."""

import pytest

from macros.handwritten.calls import calls
from macros.pipeline import examine
from tests.repository import git
from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"
FRONT = "---\nrender_macros: true\n---\n\n# 库\n\n"


@pytest.mark.parametrize(("text", "expected"), [
    ('甲{{ practice("a") }}', [("practices", "a", 1, 4)]),
    ("{{practice('a')}}", [("practices", "a", 0, 2)]),
    ('{{ practices("t", by="form", problem="p") }}', [("topics", "t", 0, 3), ("problems", "p", 0, 3)]),
    ('{{ count("practices", speech="s") }}', [("speeches", "s", 0, 3)]),
    ('{{ search_box("甲、乙") }} {{ recent(3) }} {{ nonsense("a") }} practice("a")', []),
])
def test_ids_in_calls(text: str, expected: list[tuple[str, str, int, int]]) -> None:
    assert [(call.kind, call.entry_id, call.start, call.offset) for call in calls(text)] == expected


def told(tree: Tree) -> list[str]:
    return [f"{f.path}:{f.line}:{f.column} {f.code} {f.message} | {f.cure}" for f in examine(tree.root, tree.docs)[2]]


def write(tree: Tree, prose: str) -> None:
    (tree.docs / "index.md").write_text(FRONT + prose, encoding="utf-8")


def test_a_page_with_a_former_id_is_one_message_with_all_other_places(tree: Tree) -> None:
    tree.replace(KE_TANG, "added: 2026-11-24", "added: 2026-11-24\nformerly: [jiu-ke-tang]")
    write(tree, '{{ practices() }}\n\n{{ practice("jiu-ke-tang") }}与{{ practice("jiu-ke-tang") }}\n')
    assert told(tree) == ["docs/index.md:9:4 former-reference 做法“jiu-ke-tang”改了编号；还有 1 处写着旧编号：docs/index.md:9"
                          " | 都写 wei-yuan-ke-tang（委员课堂）"]
    tree.replace("practices/wei-yuan-bian-zu.yml", "to: wei-yuan-ke-tang", "to: jiu-ke-tang")
    assert told(tree) == ["data/practices/wei-yuan-bian-zu.yml:22:10 former-reference 做法“jiu-ke-tang”改了编号；"
                          "还有 2 处写着旧编号：docs/index.md:9、docs/index.md:9 | 都写 wei-yuan-ke-tang（委员课堂）"]


def test_a_page_that_names_what_is_gone_is_in_the_one_message(tree: Tree) -> None:
    write(tree, '{{ practices() }}\n\n看{{ practice("wei-yuan-ke-tang") }}\n')
    git(tree.root.parent, "init", "-q", "-b", "main")
    git(tree.root.parent, "add", ".")
    git(tree.root.parent, "commit", "-q", "-m", "before")
    (tree.root / KE_TANG).unlink()
    (line,) = told(tree)
    assert line.startswith(f"data/{KE_TANG}:1:1 gone-entry 已经发布的做法“委员课堂”（wei-yuan-ke-tang）没有了，旧网址会打不开，"
                           "还有 2 处写着它：data/practices/wei-yuan-bian-zu.yml:22、docs/index.md:9 | ")


def test_what_never_was_is_told_where_it_stands(tree: Tree) -> None:
    write(tree, '{{ practices() }}\n\n{{ practice("mei-you") }}\n')
    assert [line.split()[1] for line in told(tree)] == ["macro-argument"]
