"""Writes the kinds of files that are never committed into .gitignore, from the one list of them.

Usage: python -m tools.ignored
"""

from pathlib import Path

from macros.fulltext.held_back import ignored
from macros.runtime import writing

FILE = Path(__file__).resolve().parents[1] / ".gitignore"
BEGIN = "# —— 由 python -m tools.ignored 写，名单在 macros/fulltext/held_back.py ——"
END = "# —— 到这里为止 ——"


def written(text: str) -> str:
    """`.gitignore` with this text, the list in it brought up to date."""
    before, _, rest = text.partition(f"{BEGIN}\n")
    _, _, after = rest.partition(f"{END}\n")
    return "\n".join([f"{before}{BEGIN}", *ignored(), f"{END}\n{after}"])


if __name__ == "__main__":
    writing.replace(FILE, written(FILE.read_text(encoding="utf-8")).encode())
