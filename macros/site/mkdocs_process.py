"""One build in a process of its own: `python -m macros.site.mkdocs_process …` is `mkdocs build …`.

It ends as soon as the site is written: to take a large library apart again, object by object, was
a tenth of the whole build.
"""

import os
import sys

from macros.site import program


def main(arguments: list[str]) -> int:
    """Build with these arguments; the exit code. What ended it has been said."""
    return program.run(["build", *arguments])


if __name__ == "__main__":
    code = main(sys.argv[1:])
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
