"""Where MkDocs meets the project: each build gets a `Build` of its own, which the rest is told to.

Data is read and checked before MkDocs touches the old site. Nothing is kept here.
"""

import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority

from macros import findings
from macros.pages import compiling
from macros.site import atomic_build, events, preview, showing, target
from macros.site.build import Build, Order

PROJECT = Path(__file__).resolve().parents[2]
COMPILED = PROJECT / ".cache" / "templates"


def on_startup(command: str, dirty: bool) -> None:
    """MkDocs has read its settings for the first time."""
    if command == "serve":
        preview.begin(__name__)


@event_priority(100)  # before the macros plugin asks for the library
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """A build begins.

    Raises:
        BrokenLibrary: the library of a preview has errors; it shows them.
        Abort: another library has, or the site must not go where it should; why has been printed or is said.
    """
    kept = events.kept(config)
    if not kept:
        _refuse(config)
    build = Build(_order(config), kept)
    events.tell(config, build, PROJECT)
    try:
        build.start()
    except findings.BrokenLibrary as error:
        if kept:
            raise
        print(findings.as_text(error.findings))
        raise Abort(findings.summary(error.findings)) from None
    if build.library.warnings:
        print(findings.as_text(build.library.warnings))
    return config


def _order(config: MkDocsConfig) -> Order:
    data, docs = _data(config), Path(config.docs_dir)
    return Order(
        data, docs, PROJECT / "overrides" / "fragments", Path(config.site_dir), shown=(_shown(data), _shown(docs)),
        address=config.site_url or "", edit_address=config.extra["edit_address"], contact=_contact(config.extra.get("contact")),
        show_originals=showing.may_show_originals(config, serving=events.kept(config) is not None),
        compiled=compiling.kept_in(COMPILED),
    )


def _contact(given: object) -> str:
    """Whom readers turn to, in one line: a text, or a list of them."""
    return "，".join(map(str, given)) if isinstance(given, list) else str(given or "")


def _refuse(config: MkDocsConfig) -> None:
    try:
        atomic_build.examine(PROJECT, _data(config), Path(config.docs_dir), Path(config.site_dir))
    except target.TargetRefused as refused:
        raise Abort(f"没有生成网站：{refused}") from None


def _data(config: MkDocsConfig) -> Path:
    return Path(PROJECT, config.extra["data"])


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: object) -> LiveReloadServer:
    """The preview is about to answer."""
    # Editors write a file at once; a quarter of a second of waiting for more is most of a rebuild.
    server.build_delay = 0.05
    server.watch(str(_data(config)))
    return server


def _shown(path: Path) -> str:
    """How a folder is called in messages: relative to where the editor is."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return os.fspath(path)
