import os
import subprocess
import sys
import textwrap

import pytest

from tests.conftest import PROJECT

# A module in the place of the hooks, which MkDocs keeps; `saved` makes code look as if a file of it had been saved.
BEGIN = """
import importlib, os, sys
from pathlib import Path
from macros.site import build
from macros.site.code_reload import Code

sys.path.insert(0, os.getcwd())
hooks = importlib.import_module("hooks")
code = Code("hooks")

def saved():
    code._saved -= 1
"""


@pytest.fixture
def run(tmp_path):
    """What a program prints that begins like this, in a folder with a module `hooks`."""
    (tmp_path / "hooks.py").write_text("from pathlib import Path\nfrom macros.site.build import Build\none = 2\n"
                                       "Path('other').stat()\ntwo = 2\n", encoding="utf-8")
    (tmp_path / "other").touch()

    def told(program: str) -> str:
        done = subprocess.run([sys.executable, "-c", BEGIN + textwrap.dedent(program)], cwd=tmp_path, capture_output=True,
                              text=True, check=False, env={**os.environ, "PYTHONPATH": os.pathsep.join((str(PROJECT), os.environ.get("PYTHONPATH", "")))})
        return done.stdout + done.stderr
    return told


def test_code_that_was_saved_is_loaded_anew_and_the_hooks_use_it(run):
    assert run("""
        saved()
        print(code.anew())
        from macros.site import build as new
        print(new is not build, hooks.Build is new.Build, code.now("site.build") is new)
        print(code.anew())
    """) == "True\nTrue True True\nFalse\n"


def test_code_that_was_not_saved_stays(run):
    assert run("""
        print(code.anew())
        from macros.site import build as new
        print(new is build, hooks.Build is build.Build)
    """) == "False\nTrue True\n"


def test_code_that_can_not_be_loaded_leaves_what_was_there(run):
    assert run("""
        code.now("site.build")
        saved()
        find = sys.meta_path[:]

        class Broken:
            def find_spec(self, name, *_):
                if name == "macros.pipeline":
                    raise SyntaxError(name)

        sys.meta_path.insert(0, Broken())
        try:
            code.anew()
        except SyntaxError as error:
            print(error)
        print(code.now("site.build") is build)
        sys.meta_path[:] = find
        from macros.site import build as still
        print(still is build, hooks.Build is build.Build)
        print(code.anew())
        from macros.site import build as new
        print(new is build, hooks.Build is new.Build)
    """) == "macros.pipeline\nTrue\nTrue True\nTrue\nFalse True\n"


def test_a_module_that_was_loaded_once_is_there_though_it_can_not_be_loaded_any_more(run):
    assert run("""
        known = code.now("site.banner")
        del sys.modules["macros.site.banner"]

        class Broken:
            def find_spec(self, name, *_):
                if name.startswith("macros.site.ba"):
                    raise SyntaxError(name)

        sys.meta_path.insert(0, Broken())
        print(code.now("site.banner") is known)
        try:
            code.now("site.bad")
        except SyntaxError as error:
            print(error)
    """) == "True\nmacros.site.bad\n"


def test_hooks_that_were_cut_off_are_run_again_though_nothing_was_saved(run):
    assert run("""
        hooks.one = hooks.two = 1
        os.unlink("other")
        saved()
        try:
            code.anew()
        except FileNotFoundError:
            print(hooks.one, hooks.two)
        open("other", "w").close()
        print(code.anew(), hooks.two)
        hooks.two = 3
        print(code.anew(), hooks.two)
    """) == "2 1\nTrue 2\nFalse 3\n"
