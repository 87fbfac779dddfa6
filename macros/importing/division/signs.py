"""What a line is by itself: furniture of a site, a greeting, a byline, a heading, a sentence. Each sign has a name for the report."""

import re

from macros.fulltext.blocks import Block
from macros.fulltext.lines import cjk_length, ends_sentence, heading_like, rank
from macros.importing.division.units import SURNAMES

# A site's own words. A sentence that has such words is a sentence: 群众扫二维码就能报名，不会用手机的打电话也行。
_FURNITURE = re.compile(
    r"加入收藏|收藏本[站页]|预计阅读|阅读(?:量|次数|全文|时长)\s*[:：]?|浏览(?:量|次数)?\s*[:：]|点击(?:下载|查看|次数|量|这里|进入|收藏)|下载(?:本文|全文|地址|次数|文档|Word)|"
    r"^(?:上|下)一(?:篇|条|页)|相关(?:阅读|推荐|文章|文档|链接|新闻)|猜你喜欢|热门(?:文章|推荐|搜索|标签)|精选图文|领取福利|责任编辑|^(?:责编|编辑|审核|校对|初审|终审|监制)\s*[:：]|"
    r"免责声明|版权(?:所有|声明|归)|未经许可|字号\s*[:：]|字体\s*[:：]|打印本页|关闭窗口|当前的?位置|您的位置|返回(?:首页|顶部|列表)|网站(?:首页|地图)|^首页\b|^首页\s*[|｜>＞]|"
    r"注册会员|开通会员|ICP备|公网安备|备案号|分享(?:到|至)|^分享$|分享 时间|^(?:点赞|收藏|举报|登录|注册|评论|转发)(?:[\s|｜/]+(?:点赞|收藏|举报|登录|注册|评论|转发|分享))*$|"
    r"^(?:发布(?:时间|日期|者)|来源|作者|供稿|文章来源|信息来源|时间|索引号)\s*[:：]|^[\w-]+\.(?:com|cn|net|org)\b|https?://|www\.|扫码关注|扫一扫(?:关注|[^，。；]{0,8}(?:打开|查看|浏览|访问|分享))|关注(?:我们|公众号)|长按.{0,6}二维码|"
    r"小编|网友投稿|^第\s*\d+\s*版\s*[:：]|主办单位\s*[:：]|技术支持\s*[:：]|^主办\s*[:：]|文章标签|^标签\s*[:：]", re.I)
