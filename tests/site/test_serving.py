"""`mkdocs serve`: a saved entry shows, and whatever is saved that is wrong, the last good site stays with
the errors on top; the preview goes on, and leaves nothing behind.

A preview takes seconds to start: what needs none of its own shares one, and is mended by the test that broke it.
All but one look and try again more often than a user's does."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path

import pytest

from macros.handwritten.docs_folder.core import CORE_PAGES
from macros.site import banner
from tests import processes
from tests.conftest import PROJECT, SMALL, copy_package
from tests.small_tree import write_pages

PATIENCE = 60.0
GOOD = "---\ntitle: 首页\nrender_macros: true\n---\n\n# 库\n\n{{ practices() }}\n"
HEAD = "---\ntitle: 首页\nrender_macros: true\n---\n\n"
KEPT = "处错误，下面是上一次正确的样子。"
NOTHING_YET = "处错误，网站还没有生成"
UNDO = "改正它；看不出错在哪里，就先撤销刚才的改动"
# Its arguments: seconds between two looks at the files, and by what the pauses before another try are divided, both empty
# for what users get; a file that grows by a byte with each build; those of `python -m macros.site.program`.
PROGRAM = """
import sys
from macros.site import preview, program, watching

often, hurry, builds, *arguments = sys.argv[1:]
if often:
    watching._OFTEN, preview._PAUSES = float(often), tuple(pause / float(hurry) for pause in preview._PAUSES)
rebuild = preview.Server._rebuild


def counted(*given):
    rebuild(*given)
    with open(builds, "a") as file:
        file.write(".")


preview.Server._rebuild = counted
sys.exit(program.run(arguments))
"""


class Preview:
    """A running preview of a project of its own: `root` holds data/, docs/, overrides/, macros/, mkdocs.yml."""

    def __init__(self, root: Path, port: int, often: float) -> None:
        self.root, self.temporary, self.often = root, root.parent / "tmp", often
        self.process: subprocess.Popen[str]
        self.address = f"127.0.0.1:{port}"

    def wait_for_builds(self, more: int) -> None:
        """Return when so many more builds have ended, one that has begun already among them."""
        builds = self.root.parent / "builds"
        wanted = builds.stat().st_size + more
        _wait_for(lambda: builds.stat().st_size >= wanted)

    @property
    def log(self) -> str:
        return (self.root.parent / "log").read_text(encoding="utf-8")

    def write(self, name: str, text: str | bytes) -> None:
        (self.root / name).write_bytes(text if isinstance(text, bytes) else text.encode())

    def edit(self, name: str, old: str, new: str) -> None:
        text = (self.root / name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new))

    def get(self, page: str) -> str:
        try:
            with urllib.request.urlopen(f"http://{self.address}/{page}", timeout=PATIENCE) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.read().decode()
        except (urllib.error.URLError, OSError):
            return ""

    def shows(self, page: str, words: str, *, no_more: str = "", patience: float = PATIENCE) -> str:
        """The page, once it has these words and not those; fails when it never has."""
        html, end = "", time.monotonic() + patience
        while time.monotonic() < end:
            html = self.get(page)
            if words in html and (not no_more or no_more not in html):
                return html
            assert self.process.poll() is None, f"the preview has ended:\n{self.log}"
            time.sleep(0.05)
        raise AssertionError(f"{page} never showed {words}:\n{told(html)}\n{self.log[-2000:]}")

    def says(self, *lines: str) -> str:
        """The page of a practice, once the last good site stands with these findings on top of it."""
        html = ""
        for line in lines:
            end = time.monotonic() + PATIENCE
            while line not in told(html) and time.monotonic() < end:
                html = self.shows("practices/pei-xun.html", KEPT)
                time.sleep(0.05)
            assert line in told(html), (line, told(html))
        assert "培训" in html.split("</div></div>", 1)[1]
        return html

    def is_good(self) -> None:
        self.shows("practices/pei-xun.html", "培训", no_more=KEPT)
        assert told(self.get("practices/pei-xun.html")) == ""

    def is_found(self, words: str) -> bool:
        """Whether the search index has these words before long."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            file = re.search(r"assets/kb/text\.[0-9a-f]+\.js", self.shows("assets/kb/manifest.js", "text"))
            assert file
            try:
                self.shows(file.group(), words, patience=1)
            except AssertionError:
                continue
            return True
        return False

    def left(self) -> list[str]:
        """What lies in the folder for temporary files."""
        return sorted(file.name for file in self.temporary.iterdir())


def told(html: str) -> str:
    """The text of the banner."""
    found = re.search(r'<div class="kb-broken".*?</div></div>', html, re.S)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", found.group())).split()) if found else ""


