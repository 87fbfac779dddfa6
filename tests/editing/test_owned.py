"""Which files a `.gitattributes` names as the project's own: whole names, as git writes them."""

import pytest

from macros.editing.owned import named


@pytest.mark.parametrize(("line", "paths"), [
    ("a.txt kb-own", {"a.txt"}), ("/b/a.txt  text\tkb-own -diff", {"b/a.txt"}), ('"/b/编造的 a.txt" kb-own', {"b/编造的 a.txt"}),
    (r'"\345\217\221 \"a\".txt" kb-own', {'发 "a".txt'}), ("\ufeffa.txt kb-own\r\n", {"a.txt"}), ("  a.txt kb-own", {"a.txt"}),
    ("a.txt kb-own\nb.txt kb-own\na.txt !kb-own", {"b.txt"}), ("a.txt -kb-own\na.txt kb-own", {"a.txt"}),
    ("a.txt kb-own -kb-own", set()), ("* kb-own", set()), ("b/** kb-own", set()), ("b/ kb-own", set()), ("[ab].txt kb-own", set()),
    (r"\*.txt kb-own", set()), ("[attr]own kb-own\na.txt own", set()), ("# a.txt kb-own", set()), ("a.txt", set()), ('"a.txt kb-own', set()),
    ("a.txt kb-owner", set()), ("a.txt kb-own=1", set()), ("", set()),
])
def test_only_whole_names_count(line: str, paths: set[str]) -> None:
    assert named(line) == paths
