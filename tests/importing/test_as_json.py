"""An import for programs."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.cli.import_ import command

TEXT = "茶馆里的事\n青石县政协\n（2025年3月2日）\n\n一、做法\n\n我们设立茶馆议事点四十六个，请x名委员值守。\n\n扫一扫，关注我们\n"


@pytest.fixture
def whole(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("data").mkdir()
    Path("a.txt").write_text(TEXT, encoding="utf-8")

    def run(*options):
        result = CliRunner().invoke(command, ["a.txt", "--source", "cha", "--format", "json", *options])
        return result.exit_code, json.loads(result.stdout)
    return run


def test_it_says_what_the_report_says(whole):
    code, told = whole("--dry-run")
    assert code == 0
    assert (told["version"], told["dry_run"]) == (1, True)
    assert told["source"]["id"] == "cha"
    assert told["source"]["year"] == 2025
    (speech,) = told["speeches"]
    assert (speech["title"], speech["beginning"]["line"], speech["in_library"]) == ("茶馆里的事", 1, False)
    assert speech["proposed"] == {"unit": {"name": "青石县政协", "line": 2, "sure": True, "level": "county", "ask_level": False},
                                  "year": 2025, "date": "2025-03-02", "occasion": None, "short": "茶馆里的事"}
    assert speech["sections"] == [{"heading": "一、做法", "rank": 3, "paragraphs": [1]}]
    (paragraph,) = speech["paragraphs"]
    assert (paragraph["line"], paragraph["masks"]) == (7, ["x"])
    assert [(a["raw"], a["value"], a["state"]) for a in paragraph["amounts"]] == [("茶馆议事点四十六个", "46", "given"), ("x名委员", None, "masked")]
    (name,) = speech["names"]
    assert name == {"number": 1, "name": "茶馆议事点", "at": "1", "under": [], "reason": "“设立”后面的名称，末字“议事点”", "sure": name["sure"], "planned": False, "known": None,
                    "form": "platform", "draft": "cha-guan-yi-shi-dian"}
    assert {(o["line"], o["text"]) for o in told["left_out"]} == {(2, "青石县政协"), (3, "（2025年3月2日）"), (9, "扫一扫，关注我们")}
    assert all(o["reason"] for o in told["left_out"])
    assert told["bodies"][0].startswith("qing-shi-xian-zheng-xie:\n")
    assert not Path("data/originals").exists()


def test_what_it_writes_is_named_and_what_is_refused_says_how_to_mend_it(whole):
    _, told = whole("--take", "none")
    assert [file["path"] for file in told["files"]] == ["data/originals/cha.txt", "data/sources/cha.yml", "data/speeches/cha-guan-li-de-shi.yml", "data/organizations.yml"]
    code, told = whole("--take", "9")
    assert code == 1
    assert told == {"version": 1, "error": {"message": "没有第 9 号名称", "cure": "这份材料里的名称编到 1 号；先用 --dry-run 看编号"}}
