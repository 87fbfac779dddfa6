"""What an editor is told when a field is not as the model declares it: exact words and place."""

import pytest

from macros.model import describe
from macros.model.fields import fields_of
from macros.model.kinds import KINDS
from macros.reading.validation_errors import words
from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"
BIAN_ZU = "practices/wei-yuan-bian-zu.yml"
FORMS = "可写：organization（组织设置）、mechanism（制度机制）、platform（平台载体）、activity（活动品牌）、method（工作方法）、incentive（考核激励）"


@pytest.mark.parametrize(("path", "old", "new", "expected"), [
    (KE_TANG, "form: platform", "form: 组织设制",
     f"3:7 错误[unknown-value] 类型（form）没有“组织设制”这一项 | 写 organization（组织设置）；{FORMS}"),
    (KE_TANG, "form: platform", "form: platfrom",
     f"3:7 错误[unknown-value] 类型（form）没有“platfrom”这一项 | 写 platform（平台载体）；{FORMS}"),
    (KE_TANG, "form: platform", "form: 毫不相干的话", f"3:7 错误[unknown-value] 类型（form）没有“毫不相干的话”这一项 | {FORMS}"),
    (KE_TANG, "form: platform\n", "", f"1:1 错误[missing-field] 缺少类型（form） | 写上 form：做法属于哪一类；{FORMS}"),
    (KE_TANG, "form: platform", "form:", f"3:6 错误[empty-field] 类型（form）是空的 | 写上 form：做法属于哪一类；{FORMS}"),
    (KE_TANG, "form: platform", "form: null", f"3:7 错误[empty-field] 类型（form）是空的 | 写上 form：做法属于哪一类；{FORMS}"),
    (KE_TANG, "form: platform", "form: 待填", f"3:7 错误[to-fill] 类型（form）还没有填 | 写上 form：做法属于哪一类；{FORMS}"),
    (KE_TANG, "{aspect: how, text: 委员轮流讲课}", "{aspect: how, text: 委员讲课待填}",
     "10:33 错误[to-fill] 内容（text）还没有填 | 写上 text：用自己的话写一件事，句末不加句号，例如：全体委员编入各专委会"),
    (KE_TANG, "{aspect: how, text: 委员轮流讲课}", "{aspect: 待填, text: 委员轮流讲课}",
     "10:18 错误[to-fill] 方面（aspect）还没有填 | 写上 aspect：这一点回答哪个问题；可写：lead（谁来做）、how（怎么做）、"
     "rhythm（多久一次）、support（靠什么保障）、effect（成效）；原文没有，就连字段名一起删去"),
    (KE_TANG, "title: 委员课堂", 'title: ""', "1:8 错误[empty-field] 标题（title）是空的 | 写上 title：做法的名称，用原文的叫法，例如：全员入委"),
    (KE_TANG, "topics: [member-duty]", "topics: []",
     "4:1 错误[empty-field] 专题（topics）一项也没有 | 写上 topics：一到三个，主要的写在前面，例如：[member-duty]"),
    (KE_TANG, "topics: [member-duty]", "topics: [a, b, c, d]", "4:1 错误[too-many] 专题（topics）超过 3 项 | 只留主要的 3 项"),
    (KE_TANG, "topics: [member-duty]", "topics: member-duty",
     "4:9 错误[wrong-shape] 专题（topics）的写法不对 | 写成列表：topics: [member-duty]"),
    (KE_TANG, "title: 委员课堂", "title: [委员课堂]",
     "1:1 错误[wrong-shape] 标题（title）写成了一列 | 只写一项，不用方括号，写成 title: 委员课堂"),
    (KE_TANG, "progress: {status: under-way, cue: 正在, scope: local}", "progress: 正在",
     "8:15 错误[wrong-shape] 进展（progress）的写法不对 | 下面缩进写各个字段。写上 progress：这家进行到哪一步，和判断依据，例如：{status: planned, cue: 几点工作打算, scope: speech}"),
    (KE_TANG, "title: 委员课堂", "titel: 委员课堂\ntitle: 委员课堂",
     "1:1 错误[unknown-field] 没有“titel”这个字段 | 是不是 title（标题）？可用的字段：title（标题）、aliases（又称）、summary（摘要）、"
     "form（类型）、topics（专题）、problems（问题）、accounts（各家做法）、related（相关做法）、distinct_from（不要混淆）、"
     "unsaid（原文未说明）、keywords（检索词）、added（收录日期）、updated（修改日期）、changes（更正）、reviewed（审读）、formerly（旧编号）、withdrawn（撤下）、exempt（不检查）"),
    (BIAN_ZU, "as: complement", "as: complement, 说明: 甲",
     "22:44 错误[unknown-field] 没有“说明”这个字段 | 换成可用的字段：to（指向）、as（关系）；都不合适就删去它"),
    (KE_TANG, "summary: 开办课堂，请委员轮流讲课。", f"summary: {'字' * 125}。",
     "2:10 错误[too-long] 摘要（summary）有 126 字，最多 120 字 | 删去 6 字以上，细节写进各家的要点"),
    (KE_TANG, "title: 委员课堂", f"title: {'字' * 81}", "1:8 错误[too-long] 标题（title）有 81 字，最多 80 字 | 写短；一句话说一件事"),
    (KE_TANG, "title: 委员课堂", "title: |\n  委员\n  课堂", "1:8 错误[several-lines] 标题（title）写成了几行 | 写成一行；几件事就分成几条"),
    (KE_TANG, 'at: ["2.2"]', "at: [第二段]",
     '7:10 错误[bad-locator] 出处（at）不能写“第二段” | 写 "2"（第 2 段），加半角双引号'),
    (KE_TANG, "added: 2026-11-24", "added: 2026年11月24日", "13:8 错误[not-a-date] 收录日期（added）不是日期：“2026年11月24日” | 写成 2026-11-24"),
    (KE_TANG, "added: 2026-11-24", "added: 2026-02-30", "13:8 错误[not-a-date] 收录日期（added）不是日期：“2026-02-30” | 写成 年-月-日，例如：2026-11-24；看看有没有这一天"),
    (KE_TANG, "added: 2026-11-24", "added: 2026-11-24\nupdated: 2026-11-01",
     "14:10 错误[date-order] 修改日期 2026-11-01 早于收录日期 2026-11-24 | 核对两个日期，改成先收录、后修改"),
    ("speeches/yi-xian.yml", "order: 2", "order: 第二", "3:8 错误[not-a-number] 篇次（order）不是数字：“第二” | 写阿拉伯数字，例如：3；原文隐去的数不填"),
    (KE_TANG, "topics: [member-duty]", "topics: [委员履职]",
     "4:10 错误[bad-id] 专题（topics）不是合法的编号：“委员履职” | 写编号 member-duty（委员履职）"),
    ("speeches/yi-xian.yml", "order: 2", "order: ２", "3:8 错误[not-a-number] 篇次（order）不是数字：“２” | 只写阿拉伯数字：2；单位和别的字写在名目（label）、原文写法（raw）里；原文隐去的数不填"),
    ("speeches/yi-xian.yml", "order: 2", "order: 0", "3:8 错误[out-of-range] 篇次（order）写了 0，超出范围 | 写 1 到 999 之间的整数"),
    ("sources/hui-bian.yml", "year: 2024", "sha256: abc", "3:9 错误[bad-value] 全文校验值（sha256）不是 64 个小写字母和数字 | 用 kb import 放入全文，它会算好；自己算就用 sha256sum 这个命令"),
    ("terms.yml", "unexplained: true", "unexplained: 是", "3:16 错误[unknown-value] 原文没有解释（unexplained）不能写“是” | 写 true，或删去这一行"),
    ("terms.yml", "  unexplained: true\n", "", "1:1 错误[term-expansion] “三联”要么写所指，要么写明原文没有解释，两者写一个 | 原文有解释就写所指（expansion）；没有就只写 unexplained: true（原文没有解释）"),
    (KE_TANG, "cue: 正在, scope: local", "scope: local",
     "8:5 错误[progress-cue] 进展写了“推进中”，没有写依据 | 补上依据（cue）：照抄原文里表明进展的词语；原文没有就把进展写成 status: unclear（不明）"),
    (KE_TANG, ", scope: local", "", "8:5 错误[progress-cue] 写了依据，没有写依据范围 | 补上依据范围：依据在本段写 scope: local，在全篇开头或标题写 scope: speech"),
    (BIAN_ZU, "state: redacted, raw", "state: redacted, value: 6, raw", "14:48 错误[redacted-value] “小组的数目”在原文里被隐去，却填了数值 6 | 删去数值（value）；原文写法（raw）保留原文的 x"),
    (BIAN_ZU, "raw: x个", "raw: 若干个", "14:46 错误[redacted-raw] “小组的数目”标为原文隐去，原文写法（raw）里却没有 x | 原文写法（raw）照抄原文带 x（或 ×、*、○、某……）的写法，例如：x个临时党支部"),
    (KE_TANG, "{aspect: how, text: 委员轮流讲课}", "{aspect: how, text: 讲课, every: month}",
     "10:18 错误[rhythm-interval] 写了间隔、次数或原文写法，方面却不是“多久一次” | 把方面写成 aspect: rhythm（多久一次）；不是讲多久一次的，删去间隔（every）、次数（times）、原文写法（raw）"),
    (KE_TANG, "{aspect: how, text: 委员轮流讲课}", "{aspect: rhythm, text: 讲课, every: month, raw: 每月几次, times: {state: redacted}}",
     "10:55 错误[redacted-raw] 次数标为原文隐去，原文写法（raw）里却没有遮盖的字 | 原文写法（raw）照抄原文带 x 的写法，例如：每年至少x次"),
    (KE_TANG, "{aspect: how, text: 委员轮流讲课}", "{aspect: rhythm, text: 讲课, every: month, raw: 每月讲课, times: {state: given}}",
     "10:61 错误[given-value] 次数标为原文写明，没有写次数的数（value） | 写上 value: 和数；原文没有写几次，就删去次数（times）"),
    (KE_TANG, "added: 2026-11-24", "unsaid: [{what: 效果, speech: jia-shi}]\nadded: 2026-11-24",
     "13:10 错误[unsaid-place] “效果”只写了发言和方面中的一个 | 发言（speech）和方面（aspect）一起写，或者都不写，只写一句话"),
    (KE_TANG, "added: 2026-11-24", "added: 2026-11-24\nchanges: [{on: 2026-11-01, what: 改了标题}]",
     "14:16 错误[date-order] 更正日期 2026-11-01 早于收录日期 2026-11-24 | 核对两个日期，改成先收录、后修改"),
    (KE_TANG, "added: 2026-11-24", "added: 2026-11-24\nchanges:\n  - {on: 2026-11-25, what: 改了标题}\n  - on: 2026-11-02\n    what: 改了摘要",
     "16:9 错误[date-order] 更正日期 2026-11-02 早于收录日期 2026-11-24 | 核对两个日期，改成先收录、后修改"),
    (KE_TANG, "added: 2026-11-24", "added: 2026-11-24\nreviewed:\n  on: 2026-11-03\n  by: 提案委办公室",
     "15:7 错误[date-order] 审读日期 2026-11-03 早于收录日期 2026-11-24 | 核对两个日期，改成先收录、后修改"),
    ("organizations.yml", "  level: county\n", "  distinguisher: 一二三四五六七\n  level: county\n",
     "9:18 错误[too-long] 区分（distinguisher）有 7 字，最多 6 字 | 写短；一句话说一件事"),
    (KE_TANG, "{aspect: how, text: 委员轮流讲课}", "{aspect: how}",
     "10:9 错误[missing-field] 缺少内容（text） | 写上 text：用自己的话写一件事，句末不加句号，例如：全体委员编入各专委会"),
    (BIAN_ZU, "as: complement", "as: complement, 甲", "22:44 错误[unknown-field] 没有“甲”这个字段 | 内容里若有半角逗号，换成全角逗号“，”，或给整句加双引号；是字段名，就换成可用的字段：to（指向）、as（关系）；都不合适就删去它"),
    (BIAN_ZU, "as: complement", "as: complement, foo", "22:44 错误[unknown-field] 没有“foo”这个字段 | 换成可用的字段：to（指向）、as（关系）；都不合适就删去它"),
    ("sources/hui-bian.yml", "year: 2024", "year: 某年", "3:7 错误[not-a-number] 年份（year）不是数字：“某年” | 写阿拉伯数字，例如：2022；原文隐去的数不填"),
    ("sources/hui-bian.yml", "year: 2024", "year: 3000", "3:7 错误[out-of-range] 年份（year）写了 3000，超出范围 | 写 1949 到 2999 之间的整数"),
    ("sources/hui-bian.yml", "year: 2024", "year: 1948", "3:7 错误[out-of-range] 年份（year）写了 1948，超出范围 | 写 1949 到 2999 之间的整数"),
    (KE_TANG, "value: 2, ", "", "12:9 错误[given-value] “每月讲课”标为原文写明，缺少数值（value）或原文写法（raw） | 数值（value）写数，原文写法（raw）照抄原文；原文没有数字就改成 state: listed，并列出名称（members）"),
    (KE_TANG, "state: given", "state: listed", "12:45 错误[listed-value] “每月讲课”标为只列名称，却填了数值 2 | 删去数值（value）；原文写了数字就改成 state: given"),
    (KE_TANG, "state: given, value: 2", "state: listed", "12:9 错误[listed-members] “每月讲课”标为只列名称，却没有列出名称（members） | 把原文逐个写出的名称写进所列名称（members）"),
])
def test_a_wrong_field_is_told_with_its_place_and_what_to_write(tree: Tree, path: str, old: str, new: str, expected: str) -> None:
    tree.replace(path, old, new)
    place = f"data/{path}:"
    assert expected in [line.removeprefix(place) for line in tree.told() if line.startswith(place)]


