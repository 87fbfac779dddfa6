"""Rename, merge and withdraw: every file that this takes, by the rules of the guide, and nothing lost."""

import datetime
import shutil
from pathlib import Path

import pytest

from macros.editing import lifecycle
from macros.editing.lifecycle import Impossible
from macros.library.catalog import Catalog, load
from macros.rules import check
from tests import frozen

TODAY = datetime.date(2026, 11, 28)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    shutil.copytree(frozen.DATA, tmp_path / "data")
    return tmp_path / "data"


def opened(data: Path) -> tuple[Catalog, list[str]]:
    catalog, findings = load(data)
    return catalog, [f"{f.path} [{f.code}] {f.message}" for f in [*findings, *check(catalog)]]


@pytest.mark.parametrize(("kind", "old"), [("practices", "quan-yuan-ru-wei"), ("speeches", "wei-yuan-jing-zhun-lv-zhi"), ("organizations", "xx-shi-zheng-xie-3"), ("problems", "weak-participation")])
def test_another_id_leads_from_everywhere_and_the_old_one_is_kept(data: Path, kind: str, old: str) -> None:
    catalog, before = opened(data)
    lifecycle.write(lifecycle.other_id(catalog, kind, old, "xin-de-bian-hao"), data)
    after, found = opened(data)
    assert after.of(kind)["xin-de-bian-hao"].formerly[-1] == old and old not in after.of(kind)
    assert found == before
    assert list(lifecycle.named_at(after, kind, old)) == []


def test_an_id_that_is_taken_or_none_is_refused(data: Path) -> None:
    catalog, _ = opened(data)
    for new in ("quan-yuan-pei-xun", "Ren", "../x", "xx-shi-zheng-xie-3", "index"):
        with pytest.raises(Impossible):
            lifecycle.other_id(catalog, "practices", "quan-yuan-ru-wei", new)
    with pytest.raises(Impossible, match=r"^术语没有旧编号可写，编号不能改$"):
        lifecycle.other_id(catalog, "terms", next(iter(catalog.terms)), "xin")


def test_two_practices_become_one_with_all_accounts_and_names(data: Path) -> None:
    catalog, _ = opened(data)
    old, into = "quan-yuan-pei-xun", "quan-yuan-ru-wei"
    plan = lifecycle.merge(catalog, "practices", old, into, TODAY, "keywords")
    lifecycle.write(plan, data)
    after, found = opened(data)
    one = after.practices[into]
    assert old not in after.practices and old in one.formerly and "全员培训" in one.keywords
    assert {a.speech for a in one.accounts} >= {a.speech for a in catalog.practices[old].accounts}
    assert sum(len(a.points) for a in one.accounts) == sum(len(a.points) for pid in (old, into) for a in catalog.practices[pid].accounts)
    assert one.changes[-1].what == "并入“全员培训”" and one.reviewed is None
    assert [line for line in found if "unknown" in line] == []
    assert all(point.at for a in one.accounts if len(a.at) > 1 for point in a.points)


def test_withdrawn_keeps_its_address_and_says_what_still_leads_there(data: Path) -> None:
    catalog, _ = opened(data)
    plan = lifecycle.withdraw(catalog, "practices", "quan-yuan-ru-wei", "来源已更正", TODAY)
    lifecycle.write(plan, data)
    assert "withdrawn: {on: 2026-11-28, reason: 来源已更正}\n" in (data / "practices" / "quan-yuan-ru-wei.yml").read_text("utf-8")
    assert any("还连着它" in line for line in plan.told)
    with pytest.raises(Impossible, match=r"^写上为什么撤下：读者打开旧地址时看到的就是这句话$"):
        lifecycle.withdraw(catalog, "practices", "quan-yuan-pei-xun", " ", TODAY)


def test_what_was_changed_meanwhile_is_not_written_over(data: Path) -> None:
    catalog, _ = opened(data)
    plan = lifecycle.other_id(catalog, "practices", "quan-yuan-ru-wei", "xin-de")
    file = data / "practices" / "quan-yuan-ru-wei.yml"
    file.write_text(file.read_text("utf-8") + "# 刚写的\n", "utf-8")
    with pytest.raises(lifecycle.writing.Stopped):
        lifecycle.write(plan, data)
    assert file.exists()
