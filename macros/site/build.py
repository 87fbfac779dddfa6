"""One build's life: it starts, writes, and finishes or fails. Whatever it knows is in its own `Build`.

A build of its own is a first build. In the preview a build follows another, which hands over what
`Kept` names and nothing else; where a good site stands already, it is a rebuild. MkDocs is not known
here: `events.py` tells a build what MkDocs has come to.
"""

import gc
import os
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from jinja2 import BytecodeCache

from macros import pipeline
from macros.findings import Finding
from macros.pages.page import PagePlan, RenderedPage
from macros.pages.renderer import Renderer
from macros.pages.theme_frame import Shell, marked
from macros.runtime.background import Beside, Following
from macros.runtime.file_cache import Memory
from macros.runtime.progress import Phases, Progress
from macros.site import built, scripts, workshop
from macros.site.output import Output, aside
from macros.text import machine_paths

_PROJECT = Path(__file__).resolve().parents[2]
# Off only where a test compares the shell with what the theme renders.
SHELL = os.environ.get("KB_SHELL") != "off"

# Title, address and plain text of the hand-written pages, and the words that lead there.
Texts = list[tuple[str, str, str, tuple[str, ...]]]
# A page as the theme itself renders it.
Theme = Callable[[RenderedPage], str]


@dataclass(frozen=True)
class Order:
    """What is to be built from which folders, and how; `shown` stands for `data` and `docs` in messages."""

    data: Path
    docs: Path
    templates: Path
    site: Path
    shown: tuple[str, str] = ("data", "docs")
    # Where the site will be reached.
    address: str = ""
    edit_address: str = ""
    # Whom readers turn to.
    contact: str = ""
    show_originals: bool = True
    # Keeps compiled fragments.
    compiled: BytecodeCache | None = None


@dataclass
class Kept:
    """What a preview hands from one build to the next: the file cache, and the last good library."""

    memory: Memory = field(default_factory=Memory)
    # The last build that was finished; its site stands, but for what the build that goes on has moved.
    last: "Build | None" = None
    # The build that goes on, or ended last.
    now: "Build | None" = None
    # Whether a good site stands, though code that was loaded anew has forgotten how it was made.
    stands: bool = False

    def settle(self) -> None:
        """Return when nothing of the builds so far goes on and the last good site is where it should be.

        Raises:
            OSError: it can't be put back; the next call tries again.
        """
        if self.last:
            self.last.stop()
        if self.now:
            self.now.fail()
        self.now = None