# So plainly a site's that a full stop changes nothing.
_PLAIN = re.compile(r"小编|预计阅读|加入收藏|收藏本站|未经许可|ICP备|公网安备|供(?:大家|您)参考|网友投稿", re.I)
_FURNITURE_LIMIT = 80
# What stands at the foot of every page of a site, whole in one line: who runs it, its numbers, how to reach them.
_FOOT = re.compile(r"(?:主办|承办|版权所有|技术支持)|网站标识码|ICP备|公网?安备|(?:联系|举报|值班)电话|(?:地址|邮编)\s*[:：]|Copyright", re.I)
_FOOT_LIMIT, _FOOT_SIGNS = 300, 3
_STAMP = re.compile(r"^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\s|$)")
_PAGE = re.compile(r"^(?:[-—–－·~\s]*\d{1,6}[-—–－·~\s]*|第\s*\d+\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?|\d+\s*/\s*\d+|Page\s*\d+(?:\s*of\s*\d+)?)$", re.I)
# What whoever put a collection together says of a text: 编者按：…, 编后：….
_EDITOR = re.compile(r"^[（(【\[]?(?:编者按|编者的话|编前语?|编后[语记话]?|编辑手记|按语)(?:[）)】\]]\s*[：:]?|\s*[：:])\s*\S")
_TABLE = re.compile(r"^附?表\s*(?:[一二三四五六七八九十]{1,2}|\d{1,2}(?:[-—.．]\d{1,2})?)(?:[：:\s]\s*\S|$)")
_CAPTION = re.compile(r"^(?:图为|图[一二三四五六\d]+[：:\s]|图片?说明[:：]|▲|△)|[（(](?:资料图片?|资料照片|.{0,8}摄|图片由.{2,12}提供)[）)]$")
_MAIL = re.compile(r"^(?:发件人|收件人|抄送|密送|日期|发送时间|主题|From|To|Cc|Date|Sent|Subject)\s*[:：]", re.I)
_CHAIR = re.compile(r"^(?:会议)?主持人?(?:[（(][^（）()]{1,12}[）)])?\s*[:：]\s*\S")
_ATTACHED = re.compile(r"^附件\s*[:：]\s*(?:\S|$)")
_SITE = re.compile(r"^[\u3400-\u9fff]{2,12}(?:新闻网|日报|晚报|政协网|人民网|在线|频道|门户网站|网|客户端|公众号|融媒体中心|政协报)$")
# The imprint at the end of an official print: to whom it goes, who printed it and when.
_IMPRINT = re.compile(r"^(?:印发|分送|发送|主送|报送|抄送|抄报|抄发|主题词|印数)\s*[:：]\s*\S|\d\s*[日号]\s*印(?:发|制)?$|^[（(]?共印\s*\d+\s*份[）)]?[。.]?$|^[二〇○零一][〇○零一二三四五六七八九]{3}年.{2,10}日\s*印(?:发|制)?$")
# What an editor says of a text, in a line of its own: 注：……, （本文系……会议上的发言，数据截至……）.
_REMARK = re.compile(r"^(?:[（(【\[]\s*(?:(?:编者|作者)?[注按]\s*[：:]|备注\s*[：:]|附注\s*[：:]|说明\s*[：:]|(?:本|此)(?:文|稿|材料|发言)(?:系|为|是|根据|由|原|刊|发|摘)|(?:文中|以上|本文)(?:数据|数字|统计)|作者(?:系|为|单位|简介)|数据(?:截至|来源)|统计(?:截至|时间))"
                     r"[^（(]*(?:[（(][^（）()]*[）)][^（(]*)*[）)】\]][。.]?|(?:编者注|注|备注|附注)\s*[：:]\s*\S.*)$")
_REMARK_LIMIT = 300
_CONTACT = re.compile(r"^(?:联系人|联系电话|电话|传真|邮编|邮箱|地址|E-?mail)\s*[:：]", re.I)

_GREETING = re.compile(
    r"^(?:尊敬的|各位|同志们|主席|委员|大家|女士们|主持人).{0,40}[：:！!]$|^(?:同志们|各位委员|各位领导)[，,]?$|"
    r"^大家[上下]?[午好]{1,2}[。！!]$|^(?:以上(?:汇报|发言)?|汇报完毕|我的?(?:发言|汇报|介绍|交流|经验介绍)?(?:完毕|完了|到此结束|就?(?:讲|说|汇报|介绍)?到(?:这里|此))|(?:最后.)?谢谢|发言完毕)[^。]{0,20}[。！!]?$|^(?:不妥|不当)之处.{0,20}[。！!]$|^特此报告[。！]?$|^以上报告.{0,16}[。！]?$")
