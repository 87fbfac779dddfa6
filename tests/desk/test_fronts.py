"""The source, the bodies and what stands about each speech are decided where the file is divided, and asked nowhere again."""

import re

from macros.desk import waiting
from tests.desk.conftest import Asked
from tests.desk.test_importing import TWO, dropped, form


def selected(page: str) -> dict[str, str]:
    """What is picked in each list of a page."""
    return {name: (re.findall('<option value="([^"]*)" selected', options) or [""])[0] for name, options in re.findall(r'<select id="[^"]*" name="([^"]*)">(.*?)</select>', page, re.S)}


def open_fields(asked: Asked) -> list[tuple[str, int, int]]:
    return [(each.entry_id, each.fill, each.confirm) for each in waiting.listed(asked.desk) if each.kind in ("sources", "organizations")]


def test_what_was_seen_where_the_file_is_divided_is_asked_nowhere_again(asked: Asked) -> None:
    address = dropped(asked, "两篇.txt", TWO.format(day="").encode())
    page = asked.get(address).get_data(as_text=True)
    fields = {**form(page), **selected(page)}
    assert fields["short.1"] == ["把话说在桥头"] and fields["level.2"] == "county" and fields["source.kind"] == ["发言材料"]
    asked.send(address, {**fields, "short.1": "桥头说话", "level.2": "city", "source.found_at": "县政协办公室", "write": "1"})
    assert open_fields(asked) == []
    first = asked.read("speeches/ba-hua-shuo-zai-qiao-tou.yml")
    assert "\nshort: 桥头说话\n" in first and re.search(r"\norganization: [a-z-]+\n", first) and "\noccasion: 某县协商工作推进会\n" in first
    bodies = asked.read("organizations.yml")
    assert re.search("name: 柳河县政协\n  name_state: named\n  level: city\n", bodies) and "待确认" not in bodies
    source = next(asked.data.glob("sources/mou-xian-*.yml")).read_text(encoding="utf-8")
    assert "found_at: 县政协办公室" in source and "rights:" not in source and "待填" not in source.split("title:")[1]


def test_what_must_be_said_and_was_left_empty_waits(asked: Asked) -> None:
    address = dropped(asked, "两篇.txt", TWO.format(day="").encode())
    page = asked.get(address).get_data(as_text=True)
    asked.send(address, {**form(page), **selected(page), "source.kind": "", "level.1": "", "write": "1"})
    assert [(fill, confirm) for _, fill, confirm in open_fields(asked)] == [(0, 1), (0, 1)]


def test_a_page_that_said_nothing_of_it_decides_nothing(asked: Asked) -> None:
    address = dropped(asked, "两篇.txt", TWO.format(day="").encode())
    asked.send(address, {"write": "1"})
    assert len(open_fields(asked)) == 3


def test_what_was_decided_on_the_page_bears_no_help_of_the_import_any_more(asked: Asked) -> None:
    """Nobody is led to it again, where the help would go with the last decision."""
    address = dropped(asked, "两篇.txt", TWO.format(day="").encode())
    page = asked.get(address).get_data(as_text=True)
    asked.send(address, {**form(page), **selected(page), "source.found_at": "县政协办公室", "write": "1"})
    source = next(asked.data.glob("sources/mou-xian-*.yml")).read_text(encoding="utf-8")
    # Where the text came from, and what was said when it came, is no help but a record.
    assert [line.split("“")[0] for line in re.findall("(?m)^ *#.*", source)] == ["# 全文由", "# 全文照这样分篇、分段，导入时写下，不用改；要改分法，用 kb import 的 --split 等重新导入", "# 导入时指定：场合"]
    # A speech is decided later: its help stays till then.
    assert "检查不会通过" in asked.read("speeches/ba-hua-shuo-zai-qiao-tou.yml")
