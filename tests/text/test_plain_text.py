"""What of a page is searched: what a reader sees of it, and nothing else."""

import pytest

from macros.text.plain_text import plain_text


@pytest.mark.parametrize(("html", "text"), [
    ("<p>甲</p>\n<p>乙  丙</p>", "甲 乙 丙"),
    ("<p>a &lt;b&gt; &amp; &#20013;</p>", "a <b> & 中"),
    ("<p>前</p><script>var 看不见 = 1;</script><style>p { 看不见 }</style><p>后</p>", "前 后"),
    ("<nav>目录</nav><form>检索</form><button>复制</button><noscript>要脚本</noscript>正文", "正文"),
    # One inside another, and an end without a beginning.
    ("<nav><button>x</button>还是目录</nav>正文", "正文"),
    ("</nav>正文", "正文"),
    ("<!-- 说明 -->正文", "正文"),
    ("", ""),
])
def test_only_what_is_seen_is_text(html: str, text: str) -> None:
    assert plain_text(html) == text
