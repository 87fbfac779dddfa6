"""Names where ids belong are answered with the id; what can't be read silences what waits for it."""

import pytest

from macros.editing.mending import mend
from macros.findings import Finding
from macros.library.catalog import load
from macros.library.naming import Names, called_by, told
from macros.reading.validation_errors import WrongId
from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def first(tree: Tree, table: str) -> tuple[str, str]:
    lines = tree.read(table).splitlines()
    return lines[0].rstrip(":"), lines[1].split(": ", 1)[1]


def test_a_title_is_answered_with_its_id(tree: Tree) -> None:
    topic, title = first(tree, "topics.yml")
    for written in (title, f"《{title}》", f"“{title}”"):
        text = tree.read(KE_TANG)
        tree.replace(KE_TANG, f"[{topic}", f"[{written}")
        [line] = [line for line in tree.told() if KE_TANG in line]
        assert line.endswith(f"写编号 {topic}（{title}）")
        tree.write(KE_TANG, text)


def test_few_are_listed_where_none_is_meant(tree: Tree) -> None:
    topic, title = first(tree, "topics.yml")
    tree.replace(KE_TANG, f"[{topic}", "[毫不相干")
    assert f"{topic}（{title}）" in next(line for line in tree.told() if KE_TANG in line)


def test_a_table_that_cannot_be_read_is_one_message_with_what_waits(tree: Tree) -> None:
    tree.write("topics.yml", tree.read("topics.yml").encode("gbk"))
    [line] = tree.told()
    assert line.startswith("data/topics.yml:")
    assert line.endswith("。先改好它：引用它的 3 处暂不检查")


def test_each_thing_that_cannot_be_read_has_its_own_number_of_places_that_wait(tree: Tree) -> None:
    for table in ("topics.yml", "organizations.yml", "speeches/yi-xian.yml"):
        tree.write(table, tree.read(table).encode("gbk"))
    tree.write("terms.yml", tree.read("terms.yml") + "t-si:\n  term: 四\n")
    waiting = {line.split(":")[0]: line.rpartition("引用它的 ")[2] if "引用它的" in line else "" for line in tree.told()}
    # Topics of two practices; the body of the other speech; an account, a problem and a term.
    assert waiting["data/topics.yml"] == "3 处暂不检查"
    assert waiting["data/organizations.yml"] == "1 处暂不检查"
    assert waiting["data/speeches/yi-xian.yml"] == "3 处暂不检查"
    assert waiting["data/terms.yml"] == ""


def test_of_two_entries_that_cannot_be_read_each_has_its_own_number_too(tree: Tree) -> None:
    for entry in ("speeches/jia-shi.yml", "speeches/yi-xian.yml"):
        tree.write(entry, tree.read(entry).encode("gbk"))
    waiting = {line.split(":")[0]: line.rpartition("引用它的 ")[2] for line in tree.told()}
    assert waiting == {"data/speeches/jia-shi.yml": "2 处暂不检查", "data/speeches/yi-xian.yml": "3 处暂不检查"}


def test_what_nothing_waits_for_is_told_without_a_number(tree: Tree) -> None:
    tree.write("formulations.yml", "- 甲\n")
    assert [line.rpartition(" | ")[2] for line in tree.told()] == ["每个提法一段，第一行写编号和冒号，下面缩进写字段"]


def cure(tree: Tree, kind: str, written: str, field: str = "") -> str:
    """What an editor is told who wrote these words where an id of the kind belongs."""
    finding = Finding("x.yml", 1, 1, "bad-id", "不对", "照旧")
    found = told(WrongId(finding, kind, written, field), Names(load(tree.root)[0]))
    return found.message.removeprefix("不对") + " | " + found.cure


@pytest.mark.parametrize("written", ["委员履职", "《委员 履职》", "member_duty", "Member-Duty", "topics/member-duty.md", "data\\member-duty.yml", "[member-duty]"])
def test_an_id_is_known_in_any_spelling_and_by_its_path(tree: Tree, written: str) -> None:
    assert cure(tree, "topics", written) == " | 写编号 member-duty（委员履职）"


def test_several_names_become_a_list_where_all_are_known(tree: Tree) -> None:
    assert cure(tree, "topics", "委员履职、党建，", "topics") == " | 写成列表：topics: [member-duty, party-building]"
    assert cure(tree, "topics", "党建", "topics") == " | 写成列表：topics: [party-building]"
    assert [cure(tree, "topics", written, "topics") for written in ("委员履职、没有", "、")] == [" | 照旧", " | 照旧"]
    tree.write("topics.yml", tree.read("topics.yml") + "dang-jian:\n  title: 党建\n  question: 甲？\n  scope: 乙\n  order: 3\n")
    assert cure(tree, "topics", "委员履职、党建", "topics") == " | 照旧"


def test_of_a_name_that_several_have_all_are_listed(tree: Tree) -> None:
    tree.replace("organizations.yml", "name: 甲市政协", "name: xx县政协\n  distinguisher: 课堂")
    assert cure(tree, "organizations", "xx县政协") == (
        " | 这个名称有 2 个单位，写其中一个编号：jia-shi-zheng-xie（xx县政协〔课堂〕）、xx-xian-zheng-xie（xx县政协）")
    assert cure(tree, "organizations", "xx县政协〔课堂〕") == " | 写编号 jia-shi-zheng-xie（xx县政协〔课堂〕）"


def test_a_name_of_another_kind_is_told_what_it_is(tree: Tree) -> None:
    listed = "写编号，不写名称，现有的专题：member-duty（委员履职）、party-building（党建）"
    assert cure(tree, "topics", "三联") == f"；它是术语，这里要写专题的编号 | {listed}"
    assert cure(tree, "topics", "板凳") == f" | {listed}"


