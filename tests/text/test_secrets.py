"""What opens something is found and never repeated; what is masked, or only spoken of, is not."""

import pytest

from macros.text.secrets import secrets


@pytest.mark.parametrize(("text", "found"), [
    ("见 https://wang:Ab12@kb.cn/a。", "https://****@kb.cn"), ("ftp://u:p!q@10.0.0.1", "ftp://****@10.0.0.1"), ("[甲](https://u:p@x.cn)", "https://****@x.cn"),
    ("用 ghp_0123456789abcdefABCD", "ghp_****"), ("sk-proj-0123456789abcdef", "sk-p****"), ("AKIA0123456789ABCDEF", "AKIA****"),
    ("LTAI5tAbCdEfGhIjKl", "LTAI****"), ("-----BEGIN RSA PRIVATE KEY-----", "----****"), ("?token=abc123", "a****"), ("密码：Ab12!@34", "A****"),
    ("口令是 abc123", "a****"), ("**密码**：`abc123`", "a****"), ("密码：<b>abc123</b>", "a****"), ("password = 'hunter22'", "h****"), ("API_KEY: 0a1b2c3d", "0****"),
    ("token=ghp_0123456789abcdefABCD", "ghp_****"),
])
def test_what_opens_something(text: str, found: str) -> None:
    (one,) = secrets(text)
    assert one.masked == found
    assert text[one.offset:].startswith(one.words)


@pytest.mark.parametrize("text", [
    "https://用户:******@kb.cn", "https://kb.cn:8000/a@b", "见 https://a.cn/：b@c", "密码：******", "密码：由管理员告诉你", "口令另发", "token=abc", "密码：xxxxxx",
    "task-force-0123456789abcdef", "sk-only-words-without-numbers", "<input type=password>", "密码是 6 位", "ghp_short",
])
def test_what_is_masked_or_only_spoken_of(text: str) -> None:
    assert list(secrets(text)) == []
