"""From the blocks of a text to its speeches: the signs of each line, the beginnings they speak for, what each line is.

blocks → signs → beginnings → roles → cut. Every sign is weighed and none is needed; what was decided
is a value that says its lines, its reasons and how sure it is.
"""
