"""Two builds of two libraries in one process, which take turns at every event: neither sees the other."""

import json
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from macros.site import events
from macros.site.build import Kept
from tests.conftest import PROJECT, SMALL
from tests.small_tree import write_pages

EVENTS = ("pre_build", "files", "nav", "pre_page", "page_markdown", "page_content", "env", "page_context", "post_page", "post_build")
PHASES = ["figures", "json_api", "practices", "search", "statements", "word", "检查", "读取", "页面"]


class Turns:
    """Who is on turn goes on, everybody else waits."""

    def __init__(self, names: list[str]) -> None:
        self._waiting, self._changed = names, threading.Condition()
        self.taken: list[str] = []

    def next(self, name: str) -> None:
        """Let the others have their turn first."""
        with self._changed:
            self._waiting.append(self._waiting.pop(0))
            self._changed.notify_all()
            self.wait(name)

    def wait(self, name: str) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: self._waiting[0] == name, timeout=120)
            self.taken.append(name)

    def over(self, name: str) -> None:
        with self._changed:
            self._waiting.remove(name)
            self._changed.notify_all()


class Taking:
    """Among the plugins of a build: it takes turns with the others at every event, and has its seconds in a file of its own.

    With `fails` the build ends at that event. `navigations` are those that the theme was given, as the addresses in each.
    """

    def __init__(self, name: str, turns: Turns, seconds: Path, fails: str) -> None:
        def step(event: str) -> Callable[..., None]:
            def at(*_: Any, **__: Any) -> None:
                turns.next(name)
                if event == fails:
                    raise RuntimeError(f"{name} ends here")
                if event == "post_build":
                    os.environ["KB_PHASES"] = str(seconds)
            return at

        self.navigations: set[tuple[str, ...]] = set()
        for event in EVENTS:
            setattr(self, "turn_for_env" if event == "env" else f"on_{event}", step(event))

    def on_env(self, env: Any, **_: Any) -> Any:
        self.turn_for_env()
        get = env.get_template

        def noting(name: str, *parent: Any) -> Any:
            template = get(name, *parent)
            return template if parent else SimpleNamespace(render=lambda context: self._noted(context) or template.render(context))

        env.get_template = noting
        return env

    def _noted(self, context: Any) -> None:
        self.navigations.add(tuple(page.url for page in context["nav"].pages))


