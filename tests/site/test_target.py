"""A folder is replaced only with proof that what it holds is our own."""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.site import atomic_build, fingerprint, target
from tests.conftest import PROJECT, SMALL
from tests.site.conftest import Library, everything
from tests.small_tree import write_pages

ELSEWHERE = "用 --site（或 SITE=）换一个还不存在的文件夹，例如 --site site"
RELEASE = "20261124T083012Z-76c31ff6f78c"


def refused(library: Library, site: str) -> str:
    """What a refused build says; it ends with 1 and touches nothing at all."""
    before = everything(library.root.parent)
    done = library.kb("--site", site)
    assert everything(library.root.parent) == before
    assert done.exit_code == 1, done.output
    assert "Traceback" not in done.output
    return done.output


def published(dest: Path) -> None:
    (dest / "releases" / RELEASE).mkdir(parents=True)
    (dest / "releases" / RELEASE / "index.html").write_text("发布了", encoding="utf-8")
    (dest / "current").symlink_to(Path("releases") / RELEASE)


@pytest.mark.parametrize(("site", "reason"), [
    (".", "“.”就是这个库的文件夹，或者里面有它：网站会把它整个换掉"),
    ("site/..", "“site/..”就是这个库的文件夹，或者里面有它：网站会把它整个换掉"),
    ("..", "“..”就是这个库的文件夹，或者里面有它：网站会把它整个换掉"),
    ("../库", "“../库”就是这个库的文件夹，或者里面有它：网站会把它整个换掉"),
    ("data", "“data”就是数据文件夹，或者里面有它：网站会把它整个换掉"),
    ("docs", "“docs”就是手写页面的文件夹，或者里面有它：网站会把它整个换掉"),
    ("overrides", "“overrides”就是这个库自己要用的文件夹，或者里面有它：网站会把它整个换掉"),
    ("/", "“/”是整个磁盘的根文件夹，不能放网站"),
    ("/proc/x", "“/proc/x”在系统自己的文件夹“/proc”里，那里放不了网站"),
    ("/dev/x", "“/dev/x”在系统自己的文件夹“/dev”里，那里放不了网站"),
    ("../../家", "“../../家”是个人的主文件夹，或者里面有它，不能放网站"),
])
def test_what_is_or_holds_something_of_value(library: Library, site: str, reason: str) -> None:
    assert refused(library, site) == f"出错了：没有生成网站：{reason}\n  改法：{ELSEWHERE}\n"


@pytest.mark.parametrize(("site", "called"), [
    ("data/practices", "数据文件夹“{}/data”"), ("data/新的", "数据文件夹“{}/data”"), ("docs/topics/site", "手写页面的文件夹“{}/docs”"),
    ("macros/site", "这个库自己要用的文件夹“{}/macros”"), (".github/x", "这个库自己要用的文件夹“{}/.github”"),
    ("tests/x/y", "这个库自己要用的文件夹“{}/tests”"), ("../链接/site", "数据文件夹“{}/data”"),
])
def test_what_lies_in_an_input(library: Library, site: str, called: str) -> None:
    (library.root.parent / "链接").symlink_to(library.root / "data")
    assert f"在{called.format(library.root)}里面，下次生成会把网站也当成内容读进去" in refused(library, site)


def test_inputs_elsewhere_and_what_is_linked_into_them(library: Library) -> None:
    other = library.root.parent / "另一处"
    shutil.copytree(library.root / "data", other / "data")
    shutil.copytree(library.root / "docs", other / "docs")
    (library.root.parent / "做法").mkdir()
    (other / "data/more").symlink_to(library.root.parent / "做法")
    before = everything(library.root.parent)
    for site, reason in ((other, "里面有它"), (other / "data", "就是数据文件夹"), (other / "docs/x", "里面"),
                         (library.root / "docs", "就是这个库自己要用的文件夹"), (library.root.parent / "做法", "就是通过链接用到的文件夹"),
                         (library.root.parent / "做法/site", "在通过链接用到的文件夹")):
        done = library.kb("--data", str(other / "data"), "--docs", str(other / "docs"), "--site", str(site))
        assert (done.exit_code, reason in done.output) == (1, True), done.output
        assert everything(library.root.parent) == before
    assert library.kb("--data", str(other / "data"), "--docs", str(other / "docs"), "--site", str(other / "site")).exit_code == 0


