"""Persons with their offices are found; words and places that begin like names, brands and leaders are not."""

import pytest

from macros.text.persons import persons


@pytest.mark.parametrize(("text", "name"), [
    ("由县政协主席钱大同牵头", "钱大同"), ("陈某某副主席和组长", "陈某某"), ("李建国委员带队", "李建国"), ("县政协副主席周建军负责", "周建军"),
    ("欧阳明主任带队", "欧阳明"), ("请王主席讲话", "王"), ("秘书长赵刚、", "赵刚"), ("政协委员马志强的建议", "马志强"), ("与孙某同志", "孙某"),
    ("李xx主席", "李xx"), ("主席：张立国", "张立国"), ("主任（李明）", "李明"), ("委员刘芳说", "刘芳"), ("村支书李二牛带头", "李二牛"),
    ("书记钱大同汇报", "钱大同"), ("组长孙小梅走访", "孙小梅"), ("副主席郭春生分管", "郭春生"),
])
def test_a_person_with_an_office(text: str, name: str) -> None:
    (found,) = persons(text)
    assert found.name == name
    assert text[found.offset:].startswith(found.words) and name in found.words


@pytest.mark.parametrize("text", [
    "向主席会议汇报", "由主任会议决定", "党组书记", "常务副主席", "历任主席", "各位委员", "时任主席", "全体委员", "组织委员", "周边委员", "书记员",
    "委员陈述意见", "主席高度重视", "主席周密部署", "委员郑重承诺", "委员陆续到会", "委员张罗", "郑州市市长", "苏州市委书记", "曹县县长", "习近平总书记",
    "卫生局局长", "高校校长", "担任主席", "王大明主席工作室", "“李建国委员”", "主席班子成员", "委员何时", "同时建立委员档案", "李庄村支书", "xx主席",
    "委员余下的", "党员委员常亮相、常出镜", "会长单位", "主任方便联系", "书记严格考核", "主席安排部署", "组长常联系", "民主党派主委", "委员齐抓共管", "主席、副主席", "王家庄村书记",
])
def test_no_person(text: str) -> None:
    assert list(persons(text)) == []
