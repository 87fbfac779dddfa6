"""Full texts are shown to whom they may be shown, remarks to nobody."""

from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.exceptions import Abort

from macros.site.showing import may_show_originals, without_remarks


def config(allowed: object, host: str = "127.0.0.1") -> Any:
    return SimpleNamespace(extra={"publish_originals": allowed}, dev_addr=SimpleNamespace(host=host))


@pytest.mark.parametrize(("host", "shown"), [("127.0.0.1", True), ("localhost", True), ("::1", True), ("0.0.0.0", False), ("10.1.2.3", False)])  # noqa: S104
def test_a_preview_shows_full_texts_at_this_machine_only(host: str, shown: bool, capsys: pytest.CaptureFixture[str]) -> None:
    assert may_show_originals(config(False, host), serving=True) is shown
    assert capsys.readouterr().err == ("" if shown else f"预览开在 {host}，别的电脑也看得到：全文不显示。\n")
    assert may_show_originals(config(False, host), serving=False) is False
    assert may_show_originals(config(True, host), serving=True) is True


@pytest.mark.parametrize("word", ["否", "不", "N", "n", "no", "off", "0", '"false"', "false\r", "", None, False])
def test_no_word_for_no_shows_full_texts(word: object) -> None:
    assert may_show_originals(config(word), serving=False) is False


@pytest.mark.parametrize("word", ["也许", "公开吧", "2", "tru"])
def test_a_word_that_says_neither_builds_nothing(word: str) -> None:
    with pytest.raises(Abort, match=f"没有生成网站：publish_originals（PUBLISH_ORIGINALS）写的是“{word}”，看不出可不可以公开全文；写 true 或 false"):
        may_show_originals(config(word), serving=False)


def test_remarks_are_left_out_and_code_stays() -> None:
    assert without_remarks("<p>甲<!-- 内部：\n张三 --></p><code>&lt;!-- 例 --&gt;</code>") == "<p>甲</p><code>&lt;!-- 例 --&gt;</code>"
