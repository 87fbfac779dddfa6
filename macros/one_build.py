"""One build in a process of its own: `python -m macros.one_build …` is `mkdocs build …`.

It ends as soon as the site is written: to take a large library apart again, object by object, was
a tenth of the whole build.
"""

import importlib.util
import os
import runpy
import sys

from macros.runtime import disk


def main(arguments: list[str]) -> int:
    """Run MkDocs with these arguments; its exit code."""
    # ProperDocs continues MkDocs 1 under its own name and answers to the old one: with it in MkDocs'
    # place everything else stays as it is (docs/contributing/architecture.md).
    engine = "mkdocs" if importlib.util.find_spec("mkdocs") else "properdocs"
    sys.argv = [engine, "build", *arguments]
    try:
        runpy.run_module(engine, run_name="__main__", alter_sys=True)
    except SystemExit as end:
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
        return int(bool(end.code)) if not isinstance(end.code, int) else end.code
    except OSError as error:
        print("{}\n  改法：{}".format(*disk.told(error)), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    code = main(sys.argv[1:])
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
