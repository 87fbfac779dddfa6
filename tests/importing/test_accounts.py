"""The draft of an account: how far a practice got is proposed by the words of its place, and asked for where there are none."""

from macros.fulltext.passages import Passage
from macros.importing import accounts
from macros.importing.accounts import account
from macros.importing.place import Place
from macros.model.vocabulary import Level
from macros.reading.document import Document, parse


def progress(words):
    text = account(Place("a", ("1",), (Passage(1, 1, words),)), "三办三评")
    document = parse(f"accounts:\n{text}".encode(), "a.yml")
    assert isinstance(document, Document)
    return document.data["accounts"][0]["progress"]


def test_what_a_word_says_is_proposed():
    assert progress("正在推行“三办三评”。") == {"status": "under-way", "cue": "正在", "scope": "local"}


def test_where_nothing_was_read_a_person_chooses():
    assert progress("创新实施“三办三评”工作法。") == {"status": "待填"}


def test_hidden_figures_are_told_apart_by_the_words_about_them() -> None:
    passage = Passage(1, 1, "提出建议××条，采纳××条，收集材料××份，其中××份编入教材，参加群众××万人次，纠纷减少××%，报送xx市办理。")
    assert [raw for raw, _, _ in accounts.masked_figures(passage, "1")] == [
        "提出建议××条", "采纳××条", "收集材料××份", "××份编入教材", "参加群众××万人次", "纠纷减少××%"]
    assert all(passage.text[start:end] == raw for raw, start, end in accounts.masked_figures(passage, "1"))
    assert [raw for raw, _, _ in accounts.masked_figures(Passage(1, 1, "请××名致富能手讲村里的旧事。"), "1")] == ["××名致富能手讲村里的旧事"]


def test_a_hidden_share_that_turned_into_another_is_one_figure_with_what_it_is_of() -> None:
    passage = Passage(1, 1, "今年“田头会诊”使病果率由x%降到x%。")
    assert [raw for raw, _, _ in accounts.masked_figures(passage, "1")] == ["病果率由x%降到x%"]


def test_who_set_up_what_has_the_name_leads_and_who_only_means_to_does_not() -> None:
    def leads(words: str) -> list[str]:
        return [line for line in account(Place("a", ("1",), (Passage(1, 1, words),)), "提案门诊").splitlines() if "aspect: lead" in line]
    assert "text: 区政协提案委开设}" in leads("区政协提案委在全会前一个月开设“提案门诊”。")[0]
    assert leads("区政协正在同有关部门商量开设“提案门诊”。") == []


def test_where_little_was_read_the_sentences_that_nothing_tells_stand_beside_what_is_to_be_worded() -> None:
    said = "办起“田头会诊”，农技人员和委员一起到地里看病，看完当场开方子，方子贴在村口。今年以来，果农对方子的满意率明显比往年高出一截。"
    lines = [line for line in account(Place("a", ("1",), (Passage(1, 1, said),), own=(("1", ""),)), "田头会诊").splitlines() if "aspect:" in line]
    assert [line.partition("{")[2] for line in lines] == [
        "aspect: effect, text: 待填}  # 待确认：换成自己的话，不要就删去这一行；原文“今年以来，果农对方子的满意率明显比往年高出一截。”",
        "aspect: how, text: 待填}  # 待确认：换成自己的话，不要就删去这一行；原文“办起“田头会诊”，农技人员和委员一起到地里看病，看完当场开方子，方子贴在村口。”"]
def test_a_share_hidden_in_part_keeps_its_digits_and_its_sign() -> None:
    def raws(words: str) -> list[str]:
        return [raw for raw, _, _ in accounts.masked_figures(Passage(1, 1, words), "1")]
    assert raws("回复率达97.x%，采纳率××.×％。") == ["回复率达97.x%", "采纳率××.×％"]
    assert raws("回复率由6x%上升到9x%。") == ["回复率由6x%上升到9x%"] and raws("达到百分之xx。") == ["百分之xx"] and raws("软件x.x版。") == []


