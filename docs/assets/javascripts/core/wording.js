// What readers put around the matter of a question: words that carry it, and the wrapping of an office.
(function (kb) {
  "use strict";

  // Words that carry a question but not its matter: it is cut where they stand.
  const STOP_WORDS = [
    "怎么办", "怎么样", "怎么", "怎样", "如何", "哪些", "哪里", "哪个", "哪家", "哪几", "哪一", "哪几家", "哪几个", "多久", "几次", "解决", "方式", "有没有", "是不是", "能不能", "可不可以", "可以",
    "为什么", "什么", "多少", "几家", "几个", "请问", "遇到", "的问题", "想要", "希望", "需要", "应该", "应当", "办法", "做法", "经验", "有关", "关于", "相关",
    "方面", "以及", "或者", "还是", "还有", "除了", "我们", "他们", "大家", "各家", "各地", "别人", "人家", "单位", "这里", "那里", "经常", "老是", "总是", "这个", "那个", "这些", "那些",
    "相近", "类似", "相似", "差不多", "现在", "一共", "平时", "的话", "一个", "一些", "谁", "的", "吗", "呢", "了",
  ];
  // Said before and after a name when somebody asks a colleague for a paper on it.
  const BEFORE = [
    "请帮忙", "请问", "我想问", "想问", "请教", "咨询", "请", "做好", "抓好", "管好", "当好", "用好", "加强", "推进", "麻烦", "帮我", "帮忙", "给我", "替我", "我们", "我", "领导让", "领导要", "想要", "想", "要", "准备", "打算", "需要", "求", "跪求", "急求", "找一下", "找一找", "找个", "找", "查一下", "查", "看看", "看一下", "看",
    "了解一下", "了解", "学习一下", "参考一下", "参考", "借鉴", "搜一下", "搜", "发一份", "来个", "来一份", "写个", "写一份", "写", "起草", "办一个", "办个", "办好", "办", "搞一个", "搞个", "搞好", "搞", "弄一个", "弄个", "弄", "做一个", "做个", "做",
    "建一个", "建个", "建设", "开展", "推行", "设立", "成立", "一下", "一个", "一份", "一些", "几个", "个", "份", "关于", "有关", "有没有", "有无", "哪里有", "哪家有", "谁家有", "谁有", "哪些地方有", "别人的", "人家的", "别家的", "外地的", "怎么", "怎样", "如何", "的",
  ];
  const AFTER = [
    "怎么办", "怎么弄", "怎么搞", "怎么做", "怎么建", "怎么写", "怎么开展", "怎么样", "如何做", "如何搞", "如何开展", "是什么", "是啥", "什么意思", "有哪些", "材料", "资料", "模板", "模版", "范本", "范文", "样本", "方案", "实施方案", "案例", "例子", "经验", "经验做法",
    "做法", "办法", "讲话稿", "发言稿", "汇报", "总结", "制度", "文件", "通知", "流程", "情况", "介绍", "有没有", "有吗", "谁有", "哪里有", "在哪里", "可以参考", "供参考", "参考", "借鉴", "一下", "呢", "吗", "啊", "吧", "的",
  ];
  const LEAST = 2;

  const sorted = (words) => Array.from(new Set(words.map(kb.fold))).sort((a, b) => b.length - a.length);
  /** @type {{stops: RegExp, before: string[], after: string[]} | null} */
  let tables = null;

  // Worked out when first asked for: folding needs the table of the index.
  function known() {
    tables = tables || { stops: new RegExp(sorted(STOP_WORDS).join("|"), "g"), before: sorted(BEFORE), after: sorted(AFTER) };
    return tables;
  }

  // The stretches of folded words that are left between stop words.
  function stretches(words) {
    return words.map((word) => word.replace(known().stops, " ")).join(" ").split(" ").filter(Boolean);
  }

  // Folded words without what stands around them; words of which nothing would be left go, unless all would.
  function unwrapped(words) {
    const left = words.map(bare).filter((word) => word.length >= LEAST);
    return left.length ? left : words;
  }

  function bare(word) {
    const { before, after } = known();
    const first = before.find((each) => word.startsWith(each));
    if (first) return bare(word.slice(first.length));
    const last = after.find((each) => word.endsWith(each));
    return last ? bare(word.slice(0, -last.length)) : word;
  }

  kb.wording = { stretches, unwrapped, bare };
})(window.kb);
