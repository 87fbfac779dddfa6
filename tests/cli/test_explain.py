from click.testing import CliRunner

from macros.cli.explain import command


def test_a_rule_is_told_with_its_reason_and_both_ways_of_writing() -> None:
    done = CliRunner().invoke(command, ["planned-as-done"])
    assert done.exit_code == 0
    assert done.output == (
        "planned-as-done：计划不写成已完成\n\n"
        "读者会照着学；把打算说成做到，是这个库最不该犯的错。\n\n"
        "这样不行：\n    status: planned，要点写“已设立委员联络站”\n"
        "这样可以：\n    要点写“在全县所有乡镇设立委员联络站（谋划中）”\n\n"
        "确有道理时可以例外，在条目里写 exempt: [{rule: planned-as-done, why: 理由}]\n"
    )


def test_a_rule_that_always_holds_offers_no_exemption() -> None:
    assert "exempt" not in CliRunner().invoke(command, ["to-fill"]).output


def test_an_unknown_code_leads_to_the_nearest() -> None:
    done = CliRunner().invoke(command, ["planed-as-done"])
    assert done.exit_code == 2
    assert "没有“planed-as-done”这条规则。是不是 planned-as-done（计划不写成已完成）？" in done.output


def test_without_a_code_all_rules_are_listed() -> None:
    lines = CliRunner().invoke(command, []).output.splitlines()
    assert "to-fill                     待填的地方要填" in lines
    assert len(lines) > 60


def test_the_fields_of_a_kind() -> None:
    lines = CliRunner().invoke(command, ["practices"]).output.splitlines()
    assert lines[0] == "做法（practices）的字段，缩进的写在上一级里面："
    assert "title（标题，必须写）：做法的名称，用原文的叫法" in lines
    assert lines[lines.index("form（类型，必须写）：做法属于哪一类") + 1].startswith("    可写：organization（组织设置）、")
    assert any(line.startswith("    cue（依据）：") for line in lines)


def test_the_words_of_progress() -> None:
    lines = CliRunner().invoke(command, ["progress"]).output.splitlines()
    assert [line.split("：")[0] for line in lines[1:]] == [
        "done（已实施）", "under-way（推进中）", "pilot（试点）", "exploring（探索）", "planned（计划）", "called-for（提出要求）", "单独不说明进展"]
    assert "建成" in lines[1]
