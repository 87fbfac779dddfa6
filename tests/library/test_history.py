"""本库的变化: new, corrected, withdrawn, the latest day first."""

import datetime

from macros.library.catalog import load
from macros.library.history import events
from tests.small_tree import Tree


def test_what_happened_by_day(tmp_path) -> None:  # type: ignore[no-untyped-def]
    tree = Tree(tmp_path)
    day = next(iter(load(tree.root)[0].practices.values())).added
    names = sorted(file.name for file in (tree.root / "practices").glob("*.yml"))
    later = day + datetime.timedelta(days=1)
    tree.write(f"practices/{names[0]}", tree.read(f"practices/{names[0]}") + f"changes:\n  - {{on: {later}, what: 改了进展}}\n")
    tree.write(f"practices/{names[1]}", tree.read(f"practices/{names[1]}") + f"withdrawn: {{on: {later}, reason: 已并入}}\n")
    catalog = load(tree.root)[0]
    found = events(catalog)
    assert [(e.on, e.happened.label, e.entry_id, e.what) for e in found[:2]] == [
        (later, "更正", names[0][:-4], "改了进展"), (later, "撤下", names[1][:-4], "已并入")]
    # What is withdrawn is not told as new any more.
    assert [e.entry_id for e in found if e.happened.value == "new"].count(names[1][:-4]) == 0
    assert sorted((e.on for e in found), reverse=True) == [e.on for e in found]
    assert len({e.key for e in found}) == len(found)
