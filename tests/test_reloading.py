import os
import subprocess
import sys
import textwrap

from tests.conftest import PROJECT


def _run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(code)], cwd=PROJECT, env={**os.environ},
                          capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def test_code_that_was_saved_is_loaded_anew_and_still_knows_that_it_serves():
    assert _run("""
        from macros import reloading, session
        session.serving, session.kept.pages = True, {"x": "y"}
        reloading._loaded -= 1
        print(reloading.refresh())
        from macros import session as new
        print(new is not session, new.serving, new.kept.pages)
    """) == "True\nTrue True {}\n"


def test_code_that_was_not_saved_stays():
    assert _run("""
        from macros import reloading, session
        print(reloading.refresh())
        from macros import session as new
        print(new is session)
    """) == "False\nTrue\n"
