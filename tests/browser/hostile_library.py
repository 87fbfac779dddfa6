"""A library whose every text field attacks the page it is shown on, and hand-written pages that call every macro."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.handwritten.macros import macros

NAME, TEXT, SUMMARY = 80, 400, 120

# One attack for each way in: templates, markup, attributes, raw text elements, Markdown, snippets, addresses,
# data files, spreadsheets, our own marks, layout. `kbHit` is what the tests listen for.
ATTACKS: dict[str, str] = {
    "jinja": "{{ 7777*7777 }}{% set x = config.site_dir %}{{ x }}{# kbHit #}{% raw %}",
    "image": "<img src=x.png onerror=kbHit('image')>",
    "script": "</script></title></textarea></style><script>kbHit('script')</script>",
    "attribute": "\"'><b onmouseover=kbHit() x='\" autofocus onfocus=kbHit('attribute') tabindex=0 y=",
    "svg": "<svg/onload=kbHit('svg')><math><mi xlink:href=javascript:kbHit()>",
    "frame": "<iframe srcdoc='<script>parent.kbHit(`frame`)</script>'></iframe><base href=//evil.test/>",
    "comment": "<!--<script><![CDATA[ --> </p></div></main> &lt;script&gt; &#60;b&#62; &amp;amp;",
    "markdown": "[点](javascript:kbHit('markdown')) ![图](//evil.test/a.png) **粗** `码` # 题 | 表 |",
    "snippet": "--8<-- \"/etc/passwd\" {% include '/etc/passwd' %} ::: [TOC]",
    "javascript": "javascript:kbHit('javascript')//http://evil.test/ <javascript:kbHit(1)>",
    "data": "data:text/html,<script>kbHit('data')</script>",
    "style": "</style><style>@import '//evil.test/x.css';*{display:none!important}</style><link rel=stylesheet href=//evil.test>",
    "literal": "`${kbHit('literal')}`'+kbHit()+'\\u003cscript\\u003e\\\"};kbHit()//",
    "formula": "=HYPERLINK(\"//evil.test\",\"@SUM(1+1)*cmd|' /C calc'!A0\")",
    "marks": "kbslot-html-kbslot @title@ $& $1 %s {0} __proto__ constructor 2000-01-01T00:00:00Z",
    "word": "W" * 70,
    "stacked": "字\u0301\u0323\u0301" * 15,
    "arabic": "\u0627\u0644\u0634\u0639\u0628" * 10,
}
ACCOUNTS = 500
# What stands beside the attack in a field that must say something besides.
BESIDE = {"cue": 3, "rhythmraw": 4, "why": 2 * NAME + 1}
# Six characters are few for an attack; these are the sharpest.
APART = ("<b>x", "{{7}}", "\"'><", "=1+1", "&lt;", "](//x)")


def name(a: str) -> str:
    """The body as readers see it: the attack, and what tells it apart."""
    return f"{of(a, 'name', NAME)}〔{APART[list(ATTACKS).index(a) % len(APART)]}〕"


def _rhythm(a: str) -> dict[str, Any]:
    return {"every": "month", "times": {"state": "redacted"}, "raw": "每月x次" + of(a, "rhythmraw", TEXT)}


def of(attack: str, place: str, most: int) -> str:
    """The attack as the value of a field, told from other fields by its end."""
    most -= BESIDE.get(place, 0)
    tail = f" {place} {attack}"
    text = ATTACKS[attack] + tail
    if most >= TEXT - 1 and attack == "word":
        return "W" * (most - len(tail)) + tail
    return text if len(text) <= most else ATTACKS[attack][:most - len(tail)] + tail


def write(root: Path) -> None:
    """The library under `root`/data and its pages under `root`/docs."""
    for path, entry in _files():
        file = root / "data" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(entry, ensure_ascii=False, indent=1), encoding="utf-8")
    (root / "docs").mkdir()
    (root / "docs/index.md").write_text(_home(), encoding="utf-8")
    (root / "docs/topics").mkdir()
    for attack in ATTACKS:
        page = f'---\ntitle: 专题 {attack}\nrender_macros: true\n---\n\n# 专题 {attack}\n\n{{{{ topic_lead("t-{attack}") }}}}\n'
        (root / f"docs/topics/t-{attack}.md").write_text(page, encoding="utf-8")


def _home() -> str:
    """A page with every macro, each in a paragraph of its own, inside a sentence, in a list and in a table."""
    first = next(iter(ATTACKS))
    asked = {
        "practice": f'"p-{first}"', "speech": f'"s-{first}"', "organization": f'"o-{first}"', "problem": f'"q-{first}"',
        "answer": f'"t-{first}"', "accounts": f'"t-{first}"', "topic_lead": f'"t-{first}"', "neighbours": f'"t-{first}"', "paths": f'"t-{first}"', "search_box": '"委员、<b>"',
    }
    calls = [f"{{{{ {name}({asked.get(name, '')}) }}}}" for name in macros() if name not in ("practice_index", "folder")]
    inline = [f'{{{{ {kind}("{letter}-{attack}") }}}}' for attack in ATTACKS
              for kind, letter in (("practice", "p"), ("speech", "s"), ("organization", "o"), ("problem", "q"))]
    rows = "\n".join(f"| {attack} | {{{{ practice(\"p-{attack}\") }}}} |" for attack in ATTACKS)
    grouped = '{{ practices(by="organization") }}'
    return "\n\n".join(["---\ntitle: 首页\nrender_macros: true\n---", "# 库", *calls, grouped,
                        "句中 " + " 和 ".join(inline), *(f"- {call}" for call in inline[:4]), "| 甲 | 乙 |\n|---|---|\n" + rows, ""])


def _files() -> Iterator[tuple[str, dict[str, Any]]]:
    yield "topics.yml", {f"t-{a}": _topic(a, i) for i, a in enumerate(ATTACKS)}
    yield "organizations.yml", {f"o-{a}": _organization(a) for a in ATTACKS}
    yield "problems.yml", {f"q-{a}": _problem(a) for a in ATTACKS}
    yield "terms.yml", {f"w-{a}": _term(a) for a in ATTACKS}
    yield "formulations.yml", {f"f-{a}": _formulation(a) for a in ATTACKS}
    for i, attack in enumerate(ATTACKS):
        yield f"sources/c-{attack}.yml", _source(attack)
        yield f"speeches/s-{attack}.yml", _speech(attack, i + 1)
        yield f"practices/p-{attack}.yml", _practice(attack)
    yield "practices/p-withdrawn.yml", {**_practice("image"), "keywords": [], "title": "撤下的 <b>", "aliases": ["撤"], "related": [], "distinct_from": [],
                                        "formerly": ["p-withdrawn-before"],
                                        "withdrawn": {"on": "2026-11-27", "reason": of("script", "reason", TEXT)}}
    yield from _crowd()


def _crowd() -> Iterator[tuple[str, dict[str, Any]]]:
    """One practice that 500 speeches tell of."""
    yield "sources/c-crowd.yml", {"title": "五百篇汇编", "kind": "书"}
    for i in range(ACCOUNTS):
        yield f"speeches/s-crowd-{i}.yml", {
            "title": f"第{i}份材料", "short": f"材料{i}", "order": i + 1, "source": "c-crowd", "organization": "o-word",
            "outline": [{"heading": None, "paragraphs": [{"gist": f"讲第{i}处"}]}],
        }
    yield "practices/p-crowd.yml", {
        "title": "五百家都讲的做法", "summary": "五百篇发言讲到。", "form": "method", "topics": ["t-jinja"],
        "accounts": [{"speech": f"s-crowd-{i}", "at": ["1"], "progress": {"status": "unclear"},
                      "points": [{"aspect": "how", "text": f"第{i}家的讲法{'长' * 40}"}]} for i in range(ACCOUNTS)],
        "added": "2026-11-24",
    }


def _topic(a: str, i: int) -> dict[str, Any]:
    return {"title": of(a, "topic", NAME), "question": of(a, "question", TEXT - 1) + "？", "scope": of(a, "scope", TEXT), "order": i + 1}


def _organization(a: str) -> dict[str, Any]:
    return {"name": of(a, "name", NAME), "name_state": "masked", "distinguisher": APART[list(ATTACKS).index(a) % len(APART)], "level": "county", "raw": of(a, "name", NAME), "note": of(a, "orgnote", TEXT)}


def _problem(a: str) -> dict[str, Any]:
    return {"title": of(a, "problem", NAME - 1) + "？", "summary": of(a, "problemsummary", TEXT),
            "topic": f"t-{a}", "unsaid": [of(a, "nobody", TEXT)], "synonyms": [of(a, "synonym", NAME)], "named_in": [{"speech": f"s-{a}", "at": ["1"]}]}


def _term(a: str) -> dict[str, Any]:
    return {"term": of(a, "term", NAME), "expansion": of(a, "expansion", TEXT), "at": [{"speech": f"s-{a}", "at": ["2"]}],
            "note": of(a, "termnote", TEXT)}


def _formulation(a: str) -> dict[str, Any]:
    # Nothing else may quote half of it, so the attack itself stands in the note.
    return {"text": f"<u onclick=a()>坚持{'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'[list(ATTACKS).index(a)]}</u>{{{{ 7 }}}}", "at": [{"speech": f"s-{a}", "at": ["2"]}], "note": of(a, "formulationnote", NAME)}


def _source(a: str) -> dict[str, Any]:
    # Twelve characters are few, and no two sources may be called alike.
    mark = str(list(ATTACKS).index(a))
    return {"title": of(a, "source", NAME), "kind": of(a, "kind", NAME), "short": f"{ATTACKS[a][:12 - len(mark)]}{mark}", "year": 2022, "date": "2022-05-01", "found_at": of(a, "found", TEXT), "address": "https://a.example/\"><u>a(1)</u>",
            "rights": of(a, "rights", TEXT), "note": of(a, "sourcenote", TEXT)}


def _speech(a: str, order: int) -> dict[str, Any]:
    return {
        "title": of(a, "speech", NAME), "short": of(a, "short", NAME), "order": 1, "source": f"c-{a}", "organization": f"o-{a}",
        "occasion": of(a, "occasion", TEXT),
        "outline": [{"heading": of(a, "heading", NAME), "paragraphs": [
            {"gist": of(a, "gist", TEXT), "items": [{"marker": of(a, "marker", NAME), "gist": of(a, "itemgist", TEXT)}], "tail": of(a, "tail", TEXT)},
            {"gist": of(a, "gistb", TEXT), "no_practice": of(a, "nopractice", TEXT)}]}],
    }


def _practice(a: str) -> dict[str, Any]:
    other = list(ATTACKS)[(list(ATTACKS).index(a) + 1) % len(ATTACKS)]
    return {
        "title": of(a, "title", NAME), "aliases": [of(a, "alias", NAME)], "keywords": [of(a, "keyword", NAME)], "summary": of(a, "summary", SUMMARY), "form": "mechanism",
        "topics": [f"t-{a}"], "problems": [f"q-{a}"],
        "accounts": [{
            "speech": f"s-{a}", "at": ["1.1"], "name": of(a, "accountname", NAME),
            "progress": {"status": "done", "cue": "建成了" + of(a, "cue", TEXT), "scope": "local"},
            "points": [{"aspect": aspect, "text": of(a, f"point{aspect}", TEXT), **(_rhythm(a) if aspect == "rhythm" else {})}
                       for aspect in ("lead", "how", "rhythm", "support")],
            "figures": [{"label": of(a, "label", TEXT), "state": "redacted", "raw": of(a, "x个", TEXT), "members": [of(a, "member", TEXT)]},
                        {"label": of(a, "labelb", TEXT), "state": "given", "value": 1, "bound": "at-least", "raw": of(a, "raw1", TEXT)}],
        }],
        "related": [{"to": f"p-{other}", "as": "complement"}],
        "distinct_from": [{"to": f"p-{other}", "why": f"[[p-{a}]]与[[p-{other}]]" + of(a, "why", TEXT)}],
        "unsaid": [of(a, "unsaid", TEXT), {"what": of(a, "silence", TEXT), "speech": f"s-{a}", "aspect": "effect"}], "added": "2026-11-24",
        "changes": [{"on": "2026-11-25", "what": of(a, "change", TEXT)}], "reviewed": {"on": "2026-11-26", "by": of(a, "by", NAME)}, "formerly": [f"p-{a}-before"],
        "exempt": [{"rule": "value-against-raw", "why": of(a, "exempt", TEXT)}],
    }
