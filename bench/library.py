"""A made-up library of any size, for benchmarks: the same seed gives the same files.

usage: python bench/library.py PRACTICES FOLDER [--seed 1]

Writes FOLDER/topics.yml, practices/ … as data/ has them, without a finding of `kb check` that would
stop a build. Names are put together from parts, so that they are all different and still read like
names; bodies are sentences with enough variety that a phrase of a few characters can tell them apart.
"""

import argparse
import datetime
import json
import random
import re
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import words

from macros.library.similarity import folded
from macros.model.vocabulary import Form
from macros.search.pinyin import table

CUES = {"done": "目前已", "under-way": "正在推进", "pilot": "首批", "exploring": "探索", "planned": "拟", "called-for": "要", "unclear": None}
RHYTHMS = {"week": "每周一次", "month": "每月一次", "quarter": "每季度至少一次", "year": "每年两次", "regular": "定期"}
TOPICS = {
    "party-building": "党建", "consensus-building": "凝聚共识", "grassroots-consultation": "基层协商",
    "member-duty": "委员履职", "level-linkage": "上下联动", "office-building": "机关建设",
}
FIRST_DAY = datetime.date(2024, 1, 1)
Entry = dict[str, Any]


class Library:
    """All entries of a made-up library of `size` practices, by kind and id."""

    def __init__(self, size: int, seed: int = 1) -> None:
        self.random = random.Random(seed)  # noqa: S311 - nothing here is a secret
        self.size = size
        self.near: set[str] = set()
        self.sources = {"hui-bian": {"title": "发言汇编", "kind": "汇编", "year": 2024}}
        self.topics = {i: {"title": title, "question": f"{title}怎么做？", "scope": f"收{title}的做法。", "order": n}
                       for n, (i, title) in enumerate(TOPICS.items(), 1)}
        self.organizations = self._organizations(max(2, size // 18))
        self.problems = self._problems(min(len(words.NEEDS) * len(words.MATTERS), max(6, size // 60)))
        self.outlines: dict[str, int] = {}
        self.speeches = self._speeches(max(2, size // 14))
        self.practices = self._practices()
        self._count_masks()
        self.terms = self._terms()

    def pick(self, choices: str) -> str:
        return self.random.choice(choices.split())

    def sentence(self) -> str:
        """A statement of twelve to thirty characters, without a full stop."""
        return self.filled(self.random.choice(words.SENTENCES))

    def filled(self, pattern: str) -> str:
        return re.sub("{([A-Z]+)}", lambda m: self.pick(getattr(words, m.group(1))), pattern)

    def _organizations(self, count: int) -> dict[str, Entry]:
        names = self._distinct(count, lambda: self.pick(words.PLACES_1) + self.pick(words.PLACES_2) + self.pick("市 县 县 区"))
        found = {}
        for i, name in enumerate(names):
            level = "city" if name.endswith("市") else "county"
            masked = self.random.random() < 0.2
            shown = f"xx{name[-1]}政协" if masked else f"{name}政协"
            found[f"dan-wei-{i + 1}"] = {"name": shown, "name_state": "masked" if masked else "named",
                                     **({"distinguisher": f"第{i + 1}家"} if masked else {}), "level": level, "raw": shown}
        return found

    def _problems(self, count: int) -> dict[str, Entry]:
        pairs = self.random.sample([(need, matter) for need in words.NEEDS for matter in words.MATTERS], count)
        found = {}
        for i, ((title, synonyms), (matter, others)) in enumerate(pairs):
            spoken = [form.replace("M", self.random.choice((matter, *others))) for form in synonyms]
            found[f"wen-ti-{i + 1}"] = {"title": title.replace("M", matter), "summary": "这是读者的问法。", "synonyms": spoken}
        return found

    def _speeches(self, count: int) -> dict[str, Entry]:
        titles = self._distinct(count, lambda: "以" + self.pick(words.SUBJECT) + self.pick(words.OBJECT) + self.pick("促 带动 推动 深化")
                                + self.pick(words.WHAT) + self.pick("走深走实 提质增效 落地见效 创新发展 上台阶 出实招"))
        bodies = list(self.organizations)
        found: dict[str, Entry] = {}
        for i, title in enumerate(titles):
            told = (i + 1) * self.size // count - i * self.size // count
            paragraphs = [self._paragraph() for _ in range(max(1, min(self.random.randint(3, 6), told)))]
            sid = f"fa-yan-{i + 1}"
            found[sid] = {"title": title, "short": title[1:9], "order": i % 999 + 1, "source": f"hui-bian-{i // 999 + 1}" if i >= 999 else "hui-bian",
                          "organization": bodies[i % len(bodies)], "outline": [{"paragraphs": paragraphs}]}
            if i >= 999:
                self.sources.setdefault(f"hui-bian-{i // 999 + 1}", {**self.sources["hui-bian"], "title": f"发言汇编{i // 999 + 1}"})
            self.outlines[sid] = len(paragraphs)
        return found

    def _paragraph(self) -> Entry:
        items = [{"marker": f"{n}是", "gist": self.sentence()} for n in "一二三四"[:self.random.choice((0, 0, 2, 3, 4))]]
        return {"gist": self.sentence() + "。", **({"items": items} if items else {})}

    def _practices(self) -> dict[str, Entry]:
        titles = [self._name() for _ in range(self.size)]
        speeches = list(self.speeches)
        # A speech is told in one go.
        self.days = {sid: (FIRST_DAY + datetime.timedelta(days=self.random.randint(0, 900))).isoformat() for sid in speeches}
        found: dict[str, Entry] = {}
        for i, (entry_id, title) in enumerate(zip(self._ids(titles), titles, strict=True)):
            own = i * len(speeches) // self.size
            place = i - -(-own * self.size // len(speeches))
            accounts = [self._account(speeches[own], place)]
            if self.random.random() < 0.12:
                others = self.random.sample(speeches, min(len(speeches), self.random.randint(1, 3)))
                accounts += [self._account(other, self.random.randint(0, 9)) for other in others if other != speeches[own]]
            found[entry_id] = self._practice(title, accounts, list(found))
        return found

    def _count_masks(self) -> None:
        """Each paragraph says how many masks its accounts quote from it."""
        quoted = {(account["speech"], int(at), figure["raw"]) for practice in self.practices.values() for account in practice["accounts"]
                  for at in account["at"] for figure in account.get("figures", ()) if figure["state"] == "redacted"}
        for (speech, number), count in Counter((speech, number) for speech, number, _ in quoted).items():
            paragraph = self.speeches[speech]["outline"][0]["paragraphs"][number - 1]
            paragraph["masks"] = count

    def _practice(self, title: str, accounts: list[Entry], before: list[str]) -> Entry:
        chance = self.random.random
        aliases = [self._name()] if chance() < 0.1 else []
        related = [{"to": self.random.choice(before[-60:]), "as": self.pick("premise complement alternative")}] if before and chance() < 0.3 else []
        entry: Entry = {
            "title": title, "aliases": aliases, "summary": self.sentence() + "，" + self.sentence() + "。",
            "form": self.random.choice([form.value for form in Form]),
            "topics": self.random.sample(list(self.topics), self.random.choice((1, 1, 2, 3))),
            "problems": self.random.sample(list(self.problems), self.random.choice((0, 1, 1, 2))),
            "accounts": accounts, "related": related,
            "unsaid": [self.pick(words.WHAT) + "的" + self.pick("人数 经费 期限 次数 效果 范围") for _ in range(self.random.randint(0, 2))],
            "added": self.days[accounts[0]["speech"]],
        }
        return {name: value for name, value in entry.items() if value or name in ("title",)}

    def _account(self, speech: str, place: int) -> Entry:
        status = self.pick(" ".join(CUES))
        progress = {"status": status, **({"cue": CUES[status], "scope": "local"} if CUES[status] else {})}
        aspects = ["how", *self.random.sample(["lead", "how", "how", "rhythm", "support"], self.random.randint(1, 5))]
        points = [{"aspect": aspect, "text": self.sentence(), **(self._rhythm() if aspect == "rhythm" else {})} for aspect in aspects]
        figures = [self._figure()] if self.random.random() < 0.5 else []
        return {"speech": speech, "at": [str(place % self.outlines[speech] + 1)], "progress": progress, "points": points,
                **({"figures": figures} if figures else {})}

    def _rhythm(self) -> Entry:
        every, raw = self.random.choice(tuple(RHYTHMS.items()))
        return {"every": every, "raw": raw}

    def _figure(self) -> Entry:
        label, number = self.pick(words.WHAT), self.random.randint(2, 60)
        return self.random.choice((
            {"label": f"{label}次数", "state": "given", "value": number, "raw": f"{number}次{label}"},
            {"label": f"{label}个数", "state": "redacted", "raw": f"x个{label}"},
            {"label": f"{label}名单", "state": "listed", "members": self.random.sample(words.SUBJECT.split(), 3)},
        ))

    def _name(self) -> str:
        """A name that is not nearly one of those before."""
        while True:
            name = self.filled(self.random.choice(words.NAMES))
            plain = folded(name)
            near = {plain, *(plain[:i] + plain[i + 1:] for i in range(len(plain)))}
            if near.isdisjoint(self.near):
                self.near |= near
                return name

    def _ids(self, titles: list[str]) -> Iterator[str]:
        """The title's pinyin, now and then shortened as people do."""
        readings = table(titles)
        seen: set[str] = set()
        for title in titles:
            syllables = readings.slug(title).split("-")
            if len(syllables) > 5 and self.random.random() < 0.25:
                syllables = syllables[:-2]
            entry_id = base = "-".join(syllables)[:58].strip("-")
            while entry_id in seen:
                entry_id = f"{base}-{len(seen)}"
            seen.add(entry_id)
            yield entry_id

    def _terms(self) -> dict[str, Entry]:
        found: dict[str, Entry] = {}
        for practice in list(self.practices.values())[::40]:
            slogan = re.search("“(.+?)”", practice["title"])
            term = slogan.group(1) if slogan else practice["title"]
            account = practice["accounts"][0]
            # What says how many they are would have to name as many.
            counted = re.match("[一二三四五六七八九十百千]", term)
            meaning: Entry = {"expansion": self.sentence()} if self.random.random() < 0.5 and not counted else {"unexplained": "true"}
            found.setdefault(term, {"term": term, **meaning, "at": [{"speech": account["speech"], "at": account["at"]}]})
        return {f"t-{number}": term for number, term in enumerate(found.values(), 1)}

    def _distinct(self, count: int, make: Any) -> list[str]:
        found: dict[str, None] = {}
        while len(found) < count:
            found[make()] = None
        return list(found)


def write(folder: Path, size: int, seed: int = 1) -> Library:
    """Writes a library of `size` practices into `folder`, which must be new or made by this."""
    library = Library(size, seed)
    for kind in ("sources", "speeches", "practices"):
        shutil.rmtree(folder / kind, ignore_errors=True)
        (folder / kind).mkdir(parents=True)
        for entry_id, entry in getattr(library, kind).items():
            (folder / kind / f"{entry_id}.yml").write_text("".join(yaml(entry)), "utf-8")
    for kind in ("topics", "organizations", "problems", "terms"):
        (folder / f"{kind}.yml").write_text("".join(yaml(getattr(library, kind))), "utf-8")
    return library


def yaml(entry: Entry, indent: str = "") -> Iterator[str]:
    """YAML as an editor writes it; a library of 10,000 in a second, where a general dumper takes ten."""
    for name, value in entry.items():
        if isinstance(value, dict):
            yield f"{indent}{name}:\n"
            yield from yaml(value, indent + "  ")
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            yield f"{indent}{name}:\n"
            for item in value:
                first, *rest = yaml(item, indent + "    ")
                yield f"{indent}  - {first.lstrip()}"
                yield from rest
        elif isinstance(value, list):
            yield f"{indent}{name}: [{', '.join(map(_scalar, value))}]\n"
        else:
            yield f"{indent}{name}: {_scalar(value)}\n"


def _scalar(value: Any) -> str:
    text = str(value)
    return text if re.fullmatch(r"[\u4e00-\u9fffA-Za-z][\u4e00-\u9fffA-Za-z0-9，。、（）“”-]*|[0-9-]+", text) else json.dumps(text, ensure_ascii=False)


def main(arguments: Iterable[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Writes a made-up library.")
    parser.add_argument("practices", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    write(given.folder, given.practices, given.seed)


if __name__ == "__main__":
    main()
