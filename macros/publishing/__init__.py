"""From a built folder to a served one: check, precompress, release, roll back, hand over.

`publish` reads as the order of things; every step is one module. Nothing here builds pages: the
built folder comes from the caller.
"""

from macros.publishing.failure import PublishFailed, SiteRefused
from macros.publishing.flow import Published, hand_over, inspect, publish, roll_back

__all__ = ["PublishFailed", "Published", "SiteRefused", "hand_over", "inspect", "publish", "roll_back"]
