"""Hand-written pages: every macro call is checked before a build starts.

Pages that say `render_macros: true` are parsed, not run: the calls are read from Jinja's syntax
tree and held to the types in `macros/handwritten/macros.py`.
"""

import inspect
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, get_type_hints

import jinja2
from jinja2 import nodes

from macros.findings import Finding
from macros.handwritten.calls import macros, mark_of
from macros.handwritten.docs_folder.pages import Page
from macros.handwritten.macro_signs import slips
from macros.handwritten.macros import Choice, Ref
from macros.library.catalog import Catalog
from macros.model.kinds import KINDS
from macros.rules.unknown_reference import suggest
from macros.runtime import reasons
from macros.text.edit_distance import nearest

# What a page may make is bounded by what it calls: nothing in it repeats, counts or puts together. A condition may
# leave something out.
_ALLOWED = (nodes.Output, nodes.TemplateData, nodes.Const, nodes.Name, nodes.Keyword, nodes.If)
_REFUSED: tuple[tuple[tuple[type[nodes.Node], ...], str], ...] = (
    ((nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends), "取另一个文件（{% include %} 一类）"),
    ((nodes.For,), "重复（{% for %}）"),
    ((nodes.BinExpr, nodes.UnaryExpr, nodes.Compare, nodes.Concat, nodes.CondExpr, nodes.Test), "计算或判断"),
    ((nodes.Filter, nodes.FilterBlock), "过滤器（|）"),
    ((nodes.Getattr, nodes.Getitem, nodes.Call), "取值里的一部分"),
    ((nodes.Stmt,), "{% %} 的写法"),
    ((nodes.Node,), "另外的值"),
)


_WRITTEN = "括号和引号要成对；要原样写出双花括号，就放进 {% raw %} 与 {% endraw %} 之间"
_ONLY = "只留下宏，例如 {{ practices() }}；要原样写出双花括号，就放进 {% raw %} 与 {% endraw %} 之间"
_WRITE: dict[type[nodes.Node], str] = {nodes.Include: "把那个文件的内容直接写进这一页"}


def check(docs: Path, catalog: Catalog, shown: str = "docs") -> Iterator[Finding]:
    """Findings about macro calls in the pages under `docs`; `shown` stands for it in messages. That a whole kind of
    entries is not there is told at the first call that names one."""
    told: set[str] = set()
    for finding in _check_pages(docs, catalog, shown):
        if finding.code != "missing-part" or finding.message not in told:
            told.add(finding.message)
            yield finding


def _check_pages(docs: Path, catalog: Catalog, shown: str) -> Iterator[Finding]:
    for file in sorted(docs.rglob("*.md")):
        # A pipe would wait for ever; that it lies there is told with all that has no place in the folder.
        try:
            if file.is_symlink() or not file.is_file():
                continue
            text = file.read_text(encoding="utf-8")
        except FileNotFoundError:
            continue  # gone since it was listed
        except UnicodeDecodeError:
            yield Finding(f"{shown}/{file.relative_to(docs).as_posix()}", 1, 1, "encoding",
                          "文件不是 UTF-8 编码的文本", "在编辑器里选“另存为”，编码选 UTF-8")
            continue
        except OSError as error:
            yield Finding(f"{shown}/{file.relative_to(docs).as_posix()}", 1, 1, "unreadable",
                          f"文件打不开：{reasons.of(error).why}", reasons.of(error).cure)
            continue
        page = Page(file.relative_to(docs).as_posix(), f"{shown}/{file.relative_to(docs).as_posix()}", text)
        if page.calls_macros:
            yield from _check_page(page.path, text[len(page.front):], page.front.count("\n"), _with_own_topic(catalog, file))


def _check_page(path: str, text: str, before: int, catalog: Catalog) -> Iterator[Finding]:
    # Told here, with the macro as it should be: Jinja says only that something is wrong, and takes full-width braces for words.
    found = list(slips(text, frozenset(macros())))
    yield from (Finding(path, slip.line + before, slip.column, "macro-syntax", slip.message, slip.cure) for slip in found)
    if found:
        return
    try:
        tree = jinja2.Environment(autoescape=True).parse(text)
    except jinja2.TemplateSyntaxError as error:
        yield Finding(path, error.lineno + before, 1, "macro-syntax", "这里的 {{ }} 或 {% %} 不合写法", _WRITTEN)
        return
    except (RecursionError, ValueError) as error:  # thousands of brackets in each other, a number of thousands of digits
        yield Finding(path, before + 1, 1, "macro-syntax", f"这一页的 {{{{ }}}} 或 {{% %}} 读不了：{reasons.words(error)}", _WRITTEN)
        return
    lines = text.split("\n")
    for node in _met(tree):
        if isinstance(node, nodes.Name):
            if node.name not in macros():
                yield _finding(path, lines, node, before, "unknown-macro", f"没有“{node.name}”这个宏", _unknown_name(node.name))
        elif isinstance(node, nodes.Call) and _is_plain(node):
            if node.node.name in macros():  # type: ignore[attr-defined]
                for code, message, cure in _check_call(node, catalog):
                    yield _finding(path, lines, node.node, before, code, message, cure)  # type: ignore[arg-type]
        elif not isinstance(node, _ALLOWED):
            what = next(words for kinds, words in _REFUSED if isinstance(node, kinds))
            yield Finding(path, node.lineno + before, _opening(lines, node.lineno), "only-macros",
                          f"手写页面里只能调用宏，这里用了{what}", _WRITE.get(type(node), _ONLY))