def test_all_errors_of_a_file_are_told_in_one_run(tree: Tree) -> None:
    tree.replace(KE_TANG, "form: platform", "form: x")
    tree.replace(KE_TANG, "summary: 开办课堂，请委员轮流讲课。\n", "")
    tree.replace(KE_TANG, "aspect: how", "aspect: who")
    assert [line.split(" ")[1].split("[")[1] for line in tree.told()] == ["missing-field]", "unknown-value]", "unknown-value]"]


def test_a_draft_is_told_only_what_is_still_to_fill(tree: Tree) -> None:
    tree.write(KE_TANG, "title: 委员课堂\nsummary: 待填\nform: 待填\ntopics: [待填]\naccounts:\n  - speech: 待填\n    at: [待填]\n"
                        "    progress: {status: 待填, cue: 待填, scope: 待填}\n    points:\n      - {aspect: 待填, text: 待填}\nadded: 待填\n")
    assert {line.split(" ")[1] for line in tree.told()} == {"错误[to-fill]"}
    assert len(tree.told()) == 1
    assert tree.told()[0].startswith(f"data/{KE_TANG}:2:10 错误[to-fill] 有 11 处待填：第 2 行摘要、第 3 行类型、")


def test_what_is_wrong_behind_a_field_to_fill_is_told_and_a_field_to_fill_that_is_none_by_its_name(tree: Tree) -> None:
    tree.replace(KE_TANG, "form: platform", "form: 待填")
    tree.replace(KE_TANG, "added: 2026-11-24", "added: 某日\n备注: 待填")
    assert [line.removeprefix(f"data/{KE_TANG}:").split(" | ")[0] for line in tree.told()] == [
        "3:7 错误[to-fill] 有 2 处待填：第 3 行类型、第 14 行备注", "13:8 错误[not-a-date] 收录日期（added）不是日期：“某日”"]