@pytest.mark.parametrize("site", ["{}", "{}/current", "{}/releases", "{}/releases/" + RELEASE, "{}/releases/x", "{}/current/x", "{}/.kb-work", "读者"])
def test_a_publish_target(library: Library, site: str) -> None:
    published(library.root.parent / "srv")
    Path("读者").symlink_to(library.root.parent / "srv/current")
    assert "是发布用的文件夹（kb publish 放各个版本的地方），读者看的就在里面\n" in refused(library, site.format("../srv"))


def test_a_publish_target_is_known_before_anything_is_published(library: Library) -> None:
    for name in (".kb-work/", ".kb-lock"):
        dest = library.root.parent / f"srv{name.strip('/')}"
        (dest / "releases").mkdir(parents=True)
        (dest / name).mkdir() if name.endswith("/") else (dest / name).touch()
        assert "是发布用的文件夹" in refused(library, str(dest))


def test_a_publish_builds_in_its_own_working_folder(library: Library) -> None:
    published(library.root.parent / "srv")
    (library.root.parent / "srv/.kb-work").mkdir()
    assert library.build(library.root.parent / "srv/.kb-work/site").files == 2


@pytest.mark.parametrize("name", [".git/HEAD", ".git", ".svn/x"])
def test_a_repository(library: Library, name: str) -> None:
    (library.root.parent / "别的" / name).parent.mkdir(parents=True)
    (library.root.parent / "别的" / name).write_text("x", encoding="utf-8")
    assert "是一个代码仓库" in refused(library, "../别的")
    if name == ".git/HEAD":
        assert "是一个代码仓库" in refused(library, "../别的/.git/site")


def test_a_folder_with_a_letter(library: Library) -> None:
    Path("site").mkdir()
    Path("site/letter.txt").write_text("信", encoding="utf-8")
    assert refused(library, "site") == (
        "出错了：没有生成网站：“site”里已经有东西（letter.txt），不能证明是以前生成的网站，没有动它\n"
        f"  改法：{ELSEWHERE}-2；里面的都不要了，就自己删去这个文件夹再生成\n")


