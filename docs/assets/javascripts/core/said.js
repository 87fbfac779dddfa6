// What a page says of a search, the same in the dialog and over the list.
//   kb.said.named(text)                 “…”, cut where it is long
//   kb.said.of(query, hits, looking)    nothing over a strong answer; over a weak one which words were not found
//   kb.said.chips(hits)                 the facets that were read inside the query, each with `title`: 层级：县级
//   kb.said.without(query, chip, hits)  the query without one of them
//   kb.said.asksHowMuch(query)          whether it asks how often something is done, or how much of it there is
//   kb.said.counted(hits)               how many there are, practices by themselves
(function (kb) {
  "use strict";

  const LONGEST = 20;
  const PASTED = 40;
  // More words than these are not told one by one.
  const MOST = 3;
  const LOOKING = "还在正文里找……";
  const FURTHER = "正在继续查找正文……";
  // What follows these is not asked for, and what several things are joined by.
  const AGAINST = "不要|不含|不包括|除了|除开|除去|排除|不想要|不是|并非|非(?=[省市县区乡])|除(?=.{2,12}外)|去掉|不看|不算|没有(?=[^的]{2,6}的[省市县区单家])";
  const JOINERS = "或者|或是|或|以及|还有|和|与|跟|及";
  const EXCLUDED = "(?:^|[^要是])(" + AGAINST + ")";
  const NOT_WANTED = new RegExp(EXCLUDED + "[\\u3400-\\u9fff]{2}");

  function named(text) {
    // Quotes inside would be cut in two, or nested.
    const chars = Array.from(text.replace(/[“”‘’"'「」]/g, "").trim().replace(/\s+/g, " "));
    return kb.quoted(chars.length > LONGEST ? chars.slice(0, LONGEST).join("") + "…" : chars.join(""));
  }

  function of(query, hits, looking) {
    if (looking) return hits.total && !hits.weak ? FURTHER : LOOKING;
    const unheeded = against(query);
    if (!hits.total) return nothing(query, hits) + (unheeded && unheeded + "。");
    return [dropped(hits), words(query, hits), unheeded].filter(Boolean).join("；");
  }

  function nothing(query, hits) {
    if (hits.all > 0) return "做法里没有" + named(hits.rest || query) + "，别的内容里有 " + hits.all + " 项" + (hits.firm ? "" : "相近的");
    if ((hits.without || []).length) return "没有" + list(hits.without.map(condition)) + "的做法。";
    return "没有找到" + named(query) + "。换个说法，或者只写名称里的两三个字试试。";
  }

  // Conditions that were left out, and what the hits are then.
  function dropped(hits) {
    const without = hits.without || [];
    if (!without.length) return "";
    const outside = list(unique(without.map(condition)));
    if ((hits.facets || []).length) return "没有做法同时符合这几个条件，下面去掉了" + outside;
    return hits.rest ? outside + "里没有说到" + named(hits.rest) + "的做法，下面去掉了这个条件" : "没有" + outside + "的做法，下面是文字里说到的";
  }

  // Words that no hit has, or by form or sound only, or not together.
  function words(query, hits) {
    const near = hits.near || [];
    const missed = hits.missed || [];
    if (near.length) return "没有" + list(near.map(named)) + "，下面按字形或读音相近列出";
    if (!missed.length && (hits.apart || []).length) return "没有正好说" + list(hits.apart.map(named)) + "的，下面是相近的";
    if (!missed.length) return hits.weak ? "没有正好说这件事的，下面是相近的" : "";
    if ((hits.facets || []).length && !hits.rest) return "没有找到" + list(missed.map(named)) + "，下面只按" + list(hits.facets.map(condition)) + "列出";
    const plain = (text) => text.replace(/\s/g, "");
    const all = plain(missed.join("")) === plain(hits.rest || query);
    return "没有找到" + list(missed.map(named)) + "，下面是" + (all ? "" : "和其余部分") + "相近的";
  }

  // 不要食堂的: what is not wanted is found like anything.
  function against(query) {
    // In what was pasted such a word belongs to its sentence.
    if (query.length > PASTED) return "";
    const met = NOT_WANTED.exec(query);
    if (met) return "检索不会排除" + named(met[1]) + "后面的词";
    return /除外/.test(query) ? "检索不会排除“除外”前面的词" : "";
  }

  const HOW_MUCH = /多久|多长时间|几(?:次|个|家|名|人|天)|多少|频率|频次|次数|周期|数量/;
  const asksHowMuch = (query) => HOW_MUCH.test(query);

  const list = (all) => all.slice(0, MOST).join("、") + (all.length > MOST ? "等" : "");
  const unique = (all) => Array.from(new Set(all));
  const condition = (each) => named(kb.given.facets[each.facet] + "：" + each.label);

  // Each value that was read, by itself: two bodies of one name are two.
  function chips(hits) {
    return (hits.facets || []).map((each) => Object.assign({ title: kb.given.facets[each.facet] + "：" + each.label }, each));
  }

  // Practices are what the list shows; the number of them is the same here and there.
  function counted(hits) {
    const practices = (hits.counts || {}).practices || 0;
    const all = practices === hits.total ? "共 " + hits.total + " 条做法" : "共 " + hits.total + " 项" + (practices ? "（做法 " + practices + " 条）" : "");
    return hits.total > hits.length ? all + "，先列 " + hits.length + " 项" : all;
  }

  // The name of a facet before it goes with it: 层级：县级.
  const PREFIX = new RegExp("(" + Object.keys(kb.given.prefixes).join("|") + ")\\s*[:：]\\s*$");

  // The query without a value that was read in it; other values of the same words are named themselves.
  function cut(query, chip, hits) {
    const at = query.indexOf(chip.text);
    if (at < 0) return hits.rest || "";
    const others = hits.facets.filter((each) => each.text === chip.text && each.value !== chip.value).map((each) => each.label);
    const before = query.slice(0, at).replace(PREFIX, "");
    const after = query.slice(at + chip.text.length);
    const parts = others.length ? [before].concat(others, after) : [before.replace(JOINT_BEFORE, ""), after.replace(JOINT_AFTER, "")];
    return parts.join(" ").replace(/\s+/g, " ").trim();
  }

  // A joint that loses one of its sides.
  const JOINTS = "(?:" + JOINERS + "|、|，|,)";
  const JOINT_BEFORE = new RegExp(JOINTS + "\\s*$");
  const JOINT_AFTER = new RegExp("^\\s*" + JOINTS);

  kb.said = { named, of, chips, counted, asksHowMuch, without: cut, LOOKING, FURTHER, EXCLUDED, JOINERS };
})(window.kb);
