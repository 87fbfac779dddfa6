"""Lines in a row that are no sentences, and what they say for a beginning."""

from macros.fulltext.blocks import blocks
from macros.importing.division.runs import ENOUGH, runs

SAID = "我们把办公桌搬到了渡口，来的人可以当面问，问了就有回音。"


def found(text):
    return runs(blocks(text.format(SAID)))


def test_each_line_of_a_run_has_its_letter():
    assert [run.labels for run in found("渡口有了议事棚\n青渡县政协\n2024年5月1日\n{0}")] == ["TUD"]
    assert [run.labels for run in found("青渡县政协：渡口有了议事棚\n{0}")] == ["C"]
    assert [run.labels for run in found("案例一\n渡口有了议事棚\n——在交流会上的发言\n{0}")] == ["STB"]
    assert [run.labels for run in found("在全市经验交流会上的发言\n青渡县政协\n{0}")] == ["TU"]


def test_a_signature_is_no_part_of_the_next_beginning():
    first, second = found("渡口有了议事棚\n{0}\n青渡县政协\n2024年5月1日\n一把尺子量到底\n{0}")
    assert (first.labels, second.labels, second.start) == ("T", "T", 4)
    assert [reason for reason, _ in second.reasons] == ["前面是上一篇的落款"]


def test_a_title_with_a_speaker_is_a_beginning_where_others_have_it_too():
    alike = "渡口有了议事棚\n周　平\n{0}\n一把尺子量到底\n吴　某\n{0}\n"
    assert [run.weight >= ENOUGH for run in found(alike)] == [True, True]
    assert [run.weight >= ENOUGH for run in found(alike.replace("\n周　平", "", 1))] == [True, False]


def test_a_short_line_alone_is_a_heading_and_no_beginning():
    assert [run.weight for run in found("渡口有了议事棚\n{0}\n先找地方\n{0}")] == [ENOUGH, 0]


def test_a_body_above_a_title_is_its_own_where_the_first_speech_names_its_body_too():
    own = "青渡县政协\n渡口有了议事棚\n周　平\n{0}\n白榆市政协\n一把尺子量到底\n吴　某\n{0}"
    assert [run.labels for run in found(own)] == ["UTP", "UTP"]
    for signed in ("渡口有了议事棚\n周　平\n{0}\n青渡县政协\n一把尺子量到底\n吴　某\n{0}", own + "\n白榆市政协"):
        assert [run.labels for run in found(signed)][1] == "TP"


def test_a_signature_before_a_greeting_is_that_of_the_speech_before():
    first, second = found("渡口有了议事棚\n青渡县政协\n{0}\n青渡县政协\n2024年5月1日\n各位委员：\n{0}")
    assert (first.labels, second.labels, second.start, second.weight >= ENOUGH) == ("TU", "", 5, True)
    assert found("渡口有了议事棚\n{0}\n\f\n青渡县政协\n2024年5月1日\n各位委员：\n{0}")[1].labels == "UD"
