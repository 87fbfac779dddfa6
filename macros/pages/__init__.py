"""Page kinds that exist because of data. One kind is one module, and a module with `plans` that lies here is
made: nothing lists them."""

import importlib
import pkgutil

from macros.pages.page import PageKind, PagePlan, RenderedPage

_MODULES = [importlib.import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__)]
KINDS: tuple[PageKind, ...] = tuple(module for module in _MODULES if hasattr(module, "plans"))

__all__ = ["KINDS", "PageKind", "PagePlan", "RenderedPage"]
