"""Macros of the editors' guide: lists that are made from the code, so that they can't go stale."""

import inspect
from typing import Any

from markupsafe import Markup

from macros.pages.renderer import Renderer


class Guide:
    """The guide's macros for one page; `page` is its address relative to the site's root."""

    def __init__(self, renderer: Renderer, page: str) -> None:
        self._renderer = renderer
        self._page = page

    def macro_list(self) -> Markup:
        """手写页面可以用的全部宏，各带参数和说明。"""
        from macros.authoring import macros

        found = {
            name: (str(inspect.signature(macro)), inspect.getdoc(macro) or "") for name, macro in macros().items()
        }
        return self._fill("guide_macros.html", found=found)

    def _fill(self, template: str, **values: Any) -> Markup:
        return Markup(self._renderer.render(template, self._page, **values))  # noqa: S704 - fragments escape
