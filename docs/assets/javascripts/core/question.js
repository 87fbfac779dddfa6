// A question as pairs of neighbouring characters, which stand for words: where each is, how rare it is,
// and how much of the question a choice of them covers. Choices are masks, a bit a pair.
(function (kb) {
  "use strict";

  // Characters that are no matter, unless a pair with them is known.
  const LIGHT = "想跟几怎吧啊是在把被让给和与及或也都就去到做搞要会能有对从里上下着过来比更很太不再又将用";
  // And those that are none even in a pair that is known.
  const JOINING = /[与和跟及或在把被让给是也都就多]/;
  // Words that any question of an office may have: little of its matter.
  const GENERIC = [
    "流程", "管理", "规定", "要求", "标准", "政府", "报告", "次数", "时间", "地点", "人员", "情况", "申请", "审批", "办理", "材料", "通知", "使用", "几天", "整改", "工作", "制度", "方案",
    "费用", "经费", "条件", "范围", "内容", "名单", "登记", "表格", "格式", "问题", "领导", "单位", "部门", "办公", "机关", "全省", "全市", "全县", "今年", "去年", "明年", "年度", "上级", "下级", "公司", "企业", "会议", "安排",
  ];
  const LITTLE = 0.2;
  // Pairs that stand in any sentence: two of them in common are chance.
  const EVERYDAY = new Set("没人 没有 没回 没个 不到 不了 不上 不下 不好 不够 不起 不来 不出 不见 不着 不动 谁来 谁去 一个 一下 一次 一样 一直 人员 有人 有个 有时 找人 给人 个人 别人 人家 时候 东西 事情 出来 起来 下来 上来 回来 过来 出去 上去 下去 回去 怎样 这样 那样 知道 看看 说说 多少 好多 很多 太多 一点 有点 今天 明天 昨天 每天 天天".split(" "));
  const MOST = 31;
  const COMMON = 1000;

  function Question(words, index) {
    this.pairs = [];
    // Those of them that say something, as a mask.
    this.telling = 0;
    this.chars = [];
    this.texts = [];
    this.shares = new Map();
    this.weights = new Map();
    kb.wording.stretches(words).forEach((part) => {
      this.texts.push({ text: part, at: this.chars.length });
      for (let i = 0; i < part.length; i++) {
        const last = i + 1 === part.length;
        if (!last && this.pairs.length < MOST) this.addPair(part[i] + part[i + 1], this.chars.length, index);
        this.chars.push(LIGHT.indexOf(part[i]) < 0 ? 1 : 0.15);
      }
      this.lighten(part, this.chars.length - part.length);
    });
    const folded = this.texts.map((each) => each.text).join("");
    this.singles = Array.from(new Set(folded)).filter((char) => /[\u3400-\u9fff]/.test(char) && LIGHT.indexOf(char) < 0);
    // How many characters with a matter there are.
    this.heavy = new Set(folded.replace(new RegExp("[" + LIGHT + "]", "g"), "")).size;
    this.all = this.chars.reduce((sum, weight) => sum + weight, 0);
  }

  Question.prototype = {
    addPair(pair, at, index) {
      const names = index.names.byPair().get(pair) || [];
      const lines = index.lines.of(pair) || [];
      const rarity = Math.log(1 + index.records.length / (1 + names.length + lines.length)) * (JOINING.test(pair) ? 0.25 : 1);
      const light = LIGHT.indexOf(pair[0]) >= 0 || LIGHT.indexOf(pair[1]) >= 0;
      if (!EVERYDAY.has(pair)) this.telling |= 1 << this.pairs.length;
      this.pairs.push({ text: pair, at, names, lines, rarity, light, known: names.length + lines.length > 0 });
    },

    lighten(part, from) {
      GENERIC.forEach((word) => {
        for (let at = part.indexOf(word); at >= 0; at = part.indexOf(word, at + 1)) {
          for (let i = 0; i < word.length; i++) this.chars[from + at + i] = Math.min(this.chars[from + at + i], LITTLE);
        }
      });
    },

    // The pairs that very many names have, as a mask; none where there are no others.
    common() {
      let mask = 0;
      this.pairs.forEach((pair, i) => { if (pair.names.length > COMMON) mask |= 1 << i; });
      return this.pairs.some((pair, i) => pair.names.length && !(mask & (1 << i))) ? mask : 0;
    },

    // The share of the question, by weight of characters, that the pairs in `mask` cover.
    covered(mask) {
      return remembered(this.shares, mask, () => {
        let sum = 0;
        this.met(mask).forEach((at) => { sum += this.chars[at]; });
        return sum / this.all;
      });
    },

    // The places of the characters that the pairs in `mask` cover.
    met(mask) {
      const places = new Set();
      this.pairs.forEach((pair, i) => { if (mask & (1 << i)) places.add(pair.at).add(pair.at + 1); });
      return places;
    },

    // The rarity of the pairs in `mask`; neighbours that were found together tell more.
    weight(mask) {
      return remembered(this.weights, mask, () => this.pairs.reduce((sum, pair, i) => {
        if (!(mask & (1 << i))) return sum;
        const beside = i > 0 && mask & (1 << (i - 1)) && this.pairs[i - 1].at === pair.at - 1;
        return sum + pair.rarity * (beside ? 1.3 : 1);
      }, 0));
    },
  };

  // Few masks occur, each for many records.
  function remembered(known, mask, work) {
    let value = known.get(mask);
    if (value === undefined) known.set(mask, value = work());
    return value;
  }

  Question.bits = function (mask) {
    let count = 0;
    for (let rest = mask; rest; rest &= rest - 1) count += 1;
    return count;
  };

  // How many characters of a text are more than what any question of an office may have.
  Question.matter = (text) => GENERIC.reduce((left, word) => left.split(word).join(""), text).length;

  kb.Question = Question;
})(window.kb);
