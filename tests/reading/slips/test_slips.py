"""A slip of the pen is told where it was made, with a cure; a repair is made only where there is one answer."""


import pytest

from macros.editing.mending import mend
from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"
BIAN_ZU = "practices/wei-yuan-bian-zu.yml"
HOW = "      - {aspect: how, text: 委员轮流讲课}"


@pytest.mark.parametrize(("old", "new", "place", "said"), [
    ("form: platform", "form：platform", "3:5", "字段名 form 后面用了全角冒号"),
    ("{aspect: how, text: 委员", "{aspect: how, text：委员", "10:27", "字段名 text 后面用了全角冒号"),
    ("form: platform", "form:platform", "3:5", "form 的冒号后面少一个空格"),
    (HOW, HOW.replace("- {", "-{"), "10:7", "- 后面少一个空格"),
    (HOW, HOW.replace("- {", "— {"), "10:7", "列表开头用了破折号 —"),
    (HOW, HOW.replace("- {", "{"), "10:7", "这一项前面少了 -"),
    (HOW, "　　　" + HOW.lstrip(), "10:1", "缩进里有全角空格"),
    (HOW, "\u00a0" * 6 + HOW.lstrip(), "10:1", "缩进里有不间断空格"),
    ("    at: [", "      at: [", "7:7", "缩进没有对齐"),
    (HOW, HOW.replace("how, text", "how，text"), "10:21", "字段 text 前面是“，”，不是半角逗号"),
    (HOW, HOW.replace("轮流讲课", "轮流, 讲课"), "10:33", "花括号里的内容有半角逗号"),
    (HOW, HOW[:-1], "10:9", "这里的 { 没有关上"),
    (HOW, HOW.replace("{", "｛").replace("}", "｝"), "10:9", "｛ 不是半角括号"),
    (HOW, HOW.replace("轮流讲课", "轮流: 讲课"), "10:33", "内容里有半角冒号"),
    ("form: platform", 'form: "platform', "3:7", '引号 " 没有关上'),
    ("topics: [member-duty]", "topics: ［member-duty］", "4:9", "［ 不是半角括号"),
    ("topics: [member-duty]", "topics:【member-duty】", "4:8", "【 不是半角括号"),
    ("    figures:", "   figures:", "11:4", "缩进没有对齐：这一行前面有 3 个空格，少了 1 个"),
    ("accounts:", "accounts", "5:1", "字段名 accounts 后面少了冒号"),
    ("form: platform", "form=platform", "3:5", "字段名 form 后面用了“=”，不是冒号"),
    ("form: platform", "类型：platform", "3:3", "字段名 类型 后面用了全角冒号"),
    ("added: ", "unsaid:\n  - 甲事\n  乙事\nadded: ", "15:3", "这一项前面少了 -"),
    (HOW, HOW.replace("委员轮流", "[[wei-yuan-bian-zu]]轮流"), "10:29", "文字里有[[ ]]，整句却没有加引号"),
    ("scope: local}", "scope: local},", "8:57", "行末多了一个“,”"),
    ("title: 委员课堂", "```yaml\ntitle: 委员课堂", "1:1", "多了一行 ```"),
    ("title: 委员课堂", "**title**: 委员课堂", "1:1", "字段名两边有 **"),
    ("added: 2026-11-24", "added: 2026-11-24\n---", "14:1", "末尾多了一行 ---"),
    ("form: platform", "form: [platform]", "3:1", "类型（form）写成了一列"),
    ("form: platform", "form: ｐｌａｔｆｏｒｍ", "3:7", "类型（form）没有“ｐｌａｔｆｏｒｍ”这一项"),
    ("form: platform", "form: platform\u00a0", "3:7", "类型（form）没有“platform\u00a0”这一项"),
    ("topics: [member-duty]", "topics: 委员履职", "4:9", "专题（topics）的写法不对"),
])
def test_a_slip_is_told_once_and_where_it_was_made(tree: Tree, old: str, new: str, place: str, said: str) -> None:
    tree.replace(KE_TANG, old, new)
    told = [line for line in tree.told() if KE_TANG in line]
    assert len(told) == 1
    assert told[0].startswith(f"data/{KE_TANG}:{place} ")
    assert said in told[0]