def test_an_empty_word_is_no_folder_and_a_home_is_followed(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    done = library.kb("--site", "")
    assert done.exit_code == 2
    assert "这里是空的，要写一个文件夹或文件" in done.output
    monkeypatch.setenv("HOME", str(library.root.parent / "另一个家"))
    assert library.kb("--site", "~/网站").exit_code == 0
    assert (library.root.parent / "另一个家" / "网站" / "index.html").is_file()
    assert not Path("~").exists()


def test_the_advice_names_the_option_of_the_command_and_a_folder_that_is_free(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("site", "site-2"):
        Path(name).mkdir()
    assert target.elsewhere() == "用 --site（或 SITE=）换一个还不存在的文件夹，例如 --site site-3"
    monkeypatch.setattr(sys, "argv", ["/usr/bin/mkdocs", "build"])
    assert target.elsewhere() == "用 -d（或 SITE=）换一个还不存在的文件夹，例如 mkdocs build -d site-3"


def test_every_folder_of_the_project_is_known_as_its_own() -> None:
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, check=True).stdout.decode().split("\0")
    assert tuple(sorted({name.partition("/")[0] for name in tracked if "/" in name})) == atomic_build.SHIPPED


@pytest.mark.parametrize("made", ["hidden", "link", "dangling", "cached"])
def test_whatever_it_is_that_a_folder_holds(library: Library, made: str) -> None:
    Path("site/sub/__pycache__").mkdir(parents=True)
    if made == "hidden":
        Path("site/sub/.x").touch()
    elif made == "cached":
        Path("site/sub/__pycache__/x").touch()
    else:
        Path("site/sub/x").symlink_to(library.root / "data" if made == "link" else "nowhere")
    assert "里已经有东西（sub/" in refused(library, "site")


def test_an_empty_folder_and_one_that_is_not_there(library: Library) -> None:
    Path("leer/unten").mkdir(parents=True)
    assert library.kb("--site", "leer").exit_code == 0
    assert library.kb("--site", "neu/unten/site").exit_code == 0
    assert Path("leer/index.html").is_file() and Path("neu/unten/site/index.html").is_file()


def test_our_own_site_is_replaced(library: Library) -> None:
    assert library.kb().exit_code == 0
    assert "没有变化，文件都没有动" in library.kb().output
    library.change()
    assert "3 个文件有变化" in library.kb().output
    assert sorted(everything(library.root / "site")) == ["b.html", "index.html"]
    assert sorted(p.name for p in library.root.iterdir() if "site" in p.name) == [".site-stamp", "site"]


def test_what_the_user_put_into_our_site(library: Library) -> None:
    library.kb()
    file = Path("site/letter.txt")
    file.write_text("信", encoding="utf-8")
    library.change()
    assert "“site”里有不是生成出来的文件：letter.txt；生成会把它们删去，所以没有动\n" in refused(library, "site")
    file.unlink()
    assert library.kb().exit_code == 0


def test_a_site_in_the_place_of_ours_is_not_ours(library: Library) -> None:
    library.kb()
    for file in Path("site").rglob("*.html"):
        file.write_text("另一个网站的页面", encoding="utf-8")
    assert "不能证明是以前生成的网站，没有动它" in refused(library, "site")


@pytest.mark.parametrize("what", ["changed", "same-size", "link"])
def test_a_page_of_ours_that_was_changed_is_made_again(library: Library, what: str) -> None:
    library.kb()
    file = Path("site/index.html")
    made = file.read_bytes()
    if what == "link":
        file.unlink()
        file.symlink_to(library.root / "docs/index.md")
    else:
        file.write_text({"changed": "改过了", "same-size": "x" * len(made.decode())}[what], encoding="utf-8")
        os.utime(file, (1_900_000_000, 1_900_000_000))
    assert library.kb().exit_code == 0
    assert not file.is_symlink()
    assert file.read_bytes() == made
    assert (library.root / "docs/index.md").read_text(encoding="utf-8") == "x"


def test_many_files_are_counted(library: Library) -> None:
    library.kb()
    for number in range(9):
        Path(f"site/{number}.txt").touch()
    assert "0.txt、1.txt、2.txt、3.txt、4.txt 等 9 个文件" in refused(library, "site")


def test_what_a_system_puts_into_a_folder_is_nobodys(library: Library) -> None:
    library.kb()
    Path("site/practices/.DS_Store").touch()
    assert library.kb().exit_code == 0
    assert not Path("site/practices/.DS_Store").exists()


def test_what_comes_while_the_build_goes_on(library: Library) -> None:
    library.kb()
    library.change()
    library.meanwhile = lambda: Path("site/letter.txt").write_text("信", encoding="utf-8")
    done = library.kb()
    assert done.exit_code == 1 and "letter.txt" in done.output
    assert everything(library.root / "site") == {"index.html": "首页", "practices": "", "practices/a.html": "甲", "letter.txt": "信"}


def test_a_site_of_an_older_version(library: Library) -> None:
    library.kb()
    digest = fingerprint.of_folder(fingerprint.scan(library.root / "site"))
    Path(".site-stamp").write_text(json.dumps(["0" * 64, digest]), encoding="utf-8")
    assert library.kb().exit_code == 0
    Path(".site-stamp").write_text(json.dumps(["0" * 64, digest]), encoding="utf-8")
    Path("site/letter.txt").write_text("信", encoding="utf-8")
    assert "letter.txt" in refused(library, "site")


@pytest.mark.parametrize("text", ["我的", "[]", "{}", '{"files": {}, "before": 1, "inputs": ""}', '["a", "b"]', "[" * 100_000])
def test_a_file_that_happens_to_be_called_like_our_note(library: Library, text: str) -> None:
    Path(".site-stamp").write_text(text, encoding="utf-8")
    assert "不是生成网站时留下的，这个名字却是生成网站要用的\n  改法：把它移走或改名，再生成\n" in refused(library, "site")


@pytest.mark.parametrize("site_is_there", [True, False])
@pytest.mark.parametrize("name", [".site-old", ".site-new-1", ".site-new-999999999", ".site-new-999999999-1", ".site-last", "site-last"])
def test_folders_that_happen_to_be_called_like_ours(library: Library, name: str, site_is_there: bool) -> None:
    if site_is_there:
        library.kb()
    Path(name).mkdir()
    for file in ("letter.txt", "site", "old"):
        Path(name, file).write_text("信", encoding="utf-8")
    library.change()
    assert library.kb().exit_code == 0
    assert everything(library.root / name) == dict.fromkeys(("letter.txt", "site", "old"), "信")
    assert Path("site/b.html").is_file()


def test_a_folder_in_a_built_site(library: Library) -> None:
    library.kb()
    assert "“site/sub”在另一个生成好的网站" in refused(library, "site/sub")


def test_a_site_that_is_a_link(library: Library) -> None:
    disk = library.root.parent / "盘"
    disk.mkdir()
    Path("site").symlink_to(disk / "网站")
    assert library.kb().exit_code == 0  # the link leads to nothing yet
    assert "没有变化" in library.kb().output
    library.change()
    assert "3 个文件有变化" in library.kb().output
    assert Path("site").readlink() == disk / "网站"
    assert sorted(everything(disk)) == [".网站-stamp", "网站", "网站/b.html", "网站/index.html"]
    Path("site/letter.txt").write_text("信", encoding="utf-8")
    assert f"“site”（也就是 {disk / '网站'}）里有不是生成出来的" in refused(library, "site")


@pytest.mark.parametrize(("to", "reason"), [("data", "就是数据文件夹"), (".", "就是这个库的文件夹"), ("docs/index.md", "是一个文件，不是文件夹"),
                                            ("/", "是整个磁盘的根文件夹"), ("site", "链接绕成了圈"), ("docs/index.md/x", "有一段是文件")])
def test_a_link_to_what_must_not_be_replaced(library: Library, to: str, reason: str) -> None:
    Path("site").symlink_to(library.root / to)
    assert reason in refused(library, "site")


def test_a_target_that_is_a_file(library: Library) -> None:
    Path("site").write_text("x", encoding="utf-8")
    assert "“site”是一个文件，不是文件夹\n" in refused(library, "site")
    assert "“site/x”路径里有一段是文件" in refused(library, "site/x").replace(f"{library.root}/", "")


def test_a_mount_point(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("site").mkdir()
    monkeypatch.setattr(os.path, "ismount", lambda path: str(path).endswith("/site"))
    assert "“site”是一个挂载点（或者在镜像的只读层里），不能整个换掉\n  改法：把网站放到它里面的一个文件夹，例如在后面加上 /site\n" in refused(library, "site")


def test_a_folder_that_is_mounted_from_the_same_disk(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("网 站").mkdir()
    read = Path.read_bytes
    line = f"36 35 98:0 /x {library.root}/网\\040站 rw,noatime - ext4 /dev/root rw\n".encode()
    monkeypatch.setattr(Path, "read_bytes", lambda self: line if str(self) == "/proc/self/mountinfo" else read(self))
    assert "“网 站”是一个挂载点" in refused(library, "网 站")
    assert library.kb("--site", "网 站/site").exit_code == 0


def test_a_mount_point_that_shows_only_when_it_is_exchanged(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    library.kb()
    library.change()
    Path("leer").mkdir()
    rename = Path.rename

    def busy(self: Path, target: Path) -> Path:
        if self.name in ("site", "leer") and target.name == "old":
            raise OSError(16, "Device or resource busy", str(self))
        return rename(self, target)

    before = everything(library.root / "site")
    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", busy)
        done = library.kb()
        assert (done.exit_code, "是一个挂载点" in done.output) == (1, True), done.output
        assert everything(library.root / "site") == before
        assert "“leer”是一个挂载点" in refused(library, "leer").replace(f"{library.root}/", "")
    assert library.kb().exit_code == 0
    assert library.kb("--site", "leer/site").exit_code == 0


@pytest.mark.parametrize(("gone", "message"), [
    ("data", "没有“data”这个数据文件夹\n  改法：在库的根文件夹里运行，或用 --data 指明"),
    ("docs", "没有“docs”这个手写页面的文件夹\n  改法：在库的根文件夹里运行，或用 --docs 指明"),
    ("mkdocs.yml", "kb 装在“{}”，那里没有库的 mkdocs.yml\n  改法：到库的根文件夹里重新安装：pip install --no-deps -e ."),
])
def test_a_wrong_folder(library: Library, gone: str, message: str) -> None:
    Path(gone).rename("../weg")
    assert refused(library, "site") == f"出错了：没有生成网站：{message.format(library.root)}\n"


def test_mkdocs_itself_empties_no_folder_of_the_users(tmp_path: Path) -> None:
    """`mkdocs build` without `kb` empties its folder first: it refuses what it can't prove, and notes what it made."""
    write_pages(SMALL, tmp_path / "docs")
    site = tmp_path / "site"
    site.mkdir()
    (site / "letter.txt").write_text("信", encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(PROJECT / "mkdocs.yml"), "--site-dir", str(site)]

    def run(*before: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run([*before, *command], env={**os.environ, "DATA": str(SMALL), "DOCS": str(tmp_path / "docs")}, cwd=tmp_path,
                              capture_output=True, text=True, check=False)

    done = run()
    assert done.returncode == 1
    assert "里已经有东西（letter.txt），不能证明是以前生成的网站，没有动它" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert everything(site) == {"letter.txt": "信"}
    (site / "letter.txt").unlink()
    if os.name == "posix":
        done = run("sh", "-c", 'ulimit -f 8; exec "$@"', "sh")
        assert done.returncode == 1
        assert "文件超过了允许的大小\n  改法：请管理员放宽文件大小的限制（ulimit -f），再来一次" in done.stdout + done.stderr
        assert "Traceback" not in done.stderr
        shutil.rmtree(site)
    assert run().returncode == 0
    mark = fingerprint.read(site)
    assert mark is not None and mark.strangers(fingerprint.scan(site)) == []


@pytest.mark.parametrize("gone", ["overrides", "overrides/main.html", "overrides/fragments", "overrides/partials/footer.html"])
def test_a_template_that_is_gone(library: Library, gone: str) -> None:
    Path(gone).rename("../weg")
    assert refused(library, "site") == (f"出错了：没有生成网站：没有 {gone}，网页的模板不全\n  改法：从 git 取回来：git checkout -- {gone}；"
                                        "不是克隆来的，就从原来的压缩包里再解压一份\n")
    with pytest.raises(target.TargetRefused, match="网页的模板不全"):  # mkdocs without kb
        atomic_build.examine(library.root, Path("data"), Path("docs"), Path("site"))


def test_the_templates_that_the_theme_asks_for_are_all_known() -> None:
    """Those of ours that stand in for one of the theme's, or that MkDocs asks for."""
    theme = Path(next(iter(importlib.util.find_spec("material").submodule_search_locations)), "templates")  # type: ignore[union-attr, arg-type]
    ours = [p.relative_to(PROJECT / "overrides").as_posix() for p in (PROJECT / "overrides").rglob("*") if p.is_file()]
    assert sorted(name for name in ours if (theme / name).exists() or name == "sitemap.xml") == sorted({*atomic_build.TEMPLATES} - {"fragments"})