class Build:
    """A build that has been ordered. `start`, `make_way`, `begin`, `write`, `finish` follow each other; `fail` may
    come at any point, and more than once.

    With `kept` it belongs to a preview, and takes over from there what it can.
    """

    def __init__(self, order: Order, kept: Kept | None = None) -> None:
        self.order, self.kept = order, kept
        self.progress = Progress()
        # Until it is finished or has failed.
        self.over = False
        # The hand-written page that is being made, or was when the build failed.
        self.page: Path | None = None
        # The hand-written pages by address: the source of each, and what Markdown made of it, macros left out.
        self.by_hand: dict[str, tuple[str, str]] = {}
        # The key that each page was written with.
        self.pages: Mapping[str, str] = {}
        # Where the last good site is while this build is under way.
        self._aside: Path | None = None
        self._output: Output | None = None
        # What is made beside the pages of a first build; what is done when those of a rebuild are on the screen.
        self._beside: Beside[Phases] | None = None
        self._after: Callable[[], object] | None = None
        self._following: Following | None = None
        self._opened: tuple[pipeline.Library, Renderer] | None = None
        if kept:
            kept.now = self

    @property
    def library(self) -> pipeline.Library:
        """The library being built. Raises RuntimeError when it has not been read."""
        return self._read()[0]

    @property
    def renderer(self) -> Renderer:
        """What renders it. Raises RuntimeError when the library has not been read."""
        return self._read()[1]

    def _read(self) -> tuple[pipeline.Library, Renderer]:
        if self._opened is None:
            raise RuntimeError("this build has not started")
        return self._opened

    def start(self) -> None:
        """Read and check the library.

        Raises:
            BrokenLibrary: it has errors.
        """
        order, kept = self.order, self.kept
        # A build makes hundreds of thousands of small values and hardly a cycle. A trick of speed, held by
        # tests/bench/test_without.py; measured with bench/without.py gc: without it 1.11 times the CPU in the real
        # library, 1.09 with 1,000 entries (2026-11-28).
        gc.disable()
        library = pipeline.open_library(order.data, order.docs, *order.shown, memory=kept.memory if kept else None,
                                        progress=self.progress)
        if not kept:
            library.graph.work_out()
            library.catalog.release()
        originals = library.originals if order.show_originals else None
        self._opened = library, Renderer(library.graph, order.templates, order.edit_address, originals, order.compiled,
                                         guide=(order.docs / "contributing" / "edit.md").is_file(), contact=order.contact)

    def make_way(self) -> None:
        """Before the folder is emptied: a good site that stands there is put aside."""
        if not self.kept:
            return
        site, last = self.order.site, aside(self.order.site)
        shutil.rmtree(last, ignore_errors=True)  # of a build that was killed
        if self.kept.stands and site.is_dir() and any(site.iterdir()):
            site.rename(last)
            self._aside = last
            site.mkdir()

    def begin(self) -> None:
        """The folder is empty: in a first build all that is no page begins beside the pages."""
        if not self._aside:
            self._beside = Beside(self._files_beside)

    def _files_beside(self, texts: Callable[[], Texts]) -> Phases:
        progress = Progress(shown=False)
        self._write_files(texts, progress)
        return progress.phases

    def write(self, theme: Theme, texts: Texts, source: Callable[[str], str]) -> list[str]:
        """All that is made from data: pages, scripts, the API, downloads, the search index.

        Gives the addresses that the site's map lists.

        `texts` are those of the hand-written pages, `source` gives the text of a script by its address in `docs/`.
        """
        last = self.kept.last if self.kept and self._aside else None
        self._output = Output(self.order.site, self._aside, last.pages if last else None)
        if self._beside:
            self._beside.tell(texts)
            listed = self._write_pages(self._output, theme, source)
            self.progress.add(self._beside.result())
            self._beside = None
        else:
            # What follows the pages is loaded now: later its files may be away, or half saved.
            import macros.exports.practices  # noqa: F401

            listed = self._write_pages(self._output, theme, source)
            # The page that an editor waits for comes first; the index and the exports follow.
            self._output.take_back(pipeline.FOLDERS)
            self._after = partial(self._write_files, lambda: texts, Progress(shown=False), again=True)
        return sorted(listed)

    def _write_pages(self, output: Output, theme: Theme, source: Callable[[str], str]) -> list[str]:
        """The pages of the entries, and the scripts that pages load; gives the addresses that the site's map lists."""
        listed: list[str] = []
        with self.progress.phase("页面"):
            for plans in pipeline.page_kinds(self.library, self.renderer):
                listed += (plan.url for plan in plans if plan.listed)
                if plans:
                    self._write_kind(output, theme, plans)
        for address, text in scripts.files(source).items():
            output.file(address, text)
        return listed

    def _write_kind(self, output: Output, theme: Theme, plans: list[PagePlan]) -> None:
        """All pages of one kind. When the shell does not give what the theme gives for the first of
        them, the theme renders them all."""
        first = plans[0].make()
        shell = Shell.cut(theme(marked(first)))
        proven = SHELL and shell.fill(first) == theme(first).encode()
        if SHELL and not proven:
            # No warning: that would end a strict build, and the pages are right.
            print(f"主题用了外壳填不了的内容，{first.url} 一类的页面改由主题逐页生成，会慢一些。", file=sys.stderr)
        for plan in self.progress.track(plans, len(plans), "页面"):
            if proven:
                key = plan.key() + shell.key if self.kept else ""
                output.page(plan.url, key, partial(_filled, shell, plan))
            else:
                output.page(plan.url, "", partial(_themed, theme, plan))

    def _write_files(self, texts: Callable[[], Texts], progress: Progress, *, again: bool = False) -> None:
        """The API, the downloads and, when the texts of the hand-written pages are known, the search index.

        `again` is for a rebuild: it leaves some as they are, and takes away what the last build made.
        """
        output = Output(self.order.site)
        for address, content in pipeline.data_files(self.library, progress=progress, site=self.order.address, again=again):
            output.file(address, content)
        for address, content in pipeline.index_files(self.library, texts(), progress=progress):
            output.file(address, content)
        if again:
            output.sweep(folder for folder in pipeline.FOLDERS if folder != pipeline.DOWNLOADS)

    def found(self) -> list[Finding]:
        """What only the built site shows; publishing would refuse it. A preview looks at nothing."""
        if self.kept:
            return []
        order = self.order
        private = machine_paths.private(_PROJECT, order.data.resolve())
        expected = built.expected(self.library, private, shows_originals=bool(self.renderer.originals))
        return built.check(order.site, self.by_hand, order.docs, expected, order.shown[1])

    def finish(self) -> None:
        """The site stands: nothing of the last one is needed any more, and what is to follow begins."""
        put_aside, self._aside = self._aside, None
        if put_aside:
            shutil.rmtree(put_aside, ignore_errors=True)
        if self._output:
            self.pages = self._output.written
        if self._after:
            self._following = Following(self._after)
        if self.kept:
            self.kept.last, self.kept.stands = self, True
        else:
            workshop.note(self.order.site)
        self._end()
        self.progress.report()

    def fail(self) -> None:
        """Nothing goes on, and the last good site is as it was. A build that is over stays what it is.

        Raises:
            OSError: it can't be put back; the next call tries again.
        """
        if self.over:
            return
        self.stop()
        if self._aside:
            if self._output:
                self._output.give_back()
            if self.order.site.is_dir():  # else it is the second try
                shutil.rmtree(self.order.site)
            self._aside.rename(self.order.site)
            self._aside = None
        self._end()

    def stop(self) -> None:
        """Return when nothing that this build has begun goes on."""
        if self._beside:
            self._beside.give_up()
        if self._following:
            self._following.stop()
        self._beside, self._following = None, None

    def _end(self) -> None:
        self.over, self._output, self._after = True, None, None
        self.by_hand.clear()
        if not self.kept:
            # The process is about to end; a search would go through all that it made.
            gc.freeze()
            gc.enable()


def _filled(shell: Shell, plan: PagePlan) -> bytes:
    return shell.fill(plan.make())


def _themed(theme: Theme, plan: PagePlan) -> bytes:
    return theme(plan.make()).encode()
