"""A slip in a file of many entries is told of the entry that it lies in, and hides no fault of another, nor one beside it."""

import pytest

from tests.small_tree import Tree

# What stands for the synonyms of a problem: right, a slip of the pen, wrong, and a slip beside what is wrong.
GOOD, SLIP, FAULT = "[板凳, 茶馆]", "【板凳，茶馆】", "{}"
BOTH = f"{SLIP}, named_in: {FAULT}"
CODES = {GOOD: [], SLIP: ["yaml-syntax"], FAULT: ["wrong-shape"], BOTH: ["wrong-shape", "yaml-syntax"]}


@pytest.mark.parametrize("synonyms", [
    *([wrong if number == place else GOOD for number in range(4)] for wrong in (SLIP, FAULT, BOTH) for place in range(4)),
    [SLIP, FAULT, GOOD, GOOD], [FAULT, SLIP, FAULT, GOOD], [GOOD, FAULT, SLIP, FAULT], [FAULT, GOOD, FAULT, SLIP], [SLIP, SLIP, GOOD, SLIP],
    [FAULT, FAULT, BOTH, FAULT], [BOTH, BOTH, FAULT, BOTH],
])
def test_what_is_wrong_is_told_at_its_line_and_once(tree: Tree, synonyms: list[str]) -> None:
    ids = ("weak-participation", "p-b", "p-c", "p-d")
    entries = [f"{entry_id}:\n  {{title: 第{number}题怎么办？, synonyms: {words}}}\n"
               for number, (entry_id, words) in enumerate(zip(ids, synonyms, strict=True), 1)]
    # Ids that stand in the line of what they are the ids of.
    entries[2:] = [entry.replace(":\n ", ":") for entry in entries[2:]]
    tree.write("problems.yml", "".join(entries))
    told = [(found.line, found.code) for found in tree.findings() if found.path.endswith("problems.yml")]
    assert sorted(told) == [(line, code) for line, words in zip((2, 4, 5, 6), synonyms, strict=True) for code in CODES[words]]