@contextmanager
def spoilt(preview: Preview, name: str, text: str | bytes) -> Iterator[None]:
    """A file with this text, and as it was again."""
    good = (preview.root / name).read_bytes()
    preview.write(name, text)
    try:
        yield
    finally:
        preview.write(name, good)


@contextmanager
def previewed(folder: Path, prepare: Callable[[Path], None] = lambda root: None, *, as_it_is: bool = False, **environment: str) -> Iterator[Preview]:
    root = folder / "project"
    shutil.copytree(SMALL, root / "data")
    shutil.copytree(PROJECT / "overrides", root / "overrides")
    copy_package(root)
    shutil.copytree(PROJECT / "docs/assets", root / "docs/assets")
    for page in ("practices", "speeches", "organizations", "problems"):
        shutil.copytree(PROJECT / "docs" / page, root / "docs" / page)
    shutil.copy(PROJECT / "mkdocs.yml", root)
    for page in CORE_PAGES:
        if not (root / "docs" / page).exists():
            shutil.copy(PROJECT / "docs" / page, root / "docs" / page)
    (root / "docs/index.md").write_text(GOOD, encoding="utf-8")
    write_pages(root / "data", root / "docs")
    (folder / "tmp").mkdir()
    prepare(root)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    preview = Preview(root, port, 0.5 if as_it_is else 0.2)
    settings = {name: value for name, value in os.environ.items() if name not in ("DATA", "DOCS", "SITE")}
    with (folder / "log").open("w") as log, processes.running(
            [sys.executable, "-c", PROGRAM, *(["", ""] if as_it_is else [str(preview.often), "3"]), folder / "builds",
             "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}"], cwd=root, stdout=log, stderr=log, text=True,
            env={**settings, "TMPDIR": str(preview.temporary), "NO_MKDOCS_2_WARNING": "1", **environment}) as preview.process:
        yield preview


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """One preview for many mistakes, each mended by the test that makes it."""
    with previewed(tmp_path_factory.mktemp("serving")) as running:
        yield from _held(running)


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """One that builds in its own process, as where a process can't copy itself; it takes the time that a user's takes."""
    with previewed(tmp_path_factory.mktemp("alone"), as_it_is=True, KB_BESIDE="off") as running:
        yield from _held(running)


def _held(running: Preview) -> Iterator[Preview]:
    running.is_good()
    yield running
    _ends(running, signal.SIGTERM)
    assert "DeprecationWarning" not in running.log
    # Whatever was broken in it: it was told in Chinese.
    for english in ("Traceback", "Error", "Config value", "[macros]", "Aborted", "expected"):
        lines = [line for line in running.log.splitlines() if english in line and "原文" not in line and "改法" not in line]
        assert not lines, lines


@pytest.fixture(params=["shared", "alone"])
def preview(request: pytest.FixtureRequest) -> Iterator[Preview]:
    """Each of the two, as it was again afterwards."""
    running: Preview = request.getfixturevalue(request.param)
    yield running
    shutil.copytree(SMALL, running.root / "data", dirs_exist_ok=True)
    running.write("docs/index.md", GOOD)
    running.shows("practices/pei-xun.html", "委员轮训。", no_more=KEPT)


pytestmark = pytest.mark.xdist_group("serving")


def test_a_save_shows_and_a_broken_one_keeps_the_last_good_site(preview: Preview) -> None:
    preview.shows("practices/pei-xun.html", "委员轮训。")
    preview.edit("data/practices/pei-xun.yml", "委员轮训。", "委员轮流培训。")
    preview.shows("practices/pei-xun.html", "委员轮流培训。")
    preview.shows("api/practices.json", "委员轮流培训。")
    assert preview.is_found("委员轮流培训。")
    preview.edit("data/practices/gong-zuo-zhan.yml", "form: platform", "form: platfrom")
    page = preview.says("data/practices/gong-zuo-zhan.yml:3:7 类型（form）没有“platfrom”这一项")
    assert "委员轮流培训。" in page
    preview.edit("data/practices/gong-zuo-zhan.yml", "form: platfrom", "form: platform")
    preview.shows("practices/pei-xun.html", "委员轮流培训。", no_more=KEPT)


