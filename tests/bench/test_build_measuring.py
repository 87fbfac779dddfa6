"""What `make bench` measures with."""

import sys
from pathlib import Path

import measuring
import pytest


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_a_failed_build_ends_with_its_last_line(tmp_path: Path) -> None:
    with pytest.raises(measuring.Failed, match=r"^数据有误$"):
        measuring.run(python("import sys; print('开始'); sys.exit('数据有误')"), tmp_path, tmp_path / "log")


def test_the_processes_that_a_build_starts_count_and_this_one_does_not(tmp_path: Path) -> None:
    here = bytearray(300_000_000)
    child = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'len(bytearray(90_000_000).replace(b\"a\", b\"b\"))'])"
    spent = measuring.run(python(child), tmp_path, tmp_path / "log")
    assert 90_000_000 < spent.largest <= spent.memory < len(here)


def test_processes_side_by_side_count_together(tmp_path: Path) -> None:
    hold = "import time; held = b'x' * 90_000_000; time.sleep(1.5)"
    both = f"import subprocess, sys; [p.wait() for p in [subprocess.Popen([sys.executable, '-c', {hold!r}]) for _ in '12']]"
    spent = measuring.run(python(both), tmp_path, tmp_path / "log")
    assert spent.memory > 1.8 * spent.largest


def test_settings_reach_the_build(tmp_path: Path) -> None:
    measuring.run(python("import os; open('seen', 'w').write(os.environ['KB_PHASES'])"), tmp_path, tmp_path / "log", {"KB_PHASES": "here"})
    assert (tmp_path / "seen").read_text() == "here"


def test_a_site_is_counted_and_must_have_every_entry(tmp_path: Path) -> None:
    (tmp_path / "practices").mkdir()
    (tmp_path / "practices" / "a.html").write_text("a" * 1000)
    (tmp_path / "data.json").write_text("{}")
    site = measuring.weigh(tmp_path, ["practices/a.html"])
    assert (site.pages, site.files, site.size, site.page) == (1, 2, 1002, 1000)
    with pytest.raises(measuring.Failed, match=r"少了 1 页，例如 practices/b\.html"):
        measuring.weigh(tmp_path, ["practices/a.html", "practices/b.html"])
