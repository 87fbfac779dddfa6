"""The full texts in `data/originals/`, where they are present: what a locator points at, and what is copied from them.

One file a source, `<source-id>.txt`, UTF-8; it belongs to its owner and is never committed. The
text is cut by the same segmentation as an import, so that paragraph 3 is the same everywhere.
"""

import errno
import hashlib
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import Any

from macros.findings import Finding
from macros.fulltext.passages import Passage
from macros.fulltext.segments import Collection, SpeechText, from_cut, segment
from macros.library.catalog import Catalog
from macros.model import locators
from macros.runtime import reasons
from macros.runtime.file_cache import Memory
from macros.text.printable import printable

FOLDER = "originals"
COPIED_MINIMUM = 18
SIZE_LIMIT = 20 * 1024 * 1024

_CHINESE = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\u3007\uf900-\ufaff\U00020000-\U000323af]")
# A mask that the source writes as the sign of multiplication is an x in an entry.
_QUOTES = str.maketrans(dict.fromkeys("“”„‟『』「」＂", '"') | dict.fromkeys("‘’＇", "'") | {"×": "x"})


@dataclass(frozen=True)
class Original:
    """The full text of one source, the sha256 of its file, and the record of its cut (None: it came before there were any)."""

    text: str
    sha256: str
    cut: str | None = None

    # The cache of `segment` compares whole texts where a file is read anew.
    @cached_property
    def collection(self) -> Collection:
        return from_cut(self.text, self.cut) if self.cut else segment(self.text)


@dataclass(frozen=True)
class Cited:
    """A paragraph of the full text with the cited stretch of it (the item, or all of it) and the heading it stands under."""

    passage: Passage
    start: int
    end: int
    heading: str | None

    @property
    def before(self) -> str:
        return self.passage.text[:self.start]

    @property
    def cited(self) -> str:
        return self.passage.text[self.start:self.end]

    @property
    def after(self) -> str:
        return self.passage.text[self.end:]

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The cells of the table that belongs to the paragraph, row by row."""
        return self.passage.cells


@dataclass(frozen=True)
class Run:
    """A stretch of an entry's text (characters `start` to `end`) that an original has too."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Originals:
    """The originals that are here, by source. Truth value: whether any is."""

    catalog: Catalog
    by_source: Mapping[str, Original]
    findings: tuple[Finding, ...] = field(default=())
    # What checks keep for the next one, for `remembered`.
    kept: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def __bool__(self) -> bool:
        return bool(self.by_source)

    @cached_property
    def signature(self) -> str:
        """A digest of all the texts: another one where any of them differs."""
        return repr([(source, original.sha256, original.cut) for source, original in sorted(self.by_source.items())])

    def complete(self, kind: str, entry_id: str) -> bool:
        """Whether every full text is here that an entry rests on: those of its speeches, or all where it names none."""
        speeches = self.catalog.speeches
        if kind == "practices":
            rests_on = {a.speech for a in self.catalog.practices[entry_id].accounts if a.speech in speeches}
        else:
            rests_on = {entry_id} if kind == "speeches" else set(speeches)
        sources = {speeches[sid].source for sid in rests_on} if kind in ("practices", "speeches") else set(self.catalog.sources)
        return sources <= self.by_source.keys() and all(self.speech(sid) for sid in rests_on)

    def speech(self, speech_id: str) -> SpeechText | None:
        """The speech in the full text of its source, by its order there; None when either is not here, or another speech has that order:
        which of the two is the one in that place nobody knows."""
        speech = self.catalog.speeches.get(speech_id) if speech_id not in self._at_one_place else None
        original = self.by_source.get(speech.source) if speech else None
        if speech is None or original is None or not 0 < speech.order <= len(original.collection.speeches):
            return None
        return original.collection.speeches[speech.order - 1]

    @cached_property
    def _at_one_place(self) -> frozenset[str]:
        """The speeches that have the order of another one of their source."""
        places = Counter((speech.source, speech.order) for speech in self.catalog.speeches.values())
        return frozenset(sid for sid, speech in self.catalog.speeches.items() if places[speech.source, speech.order] > 1)

    def passage(self, speech_id: str, at: str) -> Cited | None:
        """What the locator `at` points at, or None where the text or the place is not here.

        The last item ends before the paragraph's last sentence when the outline marks a tail.
        """
        found = self.speech(speech_id)
        number, item = locators.parse(at)
        if found is None or number > len(found.passages):
            return None
        passage = found.passages[number - 1]
        heading = next(section.heading for section in found.sections if passage in section.passages)
        if item is None:
            return Cited(passage, 0, len(passage.text), heading)
        if item > len(passage.items):
            return None
        span = passage.items[item - 1]
        outlined = locators.paragraph(self.catalog.speeches[speech_id], at)
        last = item == len(passage.items) and outlined is not None and outlined.tail
        end = _last_sentence(passage.text, span.start) if last else span.end
        return Cited(passage, span.start, end, heading)

    def copied(self, text: str, minimum: int = COPIED_MINIMUM) -> Iterator[Run]:
        """The longest stretches of `text` that have `minimum` Chinese characters or more in a row in a paragraph here.

        Only Chinese characters count, so new punctuation hides nothing. Titles and headings of the
        source are names and may stand as they are.
        """
        step = (minimum + 1) // 2
        pieces, chinese = _pieces(tuple(self.by_source.values()), step), "".join(_CHINESE.findall(text))
        # Most texts share none, and are done with.
        if pieces.keys().isdisjoint([chinese[i:i + step] for i in range(len(chinese) - step + 1)]):
            return
        places, i = [match.start() for match in _CHINESE.finditer(text)], 0
        while i <= len(chinese) - minimum:
            if not _is_copied(chinese[i:i + minimum], pieces, step):
                i += 1
                continue
            end = i + 1
            while end <= len(chinese) - minimum and _is_copied(chinese[end:end + minimum], pieces, step):
                end += 1
            start, stop = places[i], places[end + minimum - 2] + 1
            yield Run(start, stop, text[start:stop])
            i = end + minimum - 1


