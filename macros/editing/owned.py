"""Which long texts and pictures are the project's own: those that the commit's own `.gitattributes` at the root names.

git itself would also ask what only this computer has (.git/info/attributes, core.attributesFile), where no review sees it.
"""

import re

from macros.runtime.git import Git

# What a line of .gitattributes gives a file that is the project's own.
OWN = "kb-own"
_LINE = re.compile(r'\s*("(?:[^"\\]|\\.)*"|[^\s"]\S*)\s+(.*)')
_ESCAPED = re.compile(rb"\\([0-7]{3}|.)", re.S)
_SIGNS = {b"n": b"\n", b"t": b"\t", b"r": b"\r", b"a": b"\a", b"b": b"\b", b"f": b"\f", b"v": b"\v"}
# A pattern may mean whatever is added later; only a file's own name is a thing that somebody has looked at.
_PATTERN = frozenset("*?[\\")


class Owned:
    """Asked of one repository; each commit is read once."""

    def __init__(self, git: Git) -> None:
        self._git = git
        self._known: dict[str, frozenset[str]] = {}

    def has(self, tree: str, path: str) -> bool:
        """Whether the commit or tree names the file (from the root); "" is none."""
        if tree not in self._known:
            self._known[tree] = named(self._read(tree)) if tree else frozenset()
        return path in self._known[tree]

    def _read(self, tree: str) -> str:
        listed = self._git.ask("ls-tree", "--full-tree", tree, "--", ".gitattributes") or ""
        # A link is nothing to git either.
        return self._git.ask("cat-file", "blob", listed.split()[2]) or "" if listed.startswith("100") else ""


def named(attributes: str) -> frozenset[str]:
    """The paths from the root that a `.gitattributes` there gives OWN to, the last line for each counting."""
    found: dict[str, bool] = {}
    for line in attributes.removeprefix("\ufeff").splitlines():
        match = _LINE.match(line)
        if match is None or match[1].startswith("#"):
            continue
        path = _unquoted(match[1]).removeprefix("/")
        for word in match[2].split():
            if word.lstrip("-!").partition("=")[0] == OWN and not (_PATTERN & set(path) or path.endswith("/")):
                found[path] = word == OWN
    return frozenset(path for path, own in found.items() if own)


def _unquoted(pattern: str) -> str:
    if len(pattern) < 2 or not pattern.startswith('"'):
        return pattern
    raw = pattern[1:-1].encode("utf-8", "surrogateescape")
    return _ESCAPED.sub(lambda sign: bytes([int(sign[1], 8) & 255]) if len(sign[1]) == 3 else _SIGNS.get(sign[1], sign[1]), raw).decode("utf-8", "surrogateescape")
