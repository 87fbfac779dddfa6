"""A file is dropped, its division set right, names chosen, and each decision made on a screen of its own."""

import io
import re

import pytest

from tests.conftest import PROJECT
from tests.desk.conftest import Asked

WORD = (PROJECT / "docs" / "contributing" / "lian-xi.docx").read_bytes()
SPEECH = "speeches/da-hao-ban-deng-ting-min-sheng-ba-xie-shang-song-dao-cun-kou"


def dropped(asked: Asked, name: str = "lian-xi.docx", content: bytes = WORD) -> str:
    answer = asked.send("/import", {"file": (io.BytesIO(content), name)})
    assert answer.status_code == 303, answer.get_data(as_text=True)
    return answer.headers["Location"]


def form(page: str) -> dict[str, list[str]]:
    """What a page's fields hold, as a browser would send them."""
    found: dict[str, list[str]] = {}
    for tag in re.findall(r"<input [^>]*>", page):
        name, value = re.search(r'name="([^"]*)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and ('type="checkbox"' not in tag or " checked" in tag):
            found.setdefault(name.group(1), []).append(value.group(1) if value else "")
    return found


def test_what_was_recognised_is_shown_and_nothing_written(asked: Asked) -> None:
    page = asked.get(dropped(asked)).get_data(as_text=True)
    assert "认出 1 篇" in page and 'value="青禾县政协"' in page and "板凳议事会" in page and "略去了 2 行" in page
    assert 'name="take"' in page and "checked" not in page.split("二、")[1], "what a person must judge is not preset"
    assert not (asked.data / "originals").exists()


def test_the_occasion_that_was_read_is_shown(asked: Asked) -> None:
    text = "渡口议事记\n\n甲县政协\n\n（在全州协商工作推进会上的发言）\n\n去年设立“候船议事角”，收到意见46条。\n".encode()
    page = asked.get(dropped(asked, "一篇.txt", text)).get_data(as_text=True)
    assert 'name="occasion" value="全州协商工作推进会"' in page


def test_a_name_told_of_what_is_ahead_says_so(asked: Asked) -> None:
    text = "渡口议事记\n\n甲县政协\n\n去年设立“候船议事角”，收到意见46条。\n\n下一步，拟推广“流动议事船”，让更多的人说得上话。\n".encode()
    page = asked.get(dropped(asked, "一篇.txt", text)).get_data(as_text=True)
    rows = {name: next(row for row in re.findall(r"<tr>.*?</tr>", page, re.S) if f'value="{name}"' in row) for name in ("候船议事角", "流动议事船")}
    assert ["这一处讲的是打算" in row for row in rows.values()] == [False, True]


def test_the_chosen_names_become_drafts_and_each_decision_has_its_screen(asked: Asked) -> None:
    address = dropped(asked)
    fields = form(asked.get(address).get_data(as_text=True))
    assert asked.send(address, {**fields, "take": ["板凳议事会"], "write": "1"}).headers["Location"] == "/inbox"
    assert sorted(file.name for file in (asked.data / "practices").glob("ban-*")) == ["ban-deng-yi-shi-hui.yml"]
    assert not (asked.data / "practices" / "min-qing-kuai-di-ji-zhi.yml").exists()
    inbox = asked.get("/inbox").get_data(as_text=True)
    assert inbox.index("来源") < inbox.index("/practices/ban-deng-yi-shi-hui") < inbox.index(f"/{SPEECH}")
    page = asked.get(f"/inbox/{SPEECH}").get_data(as_text=True)
    path = re.search(r'data-kb-field="([^"]*)"[^>]* data-open', page)
    assert path and "第1段" in page
    number = re.search(r"data-left-count>(\d+)<", page)
    asked.say(SPEECH, {path.group(1): "讲办会的事。"})
    assert number and f"data-left-count>{int(number.group(1)) - 1}<" in asked.get(f"/inbox/{SPEECH}").get_data(as_text=True)


def test_the_division_is_set_right_by_lines_and_titles(asked: Asked) -> None:
    text = "第一件事\n\n我们办了一件事，大家都来了，开得很好。\n\n还有一件事，也办了。\n\n第二件事\n\n另一家也办了一件事，说得清楚。\n".encode()
    address = dropped(asked, "两篇.txt", text)
    fields = form(asked.get(address).get_data(as_text=True))
    asked.send(address, {**fields, "split": ["1", "7"], "again": "1"})
    page = asked.get(address).get_data(as_text=True)
    assert "认出 2 篇" in page
    fields = form(page)
    asked.send(address, {**fields, "titles": ["头一篇", fields["titles"][1]], "again": "1"})
    page = asked.get(address).get_data(as_text=True)
    assert 'value="头一篇"' in page and "认出 2 篇" in page
    asked.send(address, {**form(page), "split": [], "one": "1", "again": "1"})
    assert "认出 1 篇" in asked.get(address).get_data(as_text=True)


def test_where_another_speech_may_begin_is_said_above_the_lines_and_beside_its_own(asked: Asked) -> None:
    said = "我们办了一件事，大家都来了，开得很好。"
    text = f"第一件事\n\n各位委员：\n\n{said}\n\n谢谢大家！\n\n同志们：\n\n另一家也办了一件事，说得清楚。\n".encode()
    page = asked.get(dropped(asked, "两篇.txt", text)).get_data(as_text=True)
    assert '<li>第 9 行“同志们：” <small class="soft">是称呼、前一篇已经结束（致谢）、前面称呼过一次</small></li>' in page
    assert page.count("也可能从这里开始；") == 1


@pytest.mark.parametrize(("name", "content", "said"), [
    ("扫描.pdf", b"%PDF-1.4", "这是 PDF 文件"), ("../../etc/x.docx", b"no zip", "没有"), ("空.txt", b"", "文件是空的"), ("<b>.exe", b"x", "不认识"),
])
def test_a_file_that_is_none_says_why(asked: Asked, name: str, content: bytes, said: str) -> None:
    page = asked.send("/import", {"file": (io.BytesIO(content), name)}).get_data(as_text=True)
    assert 'role="alert"' in page and "<b>.exe" not in page
    assert sorted(p.name for p in (asked.root / "kept").rglob("*") if p.is_file() and ".." in p.name) == []


def test_a_practice_that_is_known_gets_its_account_as_a_draft(asked: Asked) -> None:
    text = "让委员都归口\n\n青禾县政协\n\n我们推行“全员入委”机制，把委员都编进专委会。\n".encode()
    address = dropped(asked, "一篇.txt", text)
    page = asked.get(address).get_data(as_text=True)
    assert "库里已有，给“全员入委”加一家" in page
    before = asked.read("practices/quan-yuan-ru-wei.yml")
    asked.send(address, {**form(page), "take": ["全员入委"], "write": "1"})
    draft = asked.desk.drafts.get("practices", "quan-yuan-ru-wei")
    assert draft is not None and draft.changed and asked.read("practices/quan-yuan-ru-wei.yml") == before
    assert len(asked.desk.data(draft)["accounts"]) == before.count("  - speech:") + 1


def test_a_file_that_is_too_large_is_told_in_chinese_on_the_page(asked: Asked) -> None:
    answer = asked.send("/import", {"file": (io.BytesIO(b"x" * (22 * 1024 * 1024)), "a.docx")})
    assert answer.status_code == 413
    assert "文件超过 20 MB。删去文件里的图片，只留文字，再导入。" in answer.get_data(as_text=True) and "导入文件" in answer.get_data(as_text=True)


def test_skipping_ends_with_the_last_decision_and_goes_to_the_next_entry(asked: Asked) -> None:
    address = dropped(asked)
    fields = form(asked.get(address).get_data(as_text=True))
    asked.send(address, {**fields, "write": "1"})
    seen, at = [], re.findall(r'href="(/inbox/[^"?]+)"', asked.get("/inbox").get_data(as_text=True))[0]
    while at != "/inbox":
        assert at not in seen, "a ring"
        seen.append(at)
        at = re.findall(r'href="([^"]*)">先跳过', asked.get(at).get_data(as_text=True))[0]
    assert len({each.partition("?")[0] for each in seen}) > 1


def test_a_name_is_set_right_where_it_is_chosen_and_a_file_that_was_brought_in_leads_on(asked: Asked) -> None:
    text = "渡口议事记\n\n甲县政协\n\n去年设立“候船议事角”，收到意见46条。\n".encode()
    address = dropped(asked, "一篇.txt", text)
    page = asked.get(address).get_data(as_text=True)
    assert '<input name="called" value="候船议事角" maxlength="60" aria-label="“候船议事角”写成做法的名称"' in page
    fields = form(page)
    called = ["渡口候船议事角" if each == "候船议事角" else each for each in fields["called"]]
    # Kept where the division is looked at again, and for the draft.
    asked.send(address, {**fields, "called": called, "again": "1"})
    fields = form(asked.get(address).get_data(as_text=True))
    assert fields["called"] == called
    asked.send(address, {**fields, "take": ["候船议事角"], "write": "1"})
    draft = asked.read("practices/du-kou-hou-chuan-yi-shi-jiao.yml")
    # It is read by the words of the text.
    assert "title: 渡口候船议事角\n" in draft and "value: 46" in draft
    page = asked.get(address).get_data(as_text=True)
    assert "“一篇.txt”已经写成草稿了" in page and 'href="/inbox"' in page and "写成草稿，开始定" not in page


TWO = "某县协商工作推进会发言材料\n\n把话说在桥头\n\n青禾县政协\n\n（2025年9月16日）\n\n去年设立“桥头议事角”，收到意见46条。\n\n把账晒在墙上\n\n柳河县政协\n\n{day}\n\n推行“晒账墙”制度，晒了12次。\n"


def test_the_day_of_one_meeting_is_asked_once_for_all(asked: Asked) -> None:
    address = dropped(asked, "两篇.txt", TWO.format(day="").encode())
    page = asked.get(address).get_data(as_text=True)
    assert "认出 2 篇" in page and '<input id="date" name="date" value="2025-09-16"' in page and "读到的：第1篇 2025-09-16。写上的这一天，各篇都用它" in page
    asked.send(address, {**form(page), "date": "2025年9月17日", "write": "1"})
    speeches = [asked.read(f"speeches/{name}.yml") for name in ("ba-hua-shuo-zai-qiao-tou", "ba-zhang-shai-zai-qiang-shang")]
    assert ["\ndate: 2025-09-17\n" in each for each in speeches] == [True, True]


def test_days_that_differ_are_shown_and_not_made_one(asked: Asked) -> None:
    address = dropped(asked, "两篇.txt", TWO.format(day="（2025年9月18日）").encode())
    page = asked.get(address).get_data(as_text=True)
    assert '<input id="date" name="date" value=""' in page and "读到的：第1篇 2025-09-16、第2篇 2025-09-18。同一个会上讲的写一次就行" in page


def test_a_cover_that_tells_of_the_month_alone_says_so_where_the_day_is_asked(asked: Asked) -> None:
    said = "船上的事在船上说，船工和渡客每月坐到一起，把难处一件一件列出来，由乡里答复。"
    text = f"全县政协系统水上协商工作经验交流材料汇编\n石渡县政协办公室编\n2025年9月\n渡口有了议事棚\n青渡县政协\n{said}\n{said}\n一把尺子量到底\n白榆市政协\n{said}\n{said}\n"
    page = asked.get(dropped(asked, "两篇.txt", text.encode())).get_data(as_text=True)
    assert "原文只写到“2025年9月”，写在各篇外面，不一定是讲的那一天。" in page and '<input id="date" name="date" value=""' in page


@pytest.mark.parametrize("day", ["2025-09-31", "九月", "2025-13"])
def test_a_day_that_is_none_is_said_and_nothing_is_written(asked: Asked, day: str) -> None:
    address = dropped(asked, "两篇.txt", TWO.format(day="").encode())
    answer = asked.send(address, {**form(asked.get(address).get_data(as_text=True)), "date": day, "write": "1"})
    assert f"日期“{day}”不是一个日子，还没有写成草稿：写成 2025-09-16；原文只写到月、只写到年的，写 2025-09、2025；不知道的，空着。" in answer.get_data(as_text=True)
    assert not (asked.data / "speeches" / "ba-hua-shuo-zai-qiao-tou.yml").exists()


@pytest.mark.parametrize(("day", "written"), [("2024-05", "2024-05"), ("2024年5月", "2024-05"), ("2024年", "2024")])
def test_a_day_may_be_told_as_far_as_it_is_known(asked: Asked, day: str, written: str) -> None:
    address = dropped(asked, "两篇.txt", TWO.format(day="").encode())
    asked.send(address, {**form(asked.get(address).get_data(as_text=True)), "date": day, "write": "1"})
    assert re.search(f"\ndate: [\"']?{written}[\"']?\n", asked.read("speeches/ba-hua-shuo-zai-qiao-tou.yml"))


LIAISON = "某片区民主评议交流材料\n\n（2024年6月3日）\n\n把评议做到堤上\n\n——柳河市沙堤镇政协议事办工作交流\n\n镇政协议事办去年设立“堤上评议点”，收到意见46条。\n\n把账晒在墙上\n\n青禾县政协\n\n推行“晒账墙”制度，晒了12次。\n"


@pytest.mark.parametrize(("unit", "raw"), [("柳河市沙堤镇政协议事办", "柳河市沙堤镇政协议事办"), ("柳河市沙堤镇政协联络办", "柳河市沙堤镇政协")])
def test_a_body_that_is_called_right_is_written_so_where_the_source_writes_it_so(asked: Asked, unit: str, raw: str) -> None:
    address = dropped(asked, "两篇.txt", LIAISON.encode())
    fields = form(asked.get(address).get_data(as_text=True))
    read = fields["units"][0]
    assert read and read != unit, "a part of the name was read"
    asked.send(address, {**fields, "units": [unit, fields["units"][1]], "write": "1"})
    written = asked.read("organizations.yml")
    assert f"  name: {unit}\n" in written
    told = re.search(rf"  name: {unit}\n(?:  .*\n)*?  raw: (.*)\n", written)
    assert told and told.group(1) == raw, written[-600:]


def test_the_day_of_a_source_is_seen_with_its_division_and_asked_nowhere_again(asked: Asked) -> None:
    address = dropped(asked, "两篇.txt", LIAISON.encode())
    page = asked.get(address).get_data(as_text=True)
    fields = form(page)
    assert fields["source.date"] == ["2024-06-03"]
    answer = asked.send(address, {**fields, "source.date": "2024-06-31", "write": "1"})
    assert "日期“2024-06-31”不是一个日子，还没有写成草稿" in answer.get_data(as_text=True)
    asked.send(address, {**fields, "source.date": "2024年6月3日", "source.kind": "交流材料", "source.found_at": "", "source.rights": "", "write": "1"})
    source = next(file for file in (asked.data / "sources").glob("*.yml") if "2024-06-03" in file.read_text())
    assert "\ndate: 2024-06-03\n" in source.read_text()
    # Where none is read, it can be written all the same.
    assert form(asked.get(dropped(asked, "一篇.txt", "渡口议事记\n\n甲县政协\n\n去年设立“候船议事角”，收到意见46条。\n".encode())).get_data(as_text=True))["source.date"] == [""]


CAPTION = "渡口议事记\n\n甲县政协\n\n去年设立“候船议事角”，收到意见46条。\n\n渡口议事角挂牌那一天，船工和渡客都到了码头上。\n\n议事角的意见每月交给乡里答复一次。\n"


def test_a_line_that_is_no_text_is_left_out_and_can_be_had_back(asked: Asked) -> None:
    address = dropped(asked, "一篇.txt", CAPTION.encode())
    page = asked.get(address).get_data(as_text=True)
    assert 'name="leave" value="7" aria-label="“渡口议事角挂牌那一天，船工和渡客”不是正文，略去"' in page and "3 段，" in page
    asked.send(address, {**form(page), "leave": ["7"], "again": "1"})
    page = asked.get(address).get_data(as_text=True)
    # Its box stays, ticked; it is not offered twice.
    assert "2 段，" in page and 'name="leave" value="7" checked' in page and "略去（由编者略去）" in page
    assert 'name="keep" value="7"' not in page and "<details open>\n<summary>分得不对？看每一行：哪里起是一篇，哪一行不是正文</summary>" in page
    asked.send(address, {**form(page), "leave": [], "again": "1"})
    assert "3 段，" in asked.get(address).get_data(as_text=True)
    asked.send(address, {**form(asked.get(address).get_data(as_text=True)), "leave": ["7"], "write": "1"})
    speech = next((asked.data / "speeches").glob("du-kou-yi-shi-ji*.yml")).read_text()
    assert speech.count("gist:") == 2, speech


def test_where_all_lines_are_left_out_the_division_is_as_it_was(asked: Asked) -> None:
    address = dropped(asked, "一篇.txt", CAPTION.encode())
    fields = form(asked.get(address).get_data(as_text=True))
    asked.send(address, {**fields, "leave": ["5", "7", "9"], "again": "1"})
    page = asked.get(address).get_data(as_text=True)
    assert "没有认出正文段落" in page and "分法恢复成原来的了" in page and "3 段，" in page


def test_every_field_of_the_source_is_seen_and_set_right_where_it_is_divided(asked: Asked) -> None:
    address = dropped(asked, "两篇.txt", LIAISON.encode())
    fields = form(asked.get(address).get_data(as_text=True))
    assert [name for name in fields if name.startswith("source.")] == [f"source.{name}" for name in ("title", "kind", "short", "year", "date", "found_at", "address", "rights", "note")]
    assert fields["source.title"] == ["某片区民主评议交流材料"]
    asked.send(address, {**fields, "source.title": "某片区民主评议工作交流材料汇编", "source.address": "https://example.gov.cn/a", "write": "1"})
    source = next(file for file in (asked.data / "sources").glob("*.yml") if "民主评议" in file.read_text()).read_text()
    assert source.startswith("title: 某片区民主评议工作交流材料汇编\n") and '\naddress: "https://example.gov.cn/a"\n' in source


MASKED = ("某县协商工作推进会发言材料\n\n目录\n\n1.把话说在桥头……1\n\n2.把账晒在墙上……3\n\n" + "材料说明。\n\n" * 12
          + "把话说在桥头\n\nx县政协\n\n去年设立“桥头议事角”，收到意见46条。\n\n第二段讲的是另一件事，说得清楚。\n\n把账晒在墙上\n\n柳河县政协\n\n推行“晒账墙”制度，晒了12次。\n")


def test_beside_a_body_stands_how_its_speech_begins_and_all_of_its_fields_are_there(asked: Asked) -> None:
    address = dropped(asked, "两篇.txt", MASKED.encode())
    asked.send(address, {**form(asked.get(address).get_data(as_text=True)), "units": ["x县政协", "柳河县政协"], "take": [], "write": "1"})
    found = re.findall(r'href="(/inbox/organizations/[^"?]+)"', asked.get("/inbox").get_data(as_text=True))
    page = asked.get(next(address for address in found if "x-xian" in address)).get_data(as_text=True)
    left = page[page.index('aria-label="原文"'):page.index('aria-label="要定的"')]
    lines = re.findall(r"<p[^>]*>([^<]*)</p>", left)
    assert "它的发言怎样开头" in left and lines[-3:] == ["把话说在桥头", "x县政协", "去年设立“桥头议事角”，收到意见46条。"], lines
    assert "目录" not in lines and "第二段讲的是另一件事，说得清楚。" not in lines
    shown = set(re.findall(r'data-kb-field="([a-z_]+)"', page))
    assert {"name", "name_state", "distinguisher", "level", "raw", "note"} <= shown and "formerly.0" not in page


def test_a_screen_of_a_source_shows_what_is_not_asked_too_and_what_is_changed_there_is_written(asked: Asked) -> None:
    address = dropped(asked, "两篇.txt", LIAISON.encode())
    fields = form(asked.get(address).get_data(as_text=True))
    asked.send(address, {**{name: value for name, value in fields.items() if not name.startswith("source.")}, "write": "1"})
    entry = re.findall(r'href="/inbox/(sources/[^"?]+)"', asked.get("/inbox").get_data(as_text=True))[0]
    page = asked.get(f"/inbox/{entry}").get_data(as_text=True)
    assert [name for name in ("title", "kind", "year", "date", "short", "address") if f'data-kb-field="{name}"' not in page] == []
    assert "其余的也看一眼" in page and 'data-kb-field="cut"' not in page and 'value="某片区民主评议交流材料"' in page
    assert "名称" not in re.findall("<h1[^>]*>.*?</h1>", page, re.S)[0]
    asked.say(entry, {"title": "另一个名称"})
    assert asked.desk.data(asked.desk.draft(*entry.split("/")))["title"] == "另一个名称"  # type: ignore[arg-type]


NOTED = ("渡口议事记\n\n甲县政协\n\n去年设立“候船议事角”，做到“两不两必”，收到意见46条。\n\n[^1]: “两不”指不念稿子、不挂横幅；“两必”指有问必答、有诺必践。\n\n"
         "议事角的意见每月交给乡里答复一次。\n\n注：去年的数截至十二月底。\n")


def test_a_note_of_the_source_stands_below_its_paragraph(asked: Asked) -> None:
    address = dropped(asked, "一篇.txt", NOTED.encode())
    asked.send(address, {**form(asked.get(address).get_data(as_text=True)), "take": ["候船议事角"], "write": "1"})
    inbox = asked.get("/inbox").get_data(as_text=True)
    first, second = ('<div class="row"><b>注</b>　“两不”指不念稿子、不挂横幅；“两必”指有问必答、有诺必践。</div>', '<div class="row"><b>注</b>　去年的数截至十二月底。</div>')
    for address in re.findall(r'href="(/inbox/(?:practices|speeches)/[^"?]+)"', inbox):
        page = asked.get(address).get_data(as_text=True)
        assert page.index("做到“两不两必”") < page.index(first) < page.index("意见每月交给乡里") < page.index(second), address
