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
