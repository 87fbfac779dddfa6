"""What `make lint-js` and `make bench-search` need of npm: locked by version and checksum, from any mirror."""

import json
import re

import pytest

from tests.conftest import PROJECT


@pytest.mark.parametrize("folder", ["tools/js", "bench/engines/minisearch_js"])
def test_packages_are_locked_and_no_host_is_named(folder: str) -> None:
    tool = PROJECT / folder
    packages = json.loads((tool / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    own = packages.pop("")
    assert {name: entry for name, entry in packages.items() if "integrity" not in entry} == {}
    assert {name for name, entry in packages.items() if "resolved" in entry} == set()
    assert own["devDependencies"] == json.loads((tool / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in own["devDependencies"].values())
