"""No password and no path of a machine reaches the site by a setting, and no message repeats one."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.cli import main
from macros.reading.published import check
from tests.conftest import PROJECT
from tests.small_tree import Tree

SECRET = "mi-ma-123"  # noqa: S105 - nobody's
USER = "的地址里带着用户名或密码（@ 前面的部分），每一页都会写上它"
TOKEN = "里带着口令（token、key 一类），每一页都会写上它"  # noqa: S105
NO_SITE = "不是 http:// 或 https:// 开头的完整地址，读者打不开，还会说出这台电脑上的路径"


def _told(project: Path, text: str) -> list[str]:
    (project / "mkdocs.yml").write_text(text, encoding="utf-8")
    found = list(check(project))
    assert SECRET not in repr(found)
    return [f"{f.path}:{f.line}:{f.column} {f.code} {f.message}" for f in found]


@pytest.mark.parametrize(("value", "finding"), [
    (f"https://wang:{SECRET}@kb.example/", f"secret-address site_url {USER}"), (f"https://{SECRET}@kb.example/", f"secret-address site_url {USER}"),
    (f"wang:{SECRET}@kb.example", f"secret-address site_url {USER}"), (f"//wang:{SECRET}@kb.example", f"secret-address site_url {USER}"),
    (f"https://kb.example/?access_token={SECRET}", f"secret-address site_url {TOKEN}"),
    (f"https://kb.example/a?b=c&private_token={SECRET}", f"secret-address site_url {TOKEN}"),
    ("https://kb.example/glpat-abcdefghij0123456789", f"secret-address site_url {TOKEN}"),
    ("file:///srv/site/", f"site-address site_url {NO_SITE}"), ("kb.example", f"site-address site_url {NO_SITE}"),
    ("vscode://file/srv/{path}", f"site-address site_url {NO_SITE}"), ("javascript:x()", f"site-address site_url {NO_SITE}"),
    ("https://kb.example/?key=" + SECRET, f"secret-address site_url {TOKEN}"), ("https://kb.example/a b", f"site-address site_url {NO_SITE}"),
    ("https://", f"site-address site_url {NO_SITE}"), ("http://[", f"site-address site_url {NO_SITE}"),
])
def test_an_address_that_must_not_be_published(tmp_path: Path, value: str, finding: str) -> None:
    assert _told(tmp_path, f"site_name: 库\nsite_url: '{value}'\n") == [f"mkdocs.yml:2:11 {finding}"]


def test_the_variable_that_gave_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDIT_ADDRESS", f"https://wang:{SECRET}@git.example/{{path}}")
    assert _told(tmp_path, "extra:\n  edit_address: !ENV [EDIT_ADDRESS, '']\n") == [f"mkdocs.yml:2:17 secret-address 环境变量 EDIT_ADDRESS {USER}"]


def test_any_other_setting_that_is_shown_is_held_to_the_same(tmp_path: Path) -> None:
    assert _told(tmp_path, f"copyright: 'git https://a:{SECRET}@x.example/y'\nextra:\n  social: [{{link: 'file:///srv/a.doc'}}]\n") == [
        f"mkdocs.yml:1:12 secret-address copyright {USER}", "mkdocs.yml:3:19 leaked-path extra.social.link 里有本机的路径，网页上会写出来"]


@pytest.mark.parametrize("text", [
    "site_url: ''", "site_url: http://127.0.0.1:8000/lib/", "site_url: https://知识库.example/a@b/",
    "extra: {edit_address: 'https://git.example/-/edit/main/{path}?ref=main'}", "extra: {contact: 'bangong@kb.gov.cn', data: /home/li/kb/data}",
    "docs_dir: /home/li/kb/docs", "theme: {custom_dir: /home/li/kb/overrides}", "site_url: '  '",
])
def test_what_may_be_published(tmp_path: Path, text: str) -> None:
    assert _told(tmp_path, text) == []


@pytest.mark.parametrize(("name", "value"), [("SITE_URL", f"https://wang:{SECRET}@kb.example/"), ("EDIT_ADDRESS", f"vscode://file/{SECRET}/{{path}}"),
                                             ("SITE_URL", f"file:///{SECRET}/")])
def test_check_and_build_and_publish_refuse_it_and_do_not_repeat_it(tree: Tree, monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    monkeypatch.chdir(tree.root.parent)
    given = ["--data", str(tree.root), "--docs", str(tree.docs)]
    for words in (["check", *given], ["build", *given, "--site", "site"], ["publish", "out", *given]):
        result = CliRunner().invoke(main, words, prog_name="kb")
        assert result.exit_code == 1, words
        assert f"环境变量 {name} " in result.output
        assert "mkdocs.yml:" in result.output
        assert SECRET not in result.output
    assert not (tree.root.parent / "site").exists()


def test_an_export_refuses_it_too(tree: Tree, tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["export", "--data", str(tree.root), "--out", str(tmp_path / "out"), "--site", f"https://a:{SECRET}@b.example/"],
                                prog_name="kb")
    assert (result.exit_code, SECRET in result.output) == (2, False)
    assert f"网站的地址（--site 或 SITE_URL）{USER}" in result.output
    assert not (tmp_path / "out").exists()


def test_only_the_folder_of_the_theme_is_not_shown(tmp_path: Path) -> None:
    assert _told(tmp_path, "theme:\n  name: /home/li/kb/theme\n") == ["mkdocs.yml:2:9 leaked-path theme.name 里有本机的路径，网页上会写出来"]


def test_the_projects_own_settings_may_be_published() -> None:
    assert list(check(PROJECT)) == []
