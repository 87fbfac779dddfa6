"""Where in the repository long Chinese texts and pictures belong; anywhere else they are somebody's full text or scan."""

from pathlib import PurePosixPath

from macros.fulltext.originals import FOLDER

_CODE = (".py", ".sh", ".js", ".mjs", ".cjs", ".ts", ".css", ".json", ".yml", ".yaml", ".toml", ".conf")
_PAGES = (".html", ".njk", ".xml", ".svg")
# The folders at the root, as they are in docs/contributing/architecture.md, and what people write in them.
_FOLDERS: dict[str, tuple[str, ...]] = {
    "macros": (*_CODE, *_PAGES), "overrides": (*_CODE, *_PAGES), "schema": (".json",), "tools": _CODE, "deploy": _CODE,
    "tests": (*_CODE, *_PAGES, ".md"), "bench": (*_CODE, *_PAGES, ".md"),
    ".github": (*_CODE, ".md"), ".gitlab": (*_CODE, ".md"), ".gitea": (*_CODE, ".md"), ".forgejo": (*_CODE, ".md"), ".vscode": (".json",),
}
_ROOT = frozenset({"mkdocs.yml", "pyproject.toml", "Makefile", ".gitignore", ".gitattributes", ".gitlab-ci.yml"})
# What projects call the texts about themselves, in any language (README.zh-CN.md): one in any folder, the others at the root.
_ANYWHERE = "README"
_ABOUT = frozenset({"README", "CONTRIBUTING", "CHANGELOG", "CHANGES", "HISTORY", "NEWS", "LICENSE", "LICENCE", "COPYING", "NOTICE", "AUTHORS",
                    "SECURITY", "SUPPORT", "CODE_OF_CONDUCT", "ROADMAP", "TODO", "UPGRADING", "DESIGN", "ARCHITECTURE"})
_SHOWN_IN = ("tests", "bench", "overrides")


def takes_prose(path: str, data: str, docs: str) -> bool:
    """Whether a long text belongs under this path; `data` and `docs` are the folders of the library, all from the root."""
    parts, name = PurePosixPath(path).parts, PurePosixPath(path)
    if path == f"{data}/{FOLDER}/README.md" or (path.startswith(f"{data}/") and name.suffix == ".yml"):
        return True
    if path.startswith(f"{data}/"):
        return False
    if path.startswith(f"{docs}/"):
        return name.suffix in (".md", ".js", ".css", ".svg")
    called = name.name.split(".")[0]
    if name.suffix in ("", ".md") and (called == _ANYWHERE or (called in _ABOUT and len(parts) == 1)):
        return True
    return name.suffix in _FOLDERS.get(parts[0], ()) if len(parts) > 1 else path in _ROOT


def is_page(path: str, docs: str) -> bool:
    """Whether a page for readers lies under this path; the guide for editors, which is long, is none."""
    return path.startswith(f"{docs}/") and not path.startswith(f"{docs}/contributing/") and path.endswith(".md")


def takes_pictures(path: str, docs: str) -> bool:
    """Whether a picture belongs under this path."""
    parts = PurePosixPath(path).parts[:-1]
    return bool(parts) and (parts[0] in _SHOWN_IN or (path.startswith(f"{docs}/") and parts[-1] == "images"))