def test_all_words_of_an_entry_however_deep() -> None:
    assert sorted(words({"title": "甲", "accounts": [{"at": ["1.2"], "points": [{"text": "乙"}]}], "year": 2026})) == ["1.2", "乙", "甲"]


def test_a_file_that_is_wrong_all_over_is_not_listed_to_the_end(tree: Tree) -> None:
    tree.write(KE_TANG, tree.read(KE_TANG) + "".join(f"k{i}: 甲\n" for i in range(20_000)))
    told = tree.told()
    assert len(told) == 51
    assert "data/practices/wei-yuan-ke-tang.yml:1:1 错误[too-many-findings] 这一条还有 19950 处错误没有列出 | 先改好上面的，再检查一次" in told


def test_a_value_of_any_length_is_shown_short(tree: Tree) -> None:
    tree.replace(KE_TANG, "form: platform", "form: " + "组" * 50_000)
    assert tree.told()[0].startswith(f"data/{KE_TANG}:3:7 错误[unknown-value] 类型（form）没有“{'组' * 40}……”这一项")


@pytest.mark.parametrize(("number", "more"), [(20, ""), (21, "……还有 1 处"), (22, "……还有 2 处")])
def test_of_many_places_to_fill_the_first_twenty_are_named(tree: Tree, number: int, more: str) -> None:
    point = "      - {aspect: how, text: 委员轮流讲课}\n"
    tree.replace(KE_TANG, point, point.replace("委员轮流讲课", "待填") * number)
    [told] = tree.told()
    named = "、".join(f"第 {line} 行内容" for line in range(10, 30))
    assert told.split(" ", 1)[1].startswith(f"错误[to-fill] 有 {number} 处待填：{named}{more} | 逐处照原文填好")


