"""The pages of a library as Markdown files, for generators that start from Markdown."""

import json
from pathlib import Path

import jinja2
from content import Content, Page

from generators import put

TEMPLATES = Path(__file__).with_name("markdown_site")


def write(docs: Path, content: Content) -> None:
    """Writes one Markdown file a page, with links between files as these generators check them."""
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(TEMPLATES), trim_blocks=True, lstrip_blocks=True,  # noqa: S701 - not HTML
                                     undefined=jinja2.StrictUndefined)
    environment.filters["md"] = lambda url: url.replace(".html", ".md", 1)
    for page in content.pages:
        body = environment.get_template(_template(page)).render(page.facts, id=page.id, title=page.title,
                                                                description=page.description, listed=content.rows)
        # Lists repeat what the entries say: our index leaves them out too, and Zensical refuses long ones.
        search = "search: {exclude: true}\n" if page.id == "index" or page.kind == "topics" else ""
        front = search + "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n"
                        for name, value in (("title", page.title), ("description", page.description)))
        put(docs / page.url.replace(".html", ".md"), f"---\n{front}---\n\n{body.strip()}\n")
    for page, text in content.written.items():
        put(docs / page, text)


def _template(page: Page) -> str:
    if not page.kind:
        return f"{page.id}.md"
    return f"{page.kind}-index.md" if page.id == "index" else f"{page.kind}.md"