@pytest.mark.parametrize(("old", "new"), [
    ("form: platform", "form：platform"), ("accounts:", "accounts："), (HOW, HOW.replace("- {", "－{")), (HOW, "　　　" + HOW.lstrip()),
    (HOW, HOW.replace("how, text", "how，text")), ("form: platform", "form: 平台载体"), ("form: platform", "类型: platform"),
    ("form: platform", "form: plat\u200bform"), ("topics: [member-duty]", "topics: ［member-duty］"), ("topics: [member-duty]", "topics:［member-duty］"),
    ("topics: [member-duty]", "topics: ｛member-duty｝"), ('at: ["2.2"]', "at: 【“2.2”】"), ("{status: under-way, cue: 正在, scope: local}", "｛status：under-way，cue：正在，scope：local｝"),
    ("form: platform", "form=platform"), ("accounts:", "accounts"), ("form: platform", "类型：platform"), ("form: platform", "ｆｏｒｍ: platform"),
    ("scope: local}", "scope: local},"), ("title: 委员课堂", "**title**: 委员课堂"), ("form: platform", "form: [platform]"), ("topics: [member-duty]", "topics: 委员履职"),
    ("added: 2026-11-24", "added: 2026-11-24，"), ("speech: jia-shi", "speech: data/speeches/jia-shi.yml"), (HOW, "\t" + HOW.lstrip()),
])
def test_what_has_one_right_answer_is_mended_to_the_byte(tree: Tree, old: str, new: str) -> None:
    before = tree.read(KE_TANG)
    tree.replace(KE_TANG, old, new)
    assert [one.path for one in mend(tree.root, "data")] == [f"data/{KE_TANG}"]
    assert tree.read(KE_TANG) == before
    assert mend(tree.root, "data") == []


@pytest.mark.parametrize(("old", "new"), [
    (HOW, HOW[:-1]), (HOW, HOW.replace("轮流讲课", "轮流, 讲课")), ("form: platform", "<<<<<<< HEAD\nform: platform\n=======\nform: method\n>>>>>>> x"),
    ("form: platform", "备注: 甲\nform: platform"), ("    at: [", "      at: ["), ("form: platform", "form: platform\nform: method"),
])
def test_what_a_person_must_decide_is_left_as_it_is(tree: Tree, old: str, new: str) -> None:
    tree.replace(KE_TANG, old, new)
    assert mend(tree.root, "data") == []


def test_merge_marks_are_told_before_anything_else(tree: Tree) -> None:
    tree.replace(KE_TANG, "form: platform", "<<<<<<< HEAD\nform: platform\n=======\nform：method\n>>>>>>> li-si")
    assert [line for line in tree.told() if KE_TANG in line] == [
        f"data/{KE_TANG}:3:1 错误[merge-conflict] 第 3–7 行是合并冲突：同一处有两种改法 | "
        "第 4 行是现在所在的分支（HEAD）的，第 6 行是并进来的 li-si 的：留下要的一份（两份都要就合成一份），再删去 <<<<<<<、=======、>>>>>>> 这几行记号。先改好它：引用它的 1 处暂不检查"]


def test_several_slips_of_a_sort_are_one_message(tree: Tree) -> None:
    tree.replace(KE_TANG, "form: ", "form：")
    tree.replace(KE_TANG, "added: ", "added：")
    told = [line for line in tree.told() if KE_TANG in line]
    assert len(told) == 1
    assert "行也是）" in told[0]


def test_a_conflict_needs_seven_signs_alone_in_a_line(tree: Tree) -> None:
    tree.replace(KE_TANG, "form: platform", "# ======= 类型 =======\nform: platform")
    assert tree.told() == []


