"""Repairs change what they are about and nothing else."""

import pytest

from macros.editing.fixing import fixed, mended
from macros.model.kinds import KINDS
from macros.reading.document import Document, parse


def repaired(text: str, kind: str = "practices", *prefixes: tuple[str, ...]) -> str:
    document = parse(text.encode(), "x.yml")
    assert isinstance(document, Document), document
    return fixed(document, KINDS[kind].model, prefixes or ((),))


def test_fields_are_put_in_order_and_comments_go_with_them() -> None:
    assert repaired("""\
# 文件的说明
summary: 把委员编进专委会。   # 摘要的说明

# 标题的说明
title: 全员编组
accounts:
  - at: ["3.1"]   # 出处
    # 哪篇
    speech: x
    points:
      # 第一条
      - {text: 甲, aspect: how}
      - text: 乙
        aspect: lead
# 日期的说明
added: 2026-11-24
unsaid: [丙]
""") == """\
# 文件的说明
# 标题的说明
title: 全员编组

summary: 把委员编进专委会。   # 摘要的说明
accounts:
  - # 哪篇
    speech: x
    at: ["3.1"]   # 出处
    points:
      # 第一条
      - {aspect: how, text: 甲}
      - aspect: lead
        text: 乙
unsaid: [丙]
# 日期的说明
added: 2026-11-24
"""


def test_what_is_in_order_stays_byte_for_byte() -> None:
    text = "title:   甲 # 乙\r\nsummary: '丙。'\r\n\r\n\r\naccounts: [ {speech: x,   at: [\"1\"]} ]"
    assert repaired(text) == text


def test_a_comment_of_the_next_field_is_not_taken_along() -> None:
    assert repaired("accounts:\n  - points:\n      - {text: 甲}\n    speech: x\n# 相关的说明\nrelated: []\n") == \
        "accounts:\n  - speech: x\n    points:\n      - {text: 甲}\n# 相关的说明\nrelated: []\n"


def test_in_a_file_of_many_every_entry_is_mended() -> None:
    assert repaired("a:\n  order: 1\n  title: 甲\nb:\n  scope: 丙 丁\n  title: 乙\n", "topics", ("a",), ("b",)) == \
        "a:\n  title: 甲\n  order: 1\nb:\n  title: 乙\n  scope: 丙丁\n"


@pytest.mark.parametrize(("name", "text", "better"), [
    ("text", "委员 讲课", "委员讲课"), ("text", "用 App 讲课", "用 App 讲课"), ("text", "用  App 讲", "用 App 讲"), ("text", " 甲 ", "甲"),
    ("title", "甲 乙", "甲 乙"), ("text", "甲\u3000乙", "甲乙"), ("text", '建立"双带"机制', "建立“双带”机制"), ("text", '只有"一个', '只有"一个'),
    ("cue", '"双带"', '"双带"'), ("text", "第１次，Ａ类", "第1次，A类"), ("text", "甲（一），乙：丙；丁", "甲（一），乙：丙；丁"),
])
def test_values_are_mended_where_it_is_safe(name: str, text: str, better: str) -> None:
    assert mended(name, text) == better


@pytest.mark.parametrize(("written", "better"), [
    ("委员 讲课", "委员讲课"), ("'委员 讲课'", "'委员讲课'"), ('"委员 讲课: 甲"', '"委员讲课: 甲"'), ("委员\n  讲课", "委员讲课"),
    ("建立\"双带\"机制", "建立“双带”机制"),
])
def test_a_value_keeps_the_quotation_it_was_written_in(written: str, better: str) -> None:
    assert repaired(f"summary: {written}   # 说明\n") == f"summary: {better}   # 说明\n"


@pytest.mark.parametrize("text", ["title: 甲\naliases: {a: b}\n", "accounts:\n  - 甲\n", "unknown: 1\ntitle: 甲\n", "title:\nsummary:\n"])
def test_what_is_wrong_otherwise_does_no_harm(text: str) -> None:
    assert parse(repaired(text).encode(), "x.yml").data == parse(text.encode(), "x.yml").data  # type: ignore[union-attr]


def test_blanks_inside_quotation_marks_go_and_what_can_not_be_mended_stops_nothing_else() -> None:
    text = r'''title: 甲
summary: " 把每位 委员都编进 "
unsaid: [' 效果 ', "甲\n乙  ", "\t丙  "]
accounts:
  - speech: a
    points:
      - {aspect: how, text: " 全体  委员 "}
      - aspect: how
        text: |
          第一行  委员
          第二行
'''
    document = parse(text.encode(), "x.yml")
    assert isinstance(document, Document)
    better = fixed(document, KINDS["practices"].model)
    assert 'summary: "把每位委员都编进"\n' in better
    assert r"""unsaid: ['效果', "甲\n乙", "\t丙"]""" in better
    assert '- {aspect: how, text: "全体委员"}' in better
    assert "text: |\n          第一行  委员\n          第二行\n" in better


OLD = """\
title: 试着办
accounts:
  - speech: x
    progress: {status: pilot, cue: 探索建立, scope: local}   # 以前没有“探索”
  - speech: y
    progress: {status: pilot, cue: 首批, scope: local}
  - speech: z
    progress: {status: pilot, cue: 拟探索, scope: local}
  - speech: w
    progress:
      status: "pilot"
      cue: 积极探索
      scope: local
"""


def test_a_trial_that_is_only_explored_gets_the_word_that_came_later() -> None:
    # What could be mended in several ways, or is right, stays.
    assert repaired(OLD) == OLD.replace("{status: pilot, cue: 探索建立", "{status: exploring, cue: 探索建立").replace('"pilot"', '"exploring"')


def test_beside_fields_out_of_order_both_are_mended() -> None:
    assert repaired("accounts:\n  - progress: {cue: 探索建立, status: pilot, scope: local}\n") == (
        "accounts:\n  - progress: {status: exploring, cue: 探索建立, scope: local}\n")