def figures(words: str) -> str:
    return account(Place("a", ("1",), (Passage(1, 1, words),)), "渡口书屋")


def test_what_is_judged_by_and_what_is_planned_are_told_apart_and_no_figures() -> None:
    draft = figures("去年已建成渡口书屋6个，借阅达到500册以上的渡口书屋，评为示范书屋；借阅不足xx册的渡口书屋，取消资格。下一步，计划新建渡口书屋14个。")
    assert "value: 6," in draft and "value: 500" not in draft and "state: redacted" not in draft
    assert "# 评定的条件、打算做到的数（借阅达到500册以上、借阅不足xx册、计划新建渡口书屋14个），没有写进 figures" in draft


def test_a_plan_has_the_figures_of_the_plan() -> None:
    draft = figures("下一步，计划新建渡口书屋14个，配书管员xx名。")
    assert "status: planned" in draft and "value: 14," in draft and "state: redacted" in draft and "评定的条件" not in draft


def test_what_is_to_be_filled_in_says_of_which_sentence() -> None:
    assert [line for line in account(Place("a", ("1",), (Passage(1, 1, "推行“两敲门”。"),)), "两敲门").splitlines() if "aspect:" in line] == [
        "      - {aspect: how, text: 待填}  # 待确认：换成自己的话，不要就删去这一行；原文“推行“两敲门”。”"]


def test_a_practice_that_its_own_sentence_explains_has_none_of_what_stands_behind() -> None:
    said = "推行“两敲门”：会前敲门听想法，会后敲门送结果。县长每人每年包抓2件难事。选题情况每季度在县报上登一次。"
    draft = account(Place("a", ("1",), (Passage(1, 1, said),), own=(("1", ""),)), "两敲门")
    assert [line.partition("{")[2].partition("}")[0] for line in draft.splitlines() if "aspect:" in line] == [
        "aspect: how, text: 会前敲门听想法", "aspect: how, text: 会后敲门送结果"]
    assert "figures:" not in draft


PARTS = ("河口镇辖21个村。2023年春，办起“渡口夜话”。", "1. 定点开门。每月逢五（5日、15日）晚上八点开门，自带板凳。两年来共开会90余场。", "2. 有人牵头。由1名副镇长牵头、3至5名委员参加，组成“灯下小队”，走访410户。", "市政协印发文件，在全市推广“渡口夜话”，目前已有11个乡镇开办。")


def of_parts(level):
    passages = tuple(Passage(n, n, text) for n, text in enumerate(PARTS, 1))
    return account(Place("a", ("1", "2", "3", "4"), passages, own=(("1", ""), ("2", "")), others=frozenset({"3"}), level=level, beside=(("3", ("灯下小队",)),)), "渡口夜话")


def told(draft, begin):
    return [line.partition("{")[2].partition("}  #")[0] for line in draft.splitlines() if line.lstrip().startswith(begin)]


def test_a_figure_is_of_the_practice_and_of_the_body_that_tells_it() -> None:
    draft = of_parts(Level.TOWNSHIP)
    assert told(draft, "- {label:") == ['label: 两年来开会, state: given, value: 90, bound: at-least, raw: 共开会90余场, at: ["2"]']
    assert "    # 更大范围推广的数（11个乡镇），不是这家自己的，没有写进 figures\n" in draft
    # The city's own speech counts its townships.
    assert told(of_parts(Level.CITY), "- {label:")[-1].startswith("label: 乡镇, state: given, value: 11")


def test_the_steps_in_which_a_practice_is_told_are_points_where_nothing_else_of_them_is() -> None:
    assert told(of_parts(Level.TOWNSHIP), "- {aspect:")[:3] == [
        'aspect: rhythm, text: 每月逢五晚上八点, every: month, times: {state: given, value: 2}, raw: 每月逢五（5日、15日）晚上八点, at: ["2"]',
        'aspect: how, text: 定点开门, at: ["2"]', 'aspect: how, text: 有人牵头, at: ["3"]']


