// Queries that only name facets: 主题:基层协商, 第7篇的平台载体, 滦州市政协的考核激励. They are answered
// exactly, as the facets themselves would.
(function (kb) {
  "use strict";

  // What stands before a colon, and what readers say for a value besides its label (macros/search/words.py).
  const PREFIX = kb.given.prefixes;
  const SAID = kb.given.said;
  const PREFIXES = new RegExp("(" + Object.keys(PREFIX).join("|") + ")\\s*[:：]", "g");
  const ASKED = /做法|有哪些|哪些|有什么|所有|全部/;
  const FILLERS = /做法|方面|专题|主题|有哪些|有什么|哪些|都有|属于|处于|阶段|还只是|还是|只是|还在|全部|所有|列出|里面|当中|讲到|讲了|说到|说了|提到|讲|原文|一类|类|里|下|中|的|了|和|与|在|是/g;

  // {facet: [values]} when `query` says nothing but facets (several of them, one by its prefix or by
  // the number of the speech, or one with 做法 or 哪些); otherwise null.
  function intent(query, index) {
    if (!index.facets) return null;
    /** @type {KbFilters} */
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
      index.list("speeches").forEach((speech, i) => {
        // With several sources 第3篇 asks for the third of each, 2022汇编第3篇 for one.
        add("speech", "第" + index.facets.speeches_of[i][1] + "篇", speech.id);
        if (index.facets.speeches_of[i][2]) add("speech", index.numbered(i), speech.id);
      });
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
})(window.kb);
