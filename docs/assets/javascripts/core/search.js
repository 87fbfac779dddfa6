// kb.search(query, {filters, kinds, limit, guide}): what a reader means, best first.
(function (kb) {
  "use strict";

  const FACET = 100;
  const LONG = 4;
  const EVIDENCE = 0.2;
  // Less than this was found in bodies only.
  const NAMED = 200;

  // Hits on every word, best first; if there are none, the best partial ones, and `partial` is true.
  //
  // Each hit is {id, kind, title, url, score, why}; `url` is relative to the site's root. `filters`
  // ({facet: [values]}, see facets.js) leave practices only, `kinds` names the kinds to look
  // among; `guide` finds the makers' pages too. The list also has `total`, the number of hits before `limit`.
  function search(query, options) {
    const index = kb.index && kb.index.current;
    const words = kb.fold.words(query);
    const wanted = options || {};
    if (!index || !words.length) return finish([], 0, false);
    const keep = keeper(wanted);
    const named = kb.intent(query, index);
    if (named) return listFacets(named, index, keep, wanted.limit);
    const whole = everyWord(words, index);
    if (words.length === 1) preferEvidence(words, whole);
    const numbers = kept(whole, keep);
    if (numbers.length && !aside(numbers, whole)) return listed(whole, numbers, words, null, wanted.limit);
    return somewhat(words, index, keep, wanted.limit, whole);
  }

  function finish(hits, total, partial) {
    hits.total = total;
    hits.partial = partial && total > 0;
    return hits;
  }

  function keeper(wanted) {
    const passes = kb.facets.filter(wanted.filters);
    const kinds = wanted.kinds && new Set(wanted.kinds);
    const made = (record) => !wanted.guide && record.url.startsWith(kb.given.guide);
    return (record) => record.kind !== "" && !made(record) && (!kinds || kinds.has(record.kind)) && (!passes || passes(record));
  }

  // The practices that a query of facets alone asks for, in the order of the library.
  function listFacets(named, index, keep, limit) {
    const passes = kb.facets.filter(named);
    const records = index.records.filter((record) => keep(record) && (!passes || passes(record)));
    const shown = records.slice(0, limit).map((record) => hit(record, FACET, () => kb.why.facet(named, index)));
    return finish(shown, records.length, false);
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
      let strongest = found[0];
      const all = found.every((each) => {
        sum += each.score[number];
        if (each.score[number] > strongest.score[number]) strongest = each;
        return each.score[number] > 0;
      });
      if (all) both.note(number, sum / words.length, strongest.rows[number], strongest.row[number]);
    }
    return both;
  }

  // Said in passing, on a page or in an outline, and by no practice: that is no whole answer.
  function aside(numbers, { score, index }) {
    return numbers.every((number) => score[number] < NAMED && index.records[number].kind !== "practices");
  }

  // A problem put in so many words leads to all its practices alike; those that speak of it themselves
  // come first.
  function preferEvidence(words, found) {
    const told = new kb.match.Found(found.index);
    if (words[0].length > LONG) kb.overlap(words, told);
    else if (words[0].length > 1) kb.match.told(words[0], told);
    told.score.forEach((score, number) => {
      const row = found.row[number];
      const own = !found.rows[number] || found.rows[number].holders[row] === number;
      if (!own && found.score[number] > 0) found.score[number] += score * EVIDENCE;
    });
  }

  // A question's best answers, and what was found whole.
  function somewhat(words, index, keep, limit, whole) {
    const found = new kb.match.Found(index);
    const question = kb.overlap(words, found);
    whole.score.forEach((score, number) => found.note(number, score, whole.rows[number], whole.row[number]));
    return listed(found, kept(found, keep), words, question, limit);
  }

  // The numbers of the records that were found and pass the filters.
  function kept(found, keep) {
    const { score, index } = found;
    const numbers = [];
    for (let number = 0; number < score.length; number++) {
      if (score[number] > 0 && keep(index.records[number])) numbers.push(number);
    }
    return numbers;
  }

  function listed(found, numbers, words, question, limit) {
    const { score, index } = found;
    const hits = best(numbers, score, limit).map((number) => hit(index.records[number], score[number],
      () => explain(index.records[number], found, words, question)));
    return finish(hits, numbers.length, question !== null);
  }

  // The first `limit` by score, in order; thousands are not sorted for a screenful.
  function best(numbers, score, limit) {
    let left = numbers;
    if (limit < numbers.length) {
      const least = Float32Array.from(numbers, (number) => score[number]).sort()[numbers.length - limit];
      left = numbers.filter((number) => score[number] >= least);
    }
    return left.sort((a, b) => score[b] - score[a] || a - b).slice(0, limit);
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
    const told = question.bestRow(record, found.index);
    return told.rows && kb.why(record, told.rows, told.row, [], question.pairs.map((pair) => pair.text));
  }

  kb.search = search;
})(window.kb);