@pytest.mark.parametrize(("old", "new", "place", "said"), [
    ("added: 2026-11-24", "added: 2026-11-24\n这里还要再看一遍", "14:1", "这一行不是任何字段的内容"),
    ("title: 委员课堂", "委员课堂的材料\ntitle: 委员课堂", "1:1", "这一行不是任何字段的内容"),
    ("form: platform", "form:： platform", "3:5", "form 后面写了两个冒号"),
    ("form: platform", "<<<<<<<HEAD\nform: platform\n=======\nform: method\n>>>>>>>li-si", "3:1", "第 3–7 行是合并冲突"),
    ("开办课堂", "开办\ufffd\ufffd堂", "2:12", "这里有字坏掉了"),
    (HOW, HOW.replace("- {", "-- {"), "10:7", "列表开头写了两个 -"),
])
def test_what_came_along_from_elsewhere_is_told_where_it_stands(tree: Tree, old: str, new: str, place: str, said: str) -> None:
    tree.replace(KE_TANG, old, new)
    told = [line for line in tree.told() if KE_TANG in line]
    assert len(told) == 1
    assert told[0].startswith(f"data/{KE_TANG}:{place} ")
    assert said in told[0]


def test_in_json_no_comma_is_told_that_belongs_there(tree: Tree) -> None:
    text = '{"title": "委员课堂",\n "form": "platform"\n "topics": ["member-duty"],\n "aliases": ["课堂"],\n "added": "2026-11-24"}\n'
    tree.write(KE_TANG, text)
    assert not any("行末多了" in line for line in tree.told())
    assert mend(tree.root, "data") == []
    assert tree.read(KE_TANG) == text


KEYWORDS = "keywords:\n  [课堂, 讲课,\n   轮流讲]\nadded: "


@pytest.mark.parametrize(("path", "old", "new", "place", "said"), [
    (KE_TANG, "summary: 开办课堂，", 'summary: "开办"课堂"，', "2:10", '引号 " 不成对，一共 3 个：'),
    (KE_TANG, "unsaid:\n", "unsaid：\n", "13:7", "字段名 unsaid 后面用了全角冒号"),
    (KE_TANG, "  - 讲什么", "    讲什么", "15:5", "这一项前面少了 -"),
    (KE_TANG, "  - {what: 有谁", "    {what: 有谁", "14:5", "这一项前面少了 -"),
    (BIAN_ZU, "      - {aspect: support", "        {aspect: support", "20:9", "这一项前面少了 -"),
    (BIAN_ZU, "  - speech: yi-xian", "    speech: yi-xian", "15:5", "这一项前面少了 -"),
    (KE_TANG, "form: platform\n", "form: platform ", "3:16", "两个字段写在了一行：form 和 topics"),
    (KE_TANG, "  - speech: jia-shi\n    at:", "  - speech: jia-shi at:", "6:21", "两个字段写在了一行：speech 和 at"),
    (KE_TANG, "轮流讲]", "轮流讲", "17:3", "这里的 [ 没有关上"),
    ("terms.yml", "t-san-lian:", "t-san-lian：", "1:11", "编号 t-san-lian 后面用了全角冒号"),
    ("problems.yml", "weak-participation:", "weak-participation", "1:1", "编号 weak-participation 后面少了冒号"),
    ("organizations.yml", "xx-xian-zheng-xie:", "xx-xian-zheng-xie；", "6:18", "编号 xx-xian-zheng-xie 后面用了“；”，不是冒号"),
])
def test_brackets_of_later_lines_that_are_closed_are_never_blamed(tree: Tree, path: str, old: str, new: str, place: str, said: str) -> None:
    tree.replace(KE_TANG, "added: ", f"unsaid:\n  - {{what: 有谁来听, speech: jia-shi, aspect: lead}}\n  - 讲什么\n{KEYWORDS}")
    tree.replace("problems.yml", "  synonyms: [不愿参加, 出勤率低]", "  synonyms:\n    [不愿参加,\n     出勤率低]")
    tree.replace(path, old, new)
    told = [line for line in tree.told() if path in line]
    assert len(told) == 1
    assert told[0].startswith(f"data/{path}:{place} ")
    assert said in told[0]
    if "编号" in said:
        mend(tree.root, "data")
        assert tree.read(path).count(new) == new.count("participation") and old in tree.read(path)


