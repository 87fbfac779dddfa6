"""`kb explain`: a rule of the check, as the guide has it."""

import click

from macros import rules
from macros.rules.rule import Code
from macros.text.edit_distance import nearest


@click.command()
@click.argument("code", required=False, metavar="[代码]")
def command(code: str | None) -> None:
    """说明一条检查规则：为什么、错的写法、对的写法。

    代码是提示里方括号中的那个词；不写代码就列出全部规则。
    """
    known = {rule.code: rule for rule in rules.reference()}
    if code is None:
        for rule in known.values():
            click.echo(f"{rule.code:<28}{rule.title}")
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


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.splitlines())
