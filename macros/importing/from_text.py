"""A .txt file, in UTF-8, UTF-16 or UTF-32, GB18030 (with GBK and GB2312 inside it) or Big5."""

import re

from macros.importing.document import Document
from macros.importing.refused import Refused

_MARKED = ((b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
# Some of these stand in any Chinese text of more than a few words; in bytes read wrongly, hardly ever.
_COMMON = re.compile("[的是在和有一不为為会會、。，]")
_ENOUGH, _ONE_IN = 50, 40


def document(raw: bytes) -> Document:
    """A plain file; UTF-8 stays as it is, down to its line ends.

    Raises:
        Refused: when the bytes are no text, or a text in an encoding that can't be told.
    """
    return Document(decode(raw))


def decode(raw: bytes) -> str:
    """Bytes of Chinese text, without a byte order mark. Raises `Refused`."""
    marked = next((encoding for mark, encoding in _MARKED if raw.startswith(mark)), None)
    if marked:
        text = _try(raw, marked)
    elif b"\0" in raw:
        text = _likely(raw, "utf-16-le", "utf-16-be")
    else:
        text = _try(raw, "utf-8-sig")
        text = _likely(raw, "gb18030", "big5hkscs") if text is None else text
    if text is None:
        raise Refused("认不出这个文件的文字编码", "用记事本打开，看文字是否正常；正常就“另存为”，编码选 UTF-8，再导入")
    if "\0" in text:
        raise Refused("这个文件不是文本", "检查扩展名是不是改错了；Word 文件的扩展名是 .docx")
    return text


def _likely(raw: bytes, *encodings: str) -> str | None:
    """The bytes in the first encoding that makes Chinese of them; a few words are taken for the first that fits."""
    for encoding in encodings:
        text = _try(raw, encoding)
        if text and (len(text) <= _ENOUGH or len(_COMMON.findall(text)) * _ONE_IN >= len(text)) and "\0" not in text:
            return text
    return None


def _try(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None