@pytest.mark.parametrize(("marks", "sides"), [
    (("HEAD", "li-si"), "第 4 行是现在所在的分支（HEAD）的，第 6 行是并进来的 li-si 的"),
    (("HEAD", "1a2b3c4 (收录青禾县)"), "第 4 行是现在所在的版本（HEAD）的，第 6 行是正在放上来的提交 1a2b3c4 的"),
    (("Updated upstream", "Stashed changes"), "第 4 行是现在文件里的，第 6 行是你先前暂存（stash）的"),
    (("ours", "theirs"), "第 4 行标着 ours，第 6 行标着 theirs"),
    (("", ""), "第 4 行是一份，第 6 行是另一份"),
])
def test_the_sides_of_a_conflict_are_said_as_the_marks_name_them(tree: Tree, marks: tuple[str, str], sides: str) -> None:
    tree.replace(KE_TANG, "form: platform", f"<<<<<<< {marks[0]}\nform: platform\n=======\nform: method\n>>>>>>> {marks[1]}".replace("< \n", "<\n"))
    assert next(line for line in tree.told() if KE_TANG in line).partition(" | ")[2].startswith(f"{sides}：留下要的一份")


def test_of_three_versions_the_common_one_is_neither_side(tree: Tree) -> None:
    tree.replace(KE_TANG, "form: platform", "<<<<<<< HEAD\nform: platform\n||||||| 0a1b2c3\nform: activity\n=======\nform: method\n>>>>>>> li-si")
    assert " | 第 4 行是现在所在的分支（HEAD）的，第 8 行是并进来的 li-si 的：" in next(line for line in tree.told() if KE_TANG in line)


@pytest.mark.parametrize(("old", "new", "cure"), [
    ('["2.2"]', '["2.2]', '在 ] 前面补上引号，写成 "2.2"'),
    ('["2.2"]', '["2.1, "2.2"]', '在逗号前面补上引号，写成 "2.1"'),
    ("text: 委员轮流讲课}", 'text: "委员轮流讲课}', '在 } 前面补上引号，写成 "委员轮流讲课"'),
    ("form: platform", 'form: "platform', '在这一句末尾补上同样的引号 "，或删去开头的引号'),
])
def test_where_a_quotation_mark_is_to_be_closed(tree: Tree, old: str, new: str, cure: str) -> None:
    tree.replace(KE_TANG, old, new)
    assert next(line for line in tree.told() if KE_TANG in line).partition(" | ")[2].startswith(cure)


@pytest.mark.parametrize(("old", "new", "written"), [
    (HOW, HOW.replace("讲课", "讲课 #试讲"), "委员轮流讲课 #试讲"),
    (HOW, HOW.replace("讲课", "讲课 #试讲, 周末"), "委员轮流讲课 #试讲, 周末"),
    (HOW, HOW.replace("委员轮流讲课", "#一号教室轮流讲课"), "#一号教室轮流讲课"),
    (HOW, "      - {text: 委员轮流讲课 # 试讲, at: [\"2.2\"]}", "委员轮流讲课 # 试讲"),
    (HOW, HOW.replace("讲课", "讲课 #试讲 每月一回"), "委员轮流讲课 #试讲每月一回"),
    ("added: ", "keywords: [讲堂 #周末, 课堂]\nadded: ", "讲堂 #周末"),
    ("added: ", "keywords:\n  [讲堂 #周末, 课堂,\n   夜校]\nadded: ", "讲堂 #周末"),
])
def test_what_a_hash_cuts_off_within_brackets_is_offered_in_quotes_and_can_be_read_so(tree: Tree, old: str, new: str, written: str) -> None:
    tree.replace(KE_TANG, old, new)
    [line] = [line for line in tree.told() if KE_TANG in line]
    assert line.partition("] ")[2].startswith(f'内容里有空格加 #，后面的字（连同右括号）都成了注释 | 给这一句加双引号："{written}"')
    cut = written if written in new else written.replace("试讲每", "试讲 每")
    tree.replace(KE_TANG, cut, f'"{written}"')
    assert tree.told() == []


LOST, TWICE, INSIDE = "两项之间少了逗号：", "多了一个逗号", '整句的引号里面又用了 "：'


