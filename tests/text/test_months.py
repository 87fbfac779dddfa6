import pytest

from macros.text.frequencies import frequencies
from macros.text.months import say

TWELVE = "、".join(f"{n}月" for n in range(1, 13))


@pytest.mark.parametrize(("ours", "theirs", "agree"), [
    (TWELVE, "每月一次", True), ("一、二、三、四、五、六、七、八、九、十、十一、十二月", "每月", True), ("1至12月", "每月", True), (TWELVE, "每季度", False),
    ("2、4、6、8、10、12月", "双月", True), ("2、4、6、8、10、12月", "每两个月", True), ("1、3、5、7、9、11月", "单月", True), ("1、3、5、7、9、11月", "双月", False),
    ("1、3、5、7、9、11月", "每两个月", False), ("2月、4月", "双月", False), ("12月", "每月", False),
])
def test_months_that_are_a_frequency(ours: str, theirs: str, agree: bool) -> None:
    assert say(0, ours, frequencies(theirs)) is agree


def test_only_a_month_of_the_list() -> None:
    assert say(0, f"3月办，{TWELVE}开会", frequencies("每月")) is False
