"""A list of ours that is one of the source's but for a member."""

import pytest

from macros.fulltext.listed import amiss
from macros.fulltext.statements import Ground, Statement

SOURCE = ("按工业、商贸、林业、交通、旅游分组,打造阅读角、议事角、调解角、服务角、培训角“五角”站点,"
          "以上门走访、电话回访、书面征询、现场座谈等方式听意见,由联络员登记")


def told(text: str) -> list[str]:
    ground = Ground("jia", 1, SOURCE, 0, "第1段")
    found = amiss(Statement("practices", "p", ("summary",), text, (ground,), (), ()))
    return list(dict.fromkeys(f"-{each.left_out}" if each.left_out else each.member for each in found))


@pytest.mark.parametrize(("text", "expected"), [
    ("按工业、商贸、林业、水利、交通、旅游分组", ["水利"]),
    ("按工业、水利、林业分组", ["水利"]),
    ("用走访、回访、网评、征询、座谈等方式听意见", ["网评"]),
    ("打造阅读角、议事角、展示角、调解角、服务角、培训角", ["展示角"]),
    ("按工业、商贸、交通、旅游分组", ["-林业"]),
    ("打造“五角”站点，有议事角、阅读角、服务角、培训角", ["-调解角"]),
])
def test_one_put_in_in_the_place_of_another_or_left_out(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", [
    "按旅游、交通、林业、商贸、工业分组", "按工业、商贸、交通、旅游等分组", "分组有工业、商贸、林业的", "打造议事角、阅读角、服务角、培训角",
    "用走访、回访、登记、座谈等方式听意见", "用走访、电话、书信、座谈听意见", "按工业、商贸、林业、交通运输、旅游分组", "按工业、商业、林业分组", "按工业、其他、林业分组",
])
def test_the_same_list_in_other_words_or_only_some_of_it(text: str) -> None:
    assert told(text) == []
