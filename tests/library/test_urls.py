"""Where an entry lies, and how a page writes the way there."""

import pytest

from macros.library import urls


@pytest.mark.parametrize(("kind", "address"), {
    "practices": "practices/a.html", "speeches": "speeches/a.html", "topics": "topics/a.html", "organizations": "organizations/a.html",
    "problems": "problems/a.html", "terms": "glossary.html#a", "formulations": "glossary.html#a", "sources": "sources/a.html",
}.items())
def test_every_kind_of_entry_has_its_address(kind: str, address: str) -> None:
    assert urls.entry(kind, "a") == address


@pytest.mark.parametrize(("at", "address"), [("3", "speeches/a.html#p3"), ("3.2", "speeches/a.html#p3-2")])
def test_a_place_is_an_anchor_on_the_page_of_its_speech(at: str, address: str) -> None:
    assert urls.place("a", at) == address


def test_the_address_of_a_filtered_list_keeps_every_filter() -> None:
    assert urls.practices_filtered(topic="dang-jian", org="jia-xian") == "practices/index.html?topic=dang-jian&org=jia-xian"
    assert urls.practices_filtered(q="a&b=c 甲") == "practices/index.html?q=a%26b%3Dc+%E7%94%B2"
    assert urls.practices_filtered() == "practices/index.html"


def test_practices_are_compared_in_the_order_given() -> None:
    assert urls.compared("b", "a") == "folder.html?ids=b,a&view=table"


@pytest.mark.parametrize(("target", "page", "link"), [
    ("practices/a.html", "practices/b.html", "a.html"),
    ("practices/a.html", "index.html", "practices/a.html"),
    ("index.html", "practices/a.html", "../index.html"),
    ("speeches/a.html#p3-2", "practices/b.html", "../speeches/a.html#p3-2"),
    ("practices/index.html?topic=x&org=y", "topics/x.html", "../practices/index.html?topic=x&org=y"),
    # A question mark after the number sign belongs to the anchor.
    ("glossary.html#a?b", "practices/b.html", "../glossary.html#a?b"),
])
def test_a_link_leads_from_its_page_with_filter_and_anchor(target: str, page: str, link: str) -> None:
    assert urls.relative(target, page) == link
