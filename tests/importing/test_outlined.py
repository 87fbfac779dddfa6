"""What a draft proposes for the paragraphs of a speech."""

import pytest

from macros.fulltext.passages import Passage
from macros.fulltext.segments import Section, SpeechText
from macros.importing.candidates import Candidate
from macros.importing.outlined import by_paragraph, gist, item, named, no_practice, tail

BODY = Passage(1, 1, "群众坐下来就议，推行“板凳会”，议完就办。")


def test_what_only_the_heading_says_is_no_gist():
    assert gist(BODY, Section("二、推行“三评”　（一）委员　自评。", 4, (BODY,)), ()) is None
    name = Candidate("板凳会", "1", 0.9, "")
    assert gist(BODY, Section("一、推行“板凳会”", 3, (BODY,)), (name,)) is None
    numbered = Passage(2, 3, "1．沙龙定题目。题目由当值党派提出。")
    assert gist(numbered, Section("一、沙龙定题目", 3, (numbered,)), ()) is None


def test_a_name_that_the_heading_does_not_say_tells_what_the_paragraph_is_about():
    names = (Candidate("板凳会", "1", 0.9, ""), Candidate("三方会诊小组", "1", 0.7, ""))
    assert gist(BODY, Section("一、推行“板凳会”", 3, (BODY,)), names) == ("讲三方会诊小组。", "取自段里的名称")


def test_of_several_paragraphs_each_is_told_by_its_names_and_not_by_what_it_calls_itself():
    numbered = Passage(2, 3, "1．沙龙定题目。题目由当值党派提出。")
    section = Section("一、做法", 3, (BODY, numbered))
    names = [Candidate("板凳会", "1", 0.9, ""), Candidate("三方会诊小组", "1", 0.7, "")]
    # What it calls itself says nothing of what it tells: that is left to a person.
    assert gist(numbered, section, ()) is None
    assert gist(numbered, section, [Candidate("沙龙定题目", "2", 0.9, "")]) is None
    # Only what the source has in quotation marks stands in them.
    assert gist(BODY, section, names) == ("讲“板凳会”、三方会诊小组。", "取自段里的名称")
    assert gist(BODY, section, ()) is None


def test_names_that_are_not_sure_or_known_already_say_nothing():
    found = by_paragraph([Candidate("甲", "2.1", 0.9, "", under=(("3", ""),)), Candidate("乙", "2", 0.3, ""), Candidate("丙", "2", 0.9, "", "bing")])
    assert {number: [c.name for c in names] for number, names in found.items()} == {2: ["甲"], 3: ["甲"]}


def test_an_item_in_signs_that_no_entry_may_hold_is_left_open():
    assert item(Passage(1, 1, "一是办好Ａ点。二是办好乙点。"), 1) is None
    assert item(Passage(1, 1, "一是办好甲点。二是办好乙点。"), 2) == "办好乙点"


@pytest.mark.parametrize(("text", "heading", "why"), [
    ("我们县不大。", None, ("交代背景", "在第一个小标题前面")),
    ("存在的不足，一是人少。", "三、打算", ("讲不足", "有“存在的不足”")),
    ("下一步，再办一年。", "三、做法", ("讲打算", "以“下一步”开头")),
    ("委员给承办单位打分。", "三、“三评”联动，检验办理成效", None),
    ("大家都来。", "四、几点体会", None),
    ("大家都来。", "三、做法", None),
])
def test_why_a_paragraph_tells_of_no_practice(text, heading, why):
    passage = Passage(1 if heading is None else 2, 1, text)
    own = Section(heading, 3 if heading else 0, (passage,))
    first = Section(None, 0, (Passage(1, 1, "开头。"),)) if heading else own
    text = SpeechText("题目", 1, (first, Section("一、做法", 3, (Passage(3, 5, "做。"),)) if heading is None else own))
    assert no_practice(passage, own, text) == why


@pytest.mark.parametrize(("text", "behind"), [
    ("一是办点。二是办会，全县都办。目前也还存在钱不够的不足，我们将想办法。", True),
    ("一是办点。二是办会。下一步，再办一年。", True),
    ("一是办点。二是补上人手不够的不足，人都到齐了。会也开了。", False),
    ("一是办点。二是办会。", False),
    ("目前还存在差距。", False),
])
def test_what_falls_short_behind_the_last_item_is_asked_for_by_itself(text, behind):
    assert tail(Passage(1, 1, text)) is behind


