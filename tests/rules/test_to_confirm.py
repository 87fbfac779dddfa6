"""What a draft proposes is confirmed by a person."""

from tests.small_tree import Tree


def test_each_file_is_told_once_with_the_lines_and_a_draft_too(tree: Tree) -> None:
    first = next(p for p in sorted((tree.root / "practices").glob("*.yml")))
    path = f"practices/{first.name}"
    tree.write(path, tree.read(path).replace("\nform: ", "\n# 待确认，这一行只是说明\nform: ", 1))
    assert [f for f in tree.findings() if f.code == "to-confirm"] == []
    lines = tree.read(path).split("\n")
    at = next(i for i, line in enumerate(lines) if line.startswith("form: "))
    lines[at] += "  # 待确认：由末字读出"
    tree.write(path, "\n".join(lines))
    (told,) = [f for f in tree.findings() if f.code == "to-confirm"]
    assert (told.line, told.column) == (at + 1, lines[at].index("#") + 1)
    lines[at + 1] += " #待确认"
    lines[at] = "form: 待填  # 待确认"
    tree.write(path, "\n".join(lines))
    (told,) = [f for f in tree.findings() if f.code == "to-confirm"]
    assert told.message == f"有 2 处待确认：第 {at + 1} 行、第 {at + 2} 行"


def test_in_a_file_of_many_each_entry_has_its_own(tree: Tree) -> None:
    lines = tree.read("organizations.yml").split("\n")
    named = [i for i, line in enumerate(lines) if line.startswith("  name")]
    for i in named[1:3]:
        lines[i] += "  # 待确认"
    tree.write("organizations.yml", "\n".join(lines))
    owners = [next(line for line in reversed(lines[:i]) if line and not line.startswith((" ", "#"))).split(":")[0] for i in named[1:3]]
    assert [(f.about, f.line) for f in tree.findings() if f.code == "to-confirm"] == [(("organizations", owner), i + 1) for owner, i in zip(owners, named[1:3], strict=True)]
