"""Sending work on: with git in three steps, never over anything; without git a package with a report."""

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from macros.desk.told import errors_of
from tests import frozen
from tests.desk.conftest import Asked

ENTRY = "practices/quan-yuan-ru-wei"


def git(folder: Path, *arguments: str) -> str:
    return subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@b", *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Asked:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    root = tmp_path / "ku"
    shutil.copytree(frozen.DATA, root / "data")
    (root / "data" / "originals").mkdir()
    (root / ".gitignore").write_text("data/originals/\n")
    (root / "other.txt").write_text("x")
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "begin")
    git(tmp_path, "init", "-q", "--bare", "there.git")
    git(root, "remote", "add", "origin", str(tmp_path / "there.git"))
    git(root, "push", "-q", "origin", "main")
    return Asked(tmp_path, root / "data")


def test_three_steps_commit_the_entries_alone_and_push_the_own_copy(repository: Asked) -> None:
    asked, root = repository, repository.data.parent
    asked.say(ENTRY, {"summary": "换一句话。"})
    assert "还有 1 条没有存" in asked.get("/hand").get_data(as_text=True)
    asked.save(ENTRY)
    (root / "other.txt").write_text("mine")
    page = asked.get("/hand").get_data(as_text=True)
    assert "修改" in page and "“全员入委”" in page and "换一句话。" in page
    assert not any(word in page for word in ("commit", "branch", "push", "分支", "提交", "推送"))
    assert "先开一份自己的改稿" in asked.send("/hand", {"what": "write", "message": "x"}).get_data(as_text=True)
    asked.send("/hand", {"what": "begin"})
    branch = git(root, "branch", "--show-current").strip()
    assert branch.startswith("gai-gao/")
    assert 'name="who"' in asked.get("/hand").get_data(as_text=True)
    assert "先写上你的名字" in asked.send("/hand", {"what": "write", "message": "说明"}).get_data(as_text=True)
    assert "记下了" in asked.send("/hand", {"what": "write", "message": "修改 1 条：全员入委", "who": "某科"}).get_data(as_text=True)
    assert git(root, "show", "--name-only", "--format=%an %s").split() == ["某科", "修改", "1", "条：全员入委", "data/practices/quan-yuan-ru-wei.yml"]
    assert "交上去了" in asked.send("/hand", {"what": "send"}).get_data(as_text=True)
    assert git(asked.root / "there.git", "branch", "--list").split() == [branch, "*", "main"] or branch in git(asked.root / "there.git", "branch", "--list")
    assert "没有要交的" in asked.get("/hand").get_data(as_text=True)


def test_what_the_other_side_has_is_not_pushed_over(repository: Asked) -> None:
    asked, root = repository, repository.data.parent
    asked.send("/hand", {"what": "begin"})
    branch = git(root, "branch", "--show-current").strip()
    git(root, "commit", "-q", "--allow-empty", "-m", "theirs")
    git(root, "push", "-q", "origin", f"{branch}:{branch}")
    theirs = git(root, "rev-parse", "HEAD").strip()
    git(root, "reset", "-q", "--hard", "HEAD~1")
    asked.say(ENTRY, {"summary": "换一句话。"})
    asked.save(ENTRY)
    asked.send("/hand", {"what": "write", "message": "说明", "who": "某科"})
    page = asked.send("/hand", {"what": "send"}).get_data(as_text=True)
    assert "没有交上去：那边也改过这一份，没有覆盖它" in page
    assert git(asked.root / "there.git", "rev-parse", branch).strip() == theirs


def test_without_git_a_package_has_the_changed_files_and_a_report(asked: Asked) -> None:
    assert "没有改动" in asked.get("/hand").get_data(as_text=True)
    asked.say(ENTRY, {"summary": "换一句话。"})
    asked.save(ENTRY)
    page = asked.get("/hand").get_data(as_text=True)
    assert "改稿" not in page and "下载这个包（1 条改动）" in page
    with zipfile.ZipFile(io.BytesIO(asked.get("/hand/package").get_data())) as archive:
        assert sorted(archive.namelist()) == ["data/practices/quan-yuan-ru-wei.yml", "改了什么.txt"]
        assert archive.read("data/practices/quan-yuan-ru-wei.yml").decode() == asked.read(f"{ENTRY}.yml")
        assert "【做法】\r\n修改：全员入委" in (told := archive.read("改了什么.txt").decode("utf-8-sig")) and "换一句话。" in told and "##" not in told
    asked.send("/hand", {"what": "carried"})
    assert "没有改动" in asked.get("/hand").get_data(as_text=True)


def test_errors_are_asked_about_before_anything_is_sent(repository: Asked) -> None:
    asked = repository
    asked.say(ENTRY, {"summary": "待填"})
    asked.save(ENTRY)
    asked.send("/hand", {"what": "begin"})
    asked.send("/hand", {"what": "write", "message": "说明", "who": "某科"})
    asked.desk.library.refresh()
    page = asked.send("/hand", {"what": "send"}).get_data(as_text=True)
    assert "处错误没有改，没有交" in page and "处错误，还是先交" in page
    assert git(asked.root / "there.git", "branch", "--list").split() == ["main"]
    assert "交上去了" in asked.send("/hand", {"what": "send", "anyway": "1"}).get_data(as_text=True)


