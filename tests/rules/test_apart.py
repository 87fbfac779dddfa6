"""Applied by two processes, the rules find the same."""

import shutil
from pathlib import Path

from macros import rules
from macros.library.catalog import load
from tests.conftest import SMALL


def test_rules_that_are_applied_beside_find_what_they_find_alone(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "data")
    practice = tmp_path / "data/practices/pei-xun.yml"
    practice.write_text(practice.read_text(encoding="utf-8").replace('at: ["1"]', 'at: ["7"]'), encoding="utf-8")
    catalog, _ = load(tmp_path / "data")
    apart = list(rules.check(catalog, apart=True))
    assert "locator-range" in {finding.code for finding in apart}
    assert apart == list(rules.check(catalog))
