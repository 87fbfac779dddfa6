"""Hugo: one content file an entry, layouts by section, a JSON index of all entries.

What a list shows of an entry is a cached partial, and front matter is JSON, which Hugo reads
faster than YAML.
"""

import json
import shutil
from pathlib import Path

from content import Content

from generators import Generator, put, said

LAYOUTS = Path(__file__).with_name("hugo_site")


def ready(_: Path) -> str:
    return said(["hugo", "version"]).split()[1]


def write(folder: Path, content: Content, frames: tuple[str, str]) -> None:
    for file in LAYOUTS.rglob("*.*"):
        (target := folder / file.relative_to(LAYOUTS)).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
    root, inner = map(_layout, frames)
    put(folder / "layouts/_default/baseof.html", root)
    for page in content.pages:
        is_folder = page.id == "index"
        if page.kind and is_folder:
            put(folder / "layouts" / page.kind / "baseof.html", inner)
        # `aliases` makes redirects in Hugo.
        facts = {"names" if name == "aliases" else name: value for name, value in page.facts.items()}
        if page.kind == "practices" and not is_folder:
            facts["row"] = content.rows[page.id]["told"]
        front = {"title": page.title, "description": page.description, **facts}
        if page.kind and is_folder:
            front["url"] = page.url  # with ugly addresses Hugo writes practices.html
        name = "_index.md" if is_folder else f"{page.id}.md"
        put(folder / "content" / page.kind / name, json.dumps(front, ensure_ascii=False, indent=1) + "\n")


def command(_: Path) -> list[str]:
    return ["hugo", "--quiet"]


def _layout(frame: str) -> str:
    return (frame.replace("BENCH-TITLE", "{{ .Title }} - {{ site.Title }}").replace("BENCH-DESCRIPTION", "{{ .Description }}")
            .replace("BENCH-CONTENT", '{{ block "main" . }}{{ end }}'))


GENERATOR = Generator("Hugo", "JSON 索引", ready, write, command, "public")
