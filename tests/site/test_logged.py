"""What MkDocs logs is told in Chinese, or not at all where a finding tells it better."""

import io
import logging
from collections.abc import Callable
from types import SimpleNamespace

import pytest
from mkdocs_macros.errors import format_error
from mkdocs_macros.util import trace

from macros.site import logged

Say = Callable[[Callable[[logging.Logger], object]], str]


@pytest.fixture
def say(monkeypatch: pytest.MonkeyPatch) -> Say:
    logger, stream = logging.getLogger("mkdocs"), io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
    monkeypatch.setattr(logger, "handlers", [handler])
    monkeypatch.setattr(logger, "propagate", False)
    monkeypatch.setattr(logger, "level", logging.DEBUG)
    logger.manager._clear_cache()  # type: ignore[attr-defined]
    logged.listen()

    def said(log: Callable[[logging.Logger], object]) -> str:
        log(logging.getLogger("mkdocs.commands.build"))
        return stream.getvalue()

    return said


@pytest.mark.parametrize(("text", "level", "told"), [
    ("Building documentation...", logging.INFO, "提示 正在生成网站……\n"),
    ("Cleaning site directory", logging.INFO, ""),
    ("Error building page 'index.md': no", logging.ERROR, ""),
    ("Config value 'x': Unrecognised configuration name: x", logging.WARNING, "提醒 mkdocs.yml “x”：没有“x”这一项\n"),
    ("Template skipped: 'a.html' not found.", logging.WARNING, "提醒 生成时的提醒（原文：Template skipped: 'a.html' not found.）\n"),
    ("主题的提醒", logging.WARNING, "提醒 主题的提醒\n"),
])
def test_lines_are_told_in_chinese_or_left_out(say: Say, text: str, level: int, told: str) -> None:
    assert say(lambda logger: logger.log(level, text)) == told


def test_what_is_wrong_with_the_settings_is_kept_for_the_finding(say: Say) -> None:
    assert say(lambda logger: logger.error("Config value 'docs_dir': The path 'x' isn't an existing directory.")) == ""
    assert logged.listen().of_settings == ["'docs_dir': The path 'x' isn't an existing directory."]


@pytest.mark.parametrize("colour", ["", "1"])
def test_the_traceback_of_the_macros_plugin_is_left_out(say: Say, monkeypatch: pytest.MonkeyPatch, colour: str) -> None:
    monkeypatch.setenv("FORCE_COLOR" if colour else "NO_COLOR", "1")
    page = SimpleNamespace(file=SimpleNamespace(src_path="index.md"))
    try:
        _ = 1 / 0
    except ZeroDivisionError as error:
        words = format_error(error, markdown="", page=page)
    assert "Traceback" in words
    assert say(lambda _: trace("ERROR", words, level="warning")) == ""
