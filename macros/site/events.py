"""What MkDocs tells of one build, handed to that `Build`.

An `Events` lies among the plugins of the configuration that it belongs to, as does what a preview
keeps: so whoever has the configuration finds both, and the events of one build reach no other.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from macros import findings
from macros.handwritten.docs_folder.core import CORE_PAGES
from macros.handwritten.stash import Stash
from macros.pages.page import RenderedPage
from macros.pages.theme_frame import tidy, values
from macros.runtime import reasons
from macros.site import built, scripts, showing
from macros.site.build import Build, Kept
from macros.text.plain_text import plain_text

# Their names among the plugins.
_EVENTS, _KEPT = "kb", "kb-kept"


def keep(config: MkDocsConfig, kept: Kept) -> None:
    """The build of this configuration belongs to the preview that keeps `kept`."""
    cast(dict[str, Any], config.plugins)[_KEPT] = kept


def kept(config: MkDocsConfig) -> Kept | None:
    """What the preview keeps whose build this is, or None where it is no preview's."""
    return cast(dict[str, Any], config.plugins).get(_KEPT)


def tell(config: MkDocsConfig, build: Build, project: Path) -> None:
    """From now on `build` is the build of this configuration, and gets its events; the hooks lie in `project`."""
    cast(dict[str, Any], config.plugins)[_EVENTS] = Events(build, project / "docs")


def build_of(config: MkDocsConfig) -> Build | None:
    """The build of this configuration, once it has been told of it."""
    events: Events | None = cast(dict[str, Any], config.plugins).get(_EVENTS)
    return events.build if events else None


class Events:
    """The events of one build, by MkDocs' names for them."""

    def __init__(self, build: Build, own: Path) -> None:
        self.build = build
        # The hand-written pages of the project itself.
        self._own = own
        # MkDocs shows it to `on_nav` only.
        self._navigation = Navigation([], [])

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """MkDocs is about to empty the folder."""
        self.build.make_way()

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Another folder of hand-written pages still gets the project's scripts, styles and core pages."""
        self.build.begin()
        if Path(config.docs_dir).resolve() != self._own:
            for file in _lacking(files, self._own, config):
                files.append(file)
        for part in filter(None, map(files.get_file_from_path, scripts.PARTS)):
            # Pages load them joined; by themselves nobody asks for them.
            part.inclusion = InclusionLevel.EXCLUDED
        return files

    def on_nav(self, nav: Navigation, **_: Any) -> None:
        """What the theme asks for when a page is rendered."""
        self._navigation = nav

    def on_pre_page(self, page: Page, **_: Any) -> Page:
        """A hand-written page is about to be read."""
        self.build.page = Path(page.file.abs_src_path or page.file.src_uri)
        return page

    def on_page_content(self, html: str, page: Page, **_: Any) -> str:
        """Macros left tokens in the Markdown; here the finished HTML takes their places."""
        stash = page.meta.pop("kb_stash", None) or Stash()
        html = showing.without_remarks(html)
        page.meta["kb_text"] = plain_text(stash.restore(html, blocks=False))
        self.build.by_hand[page.url] = page.file.src_uri, built.looked_at(html, stash.restore)
        return stash.restore(html)

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """All hand-written pages are read, none is written yet."""
        build, written = self.build, [file.page for file in files.documentation_pages() if file.page]
        build.page = None
        kb: dict[str, Any] = {
            "guide": any(p.url == "contributing/index.html" for p in written),
            "sections": [s for s in config.extra["sections"] if any(p.url == s["url"] for p in written)],
            "csp": not build.kept,
            "scripts": [scripts.PAGE_FILE],
        }
        env.globals["kb"] = kb
        env.bytecode_cache = build.renderer.compiled
        texts = [(_title(p), p.url, p.meta.get("kb_text", ""), _search_words(p)) for p in written if not p.meta.get("hide_from_search")]
        theme = _Theme(env, config, files, self._navigation)
        kb["addresses"] = build.write(theme, texts, lambda script: _source(files, script))
        return env

    def on_page_context(self, context: TemplateContext, page: Page, **_: Any) -> TemplateContext:
        """A hand-written page is about to be rendered."""
        self.build.page = Path(page.file.abs_src_path or page.file.src_uri)
        return context

    def on_post_template(self, output: str, template_name: str, **_: Any) -> str:
        """A page of the theme's own, that of a wrong address, is rendered."""
        return tidy(output) if template_name.endswith(".html") else output

    def on_post_page(self, output: str, **_: Any) -> str:
        """A hand-written page is rendered."""
        self.build.page = None
        return tidy(output)

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Everything is written.

        Raises:
            Abort: publishing would refuse it; why has been printed.
        """
        found = self.build.found()
        if found:
            print(findings.as_text(found))
            raise Abort(findings.summary(found))
        self.build.page = None
        self.build.finish()

    def on_build_error(self, error: Exception) -> None:
        """The last good site comes back when a build fails for a reason that no check foresaw.

        Raises:
            Abort: what the system refuses, in its place and in Chinese.
        """
        self.build.fail()
        if isinstance(error, OSError) and not self.build.kept:
            raise Abort("{}\n  改法：{}".format(*reasons.told(error))) from None


class _Theme:
    """A page as Material itself renders it."""

    def __init__(self, env: Environment, config: MkDocsConfig, files: Files, navigation: Navigation) -> None:
        self._env, self._config, self._files, self._navigation = env, config, files, navigation

    def __call__(self, rendered: RenderedPage) -> str:
        given = values(rendered)
        file = File.generated(self._config, rendered.url, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        page = Page(None, file, self._config)
        page.meta = {"title": given["title"], "description": given["description"],
                     "kb_entry": True, "kb_moved": rendered.moved_to and given["moved_to"]}
        page.content = given["html"]
        context = get_context(self._navigation, self._files, self._config, page)
        return tidy(self._env.get_template("main.html").render(context))


def _lacking(files: Files, own: Path, config: MkDocsConfig) -> Iterator[File]:
    """The project's files that this folder of pages has not."""
    assets = (p.relative_to(own).as_posix() for p in sorted((own / "assets").rglob("*")) if p.is_file())
    for uri in (*assets, *CORE_PAGES):
        if uri not in files.src_uris and (own / uri).is_file():
            yield File(uri, str(own), config.site_dir, config.use_directory_urls)


def _source(files: Files, script: str) -> str:
    """The text of one of our scripts, or nothing where another folder of pages leaves it out."""
    file = files.get_file_from_path(script)
    return file.content_string if file else ""


def _search_words(page: Page) -> tuple[str, ...]:
    """The words, beside those that stand on it, by which a page is found."""
    words = page.meta.get("search_words")
    return tuple(map(str, words)) if isinstance(words, list) else ()


def _title(page: Page) -> str:
    return str(page.meta.get("title") or page.title or "")