def load(root: Path, catalog: Catalog, shown: str = "data", memory: Memory | None = None) -> Originals:
    """The originals under `root` (the data folder) and a finding for each that is none.

    A missing folder is no original. Nothing is raised for a bad file, and nothing but a file is opened. With `memory`,
    texts that have not changed since are not read again, and checks keep what they found for the next one.
    """
    found: dict[str, Original] = {}
    findings: list[Finding] = []
    kept: dict[str, Any] = memory.kept.setdefault(str(root / FOLDER), {}) if memory else {}
    for name, wrong in _listed(root / FOLDER):
        path = printable(f"{shown}/{FOLDER}/{name}".rstrip("/"))
        source = name.removesuffix(".txt")
        if not wrong and (not name.endswith(".txt") or not catalog.has("sources", source)):
            findings.append(Finding(path, 1, 1, "original-name", "这份原文不属于哪个来源",
                                    "文件名写成“来源编号.txt”；来源还没有登记的，用 kb import 导入"))
            continue
        file = root / FOLDER / name
        text = wrong or (memory.of(str(file), partial(_read, file)) if memory else _read(file))
        if isinstance(text, Original):
            known = catalog.sources.get(source)
            found[source] = _divided(source, text, known.cut if known else None, kept)
        else:
            findings.append(Finding(path, 1, 1, "original-unreadable", *text))
    return Originals(catalog, found, tuple(findings), kept)


def _divided(source: str, text: Original, cut: str | None, kept: dict[str, Any]) -> Original:
    """The text with the record of its cut; the same object as before while both are the same, so that it is divided once."""
    if cut is None:
        return text
    before: Original | None = kept.get(f"cut/{source}")
    if before is None or (before.sha256, before.cut) != (text.sha256, cut):
        before = kept[f"cut/{source}"] = replace(text, cut=cut)
    return before


