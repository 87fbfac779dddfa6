"""What publishing needs to know from `mkdocs.yml`, read without MkDocs."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True)
class Settings:
    """`name` is the site's; `publish_originals` allows full texts to be shown."""

    name: str = "实践库"
    publish_originals: bool = False


class _Loader(yaml.SafeLoader):
    """Reads over the tags that MkDocs knows (`!ENV`, `!!python/name:…`): their values are not needed."""


_Loader.add_multi_constructor("", lambda loader, suffix, node: None)


def read(project: Path) -> Settings:
    """The settings in `project`, the usual ones where it has none."""
    file = project / "mkdocs.yml"
    if not file.is_file():
        return Settings()
    data: Any = yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a SafeLoader
    extra = data.get("extra") or {}
    return Settings(str(data.get("site_name") or Settings.name), extra.get("publish_originals") is True)
