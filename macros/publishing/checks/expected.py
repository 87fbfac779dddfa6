"""What a built folder is held against."""

from dataclasses import dataclass

from macros.library.catalog import Catalog


@dataclass(frozen=True)
class Expected:
    """`catalog` is what was to be built; `originals` are full texts that must not show, `private` the
    paths of this machine that must not either."""

    catalog: Catalog
    originals: tuple[str, ...] = ()
    private: tuple[str, ...] = ()
