"""What ended a build, said as findings: the place in the project that is at fault, what, and the cure.

Mistakes in data and in hand-written pages are found by the check; this is for what only a build
meets: a template, the code, the settings, the machine.
"""

import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml
from jinja2 import TemplateNotFound, TemplateSyntaxError
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.meta import get_data

from macros.findings import Finding, errors
from macros.reading import yaml_errors
from macros.runtime import reasons
from macros.runtime.background import Failed

# Nobody's mistake by themselves: they say that something else went wrong.
_MESSENGERS = (SystemExit, Failed)
# Code that only hands over: the mistake lies with the page.
_PASSING = ("macros/site/", "macros/__init__.py", "macros/site/mkdocs_hooks.py")
_UNDO = "改正它；看不出错在哪里，就先撤销刚才的改动"


def findings(error: BaseException, project: Path, *, page: Path | None = None,
             logged: Sequence[str] = ()) -> tuple[Finding, ...]:
    """At least one finding for what ended a build.

    `page` is the hand-written page that was being made, `logged` what MkDocs said of its settings.
    """
    chain = list(_chain(error))
    for each in chain:
        if found := errors(getattr(each, "findings", ())):
            return tuple(sorted(found))
    for kind in (_disk, _template, _python, _yaml, _missing_module):
        for each in chain:
            if finding := kind(each, project, page):
                return (finding,)
    if logged or any(isinstance(each, ConfigurationError) for each in chain):
        told = logged or [str(each) for each in chain if isinstance(each, ConfigurationError)]
        return tuple(_settings(message) for message in told)
    return (_placed(next((e for e in chain if not isinstance(e, _MESSENGERS)), chain[-1]), project, page),)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _disk(error: BaseException, *_: object) -> Finding | None:
    if not isinstance(error, OSError) or error.errno not in reasons.FULL:
        return None
    where = str(error.filename or "临时文件夹")
    return Finding(where, 1, 1, "disk-full", "磁盘满了，写不下网页", "腾出空间再存一次；或者用环境变量 TMPDIR 指一个有空间的文件夹，重新运行 make serve")


def _template(error: BaseException, project: Path, page: Path | None) -> Finding | None:
    if isinstance(error, TemplateSyntaxError):
        if not error.filename:
            return None  # a hand-written page
        return Finding(_shown(error.filename, project), error.lineno, 1, "template-error", f"模板不合写法：{reasons.words(error)}", _UNDO)
    if isinstance(error, TemplateNotFound):
        where = _shown(str(page), project) if page else "overrides"
        return Finding(where, 1, 1, "template-error", f"没有“{error.name}”这个模板", "把它放回来，或者改正用它的地方写的名字")
    return None


def _python(error: BaseException, project: Path, *_: object) -> Finding | None:
    if not isinstance(error, SyntaxError):
        return None
    return Finding(_shown(error.filename or "macros", project), error.lineno or 1, max(error.offset or 1, 1), "code-error",
                   f"代码不合 Python 的写法：{reasons.words(error)}", _UNDO, excerpt=(error.text or "").rstrip("\n"))


def _yaml(error: BaseException, project: Path, *_: object) -> Finding | None:
    mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
    if not isinstance(error, yaml.MarkedYAMLError) or not mark:
        return None
    try:
        text = Path(str(mark.name)).read_text(encoding="utf-8-sig")
    except (OSError, ValueError):
        text = ""
    line, column, message, cure = yaml_errors.explain(error, text)[1:]
    return Finding(_shown(str(mark.name), project), line, column, "settings-error", f"不合 YAML 的写法：{message}", f"{cure}；{_UNDO}")


def _missing_module(error: BaseException, *_: object) -> Finding | None:
    if not isinstance(error, ModuleNotFoundError) or str(error.name).startswith("macros"):
        return None
    return Finding("requirements", 1, 1, "settings-error", f"没有装上 {error.name}", "停下预览，重新运行 make serve，缺的会补上")


def _settings(message: str) -> Finding:
    return Finding("mkdocs.yml", 1, 1, "settings-error", f"设置不对：{reasons.setting(message)}", "改正这一项；文件夹不见了，就把它放回来")


def _placed(error: BaseException, project: Path, page: Path | None) -> Finding:
    """Where the innermost line of the project stands in the traceback; else the page that was being made."""
    said = reasons.words(error)
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path, line = _shown(frame.filename, project), frame.lineno or 1
        if page and path in ("<template>", "<unknown>"):
            return Finding(_shown(str(page), project), line + _lines_before(page), 1, "not-made",
                           f"这一页生成不了。{said}", _UNDO)
        if path.startswith("overrides/"):
            return Finding(path, line, 1, "template-error", f"模板填不了。{said}", _UNDO)
        if path.startswith("macros/") and not path.startswith(_PASSING if page else _PASSING[:1]):
            return Finding(path, line, (frame.colno or 0) + 1, "code-error", f"代码出错。{said}", _UNDO,
                           excerpt=frame.line or "")
    if not page:
        return Finding("mkdocs.yml", 1, 1, "not-made", f"网站生成不了。{said}", _UNDO)
    line = getattr(error, "lineno", 0)  # Jinja's, of a page that it can't read
    return Finding(_shown(str(page), project), line + _lines_before(page) if line else 1, 1, "not-made",
                   f"这一页生成不了。{said}", _UNDO)


def _lines_before(page: Path) -> int:
    """Lines of the front matter, which Jinja does not see."""
    try:
        text = page.read_text(encoding="utf-8-sig")
    except (OSError, ValueError):
        return 0
    return text.count("\n") - get_data(text)[0].count("\n")


def _shown(file: str, project: Path) -> str:
    """How a file is called in messages: from the project's folder on, if it lies there."""
    path = Path(file)
    for root in (project, Path.cwd()):
        if path.is_absolute() and path.is_relative_to(root):
            return path.relative_to(root).as_posix()
    return path.as_posix()
