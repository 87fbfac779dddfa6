"""What a source has covered everywhere."""

import pytest

from macros.fulltext.covered import covered
from macros.fulltext.statements import Ground, Statement


@pytest.mark.parametrize(("noun", "text", "expected"), [
    ("村", "覆盖所有村", True), ("小区", "覆盖所有小区", False), ("村", "设到所有村", False), ("街道", "街道全覆盖", True),
])
def test_covered(noun: str, text: str, expected: bool) -> None:
    ground = Ground("jia", 1, "在有条件的村和小区设站,实现站点对村、街道两个\"全覆盖\"", 0, "第1段")
    assert covered(noun, Statement("practices", "p", ("summary",), text, (ground,), (), ())) is expected
