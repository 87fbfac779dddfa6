"""Files of every format to one text; what can't be read is refused in Chinese."""

import subprocess
import sys

import pytest

from macros.importing import reading
from macros.importing.refused import Refused


def written(tmp_path, name, content):
    file = tmp_path / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
def test_text_in_the_encodings_that_offices_use(tmp_path, encoding):
    text = "茶馆议事，说的是村里的事。\n"
    assert reading.read(written(tmp_path, "a.txt", text.encode(encoding))) == text


@pytest.mark.parametrize("encoding", ["big5", "utf-16-le", "utf-16-be", "utf-32"])
def test_text_in_rarer_encodings(tmp_path, encoding):
    text = "議事的地方在這裡，說的是村裡的事。\n" * 20
    assert reading.read(written(tmp_path, "a.txt", text.encode(encoding))) == text


def test_utf8_text_stays_as_it_is_down_to_its_line_ends(tmp_path):
    assert reading.read(written(tmp_path, "a.txt", "甲。\r\n\r\n乙。\r\n")) == "甲。\r\n\r\n乙。\r\n"


@pytest.mark.parametrize(("name", "content", "message"), [
    ("a.doc", b"x", "文件已损坏，或者不是真正的旧式 Word 文件（.doc）"),
    ("a.wps", b"x", "文件已损坏，或者不是真正的 WPS 文字文件（.wps）"),
    ("a.odt", b"x", "文件已损坏，或者不是真正的 OpenDocument 文件（.odt）"),
    ("a.rtf", b"x", "文件已损坏，或者不是真正的 RTF 文件"),
    ("a.ofd", b"PK", "这是 OFD 版式文件，里面没有可靠的段落"),
    ("a.JPG", b"\xff\xd8", "这是图片"),
    ("a.xyz", b"x", "不认识“.xyz”这种文件"),
    ("a.txt", b"", "文件是空的"),
    ("a.txt", b" \n\n", "文件里没有文字"),
    ("a.html", b"<html><body></body></html>", "文件里没有文字"),
    ("a.txt", b"\x81\x00\xff\xfe\x00", "认不出这个文件的文字编码"),
    ("a.txt", bytes(range(128, 255)) * 20, "认不出这个文件的文字编码"),
    ("a.docx", b"not a zip", "文件已损坏，或者不是真正的 .docx"),
])
def test_refused(tmp_path, name, content, message):
    with pytest.raises(Refused) as refused:
        reading.read(written(tmp_path, name, content))
    assert refused.value.message == message
    assert refused.value.cure


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    with pytest.raises(Refused, match="没有这个文件"):
        reading.read(tmp_path / "a.txt")
    (tmp_path / "b.txt").mkdir()
    with pytest.raises(Refused, match="文件打不开"):
        reading.read(tmp_path / "b.txt")


def test_a_file_too_large_is_refused(tmp_path):
    with pytest.raises(Refused, match="文件超过 20 MB"):
        reading.read(written(tmp_path, "a.txt", b"a" * (reading.SIZE_LIMIT + 1)))


def test_without_the_package_for_pdf_all_other_files_are_read(tmp_path):
    code = """if True:
        import sys
        from pathlib import Path
        sys.modules["pypdfium2"] = None
        from macros.importing import reading
        from macros.importing.refused import Refused
        folder = Path(sys.argv[1])
        print(reading.read(folder / "a.txt").strip())
        try:
            reading.read(folder / "a.pdf")
        except Refused as refused:
            print(refused.message, refused.cure, sep="|")
    """
    written(tmp_path, "a.txt", "茶馆议事。\n")
    written(tmp_path, "a.pdf", b"%PDF-1.7")
    said = subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=True, capture_output=True, text=True, encoding="utf-8").stdout
    assert said.splitlines() == ["茶馆议事。", "这台电脑上还没有读 PDF 的程序包 pypdfium2|运行 pip install -e '.[edit]' 装上；或者在阅读器里选中全文，复制到 Word 或 WPS，核对后存成 .docx，再导入"]


@pytest.mark.parametrize("begin", ["<!DOCTYPE html><html>", "\n<HTML lang='zh'>", '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><html>'])
def test_a_page_that_was_saved_as_text_is_read_as_the_page_it_is(tmp_path, begin):
    page = f"{begin}<head><title>a</title></head><body><p>渡口有了议事棚。</p><p>船到就议。</p></body></html>"
    assert reading.read(written(tmp_path, "a.txt", page.encode())).split() == ["渡口有了议事棚。", "船到就议。"]


def test_a_text_that_only_speaks_of_a_page_is_a_text(tmp_path):
    text = "渡口有了议事棚。<p>是一个标签。\n"
    assert reading.read(written(tmp_path, "a.txt", text)) == text
