"""What a plan tells the editor of his options: what was not used, what took the place of something that was read, what followed."""

from collections.abc import Iterator, Sequence

from macros.importing.division.reading import Wish
from macros.importing.moved import Move
from macros.importing.told import Meeting, Told
from macros.library.similarity import folded

_NAMED = 6


def replaced(speeches: Sequence[Told], meeting: Meeting, said: str) -> Iterator[str]:
    """What was read of where the new speeches were given, and has to give way to what the editor says."""
    read = [(f"第{s.order}篇读到的是", s.beginning.occasion) for s in speeches if not s.known and s.beginning and s.beginning.occasion]
    if not read and meeting.read and any(not s.known for s in speeches):
        read = [("封面上读到的是" if meeting.read[1] else "来源名称里读到的是", meeting.read[0])]
    other = [f"{where}“{occasion}”" for where, occasion in read if said and folded(occasion) != folded(said)]
    if other:
        more = f"……共 {len(other)} 篇" if len(other) > _NAMED else ""
        yield f"--occasion 写的“{said}”代替了读到的场合（{'、'.join(other[:_NAMED])}{more}）；只是其中几篇的，在别的几篇里改回来"


def followed(moved: list[Move]) -> Iterator[str]:
    """Which practices' places were written anew; of many only how many they are."""
    if len(moved) <= _NAMED:
        yield from (f"practices/{m.practice}.yml 的出处已改：{m.said}" for m in moved)
    else:
        yield f"{len(moved)} 个做法的出处跟着改好了（{'、'.join(m.practice for m in moved[:_NAMED])} 等），不用再改"


def unused(wish: Wish, count: int, there: list[tuple[int, str]], fields: tuple[str, ...]) -> Iterator[str]:
    """What the editor says of more speeches than the `count` that there are, or of those (order, id) that are there, and is not
    written since they are a person's by now."""
    given = {"title": ("--title", wish.titles), "organization": ("--unit", wish.units), "occasion": ("--occasion", (wish.occasion,) * len(there))}
    for name, (option, values) in given.items():
        if len(values) > count and name != "occasion":
            yield f"{option} 写了 {len(values)} 个，只有 {count} 篇：“{'”、“'.join(values[count:][:_NAMED])}”没有用上"
        late = [sid for order, sid in there if name in fields and (values[order - 1] if order <= len(values) else "")]
        if late:
            yield (f"{option} 没有用上：{'、'.join(f'speeches/{sid}.yml' for sid in late[:_NAMED])}{' 等' if len(late) > _NAMED else ''} 已经导入过，"
                   f"里面的不动；直接改那里的 {name}，要从头再来就先删去这些草稿")
