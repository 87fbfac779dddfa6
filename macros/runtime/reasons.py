"""Why something failed, in the words that a person gets: the one table of reasons, by kind.

What the system refuses is told by its number, what libraries and Python raise by what they say or,
where that is not known, by its kind and the original in brackets.
"""

import errno
import re
import shutil
from typing import NamedTuple

FULL = (errno.ENOSPC, errno.EDQUOT)


class Reason(NamedTuple):
    """`why` goes behind the name of a file or stands alone, `cure` before “再来一次” or its like."""

    why: str
    cure: str


# Number → why, what to do; who tells it adds how to go on.
_FULL, _ALLOWED, _FILES = "腾出空间", "换一个有权限的用户，或改文件夹的权限", "关掉一些程序"
_SYSTEM = {
    errno.ENOSPC: ("磁盘满了", _FULL),
    errno.EDQUOT: ("磁盘配额用完了", f"{_FULL}，或请管理员加大配额"),
    errno.EFBIG: ("文件超过了允许的大小", "请管理员放宽文件大小的限制（ulimit -f）"),
    errno.EACCES: ("没有权限", _ALLOWED),
    errno.EPERM: ("没有权限", _ALLOWED),
    errno.EROFS: ("磁盘是只读的", "换一个能写的文件夹"),
    errno.EIO: ("磁盘读写出错", "检查磁盘，或换一块"),
    errno.ENOENT: ("没有这个文件或文件夹", "看看名字对不对，是不是别的程序正在动它"),
    errno.EEXIST: ("这里已经有同名的东西", "改正路径，或把它移开"),
    errno.ENOTDIR: ("路径里有一段是文件，不是文件夹", "改正路径，或把它移开"),
    errno.EISDIR: ("这里该是文件，却是文件夹", "改正路径，或把它移开"),
    errno.ENOTEMPTY: ("文件夹里还有东西", "看看是不是别的程序正在往里写"),
    errno.ELOOP: ("链接绕成了圈", "删去这个链接，或让它指向一个文件夹"),
    errno.EXDEV: ("文件夹里接着另一个磁盘，换版本做不到一步完成", "换一个整个在同一块磁盘上的文件夹"),
    errno.ENAMETOOLONG: ("名字太长", "换一个短些的名字，或放到浅一些的文件夹里"),
    errno.EILSEQ: ("名字里有不能用的字符", "换一个名字"),
    errno.EINVAL: ("这不是普通的文件", "把它移开"),
    errno.ENXIO: ("这不是普通的文件", "把它移开"),
    errno.ENODEV: ("这不是普通的文件", "把它移开"),
    errno.EBUSY: ("正在被别的程序使用", "关掉用它的程序"),
    errno.ETXTBSY: ("正在被别的程序使用", "关掉用它的程序"),
    errno.EMFILE: ("同时打开的文件太多", _FILES),
    errno.ENFILE: ("同时打开的文件太多", _FILES),
    errno.ENOMEM: ("内存不够", _FILES),
    errno.EAGAIN: ("系统一时顾不过来", _FILES),
    errno.EMLINK: ("一个文件的链接太多", "换一个文件夹"),
    errno.ENOLCK: ("这个文件夹所在的磁盘不能加锁", "换一个文件夹"),
    errno.ESTALE: ("网络上的文件夹断开过", "等它接上"),
    errno.ETIMEDOUT: ("等了太久没有回应", "检查网络"),
    errno.ECONNREFUSED: ("对方没有应答", "检查地址，对方的服务是不是开着"),
    errno.ECONNRESET: ("对方断开了", "检查网络"),
    errno.EPIPE: ("接收的一方先结束了", "看看它为什么结束"),
    errno.EADDRINUSE: ("这个端口已经有程序在用", "关掉那个程序，或换一个端口"),
    errno.EADDRNOTAVAIL: ("这台电脑没有这个地址", "换一个地址"),
    errno.ENOSYS: ("这个系统做不到", "换一个文件夹，或换一台电脑"),
    errno.EOPNOTSUPP: ("这个磁盘做不到", "换一个文件夹"),
}
_IN_USE = ("别的程序正开着它，或者没有写入的权限", "关掉打开它的程序")
_SHARING = (5, 32)  # ERROR_ACCESS_DENIED and ERROR_SHARING_VIOLATION of Windows
_ELSE = "按这个原因处理"
# A full disk or a lack of memory is not a matter of the one file where it showed.
_NO_PLACE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EAGAIN)
_SHOWN = 300