_ADDRESSEE = re.compile(r"^[^。；;！!？?：:]{0,38}(?:委|府|室|局|政协|人大|单位|部门|会|乡镇|街道|组|办|院|校|处|部|厅)[：:]$")
_CLOSING = re.compile(r"谢谢(?:大家|各位)|完毕|批评指正|特此报告")
_NUM = "[一二三四五六七八九十百]+"
_COUNTED = rf"(?:(?:经验|会议|大会|典型|书面|讨论|座谈)?(?:交流|发言|汇报|典型|经验|参阅|会议)?(?:材料|发言|案例|文章|做法|经验|附件)\s*(?:之?\s*(?:{_NUM}|\d{{1,3}})|[（(](?:{_NUM}|\d{{1,3}})[）)])|第\s*(?:{_NUM}|\d{{1,3}})\s*[篇例号件]|第(?:{_NUM}|\d{{1,3}})个?(?:案例|发言)|(?:案例|范文|附件)\s*(?:{_NUM}|\d{{1,3}})|[篇例](?:{_NUM}|\d{{1,3}}))"
_SERIES = re.compile(rf"^(?:[【\[（(]{_COUNTED}[】\]）)][：:、.．\s　]*|{_COUNTED}(?:[：:、.．\s　]+|$))")
# 履职发言稿 篇一, 题目（之二）, 题目（三）
_SERIES_END = re.compile(rf"(?:[\s　]+[（(]?(?:第?{_NUM}篇?|[篇之](?:{_NUM}|\d{{1,3}}))[）)]?|[（(]?[篇之](?:{_NUM}|\d{{1,3}})[）)]?)$")
_DATE = re.compile(r"^[（(【\[]?\s*(?:\d{4}|[二〇○零一][〇○零一二三四五六七八九]{3})\s*[年.\-/]\s*[\d一二三四五六七八九十元]{1,3}\s*(?:[月.\-/]\s*(?:[\d一二三四五六七八九十]{1,3}\s*[日号]?)?)?(?:[ 　，,]*[于在·•][ 　]*(?:[\u3400-\u9fff]{2,4}[·•　 ]?)?[\u3400-\u9fff]{2,10}(?<![会班坛式])(?<!发言)(?<!讲话))?\s*[）)】\]]?$")
_MEETS = re.compile("^[^，,。；;：:！？!?]{4,40}(?:会议|全会|座谈会|推进会|交流会|现场会|研讨会|观摩会|动员会|总结会|经验会|报告会|培训班|论坛)$")
_DATED = re.compile(r"^[（(]\s*(?:\d{4}|[xX×]{2,4}).{0,40}[）)]$")
_BELOW = re.compile(r"^[—－\-]{1,3}\s*\S")
_SPOKEN_AT = re.compile(r"^在.{4,40}(?:会议?|大会|论坛|班|仪式|全会)上的(?:(?:书面|交流|典型|经验|大会)*(?:发言|讲话|汇报|交流|致辞|报告|材料|介绍))$")
# The day of that, before or behind it.
_ITS_DAY = re.compile(r"^(?:(?:19|20)\d{2}年)?\d{1,2}月\d{1,2}日[，,\s]*(?=在)|[，,、；;\s]+(?:(?:19|20)\d{2}年)?\d{1,2}月(?:\d{1,2}日)?$")
_AT = re.compile(r"^(?:在|\d{4}\s*年).{0,60}(?:会|会上|会议上|班|论坛|仪式|期间)(?:的?(?:发言|讲话|汇报|交流|致辞))?$|(?:发言|讲话|致辞)$")
_SPOKEN_BY = re.compile(rf"(?:主席|秘书长|主任|书记|委员|会长|部长|县长|市长|区长|局长|院长|校长|镇长|乡长|站长|所长|组长|团长|队长|理事长|董事长|召集人)[\s　]+\S{{1,4}}(?:[\s　]\S{{1,2}})?$|^[{SURNAMES}xX×][　 ]{{1,3}}[\u3400-\u9fff某xX×]{{1,2}}$|^(?:发言人|作者|汇报人|主讲人|执笔)\s*[:：]")
# Signs before a title that only draw the eye; a ring or a square may hide a word.
_ORNAMENT = re.compile(r"^[★☆◆◇■▲※▶►☞❖]+[ 　]*")
_PART = re.compile(rf"^第(?:{_NUM}|\d{{1,2}})(?:部分|编|辑|单元|板块)(?:[ 　：:、].*)?$|^[\u3400-\u9fff]{{2,8}}(?:[^一二三四五六七八九十百本各每前后上下全]篇|板块|专题|单元)$")
_MASTHEAD = re.compile(r"[〔\[【（(]\d{4}[〕\]】）)]\s*\d+\s*号$|^第\s*\d+\s*期|^总第|^(?:签发人|密级|紧急程度)[:：]|^(?:内部资料|注意保存|[\u3400-\u9fff]{0,12}(?:简报|信息|动态|参阅|文件))$")
_COLLECTION = re.compile(r"(?:汇编|选编|汇总|摘登|摘编|材料|案例集|案例选|发言稿|选登|专辑|集锦|专刊|会刊|文集|经验集|\d+篇|[（(].{1,6}篇[）)])$")
_PERSON = re.compile(rf"^[{SURNAMES}][\u3400-\u9fff·某xX×]{{1,3}}$|^[{SURNAMES}xX×][　 ]{{1,3}}[\u3400-\u9fff某xX×]{{1,2}}$|(?:主席|秘书长|主任|书记|委员|会长|部长|县长|市长|镇长|乡长|站长|所长|组长|团长|队长|理事长|董事长|召集人)[\s　]+\S{{1,4}}(?:\s\S)?$|^(?:发言人|作者|汇报人|主讲人|执笔)\s*[:：]")
_KIND = re.compile(r"^(?:工作)?(?:报告|总结|要点|计划|意见|方案|通知|决议|规则|办法)(?:[（(].{1,12}[）)])?$")
_ORDINAL = re.compile(rf"^第{_NUM}[，,、：:]\s*\S")
_STOPPED = re.compile(r"[。；;!！?？][”’\"'」』）)》]*.")
_HALF_TITLE = 60


