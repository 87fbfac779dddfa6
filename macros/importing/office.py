"""Files of other office programs (.doc, .wps, .rtf, .odt), made into a .docx by LibreOffice where it is installed.

The program is run apart from the user's own: with a profile and a folder that are gone afterwards, under a name of
ours, without macros, for a limited time; what it has started is ended with it.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import zipfile
from io import BytesIO
from pathlib import Path

from macros.importing.compound import OLE, locked
from macros.importing.limits import SIZE_LIMIT
from macros.importing.refused import Refused
from macros.importing.word_package import AS_DOCX, LOCKED

# With the blank that stands between Chinese and Latin words.
KINDS = {".doc": "旧式 Word 文件（.doc）", ".wps": " WPS 文字文件（.wps）", ".rtf": " RTF 文件", ".odt": " OpenDocument 文件（.odt）"}
SECONDS = 120
_RTF, _ZIP = b"{\\rtf", b"PK\x03\x04"
_PROGRAMS = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice",
             r"C:\Program Files\LibreOffice\program\soffice.exe", r"C:\Program Files (x86)\LibreOffice\program\soffice.exe")
_OPTIONS = ("--headless", "--invisible", "--norestore", "--nologo", "--nodefault", "--nolockcheck", "--nofirststartwizard")
# No macro runs, no linked file is fetched.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def inside(raw: bytes) -> str | None:
    """The ending that a file ought to have where its own name only says that Word opens it; None for the kinds here."""
    start = raw[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<html", b"<!doctype html")):
        return ".html"
    if raw.startswith(_ZIP):
        with contextlib.suppress(zipfile.BadZipFile, ValueError, OSError, NotImplementedError), zipfile.ZipFile(BytesIO(raw)) as package:
            if "word/document.xml" in package.NameToInfo:
                return ".docx"
    return None


def as_docx(raw: bytes, suffix: str) -> bytes:
    """The .docx file that LibreOffice makes of these bytes; `suffix` is one of `KINDS`.

    Raises:
        Refused: it is not installed, can't read the file, or takes too long.
    """
    if locked(raw):
        raise Refused(*LOCKED)
    if not raw.startswith(OLE if suffix in (".doc", ".wps") and not raw.startswith(_RTF) else _ZIP if suffix == ".odt" else _RTF):
        raise Refused(f"文件已损坏，或者不是真正的{KINDS[suffix]}", AS_DOCX)
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise Refused(f"这是{KINDS[suffix]}，这台电脑上没有能转它的 LibreOffice", f"{AS_DOCX}；装上 LibreOffice 以后也能直接导入")
    # The program goes by the ending where the bytes could be several things.
    ending = ".doc" if raw.startswith(OLE) else ".rtf" if raw.startswith(_RTF) else suffix
    with tempfile.TemporaryDirectory(prefix="kb-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "profile" / "user").mkdir(parents=True)
        (folder / "profile" / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        (folder / f"text{ending}").write_bytes(raw)
        _run([program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", *_OPTIONS, "--convert-to", "docx:MS Word 2007 XML",
              "--outdir", str(folder / "out"), str(folder / f"text{ending}")], folder)
        made = folder / "out" / "text.docx"
        if not made.is_file() or made.stat().st_size > SIZE_LIMIT * 2:
            raise Refused(f"LibreOffice 读不了这个{KINDS[suffix]}：可能有打开密码，或者已经损坏", f"有密码的先去掉密码；{AS_DOCX}")
        return made.read_bytes()


def _run(command: list[str], folder: Path) -> None:
    """Runs the program to its end, or ends it with all that it has started."""
    environment = {**os.environ, "HOME": str(folder), "TMPDIR": str(folder)}
    try:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,  # noqa: S603
                                   stderr=subprocess.DEVNULL, start_new_session=os.name != "nt")
    except OSError:
        raise Refused("LibreOffice 启动不了", AS_DOCX) from None
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        raise Refused(f"LibreOffice 转了 {SECONDS} 秒还没有转完，不再等了", AS_DOCX) from None
    finally:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    if os.name == "nt":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], check=False, capture_output=True)  # noqa: S603, S607
    else:
        # The group is its own: what it has started is in it, and may outlive it.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
