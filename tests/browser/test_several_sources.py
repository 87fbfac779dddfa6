"""Three sources, each with a “第3篇” by an “xx市政协” under the same short title: nothing that readers or programs get is ambiguous."""

import csv
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page

from tests.building import build
from tests.conftest import PROJECT
from tests.small_tree import write_pages

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("several-sources")]

SOURCES = {"chun": "春季汇编", "qiu": "秋季汇编", "xia": "夏季汇编"}
APART = {"chun": "分组", "qiu": "讲堂", "xia": "联络站"}
BARE = re.compile(r"第\s*\d+\s*篇")
HOME = """# 库

{{ practices() }}

{{ practices(by="organization") }}

{{ speeches() }}

{{ organizations() }}

{{ problems() }}

{{ matrix() }}

{{ recent() }}

{{ shared() }}

""" + "\n\n".join(f'{{{{ speech("s-{s}-3") }}}} {{{{ organization("o-{s}") }}}}' for s in SOURCES) + "\n"


def _files() -> Iterator[tuple[str, dict[str, Any]]]:
    yield "topics.yml", {"duty": {"title": "委员履职", "question": "怎样履职？", "scope": "收编组。", "order": 1}}
    yield "organizations.yml", {
        **{f"o-{s}": {"name": "xx市政协", "name_state": "masked", "distinguisher": APART[s], "level": "city"} for s in SOURCES},
        "jia": {"name": "甲县政协", "name_state": "named", "level": "county"}}
    places = [{"speech": f"s-{s}-3", "at": ["1"]} for s in SOURCES]
    yield "problems.yml", {"few": {"title": "委员来得少怎么办？", "named_in": places}}
    yield "terms.yml", {"t-san": {"term": "三组", "unexplained": "true", "at": places}}
    yield "formulations.yml", {"f-gong": {"text": "坚持大团结大联合", "at": places}}
    for s, short in SOURCES.items():
        yield f"sources/{s}.yml", {"title": f"某地{short}（内部交流）", "kind": "汇编", "short": short, "year": 2024}
        for order in (1, 2, 3):
            # The same body speaks in each of the sources, too.
            yield f"speeches/s-{s}-{order}.yml", {
                "title": f"{short}里的第{'一二三'[order - 1]}份材料", "short": "编组" if order == 3 else f"材料{order}", "order": order,
                "source": s, "organization": f"o-{s}" if order == 3 else "jia", "outline": [{"paragraphs": [{"gist": "讲编组。"}, {"gist": "讲别的。"}]}]}
    yield "practices/bian-zu.yml", _practice("委员编组", [f"s-{s}-3" for s in SOURCES])
    yield "practices/jie-bie.yml", _practice("按界别开会", [f"s-{s}-1" for s in SOURCES])
    for s in SOURCES:
        yield f"practices/zi-ji-{s}.yml", _practice(f"{APART[s]}自己的办法", [f"s-{s}-3", f"s-{s}-2"])


