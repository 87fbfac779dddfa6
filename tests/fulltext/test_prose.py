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


NO_STOPS = str.maketrans("，。", "  ")
CUES = [SPEECH.replace("\n", "")[at:at + 11] for at in range(0, len(SPEECH) - 5, 11)]


@pytest.mark.parametrize("text", [
    SPEECH.replace("，", ",").replace("。", "."), SPEECH.replace("，", "、").replace("。", "．"), SPEECH.replace("，", "､").replace("。", "｡"),
    SPEECH.replace("，", ";").replace("。", ";"), SPEECH.replace("，", ":").replace("。", ":"), SPEECH.replace("，", ","), SPEECH.replace("。", "，"),
    SPEECH.replace("，", "／").replace("。", "＋"), SPEECH.replace("，", "|").replace("。", "|"), SPEECH.replace("，", "。"),
    SPEECH.translate(NO_STOPS), SPEECH.translate(NO_STOPS).replace(" ", ""), SPEECH.translate(NO_STOPS).replace(" ", "\n"),
    "\u200b".join(SPEECH), "\u2060\ufe0f".join(SPEECH), "&#8203;".join(SPEECH), "&zwnj;".join(SPEECH), " ".join(SPEECH), "\n".join(SPEECH[at:at + 3] for at in range(0, len(SPEECH), 3)),
    SPEECH.replace("政协", "**政协**"), "\n".join(f"> {line}" for line in SPEECH.split("\n")), "\n".join(f"{n}. {line}" for n, line in enumerate(SPEECH.split("\n"))),
    "\n".join(f"{n}\n00:00:{n:02},000 --> 00:00:{n + 1:02},000\n{cue}\n" for n, cue in enumerate(CUES)),
    "WEBVTT\n\n" + "\n".join(f"00:{n:02}.000 --> 00:{n + 1:02}.000 align:start\n{cue.translate(NO_STOPS)}\n" for n, cue in enumerate(CUES)),
    "[Events]\n" + "\n".join(f"Dialogue: 0,0:00:{n:02}.00,0:00:{n:02}.90,Default,,0,0,0,,{{\\an8}}{cue}" for n, cue in enumerate(CUES)),
    "\n".join(f"[00:{n:02}.00]{cue}" for n, cue in enumerate(CUES)),
])
def test_no_punctuation_mark_or_cue_hides_it(text: str) -> None:
    assert CHINESE * 0.9 <= prose.amount(text.encode()) <= CHINESE * 1.05


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le"])
def test_a_stray_byte_hides_nothing(encoding: str) -> None:
    assert prose.amount(SPEECH.encode(encoding) + b"\xff\x00\xff"[:2 if encoding == "utf-16-le" else 1]) >= CHINESE * 0.9


def test_words_that_somebody_shook_are_prose_too() -> None:
    # No character is so common that a full text must have it often.
    chance = random.Random(2)  # noqa: S311 - the same text each time
    words = ["围绕群众关心", "跟踪督办形成闭环", "机制提升履职能力", "路灯井盖停车", "收集建议反馈", "下沉走访"]
    text = "".join(chance.choice(words) + chance.choice("，，，；。") for _ in range(200))
    assert prose.amount(text.encode("gb18030")) > 1000


@pytest.mark.parametrize(("name", "signs"), [
    ("docs/topics/images/委员工作室2022年.png", 5), ("data/practices/a.yml", 0), (f"notes/{SENTENCES[0]}.md", 36),
    (f"{SENTENCES[0][:20]}/{SENTENCES[0][20:]}/{SENTENCES[1]}.md", 65), ("_".join(SENTENCES[0]), 36), ("委员abc议事", 2),
])
def test_running_characters_of_a_name(name: str, signs: int) -> None:
    assert prose.running(name) == signs


def test_a_speech_in_the_old_signs_of_taiwan() -> None:
    text = "各級政協組織把委員聯繫群眾的工作放到更加突出的位置，推動協商向基層延伸。" * 20
    assert [prose.amount(text.encode(encoding)) > 600 for encoding in ("big5", "big5hkscs", "cp950")] == [True] * 3


@pytest.mark.parametrize("text", [
    "\n".join(f"title: 委员工作室{n}\nform: platform" for n in range(200)),
    "\n".join(f"| 第{n}行 | 委员 | 乡镇 |" for n in range(200)),
    "\n".join(f"- 好的。\n- 第{n}项！" for n in range(200)),
    "委员工作室\n协商议事厅\n" * 200, "- 委员工作室的日常工作\n* 协商议事厅的日常工作\n" * 200, "县政协,乡镇,停车,养老\n" * 200, "关键词：停车、养老、用水、道路、物业、" * 100,
    "title: 各级政协组织的委员工作室\nname = 各级政协组织的协商议事厅\n" * 100,
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
    from macros.editing.owned import named
    from macros.editing.places import takes_pictures, takes_prose
    from macros.editing.private import PROSE
    from macros.fulltext.held_back import by_content, by_name, is_picture

    names = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, check=True).stdout.decode().split("\0")
    wrong, own = [], named((PROJECT / ".gitattributes").read_text(encoding="utf-8"))
    for name in (name for name in names if name and name not in own and not name.startswith("data/") and (PROJECT / name).is_file()):
        raw = (PROJECT / name).read_bytes()
        if (by_name(name) or by_content(name, raw) or (not takes_prose(name, "data", "docs") and prose.amount(raw) >= PROSE)
                or (is_picture(name, raw) and not takes_pictures(name, "docs"))):
            wrong.append(name)
    assert wrong == []
