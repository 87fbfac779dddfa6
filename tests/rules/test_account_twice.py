from tests.small_tree import Tree

BIAN_ZU = "practices/wei-yuan-bian-zu.yml"


def test_one_speech_in_two_accounts_is_told(tree: Tree) -> None:
    tree.replace(BIAN_ZU, "  - speech: yi-xian", "  - speech: jia-shi")
    assert tree.told() == [
        "data/practices/wei-yuan-bian-zu.yml:15:13 错误[account-twice] 发言“jia-shi”写了两次 | 合成一项：出处都写进这一项的出处（at），每条要点再各写自己的出处（at）",
        "data/speeches/jia-shi.yml:9:36 提醒[untold-paragraph] 第1段写了没有做法的原因，却有做法引用它 | 删去没有做法的原因（no_practice）",
        "data/speeches/yi-xian.yml:9:9 提醒[untold-paragraph] 第1段没有做法引用，也没有说明原因 | 补上做法；确实没有就写 no_practice: 原因",
        "data/speeches/yi-xian.yml:10:9 提醒[untold-paragraph] 第2段没有做法引用，也没有说明原因 | 补上做法；确实没有就写 no_practice: 原因",
    ]
