from click.testing import CliRunner

from macros.cli.suggest_words import command
from tests import frozen


def told(*arguments: str) -> list[str]:
    done = CliRunner().invoke(command, [*arguments, "--data", str(frozen.DATA)])
    assert done.exit_code == 0, done.output
    return done.output.splitlines()


def test_words_are_proposed_with_where_they_come_from_and_nothing_is_written() -> None:
    before = {file: file.read_bytes() for file in frozen.DATA.rglob("*.yml")}
    lines = told("书香政协")
    assert lines[0] == "书香政协（practices/shu-xiang-zheng-xie.yml）可以考虑的检索词；合适的写进 keywords："
    assert "  履职能力不足\t读者这样问它的问题" in lines
    assert all("\t" in line for line in lines[1:])
    assert before == {file: file.read_bytes() for file in frozen.DATA.rglob("*.yml")}


def test_what_it_is_called_already_is_not_proposed() -> None:
    words = {line.strip().split("\t")[0] for line in told("xian-you-xie-shang-qu-dao")[1:]}
    assert words
    assert words.isdisjoint({"现有协商渠道", "议政性常委会", "双月专题协商", "提案办理协商"})


def test_a_slip_in_the_name_leads_to_the_nearest() -> None:
    done = CliRunner().invoke(command, ["shu-xiang-zhen-xie", "--data", str(frozen.DATA)])
    assert done.exit_code == 2
    assert "没有“shu-xiang-zhen-xie”这条做法或问题。是不是 shu-xiang-zheng-xie（书香政协）？" in done.output


def test_where_nothing_can_be_proposed_it_says_what_an_editor_can_do() -> None:
    assert told("no-venue") == ["活动没有场所、没有阵地怎么办？：没有可以提议的词了。读者会怎样找它，由编辑想：别家的叫法、日常说法、遇到的难处。"]
