"""What MkDocs and its plugins log, for a person: in Chinese, and nothing that a finding tells as well."""

import logging
import re

from macros.runtime import reasons

_LEVELS = {logging.WARNING: "提醒", logging.ERROR: "错误", logging.CRITICAL: "错误"}
# A finding names the page, the line and the cure of these.
_TOLD = re.compile(r"Error (?:reading|building) page |\x1b\[\d+m\[macros\] - ERROR|\[macros\] - ERROR")
_SAID = tuple((re.compile(pattern), words) for pattern, words in (
    (r"Building documentation", "正在生成网站……"),
    (r"Documentation built in ([\d.]+) seconds", r"网站生成好了，用时 \1 秒。"),
    (r"Serving on (\S+)", r"预览在 \1 ，按 Ctrl-C 结束。"),
    (r"Detected file changes", "有文件改动，重新生成……"),
    (r"Browser connected: (.+)", r"浏览器打开了 \1"),
    (r"Shutting down", "预览结束。"),
    (r'"GET (\S+) \S+" code 404', r"没有 \1 这一页。"),
))
_BY_THE_WAY = "生成时的提醒"


class Said(logging.Filter):
    """Put on MkDocs' handlers; `of_settings` collects what is wrong with the settings: the error itself does not say it."""

    def __init__(self) -> None:
        super().__init__()
        self.of_settings: list[str] = []
        # While a build is tried again by itself nothing is said that was said before.
        self.silent = False

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record is to be shown; it then says it in Chinese."""
        text = record.getMessage()
        if record.levelno >= logging.ERROR and text.startswith("Config value "):
            self.of_settings.append(text.removeprefix("Config value "))
            return False
        if self.silent or _TOLD.match(text):
            return False
        said = next((match.expand(words) for pattern, words in _SAID if (match := pattern.search(text))), "")
        if not said and record.levelno < logging.WARNING:
            return False
        if not said and text.startswith("Config value "):
            said = "mkdocs.yml " + reasons.setting(text.removeprefix("Config value "))
        record.msg, record.args = said or reasons.known_words(text) or f"{_BY_THE_WAY}（原文：{reasons.cut(text)}）", ()
        record.exc_info = None
        record.levelname = _LEVELS.get(record.levelno, "提示")
        return True


def listen() -> Said:
    """Let all that MkDocs shows, under either of its names, pass one `Said`: the one that is there already, or a new one."""
    handlers = [handler for name in ("mkdocs", "properdocs") for handler in logging.getLogger(name).handlers]
    said = next((each for handler in handlers for each in handler.filters if isinstance(each, Said)), None) or Said()
    for handler in handlers:
        if said not in handler.filters:
            handler.addFilter(said)
    return said
