"""Queries that no library of such practices answers: everyday things of other people, and nonsense."""

from functools import partial

from queries import Plan, Query

GIBBERISH = (
    "asdfgh", "qwzxv", "zzzzzz", "xkqjv", "lorem ipsum", "3.14159", "0xdeadbeef", "饕餮盛宴", "魑魅魍魉", "龘靐齉", "ⅷ★☆", "買機票去巴黎", "<script>", "🙂🙂",
    "银河系漫游指南", "鳄鱼眼泪", "rgb(1,2,3)", "jkjkjkjk", "ñandú", "〤〥〦",
)
OFF_TOPIC = (
    "天气预报怎么样", "红烧肉的做法", "明天股票会涨吗", "手机没电了", "空调不制冷", "打印机卡纸", "感冒吃什么药", "公积金怎么提取", "驾照换证", "身份证丢了怎么补办",
    "哪里有好吃的火锅", "周末去哪里爬山", "小狗不吃饭", "孩子发烧", "高铁几点发车", "快递到哪里了", "电脑蓝屏", "密码忘了", "微信加不上好友", "怎样减肥",
    "世界杯谁赢了", "手机号码归属地", "房价还会跌吗", "信用卡逾期", "离婚财产怎么分", "租房合同违约金", "婚礼司仪", "英语四级成绩", "考研分数线", "钢琴考级",
    "蛋糕店加盟", "电动车上牌", "轮胎漏气", "汽车保险", "洗衣机漏水", "瓷砖颜色", "窗帘尺寸", "护肤品推荐", "牙疼", "近视眼手术",
    "猫粮", "钓鱼竿", "围棋定式", "唐诗三百首", "三国演义主角", "黄金价格", "美元汇率", "彩票开奖", "电影票", "演唱会门票",
)


def classes() -> list[Plan]:
    """Both kinds; for a class within no hits every answer counts against an engine."""
    return [Plan(key, label, 0, partial(map, _unanswered, texts))
            for key, label, texts in (("offtopic", "不相干的话", OFF_TOPIC), ("gibberish", "乱写", GIBBERISH))]


def _unanswered(text: str) -> Query:
    return Query(text, frozenset())
