"""`kb publish`: what a person types, reads and gets."""

import errno
import importlib
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from macros.cli import main
from macros.publishing import access
from macros.site import fingerprint
from macros.site.atomic_build import BuildFailed

# The command, not the package of the same name.
publishing = importlib.import_module("macros.cli.publish")
SAMPLES = Path(__file__).parents[1] / "publishing"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library's folder with data and a built site, which commands run in."""
    shutil.copytree(SAMPLES / "library", tmp_path / "kb/data")
    shutil.copytree(SAMPLES / "site", tmp_path / "kb/site")
    (tmp_path / "kb/mkdocs.yml").write_text(
        "site_name: 甲县实践库\nmarkdown_extensions:\n  - x: !!python/name:material.x\nextra:\n  a: !ENV [A, b]\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "kb")
    monkeypatch.setattr(publishing, "PROJECT", tmp_path / "kb")
    monkeypatch.delenv("DATA", raising=False)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    # Folders of tests are for their owner only.
    monkeypatch.setattr(access, "TOP", tmp_path / "kb")
    return tmp_path / "kb"


@pytest.fixture
def kb(project: Path) -> Callable[..., Result]:
    def run(*words: str) -> Result:
        return CliRunner().invoke(main, ["publish", *words], prog_name="kb")

    return run


def test_publish_and_roll_back(kb: Callable[..., Result], project: Path) -> None:
    done = kb("srv", "--site", "site")
    assert done.exit_code == 0, done.output
    first = (project / "srv/current").resolve().name
    assert done.output == f"已发布：srv/current → {first}，25 个文件。\n"
    assert kb("srv", "--site", "site").output == f"内容和当前版本 {first} 一样，没有新建版本。\n"
    page = project / "site/index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("全部做法", "所有做法"), encoding="utf-8")
    assert kb("srv", "--site", "site").exit_code == 0
    second = (project / "srv/current").resolve().name
    assert kb("srv", "--rollback").output == f"已从 {second} 退回到 {first}。\n"
    none = kb("srv", "--rollback")
    assert (none.exit_code, none.output) == (1, "出错了：没有更早的版本可退\n  改法：用 kb publish 发布一个新的版本\n")


def test_old_releases_go(kb: Callable[..., Result], project: Path) -> None:
    kb("srv", "--site", "site")
    first = (project / "srv/current").resolve().name
    (project / "site/more.txt").write_text("多一个文件", encoding="utf-8")
    assert kb("srv", "--site", "site", "--keep", "1").output.endswith(f"清理了 1 个旧版本：{first}。\n")


def test_findings_are_told_with_their_place(kb: Callable[..., Result], project: Path) -> None:
    page = project / "site/glossary.html"
    page.write_text(page.read_text(encoding="utf-8").replace("<h1>", '<h1 onclick="x()">'), encoding="utf-8")
    done = kb("srv", "--site", "site")
    assert done.exit_code == 1
    assert done.output == (
        "glossary.html:13:1: 错误[inline-script] 页面里写了 onclick=\n  改法：在脚本文件里用 addEventListener\n"
        "有 1 处不对，没有发布，读者看到的还是原来那一版。\n")
    assert not (project / "srv/current").exists()


def test_many_findings_are_cut_short(kb: Callable[..., Result], project: Path) -> None:
    page = project / "site/glossary.html"
    page.write_text(page.read_text(encoding="utf-8") + '<a href="x.html"></a>\n' * 60, encoding="utf-8")
    done = kb("srv", "--site", "site")
    assert done.output.count("broken-link") == 50
    assert done.output.endswith("……另有 10 处。\n有 60 处不对，没有发布，读者看到的还是原来那一版。\n")


def test_original_text_stops_it_unless_allowed(kb: Callable[..., Result], project: Path) -> None:
    words = "委员每个季度到社区听取群众意见并把收集到的问题逐条登记逐条答复逐条销号做到件件有着落"
    (project / "data/originals").mkdir()
    (project / "data/originals/README.md").write_text("讲怎样编组。" * 30, encoding="utf-8")
    (project / "data/originals/bian-zu.txt").write_text(f"标题\n{words}。\n", encoding="utf-8")
    page = project / "site/glossary.html"
    page.write_text(page.read_text(encoding="utf-8").replace("原文没有解释", words), encoding="utf-8")
    done = kb("srv", "--site", "site")
    assert done.exit_code == 1
    assert f"glossary.html:1:1: 错误[original-text] 这里有原文的 42 个字：“{words[:24]}…”" in done.output
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("  publish_originals: true\n")
    assert kb("srv", "--site", "site").exit_code == 0


def test_the_project_path_stops_it(kb: Callable[..., Result], project: Path) -> None:
    (project / "site/assets/note.txt").write_text(f"built in {project}/docs", encoding="utf-8")
    assert f"assets/note.txt:1:10: 错误[leaked-path] 文件里有本机的路径 {project}\n" in kb("srv", "--site", "site").output


def test_pack_unpack_verify(kb: Callable[..., Result], project: Path) -> None:
    done = kb("--zip", "out", "--site", "site")
    (file,) = (project / "out").iterdir()
    assert done.output == f"已打包：out/{file.name}，25 个文件，版本 1.0.0。解压后双击 start.html。\n"
    with zipfile.ZipFile(file) as archive:
        archive.extractall(project / "copy")
    (folder,) = (project / "copy").iterdir()
    assert file.name == f"{folder.name}.zip"
    assert "甲县实践库" in (folder / "start.html").read_text(encoding="utf-8")
    assert kb("--verify", str(folder)).output == "核对通过：每个文件都和清单一致。\n"
    (folder / "site/glossary.html").unlink()
    broken = kb("--verify", str(folder))
    assert broken.exit_code == 1
    assert broken.output == (
        "site/glossary.html:1:1: 错误[missing] 文件不见了\n  改法：重新复制一份；再不对就重新打包\n"
        "出错了：核对没有通过：1 个文件不对\n  改法：换一份完整的\n")


def test_a_release_verifies_too(kb: Callable[..., Result]) -> None:
    kb("srv", "--site", "site")
    assert kb("--verify", "srv/current").exit_code == 0


def test_the_time_in_the_file_is_the_commits(kb: Callable[..., Result], project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795510212")
    kb("--zip", "a.zip", "--site", "site")
    with zipfile.ZipFile(project / "a.zip") as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 11, 24, 8, 50, 12)}


