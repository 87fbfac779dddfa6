"""What a source has covered everywhere: of 加快对界别、社区的全覆盖 all 社区 may be said, though it speaks of 有条件的社区 before."""

import re

from macros.fulltext.amounts import focus
from macros.fulltext.likewise import clause_before
from macros.fulltext.statements import Statement

_COVERS = re.compile("全[”\"]?覆盖")


def covered(noun: str, statement: Statement) -> bool:
    """Whether a statement that tells of covering tells it of a thing that its paragraphs have covered everywhere."""
    return "覆盖" in statement.text and any(noun in clause_before(ground.text, m.start()) for ground in focus(statement)
                                          for m in _COVERS.finditer(ground.text))
