"""What a web page or a printed document puts around a speech and is no part of it."""

import re

from macros.fulltext.lines import Line, cjk_length, ends_sentence

# Words of a site's own furniture. A line counts as furniture only when it is short as well.
_FURNITURE = re.compile(
    r"(?:加入|添加)?收藏(?:本站|夹)|加入收藏|扫码|扫一扫|二维码|预计阅读|阅读(?:量|次数|全文|时长)|浏览(?:量|次数|[:：])|"
    r"点击(?:下载|查看|次数|量|这里|进入|收藏)|下载(?:本文|全文|地址|次数|文档|Word|word)|上一篇|下一篇|"
    r"相关(?:阅读|推荐|文章|文档|链接|新闻)|猜你喜欢|热门(?:文章|推荐|搜索)|精选图文|领取福利|"
    r"责任编辑|责编[:：]|编辑[:：]|免责声明|版权(?:所有|声明|归)|字号|字体[:：]|打印本页|关闭窗口|当前位置|返回(?:首页|顶部|列表)|"
    r"网站(?:首页|地图)|^首页|登录|注册会员|ICP备|公网安备|备案号|分享(?:到|至)|^分享$|分享 时间|举报|点赞|发布(?:时间|日期|者)|"
    r"^(?:来源|作者|供稿|时间|日期|文章来源|信息来源)[:：]|^[\w-]+\.(?:com|cn|net|org)\b|https?://|www\.",
    re.I,
)
_FURNITURE_LIMIT = 70
_PAGE_NUMBER = re.compile(r"^(?:[-—–－·\s]*+\d{1,6}[-—–－·\s]*+|第\s*\d+\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?|\d+\s*/\s*\d+)$")

# The head of an official document above its title, and what stands between a title and its text.
_MASTHEAD = re.compile(r"(?:文件|材料之?[一二三四五六七八九十\d]*|简报|会议(?:交流|发言)?材料)$|[〔\[【]\d{4}[〕\]】]\s*\d+\s*号|^第\s*\d+\s*期|^(?:签发人|密级|紧急程度)")
_BYLINE = re.compile(
    r"^[（(].*[）)]$|^——|^—|^(?:单位|发言人|发言单位|报送单位|作者|时间|日期)[:：]|^[\d〇○零一二三四五六七八九十]{4}\s*年.{1,12}日?$|"
    r"(?:政协|委员会|专委会|党组|办公室|财经委)$|(?:主席|秘书长|主任|书记|委员)[\s　]+\S{1,4}(?:\s\S)?$"
)
_GREETING = re.compile(r"^(?:尊敬的|各位|同志们|主席).{0,40}[：:！!]$|^同志们[，,]?$|^(?:以上汇报|汇报完毕|我的(?:发言|汇报)完毕|谢谢)[^。]{0,20}[。！!]?$")


def is_chrome(text: str) -> bool:
    """A web site's own words or a page number, wherever it stands."""
    return len(text) <= _FURNITURE_LIMIT and bool(_PAGE_NUMBER.match(text) or _FURNITURE.search(text))


def is_masthead(text: str) -> bool:
    """The line above a title of an official document: its kind, its number."""
    return bool(_MASTHEAD.search(text)) or is_byline(text)


def is_byline(text: str) -> bool:
    """Who spoke, when and where: the lines under a title."""
    return len(text) <= 60 and not ends_sentence(text) and bool(_BYLINE.search(text))


def is_greeting(text: str) -> bool:
    """各位领导、同志们： and 谢谢大家！: said, but no paragraph."""
    return bool(_GREETING.match(text))


def without_chrome(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines that may belong to the text, and those that are furniture."""
    kept: list[Line] = []
    dropped: list[Line] = []
    for line in lines:
        (dropped if not line.row and is_chrome(line.text) else kept).append(line)
    return tuple(kept), tuple(dropped)


def tail_start(lines: tuple[Line, ...]) -> int:
    """Where the last sentence of a speech is over: what follows is a signature or a site's footer."""
    end = len(lines)
    while end and not lines[end - 1].row and not ends_sentence(lines[end - 1].text):
        end -= 1
    # A text without any sentence is left as it is: there is nothing to tell a footer from.
    return end if any(cjk_length(line.text) >= 10 for line in lines[:end]) else len(lines)
