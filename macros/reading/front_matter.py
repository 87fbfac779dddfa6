"""The fields between `---` at the head of a hand-written page.

MkDocs takes what it can't read there for text and shows it; here it is a finding.
"""

import re
from collections.abc import Iterator

import yaml

from macros.findings import Finding

_BETWEEN = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$", re.S | re.M)
# What the pages print: a list or a number there is shown as Python writes it, or ends the build.
_TEXT = ("title", "description")


def check(path: str, text: str) -> Iterator[Finding]:
    """Findings about the front matter of the page that is called `path`; none where it has none."""
    between = _BETWEEN.match(text)
    if not between:
        return
    try:
        node = yaml.compose(between.group(1), yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 2, mark.column + 1) if mark else (1, 1)
        yield Finding(path, line, column, "front-matter", "页首 --- 之间的写法读不懂",
                      "看这一行和上一行的冒号、引号、括号和缩进；值里有冒号就加引号")
        return
    except yaml.YAMLError:
        yield Finding(path, 1, 1, "front-matter", "页首 --- 之间有不收的字符", "删去看不见的字符，或把这几行重新打一遍")
        return
    if node is None:
        return
    if not isinstance(node, yaml.MappingNode):
        yield Finding(path, 1, 1, "front-matter", "页首 --- 之间不是“字段名: 值”", "一行一个字段，写成 title: 标题")
        return
    for key, value in node.value:
        if key.value in _TEXT and value.tag != "tag:yaml.org,2002:str":
            yield Finding(path, value.start_mark.line + 2, value.start_mark.column + 1, "front-matter",
                          f"页首的 {key.value} 要写成一句话", f'写成 {key.value}: "一句话"，加引号')