def furniture(block: Block) -> str | None:
    """Why a line is no part of any text: 网页文字, 页码, 图片说明, 表题, 信头, 编者的话; None where it may be."""
    text = block.text
    if block.row or block.note:
        return None
    if page_number(text):
        return "页码"
    if imprint(text):
        return IMPRINT
    if remark(text):
        return NOTE
    if _EDITOR.match(text):
        return "编者的话"
    if _CHAIR.match(text):
        return "主持人的话"
    if len(text) <= _FOOT_LIMIT and not re.search("[，。；]", text) and len({found.lower() for found in _FOOT.findall(text)}) >= _FOOT_SIGNS:
        return "网页文字"
    if len(text) > _FURNITURE_LIMIT or (ends_sentence(text) and not _PLAIN.search(text)):
        return "图片说明" if _CAPTION.search(text) and len(text) < _FURNITURE_LIMIT else None
    if _MAIL.match(text):
        return "信头"
    if _CAPTION.search(text):
        return "图片说明"
    if _TABLE.match(text):
        return "表题"
    return "网页文字" if _FURNITURE.search(text) or _STAMP.match(text) else None


IMPRINT, NOTE = "印发、版记", "注释"


def imprint(text: str) -> bool:
    """印发：…, 县政协办公室　2025年3月4日印: the imprint at the end of a print."""
    return len(text) <= _FURNITURE_LIMIT and _IMPRINT.search(text) is not None


def remark(text: str) -> bool:
    """（注：本文系在……会议上的交流发言）: what is said of the text, in brackets or after 注："""
    return len(text) <= _REMARK_LIMIT and _REMARK.match(text) is not None


def cells(text: str) -> list[str]:
    """The cells of a table's row that hold anything, each once after another."""
    found = [" ".join(cell.split()) for cell in text.strip("|").split("|")]
    return [cell for i, cell in enumerate(found) if cell and (i == 0 or cell != found[i - 1])]


def label(text: str) -> bool:
    """What a cell of a cover's table says of the next one: 编印单位, 会议名称."""
    return re.fullmatch("(?:会议|材料|书|汇编)?名称|题名|书名|(?:编印|编辑|主办|承办|印发|印制|编制)?(?:单位|部门|时间|日期|地点|人)|密级|份数", text) is not None


def contact(text: str) -> bool:
    return _CONTACT.match(text) is not None


def page_number(text: str) -> bool:
    return len(text) <= _FURNITURE_LIMIT and _PAGE.match(text) is not None


def attached(text: str) -> bool:
    """附件：1.…: the list of what is sent along begins."""
    return len(text) <= _FURNITURE_LIMIT and _ATTACHED.match(text) is not None


def closed(text: str) -> str:
    """A line of single characters with blanks between them (渡 口 议 事, 工　作　报　告), without the blanks."""
    parts = text.split() if (len(text) <= _HALF_TITLE * 2 and " " in text) or "　" in text[:_HALF_TITLE] else []
    return "".join(parts) if len(parts) > 3 and all(len(part) == 1 for part in parts) else text


def site(text: str) -> bool:
    """A site's or newspaper's name alone in a line."""
    return _SITE.match(text) is not None


def greeting(text: str) -> bool:
    return len(text) <= 60 and _GREETING.match(text) is not None


def addressee(text: str) -> bool:
    """县委、县政府：, the first line of a report or letter: whom it is for."""
    return len(text) <= 40 and _ADDRESSEE.match(text) is not None