def of(error: OSError | ValueError) -> Reason:
    """Why the system would not read or write, and what to do before trying again.

    A ValueError is a text that is no UTF-8, or a name that no file can have.
    """
    if isinstance(error, UnicodeError):
        return Reason(_KINDS[type(error).__name__], "另存为 UTF-8")
    return Reason(*(_system(error) if isinstance(error, OSError) else _SYSTEM[errno.EILSEQ]))


def told(error: OSError) -> tuple[str, str]:
    """Why it failed, with the file's name where there is one, and what to do to go on."""
    why, what = _system(error)
    named = error.filename2 or error.filename
    if named is not None and error.errno not in _NO_PLACE:
        why = f"“{_name(named)}”{why}"
    return why, f"{what}，再来一次"


def _system(error: OSError) -> tuple[str, str]:
    if isinstance(error, shutil.SpecialFileError):
        return f"“{str(error).split('`')[1]}”不是普通的文件（是管道、设备一类）", "把它移开"
    if getattr(error, "winerror", None) in _SHARING:
        return _IN_USE
    # One that was raised by name has no number.
    number = error.errno or next((code for kind, code in _NUMBERS.items() if isinstance(error, kind)), 0)
    return _SYSTEM.get(number) or (f"系统不让读写（原文：{cut(error.strerror or str(error) or type(error).__name__)}）", _ELSE)


_NUMBERS: dict[type[OSError], int] = {
    FileNotFoundError: errno.ENOENT, FileExistsError: errno.EEXIST, PermissionError: errno.EACCES,
    NotADirectoryError: errno.ENOTDIR, IsADirectoryError: errno.EISDIR, TimeoutError: errno.ETIMEDOUT,
    BrokenPipeError: errno.EPIPE, ConnectionRefusedError: errno.ECONNREFUSED, ConnectionResetError: errno.ECONNRESET,
    BlockingIOError: errno.EAGAIN,
}


def _name(name: object) -> str:
    return name.decode("utf-8", "replace") if isinstance(name, bytes) else str(name)


