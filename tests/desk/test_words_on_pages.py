"""Nobody who writes at the desk meets the words of a file: no field's name, no value, no id of a finding, no line number."""

import html
import io
import re

from tests.desk.conftest import Asked
from tests.desk.test_importing import WORD, form
from tests.desk.test_wording import code_words

ENTRY = "practices/quan-yuan-ru-wei"
# What is no words for readers: scripts, what only the keeper opens, examples of a reader's id.
_UNSEEN = re.compile(r"<(script|style|head)\b.*?</\1>|<details><summary>给管库的人</summary>.*?</details>", re.S)
MISTAKES = {
    "accounts.0.progress.status": "done", "accounts.0.progress.cue": "没有的词", "accounts.0.progress.scope": "", "accounts.0.speech": "没有的发言",
    "accounts.0.points.0.aspect": "rhythm", "accounts.0.points.1.every": "month", "accounts.0.points.1.times.state": "given", "accounts.0.at.0": "99",
    "accounts.0.figures.0.label": "名目", "accounts.0.figures.0.state": "redacted", "accounts.0.figures.0.value": "3",
    "summary": "没有句号", "form": "", "topics.0": "没有的专题", "added": "昨天", "updated": "2020-01-01", "related.0.to": "quan-yuan-ru-wei", "related.0.as": "part",
    "unsaid.0.what": "效果", "unsaid.0.speech": "ning-ju-gong-shi", "unsaid.0.aspect": "effect", "exempt.0.rule": "near-duplicate", "exempt.0.why": "理由",
    "distinct_from.0.to": "lv-zhi-du-dao-ji-zhi", "distinct_from.0.why": "这里是编组", "keywords.0": "党建",
}


def seen(page: str) -> str:
    """What a page shows and says, without the addresses of links and the names of fields in the markup."""
    body = _UNSEEN.sub("", page)
    spoken = " ".join(re.findall(r'(?:aria-label|placeholder|title)="([^"]*)"', body))
    values = " ".join(re.findall(r'<input(?![^>]*type="(?:hidden|radio|checkbox)")[^>]*\svalue="([^"]*)"', body))
    return html.unescape(re.sub(r"<[^>]*>", " ", body) + spoken + values)


def test_findings_over_many_mistakes_have_no_words_of_the_file(asked: Asked) -> None:
    told: list[str] = []
    for given in (*({path: value} for path, value in MISTAKES.items()), MISTAKES):
        asked.desk.drafts.drop(*ENTRY.split("/"))
        asked.say(ENTRY, given)
        kind, _, entry_id = ENTRY.partition("/")
        draft = asked.desk.draft(kind, entry_id)
        assert draft is not None
        told += [text for each in asked.desk.checker.check(draft, 60)[0] for text in (each.message, each.cure)]
    assert len(set(told)) > 30, "the mistakes are found"
    assert [(text, code_words(text)) for text in dict.fromkeys(told) if code_words(text)] == []


def test_every_page_over_mistakes_and_drafts_has_no_words_of_the_file(asked: Asked) -> None:
    address = asked.send("/import", {"file": (io.BytesIO(WORD), "lian-xi.docx")}).headers["Location"]
    page = asked.get(address).get_data(as_text=True)
    asked.send(address, {**form(page), "take": ["板凳议事会"], "write": "1"})
    asked.say(ENTRY, MISTAKES)
    asked.save(ENTRY)
    asked.write("practices/zz-huai.yml", "title：坏\n  - {x\n")
    asked.desk.library.refresh()
    pages = {at: asked.get(at).get_data(as_text=True) for at in ("/", "/inbox", "/import", "/new", "/new/practices", "/corrections", "/hand", f"/{ENTRY}", f"/{ENTRY}/preview", f"/{ENTRY}/change",
                                                                 "/practices/zz-huai", "/organizations/qing-he-xian-zheng-xie")}
    # Lines of the file that was brought in are its own, not those of an entry.
    pages[address] = re.sub(r'aria-label="第\d+行起是一篇"', "", page)
    for at in dict.fromkeys(re.findall(r'href="(/inbox/[^"?]+)"', pages["/inbox"])):
        for number in range(12):
            pages[f"{at}?n={number}"] = asked.get(f"{at}?n={number}").get_data(as_text=True)
    assert "读不出来" in pages["/"] and "zz-huai" in pages["/"] and "处要填要改" in pages["/hand"]
    assert {at: found for at, page in pages.items() if (found := code_words(seen(page)))} == {}
