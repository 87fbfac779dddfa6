"""A page as a value: what the adapter hands to MkDocs."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class RenderedPage:
    """A finished page.

    `url` is relative to the site's root; `title` and `description` are plain text, `html` is safe
    HTML; `edit_path` names the data file (`data/practices/x.yml`); `toc` lists (anchor, title) of
    the second level.
    """

    url: str
    title: str
    description: str
    html: str
    edit_path: str = ""
    toc: tuple[tuple[str, str], ...] = field(default=())
    listed: bool = True
