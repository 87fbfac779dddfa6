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
