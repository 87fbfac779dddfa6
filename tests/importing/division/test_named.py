"""What a speech is called that has no title in the text, and which titles of the contents are told to be missing."""

from macros.importing.division.reading import Wish, divided

ONE = "我们在渡口搭了议事棚，船来船往都能坐下来说几句，一年下来说成了不少事。"
TEXT = (f"目录\n渡口有了议事棚\t青渡县政协\t1\n一把尺子量到底\t白榆市政协\t4\n村口的板凳会\t云溪县政协\t7\n渡口有了议事棚\n青渡县政协\n{ONE}\n{ONE}\n"
        f"各位委员：\n{ONE}\n{ONE}\n村口的板凳会\n云溪县政协\n{ONE}\n{ONE}\n")
MISSING = "目录里的“一把尺子量到底”在正文里没有找到，这一篇没有分出来"


def test_a_speech_without_a_title_has_that_of_the_contents_that_stands_at_its_place():
    assert divided(TEXT).collection.notes == (MISSING,)
    said = divided(TEXT, Wish(split=(5, 9, 12))).collection
    assert ([s.title for s in said.speeches], said.notes) == (["渡口有了议事棚", "一把尺子量到底", "村口的板凳会"], ())


def test_where_two_have_no_title_neither_is_given_one():
    said = divided(TEXT, Wish(split=(5, 9, 11, 12))).collection
    assert ([s.title for s in said.speeches][1:3], said.notes) == (["", ""], (MISSING,))


def test_a_title_that_the_editor_gives_is_not_missing():
    assert divided(TEXT, Wish(titles=("一把尺子  量到底",))).collection.notes == ()
