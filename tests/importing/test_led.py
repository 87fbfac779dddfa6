"""What a short sentence at its beginning says a paragraph or an item to be about."""

import pytest

from macros.importing.led import length
from macros.importing.measured import about
from macros.importing.naming import SAYS, hits
from macros.importing.points import proposed

TEXT = "三是组织“老艄公”领航。请老艄公讲水情，每季度上船一次。委员边走边记，两年来记下险滩46处。"


def test_a_sentence_of_a_verb_a_name_in_quotes_and_one_word_names_a_practice():
    [one] = [h for h in hits(TEXT) if h.sure >= SAYS]
    assert (one.name, one.reason) == ("老艄公领航", "段首一句里“组织”后面引号里的名称")


@pytest.mark.parametrize("text", [
    # Without an ordinal, with more in the sentence, alone, done away with, a saying, only pushed on.
    "我们组织“老艄公”领航。请老艄公讲水情。",
    "三是组织“老艄公”领航，走遍险滩。请老艄公讲水情。",
    "三是组织“老艄公”领航。",
    "一是开展“走过场”整治。先查后改。",
    "一是坚持“三不”原则。先查后改。",
    "一是推动“老艄公”领航。先查后改。",
    "一是念好“水”字经。先查后改。",
])
def test_any_other_short_sentence_does_not(text):
    assert [h.name for h in hits(text) if h.sure >= SAYS] == []


def test_what_follows_is_about_it():
    assert about(TEXT, "老艄公领航") == TEXT
    assert [one.text for one in proposed(about(TEXT, "老艄公领航"), "1")] == ["每季度上船一次"]
    assert about("（二）建好“渡口亭”。亭里有伞。", "渡口亭") == "（二）建好“渡口亭”。亭里有伞。"


@pytest.mark.parametrize(("behind", "kept"), [
    ("还设立“心声箱”，月月开箱。", ""),
    ("四是组织上船。", ""),
    ("下一步，我们将把船加到6条。", ""),
    ("在亭里设立还书点，自己登记。", "在亭里设立还书点，自己登记。"),
])
def test_until_something_else_is_told(behind, kept):
    text = "（二）建好“渡口亭”。亭里有伞。"
    assert about(text + behind, "渡口亭") == text + kept


def test_a_longer_first_sentence_leads_nothing():
    assert length("去年秋天县里在河边建好“渡口亭”。亭里有伞。", "渡口亭") == 0
    assert length("建好“渡口亭”。", "渡口亭") == 0


def test_a_lead_may_say_what_for_and_its_paragraph_is_about_the_name_all_the_same():
    text = "一是办好“渡口存折”，让出船多的人有脸面。前年三月，渡口会通过《出船记分办法》，在手机上开设存折账户。去年人均得分73.5分。二是搭好“议事棚”。"
    assert length(text, "渡口存折") == 3
    assert length("一是办好“渡口存折”，每周三开门。当天下午送书。", "渡口存折") == 0
