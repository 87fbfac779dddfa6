"""How many texts a reading is kept of: one rule after the other looks at every statement of a library (10,000 entries have 80,000), and
at its paragraphs. With fewer kept, each rule would read them all again: that is a sixth of a check's CPU, for 200 MB (2026-11-29).
"""

STATEMENTS = 1 << 17
PARAGRAPHS = 1 << 13