# What Jinja, Python and MkDocs say → the same in Chinese; the first that is found counts.
_SAID = tuple((re.compile(pattern, re.S), words) for pattern, words in (
    # Jinja
    (r"Encountered unknown tag '(.+?)'", r"没有“\1”这个标签"),
    (r"Unexpected end of template\..*innermost block that needs to be closed is '(\w+)'", r"到末尾还没有写完，“\1”没有结束"),
    (r"^[Uu]nexpected end of template", "到末尾还没有写完"),
    (r"expected token 'end of statement block', got '(.+?)'", r"这里该用 %} 结束，写的是“\1”"),
    (r"expected token 'end of print statement', got '(.+?)'", r"这里该用 }} 结束，写的是“\1”"),
    (r"expected token '(.+?)', got '(.+?)'", r"这里该写“\1”，写的是“\2”"),
    (r"Missing end of (?:comment tag|raw directive)", "注释或原样显示的一段没有结束"),
    (r"No filter named '(.+?)'", r"没有“\1”这个过滤器"),
    (r"No test named '(.+?)'", r"没有“\1”这种判断"),
    (r"^'(.+?)' is undefined", r"没有“\1”"),
    (r"^'(.+?)' has no attribute '(.+?)'", r"“\1”没有“\2”"),
    # Python
    (r"name '(.+?)' is not defined", r"没有“\1”这个名字"),
    (r"No module named '(.+?)'", r"没有“\1”这个模块"),
    (r"cannot import name '(.+?)' from (?:partially initialized module )?'(.+?)'", r"“\2”里没有“\1”"),
    (r"'(.+?)' object has no attribute '(.+?)'", r"“\1”一类的值没有“\2”"),
    (r"module '(.+?)' has no attribute '(.+?)'", r"“\1”里没有“\2”"),
    (r"(?:division|modulo) by zero", "除数是 0"),
    (r"'(.+?)' was never closed", r"“\1”没有关上"),
    (r"^unmatched '(.+?)'", r"多了一个“\1”"),
    (r"unterminated .*string literal", "引号没有关上"),
    (r"invalid (?:non-printable )?character '?(.+?)'? \(|invalid non-printable character (U\+\w+)", r"有不能用的字符“\1”"),
    (r"unexpected indent|unindent does not match|expected an indented block|inconsistent use of tabs", "缩进不对"),
    (r"^invalid syntax", "写法不对"),
    (r"^expected '(.+?)'", r"这里该写“\1”"),
    (r"^unexpected (?:char )?'(.+?)'", r"多了“\1”"),
    # MkDocs
    (r"The path '(.+?)' isn't an existing directory", r"没有“\1”这个文件夹"),
    (r"The path '(.+?)' isn't an existing file", r"没有“\1”这个文件"),
    (r"Config file '(.+?)' does not exist", r"没有“\1”这个设置文件"),
    (r"The \"(.+?)\" plugin is not installed", r"没有装“\1”这个插件"),
    (r"Plugin '(.+?)' (?:option )?.*?Unrecognised configuration name: (.+)", r"插件“\1”没有“\2”这一项"),
    (r"Unrecognised configuration name: (.+)", r"没有“\1”这一项"),
    (r"Required configuration not provided", "这一项必须写"),
    (r"Unrecognised theme name: '(.+?)'", r"没有“\1”这个主题"),
    (r"Expected type: (.+?) but received: (.+)", r"类型不对，该是 \1，写的是 \2"),
    (r"Invalid Markdown Extensions configuration|Failed to load extension '(.+?)'", r"Markdown 的扩展“\1”装不上"),
    (r"Aborted with (\d+) warnings? in strict mode", r"有 \1 处提醒，都改好才生成"),
))
# The kind of an error → what that means; for what says more than the table above knows.
_KINDS = {
    "UndefinedError": "用了没有的名字", "TemplateSyntaxError": "{{ }} 或 {% %} 不合写法", "TemplateAssertionError": "{{ }} 或 {% %} 不合写法",
    "TemplateNotFound": "没有这个模板", "SecurityError": "用了不许用的内容", "TemplateRuntimeError": "模板填不了",
    "UnicodeDecodeError": "不是 UTF-8 编码的文本", "UnicodeEncodeError": "有写不出来的字符",
    "RecursionError": "一层套一层，没有尽头", "MemoryError": "内存不够", "OverflowError": "数太大", "ZeroDivisionError": "除数是 0",
    "IndentationError": "缩进不对", "SyntaxError": "不合 Python 的写法", "ImportError": "要用的代码装不上",
    "NameError": "用了没有的名字", "AttributeError": "值没有这一项", "KeyError": "没有这一项", "IndexError": "序号超出了范围",
    "ValidationError": "内容不合规定", "TypeError": "类型不对", "ValueError": "值不对", "YAMLError": "不合 YAML 的写法",
    "ConfigurationError": "设置不对", "PluginError": "插件出错", "BuildError": "网站生成不了", "AssertionError": "程序里该成立的没有成立",
    "CalledProcessError": "另一个程序失败了", "TimeoutExpired": "另一个程序等了太久没有结束", "BadZipFile": "压缩包坏了",
    "EOFError": "内容不完整", "KeyboardInterrupt": "被中止了", "SystemExit": "程序自己结束了",
    "NotImplementedError": "还没有做", "RuntimeError": "运行出错", "Exception": "程序出错", "BaseException": "程序出错",
}


def words(error: BaseException) -> str:
    """Why it failed, for an error of any kind: in Chinese; what no table knows follows in brackets as the original."""
    if isinstance(error, OSError):
        named = error.filename2 or error.filename
        return f"{of(error).why}（{_name(named)}）" if named else of(error).why
    text = str(getattr(error, "message", None) or getattr(error, "msg", None) or error)
    known = known_words(text)
    kind = next(_KINDS[each.__name__] for each in type(error).__mro__ if each.__name__ in _KINDS)
    return known or (f"{kind}（原文：{type(error).__name__}: {cut(text)}）" if text.strip() else f"{kind}（{type(error).__name__}）")


def known_words(text: str) -> str:
    """What a library says, in Chinese, or nothing when that is not known. Chinese stays."""
    if is_chinese(text):
        return cut(text)
    found = next(((match, chinese) for pattern, chinese in _SAID if (match := pattern.search(text))), None)
    return cut(found[0].expand(found[1])) if found else ""


def is_chinese(text: str) -> bool:
    """Whether this is a message of ours."""
    return bool(re.match(r"\s*[\u4e00-\u9fff“（]", text))


def setting(text: str) -> str:
    """What MkDocs says of a setting, with the setting's name: `'docs_dir': The path …`."""
    found = re.match(r"'?([\w.]+)'?: (.+)", " ".join(text.split()))
    name, said = (f"“{found[1]}”：", found[2]) if found else ("", " ".join(text.split()))
    return name + (known_words(said) or f"{_KINDS['ConfigurationError']}（原文：{cut(said)}）")


def cut(text: str) -> str:
    """In one line, and not longer than a person reads."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[:_SHOWN] + "……"
