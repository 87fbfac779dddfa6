// kb.search(query, {filters, kinds, limit}): what a reader means, best first.
(function (kb) {
  "use strict";

  const FACET = 100;

  // Hits on every word, best first; if there are none, the best partial ones, and `partial` is true.
  //
  // Each hit is {id, kind, title, url, score, why}; `url` is relative to the site's root. `filters`
  // ({facet: [values]}, see kb-facets.js) leave practices only, `kinds` names the kinds to look
  // among. The list also has `total`, the number of hits before `limit`.
  function search(query, options) {
    const index = kb.index && kb.index.current;
    const words = kb.fold.words(query);
    const wanted = options || {};
    if (!index || !words.length) return finish([], false, wanted.limit);
    const keep = keeper(wanted);
    const named = kb.intent(query, index);
    if (named) return finish(listFacets(named, index, keep), false, wanted.limit);
    const whole = everyWord(words, index);
    let hits = listed(whole, words, null, keep);
    const partial = !hits.length;
    if (partial) hits = somewhat(words, index, keep);
    return finish(hits, partial, wanted.limit);
  }

  function finish(hits, partial, limit) {
    const list = hits.slice(0, limit === undefined ? hits.length : limit);
    list.total = hits.length;
    list.partial = partial && hits.length > 0;
    return list;
  }

  function keeper(wanted) {
    const passes = kb.facets.filter(wanted.filters);
    const kinds = wanted.kinds && new Set(wanted.kinds);
    return (record) => record.kind !== "" && (!kinds || kinds.has(record.kind)) && (!passes || passes(record));
  }

  // The practices that a query of facets alone asks for, in the order of the library.
  function listFacets(named, index, keep) {
    const passes = kb.facets.filter(named);
    return index.records.filter((record) => keep(record) && passes(record))
      .map((record) => hit(record, FACET, () => kb.why.facet(named, index)));
  }

  function look(word, index) {
    const found = new kb.match.Found(index);
    kb.match.literal(word, found);
    kb.match.spelled(word, found);
    kb.slip.slipped(word, found);
    kb.match.phrased(word, found);
    return found;
  }

  // Records that every word is found with; words that stand together as one name count as that name.
  function everyWord(words, index) {
    const found = words.map((word) => look(word, index));
    if (found.length === 1) return found[0];
    const both = look(words.join(""), index);
    for (let number = 0; number < index.records.length; number++) {
      let sum = 0;
      let best = null;
      const all = found.every((each) => {
        sum += each.score[number];
        if (!best || each.score[number] > best.score[number]) best = each;
        return each.score[number] > 0;
      });
      if (all) both.note(number, sum / words.length, best.rows[number], best.row[number]);
    }
    return both;
  }

  // A question's best answers, and records that half of the words or more are found with.
  function somewhat(words, index, keep) {
    const found = new kb.match.Found(index);
    const question = kb.overlap(words, found);
    return listed(found, words, question, keep);
  }

  function listed(found, words, question, keep) {
    const records = found.index.records.filter((record) => found.score[record.number] > 0 && keep(record));
    records.sort((a, b) => found.score[b.number] - found.score[a.number] || a.number - b.number);
    return records.map((record) => hit(record, found.score[record.number], () => explain(record, found, words, question)));
  }

  function hit(record, score, reason) {
    let told;
    return {
      id: record.id, kind: record.kind, title: record.title, url: record.url, score,
      // Worked out when it is looked at: a list shows a screenful of thousands.
      get why() {
        if (told === undefined) told = reason();
        return told;
      },
    };
  }

  // A phrase in a body that is not loaded yet has no row to show.
  function explain(record, found, words, question) {
    const rows = found.rows[record.number];
    if (rows) return kb.why(record, rows, found.row[record.number], words, []);
    if (!question) return null;
    const best = question.bestRow(record, found.index);
    return kb.why(record, best.rows, best.row, [], question.pairs.map((pair) => pair.text));
  }

  kb.search = search;
})(window.kb = window.kb || {});
