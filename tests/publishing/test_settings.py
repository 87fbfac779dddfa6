import pytest

from macros.publishing.settings import read
from tests.conftest import PROJECT


@pytest.mark.parametrize(("value", "allowed"), [(None, False), ("true", True), ("false", False)])
def test_full_texts_are_published_only_when_asked_for(monkeypatch, value, allowed):
    monkeypatch.delenv("PUBLISH_ORIGINALS", raising=False)
    if value:
        monkeypatch.setenv("PUBLISH_ORIGINALS", value)
    assert read(PROJECT).publish_originals is allowed


def test_the_name_is_the_sites():
    assert read(PROJECT).name == "市县政协实践库"
