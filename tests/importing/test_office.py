"""Files of other office programs: by LibreOffice where it is, with an answer where it is not, and never for ever."""

import io
import os
import shutil
import stat
import subprocess
import time
from pathlib import Path

import docx
import pytest

from macros.importing import office, reading
from macros.importing.refused import Refused

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
RTF = rb"{\rtf1\ansi\ansicpg936 {\b \'b2\'e8\'b9\'dd}\'d2\'e9\'ca\'c2\par {\v \'b0\'b5}\par}"
needed = pytest.mark.skipif(not any(map(shutil.which, office._PROGRAMS)), reason="LibreOffice is not on this machine")


def saved() -> bytes:
    document, stream = docx.Document(), io.BytesIO()
    document.add_paragraph("茶馆议事。")
    document.save(stream)
    return stream.getvalue()


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Puts a program of these words in LibreOffice's place."""
    def put(script: str) -> None:
        file = tmp_path / "soffice"
        file.write_text("#!/bin/sh\n" + script)
        file.chmod(file.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setattr(office, "_PROGRAMS", (str(file),))
    return put


@needed
@pytest.mark.parametrize("name", ["a.rtf", "$(touch x) -o;'\".rtf", "a.doc"])
def test_a_file_is_read_whatever_its_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(RTF)
    read = reading.document(tmp_path / name)
    assert read.text == "茶馆议事\n"
    assert [(line.text, line.why) for line in read.unseen] == [("暗", "隐藏文字")]
    assert [file.name for file in tmp_path.iterdir()] == [name]


@needed
def test_an_opendocument_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(saved())
    subprocess.run([next(filter(None, map(shutil.which, office._PROGRAMS))), f"-env:UserInstallation={(tmp_path / 'p').as_uri()}", "--headless",
                    "--convert-to", "odt", "--outdir", tmp_path, tmp_path / "a.docx"], check=True, capture_output=True)
    assert reading.read(tmp_path / "a.odt") == "茶馆议事。\n"


def test_without_the_program_it_is_said_how_to_get_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "_PROGRAMS", ())
    with pytest.raises(Refused) as refused:
        office.as_docx(OLE, ".wps")
    assert refused.value.message == "这是 WPS 文字文件（.wps），这台电脑上没有能转它的 LibreOffice"
    assert refused.value.cure == "用 Word 或 WPS 打开它，另存为“Word 文档（*.docx）”，再导入；装上 LibreOffice 以后也能直接导入"


@pytest.mark.parametrize(("content", "kind"), [(b"<html><body><p>\xe8\x8c\xb6\xe9\xa6\x86\xe8\xae\xae\xe4\xba\x8b\xe3\x80\x82</p>", ".doc"), (None, ".wps")])
def test_what_is_something_else_inside_needs_no_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None, kind: str) -> None:
    monkeypatch.setattr(office, "_PROGRAMS", ())
    (tmp_path / f"a{kind}").write_bytes(content or saved())
    assert reading.read(tmp_path / f"a{kind}") == "茶馆议事。\n"


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands for the program")
def test_a_program_that_makes_nothing_has_read_nothing(program) -> None:
    program("exit 0\n")
    with pytest.raises(Refused, match=r"^LibreOffice 读不了这个旧式 Word 文件（\.doc）：可能有打开密码，或者已经损坏"):
        office.as_docx(OLE, ".doc")


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands for the program")
def test_a_program_that_hangs_is_ended_with_its_children(program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "SECONDS", 1)
    program(f"sleep 300 &\necho $! > {tmp_path}/child\nwait\n")
    with pytest.raises(Refused, match=r"^LibreOffice 转了 1 秒还没有转完，不再等了"):
        office.as_docx(OLE, ".doc")
    child = Path(f"/proc/{(tmp_path / 'child').read_text().strip()}/stat")
    for _ in range(100):
        if not child.exists() or child.read_text().split()[2] == "Z":
            break
        time.sleep(0.05)
    assert not child.exists() or child.read_text().split()[2] == "Z"


def test_the_profile_runs_no_macro_and_fetches_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = {}

    def run(command: list[str], folder: Path) -> None:
        profile = next(part for part in command if part.startswith("-env:UserInstallation=")).partition("=")[2]
        assert profile == (folder / "profile").as_uri()
        seen["settings"] = (folder / "profile/user/registrymodifications.xcu").read_text(encoding="utf-8")
        seen["folder"] = folder
    monkeypatch.setattr(office, "_run", run)
    monkeypatch.setattr(office, "_PROGRAMS", ("sh",))
    with pytest.raises(Refused):
        office.as_docx(OLE, ".doc")
    for setting in ("MacroSecurityLevel", "DisableMacrosExecution", "BlockUntrustedRefererLinks"):
        assert setting in seen["settings"]
    assert not seen["folder"].exists()
