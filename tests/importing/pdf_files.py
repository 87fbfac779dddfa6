"""Small PDF files for tests: Chinese characters at given places, in a font that every reader of PDF knows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 595, 842
IMAGE = b"q 595 0 0 842 0 0 cm /I Do Q\n"


@dataclass(frozen=True)
class Put:
    """Words with the left and the baseline of the first, in points; `mode` 3 is invisible, `aslant` like a watermark."""

    text: str
    left: float = 90
    base: float = 700
    size: float = 12
    mode: int = 0
    aslant: bool = False


def column(rows: Sequence[str], left: float = 90, top: float = 760, size: float = 12, pitch: float = 20) -> list[Put]:
    """Rows one below the other; two ideographic blanks at the beginning are an indent."""
    return [Put(row.lstrip("　"), left + (len(row) - len(row.lstrip("　"))) * size, top - i * pitch, size) for i, row in enumerate(rows)]


def pdf(pages: Iterable[Sequence[Put]], images: Iterable[int] = ()) -> bytes:
    """The file; the pages with a number in `images` (from 0) have a picture over all of them."""
    sheets, scans = list(pages), set(images)
    first = 5
    objects = [b"<</Type/Catalog/Pages 2 0 R>>",
               b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(sheets), b" ".join(b"%d 0 R" % (first + 2 * i) for i in range(len(sheets)))),
               b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType0"
               b"/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000/W[1 95 500]"
               b"/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/Ascent 880/Descent -120>>>>]>>",
               b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\n\xff\nendstream"]
    for i, sheet in enumerate(sheets):
        content = (IMAGE if i in scans else b"") + b"".join(map(_shown, sheet))
        objects.append(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Resources<</Font<</F 3 0 R>>/XObject<</I 4 0 R>>>>/Contents %d 0 R>>"
                       % (WIDTH, HEIGHT, first + 2 * i + 1))
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
    return _file(objects)


def _shown(put: Put) -> bytes:
    turned = "0.7 0.7 -0.7 0.7" if put.aslant else "1 0 0 1"
    return f"BT /F {put.size} Tf {put.mode} Tr {turned} {put.left} {put.base} Tm <{put.text.encode('utf-16-be').hex()}> Tj ET\n".encode()


def _file(objects: Sequence[bytes]) -> bytes:
    made, places = b"%PDF-1.5\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return made + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, table, len(objects) + 1, len(made))
