"""The span of time that a figure is of, in the words of its sentence: 去年, 今年一季度, 两年来, 自2023年开办以来. A figure of 去年 must say so."""

import re

_N = "[一二两三四五六七八九十几\\d]{1,3}"
_PART = f"(?:以来|[上下]半年|前半年|[前头上]?{_N}个?季度|前{_N}个?月|{_N}[至到—~-]{_N}月|{_N}月(?:份|以来)?|全年)?"
_YEAR = "(?<!\\d)(?:19|20)\\d{2}年|[一二][〇○零一二三四五六七八九]{3}年"
_SPAN = (f"(?:自从?|从)[^，,。；;：:]{{2,8}}以来|(?:去年|前年|今年){_PART}|(?:{_YEAR}){_PART}|(?:最近|近|过去|这|前){_N}(?:年多?|个月)[来间]?|{_N}(?:年多?|个月)(?:来|间|里|下来|(?=累计|共|先后))"
         "|近[几些]?年来|[上下]半年|上季度|本届(?:以来)?|换届以来")
# At the beginning of a clause, or right behind who is told of: 去年送书, “委员书房”去年送书, 我们去年送书.
_STANDS = re.compile(f"(?:(?<=^)|(?<=[，,。；;：:！？、”』」\\s])|(?<=我们)|(?<=其中)|(?<=政协)|(?<=[仅光单]))(?:其中|仅|光)?(?P<span>{_SPAN})(?![的版度末底初起]|[到至](?!今)|制定|印发|出台)")
# What stands now, comes back or is to come is of no such span.
_ELSE = re.compile("目前|现有|现已|现在|已有|截[至止]|每[年月周次场期季半]|到(?:今|明|本)?年底|明年|下一步")
_STATEMENT = re.compile("[。；;！？!?\\n]")
_FAR = 60


def span(text: str, start: int) -> str:
    """The span that an amount at a character of a text is of; "" where its sentence tells none, or something else stands between."""
    said = _STATEMENT.split(text[max(0, start - _FAR):start])[-1]
    found = list(_STANDS.finditer(said))
    return found[-1]["span"] if found and not _ELSE.search(said, found[-1].end()) else ""
