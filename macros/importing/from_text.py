"""A .txt file, in UTF-8, UTF-16 with its mark, or GB18030 (with GBK and GB2312 inside it)."""

import re

from macros.importing.refused import Refused

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
# One of these stands in any Chinese text of more than a few words; in bytes read wrongly, hardly ever.
_COMMON = re.compile("[的是在和有一不为、。，]")
_ENOUGH = 50


def read(raw: bytes) -> str:
    """The text of a plain file; UTF-8 stays as it is, down to its line ends.

    Raises:
        Refused: when the bytes are no text, or a text in an encoding that can't be told.
    """
    return decode(raw)


def decode(raw: bytes) -> str:
    """Bytes of Chinese text, without a byte order mark. Raises `Refused`."""
    if raw.startswith(_UTF16):
        text = _try(raw, "utf-16")
    else:
        text = _try(raw, "utf-8-sig")
        if text is None and b"\0" not in raw:
            text = _try(raw, "gb18030")
            if text and len(text) > _ENOUGH and not _COMMON.search(text):
                text = None
    if text is None:
        raise Refused("认不出这个文件的文字编码", "用记事本打开，看文字是否正常；正常就“另存为”，编码选 UTF-8，再导入")
    if "\0" in text:
        raise Refused("这个文件不是文本", "检查扩展名是不是改错了；Word 文件的扩展名是 .docx")
    return text


def _try(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None
