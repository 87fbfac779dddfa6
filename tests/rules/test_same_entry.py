from tests.repository import git
from tests.rules.conftest import told
from tests.small_tree import Tree


def test_a_problem_that_is_there_already(tree: Tree) -> None:
    text = tree.read("problems.yml")
    title = text.partition("title: ")[2].partition("\n")[0]
    tree.write("problems.yml", f"{text.rstrip()}\nxin-wen-ti:\n  title: {title}\n")
    (line,) = [line for line in tree.told() if "same-entry" in line]
    number = text.rstrip().count("\n") + 3
    assert line.startswith(f"data/problems.yml:{number}:10 错误[same-entry] 这个问题就是 weak-participation（{title}） | "
                           "weak-participation 和 xin-wen-ti 留先有的一条，引用的地方都写留下的编号，在留下的那一条里写 formerly: [另一个的编号]，再删去另一段；")


def test_a_synonym_that_is_another_problem(tree: Tree) -> None:
    text = tree.read("problems.yml")
    title = text.partition("title: ")[2].partition("\n")[0]
    tree.write("problems.yml", f"{text.rstrip()}\nxin-wen-ti:\n  title: 没有地方开会怎么办？\n  synonyms: [{title}]\n")
    assert ["就是问题 weak-participation" in line and " 提醒[" in line for line in tree.told() if "same-entry" in line] == [True]


def test_the_same_words_for_a_term_are_a_reminder(tree: Tree) -> None:
    tree.write("terms.yml", tree.read("terms.yml").rstrip() + "\nt-you:\n  term: “三联”\n  unexplained: true\n  at:\n    - {speech: yi-xian, at: [\"2\"]}\n")
    assert [line.partition(" | ")[0].partition(" ")[2] for line in tree.told()] == ["提醒[same-entry] 这个术语就是 t-san-lian（三联）"]


def test_the_one_that_was_changed_is_told_in_a_file_of_many(published: Tree) -> None:
    more = "  question: 怎样？\n  scope: 收别的。\n  order: 3\n"
    published.replace("topics.yml", "member-duty:", f"shang-xia:\n  title: 上下联动\n{more}member-duty:")
    git(published.root.parent, "commit", "-q", "-a", "-m", "more")
    published.replace("topics.yml", "title: 上下联动", "title: 委员履职")
    assert [line.partition("；")[0] for line in told(published) if "same-entry" in line] == [
        "data/topics.yml:2 error same-entry 这个专题就是 member-duty（委员履职） | 改错了，就改回原来的"]