def _practice(title: str, speeches: Iterable[str]) -> dict[str, Any]:
    told = [{"speech": sid, "at": ["1", "2"], "progress": {"status": "unclear"},
             "points": [{"aspect": "how", "text": f"三组按{i}编", "at": ["1"]}]} for i, sid in enumerate(speeches)]
    return {"title": title, "summary": "把委员编进小组。", "form": "mechanism", "topics": ["duty"], "problems": ["few"], "accounts": told,
            "unsaid": [{"what": "效果", "speech": told[0]["speech"], "aspect": "effect"}], "added": "2026-11-24"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("several")
    for path, entry in _files():
        (root / "data" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "data" / path).write_text(json.dumps(entry, ensure_ascii=False, indent=1), encoding="utf-8")
    write_pages(root / "data", root / "docs", HOME)
    return build(PROJECT, data=root / "data", docs=root / "docs", site=root / "site").site


@pytest.fixture(scope="module")
def pages(built: Path) -> dict[str, BeautifulSoup]:
    """Every page that shows entries, by its address."""
    found = {file.relative_to(built).as_posix(): file for file in built.rglob("*.html")}
    return {address: BeautifulSoup(file.read_text(encoding="utf-8"), "lxml") for address, file in found.items()
            if not address.startswith("contributing/")}


@pytest.fixture
def desk(page: Page, built: Path) -> Page:
    page.goto((built / "practices/index.html").as_uri())
    page.evaluate("kb.index.prepare('编组')")
    return page


def one_each(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Words that stand for more than one thing."""
    found: dict[str, set[str]] = {}
    for words, thing in pairs:
        found.setdefault(words, set()).add(thing)
    return {words: things for words, things in found.items() if len(things) > 1}


def links(page: BeautifulSoup, kind: str) -> Iterator[tuple[str, str]]:
    """Words and id of every link to an entry of a kind."""
    for link in page.select(f"a[href*='{kind}/']"):
        name = re.search(rf"{kind}/([\w-]+)\.html", str(link["href"]))
        if name and name[1] != "index":
            yield re.sub(r"\s+", "", link.get_text()), name[1]


def test_no_two_bodies_are_shown_alike_on_any_page(pages: dict[str, BeautifulSoup]) -> None:
    found = [pair for page in pages.values() for pair in links(page, "organizations")]
    assert {name for name, _ in found} >= {"xx市政协〔分组〕", "xx市政协〔联络站〕", "xx市政协〔讲堂〕"}
    assert one_each(found) == {}
    titles = [page.title.get_text() for page in pages.values() if page.title]
    assert len(titles) == len(set(titles))


def test_a_masked_name_never_stands_without_what_tells_it_apart(pages: dict[str, BeautifulSoup]) -> None:
    for address, page in pages.items():
        assert re.findall(r"xx市政协(?!〔)", re.sub(r"\s+", "", page.body.get_text())) == [], address
        attributes = [str(value) for tag in page.find_all(True) for value in tag.attrs.values()]
        assert [value for value in attributes if re.search(r"xx市政协(?!〔)", value)] == [], address


def test_a_number_in_a_source_stands_beside_its_source_only(pages: dict[str, BeautifulSoup]) -> None:
    for address, page in pages.items():
        if address.startswith("sources/"):
            continue
        text = str(page)
        for fact in page.select(".kb-facts dd:has(a[href*='sources/'])"):
            text = text.replace(str(fact), "")
        assert BARE.findall(text) == [], address


def test_every_place_that_is_cited_says_where_it_is(pages: dict[str, BeautifulSoup]) -> None:
    cited = [(f"{link.get('title', '')} {re.sub(r' +', '', link.get_text())}", str(link["href"]).removeprefix("../"))
             for page in pages.values() for link in page.select("a.kb-source")]
    assert len({thing for _, thing in cited}) > 10
    assert one_each(cited) == {}
    # One that stands with nothing to point at has its source in it.
    assert all("汇编）" in words for words, _ in cited)


def test_a_speech_by_its_short_title_says_its_source(pages: dict[str, BeautifulSoup]) -> None:
    assert one_each((words, name) for page in pages.values() for words, name in links(page, "speeches")
                    if not re.fullmatch(r"第\d+段.*|[一二]是", words)) == {}


def test_what_is_copied_as_a_citation_names_the_source_of_each(pages: dict[str, BeautifulSoup]) -> None:
    (button,) = pages["practices/bian-zu.html"].select("[data-kb-actions] [data-kb-cite]")
    told = str(button["data-kb-cite"]).removeprefix("委员编组。").split("；")
    assert [re.search("《某地(.+?)（内部交流）》", each)[1] for each in told] == list(SOURCES.values())  # type: ignore[index]


def test_facets_and_chips(desk: Page) -> None:
    more = desk.locator(".kb-facet__more")
    for each in more.all():
        each.click()
    labels = desk.locator("fieldset:has(input[name=org]) .kb-facet__label").all_text_contents()
    assert sorted(labels) == sorted({*labels})
    assert len(labels) == 4
    desk.goto(desk.url.split("?")[0] + "?" + "&".join(f"speech=s-{s}-3" for s in SOURCES))
    desk.wait_for_selector(".kb-chip")
    chips = [text.removesuffix("×") for text in desk.locator(".kb-chip").all_text_contents()]
    assert chips == [f"《编组》（{short}）" for short in SOURCES.values()]


def test_the_search_says_which_third_speech(desk: Page) -> None:
    ask = """query => kb.index.prepare(query).then(() => kb.search(query, { kinds: ["practices"] })
      .map((hit) => [hit.id, hit.why && hit.why.text]))"""
    # 第3篇 asks for the third of each; with the source it asks for one.
    assert {hit for hit, _ in desk.evaluate(ask, "第3篇的做法")} == {"bian-zu", *(f"zi-ji-{s}" for s in SOURCES)}
    assert {hit for hit, _ in desk.evaluate(ask, "夏季汇编第3篇的做法")} == {"bian-zu", "zi-ji-xia"}
    reasons = [why for query in ("第3篇", "编组第3篇", "第3篇 自己的办法") for _, why in desk.evaluate(ask, query) if why]
    assert reasons
    assert [why for why in reasons if BARE.fullmatch(why)] == []


VIEW = """([ids, size]) => new Promise((done) => kb.rooms(() => kb.folderRecords(kb.folders.made("材料", ids), (records) =>
  done(kb.blocksText(kb.memo(kb.folderShown(kb.folders.made("材料", ids), records), size))))))"""


@pytest.mark.parametrize("size", ["brief", "table", "full"])
def test_the_memo_says_which_source_each_is_from(desk: Page, size: str) -> None:
    text = desk.evaluate(VIEW, [["bian-zu", "jie-bie"], size])
    assert [line for line in text.splitlines() if BARE.search(line)] == []
    assert [line for line in text.splitlines() if re.search(r"xx市政协(?!〔)", line)] == []
    (line,) = [line for line in text.splitlines() if line.endswith("引用前请核对原文。")]
    assert all(re.search(r"\[\d\].*见：[^；]*" + source, line) for source in SOURCES.values())
    assert len(set(re.findall(r"[，；]\[\d+\] 第\d+段", text))) >= 3


def test_the_table(built: Path) -> None:
    with (built / "downloads/practices.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 12
    assert {row["单位"] for row in rows} == {"甲县政协", *(f"xx市政协〔{apart}〕" for apart in APART.values())}
    # Who, where and how many: with its source, the number is that of one speech.
    assert one_each((f"{row['来源']} {row['篇次']}", row["篇名"]) for row in rows) == {}
    assert not any(BARE.search(cell) for row in rows for cell in row.values())


def test_the_data_for_programs(built: Path) -> None:
    api = {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in (built / "api").glob("*.json")}
    assert one_each((each["label"], each["id"]) for each in api["organizations"]) == {}
    assert one_each((each["name"], each["id"]) for each in api["speeches"]) == {}
    accounts = [account for practice in api["practices"] for account in practice["accounts"]]
    assert one_each((account["speech_name"], account["speech"]) for account in accounts) == {}
    assert one_each((account["organization_label"], account["organization"]) for account in accounts) == {}
    assert BARE.findall(json.dumps(api, ensure_ascii=False)) == []
    for named in (api["problems"][0]["named_in"], api["terms"][0]["at"], api["formulations"][0]["at"]):
        assert [f"{each['organization_label']} · {each['speech_name']}" for each in named] == [
            f"xx市政协〔{APART[s]}〕 · 《编组》（{short}）" for s, short in SOURCES.items()]