@pytest.mark.parametrize(("old", "new", "place", "said", "written"), [
    ('["2.2"]', '["2.1" "2.2"]', "7:10", f'{LOST}"2.1" "2.2" | 两项之间写半角逗号加一个空格："2.1", "2.2"', '["2.1", "2.2"]'),
    ('["2.2"]', "['2.1' '2.2', '2']", "7:10", f"{LOST}'2.1' '2.2' | 两项之间写半角逗号加一个空格：'2.1', '2.2'", "['2.1', '2.2', '2']"),
    ('["2.2"]', '["2.1""2.2"]', "7:10", f'{LOST}"2.1""2.2" | 两项之间写半角逗号加一个空格："2.1", "2.2"', '["2.1", "2.2"]'),
    ('["2.2"]', '\n      ["2.1"\n       "2.2"]', "8:8", f'{LOST}"2.1" "2.2" | 两项之间写半角逗号加一个空格："2.1", "2.2"', '\n      ["2.1",\n       "2.2"]'),
    ("added:", 'keywords: [上课, "夜校" "讲堂"]\nadded:', "13:16", f'{LOST}"夜校" "讲堂" | 两项之间写半角逗号加一个空格："夜校", "讲堂"', '[上课, "夜校", "讲堂"]'),
    ("added:", 'keywords: ["夜校" 讲堂, 上课]\nadded:', "13:12", f'{LOST}"夜校" 讲堂 | 是两项，两项之间写半角逗号加一个空格："夜校", 讲堂；是一项，引号换成中文引号“ ”', ""),
    ("added:", 'keywords: ["夜校""讲堂"]\nadded:', "13:12", f'{LOST}"夜校""讲堂" | 是两项，两项之间写半角逗号加一个空格："夜校", "讲堂"；是一项，引号换成中文引号“ ”', ""),
    ("how, text", "how,, text", "10:21", f"{TWICE} | 删去多的，写成 aspect: how, text: 委员轮流讲课", "how, text"),
    ("how, text", "how, ，text", "10:21", f"{TWICE} | 删去多的，写成 aspect: how, text: 委员轮流讲课", "how, text"),
    ("讲课}", "讲课, ,}", "10:35", f"{TWICE} | 删去多的，写成 text: 委员轮流讲课", "讲课}"),
    ("{aspect: how", "{, aspect: how", "10:10", f"{TWICE} | 删去多的，写成 aspect: how", "{aspect: how"),
    ('["2.2"]', '["2.1",, "2.2"]', "7:15", f'{TWICE} | 删去多的，写成 "2.1", "2.2"；两个逗号之间漏了一项的，补上那一项', ""),
    ("added:", "keywords:\n  [上课,\n   夜校,, 讲堂]\nadded:", "15:6", f"{TWICE} | 删去多的，写成 夜校, 讲堂；两个逗号之间漏了一项的，补上那一项", ""),
    ("text: 委员轮流讲课}", 'text: "委员"轮流"讲课"}', "10:32",
     f'{INSIDE}"委员"轮流"讲课" | 里面的 " 换成中文引号“ ”，写成 "委员“轮流”讲课"；本来是分开引用的，写成 “委员”轮流“讲课”', ""),
    ("summary: 开办课堂，请委员轮流讲课。", 'summary: "开办"课堂"，请委员讲课。"', "2:13",
     f'{INSIDE}"开办"课堂"，请委员讲课。" | 里面的 " 换成中文引号“ ”，写成 "开办“课堂”，请委员讲课。"；本来是分开引用的，写成 “开办”课堂“，请委员讲课。”', ""),
])
def test_a_comma_lost_or_too_many_and_marks_within_marks(tree: Tree, old: str, new: str, place: str, said: str, written: str) -> None:
    tree.replace(KE_TANG, old, new)
    text = tree.read(KE_TANG)
    assert [line.partition("。先改好它")[0] for line in tree.told() if KE_TANG in line] == [f"data/{KE_TANG}:{place} 错误[yaml-syntax] {said.removesuffix('。')}"]
    assert len(mend(tree.root, "data")) == bool(written)
    assert tree.read(KE_TANG) == (text.replace(new.removesuffix("\nadded:").removeprefix("keywords: "), written) if written else text)
    assert mend(tree.root, "data") == []


