"""Rows of texts that are searched together, in a real browser: what a pair leads to is what a reading of all of them finds."""

import pytest

from tests.search.conftest import Open, titled

pytestmark = pytest.mark.browser
EACH = "(word) => { const met = []; rows.each(word, (row, place) => met.push([row, place])); return met; }"


def test_what_is_known_by_pair_grows_with_the_rows_and_finds_what_a_reading_finds(open_library: Open) -> None:
    met = open_library(titled("名称")).run(f"""(words) => {{
      const rows = new kb.Rows(), each = {EACH};
      ["委员之家", "家访委员", "甲乙甲乙丙"].forEach((text, i) => rows.add(i, "title", text));
      const read = words.map(each);
      rows.byPair();
      rows.byChar();
      const known = words.map(each);
      rows.add(3, "title", "新来的委员之家");
      return [read, known, words.map(each), rows.byChar().get("家"), rows.byPair().get("新来")];
    }}""", ["委员", "员之家", "甲乙丙", "家家", "家", "不在"])
    before = [[[0, 0], [1, 2]], [[0, 1]], [[2, 2]], [], [[0, 3], [1, 0]], []]
    assert met[:2] == [before, before]
    assert met[2] == [[*before[0], [3, 3]], [*before[1], [3, 4]], before[2], [], [*before[4], [3, 6]], []]
    assert met[3:] == [[0, 1, 3], [3]]
