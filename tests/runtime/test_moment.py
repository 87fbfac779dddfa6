"""`SOURCE_DATE_EPOCH`, right and wrong."""

import pytest

from macros.runtime import moment


@pytest.mark.parametrize(("text", "seconds"), [("0", 0), ("1795510212", 1795510212), ("253402214400", 253402214400), ("", None), (None, None)])
def test_a_time_or_none(monkeypatch: pytest.MonkeyPatch, text: str | None, seconds: int | None) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    if text is not None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", text)
    assert moment.given() == seconds


@pytest.mark.parametrize("text", ["-1", "abc", "1.5", " 5", "5 ", "²", "１２", "999999999999", "9" * 400, "0x10", "1_000"])
def test_no_time(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", text)
    with pytest.raises(moment.BadMoment, match=f"^环境变量 SOURCE_DATE_EPOCH 的值“{text[:40]}”不是时间：要写 1970 年以来的秒数"):
        moment.given()
