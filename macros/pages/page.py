"""A page as a value: what the adapter hands to MkDocs."""

from dataclasses import dataclass


@dataclass(frozen=True)
class RenderedPage:
    """A finished page.

    `url` is relative to the site's root; `title` and `description` are plain text, `html` is safe
    HTML; `edit_path` names the data file (`data/practices/x.yml`); a page that is not `listed`
    stays out of the sitemap; `moved_to` is the address that an old page leads on to.
    """

    url: str
    title: str
    description: str
    html: str
    edit_path: str = ""
    listed: bool = True
    moved_to: str = ""
