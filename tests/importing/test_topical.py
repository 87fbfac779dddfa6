"""Which topic a practice is proposed to belong to, by the words of the library."""

from types import SimpleNamespace

from macros.importing.topical import Likely, Topics, pairs
from macros.model.vocabulary import Form


def topics(*practices):
    of = {"zhi-bu": SimpleNamespace(title="党建", question="支部怎么建？", scope="收支部设置、党员联系的做法。协商看“协商”。"),
          "xie-shang": SimpleNamespace(title="协商", question="群众的事怎么议？", scope="收议事会、村口协商的做法。支部看“党建”。")}
    problems = {"a": SimpleNamespace(topic="xie-shang", title="群众的话怎么听？", synonyms=("下乡听意见", "板凳上议事"))}
    return Topics(SimpleNamespace(topics=of, problems=problems, practices={str(i): each for i, each in enumerate(practices)}))


def practice(title, topic, words):
    return SimpleNamespace(title=title, aliases=(), summary=words, accounts=(), topics=(topic,))


def test_the_words_of_the_name_the_heading_and_the_text_speak_for_a_topic():
    said = topics(practice("流动党支部", "zhi-bu", "把党员编进流动支部"), practice("院坝议事", "xie-shang", "在院坝里议群众的事"))
    assert said.proposed("村口议事会", ["一、到群众中去"], ["请群众坐下来议事，听意见。"]) == Likely("xie-shang", "院坝议事", True)
    assert said.proposed("船上支部", ["一、建支部"], ["党员在哪里，支部设置到哪里，党员联系群众。"]) == Likely("zhi-bu", "流动党支部", True)


def test_what_speaks_for_one_a_little_is_likely():
    assert topics().proposed("船上课堂", [], ["党员来上课。"]) == Likely("zhi-bu", "", False)


def test_what_speaks_for_none_or_for_two_alike_is_left_open():
    said = topics()
    assert said.proposed("天气预报", [], ["明天有雨。"]) is None
    assert said.proposed("支部议事", [], []) is None


def test_no_pair_goes_over_a_sign():
    assert pairs(["议事，会商a议"]) == {"议事", "会商"}


def test_one_word_alone_is_too_little():
    said = topics(practice("渡口监督员", "zhi-bu", "监督员看渡口"), practice("院坝议事", "xie-shang", "在院坝里议群众的事"))
    found = said.proposed("驻村监督员", [], ["聘请监督员。"])
    assert found is not None and (found.topic, found.sure) == ("zhi-bu", False)


def test_the_form_of_a_name_speaks_for_the_topic_that_nearly_all_of_it_are_in():
    many = [SimpleNamespace(**{**vars(practice(f"{sign}榜", "zhi-bu", "")), "form": Form.INCENTIVE}) for sign in "甲乙丙丁戊"]
    assert topics(*many).proposed("船上先锋奖", [], ["党员年年评。"]) == Likely("zhi-bu", "甲榜", True)
    apart = [*many[:3], *(SimpleNamespace(**{**vars(one), "topics": ("xie-shang",)}) for one in many[3:])]
    found = topics(*apart).proposed("船上先锋奖", [], ["党员年年评。"])
    assert found is None or not found.sure
