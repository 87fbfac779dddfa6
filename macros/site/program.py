"""MkDocs as a program: `python -m macros.site.program serve …`; whatever ends it is said in Chinese, with its place."""

from __future__ import annotations

import importlib
import importlib.util
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from macros.findings import as_text, summary
from macros.runtime import chinese, reasons, writing
from macros.site import logged
from macros.text.printable import printable

if TYPE_CHECKING:
    from macros.site.build import Build

# As a shell says of a program that was interrupted.
_INTERRUPTED = 130


def run(arguments: list[str]) -> int:
    """Run MkDocs with these arguments; its exit code. Nothing is raised."""
    # ProperDocs continues MkDocs 1 under its own name and answers to the old one: with it in MkDocs'
    # place everything else stays as it is (docs/contributing/architecture.md).
    engine = "mkdocs" if importlib.util.find_spec("mkdocs") else "properdocs"
    sys.argv = [engine, *arguments]
    writing.keep_others_out()
    said, begun = logged.Said(), list[Any]()
    try:
        chinese.install()
        program = importlib.import_module(f"{engine}.__main__")
        state = program.State()
        said = logged.listen()
        with _noting(engine, begun):
            code = program.cli.main(arguments, prog_name=engine, standalone_mode=False, obj=state)
        return code if isinstance(code, int) else 0
    except BrokenPipeError:  # who reads what is printed (| head) has seen enough
        if build := _build(begun):
            build.fail()
        sys.stdout = sys.stderr = io.StringIO()  # what is left to print goes nowhere
        return 1
    except (click.Abort, KeyboardInterrupt):
        # Whoever interrupts a build interrupts what began it too, which says so.
        if arguments[:1] == ["serve"]:
            print("已中止。", file=sys.stderr)
        return _INTERRUPTED
    except BaseException as error:
        _tell(error, said, begun)
        return 1


@contextmanager
def _noting(engine: str, begun: list[Any]) -> Iterator[None]:
    """Note the configuration that MkDocs builds: what ends a build does not tell which it was."""
    try:
        commands = importlib.import_module(f"{engine}.commands.build")
    except ImportError:  # it will say itself what it lacks
        yield
        return
    build = commands.build

    def noted(config: Any, **more: Any) -> None:
        begun[:] = [config]
        build(config, **more)

    vars(commands)["build"] = noted
    try:
        yield
    finally:
        vars(commands)["build"] = build


def _tell(error: BaseException, said: logged.Said, begun: list[Any]) -> None:
    """What ended it, once: hooks of ours print what they found and say so themselves."""
    if isinstance(error, click.UsageError):
        error.show()
        return
    ours = error.format_message() if isinstance(error, click.ClickException) else ""
    if ours and reasons.is_chinese(ours):
        print("\n" + ours)
        return
    from macros.site import faults
    from macros.site.code_reload import PACKAGE

    build = _build(begun)
    page = build.page if build else None
    # MkDocs tells its hooks of exceptions only; what is made beside must not write on.
    if build:
        build.fail()
    if isinstance(error, OSError) and not page:
        print("{}\n  改法：{}".format(*map(printable, reasons.told(error))), file=sys.stderr)
        return
    found = faults.findings(error, PACKAGE.parent, page=page, logged=said.of_settings)
    print(as_text(found))
    print(summary(found))


def _build(begun: list[Any]) -> Build | None:
    """The build that was begun, if it came as far as that."""
    if not begun:
        return None
    from macros.site import events

    return events.build_of(begun[0])


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))

