"""Both halves fold alike: one table of cases for the build and for the browser."""

import pytest

from macros.text.folding import fold, fold_lines
from tests.search.conftest import Open, graph, practice

CASES = {
    "“一办四委”": "1办4委",
    "1办4委": "1办4委",
    "一辦四委": "1办4委",
    "Ｅ联网": "e联网",
    "E联网": "e联网",
    "两个薄弱": "2个薄弱",
    "２个薄弱": "2个薄弱",
    "××县": "xx县",
    "Ｘ＋Ｘ": "x+x",
    "“xxxx+N”协商": "xxxx+n协商",
    "《通讯录》、（全省）": "通讯录全省",
    " a  b·c—d…": "abcd",
    "十佳": "10佳",
    "十二": "12",
    "二十": "20",
    "二十五": "25",
    "第十条": "第10条",
    "二〇二二": "2022",
    "臨時黨支部": "临时党支部",
    "①②": "12",
    "，。": "",
}


@pytest.mark.parametrize(("text", "folded"), CASES.items())
def test_the_build_folds(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_many_texts_fold_as_each_line_does() -> None:
    texts = ["\n".join(CASES), "", "十\n一", "二\n十"]
    folded, characters = fold_lines(texts)
    assert folded == ["\n".join(CASES.values()), "", "10\n1", "2\n10"]
    assert set("临办节通讯录") & characters == set("临办通讯录")


@pytest.mark.browser
def test_the_browser_folds_the_same(open_library: Open) -> None:
    # Traditional characters are known to the browser as far as the library has their simplified ones.
    library = graph({"p": practice("临时党支部办公室")})
    assert open_library(library).run("texts => texts.map(kb.fold)", list(CASES)) == list(CASES.values())


@pytest.mark.browser
def test_every_folded_character_knows_where_it_comes_from(open_library: Open) -> None:
    opened = open_library(graph({"p": practice("工作")}))
    assert opened.run("kb.fold.mapped('“二十”+Ｎ')") == {"text": "20+n", "from": [1, 2, 4, 5]}
    assert opened.run("kb.fold.mapped('十佳')") == {"text": "10佳", "from": [0, 0, 1]}
