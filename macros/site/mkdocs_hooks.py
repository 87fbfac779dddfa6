"""The adapter to MkDocs: the only file that imports it.

Each event is a few lines that hand over: data is read and checked before MkDocs touches the old
site, hand-written pages stay ordinary MkDocs pages, and entry pages are filled into a shell that
the theme rendered once for each kind.
"""

import os
import shutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from macros import findings, pipeline
from macros.handwritten.docs_folder.core import CORE_PAGES
from macros.handwritten.stash import Stash
from macros.pages import compiling
from macros.pages.page import PagePlan, RenderedPage
from macros.pages.theme_frame import Shell, marked, tidy, values
from macros.runtime import later, progress, reasons
from macros.runtime.background import Beside
from macros.runtime.progress import phase
from macros.site import atomic_build, built, code_reload, preview, scripts, session, showing, target, workshop
from macros.site.output import Output
from macros.text.plain_text import plain_text

# Off only where a test compares the shell with what the theme renders.
SHELL = os.environ.get("KB_SHELL") != "off"

PROJECT = Path(__file__).resolve().parents[2]
COMPILED = PROJECT / ".cache" / "templates"

# Title, address and plain text of the hand-written pages.
Texts = list[tuple[str, str, str]]

# MkDocs shows the navigation to `on_nav` only; the shell is rendered later, in `on_env`.
_navigation = Navigation([], [])


def on_startup(command: str, dirty: bool) -> None:
    session.serving = command == "serve"
    if session.serving:
        preview.begin()


@event_priority(100)  # before the macros plugin asks for the session
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    if session.serving:
        later.clear()
        code_reload.anew(__name__)
    data = PROJECT / config.extra["data"]
    docs = Path(config.docs_dir)
    if not session.serving:
        try:
            atomic_build.examine(PROJECT, data, docs, Path(config.site_dir))
        except target.TargetRefused as refused:
            raise Abort(f"没有生成网站：{refused}") from None
    try:
        now = session.begin(
            data, docs, PROJECT / "overrides" / "fragments", shown=(_shown(data), _shown(docs)),
            edit_address=config.extra["edit_address"],
            show_originals=showing.may_show_originals(config, serving=session.serving),
            compiled=compiling.kept_in(COMPILED),
        )
    except findings.BrokenLibrary as error:
        if session.serving:
            raise  # the preview shows what it found
        print(findings.as_text(error.findings))
        raise Abort(findings.summary(error.findings)) from None
    if now.library.warnings:
        print(findings.as_text(now.library.warnings))
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Another folder of hand-written pages still gets the project's scripts, styles and core pages."""
    if not session.kept.aside:
        # MkDocs has emptied the folder; all that is no page begins beside the pages.
        session.kept.begun = Beside(lambda texts: progress.silently(partial(_write_files, config, texts)))
    own = PROJECT / "docs"
    if Path(config.docs_dir).resolve() != own:
        _add_own(files, own, config)
    for file in filter(None, map(files.get_file_from_path, scripts.PARTS)):
        # Pages load them joined; by themselves nobody asks for them.
        file.inclusion = InclusionLevel.EXCLUDED
    return files


def _add_own(files: Files, own: Path, config: MkDocsConfig) -> None:
    assets = (p.relative_to(own).as_posix() for p in sorted((own / "assets").rglob("*")) if p.is_file())
    for uri in (*assets, *CORE_PAGES):
        if uri not in files.src_uris and (own / uri).is_file():
            files.append(File(uri, str(own), config.site_dir, config.use_directory_urls))


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    global _navigation
    _navigation = nav


def on_pre_page(page: Page, **_: Any) -> Page:
    session.kept.page = Path(page.file.abs_src_path or page.file.src_uri)
    return page


def on_page_context(context: TemplateContext, page: Page, **_: Any) -> TemplateContext:
    session.kept.page = Path(page.file.abs_src_path or page.file.src_uri)
    return context


def on_page_content(html: str, page: Page, **_: Any) -> str:
    """Macros left tokens in the Markdown; here the finished HTML takes their places."""
    stash = page.meta.pop("kb_stash", None) or Stash()
    html = showing.without_remarks(html)
    page.meta["kb_text"] = plain_text(stash.restore(html, blocks=False))
    session.kept.by_hand[page.url] = page.file.src_uri, built.looked_at(html, stash.restore)
    return stash.restore(html)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
    # Editors write a file at once; a quarter of a second of waiting for more is most of a rebuild.
    server.build_delay = 0.05
    server.watch(str(PROJECT / config.extra["data"]))
    return server


def on_pre_build(config: MkDocsConfig) -> None:
    """While serving, the last build is put aside before MkDocs empties its folder."""
    site = Path(config.site_dir)
    if session.serving and site.is_dir() and any(site.iterdir()):
        last = preview.aside(site)
        shutil.rmtree(last, ignore_errors=True)  # of a build that was killed
        site.rename(last)
        session.kept.aside = last
        site.mkdir()


