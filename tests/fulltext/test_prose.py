"""Running Chinese text is known by its sentences, whatever the format; what else a file holds does not count."""

import json
import random
import subprocess

import pytest

from macros.fulltext import prose
from tests.conftest import PROJECT

SENTENCES = ("全市各级政协组织把委员联系群众的工作放到更加突出的位置，推动协商向基层延伸。",
             "我们在每个乡镇都设立了委员工作室，委员轮流值班，听取群众的意见。",
             "去年以来，已经开展协商活动x次，解决了停车、养老和用水等方面的x个问题。")
SPEECH = "\n".join("".join(SENTENCES) for _ in range(6))
CHINESE = 6 * 95


@pytest.mark.parametrize("raw", [
    SPEECH.encode(), SPEECH.encode("utf-8-sig"), SPEECH.encode("gb18030"), SPEECH.encode("utf-16"), SPEECH.encode("utf-16-le"),
    SPEECH.replace("，", "，\r\n").encode(), SPEECH.replace("，", ",").encode(),
    f"<style>p {{ color: red; }}</style><p>{SPEECH.replace('的', '<b>的</b>')}</p>".encode(),
    "".join(f"&#{ord(c)};" if ord(c) > 255 else c for c in SPEECH).encode(), json.dumps({"a": SPEECH}).encode(),
    f"<script>const a = '{SPEECH}';</script>".encode(), f"<!-- {SPEECH} -->".encode(), f'<p title="{SPEECH}">'.encode(),
])
def test_a_speech_is_counted_in_any_writing(raw: bytes) -> None:
    assert CHINESE * 0.95 <= prose.amount(raw) <= CHINESE * 1.05


def test_a_speech_in_the_old_signs_of_taiwan() -> None:
    text = "各級政協組織把委員聯繫群眾的工作放到更加突出的位置，推動協商向基層延伸。" * 20
    assert prose.amount(text.encode("big5hkscs")) > 600


@pytest.mark.parametrize("text", [
    "\n".join(f"title: 委员工作室{n}\nform: platform" for n in range(200)),
    "\n".join(f"| 第{n}行 | 委员 | 乡镇 |" for n in range(200)),
    "\n".join(f"- 好的。\n- 第{n}项！" for n in range(200)),
    "",
])
def test_lists_tables_and_short_words_are_no_running_text(text: str) -> None:
    assert prose.amount(text.encode()) == 0


def test_bytes_that_are_no_text_hold_none() -> None:
    noise = random.Random(1)  # noqa: S311 - the same bytes each time
    assert [prose.amount(noise.randbytes(200_000)) for _ in range(3)] == [0, 0, 0]
    for picture in (PROJECT / "docs/contributing/images").glob("*.png"):
        assert prose.amount(picture.read_bytes()) == 0


def test_bytes_of_another_encoding_are_no_common_chinese() -> None:
    # Two letters of Latin text make a Chinese character in the wrong encoding.
    assert prose.amount(("the quick brown fox " * 500).encode("utf-16-be")[1:]) == 0


def test_nothing_of_the_project_but_what_has_its_place_is_long() -> None:
    from macros.editing.places import takes_pictures, takes_prose
    from macros.editing.private import PROSE
    from macros.fulltext.held_back import by_content, by_name, is_picture

    names = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, check=True).stdout.decode().split("\0")
    wrong = []
    for name in (name for name in names if name and not name.startswith("data/") and (PROJECT / name).is_file()):
        raw = (PROJECT / name).read_bytes()
        if (by_name(name) or by_content(name, raw) or (not takes_prose(name, "data", "docs") and prose.amount(raw) >= PROSE)
                or (is_picture(name, raw) and not takes_pictures(name, "docs"))):
            wrong.append(name)
    assert wrong == []
