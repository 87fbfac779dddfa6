"""Lists of names and questions: plain texts one beside the other, where a lost comma or dash makes two of them one."""

TEXTS = frozenset({"aliases", "keywords", "members", "synonyms", "unsaid"})
# Lists of ids, where people write names as well.
IDS = frozenset({"formerly", "problems", "topics"})
