"""原文对照: shown where the owner put the full text, with the cited item marked; never published by itself."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from macros.pages import practice, speech
from macros.pages.fingerprints import Keys
from macros.pages.renderer import Renderer
from tests.building import build
from tests.conftest import FRAGMENTS, PROJECT


@dataclass(frozen=True)
class Passage:
    before: str
    cited: str
    after: str


class Texts:
    def passage(self, speech_id: str, at: str) -> Passage | None:
        return Passage("前文，", "一是<分组>。", "后文。") if (speech_id, at) in (("bian-zu", "2.1"), ("bian-zu", "2")) else None


@pytest.mark.parametrize(("kind", "url"), [(practice, "practices/wei-yuan-bian-zu.html"), (speech, "speeches/bian-zu.html")])
def test_the_paragraph_stands_beside_our_words_with_the_cited_item_marked(small_graph, kind, url):
    renderer = Renderer(small_graph, FRAGMENTS, originals=Texts())
    plan = next(p for p in kind.plans(small_graph, renderer, Keys(small_graph, "")) if p.url == url)
    page = BeautifulSoup(plan.make().html, "lxml")
    quote = page.select_one(".kb-original blockquote")
    assert quote.get_text() == "前文，一是<分组>。后文。"
    assert quote.mark.get_text() == "一是<分组>。"
    assert "这里是本库写的大意，不是原文" not in page.get_text()


PARAGRAPH = "我们把委员编成小组，组长每月召集一次，全文里独有的一句话在这里。"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """One speech of one paragraph, with its full text beside it."""
    files = {
        "data/topics.yml": "member-duty:\n  title: 委员履职\n  question: 怎样履职？\n  scope: 收履职的做法。\n  order: 1\n",
        "data/organizations.yml": "jia-xian:\n  name: 甲县政协\n  name_state: named\n  level: county\n",
        "data/sources/hui-bian.yml": "title: 一篇发言\nkind: 文件\n",
        "data/speeches/bian-zu.yml": "title: 编组履职谈几点做法\nshort: 编组\norder: 1\nsource: hui-bian\norganization: jia-xian\n"
                                     "outline:\n  - paragraphs:\n      - {gist: 讲编组。}\n",
        "data/practices/xiao-zu.yml": "title: 委员小组\nsummary: 把委员编成小组。\nform: organization\ntopics: [member-duty]\naccounts:\n"
                                      "  - speech: bian-zu\n    at: [\"1\"]\n    progress: {status: unclear}\n"
                                      "    points:\n      - {aspect: how, text: 委员编成小组}\nadded: 2026-11-24\n",
        "data/originals/hui-bian.txt": f"编组履职谈几点做法\n\n{PARAGRAPH}\n",
        "docs/index.md": "---\ntitle: 首页\n---\n\n# 库\n",
        "docs/topics/member-duty.md": "# 委员履职\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def _with_the_text(tree: Path, **environment: str) -> list[str]:
    site = build(PROJECT, data=tree / "data", docs=tree / "docs", site=tree / "site", environment=environment).site
    return sorted(str(f.relative_to(site)) for f in site.rglob("*") if f.is_file() and "独有的一句话".encode() in f.read_bytes())


def test_a_published_site_has_the_full_text_only_where_its_owner_allows_it(tree):
    assert _with_the_text(tree) == []
    assert _with_the_text(tree, PUBLISH_ORIGINALS="true") == ["practices/xiao-zu.html", "speeches/bian-zu.html"]
