"""Terms by the first letter of their pinyin."""

from types import SimpleNamespace

from bs4 import BeautifulSoup

from macros.handwritten.glossary import OTHERS, by_initial
from macros.handwritten.macros import Macros
from macros.pages.renderer import Renderer


def test_letters_and_terms_come_by_pinyin_and_what_has_no_letter_last():
    terms = {f"t-{i}": SimpleNamespace(term=term) for i, term in enumerate(
        ("一办四委", "“双联双服”", "168", "xx+N", "长效机制", "搭台、唱戏", "双促", "e联网", "大平台"))}
    found = {letter: [term.term for _, term in terms] for letter, terms in by_initial(terms).items()}
    assert found == {"C": ["长效机制"], "D": ["大平台", "搭台、唱戏"], "E": ["e联网"], "S": ["双促", "“双联双服”"], "Y": ["一办四委"], OTHERS: ["168", "xx+N"]}
    assert list(found)[-1] == OTHERS
    assert by_initial({}) == {}


def test_a_term_is_one_row_with_what_the_source_says_who_and_where(small_renderer: Renderer):
    page = BeautifulSoup(Macros(small_renderer, "glossary.html").glossary(), "lxml")
    rows = {row["id"]: [" ".join(cell.get_text(" ", strip=True).split()) for cell in row.select("th, td")] for row in page.select("tr.kb-term")}
    assert rows["t-san-zu"] == ["三组", "原文没有解释 用到它的条目： 委员编组", "xx 市政协〔编组〕 委员编组", "第2段 说哪里有错"]
    assert [row["data-kb-explained"] for row in page.select("tr.kb-term")] == ["no", "yes"]
    assert "原文没有解释" not in rows["t-shuang-bian"][1]
    assert [a.get_text(" ", strip=True) for a in page.select(".kb-initials a")] == ["S 2"]
    assert page.select_one(page.select_one(".kb-initials a")["href"]).name == "tbody"
    assert page.select_one(".kb-lead").get_text() == "发言里的 2 个简称和口号。其中 1 个原文没有解释，本库也不解释。"
    # What only scripts can do shows only with them.
    assert page.select_one("[data-kb-terms-find]").has_attr("hidden")
