// A question in everyday words against the index: how much of it, weighted by rarity, a record's
// names, problems and bodies have. Pairs of neighbouring characters stand for words.
(function (kb) {
  "use strict";

  const CHINESE = /[\u3400-\u9fff]/;
  // What a pair is worth by where it stands: in a name, in the body, in what the record inherits from.
  /** @type {[field: string, worth: number][]} */
  const WORTH = [
    ["name", 1], ["term", 0.8], ["problem", 0.75], ["besides", 0.72], ["summary", 0.6], ["points", 0.5], ["figures", 0.5], ["organization", 0.5],
    ["outline", 0.4], ["note", 0.4], ["topic", 0.4], ["form", 0.4], ["text", 0.3], ["speech", 0.3], ["progress", 0.3], ["unsaid", 0.2],
  ];
  /** @type {{[field: string]: number}} */
  const PLACE = {};
  WORTH.forEach((each, place) => { PLACE[each[0]] = place; });
  const MOST_ANSWERS = 60;
  // What other kinds count beside practices.
  const OTHER_KINDS = 0.8;
  const PAGES = 0.4;
  const TAIL = 0.3;
  // So many of the best by BM25 are looked at closely.
  const LOOKED_AT = 200;
  // What makes a question one that the library answers: so much of it in a record, or so many of its characters in its names.
  const MUCH = 0.4;
  const NEARLY_ALL = 0.8;
  // What the best single line adds, and a name that is met whole.
  const LINE = 3;
  const NAME = 0.4;
  // The share of BM25 in the order.
  const MIX = 0.8;
  const ALIKE = /相近|类似|相似|差不多|接近|同类/;

  // Notes in `found` the records that have enough of the question, better ones higher, up to 250;
  // gives the question, which can tell the row that an answer rests on.
  function overlap(words, found) {
    const index = found.index;
    const question = new kb.Question(words, index);
    if (!CHINESE.test(words.join("")) || !question.pairs.some((pair) => pair.known)) return question;
    const ranked = kb.bm25(question, index);
    const seen = new Evidence(question, index, ranked);
    question.masks = seen.all;
    const full = question.weight(-1 >>> 1);
    const most = seen.answers.reduce((top, number) => Math.max(top, ranked.score[number]), 1e-6);
    let best = 0;
    seen.answers.forEach((number) => {
      const own = seen.weigh(number) / full;
      const other = ranked.score[number] / most;
      const score = 250 * ((1 - MIX) * own + MIX * other) * kindly(index.records[number].kind);
      found.note(number, score, null, -1);
      best = Math.max(best, score);
    });
    if (ALIKE.test(words.join())) addAlike(found, best);
    found.drop(Math.max(best * TAIL, found.nth(MOST_ANSWERS)));
    return question;
  }

  const kindly = (kind) => (kind === "practices" ? 1 : kind === "pages" ? PAGES : OTHER_KINDS);

  // Asked for what is like a practice, the practices that are another way of doing it answer too.
  function addAlike(found, best) {
    const score = found.score.slice();
    score.forEach((own, number) => {
      if (own < best * 0.9) return;
      (found.index.records[number].alternatives || []).forEach((other) =>
        found.note(other.number, own * 0.98, found.index.names, titleRow(found.index, number)));
    });
  }

  const titleRow = (index, number) => index.names.holders.indexOf(number);

  // By record, the pairs that its names, its body and what it inherits from have: all of them as a mask, and for
  // the best records by field.
  function Evidence(question, index, ranked) {
    const size = index.records.length;
    this.question = question;
    this.index = index;
    this.ranked = ranked;
    this.lines = masked(question.pairs, "lines", index.lines.holders().length);
    this.names = masked(question.pairs, "names", index.names.parts.length);
    this.all = new Int32Array(size);
    // The same of what it is called; what the best name is worth, and the best line.
    this.own = new Int32Array(size);
    this.named = new Float32Array(size);
    this.lined = new Float32Array(size);
    this.weighLines();
    this.walk((number, place, mask) => { this.all[number] |= mask; });
    this.answers = this.best();
    this.slots = new Int32Array(size);
    this.answers.forEach((number, i) => { this.slots[number] = i + 1; });
    this.masks = new Int32Array((this.answers.length + 1) * WORTH.length);
    this.walk((number, place, mask) => { if (this.slots[number]) this.masks[this.slots[number] * WORTH.length + place] |= mask; });
  }

  Evidence.prototype = {
    weighLines() {
      const holders = this.index.lines.holders();
      const { touched, masks } = this.lines;
      for (let i = 0; i < touched.length; i++) {
        const worth = this.question.weight(masks[touched[i]]);
        if (worth > this.lined[holders[touched[i]]]) this.lined[holders[touched[i]]] = worth;
      }
    },

    // Calls add(record number, place, mask) for everything that has pairs.
    walk(add) {
      this.walkLines(add);
      this.walkNames(add);
    },

    walkLines(add) {
      const { bodies, lines } = this.index;
      const holders = lines.holders();
      const { touched, masks } = this.lines;
      for (let i = 0; i < touched.length; i++) {
        const line = touched[i];
        const number = holders[line];
        // Of a line that is not loaded the field is not known; then all count alike.
        add(number, PLACE[lines.shards ? "points" : bodies.fields[line]], masks[line]);
      }
    },

    // A name counts for its record, more when it is all there, and for those that inherit from it.
    walkNames(add) {
      const { holders, parts } = this.index.names;
      const common = this.question.common();
      const heard = new Map();
      const { touched, masks } = this.names;
      touched.forEach((row) => {
        const mask = masks[row];
        const number = holders[row];
        // What a name in ten has makes no answer by itself, but adds to one.
        if (!(mask & ~common) && !this.all[number]) return;
        add(number, PLACE.name, mask);
        this.own[number] |= mask;
        const share = Math.min(1, kb.Question.bits(mask) / Math.max(2, parts[row].length - 1));
        this.named[number] = Math.max(this.named[number], this.question.weight(mask) * share * share);
        if (mask & ~common && this.index.heirs[number]) heard.set(number, heard.get(number) | mask);
      });
      heard.forEach((mask, number) => this.index.heirs[number].forEach((heir) => add(heir[0], PLACE[heir[1]], mask)));
    },

    // The best records; none where no record tells that the question is one for this library.
    best() {
      const held = [];
      for (let number = 0; number < this.all.length; number++) {
        if (this.all[number] && this.index.records[number].kind) held.push(number);
      }
      const found = kb.match.foremost(held, this.ranked.score, LOOKED_AT);
      return found.some((number) => this.tells(number)) ? found : [];
    },

    // One pair in common is chance, unless there are no more, or nearly all characters are there too.
    tells(number) {
      const { telling } = this.question;
      const all = this.all[number] & telling;
      const own = kb.Question.bits(this.own[number] & telling);
      const least = this.question.pairs.length > 2 ? 2 : 1;
      return own > 1 || (kb.Question.bits(all) >= least && this.question.covered(all) >= MUCH) ||
        (own > 0 && this.ranked.chars[number] >= NEARLY_ALL * this.question.heavy);
    },

    // Each pair counts once, where it is worth most.
    weigh(number) {
      const first = this.slots[number] * WORTH.length;
      let mask = 0;
      let worth = NAME * this.named[number] + LINE * this.lined[number];
      for (let place = 0; place < WORTH.length; place++) {
        const part = this.masks[first + place];
        if (!(part & ~mask)) continue;
        worth += WORTH[place][1] * (this.question.weight(part | mask) - this.question.weight(mask));
        mask |= part;
      }
      return worth;
    },
  };

  // The rows that have pairs, and for each of them which.
  function masked(pairs, rows, length) {
    const masks = new Int32Array(length);
    const touched = [];
    pairs.forEach((pair, i) => {
      const having = pair[rows];
      for (let k = 0; k < having.length; k++) {
        if (!masks[having[k]]) touched.push(having[k]);
        masks[having[k]] |= 1 << i;
      }
    });
    return { masks, touched };
  }

  // The row that made `record` an answer: its own, or one of those that it inherits from.
  overlap.row = function (question, record, index) {
    const from = new Map(record.from || []);
    from.set(record.number, "name");
    /** @type {{worth: number, rows: KbRows | null, row: number}} */
    let best = { worth: 0, rows: null, row: -1 };
    const offer = (rows, row, field, mask) => {
      const worth = mask ? WORTH[PLACE[field]][1] * question.weight(mask) : 0;
      if (worth > best.worth) best = { worth, rows, row };
    };
    const masks = new Map();
    question.pairs.forEach((pair, i) => pair.names.forEach((row) => {
      if (from.has(index.names.holders[row])) masks.set(row, masks.get(row) | (1 << i));
    }));
    masks.forEach((mask, row) => offer(index.names, row, from.get(index.names.holders[row]), mask));
    (record.lines || []).forEach((line, k) => {
      const row = record.row + k;
      let mask = 0;
      question.pairs.forEach((pair, i) => { if (index.bodies.parts[row].indexOf(pair.text) >= 0) mask |= 1 << i; });
      offer(index.bodies, row, line[0], mask);
    });
    return best;
  };

  kb.overlap = overlap;
})(window.kb);
