"""A page as a value, and a page that can be made."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from macros.library.graph import Graph
    from macros.pages.fingerprints import Keys
    from macros.pages.renderer import Renderer


@dataclass(frozen=True)
class RenderedPage:
    """A finished page.

    `url` is relative to the site's root; `title` and `description` are plain text, `html` is safe
    HTML; `moved_to` is the address that an old page leads on to.
    """

    url: str
    title: str
    description: str
    html: str
    moved_to: str = ""


@dataclass(frozen=True)
class PagePlan:
    """A page that can be made: where it will lie, and a key of everything that will stand on it.

    Two plans with one address and one key make the same page, so the second need not be made. The
    key is worked out only when it is asked for: a single build has no use for it. `listed` tells whether
    the site's map leads to it.
    """

    url: str
    key: Callable[[], str]
    make: Callable[[], RenderedPage]
    listed: bool = True


class PageKind(Protocol):
    """A module of a kind of page. Where it has a `KIND`, that is the folder of its pages."""

    def plans(self, graph: "Graph", renderer: "Renderer", keys: "Keys") -> Iterator[PagePlan]:
        """Every page of the kind."""
