"""What an import says to whoever types its options, for somebody who sees a page with boxes and fields."""

import re
from collections.abc import Mapping

from macros.desk.wording import Called, plain

# Each option of the command with what does the same on the page.
_ON_PAGE = (
    (re.compile("；要改，写上新的 --split 或 --one$"), "；要改，点开“分得不对？”"),
    (re.compile("（--split [\\d,]+）|（--one）"), ""),
    (re.compile("；要改，写上 --split$"), "；要改，点开“分得不对？”"),
    (re.compile("；要收进正文，加 --keep 行号$"), "；要收进正文，在略去的行里勾上"),
    (re.compile("；要略去，加 --leave 行号$"), "；要略去，把那一行的勾去掉"),
    (re.compile("--title (?=写了|没有)"), "篇名"), (re.compile("--unit (?=写了|没有)"), "单位"), (re.compile("--occasion (?=写了|没有)"), "场合"),
    (re.compile("用 --source 另给一个编号"), "请管库的人用命令导入"),
    (re.compile("；--source [a-z0-9-]+ 没有用上$"), ""),
    (re.compile("[，；][^，；。]*--[a-z]+[^，；。]*"), ""),
)
_NUMBER = re.compile("--take 的 (?P<number>\\d+) 号没有另写")


def on_page(note: str, names: Mapping[int, str], called: Called = lambda _: None) -> str:
    """A note of an import in the words of the page; `names` gives each name by its number, `called` names entries by their ids."""
    note = _NUMBER.sub(lambda found: f"“{names.get(int(found['number']), found['number'])}”没有另写", note)
    for pattern, words in _ON_PAGE:
        note = pattern.sub(words, note)
    note = re.sub("要改，直接改那个文件；要重新起草，先删去它", "要改，打开那一条改；要重新起草，先把它撤下", note)
    # A line is counted in the text, which the page shows.
    return plain(re.sub("第 ([\\d、]+) 行", r"第\1行", note), called)
