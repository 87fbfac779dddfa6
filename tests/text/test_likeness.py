import pytest

from macros.text.likeness import Likeness, likeness
from macros.text.quantities import quantities


@pytest.mark.parametrize(("ours", "theirs", "found"), [
    ("42次", "共议事四十二次", Likeness.SAME), ("二百一十九条", "219条", Likeness.SAME), ("一个半小时", "90分钟", Likeness.SAME), ("5%", "百分之五", Likeness.SAME),
    ("三成", "30%", Likeness.SAME), ("二百六十余人次", "260多人次", Likeness.SAME), ("三百多条", "318条", Likeness.SAME), ("约320条", "318条", Likeness.SAME),
    ("超过40次", "四十二次", Likeness.SAME), ("三至四个", "3-4个", Likeness.SAME), ("1.5万元", "15000元", Likeness.SAME), ("2023年", "2023年4月", Likeness.SAME),
    ("五日", "5日", Likeness.SAME), ("十几名", "十五名", Likeness.SAME), ("两位", "两名", Likeness.SAME), ("6个乡镇", "6个沿湖乡镇", Likeness.SAME),
    ("2023年9月", "2023年4月", Likeness.NONE), ("2025年下半年", "2025年上半年", Likeness.NONE), ("318万条", "318条", Likeness.NONE), ("400多条", "318条", Likeness.NONE),
    ("15小时", "15个工作日", Likeness.OTHER_UNIT), ("15天", "15个工作日", Likeness.OTHER_UNIT), ("219人", "219条", Likeness.OTHER_UNIT),
    ("260多名", "260多人次", Likeness.OTHER_UNIT), ("6个村", "6个沿湖乡镇", Likeness.OTHER_UNIT), ("30元", "30万元", Likeness.NONE), ("95%", "xx%", Likeness.NONE),
    ("第3届", "第三届", Likeness.SAME), ("半数的三分之一", "33%", Likeness.NONE), ("每月一次", "每两个月一次", Likeness.NONE), ("每年6次", "每年x次", Likeness.NONE),
])
def test_two_amounts(ours: str, theirs: str, found: Likeness) -> None:
    assert likeness(quantities(ours)[0], quantities(theirs)[-1]) is found
