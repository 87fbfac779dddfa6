"""Page kinds that exist because of data. One kind is one module; this is their only list."""

from macros.pages import organization, practice, problem, redirect, source, speech, tombstone
from macros.pages.page import PagePlan, RenderedPage

KINDS = (practice, speech, source, organization, problem, redirect, tombstone)

__all__ = ["KINDS", "PagePlan", "RenderedPage"]
