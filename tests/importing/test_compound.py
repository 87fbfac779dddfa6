"""Compound files of office programs: which are locked is told by the names in their directory."""

import io
import struct

import docx
import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from macros.importing import compound, from_docx, office
from macros.importing.refused import Refused

FREE, END = 0xFFFFFFFF, 0xFFFFFFFE
OLD_WORD = "文件其实是旧式 Word 文件（.doc），只是扩展名写成了 .docx"


def container(*names, inside=b"", after=0):
    """A compound file with these streams; the directory takes as many sectors as it needs, `after` others; the first stream holds `inside`."""
    entries = b"".join(name.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<HB", len(name) * 2 + 2, 2) + bytes(49)
                       + struct.pack("<IQ", 1 + after, 4096) for name in ("Root Entry", *names))
    sectors = [entries[at:at + 512].ljust(512, b"\0") for at in range(0, len(entries), 512)]
    # The first sector is the table, then come others, the streams, and last the directory, backwards.
    first = 2 + after
    places = [first + len(sectors) - 1 - i for i in range(len(sectors))]
    table = [0xFFFFFFFD, *[FREE] * (1 + after), *[FREE] * len(sectors)]
    for i, place in enumerate(places):
        table[place] = places[i + 1] if i + 1 < len(places) else END
    header = bytearray(512)
    header[:8] = compound.OLE
    struct.pack_into("<HH", header, 26, 3, 0xFFFE)
    struct.pack_into("<H", header, 30, 9)
    struct.pack_into("<I", header, 48, places[0])
    struct.pack_into("<II", header, 68, END, 0)
    struct.pack_into("<109I", header, 76, 0, *[FREE] * 108)
    body = [b"".join(struct.pack("<I", n) for n in table).ljust(512, b"\xff"), *[bytes(512)] * after, inside.ljust(512, b"\0"), *sectors[::-1]]
    return bytes(header) + b"".join(body)


def refused(raw):
    with pytest.raises(Refused) as told:
        from_docx.read(raw)
    return told.value


def test_a_word_file_that_was_locked_says_so_and_how_to_open_it():
    locked = io.BytesIO()
    saved = io.BytesIO()
    docx.Document().save(saved)
    OOXMLFile(saved).encrypt("口令", locked)
    raw = locked.getvalue()
    assert {"EncryptedPackage", "EncryptionInfo"} <= compound.directory(raw).keys()
    assert refused(raw).message == "文件有打开密码，读不了"
    assert "去掉密码" in refused(raw).cure


@pytest.mark.parametrize("names", [["EncryptedPackage"], ["\x06DataSpaces", "Version", "DataSpaceMap", "EncryptionInfo", "EncryptedPackage"]])
def test_it_is_found_wherever_the_directory_stands(names):
    assert refused(container(*names, after=40)).message == "文件有打开密码，读不了"


def test_an_old_word_file_with_a_password_is_locked_and_one_without_is_old():
    plain = b"\xec\xa5\xc1\x00" + bytes(6) + struct.pack("<H", 0x0200)
    assert refused(container("WordDocument", inside=plain)).message == OLD_WORD
    under_password = b"\xec\xa5\xc1\x00" + bytes(6) + struct.pack("<H", 0x0300)
    assert refused(container("WordDocument", inside=under_password)).message == "文件有打开密码，读不了"
    with pytest.raises(Refused, match="文件有打开密码"):
        office.as_docx(container("WordDocument", inside=under_password), ".doc")


def test_a_file_that_only_speaks_of_encryption_is_not_locked():
    inside = b"\xec\xa5\xc1\x00" + bytes(8) + "EncryptedPackage".encode("utf-16-le")
    assert refused(container("WordDocument", inside=inside)).message == OLD_WORD


def test_another_programs_file_is_none_of_word():
    assert refused(container("Workbook")).message == "文件不是 Word 文件，只是扩展名写成了 .docx"


@pytest.mark.parametrize("raw", [compound.OLE, compound.OLE + bytes(600), container("WordDocument")[:700], compound.OLE + b"\xff" * 4000])
def test_one_that_is_damaged_ends_in_a_message(raw):
    assert refused(raw).message == OLD_WORD
    assert not compound.locked(raw)


def test_a_directory_that_goes_round_ends():
    raw = bytearray(container(*(f"S{i}" for i in range(8))))
    first = struct.unpack_from("<I", raw, 48)[0]
    struct.pack_into("<I", raw, 512 + first * 4, first)
    assert "Root Entry" in compound.directory(bytes(raw))
