// kb.search(query, {filters, kinds, limit, guide}): what a reader means, best first.
(function (kb) {
  "use strict";

  const FACET = 100;
  // What was found whole stands above what has some of the words.
  const SURE = 300;
  const LONG = 4;
  const EVIDENCE = 0.2;
  const IN_LINE = 260;
  // Less than this was found in bodies only.
  const NAMED = 200;
  // From this share of a question on an answer to it is a good one.
  const GOOD = 0.6;

  // Hits on every word, best first; if there are none, the best partial ones, and `partial` is true.
  //
  // Each hit is {id, kind, title, url, score, why}; `url` is relative to the site's root. `filters`
  // ({facet: [values]}, see facets.js) leave practices only, `kinds` names the kinds to show: which hits there are is
  // decided over all kinds, so that places that show other kinds never disagree. `guide` finds the makers' pages too.
  // The list also has
  //   total    the number of hits before `limit`, `counts` by kind; `all`, how many there are of every kind
  //   facets   what was read in the query as a filter: {facet, value, label, text as typed}
  //   without  what was read so, too, and left out: nothing meets it beside the others
  //   rest     the query without what was read as a facet
  //   weak     whether the first hit is a weak answer; `missed`, words of the query that no hit has, and
  //   near     those that hits have by form or sound only, and `apart`, those that none says together, as typed
  function search(query, options) {
    const index = kb.index && kb.index.current;
    const words = kb.fold.words(query);
    if (!index || !words.length) return finish([], [], 0, false);
    const found = within(index, query, words, options || {});
    // Hand-written pages are many words about the library itself: they are asked when no entry answers.
    return index.wide && !(found.all && found.firm) ? within(index.wide, query, words, options || {}) : found;
  }

  function within(index, query, words, wanted) {
    const kinds = wanted.kinds && new Set(wanted.kinds);
    const asked = { query, words, index, keep: keeper(wanted), shown: (record) => !kinds || kinds.has(record.kind), limit: wanted.limit };
    const read = kb.passage.is(words) ? null : kb.intent(query, index);
    const inside = read && kb.narrowing(read, asked, { answer, records: listRecords });
    if (inside && inside.firm) return inside;
    // A name with a slip may begin like a body's.
    const plain = Object.assign(answer(asked), { rest: query });
    return inside && !(plain.firm && plain.all) ? inside : plain;
  }

  function finish(hits, records, all, firm) {
    const counts = {};
    records.forEach((record) => { counts[record.kind] = (counts[record.kind] || 0) + 1; });
    return Object.assign(hits, { total: records.length, counts, all, firm, partial: false, weak: false, missed: [], near: [], apart: [], facets: [], without: [], rest: "" });
  }

  // Every way to answer, the surest first.
  function answer(asked) {
    const { index } = asked;
    if (kb.passage.is(asked.words)) {
      const found = new kb.match.Found(index);
      const numbers = kb.passage(asked.words, found) ? kept(found, asked.keep) : [];
      if (numbers.length) return listed(found, numbers, asked, new kb.Question(asked.words, index), numbers);
    }
    const whole = everyWord(asked.words, index);
    const sure = firmly(whole, asked) || unwrapped(asked);
    if (sure && sure.numbers.some((number) => index.records[number].kind === "practices")) return listed(sure.found, sure.numbers, sure.asked, null, sure.numbers);
    return somewhat(asked, sure ? sure.found : whole, sure ? sure.numbers : []);
  }

  // The records that a name or practice tells every word of; null where there are none.
  function firmly(found, asked) {
    preferEvidence(asked.words, found);
    preferLine(asked.words, found);
    const numbers = kept(found, asked.keep);
    return numbers.length && !aside(numbers, found) ? { found, numbers, asked } : null;
  }

  function unwrapped(asked) {
    const words = kb.wording.unwrapped(asked.words);
    return words.join(" ") === asked.words.join(" ") ? null : firmly(everyWord(words, asked.index), Object.assign({}, asked, { words, original: asked.words }));
  }

  // What passes the filters that are wanted.
  function keeper(wanted) {
    const passes = kb.facets.filter(wanted.filters) || (() => true);
    const made = (record) => record.kind === "pages" && !wanted.guide && record.url.startsWith(kb.given.guide);
    return (record) => record.kind !== "" && !made(record) && passes(record);
  }

  // Records that a query of facets alone asks for.
  function listRecords(records, asked, filters) {
    const wanted = records.filter(asked.shown);
    const shown = wanted.slice(0, asked.limit).map((record) => hit(record, FACET, () => (record.kind === "practices" ? kb.why.facet(filters, asked.index, record) : null)));
    return finish(shown, wanted, records.length, true);
  }

  function look(word, index) {
    const found = new kb.match.Found(index);
    kb.match.literal(word, found);
    kb.slip.slipped(word, found);
    kb.spelling.spelled(word, found);
    kb.match.phrased(word, found);
    return found;
  }

  // Records that every word is found with; words that stand together as one name count as that name.
  function everyWord(words, index) {
    const both = look(words.join(""), index);
    if (words.length === 1 || (kb.spelling.apart(words) && kb.spelling.some(both))) return both;
    const found = words.map((word) => look(word, index));
    for (let number = 0; number < index.records.length; number++) {
      let sum = 0;
      let strongest = found[0];
      for (let i = 0; i < found.length; i++) {
        const score = found[i].score[number];
        if (!score) {
          sum = 0;
          break;
        }
        sum += score;
        if (score > strongest.score[number]) strongest = found[i];
      }
      if (sum) both.note(number, sum / words.length, strongest.rowsOf(number), strongest.row[number]);
    }
    return both;
  }

  // Said in passing, on a page or in an outline, and by no practice: that is no whole answer.
  function aside(numbers, { score, index }) {
    return numbers.every((number) => score[number] < NAMED && index.records[number].kind !== "practices");
  }

  // A problem put in so many words leads to all its practices alike, and several words may stand anywhere in a record;
  // those that speak of it themselves, in one line, come first.
  function preferEvidence(words, found) {
    const several = words.length > 1;
    const inherited = (number) => found.kind[number] > 0 && found.rowsOf(number).holders[found.row[number]] !== number;
    if (!found.score.some((score, number) => score > 0 && (several || inherited(number)))) return;
    const told = new kb.match.Found(found.index);
    if (several || words[0].length > LONG) kb.overlap(words, told);
    else if (words[0].length > 1) kb.match.told(words[0], told);
    for (let number = 0; number < told.score.length; number++) {
      if (!told.score[number] || !found.score[number]) continue;
      if (several || inherited(number)) found.score[number] += told.score[number] * EVIDENCE;
    }
  }

  // All words of several in one line say more than a name with one of them.
  function preferLine(words, found) {
    if (words.length < 2) return;
    const holders = found.index.lines.holders();
    const having = words.map((word) => new Set(kb.match.linesOf(word, found.index)));
    const all = Array.from(having[0]).filter((line) => having.every((lines) => lines.has(line)));
    new Set(all.map((line) => holders[line])).forEach((number) => { if (found.score[number] > 0) found.score[number] += IN_LINE; });
  }

  // A question's best answers, and above them what was found whole.
  function somewhat(asked, whole, sure) {
    const found = new kb.match.Found(asked.index);
    const question = kb.overlap(asked.words, found);
    for (let number = 0; number < whole.score.length; number++) found.take(whole, number);
    sure.forEach((number) => { found.score[number] += SURE; });
    return listed(found, kept(found, asked.keep), asked, question, sure);
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

  // `sure` are the numbers of those that have every word.
  function listed(found, numbers, asked, question, sure) {
    const { score, index } = found;
    const wanted = numbers.filter((number) => asked.shown(index.records[number]));
    const first = best(wanted, score, asked.limit);
    const told = finish(first.map((number) => hit(index.records[number], score[number],
      () => explain(index.records[number], found, asked.words, question))), wanted.map((number) => index.records[number]), numbers.length, sure.length > 0);
    const firm = new Set(sure);
    told.partial = wanted.length > 0 && !wanted.some((number) => firm.has(number));
    if (told.partial && question.masks) judge(told, first[0], found, question);
    if (wanted.length && !kb.passage.is(asked.words)) Object.assign(told, kb.content(asked, wanted, index, { firm: !told.partial, weak: told.weak }));
    return told;
  }

  // Whether the first hit is a weak answer to a question.
  function judge(told, first, found, question) {
    if (first === undefined || found.kind[first]) return;
    told.weak = question.covered(question.masks[first]) < GOOD;
  }

  // The first `limit` by score, in order; thousands are not sorted for a screenful.
  function best(numbers, score, limit) {
    return kb.match.foremost(numbers, score, limit).sort((a, b) => score[b] - score[a] || a - b).slice(0, limit);
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
    const rows = found.rowsOf(record.number);
    if (rows) return kb.why(record, rows, found.row[record.number], words, []);
    if (!question) return null;
    const told = kb.overlap.row(question, record, found.index.wide || found.index);
    return told.rows && kb.why(record, told.rows, told.row, [], question.pairs.map((pair) => pair.text));
  }

  // The pairs of neighbouring characters that a query asks the shards of bodies for.
  kb.asked = function (query, index) {
    const words = kb.fold.words(query);
    if (kb.passage.is(words)) return kb.passage.asked(words, index);
    const found = new Set();
    words.forEach((word) => kb.Lines.pairs(word).forEach((pair) => found.add(pair)));
    return Array.from(found);
  };
  kb.search = search;
})(window.kb);
