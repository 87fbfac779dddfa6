"""What is said when a paragraph was given to a practice: where it was added, and what it counts that the practice does not tell of yet."""

import re

from markupsafe import Markup

from macros.desk.cards import left_out
from macros.desk.drafts import Draft
from macros.desk.state import Desk
from macros.desk.wording import inner
from macros.importing.stages import where
from macros.model.fields import PLACE
from macros.reading.filenames import bad_id

_GIVEN = re.compile(rf"([a-z0-9-]+):({PLACE.pattern})")


def said(desk: Desk, speech: Draft, given: str) -> Markup | str:
    """What is said of a place of a speech and the practice that got it (`PRACTICE:3.2`); "" where it did not."""
    found = _GIVEN.fullmatch(given)
    practice = desk.draft("practices", found[1]) if found and not bad_id(found[1]) else None
    if found is None or practice is None:
        return ""
    data, at = desk.data(practice), found[2]
    accounts = data.get("accounts") if isinstance(data, dict) else None
    number = next((i for i, each in enumerate(accounts or ()) if isinstance(each, dict) and each.get("speech") == speech.entry_id and at in (each.get("at") or ())), None)
    if number is None:
        return ""
    title = inner(str(data.get("title") or practice.entry_id))
    left = [each for each in left_out(desk, practice, f"accounts.{number}") if each.at == at]
    made = sum(at in (each.get("at") or ()) for each in data["accounts"][number].get("points") or () if isinstance(each, dict))
    words = "、".join(each.words for each in left[:3])
    counted = [f"那里的话添成了 {made} 项要点，等着定" if made else "", f"还有 {len(left)} 处数字没有收（{words}{'……' if len(left) > 3 else ''}）" if left else ""]
    address = f"/inbox/practices/{practice.entry_id}?keep=accounts.{number}"
    return Markup('{}加进了“{}”的出处。{}<a href="{}">到“{}”里写</a>；现在不写，它在清单里等着。').format(
        where(at), title, "".join(f"{each}；" for each in counted if each), address, title)