def closing(text: str) -> bool:
    """Words that end a speech: 谢谢大家！ 汇报完毕。"""
    return len(text) <= 60 and _GREETING.match(text) is not None and _CLOSING.search(text) is not None


def series(text: str) -> str | None:
    """What a line says by itself that it is the first, second … of several, as a kind (案例#, 交流材料之#); None for others."""
    if len(text) > _HALF_TITLE * 2:
        return None
    found = _SERIES.match(text) or _SERIES_END.search(text)
    return re.sub(rf"{_NUM}|\d+|[\s　：:、.．]+", "#", found.group()) if found and not ends_sentence(text) else None


def unserial(text: str) -> str:
    """A title without the 案例一： before it; "" where the line is nothing else."""
    if len(text) > _HALF_TITLE * 2:
        return text
    text = _ORNAMENT.sub("", text)
    found = _SERIES.match(text)
    return text[found.end():].strip() if found else text


def part(text: str) -> bool:
    """党建引领篇, 第二部分　协商民主: the name of a part of a collection, above the titles of its speeches."""
    return len(text) <= 24 and _PART.match(text) is not None


def date(text: str) -> bool:
    return len(text) <= _HALF_TITLE and (_DATE.match(text) is not None or _DATED.match(text) is not None)


def below_title(text: str) -> bool:
    """——在……会议上的发言, with strokes or without, in brackets and with its day or without."""
    if len(text) > 80:
        return False
    bare = _ITS_DAY.sub("", text.strip("（）()【】[] 　"))
    return (_BELOW.match(text) is not None or spoken_at(bare)) and not ends_sentence(text)


def subtitle(text: str) -> bool:
    """——云溪县柳溪镇协商实践: goes on with the title above it; no occasion and no date."""
    bare = text.lstrip("—－- 　")
    return _BELOW.match(text) is not None and text[:1] in "—－" and below_title(text) and cjk_length(bare) >= 4 \
        and not spoken_at(bare) and not _AT.search(bare) and not date(bare) and not person(bare)


def byline(text: str) -> bool:
    """Who speaks, with his office or a blank in his name, or where and when: under a title, never a heading."""
    return date(text) or below_title(text) or (len(text) <= 40 and _SPOKEN_BY.search(text) is not None and not ends_sentence(text))


def meeting(text: str) -> bool:
    """The name of a meeting and nothing else: 全省“书香政协”建设经验交流会."""
    return len(text) <= _HALF_TITLE and _MEETS.match(text) is not None and rank(text) == 0 and not re.match("在|于|召开|举办|组织|开好", text)


def spoken_at(text: str) -> bool:
    """在……会议上的发言: stands below a title, or is all the title that there is."""
    return len(text) <= _HALF_TITLE and _SPOKEN_AT.match(text) is not None


def masthead(text: str) -> bool:
    return len(text) <= 40 and _MASTHEAD.search(text) is not None


def collection(text: str) -> bool:
    """A name that a collection has rather than one speech."""
    return _COLLECTION.search(text) is not None


def person(text: str) -> bool:
    return len(text) <= 40 and _PERSON.search(text) is not None and not ends_sentence(text)


def kind_only(text: str) -> bool:
    """工作报告: the last line of a title that is broken over several."""
    return _KIND.match(text) is not None


def numbered(text: str) -> int:
    """The rank of a numbered line (see `lines.rank`); 3 also for 第一，…."""
    return rank(text) or (3 if _ORDINAL.match(text) else 0)


def heading_form(text: str) -> bool:
    """Whether a numbered line has the form of a heading: one clause, and for 第一，… and 1. … no stop at its end."""
    return heading_like(text) and not (ends_sentence(text) and (rank(text) > 4 or not rank(text)))


def short(block: Block) -> bool:
    """A line that is no sentence, by its looks: it may be a title, a byline or a heading."""
    text = block.text
    if block.row or block.note or len(text) > _HALF_TITLE or greeting(text):
        return False
    if block.level:
        return True
    if _STOPPED.search(text) or text[-1] in "，,、：:；;。…":
        return False
    if text[-1] in "！!？?":
        return cjk_length(text) <= 24
    return not (len(text) > 36 and len(re.findall("[，,]", text)) > 1)
