"""The tools beside the code: packages for another machine, two builds compared, MkDocs' place taken by ProperDocs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import PROJECT
from tools import compare_builds, wheelhouse

LOCK = """\
soupsieve==2.10 ; python_full_version < '3.11.5' \\
    --hash=sha256:aa
    # via beautifulsoup4
soupsieve==4.1.3 ; python_full_version >= '3.11.5' \\
    --hash=sha256:bb \\
    --hash=sha256:cc
    # via beautifulsoup4
pywin32==300 ; sys_platform == 'win32' and platform_machine == 'AMD64' \\
    --hash=sha256:dd
uvloop==1 ; os_name == 'posix' or platform_system == 'Linux' \\
    --hash=sha256:ee
rich==15.0 \\
    --hash=sha256:ff
"""


@pytest.mark.parametrize(("system", "python", "packages"), [
    ("linux", "3.11.2", ["soupsieve==2.10", "uvloop==1", "rich==15.0"]),
    ("linux", "3.13.0", ["soupsieve==4.1.3", "uvloop==1", "rich==15.0"]),
    ("windows", "3.11.9", ["soupsieve==4.1.3", "pywin32==300", "rich==15.0"]),
])
def test_conditions_are_judged_for_the_machine_that_is_meant(system: str, python: str, packages: list[str]) -> None:
    lines = list(wheelhouse.lines_for(LOCK, wheelhouse.machine(system, python)[0]))
    assert [line.removesuffix(" \\") for line in lines if "==" in line] == packages
    assert [line for line in lines if "#" in line or ";" in line] == []
    hashes = {"soupsieve==2.10": ["aa"], "soupsieve==4.1.3": ["bb", "cc"], "pywin32==300": ["dd"], "uvloop==1": ["ee"], "rich==15.0": ["ff"]}
    assert [line.split("sha256:")[1].split()[0] for line in lines if "--hash" in line] == [h for p in packages for h in hashes[p]]


def test_pip_is_told_of_another_machine_and_of_this_one_nothing() -> None:
    assert wheelhouse.machine(None, None) == ({}, [])
    told = wheelhouse.machine("windows", "3.11.9")[1]
    assert told[-2:] == ["--platform", "win_amd64"]
    assert told[told.index("--python-version") + 1] == "3.11.9"


def test_every_line_of_the_real_locks_is_read() -> None:
    for name in ("build", "site", "dev", "mutants", "properdocs"):
        text = (PROJECT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
        for system, python in (("linux", "3.11.2"), ("windows", "3.13.1")):
            read = [line for line in wheelhouse.lines_for(text, wheelhouse.machine(system, python)[0]) if "==" in line]
            without = [line for line in text.splitlines() if "==" in line and line[0] not in " #" and ";" not in line]
            assert without
            assert set(without) <= set(read)


def test_half_a_version_is_refused() -> None:
    done = subprocess.run([sys.executable, "tools/wheelhouse.py", "x", "--python", "3.11"],
                          cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "“3.11”不是完整的版本：在那台机器上运行 python --version，照抄三段数字" in done.stderr


def test_builds_that_differ_are_told_file_by_file(tmp_path: Path) -> None:
    for name, generator in (("one", "mkdocs-1.6.1"), ("other", "properdocs-1.6.7")):
        site = tmp_path / name / "a"
        site.mkdir(parents=True)
        (site / "same.html").write_text(f'<meta name="generator" content="{generator}"><p>x</p>', encoding="utf-8")
        (site / "page.html").write_text(f"<p>{name}</p>", encoding="utf-8")
        (site / "generator.js").write_text(f'<meta name="generator" content="{generator}">', encoding="utf-8")
        (site / f"only-{name}.txt").touch()
    assert list(compare_builds.differences(tmp_path / "one", tmp_path / "other")) == [
        "内容不同：a/generator.js", "只有前一个有：a/only-one.txt", "只有后一个有：a/only-other.txt", "内容不同：a/page.html"]


def test_two_commands_are_run_and_compared(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    kbs = []
    for name, word in (("one", "x"), ("two", "x"), ("three", "y")):
        kb = tmp_path / name
        kb.write_text(f'#!/bin/sh\n[ "$1 $2" = "build --site" ] && mkdir "$3" && echo {word} > "$3/index.html"\n', encoding="utf-8")
        kb.chmod(0o755)
        kbs.append(str(kb))
    assert compare_builds.main(kbs[:2]) == 0
    assert capfd.readouterr().out == "两次生成的 1 个文件逐字节相同。\n"
    assert compare_builds.main(kbs[1:]) == 1
    assert capfd.readouterr().out == "内容不同：index.html\n1 处不同。\n"
    assert compare_builds.main([kbs[0], "/bin/false"]) == 1


PROGRAM = """import click
class State:
    pass
@click.group()
def cli():
    pass
@cli.command()
@click.option("--site-dir")
def build(site_dir):
    print("properdocs build --site-dir", site_dir)
"""


def test_properdocs_builds_where_mkdocs_is_not(tmp_path: Path) -> None:
    (tmp_path / "properdocs").mkdir()
    (tmp_path / "properdocs" / "__init__.py").touch()
    (tmp_path / "properdocs" / "__main__.py").write_text(PROGRAM, encoding="utf-8")
    code = "import sys; sys.modules['mkdocs'] = None; from macros.site.mkdocs_process import main; sys.exit(main(['--site-dir', 'x']))"
    done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, env={**os.environ, "PYTHONPATH": str(tmp_path)},
                          capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "properdocs build --site-dir x\n"), done.stderr
