"""What an import found and wrote, in the words an editor reads on the screen: what there is first, then each kind by itself.

Told short, long lists are folded, with how many there are and where; told whole, nothing is.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice

from macros.fulltext.passages import Passage, masks
from macros.importing.alike import Titles
from macros.importing.candidates import Candidate
from macros.importing.choice import UNASKED
from macros.importing.division.reading import Reading
from macros.importing.document import LeftOut
from macros.importing.plan import ALREADY, Plan
from macros.importing.proposals import Proposals
from macros.importing.told import Told
from macros.library.catalog import Catalog
from macros.library.similarity import folded
from macros.text.listing import some

_PLAIN = ("页码", "目录", "分隔线")
_SHOWN = 24
# So many are read on a screen; the rest is counted.
_MASKS, _PLACES, _LINES, _NAMES = 5, 20, 200, 200
# A list of more is folded where the report is told short, to so many of each kind.
_FEW, _EACH = 12, 3
_BEGINS = 7
FOLDED = "长的单子折起来了。要全部列出，加 --verbose；要写进一个文件慢慢看，加 --report 报告.txt"
_ORGANIZATIONS = "organizations.yml"


def lines(plan: Plan, catalog: Catalog, shown: str, dry: bool, unseen: Sequence[LeftOut] = (), whole: bool = True) -> Iterator[str]:
    """The report, line by line. `shown` is the data folder as messages name it, `unseen` what is in the file and not in its text;
    without `whole` long lists are folded, and it says so."""
    collection = plan.collection
    if not plan.files and not whole:
        yield from (f"注意：{note}" for note in plan.notes if note != ALREADY)
        yield from _accounts(plan, catalog, shown, whole)
        yield _there(plan, shown)
        return
    yield f"来源：{collection.title or '（没有认出名称）'}（{plan.source_id}）"
    left = plan.reading.left_out if plan.reading else [LeftOut(line.number, line.text, "") for line in collection.left_out]
    yield from _summary(plan, left, unseen)
    yield from _left_out(left, bool(plan.reading), whole)
    if plan.reading:
        yield from _division(plan.reading, whole)
    if unseen:
        yield f"文件里还有 {len(unseen)} 处没有收进全文，前面是它所在的行；要收，在原文件里改成正文（取消隐藏、拒绝修订、复制到正文）再导入："
        yield from _grouped(unseen, whole)
    few = whole or sum(not c.strong for told in plan.speeches for c in told.candidates) <= _FEW
    for told in plan.speeches:
        yield from _speech(told, plan, catalog, shown, whole, few)
    yield from _choice(plan)
    for note in plan.notes:
        yield f"注意：{note}"
    yield from _accounts(plan, catalog, shown, whole)
    if plan.bodies and not any(file.path == _ORGANIZATIONS for file in plan.files):
        yield f"下面这些单位库里还没有。把这几行加到 {shown}/organizations.yml 的末尾："
        for record in plan.bodies:
            yield from record.rstrip("\n").split("\n")
    yield from _files(plan, shown, dry, whole)
    if not whole and _folds(plan, left, unseen, few):
        yield FOLDED


def _summary(plan: Plan, left: Sequence[LeftOut], unseen: Sequence[LeftOut]) -> Iterator[str]:
    texts = [told.text for told in plan.speeches]
    rows = sum(len(p.rows) for text in texts for p in text.passages)
    yield (f"认出 {len(texts)} 篇发言，共 {sum(len(text.passages) for text in texts)} 段{f'、表 {rows} 行' if rows else ''}，"
           f"原文隐去 {sum(text.mask_count for text in texts)} 处")
    names: dict[str, list[Candidate]] = {}
    for candidate in (c for told in plan.speeches for c in told.candidates):
        names.setdefault(folded(candidate.name), []).append(candidate)
    there = sum(all(c.known for c in found) for found in names.values())
    strong = sum(any(c.strong and not c.known for c in found) for found in names.values())
    if names:
        drafts = len({file.path for file in plan.files if file.path.startswith("practices/") and file.was is None})
        yield f"名称：像是做法的 {strong} 个（起草 {drafts} 个），把握不大的 {len(names) - strong - there} 个，库里已有的 {there} 个"
    yield f"略去 {len(left)} 行{f'，另有 {len(unseen)} 处没有收进全文' if unseen else ''}，请核对{'：' if left or unseen else ''}"


def _left_out(left: Sequence[LeftOut], reasons: bool, whole: bool) -> Iterator[str]:
    """The lines that are left out, each with its reason; whole and all of them, unless they are folded."""
    if not reasons:
        yield from _first((f"  第 {line.number} 行：{_short(line.text)}" for line in left), _LINES if whole else _FEW, "行")
        return
    yield from _grouped(left, whole)
    if any(line.why not in _PLAIN for line in left):
        yield "  其中有正文的，加 --keep 行号 留下；收进了正文、其实不是正文的行，加 --leave 行号 略去"


def _grouped(left: Sequence[LeftOut], whole: bool) -> Iterator[str]:
    """Lines in their order; folded, those of each reason together: the longest as they stand, of the others where they are."""
    if whole or len(left) <= _FEW:
        yield from (f"  第 {line.number} 行（{line.why}）：{_columns(line.text)}" for line in left)
        return
    by_reason: dict[str, list[LeftOut]] = {}
    for line in left:
        by_reason.setdefault(line.why, []).append(line)
    for why, found in by_reason.items():
        yield f"  {why} {len(found)} 行：{_numbers([line.number for line in found])}"
        # What is long is likeliest to be text.
        shown = sorted(found, key=lambda line: -len(line.text))[:0 if why in _PLAIN else _EACH]
        yield from (f"    第 {line.number} 行：{_short(_columns(line.text), 2 * _SHOWN)}" for line in sorted(shown, key=lambda line: line.number))


def _numbers(numbers: Sequence[int]) -> str:
    """第 2–5、9 行: those that follow each other as one."""
    runs = [[n for _, n in run] for _, run in groupby(enumerate(dict.fromkeys(numbers)), lambda each: each[1] - each[0])]
    said = [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]
    return f"第 {some(said, _PLACES, '处')} 行"


def _folds(plan: Plan, left: Sequence[LeftOut], unseen: Sequence[LeftOut], few: bool) -> bool:
    places = max((sum(1 for p in told.text.passages for _ in _masks(p)) for told in plan.speeches), default=0)
    return (not few or max(len(left), len(unseen), len(plan.files), len(plan.reading.doubtful) if plan.reading else 0) > _FEW
            or places > _EACH or bool(plan.accounts))


def _files(plan: Plan, shown: str, dry: bool, whole: bool) -> Iterator[str]:
    """What is written, and how it stands to what is there."""
    if not plan.files:
        yield _there(plan, shown)
        return
    many = len(plan.files) > _FEW and not whole
    yield f"{'将要写入' if dry else '写好了'} {len(plan.files)} 个文件：" + (_by_folder(plan, shown) if many else "")
    if not many:
        yield from (f"  {shown}/{file.path}" for file in plan.files)
    for file in (file for file in plan.files if file.added):
        what = f"库里还没有的 {file.added} 个单位" if file.path == _ORGANIZATIONS else f" {file.added} 处讲到它的 accounts，要填好"
        yield f"其中 {shown}/{file.path} 是在末尾加上{what}，原来的不动"
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


def _there(plan: Plan, shown: str) -> str:
    return f"这份全文已经导入过：{shown}/sources/{plan.source_id}.yml，没有新写文件。"


def _by_folder(plan: Plan, shown: str) -> str:
    folders: dict[str, int] = {}
    for file in plan.files:
        folder = file.path.rpartition("/")[0]
        folders[f"{shown}/{folder}/" if folder else f"{shown}/{file.path}"] = folders.get(f"{shown}/{folder}/", 0) + 1
    return "、".join(f"{folder} {count} 个" if folder.endswith("/") else folder for folder, count in folders.items())


def _accounts(plan: Plan, catalog: Catalog, shown: str, whole: bool) -> Iterator[str]:
    """The accounts to add to practices that are there; told again as long as nobody has added them."""
    if not plan.accounts:
        return
    numbers = {pid: plan.offered[pid] for pid, _ in plan.accounts}
    # A draft is in no catalog; what the text calls it says which it is.
    names = {c.known: c.name for told in plan.speeches for c in told.candidates if c.known}
    yield (f"下面这些做法库里已经有了，这里又讲到。是同一个做法的，再运行同样的命令，加 --take {','.join(map(str, sorted(numbers.values())))}"
           f"{'' if len(numbers) < 2 else '（只写要的）'}，就把要填的几行加到它的 accounts 末尾；没有加上的，下次还会列出：")
    for practice_id, account in plan.accounts:
        title = catalog.practices[practice_id].title if practice_id in catalog.practices else names.get(practice_id, "")
        yield f"  {numbers[practice_id]} 号 {title} → {shown}/practices/{practice_id}.yml".replace("  →", " →")
        if whole:
            yield from account.rstrip("\n").split("\n")


def _division(reading: Reading, whole: bool) -> Iterator[str]:
    """Each beginning with its line, its reasons and how sure it is, and those that were not sure enough."""
    if len(reading.beginnings) > 1:
        yield f"像是有 {len(reading.beginnings)} 篇，从这些行开始；不对就用 --split 行号,行号 或 --one（只有一篇）改："
        for beginning in reading.beginnings:
            yield f"  第 {beginning.line} 行 {beginning.title or '（没有题目）'}：{'、'.join(beginning.reasons)}（{sureness(beginning.sure)}）"
    if reading.doubtful:
        yield "下面这些行没有分开，也可能从这里开始另一篇："
        yield from _first((f"  第 {b.line} 行 {f'“{_short(b.words)}”' if b.words else b.title}：{'、'.join(b.reasons)}（{sureness(b.sure)}）" for b in reading.doubtful), _PLACES if whole else _FEW, "处")
        new = some([str(b.line) for b in reading.doubtful], _PLACES, "处")
        yield f"  是的话，再运行同样的命令，加 --split {','.join(map(str, reading.split))}（新加的是 {new}，其中不是开头的删去）"


def sureness(share: float) -> str:
    """How sure a proposal is, from 0 to 1, in a word."""
    return "很可能" if share >= 0.8 else "多半" if share >= 0.6 else "也许"


def _speech(told: Told, plan: Plan, catalog: Catalog, shown: str, whole: bool, few: bool) -> Iterator[str]:
    text = told.text
    state = "（库里已有，不改）" if told.known else f" → {shown}/speeches/{told.speech_id}.yml"
    yield f"第{told.order}篇 {text.title or '（没有认出篇名）'}{state}"
    unit = Proposals.of(text, told.beginning).unit
    if not told.known:
        yield f"  单位：{unit.name}（{unit.where}{'' if unit.sure else '，不在署名的位置'}）" if unit else "  单位：没有读到"
    yield f"  {len(text.passages)} 段，{len(text.headings)} 个小标题，原文隐去 {text.mask_count} 处"
    tables = [f"第{p.number}段 {len(p.rows)} 行" for p in text.passages if p.rows]
    if tables:
        yield f"  表格收在全文里，随它前面的一段引用，不另算段：{some(tables, _MASKS, '处')}"
    if told.known and not told.candidates:
        return
    # By these an editor says which lines begin a speech or are none of it.
    yield from _first((f"  第{p.number}段 第 {p.line} 行：{_short(p.text, 2 * _SHOWN)}" for p in text.passages), _LINES, "段") if whole else _folded(text.passages)
    yield from _first((f"  隐去 {_place(place, passage)}：{some(found, _MASKS, '处')}" for passage in text.passages
                       for place, found in _masks(passage).items()), _PLACES if whole else _EACH, "处有隐去的地方，草稿里每段的 masks 是处数")
    titles = {pid: (p.title, *p.aliases) for pid, p in catalog.practices.items()}
    sure = [c for c in told.candidates if few or c.strong or folded(c.name) in plan.choice.taken]
    yield from _first(_candidates(sure, told, plan, titles, shown), _NAMES, "个名称")
    rest = sorted({plan.choice.numbers.get(folded(c.name), 0) for c in told.candidates} - {plan.choice.numbers.get(folded(c.name), 0) for c in sure})
    if rest:
        yield f"  另有把握不大的名称 {len(rest)} 个：{_numbers(rest).removeprefix('第 ').removesuffix(' 行')} 号"


def _folded(passages: Sequence[Passage]) -> Iterator[str]:
    """Each paragraph by its line and first characters, several in one line of the report."""
    more = f"……共 {len(passages)} 段" if len(passages) > _PLACES else ""
    yield "  各段从哪一行开始：" + "；".join(f"{p.line} {p.text[:_BEGINS]}" for p in passages[:_PLACES]) + more


def _candidates(found: Sequence[Candidate], told: Told, plan: Plan, titles: Mapping[str, tuple[str, ...]], shown: str) -> Iterator[str]:
    """Each name with its number, place, reason and how sure, the draft that it got, and what it is like."""
    known, text = Titles(titles), told.text
    # In the order of the numbers: what the library has is numbered last.
    for candidate in sorted(found, key=lambda c: c.known is not None):
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
            found.setdefault(str(passage.number), []).append(f"表中“{row[max(0, mask.start - 2):mask.end + 4].strip('| ')}”")
    return found


def _place(place: str, passage: Passage) -> str:
    number, _, item = place.partition(".")
    return f"第{number}段" + (f"·{passage.items[int(item) - 1].text}" if item else "")


def _columns(text: str) -> str:
    """A line with the columns of a contents page apart: a tab is nothing that a screen shows."""
    return "　".join(filter(None, text.split("\t")))


def _short(text: str, most: int = _SHOWN) -> str:
    return text if len(text) <= most else text[:most] + "……"
