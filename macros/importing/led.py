"""A numbered paragraph or an item that begins with a short sentence which names what all of it is about: 二是开展“三下乡”送书。每年…."""

import re

from macros.importing import ahead, naming
from macros.importing.points import NUMBER
from macros.importing.quotes import unquoted

_SENTENCE = re.compile("[^。！？!?\\n]*[。！？!?]?")
# What stands around the name in such a sentence: a verb before it, at most a word behind.
_BEFORE, _BEHIND = "[\u3400-\u9fff]{0,6}", "[\u3400-\u9fff]{0,6}(?:[，,](?:让|使|把|推动|做到|确保|实现|解决|破解|打通|激发|激活|促进|增强|提升|拓宽|凝聚|为|以)[\u3400-\u9fff、]{2,16})?"
_OTHER_MARK = re.compile("(?:[一二三四五六七八九十]是|第[一二三四五六七八九十][，,、]|(?:其次|再次|最后|此外|另外|与此同时)[，,])")


def length(text: str, name: str) -> int:
    """How many sentences of a text, from its number and the first on, are about a name that the first says it is about; 0 where it says no such thing.

    They end where another name in quotes is told of, where another item begins, and where the text turns to what is ahead.
    """
    told = [part for part in _SENTENCE.findall(text) if part]
    bare = NUMBER.sub("", told[0].strip(), count=1) if len(told) > 1 and name else ""
    if not bare or bare == told[0].strip() or not re.fullmatch(f"{_BEFORE}{re.escape(name)}{_BEHIND}。", unquoted(bare)):
        return 0
    turned = ahead.turn(text)
    until, at = len(told[0]), 1
    for part in told[1:]:
        if _OTHER_MARK.match(part) or (turned is not None and turned <= until) or _another(part, name):
            break
        at, until = at + 1, until + len(part)
    return at if at > 1 else 0


def _another(part: str, name: str) -> bool:
    # What only stands in quotes there is one of its own parts: 填“交办单”.
    return any(hit.reason.startswith(("“", "段首")) and "引号" in hit.reason and hit.sure >= naming.SAYS and name not in hit.name and hit.name not in name for hit in naming.hits(part))
