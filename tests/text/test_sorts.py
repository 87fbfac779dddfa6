import pytest

from macros.text.sorts import sorts


@pytest.mark.parametrize(("text", "found"), [
    ("请律师和医务人员坐班", ["律师", "医务人员"]), ("党外委员联系党员委员", ["党外委员", "党员委员"]), ("市经济技术开发区", ["经济技术开发区"]), ("高新技术产业园区", ["高新技术产业园区"]),
    ("党员委员会", []), ("学生会", []), ("委员", []), ("医生会议", ["医生"]),
])
def test_sorts(text: str, found: list[str]) -> None:
    assert [sort.text for sort in sorts(text)] == found


def test_other_words_for_the_same_sort() -> None:
    one, same, other, zone = (sorts(text)[0] for text in ("退役军人", "转业干部", "选调生", "经开区"))
    assert (one.of, one.which) == (same.of, same.which)
    assert one.of == other.of != zone.of and one.which != other.which
