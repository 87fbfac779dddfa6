"""What the YAML parser complains of, told so that an editor finds the character to change."""

import re
from typing import Any

import yaml

from macros.reading.yaml_data import where

_FULL_WIDTH_COLON = re.compile(r"^[ -]*[a-z_]+ *(：)", re.M)

# A field, or an item of a list, at the beginning of a line within a quotation.
_NEXT_FIELD = re.compile(r"[\r\n] *(?:- +\{?)?[a-z_]+: |[\r\n] *- ")

# The parser's words → what they mean for our files.
_MEANINGS = (
    ("mapping values are not allowed", "这里多了一个冒号", "一行只写一个“字段: 内容”；内容里有半角冒号时整句加双引号"),
    ("could not find expected ':'", "这一行没有写成“字段: 内容”", "补上冒号和空格；这一行若是上一行的续行，就接到上一行去"),
    ("found unexpected end of stream", "引号没有关上", "在句末补上同样的引号"),
    ("unexpected document", "引号没有关上", "在句末补上同样的引号"),
    ("expected ',' or ']'", "方括号里少了逗号，或没有关上", "各项之间写半角逗号，末尾补上 ]"),
    ("expected ',' or '}'", "花括号里少了逗号，或没有关上", "各项之间写半角逗号，末尾补上 }；内容里有半角逗号或冒号时加双引号"),
    ("did not find expected '-'", "缩进没有对齐", "同一级的 - 左边要对齐，每级缩进两个空格"),
    ("did not find expected key", "缩进没有对齐，或引号后面还有文字", "同一级的字段左边要对齐；整句加引号时，引号要包住整句"),
    ("expected <block end>", "缩进没有对齐，或引号后面还有文字", "同一级的字段左边要对齐；整句加引号时，引号要包住整句"),
    ("expected the node content", "这里少了内容", "补上内容，或删去多余的逗号和括号"),
    ("could not determine a constructor", "内容不能以半角的 ! 开头", "文字本来就这样开头的，给整句加双引号；多写的就删去"),
    ("did not find expected node", "这里少了内容", "补上内容，或删去多余的逗号和括号"),
    ("cannot start any token", "这个字符不能放在开头", "给内容加双引号"),
    ("block sequence entries are not allowed", "列表的 - 不能写在这里", "换一行，缩进两个空格再写 -"),
    ("hexdecimal number", "双引号里的反斜杠写法不对", "删去反斜杠，或把双引号换成单引号"),
    ("directive", "行首不能写 %", "删去这一行；文字以 % 开头时给整句加双引号"),
    ("incompatible YAML document", "行首不能写 %", "删去这一行"),
    ("found extra version", "行首不能写 %", "删去这一行"),
    ("escape c", "双引号里的反斜杠写法不对", "删去反斜杠，或把双引号换成单引号"),
    ("alphabetic or numeric", "* 和 & 不能放在开头", "给内容加双引号"),
    ("maximum nesting", "一层套一层，超过 1000 层", "条目最多只有几层，检查是否漏了右括号"),
)
_OTHER = ("这里的写法读不懂",
          "看这一行和上一行：冒号后要有空格，引号和括号要成对，缩进要对齐；内容里有半角冒号或引号时整句加双引号")


def explain(error: yaml.YAMLError, text: str) -> tuple[str, int, int, str, str]:
    """Code, line and column (from 1), what is wrong and what to write."""
    colon = full_width_colon(text)
    if colon:
        return "yaml-syntax", *colon, "字段名后面用了全角冒号“：”", "换成半角冒号加一个空格，例如：title: 全员入委"
    mark: Any = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = str(getattr(error, "problem", "") or "")
    message, cure = next(((m, c) for words, m, c in _MEANINGS if words in problem), _OTHER)
    context: Any = getattr(error, "context_mark", None)
    if message == "引号没有关上" and context:
        mark = context  # where the quotation begins says more than the end of the file
    opened = _open_quote(text, mark.index) if mark and message != "引号没有关上" else None
    if opened:
        return "yaml-syntax", opened.line + 1, opened.column + 1, "这个引号没有关上，一直接到了后面的引号", "在这一句的末尾补上同样的引号"
    code = "too-deep" if "maximum nesting" in problem else "yaml-syntax"
    return (code, mark.line + 1, mark.column + 1, message, cure) if mark else (code, 1, 1, message, cure)


def _open_quote(text: str, before: int) -> Any:
    """Where a quotation begins that swallows the fields after it up to the next quotation mark, if one does.

    The parser complains only of what then stands behind that mark, `before` or later.
    """
    try:
        for token in yaml.scan(text, Loader=yaml.CBaseLoader):
            if token.start_mark.index >= before:
                return None
            quoted = isinstance(token, yaml.ScalarToken) and token.style in ("'", '"')
            if quoted and _NEXT_FIELD.search(text, token.start_mark.index, token.end_mark.index):
                return token.start_mark
    except yaml.YAMLError:
        pass
    return None


def full_width_colon(text: str) -> tuple[int, int] | None:
    """Line and column of a field name that is followed by a full-width colon."""
    found = _FULL_WIDTH_COLON.search(text)
    return where(text, found.start(1)) if found else None
