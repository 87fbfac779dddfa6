"""One build in a process of its own: `python -m macros.site.mkdocs_process …` is `mkdocs build …`.

It ends as soon as the site is written: to take a large library apart again, object by object, was
a tenth of the whole build.
"""

import importlib.util
import os
import runpy
import sys
import traceback

from macros.runtime import reasons


def main(arguments: list[str]) -> int:
    """Run MkDocs with these arguments; its exit code."""
    # ProperDocs continues MkDocs 1 under its own name and answers to the old one: with it in MkDocs'
    # place everything else stays as it is (docs/contributing/architecture.md).
    engine = "mkdocs" if importlib.util.find_spec("mkdocs") else "properdocs"
    sys.argv = [engine, "build", *arguments]
    try:
        runpy.run_module(engine, run_name="__main__", alter_sys=True)
    except SystemExit as end:
        if end.code and not _told(end):
            _tell(end)
        return int(bool(end.code)) if not isinstance(end.code, int) else end.code
    except OSError as error:
        print("{}\n  改法：{}".format(*reasons.told(error)), file=sys.stderr)
        return 1
    return 0


def _told(end: SystemExit) -> bool:
    """Whether what ended the build has been printed: MkDocs raises click's exceptions, and click prints one and exits."""
    *_, (frame, _) = traceback.walk_tb(end.__traceback__)
    return str(frame.f_globals.get("__name__", "")).partition(".")[0] == "click"


def _tell(error: SystemExit) -> None:
    """Say what ended the build where nobody has: the macros plugin, for one, exits without a word of ours."""
    from macros import findings
    from macros.site import faults, session
    from macros.site.code_reload import PACKAGE

    page = session.kept.page
    # MkDocs tells its hooks of exceptions only; what is made beside must not write on.
    session.put_back()
    found = faults.findings(error, PACKAGE.parent, page=page)
    print(findings.as_text(found))
    print(findings.summary(found))


if __name__ == "__main__":
    code = main(sys.argv[1:])
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
