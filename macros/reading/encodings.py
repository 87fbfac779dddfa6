"""What the bytes of a file say: in UTF-8, in another encoding, or in UTF-8 with some lines of another one."""

import re
from dataclasses import dataclass

_RUN = re.compile(rb"[\x80-\xff]+")
_ODD = "文件是 {} 编码，不是 UTF-8"
# What a line pasted from another program may consist of: Chinese that is written every day, its punctuation.
_SIGNS = re.compile("[ -~\t\r·×—‘’“”…　-】〔〕！（），．：；？％＋－／０-９]")
_MOST_BYTES = 600


@dataclass(frozen=True)
class Line:
    """A line that is no UTF-8: its number and column (from 1), and what it may have been meant to be, the likeliest first."""

    number: int
    column: int
    readings: tuple[str, ...]


def decoded(raw: bytes) -> str | None:
    """The text in UTF-8, in one of the encodings that editors save in by mistake, or in UTF-8 with lines of GBK that can be
    read in one way only; None where it is none of them."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _read(raw, "utf-16")
    text = _read(raw, "utf-8-sig")
    if text is not None:
        return text
    odd = odd_lines(raw)
    if not odd:
        return _read(raw, "gb18030")
    if any(len(line.readings) != 1 for line in odd):
        return None
    rows = raw.split(b"\n")
    right = {line.number: line.readings[0] for line in odd}
    return "\n".join(right[number] if number in right else row.decode("utf-8-sig" if number == 1 else "utf-8")
                     for number, row in enumerate(rows, 1))


def whole(raw: bytes) -> str:
    """What the whole of a file that is no UTF-8 is written in, told to an editor."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _ODD.format("UTF-16")
    return "文件不是 UTF-8 编码的文本" if _read(raw, "gb18030") is None else _ODD.format("GBK")


def odd_lines(raw: bytes) -> list[Line]:
    """The lines that are no UTF-8, in a file whose other Chinese lines are; none where the file as a whole is of another encoding."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in raw:
        return []
    good, bad = 0, []
    for number, row in enumerate(raw.split(b"\n"), 1):
        text = _read(row, "utf-8")
        if text is None:
            bad.append((number, row))
        elif not text.isascii() and _plausible(text):
            good += 1
    # By chance one line in a hundred of another encoding can be read as UTF-8, never most of them.
    return [_line(number, row) for number, row in bad] if good > len(bad) or (good and _read(raw, "gb18030") is None) else []


def _line(number: int, row: bytes) -> Line:
    try:
        row.decode("utf-8")
    except UnicodeDecodeError as error:
        return Line(number, len(row[:error.start].decode("utf-8")) + 1, readings(row))
    raise AssertionError(row)


def readings(row: bytes) -> tuple[str, ...]:
    """What a line may say of which a part is GBK and the rest UTF-8: only what makes common Chinese."""
    if len(row) > _MOST_BYTES:
        return ()
    texts, end = [""], 0
    for run in _RUN.finditer(row):
        between = row[end:run.start()].decode("ascii")
        texts = [text + between + more for text in texts for more in _run(run.group())][:8]
        end = run.end()
    return tuple(text + row[end:].decode("ascii") for text in texts)


def _run(run: bytes) -> list[str]:
    """Bytes without ASCII in between: UTF-8, or a stretch of GBK with UTF-8 on both of its sides."""
    right = _read(run, "utf-8")
    if right is not None and _plausible(right):
        return [right]
    starts = [i for i in range(0, len(run)) if (text := _read(run[:i], "utf-8")) is not None and _plausible(text)]
    ends = [i for i in range(1, len(run) + 1) if (text := _read(run[i:], "utf-8")) is not None and _plausible(text)]
    found = [run[:a].decode() + middle + run[b:].decode() for a in starts for b in ends if a < b
             if (middle := _read(run[a:b], "gbk")) is not None and _plausible(middle)]
    return sorted(dict.fromkeys(found), key=_rare) or ([right] if right is not None else [])


def _plausible(text: str) -> bool:
    """Whether this is Chinese as it is written every day: characters of GB 2312, nearly all of them the common ones."""
    words = _SIGNS.sub("", text)
    codes = [_read_code(c) for c in words]
    return all(0xB0 <= code < 0xF8 for code in codes) and sum(code >= 0xD8 for code in codes) * 4 <= len(codes)


def _rare(text: str) -> tuple[int, int]:
    """How unlikely a reading is among others: by its rare characters, then by the few that it has at all."""
    codes = [_read_code(c) for c in text]
    return sum(code >= 0xD8 for code in codes), -sum(code >= 0xB0 for code in codes)


def _read_code(character: str) -> int:
    try:
        return character.encode("gb2312")[0]
    except UnicodeEncodeError:
        return 0


def _read(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None
