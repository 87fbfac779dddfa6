// kb.search(query, {filters, kinds, limit, guide}): what a reader means, best first.
(function (kb) {
  "use strict";

  const FACET = 100;
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
  // ({facet: [values]}, see facets.js) leave practices only, `kinds` names the kinds to look among;
  // `guide` finds the makers' pages too. The list also has
  //   total    the number of hits before `limit`
  //   facets   what was read in the query as a filter: {facet, value, label, text as typed}
  //   without  the same, of which nothing is: the hits are those without it
  //   rest     the query without what was read as a facet
  //   weak     whether the first hit is a weak answer, and `missed`, what of the query it lacks, as typed
  function search(query, options) {
    const index = kb.index && kb.index.current;
    const words = kb.fold.words(query);
    const wanted = options || {};
    if (!index || !words.length) return finish([], 0, false);
    const asked = { query, words, keep: keeper(wanted, {}), limit: wanted.limit };
    const named = kb.intent(query, index);
    const exactly = named && listFacets(named, index, asked);
    if (exactly && (exactly.total || named.sure)) return Object.assign(exactly, { facets: named.facets });
    const read = kb.passage.is(words) ? null : kb.intent.within(query, index);
    const inside = read && narrowed(read, asked, wanted, index);
    if (inside && !inside.partial) return inside;
    // A name with a slip may begin like a body's.
    const plain = Object.assign(answer(asked, index), { rest: query });
    return inside && (plain.partial || !plain.total) ? inside : plain;
  }

  // What is left of a query, within the facets that it names; where nothing of it is there, without them.
  function narrowed(read, asked, wanted, index) {
    const rest = read.facets.reduce((text, each) => text.replace(each.text, " "), asked.query).trim();
    const inside = Object.assign({}, asked, { words: read.rest, keep: keeper(wanted, read.filters) });
    const found = answer(inside, index);
    if (found.total) return Object.assign(found, { facets: read.facets, rest });
    const others = answer(Object.assign(inside, { keep: asked.keep }), index);
    return others.total && !others.weak ? Object.assign(others, { without: read.facets, rest }) : null;
  }

  function finish(hits, total, partial) {
    return Object.assign(hits, { total, partial: partial && total > 0, weak: false, missed: [], facets: [], without: [], rest: "" });
  }

  // Every way to answer, the surest first.
  function answer(asked, index) {
    if (kb.passage.is(asked.words)) {
      const found = new kb.match.Found(index);
      const numbers = kb.passage(asked.words, found) ? kept(found, asked.keep) : [];
      if (numbers.length) return listed(found, numbers, asked, new kb.Question(asked.words, index), false);
    }
    const whole = everyWord(asked.words, index);
    const sure = surely(whole, asked);
    if (sure) return sure;
    const plain = kb.wording.unwrapped(asked.words);
    if (plain.join(" ") !== asked.words.join(" ")) {
      const again = Object.assign({}, asked, { words: plain });
      const found = surely(everyWord(plain, index), again);
      if (found) return found;
    }
    return somewhat(asked, index, whole);
  }

  // The records that a name or practice tells every word of; null where there are none.
  function surely(whole, asked) {
    preferEvidence(asked.words, whole);
    preferLine(asked.words, whole);
    const numbers = kept(whole, asked.keep);
    return numbers.length && !aside(numbers, whole) ? listed(whole, numbers, asked, null) : null;
  }

  // What passes the filters and kinds that are wanted, and the filters that the query names.
  function keeper(wanted, read) {
    const all = [wanted.filters, read].map((filters) => kb.facets.filter(filters) || (() => true));
    const kinds = wanted.kinds && new Set(wanted.kinds);
    const made = (record) => record.kind === "pages" && !wanted.guide && record.url.startsWith(kb.given.guide);
    return (record) => record.kind !== "" && !made(record) && (!kinds || kinds.has(record.kind)) && all.every((passes) => passes(record));
  }

  // The practices that a query of facets alone asks for, in the order of the library.
  function listFacets(named, index, asked) {
    const passes = kb.facets.filter(named.filters);
    const records = index.records.filter((record) => asked.keep(record) && (!passes || passes(record)));
    const shown = records.slice(0, asked.limit).map((record) => hit(record, FACET, () => kb.why.facet(named.filters, index)));
    return finish(shown, records.length, false);
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
    if (!found.score.some((score) => score > 0)) return;
    const told = new kb.match.Found(found.index);
    if (several || words[0].length > LONG) kb.overlap(words, told);
    else if (words[0].length > 1) kb.match.told(words[0], told);
    for (let number = 0; number < told.score.length; number++) {
      if (!told.score[number] || !found.score[number]) continue;
      const inherited = found.kind[number] && found.rowsOf(number).holders[found.row[number]] !== number;
      if (several || inherited) found.score[number] += told.score[number] * EVIDENCE;
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

  // A question's best answers, and what was found whole.
  function somewhat(asked, index, whole) {
    const found = new kb.match.Found(index);
    const question = kb.overlap(asked.words, found);
    for (let number = 0; number < whole.score.length; number++) found.take(whole, number);
    return listed(found, kept(found, asked.keep), asked, question);
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

  function listed(found, numbers, asked, question, partial) {
    const { score, index } = found;
    const first = best(numbers, score, asked.limit);
    const hits = first.map((number) => hit(index.records[number], score[number],
      () => explain(index.records[number], found, asked.words, question)));
    const told = finish(hits, numbers.length, question !== null && partial !== false);
    if (told.partial && question.masks) judge(told, first[0], found, asked, question);
    return told;
  }

  // Whether the first hit is a weak answer to a question, and what of it it lacks.
  function judge(told, first, found, asked, question) {
    if (first === undefined || found.kind[first]) return;
    const met = question.met(question.masks[first]);
    told.weak = question.covered(question.masks[first]) < GOOD;
    if (!told.weak) return;
    question.texts.forEach((part) => {
      const lacks = Array.from(part.text, (char, i) => (met.has(part.at + i) ? " " : char)).join("");
      lacks.split(/ +/).filter((text) => text.length > 1).forEach((text) => told.missed.push(kb.fold.typed(asked.query, text)));
    });
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
    const rows = found.rowsOf(record.number);
    if (rows) return kb.why(record, rows, found.row[record.number], words, []);
    if (!question) return null;
    const told = kb.overlap.row(question, record, found.index);
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
