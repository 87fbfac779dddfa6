// The words that stand for a facet's values, folded: their labels, what readers say for them (macros/search/words.py),
// places of speeches and names of bodies.
//   kb.facetWords(index) → [{facet, text, values: [[value, label]]}], the longer ones first
(function (kb) {
  "use strict";

  const CHINESE = /^[\u3400-\u9fff]+$/;

  function facetWords(index) {
    index.facetWords = index.facetWords || collected(index);
    return index.facetWords;
  }

  function collected(index) {
    const byText = new Map();
    const labels = (facet) => new Map(index.facets[facet]);
    const add = (facet, text, value, label) => {
      const key = facet + " " + kb.fold(text);
      const word = byText.get(key) || { facet, text: kb.fold(text), values: [] };
      if (!word.values.some((each) => each[0] === value)) word.values.push([value, label]);
      byText.set(key, word);
    };
    ["topic", "form", "progress", "level", "bodies"].forEach((facet) =>
      index.facets[facet].forEach(([value, label]) => add(facet, label, value, label)));
    kb.given.said.forEach(([facet, value, texts]) => {
      const label = labels(facet).get(value);
      texts.forEach((text) => add(facet, text, value, label));
    });
    const progress = labels("progress");
    kb.given.went.forEach(([value, before, alone]) => {
      const said = (text) => add("progress", text, value, progress.get(value));
      alone.forEach(said);
      before.forEach((word) => kb.given.verbs.forEach((verb) => said(word + verb)));
    });
    addSpeeches(index, add);
    addBodies(index, add);
    return Array.from(byText.values()).filter((each) => each.text.length > 1).sort((a, b) => b.text.length - a.text.length);
  }

  function addSpeeches(index, add) {
    index.list("speeches").forEach((speech, i) => {
      // With several sources 第3篇 asks for the third of each, 2022汇编第3篇 for one.
      const label = index.numbered(i);
      add("speech", "第" + index.facets.speeches_of[i][1] + "篇", speech.id, label);
      if (index.facets.speeches_of[i][2]) add("speech", label, speech.id, label);
    });
  }

  // A body by its own name and by those that it shares: the label of each says which one it is.
  function addBodies(index, add) {
    index.list("organizations").forEach((organization) => {
      [organization.title].concat(organization.names).forEach((name) => {
        const say = (text) => add("org", text, organization.id, organization.title);
        say(name);
        say(name.replace(/[〔（].*$/, ""));
        if (/政协$/.test(name)) say(name.replace(/政协$/, ""));
        // 邯郸市复兴区政协 is 复兴区 to its neighbours, and 滦州市政协 滦州.
        const place = /^(?:.+?市)?(.{2,}?)([区县市])政协$/.exec(name);
        if (!place) return;
        say(place[1] + place[2]);
        say(place[1] + "政协");
        if (CHINESE.test(place[1])) say(place[1]);
      });
    });
  }

  kb.facetWords = facetWords;
})(window.kb);