def test_what_has_errors_is_listed_wherever_it_goes(asked: Asked) -> None:
    asked.say(ENTRY, {"summary": "待填", "form": ""})
    asked.save(ENTRY)
    asked.say("practices/quan-yuan-pei-xun", {"summary": "换一句话。"})
    asked.save("practices/quan-yuan-pei-xun")
    asked.desk.library.refresh()
    errors = errors_of(asked.desk.library)["practices", "quan-yuan-ru-wei"]
    assert errors > 1
    page = asked.get("/hand").get_data(as_text=True)
    assert f'<b>修改</b> 做法“全员入委” <small class="need">还有 {errors} 处要填要改</small>' in page
    assert "下载这个包（2 条改动）" in page
    with zipfile.ZipFile(io.BytesIO(asked.get("/hand/package").get_data())) as archive:
        assert sorted(archive.namelist()) == ["data/practices/quan-yuan-pei-xun.yml", "data/practices/quan-yuan-ru-wei.yml", "改了什么.txt"]
        told = archive.read("改了什么.txt").decode("utf-8-sig")
        assert f"修改：全员入委（还有 {errors} 处要填要改）" in told and "修改：全员培训\r\n" in told
    speech = asked.desk.library.catalog.data("practices", "quan-yuan-ru-wei")["accounts"][0]["speech"]
    assert re.search(">全员入委</a><small>[0-9.]+，还有 1 处要定</small>", asked.get(f"/text/{speech}").get_data(as_text=True))
    # What is written into the draft counts at once.
    asked.say(ENTRY, {"summary": "把委员都编组。"})
    assert not re.search(">全员入委</a><small>[0-9.]+，还有", asked.get(f"/text/{speech}").get_data(as_text=True))
    assert [line for line in told.split("\r\n") if line.startswith("修改：")] == [f"修改：全员入委（还有 {errors} 处要填要改）", "修改：全员培训"]


def test_marks_alone_are_a_change_too(repository: Asked) -> None:
    asked = repository
    text = asked.read(f"{ENTRY}.yml")
    line = next(each for each in text.split("\n") if each.startswith("summary:"))
    asked.write(f"{ENTRY}.yml", text.replace(line, f"{line}  # 待确认：读出来的"))
    page = asked.get("/hand").get_data(as_text=True)
    assert "<b>修改</b> 做法“全员入委”" in page and "只去掉或加了“待确认”这样的记号" in page


def test_a_file_that_can_not_be_read_is_named_and_whether_it_goes_along(repository: Asked) -> None:
    asked, root = repository, repository.data.parent
    (asked.data / "practices" / "huai.yml").write_text("title: [\n")
    page = asked.get("/hand").get_data(as_text=True)
    assert "有 1 处读不出来" in page and "，改过，会原样一起交" in page
    assert '<b>新增</b> 做法“huai” <small class="need">现在读不出来，原样一起交</small>' in page
    asked.send("/hand", {"what": "begin"})
    asked.send("/hand", {"what": "write", "message": "说明", "who": "某科"})
    assert git(root, "show", "--name-only", "--format=").split() == ["data/practices/huai.yml"]


def test_a_broken_file_that_others_put_there_does_not_go_into_the_package(asked: Asked) -> None:
    asked.say(ENTRY, {"summary": "换一句话。"})
    asked.save(ENTRY)
    (asked.data / "practices" / "huai.yml").write_text("title: [\n")
    page = asked.get("/hand").get_data(as_text=True)
    assert "有 1 处读不出来" in page and "，不是这里改的，不会一起交" in page
    with zipfile.ZipFile(io.BytesIO(asked.get("/hand/package").get_data())) as archive:
        assert "data/practices/huai.yml" not in archive.namelist()


def test_what_is_written_down_has_no_marks_of_a_program(repository: Asked) -> None:
    asked = repository
    asked.send("/new/practices", {"title": "夜谈会", "sure": "1"})
    entry = next(f"practices/{draft.entry_id}" for draft in asked.desk.drafts.all())
    asked.save(entry)
    asked.say(ENTRY, {"summary": "换一句话。"})
    asked.save(ENTRY)
    asked.send("/hand", {"what": "begin"})
    page = asked.get("/hand").get_data(as_text=True)
    message = page.partition('<textarea id="message"')[2].partition("</textarea>")[0]
    assert "【做法】" in message and "新增：夜谈会" in message
    assert not any(sign in message for sign in ("##", "- ", ".html", "quan-yuan-ru-wei"))


def test_the_buttons_stand_before_a_folded_list_and_a_step_without_one_says_when(repository: Asked) -> None:
    asked = repository
    for entry in ("quan-yuan-ru-wei", "wei-yuan-zhi-jia", "lian-luo-yuan", "hun-he-bian-zu"):
        asked.say(f"practices/{entry}", {"summary": "换一句话。"})
        asked.save(f"practices/{entry}")
    page = asked.get("/hand").get_data(as_text=True)
    assert page.index("开一份改稿</button>") < page.index("下载这个包") < page.index('<details class="changes"><summary>还没有记下的改动：4 条，点开看')
    assert "没有要交的。先做第二步，记下了，这里就有按钮。" in page
