"""Files that nobody can look into are known by their names and by how they begin; .gitignore and the check of docs/ use the same list."""

import base64
import io
import zipfile

import pytest

from macros.fulltext.held_back import KINDS, PICTURES, SUFFIXES, by_content, by_name, is_picture
from tests.conftest import PROJECT
from tools.ignored import written


@pytest.mark.parametrize("name", ["a.wps", "b/b.ET", "c.dps", "d.ofd", "e.pages", "f.xps", "g.caj", "h.fodt", "发言.uot", "i.eml", "j.mht",
                                  "k.tif", "l.m4a", "m.ceb", "n.one", "o.gz", "x/originals/p.txt", "~$q.md"])
def test_known_by_name(name: str) -> None:
    assert by_name(name)


@pytest.mark.parametrize("name", ["a.md", "b.yml", "c", "d.py", "docs/contributing/lian-xi.docx", "data/originals/README.md", "key", "pages", "e.png"])
def test_other_names_say_nothing(name: str) -> None:
    assert by_name(name) is None


WORD_PAGE = ('<html xmlns:v="urn:schemas-microsoft-com:vml"\r\nxmlns:o="urn:schemas-microsoft-com:office:office"\r\n'
             'xmlns:w="urn:schemas-microsoft-com:office:word">\r\n<head><title>发言</title></head>')
FILTERED = '<html>\r\n\r\n<head>\r\n<meta http-equiv=Content-Type content="text/html; charset=gb2312">\r\n<meta name=Generator content="Microsoft Word 15 (filtered)">'
WORD_2003 = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<?mso-application progid="Word.Document"?>\r\n<w:wordDocument xmlns:w="x">'
FLAT_WORD = '<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">'
FLAT_ODF = '<?xml version="1.0"?>\n<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">'
UNPACKED = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
LIBRE = '<!DOCTYPE html>\n<html>\n<head>\n\t<meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/>'
FILES = {"word.htm": WORD_PAGE, "filtered.html": FILTERED, "2003.xml": WORD_2003, "flat.xml": FLAT_WORD, "x.txt": FLAT_ODF, "document.xml": UNPACKED,
         "libre.html": LIBRE}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_what_office_writes_as_text_is_known_whatever_its_name(name: str, encoding: str) -> None:
    assert by_content(name, FILES[name].encode(encoding)) == "Office 另存的网页或 XML"


def test_a_mail_and_a_saved_page_are_known_by_their_heads() -> None:
    body = base64.encodebytes("各位委员：".encode()).decode()
    mail = f"From: a@localhost\nSubject: =?utf-8?B?5Y+R6KiA?=\nMIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\n{body}"
    saved = "From: <Saved by Blink>\r\nSnapshot-Content-Location: http://x/\r\nMIME-Version: 1.0\r\n\r\n"
    assert [by_content("a.txt", text.encode()) for text in (mail, saved)] == ["邮件或网页存档"] * 2


def test_packed_and_fixed_formats_are_known_whatever_their_name() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("x", "x")
    assert by_content("a.dat", stream.getvalue()) == "Office 文件或压缩包"
    assert [by_content("a", raw) for raw in (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf1", b"%PDF-1.4", b"II*\0", b"MSCF\0\0\0\0")] \
        == ["Office 文件", "Office 文件", "版式文件", "扫描件或照片", "压缩包"]


@pytest.mark.parametrize("text", ["---\ntitle: 专题\n---\n", "<p>一页</p>", "<!doctype html>\n<html lang=zh><meta name=generator content=mkdocs>",
                                  '<svg xmlns="http://www.w3.org/2000/svg"/>', "import re\nNS = 'urn:schemas-microsoft-com:office:office'\n",
                                  "Note: nothing\n\nmime type\n", ""])
def test_what_people_write_is_none_of_these(text: str) -> None:
    assert by_content("x", text.encode()) is None


def test_a_picture_is_known_by_its_name_or_how_it_begins() -> None:
    assert is_picture("a/发言.JPG", b"")
    assert is_picture("发言.txt", b"\x89PNG\r\n\x1a\n")
    assert is_picture("发言", b"RIFF\0\0\0\0WEBPVP8 ")
    assert not is_picture("a.wav", b"RIFF\0\0\0\0WAVE")
    assert not is_picture("png.md", b"# png")


def test_gitignore_has_the_list() -> None:
    text = (PROJECT / ".gitignore").read_text(encoding="utf-8")
    assert text == written(text), "run: python -m tools.ignored"


def test_every_suffix_stands_once_and_pictures_of_pages_in_no_kind() -> None:
    assert len(SUFFIXES) == sum(map(len, KINDS.values()))
    assert SUFFIXES.keys() & set(PICTURES) == set()
