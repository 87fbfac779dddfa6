"""Paths of somebody's machine in a text: they tell a user's name, and nobody else can open them."""

import re
from collections.abc import Iterator
from pathlib import Path

_HOMES = re.compile(r"""(?<![A-Za-z0-9_./-])(?:/home/|/Users/)[\w.-]+/[\w.-]+|(?<![A-Za-z0-9_./-])/root/[\w.-]+|(?<![A-Za-z0-9_])[A-Za-z]:\\{1,2}Users\\{1,2}[\w.-]+""")
# Nobody's: examples are written with them.
_SAMPLE = re.compile(r"(?:/home/|/Users/|[A-Za-z]:\\{1,2}Users\\{1,2})(?:ni|yonghu|yonghuming|username|yourname|your-name|xxx|example|你|用户名|你的用户名)(?![\w.-])", re.I)
_WORDS = ("/home/", "/Users/", "/root/", "Users\\")

# What people write, as against what programs make: there, any path that only one machine or one office has is a slip.
_PART = r"""[^\s<>"'`|*，。；：、（）()\[\]{}《》“”…]"""
_WRITTEN = re.compile(
    rf"""(?<![A-Za-z0-9+.-])(?:file|smb|afp|nfs|vscode(?:-[a-z]+)?|vscodium|cursor|windsurf|zed|idea|pycharm|jetbrains|subl|txmt|mvim|emacs|obsidian):[/\\]{{2}}{_PART}+"""
    rf"""|(?<![A-Za-z0-9+.-])file:[/\\](?![/\\]){_PART}+"""
    rf"""|(?<![A-Za-z0-9/])[A-Za-z](?::[/\\]{{1,2}}|：\\){_PART}+"""
    rf"""|(?<![A-Za-z0-9_\\:])\\\\[\w.$-]+\\{_PART}+"""
    rf"""|(?<![A-Za-z0-9_./~:-])~/[\w.]{_PART}*"""
    rf"""|(?<![A-Za-z0-9_./:~-])/(?:home|Users|root|Volumes|cygdrive|mnt|media|run/media|private/var|var/folders|tmp)/[\w.-]{_PART}*"""
    rf"""|%[A-Za-z]{{3,}}%[/\\]{_PART}+|\$(?:HOME|USERPROFILE|\{{HOME\}})[/\\]{_PART}+""", re.I)
# A Chinese character before a path ends no word of it.
_SIGNS = re.compile(r"[/\\]")


def private(*places: Path) -> tuple[str, ...]:
    """Paths that tell of this machine; a very short one (`/`, `/srv`) says nothing and stands in many texts."""
    return tuple(sorted({str(path) for path in (*places, Path.home()) if len(path.parts) > 2}))


def paths(text: str, known: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Where a path of a machine stands in a text that programs made, and the path: one of the `known`, or somebody's home.

    A home that is nobody's, as examples have it, is none."""
    places = [(text.find(path), path) for path in known]
    # Looking for the words first is many times faster than the pattern alone.
    homes = _HOMES.finditer(text) if any(word in text for word in _WORDS) else ()
    home = next((found for found in homes if not _SAMPLE.match(found[0])), None)
    if home:
        places.append((home.start(), home.group()))
    # A path inside another starts at the same place: tell it once.
    told: set[int] = set()
    for offset, path in places:
        if offset >= 0 and offset not in told:
            told.add(offset)
            yield offset, path


def written(text: str, known: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Where a path of a machine stands in what people wrote, and the path, each path once: those of `paths`, any drive,
    share, home or folder for a while, and addresses that lead to a file or a program on this machine."""
    if not _SIGNS.search(text):
        return
    told: set[str] = set()
    ends = 0
    for offset, path in sorted([*paths(text, known), *((m.start(), m.group()) for m in _WRITTEN.finditer(text))], key=lambda p: (p[0], -len(p[1]))):
        # One inside another, as a known path inside a longer one, is told with it.
        if offset >= ends and path not in told:
            told.add(path)
            yield offset, path
        ends = max(ends, offset + len(path))


def is_one(url: str) -> bool:
    """Whether an address is nothing but such a path."""
    return next((offset == 0 for offset, _ in written(url, ())), False)