MACRO = "这里的 {{ }} 或 {% %} 不合写法"
# No two in a row say the same: what stood there before would be taken for it.
PAGES = {
    "half a macro": (HEAD + "{{ practi", f"docs/index.md:6:1 {MACRO}"),
    "an unknown macro": (HEAD + "{{ practises() }}", "docs/index.md:6:4 没有“practises”这个宏 改法：是不是 practices？"),
    "half a block": (HEAD + "{% if", f"docs/index.md:6:1 {MACRO}"),
    "half a call": (HEAD + '{{ practices(topic="x" }}', 'docs/index.md:6:1 宏里的括号或引号不成对 改法：写成 {{ practices(topic="x") }}'),
    "half an argument": (HEAD + "{{ practices(topic= }}", f"docs/index.md:6:1 {MACRO}"),
    "an argument": (HEAD + '{{ practices(topic="x") }}', "docs/index.md:6:4 宏 practices 的参数 topic：没有编号为“x”的专题"),
    "a sum without end": (HEAD + "# 库\n\n{{ 9 ** 9 ** 9 }}", "docs/index.md:8:1 手写页面里只能调用宏，这里用了计算或判断"),
    "another file": (HEAD + '{% include "a.html" %}', "docs/index.md:6:1 手写页面里只能调用宏，这里用了取另一个文件（{% include %} 一类） 改法：把那个文件的内容直接写进这一页"),
    "a field that no page has": ("---\ntitle: a\ntemplate: none.html\n---\n\n# 库\n", "docs/index.md:3:1 页首没有“template”这个字段"),
    "front matter that is no YAML": ("---\ntitle: [a\n---\n# 库\n", "docs/index.md:3:1 页首 --- 之间的写法读不懂"),
    "front matter that is a list": ("---\n- title\n---\n# 库\n", "docs/index.md:1:1 页首 --- 之间不是“字段名: 值”"),
    "a title that is a list": ("---\ntitle: [a, b]\n---\n# 库\n", "docs/index.md:2:8 页首的 title 要写成一句话"),
    "a title that is a number": ("---\ntags: x\ntitle: 5\n---\n# 库\n", "docs/index.md:3:8 页首的 title 要写成一句话"),
    "GBK": ("# 中文".encode("gbk"), "docs/index.md:1:1 文件不是 UTF-8 编码的文本"),
}


def test_a_broken_hand_written_page_keeps_the_last_good_site(shared: Preview) -> None:
    with spoilt(shared, "docs/index.md", GOOD):
        for text, said in PAGES.values():
            shared.write("docs/index.md", text)
            shared.says(said)
    shared.is_good()


PROJECT_FILES = {
    "a template": ("overrides/main.html", '{% block scripts %}', '{% block scripts ', "overrides/main.html:32:1 模板不合写法：这里该用 %} 结束，写的是"),
    "a fragment": ("overrides/fragments/practice.html", "{%", "{% nonsense %}{%", "overrides/fragments/practice.html:1:1 模板不合写法：没有“nonsense”这个标签 改法"),
    "a template while it is filled": ("overrides/partials/footer.html", "<footer", "{{ 1 / 0 }}<footer", "overrides/partials/footer.html:1:1 模板填不了。除数是 0 改法"),
    "code that is no Python": ("macros/library/urls.py", "from ", "from from ", "macros/library/urls.py:8:6 代码不合 Python 的写法：写法不对 改法"),
    "code that can't be loaded": ("macros/library/urls.py", "from ", "nowhere\nfrom ", "macros/library/urls.py:8:1 代码出错。没有“nowhere”这个名字 改法"),
    "code that fails": ("macros/pages/practice.py", "\ndef plans(", "\ndef plans(*_, **__):\n    return nowhere\n\n\ndef _plans(",
                        "代码出错。没有“nowhere”这个名字 改法"),
    "settings that are no YAML": ("mkdocs.yml", "theme:", "theme: [", "mkdocs.yml:11:11 不合 YAML 的写法：方括号里少了逗号，或没有关上 改法：各项之间写半角逗号，末尾补上 ]"),
    "settings that are wrong": ("mkdocs.yml", "docs_dir: ", "docs_dir: nowhere # ", "mkdocs.yml:1:1 设置不对：“docs_dir”：没有“"),
    "settings of the wrong kind": ("mkdocs.yml", "use_directory_urls: false", "use_directory_urls: perhaps", "mkdocs.yml:1:1 设置不对：“use_directory_urls”：类型不对，该是 <class 'bool'>，写的是 <class 'str'> 改法"),
    "a plugin that is not installed": ("mkdocs.yml", "  - macros:", "  - nowhere\n  - macros:", "mkdocs.yml:1:1 设置不对：“plugins”：没有装“nowhere”这个插件 改法"),
}


