"""The tables of `make bench` say what was measured."""

import pytest
import report
from measuring import Run, Site
from report import OURS, Result, Target


def result(name: str, wall: float, cpu: float, memory: float = 100e6) -> Result:
    steps = {step: Run(wall, cpu, int(memory), int(memory)) for step in report.STEPS}
    return Result(name, "无", "1.0", steps, {"clean": 12, "warm": 0, "edit": 3}, {}, Site(10, 12, 120_000, 9000, 3000))


def test_a_library_s_table_has_a_line_for_each_generator() -> None:
    assert list(report.sizes([result(OURS, 1, 0.5)]))[2] == (
        f"| {OURS} | 无 | 1.00（0.50） | 1.00（0.50） | 1.00（0.50） | 0；3 | 100 MB | 10 | 9.0 KB（3.0） | 12 | 0.1 MB |")


def test_of_several_processes_the_largest_is_shown_too() -> None:
    ours = result(OURS, 1, 1, 500e6)
    ours.steps["clean"] = Run(1, 1, 500_000_000, 300_000_000)
    assert " | 500（300） MB | " in list(report.sizes([ours]))[2]


def test_a_generator_that_could_not_run_is_named_with_the_reason() -> None:
    assert list(report.sizes([result(OURS, 1, 0.5), Result("Hugo", "无", failed="没有装 hugo")]))[-1] == "- 没有比 Hugo：没有装 hugo"


def test_ratios_are_our_time_as_a_share_of_the_other_s() -> None:
    assert list(report.ratios([result(OURS, 1, 0.5, 50e6), result("Hugo", 4, 5)]))[2] == (
        "| Hugo | 0.25（0.10） | 0.25（0.10） | 0.25（0.10） | 0.50 | 1.00 |")


def test_what_the_phases_leave_over_is_shown_too() -> None:
    ours = result(OURS, 4, 2)
    ours.phases = {"读取": {"wall": 1, "cpu": 0.5}}
    assert list(report.phases(ours))[2:] == [
        "| 读取 | 1.00 | 0.50 | 25% |", "| 其余：启动、主题、手写页面、比较旧网站 | — | 1.50 | 75% |", "| 合计 | 4.00 | 2.00 | 100% |"]


@pytest.mark.parametrize(("cpu", "power"), [(10, "1.00"), (100, "2.00"), (1, "0.00")])
def test_growth_is_the_power_of_the_number_of_entries(cpu: float, power: str) -> None:
    results = {"1000": [result(OURS, 1, 1)], "10000": [result(OURS, 1, cpu)]}
    assert list(report.growth(results))[2] == f"| {OURS} | {power} |"


def test_growth_over_several_sizes_ends_with_the_whole_way_from_a_thousand() -> None:
    results = {size: [result(OURS, 1, int(size))] for size in ("100", "1000", "10000", "50000")}
    assert next(report.growth(results)) == "| CPU 的增长指数 | 100 → 1,000 | 1,000 → 10,000 | 10,000 → 50,000 | 1,000 → 50,000 |"


def test_targets_say_which_were_missed_and_leave_out_what_was_not_measured() -> None:
    wanted = [Target("内存", 400, lambda _: 500.0, " MB"), Target("用时", 3, lambda _: 2.5, " 秒"), Target("别的", 1, lambda _: None)]
    assert list(report.targets({}, wanted))[2:] == ["| 内存 | 400 MB | 500 MB | **没有达到** |", "| 用时 | 3 秒 | 2.5 秒 | 达到 |"]


def test_larger_libraries_are_worked_out_from_the_largest_that_was_built() -> None:
    ours = result(OURS, 60, 30, 300e6)
    ours.downloads = {"列表页": 250_000}
    lines = list(report.beyond({"1000": [result(OURS, 1, 1)], "10000": [ours]}))
    assert lines[0] == "|  | 量到的：10,000 条 | 推算：100,000 条 | 推算：1,000,000 条 |"
    assert lines[2:5] == ["| 从头生成，CPU 分钟 | 0.5 | 5 | 50 |", "| 没有改动，CPU 分钟 | 0.5 | 5 | 50 |", "| 内存，GB | 0.3 | 3 | 30 |"]
    assert lines[-1] == "| 列表页，MB（gzip） | 0.25 | 2.5 | 25 |"
