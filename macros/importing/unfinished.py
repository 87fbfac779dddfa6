"""What is still tried out, or is yet to be launched, whatever has been done on the way: 正在三个乡镇试用, 预计7月份正式上线, 已完成第一轮测试."""

import re
from collections.abc import Iterable

from macros.model.progress import read
from macros.model.vocabulary import Status

_LAUNCHED = "上线|启用|投用|投入(?:使用|运行|运营)|开通|开放|开业|开馆|开张|揭牌|面世"
# By what a trial is told, where it is said to go on.
_TRIED = "试用(?!期)|试点|试行(?!办法|条例|方案|意见|细则|稿|））)|试办|试运行|试开放|内测|公测|测试|调试|试验|试种"
_NOW = "正在|正(?=[在由请于])|目前(?!已)|现在(?!已)|眼下|还在|仍在|尚在|尚处|仍处|还处|处于|只在|仅在|先在"
_TRIAL = re.compile(f"(?:{_NOW})[^，。；！？]{{0,20}}?(?P<word>{_TRIED})(?!后|已|了|结束|完成|完毕|成功|合格|的[\u3400-\u9fff]{{2}}已)")
_EXPECTED = re.compile(f"(?P<word>预计|有望|计划|打算|力争|争取|(?<![模虚比草])拟|(?<!即)将(?=在|于))[^，。；！？]{{0,12}}?(?:{_LAUNCHED})|(?:尚未|还没有?|还未|(?<!从)未)(?:正式|全面)?(?:{_LAUNCHED})")
# It is there after all; or what is yet to come is more of it, or another thing.
_THERE = re.compile(f"(?:已经?|已于[^，。；]{{0,12}}?|[月日年初底]|顺利|(?<![拟未将等待])(?:正式|全面))(?:正式|全面|全部|顺利|建成并?)*(?:{_LAUNCHED})(?!后|前)")
_MORE = re.compile("其余|其它|其他|还有|剩余|余下|另外?|再[增建设开]|二期|三期|第[二三四五]|新版|升级|改版|扩建|延伸|增设|新增|全部|全覆盖|小程序版|分[站点馆部]")
# What is done is one step on the way: 已完成选址, 已完成第一轮测试.
_STEP = re.compile("(?:已经?|都已|均已|基本|全部)?完成了?(?:[^，。；！？]{0,8}?第?[一二三首1-3]期?(?:轮|步|稿|阶段)|[^，。；！？]{0,6}?(?:选址|设计|招标|采购|立项|初稿|草案|方案|论证|勘察|前期|测试|调试|内测|开发|筹备|装修|起草|摸底|报批|选点)(?![\u3400-\u9fff]{0,4}\\d))")


def step(statement: str, start: int, end: int) -> bool:
    """Whether the words at these characters tell of a step on the way, and not of the thing itself: 已完成第一轮测试."""
    return any(m.start() < end and start < m.end() for m in _STEP.finditer(statement))


def status(statements: Iterable[str]) -> tuple[Status, str] | None:
    """How far something got that is still tried out or whose launch is expected, with the word of a statement that says so (不明 and ""
    where no listed word does: 尚未启用); None where nothing says so, or where it is said to be there."""
    told = list(statements)
    if any(_THERE.search(_EXPECTED.sub("", one)) for one in told):
        return None
    trials = [(one, m) for one in told for m in _TRIAL.finditer(one)]
    launches = [(one, m) for one in told for m in _EXPECTED.finditer(one) if not _MORE.search(one[:m.end()].rpartition("，")[2])]
    words = [m["word"] for _, m in trials if read(m["word"]).status is Status.PILOT]
    words += ["正在" for one, m in trials if one.startswith("正在", m.start())]
    words += ["正在" for one, _ in launches if "正在" in one]
    words += [m["word"] for _, m in launches if m["word"] and read(m["word"]).status is Status.PLANNED]
    found = next(iter(words), "")
    return (read(found).status or Status.UNCLEAR, found) if trials or launches else None
