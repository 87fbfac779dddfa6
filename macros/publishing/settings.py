"""What publishing needs to know from `mkdocs.yml`, read without MkDocs."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from macros.publishing.failure import PublishFailed


@dataclass(frozen=True)
class Settings:
    """`name` is the site's; `publish_originals` allows full texts to be shown."""

    name: str = "实践库"
    publish_originals: bool = False


def allows(value: object) -> bool:
    """Whether a setting says yes; only plain words for it do, for what it allows can't be taken back.

    Raises:
        ValueError: it is neither a word for yes nor one for no.
    """
    if isinstance(value, bool) or value is None:
        return bool(value)
    word = str(value).strip().strip("\"'").lower()
    if word in ("true", "yes", "on", "1", "y", "是"):
        return True
    if word in ("false", "no", "off", "0", "n", "", "否", "不"):
        return False
    raise ValueError(f"publish_originals（PUBLISH_ORIGINALS）写的是“{value}”，看不出可不可以公开全文；写 true 或 false")


class _Loader(yaml.SafeLoader):
    """Reads over the tags that MkDocs knows (`!!python/name:…`): their values are not needed."""


def _env(loader: _Loader, node: yaml.Node) -> Any:
    """`!ENV [NAME, default]` as MkDocs reads it: the variable, in the type that YAML gives it."""
    *names, default = loader.construct_sequence(node) if isinstance(node, yaml.SequenceNode) else [node.value, None]
    found = next((os.environ[name] for name in names if name in os.environ), None)
    return default if found is None else yaml.safe_load(found)


_Loader.add_multi_constructor("", lambda loader, suffix, node: None)
_Loader.add_constructor("!ENV", _env)


def read(project: Path) -> Settings:
    """The settings in `project`, the usual ones where it has none.

    Raises:
        PublishFailed: a setting can't be understood.
    """
    file = project / "mkdocs.yml"
    if not file.is_file():
        return Settings()
    data: Any = yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a SafeLoader
    extra = data.get("extra") or {}
    try:
        allowed = allows(extra.get("publish_originals"))
    except ValueError as error:
        raise PublishFailed(str(error), "改好再运行一次") from None
    return Settings(str(data.get("site_name") or Settings.name), allowed)
