"""Click's own words in Chinese.

Click takes every text through `_` and `ngettext`, but a translation could only reach it as a
compiled file named by the environment; so the two names are bound here to a table instead.
"""

import importlib

TEXTS = {
    "Usage:": "用法：",
    "Options": "选项",
    "Commands": "命令",
    "Arguments": "参数",
    "Positional arguments": "参数",
    "[OPTIONS]": "[选项]",
    "COMMAND [ARGS]...": "命令 [参数]...",
    "Show this message and exit.": "显示这段说明。",
    "Show the version and exit.": "显示版本。",
    "Error: {message}": "出错了：{message}",
    "Error: invalid input": "写的不对，请再写一次",
    "Error: The two entered values do not match.": "两次写的不一样，请再写一次",
    "Aborted!": "已中止。",
    "Try '{command} {option}' for help.": "用法见：{command} {option}",
    "No such command {name!r}.": "没有“{name}”这个命令。",
    "No such option {name!r}.": "没有“{name}”这个选项。",
    "Did you mean {possibility}?": "是不是 {possibility}？",
    "(Did you mean one of: {possibilities}?)": "（是不是：{possibilities}？）",
    "Missing command.": "没有写命令。",
    "Missing argument": "缺少参数",
    "Missing option": "缺少选项",
    "Missing parameter": "缺少参数",
    "Missing parameter: {param_name}": "缺少参数：{param_name}",
    "Missing {param_type}": "缺少{param_type}",
    "Choose from:\n\t{choices}": "可写：\n\t{choices}",
    "Invalid value: {message}": "写的不对：{message}",
    "Invalid value for {param_hint}: {message}": "{param_hint} 写的不对：{message}",
    "{value!r} is not {choice}.": "“{value}”不行，只能写 {choice}。",
    "{value!r} is not one of {choices}.": "“{value}”不在可写的里面：{choices}。",
    "{value!r} is not a valid {number_type}.": "“{value}”不是数字。",
    "{value!r} is not a valid boolean. Recognized values: {states}": "“{value}”要写 y 或 n。",
    "{value} is not in the range {range}.": "{value} 超出范围 {range}。",
    "{name} {filename!r} does not exist.": "没有“{filename}”这个{name}。",
    "{name} {filename!r} is a directory.": "“{filename}”是文件夹，这里要写文件。",
    "{name} {filename!r} is a file.": "“{filename}”是文件，这里要写文件夹。",
    "{name} {filename!r} is not readable.": "“{filename}”不能读，检查权限。",
    "{name} {filename!r} is not writable.": "“{filename}”不能写，检查权限。",
    "Could not open file {filename!r}: {message}": "文件“{filename}”打不开：{message}",
    "Option {name!r} does not take a value.": "选项“{name}”后面不写内容。",
    "Option {name!r} requires an argument.": "选项“{name}”后面要写内容。",
    "Option {name!r} requires {nargs} arguments.": "选项“{name}”后面要写 {nargs} 项。",
    "Argument {name!r} takes {nargs} values.": "参数“{name}”要写 {nargs} 项。",
    "Got unexpected extra argument ({args})": "多写了：{args}",
    "Got unexpected extra arguments ({args})": "多写了：{args}",
    "Do you want to continue?": "继续吗？",
    "default: {default}": "默认：{default}",
    "env var: {var}": "环境变量：{var}",
    "required": "必填",
    "(dynamic)": "（随情况）",
    "file": "文件",
    "directory": "文件夹",
    "path": "路径",
    "unknown error": "原因不明",
}

_MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types", "utils", "_termui_impl")


def translated(text: str) -> str:
    """Click's text in Chinese; what the table does not know stays as it is."""
    return TEXTS.get(text, text)


def counted(one: str, many: str, number: int) -> str:
    """Chinese has one form for all numbers, but click's two differ in their placeholders."""
    return translated(one if number == 1 else many)


def install() -> None:
    """Makes click speak Chinese in this process."""
    for name in _MODULES:
        module = importlib.import_module(f"click.{name}")
        for word, function in (("_", translated), ("ngettext", counted)):
            if hasattr(module, word):
                setattr(module, word, function)
