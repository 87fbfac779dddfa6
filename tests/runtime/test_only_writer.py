"""Nobody but `runtime/writing.py` writes a file of the user's: read from the package's own source."""

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "macros"

# Who writes, moves or removes files all the same, and why none of them is a user's file.
OTHERS = {
    "site/atomic_build.py": "the folder that a build makes beside the site",
    "cli/publish.py": "a site that is only looked at, in a temporary folder",
    "desk/handover.py": "an archive in memory",
    "desk/drafts.py": "the desk's own drafts, outside the data",
    "editing/staged.py": "what is staged, in a temporary folder",
    "exports/word.py": "a document in memory",
    "exports/xlsx.py": "a workbook in memory",
    "importing/office.py": "a copy for LibreOffice, in a temporary folder",
    "importing/word_package.py": "only reads: a part of an archive",
    "site/output.py": "the build's own output",
    "pages/compiling.py": "compiled templates in .cache",
    "runtime/progress.py": "the seconds that `make bench` asks for",
    "editing/merge_base.py": "what is published, in a temporary folder",
    "editing/revision.py": "an older version, in a temporary folder",
    "runtime/owned.py": "a part of an export of ours that nobody has changed since",
    "runtime/git.py": "an older version, in a temporary folder",
    "site/build.py": "the build's own output, and the preview's own folders",
    "site/clear.py": "a site that is proven to be ours",
    "site/preview.py": "the preview's own folders",
    "site/workshop.py": "the folders that a build makes beside the site",
    "publishing/": "releases in the publish target, made in its workspace",
}
WRITERS = {
    "write_text", "write_bytes", "touch", "mkdir", "makedirs", "symlink_to", "hardlink_to", "symlink", "link", "unlink",
    "remove", "rmdir", "rmtree", "rename", "renames", "copy2", "copyfile", "copyfileobj", "copytree", "move", "truncate", "ftruncate",
    "extractall", "mkstemp", "mkdtemp", "NamedTemporaryFile", "TemporaryDirectory", "memfd_create", "mkfifo", "mknod", "save",
}
_CHANGING = set("wax+")


def writing(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and name of every call that makes, changes or removes a file."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id if isinstance(node.func, ast.Name) else ""
        of = ast.unparse(node.func.value) if isinstance(node.func, ast.Attribute) else ""
        # `writing.rename` is the one module's own.
        if ((name in WRITERS and of != "writing" and not (name == "remove" and of not in ("os", "shutil")))
                or (name == "open" and _may_change(node, of)) or (name == "replace" and _of_files(node, of))
                or (name == "copy" and of == "shutil") or (name in ("ZipFile", "TarFile") and _may_change(node, ""))):
            yield node.lineno, f"{of}.{name}".lstrip(".")


def _may_change(node: ast.Call, of: str) -> bool:
    """Whether an `open` is for more than reading; a mode that is worked out counts as one."""
    modes = [k.value for k in node.keywords if k.arg in ("mode", "flags")]
    at = 1 if not of or of in ("os", "io", "codecs", "gzip", "tarfile", "zipfile") else 0
    modes += node.args[at:at + 1]
    if of == "os":
        return any(flag in ast.unparse(mode) for mode in modes for flag in ("O_WRONLY", "O_RDWR", "O_CREAT", "_NEW"))
    return any(not isinstance(mode, ast.Constant) or (isinstance(mode.value, str) and _CHANGING & set(mode.value.partition(":")[0]))
               for mode in modes)


def _of_files(node: ast.Call, of: str) -> bool:
    # Of strings it takes two arguments, of dates and dataclasses names; of a path one.
    return of == "os" or (len(node.args) == 1 and not node.keywords and of not in ("writing", "dataclasses"))


def found() -> dict[str, list[str]]:
    writers: dict[str, list[str]] = {}
    for file in sorted(PACKAGE.rglob("*.py")):
        for line, name in writing(ast.parse(file.read_text(encoding="utf-8"))):
            writers.setdefault(file.relative_to(PACKAGE).as_posix(), []).append(f"{line}: {name}")
    return writers


def excused(path: str) -> str | None:
    return next((other for other in OTHERS if path == other or (other.endswith("/") and path.startswith(other))), None)


def test_a_users_file_is_written_by_one_module_only() -> None:
    writers = found()
    assert {path: calls for path, calls in writers.items() if path != "runtime/writing.py" and not excused(path)} == {}


def test_nobody_is_excused_who_writes_nothing() -> None:
    assert sorted(OTHERS) == sorted({excused(path) for path in found()} - {None})  # type: ignore[type-var]


def test_every_way_of_writing_is_seen() -> None:
    ways = ('f.write_text("")', 'open(f, "w")', 'open(f, mode="xb")', 'f.open("r+")', "open(f, mode)", "os.open(f, os.O_WRONLY)",
            "os.replace(a, b)", "a.replace(b)", "os.rename(a, b)", "shutil.copy(a, b)", "shutil.move(a, b)", "f.touch()",
            "tempfile.mkstemp()", 'zipfile.ZipFile(f, "w")', "document.save(f)", "f.unlink()", "shutil.rmtree(f)", "os.remove(f)")
    assert [way for way in ways if not list(writing(ast.parse(way)))] == []
    reading = ('open(f)', 'open(f, "rb")', "f.open()", 'f.open("rb")', 'text.replace("a", "b")', "date.replace(year=1)",
               "os.open(f, os.O_RDONLY)", "zipfile.ZipFile(f)", 'tarfile.open(f, "r:gz")', "names.remove(x)", "seen.copy()")
    assert [way for way in reading if list(writing(ast.parse(way)))] == []
