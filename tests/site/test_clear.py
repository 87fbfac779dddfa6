"""`make clean` takes what was built, and nothing else."""

from pathlib import Path

import pytest

from macros.site.clear import clear
from tests.conftest import PROJECT
from tests.site.conftest import Library, everything


def test_a_built_site_goes_and_what_lies_beside_it_stays(library: Library) -> None:
    library.kb()
    Path(".site-old").mkdir()
    Path(".site-old/letter.txt").write_text("信", encoding="utf-8")
    assert clear(Path("site")) == ""
    assert sorted(p.name for p in library.root.iterdir() if "site" in p.name) == [".site-old"]
    assert everything(library.root / ".site-old") == {"letter.txt": "信"}
    assert clear(Path("site")) == ""


@pytest.mark.parametrize("built", [True, False])
def test_a_letter_in_it_stays_with_everything_around_it(library: Library, built: bool) -> None:
    if built:
        library.kb()
    Path("site").mkdir(exist_ok=True)
    Path("site/letter.txt").write_text("信", encoding="utf-8")
    before = everything(library.root)
    assert "letter.txt" in clear(Path("site"))
    assert everything(library.root) == before


def test_make_clean_leaves_it_to_this() -> None:
    rule = (PROJECT / "Makefile").read_text(encoding="utf-8").partition("\nclean:")[2]
    removed = rule.partition("rm -rf")[2].split("\n")[0].split()
    assert "macros.site.clear \"$(SITE)\"" in rule
    assert not [name for name in removed if "site" in name.lower()]