@pytest.mark.parametrize("broken", PROJECT_FILES.values(), ids=PROJECT_FILES.keys())
def test_a_broken_file_of_the_project_keeps_the_last_good_site(shared: Preview, broken: tuple[str, str, str, str]) -> None:
    name, old, new, said = broken
    with spoilt(shared, name, (shared.root / name).read_text(encoding="utf-8").replace(old, new, 1)):
        shared.says(said)
    shared.is_good()


@pytest.mark.parametrize("folder", ["data", "docs", "overrides", "macros"])
def test_a_folder_that_goes_and_comes_back_is_seen_each_time(shared: Preview, folder: str) -> None:
    place, away = shared.root / folder, shared.root.parent / "away"
    place.rename(away)
    shared.shows("practices/pei-xun.html", KEPT)
    away.rename(place)
    shared.is_good()
    _replace(place, lambda new: None)
    shared.is_good()


def test_what_is_mended_where_nobody_looks_is_seen_by_a_later_try(shared: Preview) -> None:
    """As when a disk has room again: nothing that is watched has changed."""
    gate = shared.root.parent / "gate"
    code = (shared.root / "macros/library/urls.py").read_text(encoding="utf-8")
    with spoilt(shared, "macros/library/urls.py", f"{code}\n\nopen({str(gate)!r}).close()\n"):
        said = f"代码出错。没有这个文件或文件夹（{gate}）"
        shared.says(said)
        shared.wait_for_builds(1)
        told = shared.log.count(said)
        shared.wait_for_builds(3)  # tried again by itself, it says the same, and does not say it again
        assert shared.log.count(said) == told
        gate.touch()
        shared.is_good()
    shared.is_good()


def _replace(place: Path, change: Callable[[Path], None]) -> None:
    """As git and unzip do it: a new folder in the place of the old."""
    new = place.with_name("new")
    shutil.copytree(place, new)
    change(new)
    shutil.rmtree(place)
    new.rename(place)


def test_a_folder_that_was_replaced_is_watched_again(preview: Preview) -> None:
    def change(word: str, other: str) -> Callable[[Path], None]:
        def edit(new: Path) -> None:
            file = new / "practices/pei-xun.yml"
            file.write_text(file.read_text(encoding="utf-8").replace(word, other), encoding="utf-8")
        return edit

    _replace(preview.root / "data", change("委员轮训。", "委员第二次培训。"))
    preview.shows("practices/pei-xun.html", "委员第二次培训。")
    shutil.rmtree(preview.root / "data")
    preview.says("data:1:1 没有这个数据文件夹")
    shutil.copytree(SMALL, preview.root / "data")
    preview.shows("practices/pei-xun.html", "委员轮训。", no_more=KEPT)
    preview.edit("data/practices/pei-xun.yml", "委员轮训。", "委员第三次培训。")
    preview.shows("practices/pei-xun.html", "委员第三次培训。")
    _replace(preview.root / "docs", lambda new: (new / "index.md").write_text(GOOD + "\n又一句\n", encoding="utf-8"))
    preview.shows("index.html", "又一句")
    preview.write("docs/index.md", GOOD + "\n再一句\n")
    preview.shows("index.html", "再一句")


def test_many_saves_in_a_row_end_with_the_last_and_leave_nothing(preview: Preview) -> None:
    file = "data/practices/pei-xun.yml"
    text = (preview.root / file).read_text(encoding="utf-8")
    for n in range(40):
        # Every third is broken, as a file is while somebody types.
        preview.write(file, text.replace("委员轮训。", f"委员第{n}次培训。") if n % 3 else text[:-n * 7 - 20])
        time.sleep(preview.often / 5)
    preview.write(file, text.replace("委员轮训。", "委员最后一次培训。"))
    preview.shows("practices/pei-xun.html", "委员最后一次培训。", no_more=KEPT)
    assert preview.is_found("委员最后一次培训。")
    folders = [name for name in preview.left() if name.startswith("mkdocs_")]
    assert len(folders) == 1
    assert len(processes.of_session(preview.process.pid)) <= 3  # the server, the builder, what follows a build


def _ends(preview: Preview, number: int) -> None:
    preview.process.send_signal(number)
    preview.process.wait(PATIENCE)
    assert processes.all_gone(preview.process.pid)
    assert preview.left() == []


def _hang_up() -> int:
    """SIGHUP; whoever started the tests may ignore it, and so does what they start."""
    return signal.SIGTERM if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN else signal.SIGHUP


def _ends_at_work(preview: Preview, number: int) -> None:
    preview.edit("data/practices/pei-xun.yml", "委员轮训。", "委员轮流培训。")
    _wait_for(lambda: any(name.endswith("-last") for name in preview.left()))
    _ends(preview, number)
    assert "Traceback" not in preview.log