def test_what_is_known_to_be_another_kind_is_not_asked_for_as_something_like_it(tree: Tree) -> None:
    listed = "写编号，不写名称，现有的专题：member-duty（委员履职）、party-building（党建）"
    assert cure(tree, "topics", "委员履责").startswith(" | 是不是 member-duty（委员履职）？")
    tree.replace(KE_TANG, "title: 委员课堂", "title: 委员履责")
    assert cure(tree, "topics", "委员履责") == f"；它是做法，这里要写专题的编号 | {listed}"
    tree.replace("terms.yml", "term: 三联", "term: 委员履责")
    assert cure(tree, "topics", "委员履责") == f"；它是做法、术语，这里要写专题的编号 | {listed}"


@pytest.mark.parametrize("written", ["委员履责", "member-dutty"])
def test_what_is_nearly_a_name_or_an_id_is_asked_for(tree: Tree, written: str) -> None:
    assert cure(tree, "topics", written).startswith(" | 是不是 member-duty（委员履职）？写编号，不写名称，现有的专题：")


def test_what_is_nearly_the_name_of_any_is_asked_for_and_of_two_with_one_name_the_first(tree: Tree) -> None:
    assert cure(tree, "topics", "党健").startswith(" | 是不是 party-building（党建）？写编号，")
    tree.replace("topics.yml", "title: 委员履职", "title: 党建")
    assert cure(tree, "topics", "党健").startswith(" | 是不是 member-duty（党建）？写编号，")


def test_a_dozen_is_listed_and_of_more_it_is_said_where_they_stand(tree: Tree) -> None:
    def topics(number: int) -> None:
        tree.write("topics.yml", "".join(f"t-{i}:\n  title: 第{i}题\n  question: 甲？\n  scope: 乙\n  order: 1\n" for i in range(number)))

    topics(12)
    assert cure(tree, "topics", "板凳").endswith("、t-11（第11题）")
    topics(13)
    assert cure(tree, "topics", "板凳") == " | 写编号，不写名称（编号在 topics.yml）；编号用小写拼音、数字和连字符"
    for number in range(12):
        tree.copy(KE_TANG, f"practices/k-{number}.yml")
    assert cure(tree, "practices", "板凳") == " | 写编号，不写名称（practices 里的文件名）；编号用小写拼音、数字和连字符"


def test_where_nothing_is_known_of_a_kind_the_finding_stays_as_it_is(tree: Tree) -> None:
    assert cure(tree, "formulations", "板凳") == " | 照旧"


def test_a_link_means_the_one_entry_of_that_name(tree: Tree) -> None:
    tree.replace(KE_TANG, "title: 委员课堂", "title: 党建")
    names = Names(load(tree.root)[0])
    source = load(tree.root)[0].sources["hui-bian"].title
    assert [names.linked(words) for words in ("三联", "党建", "没有", source)] == ["t-san-lian", "", "", ""]


def test_an_entry_with_faults_is_known_by_its_name_too(tree: Tree) -> None:
    tree.replace(KE_TANG, "form: platform", "form: nothing")
    tree.replace("topics.yml", "title: 党建", "titel: 党建")
    names = Names(load(tree.root)[0])
    assert names.titles("practices") == {"wei-yuan-bian-zu": "委员编组", "wei-yuan-ke-tang": "委员课堂"}
    assert names.titles("topics") == {"member-duty": "委员履职", "party-building": "party-building"}
    assert names.meant("practices", "委员小组") == ("wei-yuan-bian-zu",)


def test_only_what_an_entry_is_called_decides_what_is_found() -> None:
    data = {"title": "甲", "aliases": ["乙"], "summary": "丙"}
    assert called_by(data) == called_by(data | {"summary": "丁"})
    assert called_by(data) != called_by(data | {"aliases": ["丁"]}) and called_by(data) != called_by(data | {"distinguisher": "丁"})
    assert called_by("甲") == ()


PLACE_OF_TWO = "topics: [member-duty]"


@pytest.mark.parametrize(("new", "said"), [
    ("topics: [member-duty party-building]", "中间少了逗号，写成 member-duty, party-building"),
    ("topics: [委员履职 党建]", "中间少了逗号，写成 member-duty, party-building"),
    ("topics: [member-duty office-work]", "中间少了逗号，写成 member-duty, office-work"),
    ("topics:\n  - party-building\n    member-duty", "中间少了逗号或 -：每个编号一行，写成 - party-building、- member-duty"),
])
def test_two_in_the_place_of_one_lack_a_comma_and_are_left_to_a_person(tree: Tree, new: str, said: str) -> None:
    tree.replace(KE_TANG, PLACE_OF_TWO, new)
    assert [line.partition(" | ")[2] for line in tree.told() if "[bad-id]" in line] == [said]
    assert not any("spacing" in line for line in tree.told())
    assert mend(tree.root, "data") == []


def test_where_one_alone_may_stand_no_comma_is_lacking_and_what_is_none_of_them_is_no_second(tree: Tree) -> None:
    tree.replace("problems.yml", "  synonyms:", "  topic: member-duty party-building\n  synonyms:")
    assert [line.partition(" | ")[2] for line in tree.told() if "[bad-id]" in line] == ["这里只写一个编号：member-duty 或 party-building"]
    tree.replace(KE_TANG, PLACE_OF_TWO, "topics: [member -duty]")
    assert any("是不是 member-duty（委员履职）？" in line for line in tree.told())