def on_post_page(output: str, **_: Any) -> str:
    session.kept.page = None
    return tidy(output)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    now, kept = session.current(), session.kept
    kept.page = None
    written = [f.page for f in files.documentation_pages() if f.page]
    kb: dict[str, Any] = {
        "guide": any(p.url == "contributing/index.html" for p in written),
        "sections": [s for s in config.extra["sections"] if any(p.url == s["url"] for p in written)],
        "csp": not session.serving,
        "scripts": [scripts.PAGE_FILE],
    }
    env.globals["kb"] = kb
    env.bytecode_cache = now.renderer.compiled
    output = kept.output = Output(Path(config.site_dir), kept.aside, kept.pages)
    texts = [(_title(p), p.url, p.meta.get("kb_text", "")) for p in written if not p.meta.get("hide_from_search")]
    if kept.begun:
        kept.begun.tell(texts)
        kb["addresses"] = _write_all_pages(env, config, files, output)
        progress.add(kept.begun.result())
        kept.begun = None
    else:
        kb["addresses"] = _write_all_pages(env, config, files, output)
        # The page that an editor waits for comes first; the index and the exports follow.
        output.take_back(pipeline.FOLDERS)
        kept.after = partial(progress.silently, partial(_write_files, config, lambda: texts, again=True))
    return env


def _write_all_pages(env: Environment, config: MkDocsConfig, files: Files, output: Output) -> list[str]:
    """The pages of the entries, and the scripts that pages load; gives the addresses that the site's map lists."""
    now = session.current()
    listed: list[str] = []
    with phase("页面"):
        for plans in pipeline.page_kinds(now.library, now.renderer):
            listed += (plan.url for plan in plans if plan.listed)
            _write_pages(env, config, files, plans, output)
    for address, text in scripts.files(partial(_source, files)).items():
        output.file(address, text)
    session.kept.pages = output.written
    return sorted(listed)


def _write_files(config: MkDocsConfig, texts: Callable[[], Texts], *, again: bool = False) -> None:
    """The API, the downloads and, when the texts of the hand-written pages are known, the search index.

    `again` is for a rebuild: it leaves some as they are, and takes away what the last build made.
    """
    library, output = session.current().library, Output(Path(config.site_dir))
    for address, content in pipeline.data_files(library, site=config.site_url or "", again=again):
        output.file(address, content)
    for address, content in pipeline.index_files(library, texts()):
        output.file(address, content)
    if again:
        output.sweep(folder for folder in pipeline.FOLDERS if folder != pipeline.DOWNLOADS)


def on_post_build(config: MkDocsConfig) -> None:
    found = [] if session.serving else _found_in_built(config)
    if found:
        print(findings.as_text(found))
        raise Abort(findings.summary(found))
    if session.kept.aside:
        shutil.rmtree(session.kept.aside)
    session.kept.page = None
    if session.kept.after:
        later.run(session.kept.after)
    if not session.serving:
        workshop.note(Path(config.site_dir))
    session.end()
    progress.report()


def _found_in_built(config: MkDocsConfig) -> list[findings.Finding]:
    """What only the built site shows; publishing would refuse it."""
    docs = Path(config.docs_dir)
    return built.check(Path(config.site_dir), session.kept.by_hand, docs, session.current().library, _shown(docs))


def on_shutdown() -> None:
    """The preview ends: nothing goes on, and nothing is left of a rebuild that was cut off."""
    later.clear()
    preview.end()


def on_build_error(error: Exception) -> None:
    """The last good site comes back when a rebuild fails for a reason that no check foresaw."""
    session.put_back()
    if isinstance(error, OSError) and not session.serving:
        raise Abort("{}\n  改法：{}".format(*reasons.told(error))) from None


def _write_pages(env: Environment, config: MkDocsConfig, files: Files, plans: list[PagePlan], output: Output) -> None:
    """All pages of one kind. When the shell does not give what the theme gives for the first of
    them, the theme renders them all."""
    if not plans:
        return
    first = plans[0].make()
    shell = Shell.cut(_by_theme(env, config, files, marked(first)))
    proven = SHELL and shell.fill(first) == _by_theme(env, config, files, first).encode()
    if SHELL and not proven:
        # No warning: that would end a strict build, and the pages are right.
        print(f"主题用了外壳填不了的内容，{first.url} 一类的页面改由主题逐页生成，会慢一些。", file=sys.stderr)
    for plan in progress.track(plans, len(plans), "页面"):
        if proven:
            key = plan.key() + shell.key if session.serving else ""
            output.page(plan.url, key, partial(_filled, shell, plan))
        else:
            output.page(plan.url, "", partial(_themed, env, config, files, plan))


def _filled(shell: Shell, plan: PagePlan) -> bytes:
    return shell.fill(plan.make())


def _themed(env: Environment, config: MkDocsConfig, files: Files, plan: PagePlan) -> bytes:
    return _by_theme(env, config, files, plan.make()).encode()


def _by_theme(env: Environment, config: MkDocsConfig, files: Files, rendered: RenderedPage) -> str:
    """A page as Material itself renders it."""
    given = values(rendered)
    file = File.generated(config, rendered.url, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    page = Page(None, file, config)
    page.meta = {"title": given["title"], "description": given["description"],
                 "kb_entry": True, "kb_moved": rendered.moved_to and given["moved_to"]}
    page.content = given["html"]
    context = get_context(_navigation, files, config, page)
    return tidy(env.get_template("main.html").render(context))


def _source(files: Files, script: str) -> str:
    """The text of one of our scripts, or nothing where another folder of pages leaves it out."""
    file = files.get_file_from_path(script)
    return file.content_string if file else ""


def _title(page: Page) -> str:
    return str(page.meta.get("title") or page.title or "")


def _shown(path: Path) -> str:
    """How a folder is called in messages: relative to where the editor is."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return os.fspath(path)
