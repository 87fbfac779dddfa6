// Facets that a query names: 主题:基层协商, 第7篇的平台载体, 县级 委员之家, 打算做的培训. They narrow as the facets
// themselves would; what is left is searched.
(function (kb) {
  "use strict";

  // What stands before a colon, and what readers say for a value besides its label (macros/search/words.py).
  const PREFIX = kb.given.prefixes;
  const SAID = kb.given.said;
  const PREFIXES = new RegExp("(" + Object.keys(PREFIX).join("|") + ")\\s*[:：]", "g");
  const ASKED = /做法|有哪些|哪些|有什么|所有|全部/;
  const FILLERS = /做法|方面|专题|主题|有哪些|有什么|哪些|都有|属于|处于|阶段|还只是|还是|只是|还在|全部|所有|列出|里面|当中|讲到|讲了|说到|说了|提到|讲|原文|一类|类|里|下|中|的|了|和|与|在|是/g;
  const CHINESE = /^[\u3400-\u9fff]+$/;
  // Facets that may stand before a name without anything between: 县级委员之家, 滦州党建.
  const ATTRIBUTES = ["level", "org"];

  // {filters, facets: [{facet, value, label, text}], sure} when `query` says nothing but facets: several of them, or one
  // by its prefix or by the number of the speech, or one with 做法 or 哪些 (that is sure); otherwise null.
  function intent(query, index) {
    if (!index.facets) return null;
    const found = reading();
    const prefixed = (query.match(PREFIXES) || []).map((prefix) => PREFIX[prefix.replace(/\s*[:：]/, "")]);
    let rest = kb.fold.words(query.replace(PREFIXES, " ")).join(" ");
    labels(index).forEach((label) => {
      if (rest.indexOf(label.text) < 0 || (prefixed.length && prefixed.concat("speech").indexOf(label.facet) < 0)) return;
      rest = rest.split(label.text).join(" ");
      take(found, label, label.text, query);
    });
    const told = Object.keys(found.filters);
    if (!told.length || rest.replace(FILLERS, "").trim()) return null;
    found.sure = prefixed.length > 0 || told.indexOf("speech") >= 0 || ASKED.test(query);
    return found.sure || told.length > 1 ? found : null;
  }

  // The same with `rest`, the words that are left, when a query names facets beside something else. A facet stands by
  // itself, or before 的, or (层级, 单位) at the beginning of a word. What a name has is no facet of it.
  function within(query, index) {
    if (!index.facets || named(kb.fold.words(query), index)) return null;
    const found = reading();
    const rest = [];
    kb.fold.words(query).forEach((word) => {
      const left = facetsBefore(word, found, query, index);
      if (left) rest.push(left);
    });
    if (!found.facets.length) return null;
    // Of facets that no practice has all of, the last is a word to look for.
    if (!rest.length) rest.push(kb.fold(drop(found)));
    return found.facets.length ? Object.assign(found, { rest }) : null;
  }

  // Takes the last facet back; gives its text.
  function drop(found) {
    const { facet, text } = found.facets[found.facets.length - 1];
    delete found.filters[facet];
    found.facets = found.facets.filter((each) => each.facet !== facet);
    return text.replace(/的$/, "");
  }

  // What is left of a folded word when the facets at its beginning are taken away.
  function facetsBefore(word, found, query, index) {
    const label = labels(index).find((each) => word.startsWith(each.text) && stands(each, word.slice(each.text.length)));
    if (!label) return word;
    const after = word.slice(label.text.length);
    const left = after.replace(/^的/, "");
    take(found, label, label.text + (left === after ? "" : "的"), query);
    return facetsBefore(left, found, query, index);
  }

  function stands(label, after) {
    if (!after || after[0] === "的") return true;
    return ATTRIBUTES.indexOf(label.facet) >= 0 && after.length > 1 && after !== "政协";
  }

  // Whether one name has all of the words.
  function named(words, index) {
    let found = false;
    index.names.each(words[0], (row) => {
      found = found || (index.records[index.names.holders[row]].kind !== "" && words.every((word) => index.names.parts[row].indexOf(word) >= 0));
    });
    return found;
  }

  /** @returns {KbReading} */
  function reading() {
    return { filters: {}, facets: [], sure: false };
  }

  function take(found, label, text, query) {
    found.filters[label.facet] = (found.filters[label.facet] || []).concat(label.values);
    const typed = kb.fold.typed(query, text);
    label.values.forEach((value) => found.facets.push({ facet: label.facet, value, label: label.label, text: typed }));
  }

  // Every value's folded label, the longer ones first.
  function labels(index) {
    if (!index.labels) {
      const byText = new Map();
      const add = (facet, text, value, shown) => {
        const key = facet + " " + kb.fold(text);
        const label = byText.get(key) || { facet, text: kb.fold(text), label: shown, values: [] };
        label.values.push(value);
        byText.set(key, label);
      };
      ["topic", "form", "progress", "level"].forEach((facet) =>
        index.facets[facet].forEach((value) => add(facet, value[1], value[0], value[1])));
      const label = (facet, value) => (index.facets[facet].find((each) => each[0] === value) || ["", value])[1];
      SAID.forEach(([facet, value, texts]) => texts.forEach((text) => add(facet, text, value, label(facet, value))));
      addSpeeches(index, add);
      addBodies(index, add);
      index.labels = Array.from(byText.values()).filter((each) => each.text.length > 1)
        .sort((a, b) => b.text.length - a.text.length);
    }
    return index.labels;
  }

  function addSpeeches(index, add) {
    index.list("speeches").forEach((speech, i) => {
      // With several sources 第3篇 asks for the third of each, 2022汇编第3篇 for one.
      add("speech", "第" + index.facets.speeches_of[i][1] + "篇", speech.id, index.numbered(i));
      if (index.facets.speeches_of[i][2]) add("speech", index.numbered(i), speech.id, index.numbered(i));
    });
  }

  function addBodies(index, add) {
    index.list("organizations").forEach((organization) => {
      [organization.title].concat(organization.names).forEach((name) => {
        add("org", name, organization.id, organization.title);
        if (/政协$/.test(name)) add("org", name.replace(/政协$/, ""), organization.id, organization.title);
        // 邯郸市复兴区政协 is 复兴区 to its neighbours, and 滦州市政协 滦州.
        const place = /^(?:.+?市)?(.{2,}?)([区县市])政协$/.exec(name);
        if (!place) return;
        add("org", place[1] + place[2], organization.id, organization.title);
        if (CHINESE.test(place[1])) add("org", place[1], organization.id, organization.title);
      });
    });
  }

  kb.intent = Object.assign(intent, { within });
})(window.kb);
