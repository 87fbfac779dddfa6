"""A name whose own sentence tells what it is, after a colon (实行“三见面”：办前见面定方案，…): what of the words around it is about it."""

import re

from macros.importing.measured import sentences
from macros.importing.quotes import unquoted
from macros.importing.topical import pairs
from macros.importing.words import words
from macros.text import counted

_CLAUSES = re.compile("[^，,。；;：:！？!?（）()\n]+")
_CJK = re.compile("[\u3400-\u9fff]")
# How a sentence begins that goes on from the one before: by a time, a number, a pointer; not by a doer or a thing of its own.
_GOES_ON = re.compile("^[”』」）]*(?:[\\dxX×]|截至|目前|去年|前年|今年|近[一二两三四五几]|[一二两三四五几]年来|以来|上半年|年[底初中末]|累计|先后|共|已|其|这|该|此|对(?!口)|凡|如|同时|并|还|也|通过|经|由此|每[年月季周半次]|全年|同步|为此|既|不|实现|有效|形成|[一二三四五六]是|第[一二三四五]|坚持|做到|从而|使|让)")
_MARK = re.compile("(?:以?前|之前|中|以?后|之后)")
_PARALLEL = 2
_SHORT, _LONG = 4, 16


def about(text: str, name: str) -> str | None:
    """The sentence of a text that explains the name, with those before it and those behind that go on about it; None where none explains it."""
    told = sentences(text)
    own = next((i for i, part in enumerate(told) if _told(part, name)), None)
    if own is None:
        return None
    said = unquoted(told[own])
    kept: list[str] = []
    for part in told[own + 1:]:
        if _goes_on(unquoted(part).strip(), said, name, bool(kept) or part is told[own + 1]):
            kept.append(part)
    return "".join((*told[:own + 1], *kept))


def planned(text: str, name: str) -> str | None:
    """The sentence that has the name, where that is a plan and the text begins with something else: 每年评选好题目。今年还计划把题目送到“书屋”。"""
    told = sentences(text)
    own = next((part for part in told if name in unquoted(part)), None) if name else None
    return own if own and own is not told[0] and counted.planned(unquoted(own).partition(name)[0]) else None


def steps(text: str, name: str) -> list[str]:
    """What is done before, in the midst and behind (办前见面定方案, 办中…), as the sentence that explains the name puts it; [] where it is not so."""
    behind = next((told for part in sentences(text) if (told := _told(part, name))), "")
    found = [m.group().strip(" 　、") for m in _CLAUSES.finditer(behind)]
    marked = [words for words in found if _SHORT < len(_CJK.findall(words)) <= _LONG and _MARK.match(words[1:3]) and words.count("“") == words.count("”")]
    return marked if len(marked) >= _PARALLEL and len({words[0] for words in marked}) <= 2 else []


def _told(sentence: str, name: str) -> str:
    """What a sentence tells behind the name and a colon; "" where it does not."""
    found = re.search(f"{re.escape(name)}[^，,。；;：:]{{0,6}}[：:](?P<told>.+)", unquoted(sentence)) if name else None
    return found["told"] if found else ""


def _goes_on(sentence: str, said: str, name: str, near: bool) -> bool:
    """Whether a sentence behind is about the same: it has a word of the name, or begins as one does that goes on and is `near`."""
    usual = words().usual | words().bare | words().plain
    return any(pair in sentence for pair in pairs((name,)) - usual) or bool(near and (_GOES_ON.match(sentence) or any(pair in sentence[:4] for pair in pairs((said,)) - usual)))
