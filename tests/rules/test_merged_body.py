from tests.rules.conftest import told
from tests.small_tree import Tree

YI = "speeches/yi-xian.yml"
BODIES = "organizations.yml"


def test_a_speech_of_a_body_without_name_goes_to_another(published: Tree) -> None:
    published.replace(YI, "organization: xx-xian-zheng-xie", "organization: jia-shi-zheng-xie")
    assert told(published) == [
        "data/speeches/yi-xian.yml:5 warning merged-body 这篇的单位由 xx-xian-zheng-xie（xx县政协）改成了 jia-shi-zheng-xie（甲市政协），"
        "原文没有写出名称，看不出是不是一家；xx-xian-zheng-xie 没有发言了，它原来是第2篇的单位"
        " | 只有原文看得出是同一家才并；看不出，就改回 xx-xian-zheng-xie，两家各留一段、各写区分（distinguisher）"]


def test_a_body_without_name_goes_into_another(published: Tree) -> None:
    text = published.read(BODIES)
    published.write(BODIES, text[:text.index("xx-xian")].replace("raw: 甲市政协", "raw: 甲市政协\n  formerly: [xx-xian-zheng-xie]"))
    published.replace(YI, "organization: xx-xian-zheng-xie", "organization: jia-shi-zheng-xie")
    assert [line.partition(" | ")[0] for line in told(published)] == [
        "data/organizations.yml:6 warning merged-body xx-xian-zheng-xie（xx县政协）并进了 jia-shi-zheng-xie（甲市政协）：原文没有写出名称，看不出是不是一家"]


def test_a_body_that_was_renamed_is_the_same(published: Tree) -> None:
    published.replace(BODIES, "xx-xian-zheng-xie:", "xx-xian-2:")
    published.replace(BODIES, "raw: xx县政协", "raw: xx县政协\n  formerly: [xx-xian-zheng-xie]")
    published.replace(YI, "organization: xx-xian-zheng-xie", "organization: xx-xian-2")
    assert told(published) == []


def test_a_hidden_name_is_written_out_with_all_that_belongs_to_it(published: Tree) -> None:
    published.replace(BODIES, "name: xx县政协\n  name_state: masked", "name: 乙县政协\n  name_state: named")
    published.replace(BODIES, "raw: xx县政协", "raw: 乙县政协")
    assert told(published) == [
        "data/organizations.yml:7 warning merged-body 原来写的是 xx县政协（原文没有写出名称），现在写成了“乙县政协”"
        " | 原文写着这个名称才改；没有，就改回 name: xx县政协、name_state: masked"]
