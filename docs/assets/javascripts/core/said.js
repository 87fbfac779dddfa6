// What a page says of a search, the same in the dialog and over the list.
//   kb.said.named(text)                 “…”, cut where it is long
//   kb.said.of(query, hits, looking)    nothing over a strong answer; over a weak one which words were not found
//   kb.said.chips(hits)                 the facet words that were read inside the query: {text, label}
//   kb.said.without(query, text, hits)  the query without such a word
(function (kb) {
  "use strict";

  const LONGEST = 20;
  // More words than these are not told one by one.
  const MOST = 3;
  const LOOKING = "还在正文里找……";

  function named(text) {
    const chars = Array.from(text.trim().replace(/\s+/g, " "));
    return kb.quoted(chars.length > LONGEST ? chars.slice(0, LONGEST).join("") + "…" : chars.join(""));
  }

  function of(query, hits, looking) {
    const outside = (hits.without || []).length > 0;
    if (hits.total && !hits.weak && !outside) return "";
    if (looking) return LOOKING;
    if (hits.total && outside) return without(hits) + "里没有，下面是不加这个条件找到的";
    return hits.total ? weak(query, hits) : nothing(query, hits);
  }

  function nothing(query, hits) {
    if (!chips(hits).length) return "没有找到" + named(query) + "。换个说法，或者只写名称里的两三个字试试。";
    return (hits.rest ? "加上这样的条件，没有找到" + named(hits.rest) : "没有同时符合这些条件的") + "。去掉一个条件试试。";
  }

  function weak(query, hits) {
    const missed = hits.missed || [];
    if (!missed.length) return "没有正好说这件事的，下面是相近的";
    const plain = (text) => text.replace(/\s/g, "");
    const all = plain(missed.join("")) === plain(hits.rest || query);
    return "没有找到" + missed.slice(0, MOST).map(named).join("、") + (missed.length > MOST ? "等" : "") + "，下面是" + (all ? "" : "和其余部分") + "相近的";
  }

  function chips(hits) {
    const byText = new Map();
    (hits.facets || []).forEach((each) => byText.set(each.text, (byText.get(each.text) || []).concat(each)));
    return Array.from(byText, ([text, read]) => ({ text, label: kb.given.facets[read[0].facet] + "：" + read.map((each) => each.label).join("、") }));
  }

  const without = (hits) => Array.from(new Set(hits.without.map((each) => each.label))).map(named).join("、");

  function cut(query, text, hits) {
    const at = query.indexOf(text);
    const left = at < 0 ? hits.rest || "" : query.slice(0, at) + " " + query.slice(at + text.length);
    return left.replace(/\s+/g, " ").trim();
  }

  kb.said = { named, of, chips, without: cut, LOOKING };
})(window.kb);
