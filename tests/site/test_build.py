"""One build's life: what stands is put aside only where it is good, comes back when the build fails, and goes when it is done."""

from pathlib import Path

import pytest

from macros.pages.page import RenderedPage
from macros.pages.theme_frame import values
from macros.site.build import Build, Kept, Order
from tests.conftest import FRAGMENTS, SMALL
from tests.small_tree import write_pages


@pytest.fixture(autouse=True)
def _one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KB_BESIDE", "off")


@pytest.fixture
def order(tmp_path: Path) -> Order:
    write_pages(SMALL, tmp_path / "docs")
    (tmp_path / "site").mkdir()
    return Order(SMALL, tmp_path / "docs", FRAGMENTS, tmp_path / "site")


def theme(page: RenderedPage) -> str:
    return "{title} {description} {html} {moved_to}".format(**values(page))


def begun(order: Order, kept: Kept | None = None) -> Build:
    """A build that has come as far as that its folder is empty."""
    build = Build(order, kept)
    build.start()
    build.make_way()
    for file in sorted(order.site.rglob("*"), reverse=True):  # as MkDocs does
        file.unlink() if file.is_file() else file.rmdir()
    build.begin()
    return build


def written(order: Order, kept: Kept | None = None) -> Build:
    build = begun(order, kept)
    build.write(theme, [("首页", "index.html", "说明")], lambda _: "")
    return build


def files(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def last(order: Order) -> Path:
    return order.site.with_name("site-last")


def test_a_build_without_a_preview_puts_nothing_aside(order: Order) -> None:
    (order.site / "old.html").touch()
    written(order).finish()
    assert "practices/pei-xun.html" in files(order.site)
    assert not last(order).exists()


def test_a_rebuild_gives_what_a_first_build_gives(order: Order) -> None:
    kept = Kept()
    written(order, kept).finish()
    first = files(order.site)
    assert {"downloads/practices.csv", "api/practices.json", "practices/pei-xun.html"} <= first.keys()
    written(order, kept).finish()
    kept.settle()
    assert files(order.site) == first
    assert not last(order).exists()


@pytest.mark.parametrize("come", [begun, written])
def test_a_rebuild_that_fails_leaves_the_last_good_site(order: Order, come) -> None:
    kept = Kept()
    written(order, kept).finish()
    first, good = files(order.site), kept.last
    come(order, kept).fail()
    assert files(order.site) == first
    assert not last(order).exists()
    assert kept.last is good
    written(order, kept).finish()
    kept.settle()
    assert files(order.site) == first


def test_after_a_first_build_that_failed_comes_a_first_build(order: Order, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it left is no good site: of a large library a rebuild would not make the downloads, which nobody has made yet."""
    monkeypatch.setattr("macros.pipeline.LARGE", 0)
    kept = Kept()
    build = begun(order, kept)
    (order.site / "downloads").mkdir()
    (order.site / "downloads" / "half").touch()
    build.fail()
    last(order).mkdir()  # of a build that was killed
    written(order, kept).finish()
    kept.settle()
    assert "downloads/practices.csv" in files(order.site)
    assert "downloads/half" not in files(order.site)
    assert not last(order).exists()


def test_code_that_was_loaded_anew_still_has_the_good_site_to_fall_back_on(order: Order) -> None:
    written(order, Kept()).finish()
    first = files(order.site)
    written(order, Kept(stands=True)).fail()
    assert files(order.site) == first


def test_what_can_not_be_put_back_is_put_back_later(order: Order, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Kept()
    written(order, kept).finish()
    first, build = files(order.site), written(order, kept)
    with monkeypatch.context() as disk:
        disk.setattr(Path, "rename", _refuses)
        with pytest.raises(OSError, match="not now"):
            build.fail()
    kept.settle()
    assert files(order.site) == first


def _refuses(*_: object) -> None:
    raise OSError("not now")


def test_a_build_that_is_over_stays_what_it_is(order: Order) -> None:
    """MkDocs tells of an error after the end too: of warnings, where they count as errors."""
    kept = Kept()
    build = written(order, kept)
    build.finish()
    build.fail()
    assert kept.last is build
    assert "practices/pei-xun.html" in files(order.site)


def test_what_has_not_started_has_no_library(order: Order) -> None:
    with pytest.raises(RuntimeError, match="this build has not started"):
        Build(order).library  # noqa: B018
