"""`kb explain`: a rule of the check, the fields of a kind of entry, the words of progress, as the guide has them."""

import click

from macros import rules
from macros.model import describe, progress
from macros.model.kinds import KINDS, Kind
from macros.rules.rule import Code
from macros.text.edit_distance import nearest


@click.command()
@click.argument("code", required=False, metavar="[代码]")
def command(code: str | None) -> None:
    """说明一条检查规则：为什么、错的写法、对的写法；或者一种条目有哪些字段。

    代码是提示里方括号中的那个词；不写代码就列出全部规则。写 practices、speeches 这样的文件夹名，列出它的字段；
    写 progress，列出说明进展的词。
    """
    if code in KINDS:
        click.echo(_fields(KINDS[code]))
        return
    if code == "progress":
        click.echo(_words())
        return
    known = {rule.code: rule for rule in rules.reference()}
    if code is None:
        for rule in known.values():
            click.echo(f"{rule.code:<28}{rule.title}")
        click.echo(f"字段：kb explain {' | '.join(KINDS)}；说明进展的词：kb explain progress")
    elif code in known:
        click.echo(_told(known[code]))
    else:
        like = nearest(code, known)
        hint = f"是不是 {like}（{known[like].title}）？" if like else "运行 kb explain 看全部规则。"
        raise click.UsageError(f"没有“{code}”这条规则。{hint}")


def _told(rule: Code) -> str:
    rows = [f"{rule.code}：{rule.title}", "", rule.why, "", "这样不行：", _indented(rule.wrong), "这样可以：", _indented(rule.right)]
    if rule.exemptible:
        rows += ["", f"确有道理时可以例外，在条目里写 exempt: [{{rule: {rule.code}, why: 理由}}]"]
    return "\n".join(rows)


def _fields(kind: Kind) -> str:
    """Every field of a kind: its name, what it is called and means, what may be written."""
    rows = [f"{kind.label}（{kind.name}）的字段，缩进的写在上一级里面："]
    for field in describe.fields(kind.model):
        needed = "，必须写" if field.required else ""
        rows.append(f"{'  ' * field.depth}{field.name}（{field.label}{needed}）：{field.meaning}")
        below = "  " * field.depth + "    "
        if field.values:
            rows.append(f"{below}可写：{'、'.join(f'{value}（{label}）' for value, label in field.values.items())}")
        if field.example:
            rows.append(f"{below}例如：{field.example}")
    return "\n".join(rows)


def _words() -> str:
    """The words of each status; an exception stands behind its word."""
    rows = ["说明进展的词（progress 的 cue 里要有一个）："]
    for status, words in progress.by_status().items():
        said = "、".join(word.text + (f"（“{'”“'.join(word.besides)}”不算）" if word.besides else "") for word in words)
        rows.append(f"{f'{status.value}（{status.label}）' if status else '单独不说明进展'}：{said}")
    return "\n".join(rows)


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.splitlines())