def _listed(folder: Path) -> Iterator[tuple[str, tuple[str, str] | None]]:
    """The names in the folder, with what is wrong and the cure where one can't be a text."""
    try:
        with os.scandir(folder) as entries:
            if not os.access(folder, os.X_OK):
                raise PermissionError(errno.EACCES, "Permission denied", str(folder))
            files = sorted(entries, key=lambda entry: entry.name)
    except FileNotFoundError:
        if folder.is_symlink():
            yield "", ("originals 是一个链接，指向的地方没有东西", "删去链接，建一个文件夹放全文")
        return
    except NotADirectoryError:
        yield "", ("originals 不是文件夹", "移走它，建一个文件夹放全文")
        return
    except OSError as error:
        # A data folder that is closed itself is told of where it is read.
        if os.access(folder.parent, os.X_OK):
            yield "", (f"originals 文件夹打不开：{reasons.of(error).why}", "检查有没有读取权限")
        return
    for file in files:
        if file.name.startswith(".") or file.name == "README.md":
            continue
        if file.is_symlink():
            yield file.name, ("这是一个链接，不是全文本身", "把全文本身放进来，不用链接")
        elif file.is_dir():
            yield file.name, ("放全文的文件夹里不能再有文件夹", "把全文直接放在 originals/ 下，移走这个文件夹")
        elif not file.is_file():
            # A pipe would wait for ever, a device never end.
            yield file.name, ("这不是普通的文件", "移走它，只放全文")
        else:
            yield file.name, None


def _read(file: Path) -> Original | tuple[str, str]:
    """The text, or what is wrong with the file and the cure."""
    try:
        with file.open("rb") as stream:
            raw = stream.read(SIZE_LIMIT + 1)
    except OSError as error:
        return f"这份原文打不开：{reasons.of(error).why}", "检查有没有读取权限，是不是正在别的程序里打开"
    if len(raw) > SIZE_LIMIT:
        return f"这份原文超过 {SIZE_LIMIT // 1024 // 1024} MB", "只留文字，用 kb import 重新放入"
    if not raw.strip():
        return "这份原文是空的", "删去它，用 kb import 重新放入"
    try:
        return Original(raw.decode("utf-8"), hashlib.sha256(raw).hexdigest())
    except UnicodeDecodeError:
        return "这份原文不是 UTF-8 编码", "删去它，用 kb import 重新放入"


def says(text: str, words: str) -> bool:
    """Whether `words` stand in `text`, whatever the width of punctuation, the shape of quotes and the spaces."""
    return _folded(words) in _folded(text)


# The words of each account are looked for in the same paragraphs, by one rule after the other.
@lru_cache(maxsize=8192)
def _folded(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text).translate(_QUOTES)).lower()


def _last_sentence(text: str, start: int) -> int:
    """Where the last sentence of `text` begins; its end when only one sentence follows `start`."""
    stops = [m.end() for m in re.finditer(r"[。！？][”’\"'）)]*", text[start:]) if start + m.end() < len(text)]
    return start + stops[-1] if stops else len(text)


@lru_cache(maxsize=4)
def _pieces(texts: tuple[Original, ...], step: int) -> Mapping[str, list[tuple[str, int]]]:
    """The paragraphs and lines of tables of the texts, Chinese characters alone, cut in pieces of `step` characters, each piece with
    the lines that it stands in and where: of any run of twice the length, one whole piece is part."""
    found: dict[str, list[tuple[str, int]]] = {}
    for text in texts:
        for line in (line for speech in text.collection.speeches for passage in speech.passages for line in passage.texts):
            chinese = "".join(_CHINESE.findall(line))
            for at in range(0, len(chinese) - step + 1, step):
                found.setdefault(chinese[at:at + step], []).append((chinese, at))
    return found


def _is_copied(run: str, pieces: Mapping[str, list[tuple[str, int]]], step: int) -> bool:
    """Whether a run of Chinese characters stands in one of the lines that the pieces are of."""
    return any(at >= i and line.startswith(run, at - i) for i in range(len(run) - step + 1) for line, at in pieces.get(run[i:i + step], ()))
