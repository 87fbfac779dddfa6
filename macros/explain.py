"""A validation error of pydantic, told to an editor in Chinese with file, line and column."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from macros.diagnostics import Finding
from macros.model import SUMMARY_LIMIT
from macros.nearest import nearest
from macros.source import Document
from macros.vocabulary import Labelled

_SHOWN = 40


def explain(document: Document, error: ValidationError, model: type[BaseModel],
            prefix: tuple[str, ...] = ()) -> Iterator[Finding]:
    """One finding for each error, at the place in the document that it is about.

    `prefix` is where the entry stands in the document (its key in a file of many).
    """
    for detail in error.errors(include_url=False):
        place = prefix + tuple(step for step in detail["loc"])
        yield _finding(document, detail, place, _owner(model, detail["loc"]))


def _finding(document: Document, detail: Any, place: tuple[Any, ...],
             owner: tuple[type[BaseModel] | None, FieldInfo | None]) -> Finding:
    kind, context = detail["type"], detail.get("ctx", {})
    model, info = owner
    name = next((str(s) for s in reversed(place) if isinstance(s, str)), "")
    label = f"{info.title}（{name}）" if info and info.title else f"“{name}”"
    line, column = document.position(place)
    if kind == "missing":
        line, column = document.position(place[:-1])
        return Finding(document.path, line, column, "missing-field", f"缺少{label}", _how(info, name))
    if kind == "extra_forbidden":
        line, column = document.key_position(place)
        return Finding(document.path, line, column, "unknown-field",
                       f"没有“{name}”这个字段", _instead(name, _fields(model)))
    if kind == "enum":
        wrong = str(detail["input"])
        return Finding(document.path, line, column, "unknown-value",
                       f"{label}没有“{_short(wrong)}”这一项", _one_of(wrong, info))
    if "message" in context and "cure" in context:
        return Finding(document.path, line, column, kind, context["message"], context["cure"])
    code, message, cure = _simple(kind, context, label, name, info, detail["input"])
    return Finding(document.path, line, column, code, message, cure)


def _simple(kind: str, context: Mapping[str, Any], label: str, name: str, info: FieldInfo | None,
            given: Any) -> tuple[str, str, str]:
    match kind:
        case "string_too_long":
            limit, length = context["max_length"], len(str(given).strip())
            if limit == SUMMARY_LIMIT:
                return "too-long", f"{label}有 {length} 字，最多 {limit} 字", f"删去 {length - limit} 字以上，细节写进各家的要点"
            return "too-long", f"{label}有 {length} 字，最多 {limit} 字", "写短；一句话说一件事"
        case "string_too_short" | "string_type" if not given:
            return "empty-field", f"{label}是空的", _how(info, name)
        case "too_short":
            return "empty-field", f"{label}一项也没有", _how(info, name)
        case "too_long":
            return "too-many", f"{label}超过 {context['max_length']} 项", f"只留主要的 {context['max_length']} 项"
        case "string_pattern_mismatch":
            return _pattern(label, given, info)
        case "literal_error":
            return "unknown-value", f"{label}不能写“{_short(given)}”", f"写 {context['expected'].strip(chr(39))}，或删去这一行"
        case "int_parsing" | "int_from_float" | "decimal_parsing" | "decimal_type" | "int_type":
            return "not-a-number", f"{label}不是数字：“{_short(given)}”", "写阿拉伯数字，例如：3；原文隐去的数不填"
        case "greater_than_equal" | "less_than_equal":
            return "out-of-range", f"{label}写了 {_short(given)}，超出范围", f"写{_range(info)}之间的整数"
        case "date_from_datetime_parsing" | "date_parsing" | "date_type" | "date_from_datetime_inexact":
            return "not-a-date", f"{label}不是日期：“{_short(given)}”", "写成 年-月-日，例如：2026-11-24"
        case "model_type" | "model_attributes_type" | "dict_type" | "tuple_type" | "string_type" | "string_too_short":
            return "wrong-shape", f"{label}的写法不对", _how(info, name)
    return "bad-value", f"{label}不能这样写：“{_short(given)}”", _how(info, name)


def _pattern(label: str, given: Any, info: FieldInfo | None) -> tuple[str, str, str]:
    text = str(given)
    if "\n" in text:
        return "several-lines", f"{label}写成了几行", "写成一行；几件事就分成几条"
    if info and info.title == "全文校验值":
        return "bad-value", f"{label}不是 64 位小写十六进制", "用 sha256sum 算出来再填"
    if info and info.title in ("出处",):
        return "bad-locator", f"{label}不能写“{_short(text)}”", '第 3 段写 "3"，第 3 段第 2 项写 "3.2"，都加双引号'
    return "bad-id", f"{label}不是合法的编号：“{_short(text)}”", "编号用小写拼音、数字和连字符，例如：quan-yuan-ru-wei"


def _range(info: FieldInfo | None) -> str:
    low = next((m.ge for m in (info.metadata if info else []) if hasattr(m, "ge")), 0)
    high = next((m.le for m in (info.metadata if info else []) if hasattr(m, "le")), 999)
    return f" {low} 到 {high} "


def _short(given: Any) -> str:
    text = str(given).replace("\n", " ")
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "……"


def _how(info: FieldInfo | None, name: str) -> str:
    if info is None:
        return "对照编写指南里的样例改"
    example = f"，例如：{info.examples[0]}" if info.examples else ""
    return f"写上 {name}：{info.description}{example}"


def _instead(wrong: str, known: Mapping[str, str]) -> str:
    by_label = {label: name for name, label in known.items()}
    found = nearest(wrong, [*known, *by_label])
    listing = "、".join(f"{name}（{label}）" for name, label in known.items())
    if found:
        name = by_label.get(found, found)
        return f"是不是 {name}（{known[name]}）？可用的字段：{listing}"
    return f"删去它，或换成可用的字段：{listing}"


def _fields(model: type[BaseModel] | None) -> dict[str, str]:
    if model is None:
        return {}
    return {info.alias or name: info.title or name for name, info in model.model_fields.items()}


def _one_of(wrong: str, info: FieldInfo | None) -> str:
    values = _enum(info)
    if values is None:
        return "对照编写指南里的样例改"
    listing = "、".join(f"{v.value}（{v.label}）" for v in values)
    by_word = {word: v for v in values for word in (v.value, v.label)}
    found = nearest(wrong, by_word)
    if found:
        return f"写 {by_word[found].value}（{by_word[found].label}）；可写：{listing}"
    return f"可写：{listing}"


def _enum(info: FieldInfo | None) -> type[Labelled] | None:
    return next((t for t in _types(info.annotation) if issubclass(t, Labelled)), None) if info else None


def _types(annotation: Any) -> Iterator[type]:
    """The plain types inside an annotation such as `tuple[Account, ...] | None`."""
    arguments = getattr(annotation, "__args__", None)
    if isinstance(annotation, type) and not arguments:
        yield annotation
    for argument in arguments or ():
        yield from _types(argument)


def _owner(model: type[BaseModel], loc: tuple[Any, ...]) -> tuple[type[BaseModel] | None, FieldInfo | None]:
    """The model and the field that an error's place ends in."""
    current: type[BaseModel] | None = model
    info: FieldInfo | None = None
    owner = current
    for step in (s for s in loc if isinstance(s, str)):
        if current is None:
            return None, None
        owner = current
        info = next((f for n, f in current.model_fields.items() if step in (n, f.alias)), None)
        inner = [t for t in _types(info.annotation) if issubclass(t, BaseModel)] if info else []
        current = inner[0] if inner else None
    return owner, info