def _met(node: nodes.Node) -> Iterator[nodes.Node]:
    """What stands below a node; what is refused is told once, whatever it holds, and arguments are held to their types."""
    for child in node.iter_child_nodes():
        yield child
        if isinstance(child, _ALLOWED):
            yield from _met(child)
        elif isinstance(child, nodes.Call) and _is_plain(child):
            yield child.node


def _is_plain(call: nodes.Call) -> bool:
    return isinstance(call.node, nodes.Name) and not call.dyn_args and not call.dyn_kwargs


def _opening(lines: list[str], number: int) -> int:
    """The column where the braces open."""
    found = re.search(r"\{[{%]", lines[number - 1]) if number <= len(lines) else None
    return found.start() + 1 if found else 1


def _with_own_topic(catalog: Catalog, file: Path) -> Catalog:
    """A topic's page whose topic is missing is told once, not at each of its calls."""
    return replace(catalog, claimed=catalog.claimed | {("topics", file.stem)}) if file.parent.name == "topics" else catalog


def _unknown_name(name: str) -> str:
    like = nearest(name, macros())
    return f"是不是 {like}？" if like else f"可用的宏：{'、'.join(macros())}"


def _finding(path: str, lines: list[str], node: nodes.Name, before: int, code: str, message: str, cure: str) -> Finding:
    column = lines[node.lineno - 1].find(node.name) + 1 if node.lineno <= len(lines) else 1
    return Finding(path, node.lineno + before, max(column, 1), code, message, cure)


def _check_call(call: nodes.Call, catalog: Catalog) -> Iterator[tuple[str, str, str]]:
    name = call.node.name  # type: ignore[attr-defined]
    macro = macros()[name]
    signature = inspect.signature(macro)
    names = [p for p in signature.parameters if p != "self"]
    given: dict[str, nodes.Expr] = {}
    for i, argument in enumerate(call.args):
        if i >= len(names):
            cure = f"最多 {len(names)} 个：{'、'.join(names)}" if names else "这个宏没有参数"
            yield "macro-argument", f"宏 {name} 的参数太多", cure
            return
        given[names[i]] = argument
    for keyword in call.kwargs:
        if keyword.key not in names:
            like = nearest(keyword.key, names)
            cure = f"是不是 {like}？可用的参数：{'、'.join(names)}" if like else f"可用的参数：{'、'.join(names) or '没有'}"
            yield "macro-argument", f"宏 {name} 没有参数“{keyword.key}”", cure
        else:
            given[keyword.key] = keyword.value
    for parameter in names:
        if parameter not in given and signature.parameters[parameter].default is inspect.Parameter.empty:
            yield "macro-argument", f"宏 {name} 缺少参数 {parameter}", f'写成 {name}("编号")'
    hints = get_type_hints(macro, include_extras=True)
    for parameter, node in given.items():
        yield from _check_value(name, parameter, node, hints[parameter], catalog)


def _check_value(name: str, parameter: str, node: nodes.Expr, hint: Any,
                 catalog: Catalog) -> Iterator[tuple[str, str, str]]:
    if not isinstance(node, nodes.Const):
        yield "macro-argument", f"宏 {name} 的参数 {parameter} 不是直接写出的值", f'写成 {parameter}="编号"，加引号'
        return
    value = node.value
    if value is None:
        return
    mark = mark_of(hint)
    if isinstance(mark, Ref) and not catalog.has(mark.kind, str(value)) and (mark.kind, str(value)) in catalog.former \
            and (mark.kind, str(value)) in catalog.in_pages:
        return  # told once, with all places that have the old id
    if isinstance(mark, Ref) and not catalog.has(mark.kind, str(value)) and not any(kind == mark.kind for kind, _ in catalog.claimed):
        label = KINDS[mark.kind].label
        yield ("missing-part", f"库里一条{label}也没有，手写页面里却写着{label}的编号",
               f"从 git 里取回来或从备份里放回；确实没有的，先删去写着{label}编号的宏")
    elif isinstance(mark, Ref) and not catalog.has(mark.kind, str(value)):
        yield ("macro-argument", f"宏 {name} 的参数 {parameter}：没有编号为“{value}”的{KINDS[mark.kind].label}",
               suggest(catalog, mark.kind, str(value)))
    elif isinstance(mark, Choice) and value not in dict(mark.values):
        listing = "、".join(f"{v}（{label}）" for v, label in mark.values)
        by_word = {word: v for v, label in mark.values for word in (v, label)}
        like = nearest(str(value), by_word)
        start = f"写 {by_word[like]}；" if like else ""
        yield "macro-argument", f"宏 {name} 的参数 {parameter} 没有“{value}”这一项", f"{start}可写：{listing}"
    elif mark is None and hint is int and (not isinstance(value, int) or value < 1):
        yield "macro-argument", f"宏 {name} 的参数 {parameter} 不是正整数：“{value}”", f"写成 {parameter}=10"
