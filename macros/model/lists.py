"""Lists of names and questions: plain texts one beside the other, where a lost comma or dash makes two of them one."""

TEXTS = frozenset({"aliases", "keywords", "members", "synonyms", "unsaid"})
# Lists of ids and of places, where people write names as well.
IDS = frozenset({"at", "formerly", "problems", "topics"})
