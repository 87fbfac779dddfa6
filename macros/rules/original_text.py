"""The full text that lies here is the one the entries were written from, paragraph by paragraph."""

from collections.abc import Iterator

from macros.findings import Finding
from macros.fulltext.originals import Originals
from macros.fulltext.remembered import gathered
from macros.library.catalog import Catalog
from macros.rules.rule import Rule


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    for source_id, original in originals.by_source.items():
        source = catalog.sources.get(source_id)
        if source and source.sha256 and source.sha256 != original.sha256:
            yield catalog.finding("sources", source_id, ("sha256",), RULE.code,
                                  f"originals/{source_id}.txt 不是登记的那一份，它的全文校验值是 {original.sha256}",
                                  "换回登记时的全文；确是更正过的，就重新核对各篇，再改全文校验值（sha256）")
            continue
        for sid, speech in catalog.speeches.items():
            if speech.source == source_id and speech.order > len(original.collection.speeches):
                yield catalog.finding("speeches", sid, ("order",), RULE.code,
                                      f"originals/{source_id}.txt 里认得出 {len(original.collection.speeches)} 篇，没有第 {speech.order} 篇",
                                      "核对篇次（order）；全文不全的，用 kb import 重新放入。先改好它：这一篇暂不与全文对照")
    for found in gathered(catalog, originals, RULE.code, ("speeches",), lambda _, sid: _speech(catalog, originals, sid)).values():
        yield from found


def _speech(catalog: Catalog, originals: Originals, sid: str) -> Iterator[Finding]:
    speech, original = catalog.speeches[sid], originals.speech(sid)
    if original is None:
        return
    if len(speech.paragraphs) != len(original.passages):
        yield catalog.finding("speeches", sid, ("outline",), RULE.code,
                              f"提纲有 {len(speech.paragraphs)} 段，原文有 {len(original.passages)} 段",
                              "对照原文，一段写一项；标题和小标题不算段")
        return
    number = 0
    for i, section in enumerate(speech.outline):
        for j, paragraph in enumerate(section.paragraphs):
            passage = original.passages[number]
            number += 1
            place = ("outline", i, "paragraphs", j)
            if len(paragraph.items) != len(passage.items):
                yield catalog.finding("speeches", sid, (*place, "items"), RULE.code,
                                      f"第{number}段写了 {len(paragraph.items)} 项，原文有 {len(passage.items)} 项",
                                      "“一是、二是”各写一项" if passage.items else
                                      "删去各项（items）：段首或句首的“一是、二是、一方面”才算项，逗号后面的不算")
            if paragraph.masks != passage.mask_count:
                yield catalog.finding("speeches", sid, (*place, "masks"), RULE.code,
                                      f"第{number}段写了 {paragraph.masks} 处隐去，原文有 {passage.mask_count} 处",
                                      f"写 masks: {passage.mask_count}（连着的 x 算一处，x-x 算两处）")


RULE = Rule(
    code="original-text",
    title="提纲与全文对得上",
    why="段号、项号和隐去的处数都从全文来；对不上，出处就点到别的段去了（本机有全文时才能查）。",
    wrong="masks: 3，而原文这一段有 4 处 x",
    right="masks: 4",
    check_against_text=check_against_text,
)
