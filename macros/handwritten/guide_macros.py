"""Macros of the editors' guide: lists that are made from the code, so that they can't go stale."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from markupsafe import Markup

from macros import rules
from macros.handwritten import component_samples, macros
from macros.handwritten.macros import Choice, Ref
from macros.library.catalog import Catalog
from macros.model import describe, progress
from macros.model.fields import SHOWN
from macros.model.kinds import KINDS
from macros.pages.renderer import Renderer
from macros.rules.reading_codes import READING_CODES
from macros.rules.rule import Code

Kind = Annotated[str, Choice(tuple((kind.name, kind.label) for kind in KINDS.values()))]
Part = Annotated[str, Choice((("reading", "读文件时"), ("entries", "条目之间")))]
RuleCode = Annotated[str, Choice(tuple((rule.code, rule.title) for rule in rules.reference()))]
Component = Annotated[str, Choice(component_samples.NAMES)]

RULES_PAGE = "contributing/rules.html"


@dataclass(frozen=True)
class Parameter:
    """A parameter of a macro: what may be written there, as a sentence, and the value that it has when left out."""

    name: str
    meaning: str
    default: str | None


@dataclass(frozen=True)
class MacroReference:
    """A macro as the guide shows it; `example` is a call that the check lets pass."""

    name: str
    meaning: str
    parameters: tuple[Parameter, ...]
    example: str


class Guide:
    """The guide's macros for one page; `page` is its address relative to the site's root."""

    def __init__(self, renderer: Renderer, page: str) -> None:
        self._renderer = renderer
        self._page = page

    def macro_list(self) -> Markup:
        """手写页面可以用的全部宏，各带参数、说明和例子。"""
        catalog = self._renderer.graph.catalog
        groups = {"手写页面用的": macro_references(macros.Macros, catalog), "编写指南用的": macro_references(Guide, catalog)}
        return self._fill("guide_macros.html", groups=groups)

    def fields(self, kind: Kind) -> Markup:
        """一种条目的全部字段：名称、意思、可写的值、例子，必填的标明。"""
        return self._fill("guide_fields.html", kind=kind, fields=describe.fields(KINDS[kind].model), shown=SHOWN)

    def rules(self, part: Part) -> Markup:
        """检查的规则，一条一节：为什么、错的写法、对的写法；节的地址就是方括号里的代码。"""
        return self._fill("guide_rules.html", rules=of_part(part))

    def rule_index(self) -> Markup:
        """全部规则的代码和题目，各链接到它的一节。"""
        return self._fill("guide_rule_index.html", rules=rules.reference())

    def rule(self, code: RuleCode) -> Markup:
        """一条规则的题目，链接到它的一节。"""
        found = next(rule for rule in rules.reference() if rule.code == code)
        return self._fill("guide_rule.html", rule=found, target=f"{RULES_PAGE}#{code}")

    def progress_words(self) -> Markup:
        """说明进展的词，一种进展一行；检查、导入读同一张表。"""
        return self._fill("guide_progress_words.html", words=progress.by_status())

    def component(self, name: Component) -> Markup:
        """界面的一种组件，它的各种样子都列出来。"""
        return self._fill(f"component_{name}.html", **component_samples.values(self._renderer, self._page))

    def _fill(self, template: str, **values: Any) -> Markup:
        return Markup(self._renderer.render(template, self._page, anchor=anchor, **values))  # noqa: S704 - fragments escape


def anchor(kind: str, path: str) -> str:
    """The id of a field's section: `practices-accounts-progress-cue`."""
    return f"{kind}-{path.replace('[]', '').replace('.', '-')}"


def of_part(part: str) -> tuple[Code, ...]:
    """The rules that reading a file applies, or those that look from one entry to another."""
    return READING_CODES if part == "reading" else (*rules.RULES, *rules.AFTERWARDS)


def macro_references(owner: type, catalog: Catalog) -> tuple[MacroReference, ...]:
    """Every macro of a class as the guide shows it; the examples name entries of this catalogue."""
    return tuple(_macro(name, macro, catalog) for name, macro in macros.macros(owner).items())


def _macro(name: str, macro: Callable[..., Markup], catalog: Catalog) -> MacroReference:
    hints = get_type_hints(macro, include_extras=True)
    given = [p for p in inspect.signature(macro).parameters.values() if p.name != "self"]
    parameters = tuple(Parameter(p.name, _meaning(hints[p.name]), _default(p)) for p in given)
    needed = ", ".join(_written(hints[p.name], catalog) for p in given if p.default is inspect.Parameter.empty)
    return MacroReference(name, inspect.getdoc(macro) or "", parameters, f"{{{{ {name}({needed}) }}}}")


def _default(parameter: inspect.Parameter) -> str | None:
    if parameter.default is inspect.Parameter.empty:
        return None
    return "" if parameter.default is None else str(parameter.default)


def _meaning(hint: Any) -> str:
    mark = next(_marks(hint), None)
    if isinstance(mark, Ref):
        return f"{KINDS[mark.kind].label}的编号"
    if isinstance(mark, Choice):
        # The codes of the rules have a page of their own.
        return "、".join(f"{v}（{label}）" for v, label in mark.values) if len(mark.values) < 12 else "规则的代码"
    return "数字" if hint is int else "文字"


def _written(hint: Any, catalog: Catalog) -> str:
    """What an example writes for a parameter that must be there."""
    mark = next(_marks(hint), None)
    if isinstance(mark, Ref):
        return f'"{next(iter(catalog.of(mark.kind)), "编号")}"'
    return f'"{mark.values[0][0]}"' if isinstance(mark, Choice) else '"title"'


def _marks(hint: Any) -> Iterator[Ref | Choice]:
    if get_origin(hint) is Annotated:
        yield from (mark for mark in get_args(hint)[1:] if isinstance(mark, Ref | Choice))
    else:
        for argument in get_args(hint):
            yield from _marks(argument)
