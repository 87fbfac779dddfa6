// Facets that a query names: 主题:基层协商, 第7篇的平台载体, 县级 委员之家, 打算做的培训, 滦州和复兴区. They narrow as the
// facets themselves would; what is left is searched.
//   kb.intent(query, index) → {facets: [{facet, value, label, text as typed}], rest: [folded words]}, or null
//   kb.intent.filters(facets) → {facet: [values]}, as facets.js takes them
(function (kb) {
  "use strict";

  // What stands before a colon (macros/search/words.py).
  const PREFIX = kb.given.prefixes;
  const PREFIXES = new RegExp("(" + Object.keys(PREFIX).join("|") + ")\\s*[:：]", "g");
  const ASKED_BEFORE = /^(?:有哪些|哪些|所有|全部)的?/;
  const ASKED_AFTER = /(?:都?有哪些|的?做法)$/;
  // What asks for all that a facet has, and says nothing else.
  const ALL = "(?:做|说|讲|办)了?(?:些)?(?:什么|哪些)|(?:怎么|怎样|如何)(?:做|搞|办)|好?做法|有哪些|哪些|有什么|所有|全部|经验|亮点|特色|情况|内容|发言|谁|哪家|哪里|哪个|只要|只看|仅|有?(?:几|多少)[条家个]";
  const ASKED = new RegExp(ALL);
  // 党建专题, 制度机制类 name what they are.
  const NAMED = /(?:专题|主题|类)的?$/;
  // What several facets are joined by, and what else says nothing beside them.
  const JOINERS = kb.said.JOINERS;
  const FILLERS = new RegExp(ALL + "|有什么不同|有什么区别|有何不同|有何区别|不同|区别|对比|比较|方面|专题|主题|都有|各自|分别|属于|处于|阶段|还只是|只是|还是|还在|列出|里面|当中|讲到|讲了|说到|说了|提到|讲|原文|一类|类|里|下|中|的|了|在|是|都|" + JOINERS, "g");
  const JOINED = new RegExp("^(?:" + JOINERS + ")");
  // What follows these is not asked for.
  const AGAINST = new RegExp(kb.said.EXCLUDED + "|除外");
  // Words for a level that stand in any sentence, too.
  const ONLY_ALONE = (label) => label.facet === "level" && /[里协]$/.test(label.text);
  // Facets that may stand before a name without anything between: 县级委员之家, 滦州党建.
  const BEFORE = (label) => label.facet === "org" || (label.facet === "level" && /级$/.test(label.text));
  // A word for one of these is a facet by itself; others are words to look for, too.
  const BY_ITSELF = ["level", "progress", "bodies", "figures"];

  function intent(query, index) {
    if (!index.facets || AGAINST.test(query)) return null;
    return alone(query, index) || within(query, index);
  }

  // What says nothing but facets: several of them, one with 做法 or by its prefix, or one that is no word to look for.
  function alone(query, index) {
    const prefixed = (query.match(PREFIXES) || []).map((prefix) => PREFIX[prefix.replace(/\s*[:：]/, "")]);
    const facets = [];
    let rest = kb.fold.words(query.replace(PREFIXES, " ")).join(" ");
    const whole = rest;
    kb.facetWords(index).forEach((label) => {
      if (rest.indexOf(label.text) < 0 || (prefixed.length && prefixed.concat("speech").indexOf(label.facet) < 0)) return;
      rest = rest.split(label.text).join(" ");
      take(facets, label, label.text, query);
    });
    if (!facets.length || rest.replace(FILLERS, "").trim()) return null;
    const sure = prefixed.length || ASKED.test(query) || NAMED.test(query.trim()) || facets.some((each) => each.facet === "speech") || new Set(facets.map((each) => each.text)).size > 1;
    return sure || byItself(facets, whole, index) ? { facets: inOrder(facets, query), rest: [] } : null;
  }

  // 省级 is one; a body is one when it tells of something. What is the name of a thing is that thing.
  function byItself(facets, whole, index) {
    if (facets[0].facet === "org") return index.list("practices").some(kb.facets.filter(intent.filters(facets)));
    if (BY_ITSELF.indexOf(facets[0].facet) < 0) return false;
    let called = false;
    index.names.each(whole, (row) => {
      const { holders, parts, fields } = index.names;
      called = called || (parts[row] === whole && index.records[holders[row]].kind !== "" && fields[row] !== "keyword");
    });
    return !called;
  }

  // Facets beside something else: each is a word, or stands before 的, or (层级, 单位) at the beginning of a word. What a
  // name has is no facet of it.
  function within(query, index) {
    const words = kb.fold.words(query);
    if (named(words, index)) return null;
    const facets = [];
    const rest = [];
    const asked = ASKED.test(query);
    words.forEach((word) => {
      const left = facets.length && word.replace(JOINED, "") === "" ? "" : facetsBefore(word, facets, query, index);
      const bare = asked ? facetAfter(left, facets, query, index).replace(ASKED_BEFORE, "").replace(ASKED_AFTER, "") : left;
      if (left) rest.push(bare.length > 1 ? bare : left);
    });
    // What no practice is, is a word to look for.
    const real = facets.filter((each) => index.list("practices").some(kb.facets.filter(intent.filters([each]))));
    facets.filter((each) => real.indexOf(each) < 0 && !real.some((other) => other.text === each.text))
      .forEach((each) => rest.push(kb.fold(each.text.replace(/的$/, ""))));
    return real.length && (rest.length || real.length > 1) ? { facets: real, rest: Array.from(new Set(rest)) } : null;
  }

  // What is left of a folded word when the facets at its beginning are taken away.
  function facetsBefore(word, facets, query, index) {
    const label = kb.facetWords(index).find((each) => word.startsWith(each.text) && stands(each, word.slice(each.text.length), index));
    if (!label) return word;
    const after = word.slice(label.text.length);
    const left = after.replace(/^的/, "");
    take(facets, label, label.text + (left === after ? "" : "的"), query);
    const next = left.replace(JOINED, "");
    const others = next === left ? left : facetsBefore(next, facets, query, index);
    return others === next ? facetsBefore(left, facets, query, index) : others;
  }

  // 哪些工作站已经建成: how far things went may stand at the end of what is asked.
  function facetAfter(word, facets, query, index) {
    const label = kb.facetWords(index).find((each) => each.facet === "progress" && each.text.length > 2 && word.length - each.text.length > 1 && word.endsWith(each.text));
    if (!label) return word;
    take(facets, label, label.text, query);
    return word.slice(0, -label.text.length);
  }

  function stands(label, after, index) {
    if (ONLY_ALONE(label)) return false;
    if (!after || after[0] === "的") return true;
    const joined = after.replace(JOINED, "");
    if (joined !== after && kb.facetWords(index).some((each) => each.facet === label.facet && joined.startsWith(each.text))) return true;
    return BEFORE(label) && after.length > 1 && after !== "政协";
  }

  // Whether one name has all of the words.
  function named(words, index) {
    let found = false;
    index.names.each(words[0], (row) => {
      found = found || (index.records[index.names.holders[row]].kind !== "" && words.every((word) => index.names.parts[row].indexOf(word) >= 0));
    });
    return found;
  }

  function take(facets, label, text, query) {
    const typed = kb.fold.typed(query, text);
    label.values.forEach(([value, shown]) => {
      if (!facets.some((each) => each.facet === label.facet && each.value === value)) facets.push({ facet: label.facet, value, label: shown, text: typed });
    });
  }

  const inOrder = (facets, query) => facets.slice().sort((a, b) => query.indexOf(a.text) - query.indexOf(b.text));

  intent.filters = function (facets) {
    /** @type {KbFilters} */
    const filters = {};
    facets.forEach(({ facet, value }) => { filters[facet] = (filters[facet] || []).concat(value); });
    return filters;
  };

  kb.intent = intent;
})(window.kb);