@pytest.mark.parametrize(("number", "more"), [(50, []), (51, ["这一条还有 1 处错误没有列出"])])
def test_of_many_errors_the_first_fifty_are_told(tree: Tree, number: int, more: list[str]) -> None:
    tree.write(KE_TANG, tree.read(KE_TANG) + "".join(f"k{i}: 甲\n" for i in range(number)))
    assert [line.split("] ")[1].split(" | ")[0] for line in tree.told() if "too-many-findings" in line] == more
    assert len([line for line in tree.told() if "unknown-field" in line]) == 50


def test_a_value_is_shown_whole_where_it_is_no_longer_than_a_line(tree: Tree) -> None:
    tree.replace(KE_TANG, "form: platform", "form: " + "组" * 40)
    assert f"类型（form）没有“{'组' * 40}”这一项" in tree.told()[0]
    tree.replace(KE_TANG, "form: 组", "form: 设组")
    assert f"类型（form）没有“设{'组' * 39}……”这一项" in tree.told()[0]


def test_a_field_is_not_missing_as_well_whose_name_is_misspelt_and_any_other_is(tree: Tree) -> None:
    tree.replace(KE_TANG, "title: 委员课堂", "titel: 委员课堂")
    tree.replace(KE_TANG, "form: platform\n", "")
    assert [line.split("[")[1].split(" | ")[0] for line in tree.told()] == ["missing-field] 缺少类型（form）", "unknown-field] 没有“titel”这个字段"]


def test_nor_is_it_within_an_account(tree: Tree) -> None:
    tree.replace(KE_TANG, "{aspect: how, text: 委员轮流讲课}", "{aspect: how, texts: 委员轮流讲课}")
    [told] = tree.told()
    assert told.startswith(f"data/{KE_TANG}:10:23 错误[unknown-field] 没有“texts”这个字段 | 是不是 text（内容）？")


def test_every_number_has_both_bounds_and_whatever_has_a_pattern_or_bounds_an_example() -> None:
    """What is told when they are not kept names them."""
    seen = 0
    models = [kind.model for kind in KINDS.values()]
    for model in models:  # which grows on the way
        for name, info in fields_of(model).items():
            below = describe.inner(info)
            if below and below not in models:
                models.append(below)
            bounds = {bound for rule in info.metadata for bound in ("ge", "le") if hasattr(rule, bound)}
            seen += bool(bounds)
            assert len(bounds) in (0, 2), f"{model.__name__}.{name}"
            # What must be one line only is told without an example.
            patterned = any(getattr(rule, "pattern", None) not in (None, r"^[^\n\r]*$") for rule in info.metadata)
            assert info.examples or not (bounds or patterned), f"{model.__name__}.{name}"
    assert seen >= 4