def test_a_lack_with_a_plan_beside_it_is_left_to_whoever_reads_it():
    planned = Passage(1, 1, "与群众期盼还有差距。我们打算明年在每个渡口建一间“候船议事角”。")
    plain = Passage(1, 1, "与群众期盼还有差距，场次也不平衡。")
    section = Section("三、不足", 3, (planned,))
    assert no_practice(planned, section, SpeechText("题", 1, (section,))) is None
    assert no_practice(plain, section, SpeechText("题", 1, (section,)))[0] == "讲不足"


def test_a_paragraph_in_which_something_may_be_a_practice_is_left_to_a_person():
    passage = Passage(1, 1, "我们县不大，办过“板凳会”。")
    opening, rest = Section(None, 0, (passage,)), Section("一、做法", 3, (Passage(3, 5, "做。"),))
    whole = SpeechText("题目", 1, (opening, rest))
    every = named([Candidate("板凳会", "1", 0.9, "", "ban-deng-hui"), Candidate("办过", "1", 0.3, "")])
    assert every == {1: ["板凳会"]}
    assert no_practice(passage, opening, whole, every[1]) is None
    assert no_practice(passage, opening, whole) == ("交代背景", "在第一个小标题前面")


def read(text: str, *names: str, heading: str | None = "二、办好“三事”，让村里有人说话") -> tuple[str, str] | None:
    passage = Passage(3, 9, text)
    return gist(passage, Section(heading, 8, (passage,)), [Candidate(name, "3", 0.9, "") for name in names])


def test_a_paragraph_that_only_mentions_a_name_is_told_by_what_it_is_about():
    # In an item: the items tell it, or where they call themselves nothing the heading does.
    assert read("一是亮单公示。在“敲门日”收单。二是接单办理，办完销号。", "敲门日") == ("讲亮单公示、接单办理。", "取自各项开头")
    assert read("一是收。在“敲门日”收单。二是办。三天办完。", "敲门日") == ("讲办好“三事”。", "取自小标题")
    # As an instance behind what was reached; as where something is to go.
    assert read("三年来，议事310次。其中，东村“板凳会”修路两条。", "板凳会") == ("讲成效。", "以做成了多少开头")
    assert read("每年评选好题目。明年打算把题目送到“板凳会”。", "板凳会") == ("讲办好“三事”。", "取自小标题")
    assert read("每年评选好题目。明年打算把题目送到“板凳会”。", "板凳会", heading=None) is None


def test_an_item_that_is_the_name_tells_of_it():
    assert read("一是办“敲门日”。每月敲门。二是办“夜话会”，每周一次。", "敲门日", "夜话会") == ("讲“敲门日”、“夜话会”。", "取自段里的名称")


def test_what_falls_short_and_what_is_ahead_are_told_as_such():
    assert read("我们的工作仍然不够细。下一步，将办“夜话会”。", "夜话会") == ("讲不足和打算，提到“夜话会”。", "由段里说不足、打算的话读出")
    assert read("同先进县比，还有不小差距，有的村没有动起来。") == ("讲不足。", "由段里说不足、打算的话读出")
    # A paragraph that only says so by the way tells of what it names.
    assert read("推行“夜话会”。过去议题跟不上，如今一周一议。", "夜话会") == ("讲“夜话会”。", "取自段里的名称")


def test_a_name_stands_in_quotes_as_the_text_has_it():
    assert read("建立“绿橙红”计分卡：来一次记一分。", "绿橙红计分卡") == ("讲“绿橙红”计分卡。", "取自段里的名称")
    assert read("建立“夜话”会，来了就说。", "夜话会") == ("讲“夜话”会。", "取自段里的名称")


def test_what_is_there_goes_before_what_is_only_meant_to_be():
    assert read("县里推广“夜话会”，已有9个镇开办。今后，打算同“敲门日”连起来。", "敲门日", "夜话会") == (
        "讲“夜话会”，打算中提到“敲门日”。", "取自段里的名称，后面的由说打算的话读出")
    assert read("下一步，办好“夜话会”。", "夜话会") == ("讲打算，提到“夜话会”。", "由段里说打算的话读出")
