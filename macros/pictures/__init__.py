"""What a picture's file holds besides the picture: chunks are read, never the picture itself. Knows no site.

What nobody sees is published all the same: where a photo was taken, by whom, what a program noted, what was
put behind the end.
"""

from collections.abc import Callable, Iterator, Mapping

from macros.pictures import gif, jpeg, png, webp

_READERS: Mapping[str, Callable[[bytes], Iterator[str]]] = {
    ".png": png.extras, ".jpg": jpeg.extras, ".jpeg": jpeg.extras, ".webp": webp.extras, ".gif": gif.extras,
}
SUFFIXES = tuple(_READERS)


def extras(suffix: str, content: bytes) -> tuple[str, ...]:
    """What else is in a picture's file, in words, each once; nothing where it is the picture and what colours it needs.

    `suffix` is one of `SUFFIXES`.
    """
    return tuple(dict.fromkeys(_READERS[suffix](content)))
