"""The page of components is the picture test: each is there, drawn, and told apart without colour."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from macros.handwritten.component_samples import NAMES
from macros.model.vocabulary import Status

pytestmark = [pytest.mark.browser, pytest.mark.same_window]

PAGE = "contributing/components.html"
# What each section must show, by the address of the section.
PARTS = {
    "progress": ".kb-progress", "mask": ".kb-mask", "source": "a.kb-source", "figure": ".kb-figure", "unsaid": ".kb-unsaid",
    "tags": ".kb-tag", "buttons": ".kb-button", "card": ".kb-card", "row": ".kb-row", "accounts": ".kb-rows-table",
    "facet": ".kb-facet__value", "matrix": ".kb-matrix table", "outline": ".kb-outline, .kb-paragraph",
}
# How many accounts the sample practices have.
ROWS = [1, 2, 4]
# Everything after a heading, up to the next one of its kind.
SECTION = """(part) => (heading, selector) => {
  const found = [];
  for (let e = heading.nextElementSibling; e && e.tagName !== 'H2'; e = e.nextElementSibling) {
    if (e.matches(selector)) found.push(e);
    found.push(...e.querySelectorAll(selector));
  }
  return found.map(part);
}"""


def in_section(page: Page, section: str, part: str) -> list[object]:
    """What the function `part` says of each component in a section."""
    measure = f"([id, selector]) => ({SECTION})({part})(document.getElementById(id), selector)"
    return list(page.evaluate(measure, [section, PARTS[section]]))


def test_every_component_has_its_section() -> None:
    assert {name for name, _ in NAMES} | {"card", "matrix"} == set(PARTS)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_every_component_is_drawn(page: Page, site_url: str, output_path: str, width: int, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(site_url + PAGE)
    for section in PARTS:
        sizes = in_section(page, section, "(e) => { const b = e.getBoundingClientRect(); return b.width * b.height; }")
        assert sizes, f"{section} shows nothing"
        assert all(sizes), f"{section} shows something of no size"
    page.screenshot(path=Path(output_path) / f"components-{width}-{scheme}.png", full_page=True)


def test_the_seven_marks_of_progress_differ_in_shape(page: Page, site_url: str) -> None:
    """All in one colour, no two of the seven pictures are alike."""
    page.goto(site_url + PAGE)
    page.evaluate("document.querySelectorAll('.kb-progress').forEach((e) => { e.style.color = '#000'; })")
    pictures = {}
    for status in Status:
        mark = page.locator(f"ul.kb-sample .kb-progress--{status.value} .kb-progress__mark").first
        pictures[status.label] = mark.screenshot()
    assert len(set(pictures.values())) == 7


def test_each_status_says_its_name_and_what_it_rests_on(page: Page, site_url: str) -> None:
    page.goto(site_url + PAGE)
    said = in_section(page, "progress", "(e) => e.textContent")
    assert said[:7] == [status.label for status in Status]
    assert said[7] == "计划 依据：“汇报几点‘工作打算’”（全篇）"


def test_what_the_source_hides_is_hatched(page: Page, site_url: str) -> None:
    page.goto(site_url + PAGE)
    backgrounds = in_section(page, "mask", "(e) => getComputedStyle(e).backgroundImage")
    assert len(backgrounds) == 6
    assert all(str(b).startswith("repeating-linear-gradient") for b in backgrounds)


def test_figures_are_never_empty(page: Page, site_url: str) -> None:
    page.goto(site_url + PAGE)
    assert in_section(page, "figure", "(e) => e.textContent.trim()") == [
        "每位委员每年参加履职活动：至少参加一次",
        "临时党支部：x个临时党支部 原文隐去",
        "活动载体：x个活动载体 原文隐去界别工作站、界别学习日",
        "联系的内容：没有写数目，列举了联系责任单位、联系基层群众",
    ]


def test_two_and_four_accounts_are_as_many_rows(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(site_url + PAGE)
    rows = in_section(page, "accounts", "(e) => e.querySelectorAll('[data-kb-account]').length")
    assert rows == ROWS
    assert all(in_section(page, "accounts", "(e) => e.scrollWidth <= e.parentElement.clientWidth"))


def test_on_a_phone_each_account_is_a_card_that_begins_with_its_body(phone: Page, site_url: str) -> None:
    phone.goto(site_url + PAGE)
    table = phone.locator("#accounts ~ .kb-sample .kb-rows-table").last
    expect(table.locator("thead")).to_be_hidden()
    for row in table.locator("[data-kb-account]").all():
        body, *others = row.locator("th, td").all()
        place = body.bounding_box()
        assert place
        for other in others:
            box = other.bounding_box()
            assert box is None or (box["y"] > place["y"] and box["x"] == place["x"])
    assert not [cell for cell in table.locator(".kb-rows-table__nothing").all() if cell.is_visible()]
