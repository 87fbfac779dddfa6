"""One build in a process of its own: `python -m macros.site.mkdocs_process …` is `mkdocs build …`."""

import sys

from macros.site import program


def main(arguments: list[str]) -> int:
    """Build with these arguments; the exit code. What ended it has been said."""
    return program.run(["build", *arguments])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
