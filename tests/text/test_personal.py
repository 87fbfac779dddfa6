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
    ("110105194912310021", "card 110****21"), ("身份证号：130205820314123", "card 130****23"), ("010-65123456", "landline 010****56"),
    ("（0315）2345678", "landline 031****78"), ("值班电话：2345678", "landline 234****78"), ("一三八零零零零一二三四", "mobile 一三八****三四"),
    ("4111 1111 1111 1111", "bank 411****11"), ("卡号6222021234567890123", "bank 622****23"), ("坐冀B·12345去", "plate 冀B****5"),
    ("QQ：123456789", "chat QQ****9"), ("微信 abc12345", "chat 微信****5"), ("加微信qhdzx2022报名", "chat 微信****2"),
    ("<b>zhang</b>@163.com", "mail z***@163.com"), ("110105<b>19491231</b>002X", "card 110****2X"),
])
def test_what_belongs_to_one_person(text: str, found: str) -> None:
    (one,) = personal(text)
    assert f"{one.kind} {one.masked}" == found
    assert text[one.offset:].startswith(one.words)


@pytest.mark.parametrize("text", [
    "138****1234", "138xxxx1234", "13812345", "138123456789", "0.13812345678", "12812345678", "a13812345678b",
    "110105194913310029", "1101051949123100", "86d13812345678c17d15d71660224164255dc6411b286ee05fbaf757d52c914",
    "x@x.gov.cn", "xxx@163.com", "z***@163.com", "a@example.org", "a@b.example", "<li@kb.gov.cn>", "mailto:li@kb.gov.cn", "@甲", "a@b",
    "https://u:p@x.cn", "15 18 20 22 23 4", "138.12", "2024.11.24", "138**1234", "138***1234", "<td>138</td><td>1234</td><td>5678</td>", "1381234-5678-1234",
    "138-1234-5678-9", "〔2022〕13号", "ISBN 978-7-101-00001-2", "编号20221105123456", "联系20222023届", "机构2234 5678个", "热线12388", "京A座",
    "4111 1111 1111 1112", "一是二是三是四是五是六", "政协发〔2021〕0315号", "群众12345678人次",
])
def test_what_is_masked_or_something_else(text: str) -> None:
    assert list(personal(text)) == []
