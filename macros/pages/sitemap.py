"""The addresses that a sitemap lists for pages made from data."""

from macros.library import urls
from macros.library.graph import Graph

KINDS = ("practices", "speeches", "sources", "organizations", "problems")


def addresses(graph: Graph) -> list[str]:
    """Addresses of all entry pages, sorted; redirects are not listed."""
    return sorted(urls.entry(kind, entry_id) for kind in KINDS for entry_id in graph.catalog.of(kind))
