"""Full texts for a made-up library: what its speeches could have said, in other words than its entries.

usage: python bench/texts.py FOLDER [--seed 1]

Reads the library that `bench/library.py` wrote into FOLDER and writes FOLDER/originals/<source>.txt: one paragraph
for each of the outline, with its items, the cues and words that accounts quote from it, and the amounts and
names that entries tell, of which level they are, who does it, and whatever of them no other word has. No two paragraphs are alike, and `kb check` finds nothing against them.
"""

import argparse
import random
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(Path(__file__).parent), str(PROJECT)]

import library  # noqa: E402
import words  # noqa: E402

from macros.fulltext.unheard import unheard  # noqa: E402
from macros.library.catalog import Catalog, load  # noqa: E402
from macros.model import locators  # noqa: E402
from macros.model.accounts import Account  # noqa: E402
from macros.rules.place_in_source import PLAIN  # noqa: E402
from macros.text.institutions import names  # noqa: E402
from macros.text.levels import leveled, ranks, seats  # noqa: E402
from macros.text.people import people  # noqa: E402
from macros.text.quantities import quantities  # noqa: E402
from macros.text.roles import roles  # noqa: E402
from macros.text.series import members  # noqa: E402

SENTENCES = 4


class Texts:
    """The full text of every source of a catalogue, the same for the same seed."""

    def __init__(self, catalog: Catalog, seed: int = 1) -> None:
        self._catalog = catalog
        self._words = library.Library(2, seed)
        self._words.random = random.Random(seed)  # noqa: S311 - nothing here is a secret
        self._told: dict[tuple[str, int], dict[str, None]] = {}
        self._stated: dict[tuple[str, int], list[str]] = {}
        for practice in catalog.practices.values():
            common = [practice.title, practice.summary, *practice.aliases, *(each.what for each in practice.unsaid)]
            for account in practice.accounts:
                for at in account.at:
                    key = account.speech, locators.parse(at)[0]
                    place = self._told.setdefault(key, {})
                    self._stated.setdefault(key, []).append(practice.summary)
                    place.update(dict.fromkeys(_quoted(account, common)))
                    place.update(dict.fromkeys((*practice.aliases, *practice.keywords)))
                for point in account.points:
                    for at in point.at or account.at:
                        self._stated.setdefault((account.speech, locators.parse(at)[0]), []).append(point.text)
        for copied in (*((term.term, term.expansion, term.at) for term in catalog.terms.values()),
                       *((formulation.text, None, formulation.at) for formulation in catalog.formulations.values())):
            for citation in copied[2]:
                for at in citation.at:
                    self._told.setdefault((citation.speech, locators.parse(at)[0]), {}).update(dict.fromkeys(filter(None, copied[:2])))

    def of(self, source: str) -> str:
        """The text of one source: its speeches in their order, each with its title and paragraphs."""
        speeches = sorted((s.order, sid) for sid, s in self._catalog.speeches.items() if s.source == source)
        return "\n\n".join("\n\n".join(self._speech(sid)) for _, sid in speeches) + "\n"

    def _speech(self, sid: str) -> Iterator[str]:
        speech = self._catalog.speeches[sid]
        yield f"# {speech.title}"
        for number, paragraph in enumerate(speech.paragraphs, 1):
            own = [paragraph.gist, *(item.gist for item in paragraph.items)]
            told = [*self._told.get((sid, number), ()), *_told(own)]
            plain = [self._spoken() for _ in range(SENTENCES)]
            body = "。".join([*plain, *(f"说到{each}" for each in dict.fromkeys(told))])
            items = [f"{item.marker}{self._spoken()}" for item in paragraph.items]
            listed = "".join(f"{item}；" for item in items[:-1]) + "".join(f"{item}。" for item in items[-1:])
            # What is put in for one may break up what another has in common: so twice.
            for stated in 2 * self._stated.get((sid, number), []):
                body += _in_pieces(stated, f"{body}。{listed}")
            yield f"{body}。{listed}"

    def _spoken(self) -> str:
        return self._words.filled(self._words.random.choice(words.SPOKEN))


def _in_pieces(stated: str, body: str) -> str:
    """What a text tells that a body has nothing of, in pieces, so that nothing is copied."""
    more = ""
    while added := next(unheard(stated, [body + more]), None):
        more += "".join(f"。说到{piece}" for piece in re.findall("[一-鿿]{1,12}", added.words))
    return more


def _quoted(account: Account, common: list[str]) -> Iterator[str]:
    """What an account quotes letter by letter, and what it tells: amounts, names, levels, words of a series (上半年), who does it, where."""
    yield from filter(None, (account.name, account.progress.cue, *(member for f in account.figures for member in f.members), *(f.raw for f in account.figures), *(p.raw for p in account.points)))
    yield from _told([*common, *(p.text for p in account.points), *(f.label for f in account.figures)])


def _told(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from (found.text for found in (*quantities(text), *names(text), *members(text), *roles(text), *people(text)))
        yield from (found.group() for found in PLAIN.finditer(text))
        yield from (text[found.start:found.end] for found in (*leveled(text), *seats(text), *ranks(text)))


def write(folder: Path, seed: int = 1) -> None:
    """Writes the full texts of the library in `folder` into its `originals/`."""
    catalog, _ = load(folder)
    texts = Texts(catalog, seed)
    (folder / "originals").mkdir(exist_ok=True)
    for source in catalog.sources:
        (folder / "originals" / f"{source}.txt").write_text(texts.of(source), "utf-8")


def main(arguments: Iterable[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Writes full texts for a made-up library.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    write(given.folder, given.seed)


if __name__ == "__main__":
    main()
