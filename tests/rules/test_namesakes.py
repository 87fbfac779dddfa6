from tests.rules.conftest import told
from tests.small_tree import Tree

OTHER = "\nyi-xian-zheng-xie:\n  name: xx县政协\n  name_state: masked\n  level: county\n  raw: xx县政协\n"


def test_two_bodies_of_one_name(tree: Tree) -> None:
    tree.write("organizations.yml", tree.read("organizations.yml").rstrip() + OTHER)
    assert tree.told() == [
        "data/organizations.yml:11:1 错误[namesakes] 与 xx-xian-zheng-xie 在页面上都显示成“xx县政协”"
        " | 确实是同一家，发言里就都写 organization: xx-xian-zheng-xie，再删去这一段；不是，就各写一个区分（distinguisher，最多六个字，例如它主要讲的做法：全员入委）",
    ]


def test_a_word_of_their_own_tells_them_apart(tree: Tree) -> None:
    tree.write("organizations.yml", tree.read("organizations.yml").rstrip() + OTHER.replace("masked\n", "masked\n  distinguisher: 全员入委\n"))
    assert tree.told() == []
    tree.replace("organizations.yml", "name: xx县政协\n  name_state: masked\n", "name: xx县政协\n  name_state: masked\n  distinguisher: 全员入委\n")
    assert ["都显示成“xx县政协〔全员入委〕”" in line for line in tree.told()] == [True]


def test_two_sources_that_are_shown_alike(tree: Tree) -> None:
    tree.write("sources/jian-bao.yml", "title: 简报\nkind: 网页\nshort: 研讨发言汇编\n")
    assert tree.told() == [
        "data/sources/jian-bao.yml:3:8 错误[namesakes] 与来源 hui-bian 在页面上都显示成“研讨发言汇编”"
        " | 确实是同一份，就留一个；不是，就各写一个简称（short，最多 12 字，例如：2022汇编）"]
    tree.replace("sources/jian-bao.yml", "short: 研讨发言汇编", "short: 简报一")
    assert tree.told() == []


def test_two_speeches_of_one_body_in_one_source_under_one_short_title(tree: Tree) -> None:
    tree.replace("speeches/yi-xian.yml", "organization: xx-xian-zheng-xie", "organization: jia-shi-zheng-xie")
    assert tree.told() == []
    tree.replace("speeches/yi-xian.yml", "short: 县里的编组", "short: 编组与课堂")
    assert tree.told() == [
        "data/speeches/yi-xian.yml:2:8 错误[namesakes] 与发言 jia-shi 是同一来源、同一单位，简称都是“编组与课堂” | 各写一个简称，出处里才分得出是哪一篇"]


def test_of_two_sources_the_one_that_is_not_published_yet_asks_for_a_name(published: Tree) -> None:
    published.write("sources/a-jian-bao.yml", "title: 研讨发言汇编\nkind: 网页\n")
    assert [line.partition(" | ")[0] for line in told(published) if "namesakes" in line] == [
        "data/sources/a-jian-bao.yml:1 error namesakes 与来源 hui-bian 在页面上都显示成“研讨发言汇编”"]


def test_of_two_speeches_as_well(published: Tree) -> None:
    published.copy("speeches/jia-shi.yml", "speeches/a-shi.yml")
    assert [line.partition(" | ")[0] for line in told(published) if "namesakes" in line] == [
        "data/speeches/a-shi.yml:2 error namesakes 与发言 jia-shi 是同一来源、同一单位，简称都是“编组与课堂”"]


def test_two_speeches_of_two_bodies_under_one_short_title_are_a_reminder(tree: Tree) -> None:
    tree.replace("speeches/jia-shi.yml", "short: 编组与课堂", "short: 县里的编组")
    assert tree.told() == [
        "data/speeches/yi-xian.yml:2:8 提醒[namesakes] 与发言 jia-shi 是同一来源，简称都是“县里的编组”"
        " | 是不是抄错了？确是两篇，各写一个简称，只写《简称》的地方才分得出是哪一篇"]
