"""What a contents page says of who speaks, and of titles over two lines."""

import pytest

from macros.importing.division.reading import divided
from macros.importing.proposals import Proposals

ONE = "我们在渡口搭了议事棚，村里的县政协委员有九名，船来船往都能坐下来说几句。"
ABOVE = "目录\n1．青渡县政协\n渡口有了议事棚　船上说出心里话\t1\n2．白榆市柳湾镇政协联络组\n一把尺子量到底　两本账目晒出来\t4\n3．云溪县政协\n村口的板凳会\t7\n"
BELOW = "目录\n渡口有了议事棚　船上说出心里话　1\n青渡县政协\n一把尺子量到底　两本账目晒出来　4\n白榆市柳湾镇政协联络组\n村口的板凳会　7\n云溪县政协\n"
TEXT = (f"\f青渡县政协\n渡口有了议事棚\n船上说出心里话\n{ONE}\n{ONE}\n\f一把尺子量到底　两本账目晒出来\n柳湾镇党委副书记、镇政协联络组组长　　吴大山\n{ONE}\n{ONE}\n"
        f"\f云溪县政协\n村口的板凳会\n{ONE}\n{ONE}\n")


@pytest.mark.parametrize("text", [ABOVE + TEXT, BELOW + TEXT.replace("青渡县政协\n渡口有了议事棚\n船上说出心里话\n", "渡口有了议事棚\n船上说出心里话\n青渡县政协\n")])
def test_the_contents_say_who_speaks_where_the_speech_itself_has_no_body(text):
    made = divided(text)
    units = [Proposals.of(text, one).unit for text, one in zip(made.collection.speeches, made.beginnings, strict=True)]
    assert [unit and unit.name for unit in units] == ["青渡县政协", "白榆市柳湾镇政协联络组", "云溪县政协"]
    assert [unit and unit.sure for unit in units] == [True, True, True]
    assert made.collection.notes == ()


def test_a_title_over_two_lines_has_the_gap_of_the_contents():
    assert [s.title for s in divided(ABOVE + TEXT).collection.speeches] == ["渡口有了议事棚 船上说出心里话", "一把尺子量到底　两本账目晒出来", "村口的板凳会"]


def test_words_of_a_sentence_are_no_body():
    made = divided(f"渡口有了议事棚\n{ONE}\n{ONE}\n")
    assert Proposals.of(made.collection.speeches[0], made.beginnings[0]).unit is None
