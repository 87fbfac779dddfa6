"""What a picture's file holds besides the picture is told by its kind; what colours and direction need is none of it."""

import zlib

import pytest

from macros.pictures import extras
from tests.conftest import PROJECT
from tests.pictures.made import (
    AUTHOR,
    GPS,
    PROFILE,
    UPRIGHT,
    chunk,
    exif,
    extension,
    gif,
    iccp,
    jpeg,
    png,
    riff,
    segment,
    webp,
)

PLACE, CAMERA, TEXT, PROGRAM = "拍摄地点（GPS）", "拍摄信息（时间、设备、作者一类）", "文字说明", "程序写的附注"
PREVIEW, BEHIND, UNREAD = "另一张小图（可能是裁剪以前的样子）", "图结束以后的内容", "读不懂的内容"
TIME, FOREIGN = "最后修改的时间", "装在颜色配置里的别的内容"


@pytest.mark.parametrize(("suffix", "content", "found"), [
    (".png", png(), []),
    (".png", png(chunk(b"gAMA", b"\0\0\xb1\x8f"), chunk(b"sRGB", b"\0"), iccp(PROFILE), chunk(b"pHYs", b"\0" * 9)), []),
    (".png", png(iccp("发言全文".encode() * 40)), [FOREIGN]), (".png", png(iccp(PROFILE + b"text and more")), [FOREIGN]),
    (".png", png(iccp(PROFILE, b"text")), [FOREIGN]), (".png", png(chunk(b"iCCP", PROFILE)), [FOREIGN]),
    (".png", png(chunk(b"tIME", b"\0" * 7)), [TIME]), (".png", png(chunk(b"gAMA", b"\0\0\xb1\x8ftext")), [UNREAD]),
    (".png", png(chunk(b"sPLT", b"text")), [PROGRAM]),
    (".png", png(behind_dots=b"text"), [BEHIND]), (".png", png(dots=b"\0\0text"), [BEHIND]), (".png", png(dots=b"\0\0" + b"a" * 200000), [BEHIND]),
    (".png", png()[:33] + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IDAT", b"text") + chunk(b"IEND"), [BEHIND]),
    (".png", png(chunk(b"eXIf", exif(UPRIGHT))), []),
    (".png", png(chunk(b"tEXt", b"Comment\0\xe5")), [TEXT]),
    (".png", png(chunk(b"iTXt", b"XML:com.adobe.xmp"), chunk(b"zTXt", b"a")), [TEXT]),
    (".png", png(chunk(b"eXIf", exif(UPRIGHT, GPS, AUTHOR))), [PLACE, CAMERA]),
    (".png", png(chunk(b"prVW", b"a"), chunk(b"kbXx", b"b")), [PROGRAM]),
    (".png", png(behind="发言全文".encode()), [BEHIND]),
    (".png", png()[:-4] + b"PK", [UNREAD]),
    (".png", b"\x89PNG\r\n\x1a\n" + "发言全文".encode(), [UNREAD]),
    (".jpg", jpeg(), []), (".jpeg", jpeg(segment(0xE2, b"ICC_PROFILE\0\x01\x01" + PROFILE), segment(0xEE, b"Adobe\0\x64\0\0\0\0\0")), []),
    (".jpg", jpeg(segment(0xE1, b"Exif\0\0" + exif(UPRIGHT, (0x011A, 5, 1, 8)))), []),
    (".jpg", jpeg(segment(0xE1, b"Exif\0\0" + exif(GPS))), [PLACE]),
    (".jpg", jpeg(segment(0xE1, b"Exif\0\0" + exif(UPRIGHT, following=8))), [PREVIEW]),
    (".jpg", jpeg(segment(0xE1, b"Exif\0\0" + exif((0x8769, 4, 1, 26), tail=b"\x01\0" + b"\x86\x92\x07\0\x04\0\0\0abcd" + b"\0" * 4))), [CAMERA]),
    (".jpg", jpeg(segment(0xE1, b"Exif\0\0" + exif(UPRIGHT, tail=b"a" * 200))), [UNREAD]),
    (".jpg", jpeg(segment(0xE1, b"Exif\0\0broken")), [UNREAD]),
    (".jpg", jpeg(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x>"), segment(0xED, b"Photoshop 3.0\0")), [PROGRAM]),
    (".jpg", jpeg(segment(0xEE, b"Adobe" + b"a" * 50)), [PROGRAM]),
    (".jpg", jpeg(segment(0xFE, b"by zhang")), [TEXT]), (".jpg", jpeg(segment(0xE2, b"MPF\0")), [PREVIEW]),
    (".jpg", jpeg(behind=b"\xff\xd8another"), [BEHIND]), (".jpg", jpeg(behind=b"\0\0"), []),
    (".jpg", b"\xff\xd8\xff\xe0\xff\xff", [UNREAD]), (".jpg", b"\xff\xd8text", [UNREAD]),
    (".webp", webp(), []), (".webp", webp(riff(b"ICCP", PROFILE), riff(b"ANMF", b"\0" * 16 + riff(b"VP8 ", b"abc"))), []),
    (".webp", webp(riff(b"EXIF", exif(GPS)), riff(b"XMP ", b"<x>")), [PLACE, TEXT]),
    (".webp", webp(riff(b"ICCP", b"text")), [FOREIGN]), (".jpg", jpeg(segment(0xE2, b"ICC_PROFILE\0\x01\x01text")), [FOREIGN]),
    (".jpg", jpeg(segment(0xE2, b"ICC_PROFILE\0\x01\x02" + PROFILE[:50]), segment(0xE2, b"ICC_PROFILE\0\x02\x02" + PROFILE[50:])), []),
    (".jpg", jpeg(segment(0xE2, b"ICC_PROFILE\0\x01\x02" + PROFILE), segment(0xE2, b"ICC_PROFILE\0\x02\x02full text")), [FOREIGN]),
    (".webp", webp(riff(b"ANMF", b"\0" * 16 + riff(b"note", b"abc"))), [PROGRAM]),
    (".webp", webp(behind=b"PK\x03\x04"), [BEHIND]), (".webp", webp()[:-1], [UNREAD]), (".webp", b"RIFF\x04\0\0\0WAVE", [UNREAD]),
    (".gif", gif(), []), (".gif", gif(extension(0xFF, b"NETSCAPE2.0", b"\x01\0\0"), extension(0xF9, b"\0" * 4)), []),
    (".gif", gif(extension(0xFE, b"by zhang")), [TEXT]), (".gif", gif(extension(0xFF, b"XMP DataXMP", b"<x>")), [PROGRAM]),
    (".gif", gif(behind=b"PK"), [BEHIND]), (".gif", gif()[:15], [UNREAD]), (".gif", gif()[:20] + b"text", [UNREAD]),
], ids=lambda value: value if isinstance(value, str) else "")
def test_what_is_in_the_file_besides_the_picture(suffix: str, content: bytes, found: list[str]) -> None:
    assert list(extras(suffix, content)) == found


@pytest.mark.parametrize(("bits", "colour", "interlaced", "lines"), [
    (8, 2, 0, 5 * (1 + 15)), (1, 0, 0, 5 * (1 + 1)), (4, 3, 0, 5 * (1 + 3)), (16, 6, 0, 5 * (1 + 40)),
    (8, 0, 1, (1 + 1) + (1 + 1) + (1 + 2) + 2 * (1 + 1) + (1 + 3) + 3 * (1 + 2) + 2 * (1 + 5)),
])
def test_a_png_of_any_kind_ends_with_its_last_line(bits: int, colour: int, interlaced: int, lines: int) -> None:
    head = b"".join((5).to_bytes(4, "big") for _ in "ab") + bytes([bits, colour, 0, 0, interlaced])
    for more, found in ((0, ()), (1, (BEHIND,))):
        whole = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * (lines + more))) + chunk(b"IEND")
        assert extras(".png", whole) == found


@pytest.mark.parametrize("made", [png(chunk(b"eXIf", exif(UPRIGHT, GPS))), jpeg(segment(0xE1, b"Exif\0\0" + exif(GPS))), webp(riff(b"EXIF", exif(GPS))),
                                  gif(extension(0xFE, b"a"))],
                         ids=["png", "jpeg", "webp", "gif"])
def test_no_picture_that_is_cut_off_or_spoilt_stops_the_reader(made: bytes) -> None:
    suffix = {b"\x89": ".png", b"\xff": ".jpg", b"R": ".webp", b"G": ".gif"}[made[:1]]
    for at in range(len(made)):
        extras(suffix, made[:at])
        for byte in (b"\0", b"\xff", b"\x7f"):
            extras(suffix, made[:at] + byte + made[at + 1:])


def test_the_guides_own_pictures_hold_nothing_else() -> None:
    files = sorted((PROJECT / "docs").rglob("*.png"))
    assert files
    assert {file.name: extras(".png", file.read_bytes()) for file in files if extras(".png", file.read_bytes())} == {}
