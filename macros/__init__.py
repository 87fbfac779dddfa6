"""市县政协实践库: speeches and practices as data, pages made from them.

`define_env` is what mkdocs-macros-plugin calls: it gives hand-written pages their macros.
"""

from collections.abc import Callable
from typing import Any

__all__ = ["define_env"]


def define_env(env: Any) -> None:
    """Register the macros of `macros/handwritten/macros.py` and of the guide with the plugin's environment."""
    from macros.handwritten import guide_macros, macros
    from macros.handwritten.stash import Stash
    from macros.site import events

    build = events.build_of(env.conf)
    if build is None:
        raise RuntimeError("macros/site/mkdocs_hooks.py is not among the hooks of this mkdocs.yml")
    renderer = build.renderer

    def registered(name: str, owner: type) -> Callable[..., str]:
        def call(*args: Any, **kwargs: Any) -> str:
            page = env.page
            stash = page.meta.setdefault("kb_stash", Stash())
            html = getattr(owner(renderer, page.url), name)(*args, **kwargs)
            return str(stash.put(html))
        return call

    for owner in (macros.Macros, guide_macros.Guide):
        for name in macros.macros(owner):
            env.macro(registered(name, owner), name)
