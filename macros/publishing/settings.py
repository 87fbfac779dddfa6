"""What publishing needs to know from `mkdocs.yml`, read without MkDocs."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from macros.publishing.failure import PublishFailed
from macros.reading import settings


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


def read(project: Path) -> Settings:
    """The settings in `project`, the usual ones where it has none.

    Raises:
        PublishFailed: a setting can't be understood.
    """
    try:
        data = settings.values(project)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        raise PublishFailed(f"{settings.FILE} 读不懂", "kb build 会说是哪一行；改好再运行一次") from None
    extra = data.get("extra") or {}
    try:
        allowed = allows(extra.get("publish_originals"))
    except ValueError as error:
        raise PublishFailed(str(error), "改好再运行一次") from None
    return Settings(str(data.get("site_name") or Settings.name), allowed)
