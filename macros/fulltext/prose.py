"""How much running Chinese prose a file holds: what a full text consists of before anything is known of it."""

import html
import re
import unicodedata
from functools import cache

from macros.fulltext.running import HAN, MARKS, spelled_out

# A tag with Chinese in it (a comment, a title) may hold the text itself.
_TAG = re.compile(rf"</?[A-Za-z!][^<>{HAN}]*>")
# Signs that nobody sees: zero-width ones, marks of direction, the choice of a glyph.
_UNSEEN = re.compile("[\u00ad\u034f\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]")
# A cue of a subtitle file is a sentence's part: .srt and .vtt, .ass, lyrics.
_CUE = re.compile(r"(?:^\d+[ \t]*\n)?^\s*[\d:.,]+\s*-->.*$|^(?:Dialogue|Comment):(?:[^,\n]*,){9}|^\s*(?:\[\d+:[\d.:]+\])+|\{\\[^{}\n]*\}", re.M)
# Markdown's marks within a text, and what begins a line that goes on with nothing: an item, a heading, a key, a row.
_MARKS_WITHIN = re.compile(r"[*_`~]")
_BEGINS = re.compile(r"\s*(?:[-*+•●]\s|\d+[.)]\s|#|\||[A-Za-z_][\w.-]*\s*[:=])")
_BREAK = "\0"
# Where a line ends that is no cue; what stands together does not reach beyond it, though a sentence may.
_END = "\1"
_STOP = "。!?"
# Any one sign between two characters may be meant for punctuation.
_BETWEEN = re.compile(rf"(?<=[{HAN}])[^\w{_STOP}.{_BREAK}](?=[{HAN}])")
# Half a stop: it ends a sentence after a character, but not where a name or figure goes on.
_DOT = re.compile(rf"(?<=[{HAN}”’」』》）)])\.+(?![0-9A-Za-z])")
_FILLED = rf"{_END}{HAN}0-9A-Za-z%.,、;:“”\"‘’'《》〈〉()「」『』…—–\-·×○"
# A stretch of text: Chinese with figures, masks and punctuation between; a sentence: the same up to its stop.
_STRETCH = re.compile(rf"[{_FILLED}{_STOP}]+")
_SENTENCE = re.compile(rf"[{_FILLED}]+[{_STOP}]+")
_SIGN = re.compile(f"[{HAN}]")
_SIGNS = re.compile(f"[{HAN}]+")
# Fewer Chinese characters are a heading, an item or an exclamation.
_SHORTEST = 12
# So many in a stretch are prose without any stop as well, if that many stand together on an average: more than in a list of words.
_STOPLESS = 60
_TOGETHER = 6
# In what somebody has written nearly every character is a common one; in a wrong guess of its encoding a third of them.
_FEWEST = 0.75
# A stray byte makes no text another thing: so many signs for one that can't be read.
_FAULTLESS = 200
_ENCODINGS = {False: ("utf-8", "gb18030", "big5hkscs", "cp950"), True: ("utf-16-le", "utf-16-be")}


def amount(raw: bytes) -> int:
    """Chinese characters in the prose of a text in any encoding; 0 for what is no text."""
    return max(map(_in, texts(raw)), default=0)


def running(text: str) -> int:
    """Chinese characters of a name in a row, whatever signs and folders part them."""
    return max((len(_SIGN.findall(part)) for part in re.split(r"[0-9A-Za-z]{3,}", _plain(text))), default=0)


def texts(raw: bytes) -> list[str]:
    """What the bytes say in each encoding that they may be in; none for what is no text."""
    marked = next((encoding for mark, encoding in MARKS if raw.startswith(mark)), None)
    found = []
    for encoding in (marked,) if marked else _ENCODINGS[b"\0" in raw]:
        text = raw.decode(encoding, "replace")
        faults = text.count("\ufffd")
        if faults * _FAULTLESS <= len(text):
            found.append(text)
        if encoding == "utf-8" and not faults:
            break
    return found


def _in(text: str) -> int:
    # Nowhere do lines end with sentences, and a Chinese sentence has no blanks.
    joined = _DOT.sub("。", _BETWEEN.sub(",", _joined(_plain(_TAG.sub("", spelled_out(text))))))
    total = sum(map(_counted, _STRETCH.findall(joined)))
    signs = _SIGN.findall(joined)
    return total if sum(sign in _common() for sign in signs) >= _FEWEST * len(signs) else 0


def _plain(text: str) -> str:
    """The text without what nobody sees, each sign in its one shape (`，` and `,` and `︐` are the same)."""
    return unicodedata.normalize("NFKC", _UNSEEN.sub("", html.unescape(text)))


def _joined(text: str) -> str:
    """The text in one line, with a break wherever nothing goes on."""
    cut = _CUE.sub("", text)
    cues = cut != text
    parts = []
    for line in cut.replace(_BREAK, "").replace(_END, "").splitlines():
        words = _MARKS_WITHIN.sub("", "".join(line.split())).lstrip(">")
        if words:
            parts.append(f"{_BREAK if _BEGINS.match(line) else '' if cues else _END}{words}")
    return "".join(parts)


def _counted(stretch: str) -> int:
    runs = _SIGNS.findall(stretch)
    signs = sum(map(len, runs))
    if signs >= _STOPLESS and signs >= _TOGETHER * len(runs):
        return signs
    return sum(signs for sentence in _SENTENCE.findall(stretch) if (signs := len(_SIGN.findall(sentence))) >= _SHORTEST)


@cache
def _common() -> frozenset[str]:
    """The characters that the old standards of the mainland and of Taiwan call common, some 7000."""
    pairs = (("gb2312", range(0xB0, 0xD8)), ("big5", range(0xA4, 0xC7)))
    return frozenset("".join(bytes((high, low)).decode(encoding, "ignore") for encoding, highs in pairs for high in highs for low in range(0x40, 0xFF)))
