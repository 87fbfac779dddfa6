"""Pages do not say that nobody explains what the glossary explains."""

import pytest

from tests.handwritten.docs_folder.prose import told
from tests.small_tree import Tree


@pytest.mark.parametrize(("prose", "expected"), [
    ("“三联”联系哪些人，由谁来做，都没有写。", ["9:1 warning term-asked “三联”所指，术语表里写着：联委员、联群众、联专家 | 删去这一问；术语表写错了（原文没有解释），先改 terms.yml"]),
    ("“三联”怎样检查，没有写。", []), ("“三联”是联委员、联群众、联专家。", []),
])
def test_a_question_that_the_glossary_answers(tree: Tree, prose: str, expected: list[str]) -> None:
    tree.replace("terms.yml", "unexplained: true", "expansion: 联委员、联群众、联专家")
    assert told(tree, prose) == expected


def test_what_nobody_explains(tree: Tree) -> None:
    assert told(tree, "“三联”联系哪些人，没有写。") == []
