// Queries that only name facets: 主题:基层协商, 第7篇的平台载体, 滦州市政协的考核激励. They are answered
// exactly, as the facets themselves would.
(function (kb) {
  "use strict";

  const PREFIX = { 主题: "topic", 专题: "topic", 类型: "form", 形式: "form", 进展: "progress", 状态: "progress", 层级: "level", 单位: "org", 问题: "problem" };
  const PREFIXES = new RegExp("(" + Object.keys(PREFIX).join("|") + ")\\s*[:：]", "g");
  // What readers say for a value besides its label; longer ones are looked for first.
  const SAID = [
    ["progress", "done", ["已经实施", "已经做成", "已经做", "已经设置", "已经完成"]],
    ["progress", "under-way", ["正在推进", "正在进行", "正在做"]],
    ["progress", "pilot", ["还在试点", "正在试点", "先行先试", "正在探索", "还在探索"]],
    ["progress", "planned", ["打算做", "谋划", "还没做", "还没有做"]],
    ["figures", "redacted", ["数字被隐去", "数字被原文隐去", "原文隐去数字", "数字被遮盖", "隐去数字", "遮盖数字", "数字隐去"]],
    ["figures", "none", ["没有写数字", "没写数字"]],
    ["bodies", "several", ["几家都讲到", "几家都讲", "几家都有", "多家都讲", "不止一家"]],
    ["bodies", "one", ["只有一家讲到", "只有一家讲", "只有一家"]],
  ];
  const ASKED = /做法|有哪些|哪些|有什么|所有|全部/;
  const FILLERS = /做法|方面|专题|主题|有哪些|有什么|哪些|都有|属于|处于|阶段|还只是|还是|只是|还在|全部|所有|列出|里面|当中|讲到|讲了|说到|说了|提到|讲|原文|一类|类|里|下|中|的|了|和|与|在|是/g;

  // {facet: [values]} when `query` says nothing but facets (several of them, one by its prefix or by
  // the number of the speech, or one with 做法 or 哪些); otherwise null.
  function intent(query, index) {
    if (!index.facets) return null;
    const filters = {};
    const prefixed = (query.match(PREFIXES) || []).map((prefix) => PREFIX[prefix.replace(/\s*[:：]/, "")]);
    let rest = kb.fold.words(query.replace(PREFIXES, " ")).join(" ");
    labels(index).forEach((label) => {
      if (rest.indexOf(label.text) < 0 || (prefixed.length && prefixed.concat("speech").indexOf(label.facet) < 0)) return;
      rest = rest.split(label.text).join(" ");
      filters[label.facet] = (filters[label.facet] || []).concat(label.values);
    });
    const named = Object.keys(filters);
    if (!named.length || rest.replace(FILLERS, "").trim()) return null;
    return prefixed.length || named.length > 1 || named[0] === "speech" || ASKED.test(query) ? filters : null;
  }

  // Every value's folded label, the longer ones first.
  function labels(index) {
    if (!index.labels) {
      const byText = new Map();
      const add = (facet, text, value) => {
        const key = facet + " " + kb.fold(text);
        const label = byText.get(key) || { facet, text: kb.fold(text), values: [] };
        label.values.push(value);
        byText.set(key, label);
      };
      ["topic", "form", "progress", "level"].forEach((facet) =>
        index.facets[facet].forEach((value) => add(facet, value[1], value[0])));
      SAID.forEach(([facet, value, texts]) => texts.forEach((text) => add(facet, text, value)));
      index.list("speeches").forEach((speech, i) => add("speech", "第" + index.facets.speeches_of[i][1] + "篇", speech.id));
      index.list("organizations").forEach((organization) => {
        [organization.title].concat(organization.names).forEach((name) => {
          add("org", name, organization.id);
          if (/政协$/.test(name)) add("org", name.replace(/政协$/, ""), organization.id);
          // 邯郸市复兴区政协 is 复兴区 to its neighbours.
          const place = /^.+?市(.+[区县市])政协$/.exec(name);
          if (place) add("org", place[1], organization.id);
        });
      });
      index.labels = Array.from(byText.values()).filter((label) => label.text.length > 1)
        .sort((a, b) => b.text.length - a.text.length);
    }
    return index.labels;
  }

  kb.intent = intent;
})(window.kb = window.kb || {});
