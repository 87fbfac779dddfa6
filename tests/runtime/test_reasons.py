"""Whatever fails is told in Chinese; what no table knows has its original in brackets."""

import errno
import os
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import jinja2
import pytest

from macros.runtime import reasons

LATIN = re.compile(r"[A-Za-z]{2,}")


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_no_reason_of_the_system_is_in_english_outside_the_brackets(number: int) -> None:
    why, cure = reasons.told(OSError(number, os.strerror(number), "/甲/乙"))
    assert not LATIN.search(re.sub(r"（原文：.*?）$|（ulimit -f）", "", why)), why
    assert not LATIN.search(cure.replace("（ulimit -f）", "")), cure
    assert cure.endswith("，再来一次")


def test_a_reason_names_the_file_but_a_full_disk_does_not() -> None:
    assert reasons.told(OSError(errno.EACCES, "Permission denied", "/甲/乙")) == (
        "“/甲/乙”没有权限", "换一个有权限的用户，或改文件夹的权限，再来一次")
    assert reasons.told(OSError(errno.ENOSPC, "No space left on device", "/甲/乙")) == ("磁盘满了", "腾出空间，再来一次")
    assert reasons.told(OSError(133, "Memory page has hardware error")) == (
        "系统不让读写（原文：Memory page has hardware error）", "按这个原因处理，再来一次")


def test_an_error_that_was_raised_by_name_alone_is_known_too() -> None:
    assert reasons.of(FileNotFoundError("gone")).why == "没有这个文件或文件夹"
    assert reasons.of(OSError("something odd")).why == "系统不让读写（原文：something odd）"
    assert reasons.of(ValueError("embedded null byte")).why == "名字里有不能用的字符"


def _template(text: str) -> Callable[[], object]:
    return lambda: jinja2.Environment(undefined=jinja2.StrictUndefined).from_string(text).render()  # noqa: S701 - no page


def _python(text: str) -> Callable[[], object]:
    return lambda: exec(text, {})  # noqa: S102 - our own words


@pytest.mark.parametrize(("made", "told"), [
    (_template("{% nonsense %}"), "没有“nonsense”这个标签"),
    (_template("{% if x %}"), "到末尾还没有写完，“if”没有结束"),
    (_template("{{ x|nonsense }}"), "没有“nonsense”这个过滤器"),
    (_template("{{ x.y }}"), "没有“x”"),
    (_template("{% if x y %}{% endif %}"), "这里该用 %} 结束，写的是“y”"),
    (_template("{{ x"), "到末尾还没有写完"),
    (_python("1 / 0"), "除数是 0"),
    (_python("nowhere"), "没有“nowhere”这个名字"),
    (_python("import nowhere_at_all"), "没有“nowhere_at_all”这个模块"),
    (_python("from os import nowhere"), "“os”里没有“nowhere”"),
    (_python("(1"), "“(”没有关上"),
    (_python("x = 'a"), "引号没有关上"),
    (_python("if 1:\nx"), "缩进不对"),
    (_python("x = 甲，乙"), "有不能用的字符“，”"),
    (_python("'甲'.x"), "“str”一类的值没有“x”"),
    (_python("b'\\xff'.decode()"), "不是 UTF-8 编码的文本（原文：UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte）"),
    (_python("{}['a']"), "没有这一项（原文：KeyError: 'a'）"),
    (_python("f = lambda: f()\nf()"), "一层套一层，没有尽头（原文：RecursionError: maximum recursion depth exceeded）"),
    (_python("raise Exception('only here')"), "程序出错（原文：Exception: only here）"),
    (_python("assert 0"), "程序里该成立的没有成立（AssertionError）"),
    (_python("open('/nowhere/甲')"), "没有这个文件或文件夹（/nowhere/甲）"),
    (_python("raise ValueError('出错的是甲')"), "出错的是甲"),
])
def test_errors_of_any_kind_are_told_in_chinese(made: Callable[[], object], told: str) -> None:
    with pytest.raises(BaseException) as raised:
        made()
    assert reasons.words(raised.value) == told


def test_an_error_that_nobody_thought_of_has_its_original_in_brackets(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"x")
    with pytest.raises(zipfile.BadZipFile) as raised:
        zipfile.ZipFile(tmp_path / "a.zip")
    assert reasons.words(raised.value) == "压缩包坏了（原文：BadZipFile: File is not a zip file）"


@pytest.mark.parametrize(("said", "told"), [
    ("'docs_dir': The path '/甲/乙' isn't an existing directory.", "“docs_dir”：没有“/甲/乙”这个文件夹"),
    ("'plugins': The \"nowhere\" plugin is not installed", "“plugins”：没有装“nowhere”这个插件"),
    ("'them': Unrecognised configuration name: them", "“them”：没有“them”这一项"),
    ("'dev_addr': Must be a string of format 'IP:PORT'", "“dev_addr”：设置不对（原文：Must be a string of format 'IP:PORT'）"),
    ("Something else", "设置不对（原文：Something else）"),
])
def test_what_mkdocs_says_of_its_settings(said: str, told: str) -> None:
    assert reasons.setting(said) == told
