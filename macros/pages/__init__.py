"""Page kinds that exist because of data. One kind is one module; this is their only list."""

from macros.pages import organization, practice, problem, redirect, speech
from macros.pages.page import RenderedPage

KINDS = (practice, speech, organization, problem, redirect)

__all__ = ["KINDS", "RenderedPage"]