def test_without_a_site_it_builds(kb: Callable[..., Result], project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def build(_: Path, *, data: Path, docs: Path, site: Path) -> None:
        assert (data, docs) == (Path("data"), Path("docs"))
        shutil.copytree(SAMPLES / "site", site)

    monkeypatch.setattr(publishing, "build", build)
    assert kb("srv").exit_code == 0
    assert (project / "srv/current/practices/bian-zu-zhi.html").is_file()
    assert sorted(p.name for p in (project / "srv").iterdir()) == ["current", "releases"]


def test_a_build_that_fails(kb: Callable[..., Result], project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def build(*_: object, **__: object) -> None:
        raise BuildFailed

    monkeypatch.setattr(publishing, "build", build)
    done = kb("srv")
    assert (done.exit_code, done.output) == (1, "出错了：网站没有生成出来，没有发布\n  改法：先改好上面列出的问题\n")
    assert not (project / "srv").exists()


def test_a_build_that_says_why_it_failed(kb: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    def build(*_: object, **__: object) -> None:
        raise BuildFailed("磁盘满了", "腾出空间，再来一次")

    monkeypatch.setattr(publishing, "build", build)
    assert kb("srv").output == "出错了：网站没有生成出来，没有发布：磁盘满了\n  改法：腾出空间，再来一次\n"


def test_it_can_look_without_publishing(kb: Callable[..., Result], project: Path) -> None:
    before = sorted(project.rglob("*"))
    good = kb("--check", "--site", "site")
    assert (good.exit_code, good.output) == (0, "可以发布：25 个文件，没有不对的地方。\n")
    (project / "site/assets/x.md").write_text("甲", encoding="utf-8")
    bad = kb("--check", "--site", "site")
    assert bad.exit_code == 1
    assert bad.output == ("assets/x.md:1:1: 错误[source-file] 这是源文件，不该进网站\n"
                          "  改法：从 docs 里移走，或在 mkdocs.yml 的 exclude_docs 里排除\n有 1 处不对，不能发布。\n")
    (project / "site/assets/x.md").unlink()
    assert sorted(project.rglob("*")) == before


def test_a_site_that_is_only_looked_at_is_built_elsewhere(kb: Callable[..., Result], project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(project / "site")
    monkeypatch.setattr(publishing, "build", lambda _, *, data, docs, site: shutil.copytree(SAMPLES / "site", site))
    assert kb("--check").output == "可以发布：25 个文件，没有不对的地方。\n"
    assert sorted(p.name for p in project.iterdir()) == ["data", "mkdocs.yml"]


@pytest.mark.parametrize(("words", "message"), [
    (("srv", "--check"), "--check 只和 --site 一起用，例如：kb publish --check --site site"),
    ((), "写明发布到哪个文件夹，例如：kb publish /srv/kb"),
    (("--rollback",), "--rollback 只和 DEST 一起用，例如：kb publish /srv/kb --rollback"),
    (("srv", "--rollback", "--zip", "a.zip"), "--rollback 只和 DEST 一起用，例如：kb publish /srv/kb --rollback"),
    (("srv", "--verify", "copy"), "--verify 单独用，例如：kb publish --verify /srv/kb/current"),
])
def test_a_command_that_makes_no_sense(kb: Callable[..., Result], words: tuple[str, ...], message: str) -> None:
    done = kb(*words)
    assert done.exit_code == 2
    assert f"出错了：{message}\n" in done.output


@pytest.mark.parametrize(("words", "message"), [
    (("srv", "--site", "mei-you"), "出错了：没有“mei-you”这个文件夹\n  改法：先运行 make site，再用 --site 指明生成的文件夹\n"),
    (("srv", "--site", "site", "--data", "mei-you"), "出错了：没有“mei-you”这个数据文件夹\n  改法：在库的根文件夹里运行，或用 --data 指明\n"),
    (("srv", "--rollback"), "出错了：“srv”里还没有发布过\n  改法：先用 kb publish 发布一次\n"),
    (("--verify", "mei-you"), "出错了：“mei-you”里没有校验清单 SHA256SUMS.txt\n  改法：指明解压出来的文件夹（里面有这个清单），或一个发布好的版本\n"),
])
def test_folders_that_are_not_there(kb: Callable[..., Result], words: tuple[str, ...], message: str) -> None:
    done = kb(*words)
    assert (done.exit_code, done.output) == (1, message)


@pytest.mark.parametrize("name", ["两 个 字", "100%", "it's", '"甲"', "-rf", "--keep", "$HOME", "a;b", "%s %d {x}"])
def test_names_that_need_care(kb: Callable[..., Result], project: Path, name: str) -> None:
    (project / "site").rename(project / f"{name} site")
    (project / "data").rename(project / f"{name} data")
    inputs = (f"--site={name} site", f"--data={name} data")
    done = kb(*inputs, "--", name)
    assert done.exit_code == 0, done.output
    assert done.output.startswith(f"已发布：{name}/current → ")
    assert kb(*inputs, "--", name).output.startswith("内容和当前版本 ")
    assert kb(f"--verify={name}/current").output == "核对通过：每个文件都和清单一致。\n"
    assert kb(*inputs, f"--zip={name}.zip").output.startswith(f"已打包：{name}.zip，25 个文件")
    assert kb(*inputs, f"--zip={name} neu").output.startswith(f"已打包：{name} neu/kb-1.0.0.zip，25 个文件")
    (project / f"{name} site/more.txt").touch()
    assert kb(*inputs, "--", name).exit_code == 0
    assert kb("--rollback", "--", name).output.startswith("已从 ")


def test_a_name_that_a_terminal_would_obey(kb: Callable[..., Result]) -> None:
    done = kb("mei\n\x1b[2Jyou", "--rollback")
    assert (done.exit_code, done.output) == (1, "出错了：“mei��[2Jyou”里还没有发布过\n  改法：先用 kb publish 发布一次\n")


@pytest.mark.parametrize("words", [("data",), ("data/neu",), ("docs/neu",), ("site/neu",), ("macros",), (".git/neu",),
                                   ("--zip", "data"), ("--zip", "site/a.zip"), ("--zip", "docs/neu")])
def test_a_place_in_the_inputs(kb: Callable[..., Result], project: Path, words: tuple[str, ...]) -> None:
    done = kb(*words, "--site", "site")
    assert done.exit_code == 1
    assert "那里是生成网站要用的内容，不能放发布的东西\n  改法：换一个空的文件夹，或一个还没有的，例如 kb publish /srv/kb\n" in done.output
    assert list(project.rglob("current")) == list(project.rglob("*.zip")) == list(project.rglob("neu")) == []


@pytest.mark.parametrize("value", ["-1", "abc", "²", "9" * 30])
@pytest.mark.parametrize("words", [("srv",), ("--zip", "a.zip")])
def test_a_time_that_is_none(kb: Callable[..., Result], project: Path, monkeypatch: pytest.MonkeyPatch, value: str, words: tuple[str, ...]) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    done = kb(*words, "--site", "site")
    assert (done.exit_code, done.output) == (1, (
        f"出错了：环境变量 SOURCE_DATE_EPOCH 的值“{value}”不是时间：要写 1970 年以来的秒数，只有数字，例如 1795510212\n"
        "  改法：改正它，或删去这个环境变量\n"))
    assert sorted(p.name for p in project.iterdir()) == ["data", "mkdocs.yml", "site"]


@pytest.mark.parametrize(("value", "first", "date"), [
    ("0", (1980, 1, 1, 0, 0, 0), "1970年1月1日"), ("", (1980, 1, 1, 0, 0, 0), "1980年1月1日"),
    ("253402214400", (2107, 12, 31, 23, 59, 58), "9999年12月31日"),
])
def test_times_that_a_zip_does_not_know(kb: Callable[..., Result], project: Path, monkeypatch: pytest.MonkeyPatch, value: str,
                                        first: tuple[int, ...], date: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    assert kb("--zip", "a.zip", "--site", "site").exit_code == 0
    with zipfile.ZipFile(project / "a.zip") as archive:
        assert {entry.date_time for entry in archive.infolist()} == {first}
        assert f"<p>版本 1.0.0，{date}</p>" in archive.read("kb-1.0.0/start.html").decode()


def test_the_commit_in_the_name(kb: Callable[..., Result], project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publishing, "build", lambda _, *, site, **__: shutil.copytree(SAMPLES / "site", site))
    for part in ("docs", "macros", "overrides", "requirements"):
        (project / part).mkdir()
        (project / part / "site.txt").touch()

    def git(*words: str) -> str:
        return subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@b", *words], cwd=project, check=True, capture_output=True,
                              text=True).stdout.strip()

    (project / ".gitignore").write_text("/dist/\n/site/\n", encoding="utf-8")
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "erster")
    head = git("rev-parse", "HEAD")[:7]
    assert kb("--zip", "dist").output == (
        f"已打包：dist/kb-1.0.0-{head}.zip，25 个文件，版本 1.0.0，提交 {head}。解压后双击 start.html。\n")
    with zipfile.ZipFile(project / f"dist/kb-1.0.0-{head}.zip") as archive:
        assert {name.split("/")[0] for name in archive.namelist()} == {f"kb-1.0.0-{head}"}
        assert f"<p>版本 1.0.0，提交 {head}，" in archive.read(f"kb-1.0.0-{head}/start.html").decode()
    (project / "docs/neu.md").touch()
    assert f"已打包：dist/kb-1.0.0-{head}-modified.zip，" in kb("--zip", "dist").output
    # Of what commit a site is that was built before, nobody knows.
    assert "已打包：dist/kb-1.0.0.zip，" in kb("--zip", "dist", "--site", "site").output


def test_a_build_on_a_full_disk(kb: Callable[..., Result], project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kb("srv", "--site", "site")

    def build(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "x")

    monkeypatch.setattr(publishing, "build", build)
    done = kb("srv")
    assert done.exit_code == 1
    assert re.fullmatch(r"出错了：磁盘满了（“srv”所在的磁盘只剩 [\d.]+ MB 可用，这一次不够），没有发布，读者看到的还是原来那一版\n"
                        r"  改法：腾出空间，再试一次；要少留旧的版本，用 --keep 2\n", done.output)
    done = kb("--zip", "dist/a.zip")
    assert re.fullmatch(r"出错了：磁盘满了（“dist”所在的磁盘只剩 [\d.]+ MB 可用，这一次不够），没有打包，原来的文件没有动\n  改法：腾出空间，再试一次\n", done.output)
    assert sorted(p.name for p in (project / "srv").iterdir()) == ["current", "releases"]


def test_a_copy_that_can_not_be_read(kb: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    def verify(_: Path) -> None:
        raise OSError(errno.EIO, "Input/output error", "x/index.html")

    monkeypatch.setattr(publishing.checksums, "verify", verify)
    done = kb("--verify", "site")
    assert (done.exit_code, done.output) == (1, "出错了：磁盘读写出错（x/index.html），没有核对完\n  改法：检查磁盘，或换一块，再试一次\n")


@pytest.mark.parametrize("name", ["内部.docx", "~$内部.docx", "笔记.txt", "index.html"])
def test_what_came_into_a_built_site_is_not_published(kb: Callable[..., Result], project: Path, name: str) -> None:
    site = project / "site"
    fingerprint.write(site, "x", fingerprint.scan(site), {})
    assert kb("--check", "--site", "site").exit_code == 0
    with (site / name).open("a", encoding="utf-8") as file:
        file.write("<!-- 13800138000 -->")
    for words in (("--check", "--site", "site"), ("srv", "--site", "site")):
        done = kb(*words)
        assert done.exit_code == 1
        assert f"“site”里有不是生成出来的、或者生成以后改过的文件：{name}\n  改法：移走它们，重新生成（kb build），再发布" in done.output
    assert not (project / "srv").exists()
