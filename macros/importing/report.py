"""What an import found and wrote, in the words an editor reads on the screen."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from macros.fulltext.passages import Passage, masks
from macros.importing.alike import Titles
from macros.importing.choice import UNASKED
from macros.importing.division.reading import Reading
from macros.importing.document import LeftOut
from macros.importing.plan import ALREADY, Plan
from macros.importing.told import Told
from macros.library.catalog import Catalog
from macros.library.similarity import folded
from macros.text.listing import some

_PLAIN = ("页码", "目录", "分隔线")
_SHOWN = 24
# So many are read on a screen; the rest is counted.
_MASKS, _PLACES, _LINES, _NAMES = 5, 20, 200, 200


def lines(plan: Plan, catalog: Catalog, shown: str, dry: bool, unseen: Sequence[LeftOut] = ()) -> Iterator[str]:
    """The report, line by line. `shown` is the data folder as messages name it, `unseen` what is in the file and not in its text."""
    collection = plan.collection
    if not plan.files:
        yield from (f"注意：{note}" for note in plan.notes if note != ALREADY)
        yield from _accounts(plan, shown)
        yield f"这份全文已经导入过：{shown}/sources/{plan.source_id}.yml，没有新写文件。"
        return
    yield f"来源：{collection.title or '（没有认出名称）'}（{plan.source_id}）"
    yield f"认出 {len(plan.speeches)} 篇发言，略去 {len(collection.left_out)} 行（网页文字、目录、署名、称呼），请核对："
    if plan.reading:
        # Whole and all of them: nothing is left out in silence.
        yield from (f"  第 {line.number} 行（{line.why}）：{_columns(line.text)}" for line in plan.reading.left_out)
        if any(line.why not in _PLAIN for line in plan.reading.left_out):
            yield "  其中有正文的，加 --keep 行号 留下；收进了正文、其实不是正文的行，加 --leave 行号 略去"
        yield from _division(plan.reading)
    else:
        yield from _first((f"  第 {line.number} 行：{_short(line.text)}" for line in collection.left_out), _LINES, "行")
    if unseen:
        yield f"文件里还有 {len(unseen)} 处没有收进全文，前面是它所在的行；要收，在原文件里改成正文（取消隐藏、拒绝修订、复制到正文）再导入："
        yield from (f"  第 {line.number} 行（{line.why}）：{line.text}" for line in unseen)
    for told in plan.speeches:
        yield from _speech(told, plan, catalog, shown)
    yield from _choice(plan)
    for note in plan.notes:
        yield f"注意：{note}"
    yield from _accounts(plan, shown)
    if plan.bodies and not any(file.added for file in plan.files):
        yield f"下面这些单位库里还没有。把这几行加到 {shown}/organizations.yml 的末尾："
        for record in plan.bodies:
            yield from record.rstrip("\n").split("\n")
    yield f"{'将要写入' if dry else '写好了'} {len(plan.files)} 个文件："
    for file in plan.files:
        yield f"  {shown}/{file.path}"
    for file in (file for file in plan.files if file.added):
        yield f"其中 {shown}/{file.path} 是在末尾加上库里还没有的 {file.added} 个单位，原来的不动"
    redone = [file for file in plan.files if file.again]
    if redone:
        yield f"其中 {len(redone)} 个按新的分法重做，填过的都留着{'（还没有写）' if dry else ''}："
        yield from (f"  {shown}/{file.path}" for file in redone)
    finished = [file for file in plan.files if file.was is not None and not file.again and not file.added]
    if finished:
        yield f"其中 {len(finished)} 个上次只写了一半（停电或复制中断），{'将要补完' if dry else '补完了'}："
        yield from (f"  {shown}/{file.path}" for file in finished)
    if dry:
        yield "这是试看，什么都没有写。去掉 --dry-run 就写入。"
    elif any(file.path.endswith(".yml") for file in plan.files):
        yield f"下一步：打开上面的文件，对照 {shown}/originals/{plan.source_id}.txt 填好每一处“待填”，“# 待确认”核对过就删去，再运行 kb check。"


def _accounts(plan: Plan, shown: str) -> Iterator[str]:
    """The accounts to add to practices that are there; printed again as long as nobody has added them."""
    if plan.accounts:
        yield "下面这些做法库里已经有了。是同一个做法的，把这几行加到它的 accounts 末尾，再填好；没有加上的，再运行同样的命令还会列出："
    for practice_id, account in plan.accounts:
        yield f"  {shown}/practices/{practice_id}.yml"
        yield from account.rstrip("\n").split("\n")


def _division(reading: Reading) -> Iterator[str]:
    """Each beginning with its line, its reasons and how sure it is, and those that were not sure enough."""
    if len(reading.beginnings) > 1:
        yield f"像是有 {len(reading.beginnings)} 篇，从这些行开始；不对就用 --split 行号,行号 或 --one（只有一篇）改："
        for beginning in reading.beginnings:
            yield f"  第 {beginning.line} 行 {beginning.title or '（没有题目）'}：{'、'.join(beginning.reasons)}（{sureness(beginning.sure)}）"
    if reading.doubtful:
        yield "下面这些行也可能是一篇的开头，没有分；是的话用 --split 写上全部开头的行号："
        yield from _first((f"  第 {b.line} 行 {b.title}：{'、'.join(b.reasons)}" for b in reading.doubtful), _PLACES, "处")


def sureness(share: float) -> str:
    """How sure a proposal is, from 0 to 1, in a word."""
    return "很可能" if share >= 0.8 else "多半" if share >= 0.6 else "也许"


def _speech(told: Told, plan: Plan, catalog: Catalog, shown: str) -> Iterator[str]:
    text = told.text
    state = "（库里已有，不改）" if told.known else f" → {shown}/speeches/{told.speech_id}.yml"
    yield f"第{told.order}篇 {text.title or '（没有认出篇名）'}{state}"
    unit = told.beginning.unit if told.beginning else None
    if unit and not told.known:
        yield f"  单位：{unit.name}（全文第 {unit.line} 行）"
    yield f"  {len(text.passages)} 段，{len(text.headings)} 个小标题，原文隐去 {text.mask_count} 处"
    if told.known and not told.candidates:
        return
    yield from _first((f"  隐去 {_place(place, passage)}：{some(found, _MASKS, '处')}" for passage in text.passages
                       for place, found in _masks(passage).items()), _PLACES, "处有隐去的地方，草稿里每段的 masks 是处数")
    titles = {pid: (p.title, *p.aliases) for pid, p in catalog.practices.items()}
    yield from _first(_candidates(told, plan, titles, shown), _NAMES, "个名称")


def _candidates(told: Told, plan: Plan, titles: Mapping[str, tuple[str, ...]], shown: str) -> Iterator[str]:
    """Each name with its number, place, reason and how sure, the draft that it got, and what it is like."""
    known, text = Titles(titles), told.text
    # In the order of the numbers: what the library has is numbered last.
    for candidate in sorted(told.candidates, key=lambda c: c.known is not None):
        passage = text.passages[int(candidate.place.partition(".")[0]) - 1]
        key = folded(candidate.name)
        drafted = plan.drafted.get(key)
        there = [pid for pid in known.resembling(candidate.name) if pid not in (candidate.known, drafted)]
        alike = "、".join(f"“{titles[pid][0]}”（{pid}）" for pid in there)
        kind = "已有做法" if candidate.known else "候选做法" if candidate.strong else "其他名称"
        rest = [at for at in candidate.places if at not in (candidate.place, candidate.place.partition(".")[0])]
        place = _place(candidate.place, passage) + (f"（连同它小标题下的第{'、'.join(rest)}段）" if rest else "")
        yield (f"  {plan.choice.numbers.get(key, 0)}. {kind} {place}：{candidate.name}"
               f"（{candidate.reason}，{sureness(candidate.sure)}）"
               + (f" → {shown}/practices/{drafted}.yml" if drafted else "") + (f"；与已有的{alike}相近" if alike else ""))


def _choice(plan: Plan) -> Iterator[str]:
    """How the names that got no draft are taken after all."""
    choice = plan.choice
    if choice.left:
        rest = some([str(choice.numbers[key]) for key in choice.left], _PLACES, "个")
        yield f"像是做法的名称多于 {UNASKED} 个：只起草了最像的 {UNASKED} 个，还有 {len(choice.left)} 个没有起草（{rest} 号）"
    if any(number for key, number in choice.numbers.items() if key not in choice.taken):
        yield "要起草别的，用 --take 写上编号，例如 --take 1,3,5；--take all 全部，--take none 一个也不要"


def _first(rows: Iterable[str], most: int, what: str) -> Iterator[str]:
    """The first rows, and how many more there are."""
    each = iter(rows)
    yield from islice(each, most)
    more = sum(1 for _ in each)
    if more:
        yield f"  ……还有 {more} {what}"


def _masks(passage: Passage) -> dict[str, list[str]]:
    """The masks of a paragraph by place, each with a few characters around it."""
    found: dict[str, list[str]] = {}
    for mask in passage.masks:
        around = passage.text[max(0, mask.start - 2):mask.end + 4].strip("，,。、；;：:“”\"")
        found.setdefault(passage.place(mask.start), []).append(f"“{around}”")
    for row in passage.rows:
        for mask in masks(row):
            found.setdefault(str(passage.number), []).append(f"表中“{row[max(0, mask.start - 2):mask.end + 4]}”")
    return found


def _place(place: str, passage: Passage) -> str:
    number, _, item = place.partition(".")
    return f"第{number}段" + (f"·{passage.items[int(item) - 1].text}" if item else "")


def _columns(text: str) -> str:
    """A line with the columns of a contents page apart: a tab is nothing that a screen shows."""
    return "　".join(filter(None, text.split("\t")))


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "……"
