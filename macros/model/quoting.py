"""Which fields quote the source, and how closely: what the rules, the repairs and the search for copies go by."""

# Letter by letter: not even a quotation mark is another one.
LETTER_BY_LETTER = frozenset({"cue", "raw"})
# As the source writes it, spaces included.
AS_WRITTEN = LETTER_BY_LETTER | {"title", "heading", "name", "term"}
# Everything that is a name, a formulation or a figure of the source's, and so may be as long as it is there.
QUOTED = AS_WRITTEN | {"aliases", "short", "marker", "members", "expansion", "synonyms", "label"}
# Of these, what stands in one entry may stand in the texts of all.
KNOWN_NAMES = frozenset({"title", "heading", "term", "expansion"})
