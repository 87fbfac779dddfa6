"""What belongs to one person is found; what is masked, made up for examples, or only looks like it, is not."""

import pytest

from macros.text.personal import personal


@pytest.mark.parametrize(("text", "found"), [
    ("电话13812345678。", "mobile 138****78"), ("+86 138-1234-5678", "mobile +86****78"), ("１３８１２３４５６７８", "mobile １３８****７８"),
    ("身份证11010519491231002X", "card 110****2X"), ("身份证 440524 18800101 0014", "card 440****14"), ("身份证11010519491231002x号", "card 110****2x"),
    ("写给 zhang.san@office.gov.cn", "mail z***@office.gov.cn"), ("写给zhang@163.com、", "mail z***@163.com"),
    ("电话138.1234.5678", "mobile 138****78"), ("138－1234－5678", "mobile 138****78"), ("138—1234—5678", "mobile 138****78"),
    ("138&nbsp;1234&nbsp;5678", "mobile 138****78"), ("138\u00a01234\u00a05678", "mobile 138****78"), ("138  1234  5678", "mobile 138****78"),
    ("1 3 8 1 2 3 4 5 6 7 8", "mobile 138****78"), ("1381 234 5678", "mobile 138****78"), ("138<b>1234</b>5678", "mobile 138****78"),
    ("<td>138<span class='a'>12</span>345678</td>", "mobile 138****78"), ("138**1234**5678", "mobile 138****78"), ("138\u200b1234\u200b5678", "mobile 138****78"),
    ("13812345678<b>9</b>", "mobile 138****78"), ("&#49;3812345678", "mobile 138****78"), ("138·1234·5678", "mobile 138****78"),
    ("<b>zhang</b>@163.com", "mail z***@163.com"), ("110105<b>19491231</b>002X", "card 110****2X"),
])
def test_what_belongs_to_one_person(text: str, found: str) -> None:
    (one,) = personal(text)
    assert f"{one.kind} {one.masked}" == found
    assert text[one.offset:].startswith(one.words)


@pytest.mark.parametrize("text", [
    "138****1234", "138xxxx1234", "13812345", "138123456789", "0.13812345678", "12812345678", "a13812345678b", "010-65123456",
    "110105194912310021", "110105194913310029", "1101051949123100", "86d13812345678c17d15d71660224164255dc6411b286ee05fbaf757d52c914",
    "x@x.gov.cn", "xxx@163.com", "z***@163.com", "a@example.org", "a@b.example", "<li@kb.gov.cn>", "mailto:li@kb.gov.cn", "@甲", "a@b",
    "https://u:p@x.cn", "15 18 20 22 23 4", "138.12", "2024.11.24", "138**1234", "138***1234", "<td>138</td><td>1234</td><td>5678</td>", "1381234-5678-1234",
    "138-1234-5678-9",
])
def test_what_is_masked_or_something_else(text: str) -> None:
    assert list(personal(text)) == []
