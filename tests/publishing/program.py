"""`kb` for folders of tests, which are for their owner only: as a program, and for the process that has loaded everything."""

from pathlib import Path

from macros import cli
from macros.publishing import access


def main() -> None:
    access.TOP = Path.cwd()
    cli.main()


if __name__ == "__main__":
    main()
