"""What opens something, in a text: a password in an address, a key of a known make, what is said to be a password. Masked ones are none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ADDRESS = re.compile(r"""(?<![A-Za-z0-9])([A-Za-z][A-Za-z0-9+.-]{1,20}://)[^\s/?#@:<>"'`]{1,80}:([^\s/?#@<>"'`]{1,80})@([A-Za-z0-9.\[-][\w.-]*)""")
# As those who give them out make them: GitHub, GitLab, Slack, Google, Amazon, Alibaba, Tencent, the makers of language models.
MADE = (r"(?:gh[pousr]_\w{16,}|github_pat_\w{16,}|glpat-[\w-]{16,}|xox[abeprs]-[\w-]{10,}|AIza[\w-]{30,}|A(?:KIA|SIA)[0-9A-Z]{16}|LTAI[0-9A-Za-z]{12,}"
        r"|AKID[0-9A-Za-z]{13,}|sk-(?=[\w-]*\d)[\w-]{16,}|eyJ[\w-]{10,}\.eyJ[\w-]{10,}(?:\.[\w-]*)?)")
_MADE = re.compile(rf"(?<![\w-]){MADE}|-----BEGIN [A-Z ]*PRIVATE KEY-----", re.ASCII)
_SAID = re.compile(r"""(?=[tspa密口])(?:token|secret|passw(?:or)?d|pwd|api[_-]?key|access[_-]?key|密码|口令|密钥)[*`"'”]*[ \t]*(?:[:：=＝]|是|为)[ \t]*(?:<[^<>\n]{1,80}>)*[*`"'“‘]*"""
                   r"""((?![<{\[(]|https?:)[!-;=?-~]{6,})""", re.I)
# One of these stands in all that is found: most texts are done with.
_BEGINNINGS = ("gh", "glpat-", "xox", "AIza", "AKIA", "ASIA", "LTAI", "AKID", "sk-", "eyJ", "-----BEGIN")
_CALLED = ("token", "secret", "passw", "pwd", "api", "access", "密码", "口令", "密钥")
_MASK = frozenset("*x.-_`")


@dataclass(frozen=True, slots=True)
class Secret:
    """`words` as the text has them, at an offset; `address` when it is an address with a password in it."""

    words: str
    offset: int
    address: bool
    masked: str


def secrets(text: str) -> Iterator[Secret]:
    """Everything of the kind in a text, each place once."""
    ends = 0
    for found in sorted(_all(text), key=lambda one: (one.offset, not one.address)):
        if found.offset >= ends:
            yield found
            ends = found.offset + len(found.words)


def in_address(text: str, offset: int) -> bool:
    """Whether a place lies in an address with a password in it."""
    return "://" in text and any(found.start() <= offset < found.end() for found in _ADDRESS.finditer(text))


def _all(text: str) -> Iterator[Secret]:
    if "://" in text:
        for found in _ADDRESS.finditer(text):
            if set(found[2].lower()) - _MASK:
                yield Secret(found[0], found.start(), True, f"{found[1]}****@{found[3]}")
    for found in _MADE.finditer(text) if any(beginning in text for beginning in _BEGINNINGS) else ():
        yield Secret(found[0], found.start(), False, f"{found[0][:4]}****")
    lower = text.lower()
    for found in _SAID.finditer(text) if any(word in lower for word in _CALLED) else ():
        if set(found[1].lower()) - _MASK:
            yield Secret(found[1], found.start(1), False, f"{found[1][:1]}****")