class Library:
    """A library of its own, and where its site lies."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.root, self.docs, self.site = folder, folder / "data", folder / "docs", folder / "site"
        shutil.copytree(SMALL, self.root)
        write_pages(self.root, self.docs)
        self.kept: Kept | None = None
        self.navigations: set[tuple[str, ...]] = set()
        # The event at which the next build ends.
        self.fails = ""

    def edit(self, path: str, old: str, new: str) -> None:
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text
        (self.root / path).write_text(text.replace(old, new), encoding="utf-8")

    def build(self, site: Path | None = None, kept: Kept | None = None, plugins: dict[str, object] | None = None) -> None:
        config = load_config(str(PROJECT / "mkdocs.yml"), docs_dir=str(self.docs), site_dir=str(site or self.site))
        config.extra["data"] = str(self.root)
        if kept:
            events.keep(config, kept)
        for name, plugin in (plugins or {}).items():
            config.plugins[name] = plugin  # type: ignore[assignment]
        build(config)
        if kept:
            kept.settle()

    def files(self, site: Path | None = None) -> dict[str, bytes]:
        root = site or self.site
        return {file.relative_to(root).as_posix(): file.read_bytes() for file in sorted(root.rglob("*")) if file.is_file()}

    def alone(self) -> dict[str, bytes]:
        """What a build of this library gives that has the process for itself."""
        site = self.folder / "alone"
        shutil.rmtree(site, ignore_errors=True)
        self.build(site, Kept() if self.kept else None)
        return self.files(site)


@pytest.fixture
def libraries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Library]:
    """Two libraries with hardly a page in common. They share the home page's address, and one id."""
    monkeypatch.chdir(PROJECT)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    monkeypatch.setenv("KB_PHASES", str(tmp_path / "nobody"))
    monkeypatch.setenv("KB_BESIDE", "off")
    one, other = Library(tmp_path / "one"), Library(tmp_path / "other")
    for file in other.root.rglob("*.yml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("甲县", "辛县").replace("委员编组", "村村编组").replace("wei-yuan-bian-zu", "cun-cun-bian-zu"), encoding="utf-8")
    (other.root / "practices/wei-yuan-bian-zu.yml").rename(other.root / "practices/cun-cun-bian-zu.yml")
    (other.docs / "own-page.md").write_text("# 关于另一个库\n\n只有这里有这一页。\n", encoding="utf-8")
    with (other.docs / "index.md").open("a", encoding="utf-8") as home:
        home.write("\n[关于](own-page.md)\n")
    return {"one": one, "other": other}


def both(libraries: dict[str, Library]) -> Iterator[str]:
    """Build both, in turns; whose turn it was, from the first to the last."""
    turns, failed = Turns(list(libraries)), []

    def run(name: str, library: Library) -> None:
        try:
            turns.wait(name)
            taking = Taking(name, turns, library.folder / "seconds", library.fails)
            library.navigations = taking.navigations
            library.build(kept=library.kept, plugins={"turns": taking})
        except BaseException as error:
            failed.append(error)
        finally:
            turns.over(name)

    threads = [threading.Thread(target=run, args=item) for item in libraries.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for error in failed:
        raise error
    return iter(turns.taken)


def test_neither_sees_the_other(libraries: dict[str, Library]) -> None:
    taken = "".join(name[1] for name in both(libraries))
    assert taken.count("nt") > 10, "they took no turns"
    one, other = (library.files() for library in libraries.values())
    assert "practices/wei-yuan-bian-zu.html" in one
    assert "practices/wei-yuan-bian-zu.html" not in other
    assert ("own-page.html" in one, "own-page.html" in other) == (False, True)
    for made, own, foreign in ((one, "委员编组", "村村编组"), (one, "甲县", "辛县"), (other, "村村编组", "委员编组"), (other, "辛县", "甲县")):
        assert [address for address, content in made.items() if foreign.encode() in content] == []
        assert own.encode() in made["index.html"]
        assert [address for address in made if address.startswith("assets/kb/") and own.encode() in made[address]], "not in the search index"
    assert [["own-page.html" in addresses for addresses in library.navigations] for library in libraries.values()] == [[False], [True]]
    for library in libraries.values():
        assert sorted(json.loads((library.folder / "seconds").read_text(encoding="utf-8"))) == PHASES
    for library in libraries.values():
        assert library.files() == library.alone()


def test_neither_preview_sees_the_other(libraries: dict[str, Library]) -> None:
    """The second builds are rebuilds: each takes over from the first of the same library, and only from that."""
    for library in libraries.values():
        library.kept = Kept()
    list(both(libraries))
    first = {name: _practices(library) for name, library in libraries.items()}
    libraries["one"].edit("practices/pei-xun.yml", "summary: 委员轮训。", "summary: 委员轮流培训。")
    list(both(libraries))
    assert "委员轮流培训" in (libraries["one"].site / "practices/pei-xun.html").read_text(encoding="utf-8")
    for name, library in libraries.items():
        assert library.files() == library.alone()
        made = {file for file, inode in _practices(library).items() if inode != first[name][file]}
        assert ("pei-xun.html" in made) is (name == "one"), "made though nothing changed, or kept though something did"
        assert "gong-zuo-zhan.html" not in made, "nothing was kept"


def _practices(library: Library) -> dict[str, int]:
    return {page.name: page.stat().st_ino for page in (library.site / "practices").glob("*.html")}


def test_a_build_that_fails_takes_nothing_from_the_other(libraries: dict[str, Library]) -> None:
    """One rebuild fails in the middle and has its last good site back; the other goes through."""
    for library in libraries.values():
        library.kept = Kept()
    list(both(libraries))
    before = libraries["one"].files()
    libraries["one"].edit("practices/pei-xun.yml", "summary: 委员轮训。", "summary: 委员轮流培训。")
    libraries["one"].fails = "post_page"
    libraries["other"].edit("practices/pei-xun.yml", "summary: 委员轮训。", "summary: 委员反复培训。")
    with pytest.raises(RuntimeError, match="one ends here"):
        list(both(libraries))
    one, other = libraries.values()
    assert one.files() == before
    assert "委员反复培训" in (other.site / "practices/pei-xun.html").read_text(encoding="utf-8")
    assert other.files() == other.alone()