def test_told_to_end_while_it_builds_it_leaves_nothing(tmp_path: Path) -> None:
    with previewed(tmp_path) as preview:
        preview.is_good()
        _ends_at_work(preview, _hang_up())


def test_a_builder_whose_preview_was_killed_tidies_up(tmp_path: Path) -> None:
    with previewed(tmp_path) as preview:
        preview.is_good()
        _ends(preview, signal.SIGKILL)


def test_a_builder_that_is_killed_is_followed_by_another(tmp_path: Path) -> None:
    with previewed(tmp_path) as preview:
        preview.is_good()
        for builder in processes.of_session(preview.process.pid):
            if builder != preview.process.pid:
                os.kill(builder, signal.SIGKILL)
        preview.edit("data/practices/pei-xun.yml", "委员轮训。", "委员轮流培训。")
        preview.shows("practices/pei-xun.html", "委员轮流培训。", no_more="忽然结束")
        assert "生成网站的进程忽然结束了" in preview.log
        _ends(preview, _hang_up())
        assert "Traceback" not in preview.log


def _wait_for(seen: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not seen():
        assert time.monotonic() < end
        time.sleep(0.002)


def test_a_library_that_is_broken_when_the_preview_starts_comes_up_when_it_is_mended(tmp_path: Path) -> None:
    def spoil(root: Path) -> None:
        (root / "docs/index.md").write_text(HEAD + "{{ practi", encoding="utf-8")

    with previewed(tmp_path, spoil) as preview:
        page = preview.shows("index.html", NOTHING_YET)
        assert f"docs/index.md:6:1 {MACRO}" in told(page)
        assert "网站还没有生成。检查完毕：1 处错误" in preview.log
        preview.write("docs/index.md", GOOD)
        preview.shows("index.html", "培训", no_more=NOTHING_YET)
        preview.write("docs/index.md", HEAD + "{{ practi")
        preview.says(f"docs/index.md:6:1 {MACRO}")
        preview.write("docs/index.md", GOOD)
        preview.is_good()
        _ends_at_work(preview, signal.SIGTERM)


def test_a_port_that_is_taken_is_told(shared: Preview) -> None:
    done = subprocess.run([sys.executable, "-m", "macros.site.program", "serve", "--quiet", "--dev-addr", shared.address], cwd=shared.root,
                          env={**os.environ, "TMPDIR": str(shared.temporary), "NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.endswith(f"\n预览开不了（http://{shared.address}/）：这个端口已经有程序在用\n"
                           "  改法：关掉那个程序，或换一个端口，例如 make serve ADDRESS=127.0.0.1:8001\n")


def test_a_full_disk_is_told_and_the_last_good_site_stays(tmp_path: Path) -> None:
    (tmp_path / "tmp").mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(tmp_path / "tmp")], capture_output=True, text=True)
    if mounted.returncode:
        pytest.skip(f"这里不许挂载小磁盘：{mounted.stderr.strip()}")
    try:
        (tmp_path / "inside").mkdir()  # the project lies on another disk
        with previewed(tmp_path / "inside", TMPDIR=str(tmp_path / "tmp")) as preview:
            preview.is_good()
            filling = tmp_path / "tmp/filling"
            with filling.open("wb", buffering=0) as file, pytest.raises(OSError, match="No space left"):
                while True:
                    file.write(b"x" * 4096)
            preview.edit("data/practices/pei-xun.yml", "委员轮训。", "委员轮流培训。")
            page = preview.shows("practices/pei-xun.html", KEPT)
            assert "磁盘满了，写不下网页" in told(page)
            # Tried again by itself, it says the same, and says it once.
            preview.wait_for_builds(3)
            assert preview.log.count("磁盘满了，写不下网页") == 1
            filling.unlink()
            preview.shows("practices/pei-xun.html", "委员轮流培训。", no_more=KEPT)
    finally:
        subprocess.run(["umount", str(tmp_path / "tmp")], check=True)


def test_the_banner_lists_so_many_and_counts_the_rest() -> None:
    from macros.findings import Finding

    many = [Finding(f"data/practices/{n}<b>.yml", n, 1, "x", "<script>alert(1)</script>", "\u202e改") for n in range(200)]
    html = banner.html(many, kept=True)
    assert html.count("<li>") == banner.MANY + 1
    assert "另外 180 处列在终端里。" in html
    assert "<script>" not in html
    assert "0<b>" not in html
    assert "\u202e" not in html
    assert banner.on_top(b"<html><body class='x'><p>y", "N") == b"<html><body class='x'>N<p>y"
