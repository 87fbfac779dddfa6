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
        from macros.site import code_reload, session
        session.serving, session.kept.pages = True, {"x": "y"}
        code_reload._loaded -= 1
        print(code_reload.refresh())
        from macros.site import session as new
        print(new is not session, new.serving, new.kept.pages)
    """) == "True\nTrue True {}\n"


def test_code_that_was_not_saved_stays():
    assert _run("""
        from macros.site import code_reload, session
        print(code_reload.refresh())
        from macros.site import session as new
        print(new is session)
    """) == "False\nTrue\n"


def test_code_that_can_not_be_loaded_leaves_what_was_there(tmp_path):
    assert _run("""
        import sys
        from macros.site import code_reload, session
        session.serving, session.kept.pages = True, {"x": "y"}
        code_reload._loaded -= 1
        find, broken = sys.meta_path[:], []

        class Broken:
            def find_spec(self, name, *_):
                if name == "macros.pipeline":
                    raise SyntaxError(name)

        sys.meta_path.insert(0, Broken())
        try:
            code_reload.refresh()
        except SyntaxError as error:
            print(error)
        sys.meta_path[:] = find
        from macros.site import session as still
        print(still is session, still.serving, still.kept.pages)
        print(code_reload.refresh())
        from macros.site import session as new
        print(new is session, new.serving)
    """) == "macros.pipeline\nTrue True {'x': 'y'}\nTrue\nFalse True\n"


def test_a_module_that_was_cut_off_is_run_again_though_nothing_was_saved(tmp_path):
    (tmp_path / "kept.py").write_text("import pathlib\none = 2\npathlib.Path('other').stat()\ntwo = 2\n", encoding="utf-8")
    assert _run(f"""
        import importlib, os, sys
        os.chdir({str(tmp_path)!r})
        sys.path.insert(0, {str(tmp_path)!r})
        from macros.site import code_reload as reloading, session
        open("other", "w").close()
        kept = importlib.import_module("kept")
        kept.one = kept.two = 1
        os.unlink("other")
        reloading._loaded -= 1
        try:
            reloading.anew("kept")
        except FileNotFoundError:
            print(kept.one, kept.two)
        open("other", "w").close()
        from macros.site import code_reload as new
        new.anew("kept")
        print(kept.two)
        kept.two = 3
        new.anew("kept")
        print(kept.two)
    """) == "2 1\n2\n3\n"
