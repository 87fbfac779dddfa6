"""The page that tests with the marker `same_window` share is left by each as a new one would be."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.same_window, pytest.mark.xdist_group("same-window")]


@pytest.mark.parametrize("turn", [1, 2])
def test_nothing_of_the_test_before_is_left(page: Page, site_url: str, turn: int) -> None:
    answer = page.goto(site_url + "about.html")
    assert answer is not None and answer.ok
    stored = "[localStorage, sessionStorage].map((storage) => storage.getItem('left')).concat(document.cookie)"
    assert page.evaluate(stored) == [None, None, ""]
    assert page.evaluate("[innerWidth, innerHeight]") == [1280, 720]
    media = "['(prefers-color-scheme: dark)', '(prefers-reduced-motion)', 'print'].filter((asked) => matchMedia(asked).matches)"
    assert page.evaluate(media) == []
    expect(page.locator("main:hover")).to_have_count(0)
    page.evaluate("localStorage.setItem('left', turn), sessionStorage.setItem('left', turn), document.cookie = 'left=1'".replace("turn", f"'{turn}'"))
    page.emulate_media(media="print", color_scheme="dark", reduced_motion="reduce")
    page.set_viewport_size({"width": 390, "height": 844})
    page.mouse.move(100, 400)
    expect(page.locator("main:hover")).to_have_count(1)
    page.route("**/about.html", lambda route: route.fulfill(status=500, body=""))
