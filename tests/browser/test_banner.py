"""What the preview puts on top of a page can be read, in both themes and at both widths."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from macros.findings import Finding
from macros.site import banner

pytestmark = pytest.mark.browser

PRACTICE = "practices/wei-yuan-zhi-jia.html"
FOUND = [Finding(f"data/practices/{'hen-chang-' * 20}{n}.yml", n + 1, 7, "x", "没有“<b>platfrom</b>”这一项", "写 platform") for n in range(200)]
CONTRASTS = """() => {
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => parts(colour).slice(0, 3).map((c) => c / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4)))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (e) => { const c = getComputedStyle(e).backgroundColor;
    return parts(c)[3] === 0 ? ground(e.parentElement) : c; };
  return Array.from(document.querySelectorAll('.kb-broken p, .kb-broken li, .kb-broken code, .kb-broken span')).map((e) => {
    const [a, b] = [light(getComputedStyle(e).color), light(ground(e))];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  });
}"""


def _opened(page: Page, site: Path, site_url: str, *, kept: bool) -> None:
    """A page as the preview answers it: without the policy of a published site, and with the banner."""
    html = banner.html(FOUND, kept=kept)
    made = re.sub(rb'<meta http-equiv="Content-Security-Policy"[^>]*>', b"", (site / PRACTICE).read_bytes())
    page.route("**/" + PRACTICE, lambda route: route.fulfill(
        content_type="text/html; charset=utf-8", body=banner.on_top(made, html) if kept else banner.alone(html)))
    page.goto(site_url + PRACTICE)


@pytest.mark.parametrize("kept", [True, False], ids=["on-a-page", "alone"])
@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_banner_can_be_read(page: Page, site: Path, site_url: str, scheme: str, width: int, kept: bool) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.emulate_media(color_scheme=scheme)
    _opened(page, site, site_url, kept=kept)
    expect(page.get_by_role("alert").locator("p")).to_be_in_viewport()
    contrasts = page.evaluate(CONTRASTS)
    assert len(contrasts) == 1 + 3 * banner.MANY + 1
    assert min(contrasts) >= 4.5
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if kept:
        expect(page.get_by_role("heading", level=1, name="委员之家")).to_be_in_viewport()


def test_what_a_file_is_called_is_text(page: Page, site: Path, site_url: str) -> None:
    _opened(page, site, site_url, kept=True)
    expect(page.get_by_role("alert").locator("p")).to_have_text("有 200 处错误，下面是上一次正确的样子。")
    expect(page.get_by_role("alert").locator("li").first).to_contain_text("没有“<b>platfrom</b>”这一项")
    expect(page.get_by_role("alert").locator("li").last).to_have_text("另外 180 处列在终端里。")
