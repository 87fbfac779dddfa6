"""What of a page is read as Markdown: code, comments and template tags are blanked, every character keeps its place."""

import re

# Stands where a template puts something that is known only when the page is made.
UNKNOWN = "\0"

_RAW = re.compile(r"\{%-?\s*raw\s*-?%\}(.*?)\{%-?\s*endraw\s*-?%\}", re.S)
_TEMPLATE = re.compile(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", re.S)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_SPAN = re.compile(r"(?<![\\`])(`+)(?!`)((?:(?!\n[ \t]*\n).)+?)(?<!`)\1(?!`)", re.S)
_FENCE = re.compile(r"([ \t]*(?:[-*+]|\d+[.)])?[ \t>]*)(`{3,}|~{3,})([^\n]*)")
_CONTINUED = re.compile(r"\s*(?:[-*+]\s|\d+[.)]\s|!!!|\?\?\?|:\s|\[\^[^\]]+\]:)")


def masked(text: str, start: int, *, templates: bool) -> str:
    """`text` from `start` on with code and comments blank; with `templates`, their tags are `UNKNOWN`."""
    text = _blank(text[:start]) + text[start:]
    if templates:
        text = _without_templates(text)
    text = _without_blocks(text)
    text = _COMMENT.sub(lambda m: _blank(m[0]), text)
    return _SPAN.sub(lambda m: _blank(m[0]), text)


def _blank(text: str, sign: str = " ") -> str:
    return re.sub(r"[^\n]", sign, text)


def _without_templates(text: str) -> str:
    parts, end = [], 0
    for raw in _RAW.finditer(text):
        tags = text[raw.start():raw.start(1)], text[raw.end(1):raw.end()]
        parts += [_unknown(text[end:raw.start()]), _blank(tags[0], UNKNOWN), raw[1], _blank(tags[1], UNKNOWN)]
        end = raw.end()
    return "".join([*parts, _unknown(text[end:])])


def _unknown(text: str) -> str:
    return _TEMPLATE.sub(lambda m: _blank(m[0], UNKNOWN), text)


def _without_blocks(text: str) -> str:
    """Fenced blocks, and blocks indented by four or more that are no part of a list."""
    lines, fence, inside_list, before = text.split("\n"), "", False, ""
    for i, line in enumerate(lines):
        opened = _FENCE.match(line)
        if fence:
            if opened and not opened[3].strip() and opened[2][0] == fence[0] and len(opened[2]) >= len(fence):
                fence = ""
            lines[i] = _blank(line)
            continue
        if opened and "`" not in opened[3]:
            fence, lines[i] = opened[2], _blank(line)
            continue
        if line.strip() and not line.startswith((" ", "\t")):
            inside_list = bool(_CONTINUED.match(line))
        elif line.startswith(("    ", "\t")) and not inside_list and not before.strip():
            lines[i] = _blank(line)
            continue
        elif _CONTINUED.match(line):
            inside_list = True
        before = line if line.strip() else ""
    return "\n".join(lines)