@pytest.mark.parametrize(("new", "written"), [
    ('"夜校"与"讲堂"', "“夜校”与“讲堂”"), ('"夜校""讲堂"两处', "“夜校”“讲堂”两处"), ('"夜校", "讲堂"', '"夜校", "讲堂"'), ('"夜校",\n  "讲堂,, 夜校"', '"夜校",\n  "讲堂,, 夜校"'),
])
def test_marks_that_quote_single_words_are_curled_and_commas_that_belong_stay(tree: Tree, new: str, written: str) -> None:
    tree.replace(KE_TANG, "added:", f"keywords: [{new}]\nadded:")
    mend(tree.root, "data")
    assert f"keywords: [{written}]\n" in tree.read(KE_TANG)
    assert mend(tree.root, "data") == []


NOT_COMMON, BEGINS = "的引号不是半角引号 | 换成半角双引号：", "内容的开头是 "
LINKED = "“是[[wei-yuan-bian-zu]]的一环”"


@pytest.mark.parametrize(("old", "new", "said", "written"), [
    ("text: 委员轮流讲课", f"text: {LINKED}", f'{LINKED} {NOT_COMMON}"{LINKED[1:-1]}"；“ ”本来就在内容里的，外面再加一对："“是[[wei-yuan-bian-zu]]的一环”"',
     f'text: "{LINKED[1:-1]}"'),
    ("text: 委员轮流讲课", "text: “[[wei-yuan-bian-zu]]”", f'“[[wei-yuan-bian-zu]]” {NOT_COMMON}"[[wei-yuan-bian-zu]]"；“ ”本来就在内容里的，外面再加一对："“[[wei-yuan-bian-zu]]”"', ""),
    ("title: 委员课堂", "title: “委员: 课堂”", f'“委员: 课堂” {NOT_COMMON}"委员: 课堂"；“ ”本来就在内容里的，外面再加一对："“委员: 课堂”"', ""),
    ("text: 委员轮流讲课", "text: “[[wei-yuan-bian-zu]]”和“讲课”", '文字里有[[ ]]，整句却没有加引号 | 给整句加半角双引号，写成 text: "“[[wei-yuan-bian-zu]]”和“……"',
     'text: "“[[wei-yuan-bian-zu]]”和“讲课”"'),
    ("summary: 开办课堂，请委员轮流讲课。", "summary: [开办]课堂，请委员轮流讲课。", f'{BEGINS}[，读成了一列，后面的文字没有归处 | 给整句加半角双引号，写成 summary: "[开办]课堂，请委员轮流讲课。"',
     'summary: "[开办]课堂，请委员轮流讲课。"'),
    ("text: 委员轮流讲课}", 'text: {委员}轮流讲课, at: ["2.2"]}', f'{BEGINS}{{，读成了一组字段，后面的文字没有归处 | 给整句加半角双引号，写成 text: "{{委员}}轮流讲课"',
     'text: "{委员}轮流讲课", at: ["2.2"]}'),
    ("added:", "unsaid:\n  - [谁]来听课\nadded:", f'{BEGINS}[，读成了一列，后面的文字没有归处 | 给整句加半角双引号，写成 "[谁]来听课"', 'unsaid:\n  - "[谁]来听课"\nadded:'),
    ("topics: [member-duty]", "topics: [member-duty]等", "] 后面还有文字：等 | ] 后面什么也不写：是一项的，写进括号里；多写的删去", ""),
])
def test_marks_typed_the_chinese_way_and_a_text_that_begins_with_a_bracket(tree: Tree, old: str, new: str, said: str, written: str) -> None:
    tree.replace(KE_TANG, old, new)
    text = tree.read(KE_TANG)
    assert [line.partition("] ")[2].partition("。先改好它")[0] for line in tree.told() if KE_TANG in line] == [said]
    assert len(mend(tree.root, "data")) == bool(written)
    assert tree.read(KE_TANG) == (text.replace(new, written, 1) if written else text)
    assert mend(tree.root, "data") == []


@pytest.mark.parametrize("new", ["title: “委员课堂”", "title: 委员“课堂”"])
def test_a_value_that_is_a_quotation_itself_keeps_its_marks(tree: Tree, new: str) -> None:
    tree.replace(KE_TANG, "title: 委员课堂", new)
    mend(tree.root, "data")
    assert new in tree.read(KE_TANG)
