"""How much running Chinese prose a file holds, in whole sentences: what a full text consists of before anything is known of it."""

import codecs
import html
import re

from macros.fulltext.running import HAN, spelled_out

# A tag with Chinese in it (a comment, a title) may hold the text itself.
_TAG = re.compile(rf"</?[A-Za-z!][^<>{HAN}]*>")
# A sentence: Chinese with figures, masks and punctuation between, up to its stop.
_SENTENCE = re.compile(rf"[{HAN}0-9A-Za-z%％.,、，；;：:“”\"‘’'《》〈〉（）()「」『』…—\-－~～·×○〇]+[。！？!?]")
_SIGN = re.compile(f"[{HAN}]")
# Fewer Chinese characters are a heading, an item or an exclamation.
_SHORTEST = 12
# In any text that somebody has written, one character in twenty is one of these; in a wrong guess of its encoding hardly any is.
_COMMON = re.compile("[的一是在和有为不了人这中上个民政会工作]")
_FEWEST = 0.05
_ENCODINGS = {False: ("utf-8", "gb18030", "big5hkscs"), True: ("utf-16-le", "utf-16-be")}
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def amount(raw: bytes) -> int:
    """Chinese characters in the sentences of a text in any encoding; 0 for what is no text."""
    return max(map(_in, texts(raw)), default=0)


def texts(raw: bytes) -> list[str]:
    """What the bytes say in each encoding that they are without a fault; none for what is no text."""
    marked = next((encoding for mark, encoding in _MARKS if raw.startswith(mark)), None)
    found = []
    for encoding in (marked,) if marked else _ENCODINGS[b"\0" in raw]:
        try:
            found.append(raw.decode(encoding))
        except UnicodeDecodeError:
            continue
        if encoding == "utf-8":
            break
    return found


def _in(text: str) -> int:
    # Nowhere do lines end with sentences, and a Chinese sentence has no blanks.
    joined = "".join(html.unescape(_TAG.sub("", spelled_out(text))).split())
    found = [signs for sentence in _SENTENCE.findall(joined) if (signs := len(_SIGN.findall(sentence))) >= _SHORTEST]
    total = sum(found)
    return total if len(_COMMON.findall(joined)) >= _FEWEST * total else 0
