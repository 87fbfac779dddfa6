"""What the note of a term claims of the source: the clauses that are held to it, for a note also says what the source does not say,
what the term is not, and what other bodies mean by the like."""

import re
from collections.abc import Iterable

from macros.fulltext.likewise import clauses

# Of what a source leaves open or hides, and of what is set beside the term, nothing is claimed.
_OPEN = re.compile(r"[没未]有?(?:[写说讲提列给解定界具明进交]|在|看)|没有|隐去|哪|怎样|怎么|如何|谁|什么|多少|几[个种家项次]|是否|([一-鿿])不\1|看不出|不清楚|不明|不详|不能|不宜|无从|可能|也许|似乎|大概|推[断测]")
_BESIDE = re.compile("不是一回事|一回事|不同|有别|区别|区分|不等于|不是|并非|混淆|相同|相近|一样|类似|同名")
_WHOSE = re.compile("〔([^〕]+)〕")
# What stands in another place than the term's is spoken of by its place.
_WIDER = re.compile("第[一二三四五六七八九十0-9]+(?:段|节|部分|项)|[另上下前后]一?[段节处篇]|另一|别的?[段节处]|全篇|全文|通篇|篇名|开头|末尾|结尾")


def wider(note: str) -> bool:
    """Whether a note speaks of more than the places of its term."""
    return bool(_WIDER.search(note))


def claims(note: str, around: Iterable[str]) -> str:
    """The note with all else blanked, character by character; `around` are the titles and names of the speeches that it speaks of."""
    known = "\n".join(around)
    for clause in clauses(note):
        others = any(name not in known for name in _WHOSE.findall(clause.text))
        if others or _OPEN.search(clause.text) or _BESIDE.search(clause.text):
            note = note[:clause.start] + "\0" * (clause.end - clause.start) + note[clause.end:]
    return note