def test_who_takes_part_is_no_figure_and_is_told_by_a_point() -> None:
    text = "组成“灯下小队”，由1名副镇长牵头、3至5名委员参加，走访410户，问题410个，发现问题410个。"
    draft = account(Place("a", ("1",), (Passage(1, 1, text),), own=(("1", ""),)), "灯下小队")
    assert told(draft, "- {aspect: lead") == ['aspect: lead, text: "1名副镇长牵头"', 'aspect: lead, text: "3至5名委员参加"']
    assert [line.partition(",")[0] for line in told(draft, "- {label:")] == ["label: 走访", "label: 问题", "label: 发现问题"]


def test_what_may_be_a_cue_is_told_where_nothing_was_read() -> None:
    draft = account(Place("a", ("1",), (Passage(1, 1, "设立“银扁担奖”，每年评5名热心委员。"),)), "银扁担奖")
    assert "      # 看来已经做了的，写 done；依据可以用“设立‘银扁担奖’，每年评”\n" in draft and "status: 待填" in draft
    assert "依据可以用" not in account(Place("a", ("1",), (Passage(1, 1, "设立“银扁担奖”，每年评5名热心委员。"),), plans=frozenset({"1"})), "银扁担奖")


def test_of_two_practices_in_one_sentence_a_figure_is_of_the_one_in_its_clause() -> None:
    text = "聘请8名水利方面的专家担任“渡口顾问”，并建设渡口书屋4间。"
    def labels(name: str, other: str) -> list[str]:
        draft = account(Place("a", ("1",), (Passage(1, 1, text),), beside=(("1", (other,)),)), name)
        return [line.partition(",")[0] for line in told(draft, "- {label:")]
    assert labels("渡口顾问", "渡口书屋") == ["label: 专家"] and labels("渡口书屋", "渡口顾问") == ["label: 建设渡口书屋"]


def test_a_paragraph_that_begins_by_saying_that_it_is_about_another_tells_of_this_one_by_its_clauses_alone() -> None:
    text = "1.“水情码”怎么用。船工扫码留言，水利站当天答复，难办的转入“水情会商”。两年来收到留言260条。"
    def draft(name: str, other: str) -> str:
        return account(Place("a", ("1", "2"), (Passage(1, 1, text), Passage(2, 2, f"我们办起“{name}”。")), beside=(("1", (other,)), ("2", ()))), name)
    assert told(draft("水情码", "水情会商"), "- {aspect: how") == ['aspect: how, text: 船工扫码留言, at: ["1"]', 'aspect: how, text: 水利站当天答复, at: ["1"]', 'aspect: how, text: 难办的转入“水情会商”, at: ["1"]']
    assert "260" in draft("水情码", "水情会商")
    assert "船工扫码留言" not in draft("水情会商", "水情码").partition("原文")[0] and "value: 260" not in draft("水情会商", "水情码")


def test_the_steps_of_a_sentence_are_its_clauses_to_be_confirmed() -> None:
    draft = account(Place("a", ("1",), (Passage(1, 1, "二是组织“老艄公”领航。老艄公讲水情，船工记录险滩，并由水利站登记公布。"),)), "老艄公领航")
    assert [line.strip() for line in draft.splitlines() if "aspect: how" in line] == [
        "- {aspect: how, text: 船工记录险滩}  # 待确认：是不是说这个做法，话通不通", "- {aspect: how, text: 由水利站登记公布}  # 待确认：是不是说这个做法，话通不通"]


def test_a_plan_beside_what_has_come_of_it_in_another_paragraph_is_no_plan() -> None:
    passages = (Passage(1, 1, "打算在码头试点“水情码”新版。"), Passage(2, 2, "“水情码”自去年3月上线以来收到留言260条。"))
    assert "status: done" in account(Place("a", ("1", "2"), passages), "水情码")
    assert "status: planned" in account(Place("a", ("1",), passages[:1]), "水情码")
