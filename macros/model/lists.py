"""Lists of names and questions: plain texts one beside the other, where a lost comma or dash makes two of them one."""

TEXTS = frozenset({"aliases", "keywords", "members", "synonyms", "unsaid"})
