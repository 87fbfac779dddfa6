// A question in everyday words against the index: how much of it, weighted by rarity, a record's
// names, problems and bodies have. Pairs of neighbouring characters stand for words.
(function (kb) {
  "use strict";

  // Words that carry a question but not its matter: it is cut where they stand.
  const STOP_WORDS = [
    "怎么办", "怎么样", "怎么", "怎样", "如何", "哪些", "哪里", "哪个", "哪家", "哪几", "哪一", "哪几家", "哪几个", "多久", "几次", "解决", "方式", "有没有", "是不是", "能不能", "可不可以", "可以",
    "为什么", "什么", "多少", "几家", "几个", "请问", "遇到", "的问题", "想要", "希望", "需要", "应该", "应当", "办法", "做法", "经验", "有关", "关于", "相关",
    "方面", "以及", "或者", "还是", "还有", "除了", "我们", "他们", "大家", "各家", "各地", "别人", "人家", "单位", "这里", "那里", "经常", "老是", "总是", "这个", "那个", "这些", "那些",
    "相近", "类似", "相似", "差不多", "现在", "一共", "平时", "的话", "一个", "一些", "谁", "的", "吗", "呢", "了",
  ];
  // Characters that are no matter either, unless a pair with them is known.
  const LIGHT = "想跟几怎吧啊是在把被让给和与及或也都就去到做搞要会能有对从里上下着过来比更很太不再又将用";
  const CHINESE = /[\u3400-\u9fff]/;
  // And those that are none even in a pair that is known.
  const JOINING = /[与和跟及或在把被让给是也都就多]/;
  const MOST = 31;
  // What a pair is worth by where it stands: in a name, in the body, in what the record inherits from.
  /** @type {[field: string, worth: number][]} */
  const WORTH = [
    ["name", 1], ["term", 0.8], ["problem", 0.75], ["besides", 0.72], ["summary", 0.6], ["points", 0.5], ["figures", 0.5], ["organization", 0.5],
    ["unsaid", 0.45], ["outline", 0.4], ["note", 0.4], ["topic", 0.4], ["form", 0.4], ["text", 0.3], ["speech", 0.3], ["progress", 0.3],
  ];
  /** @type {{[field: string]: number}} */
  const PLACE = {};
  WORTH.forEach((each, place) => { PLACE[each[0]] = place; });
  const MOST_ANSWERS = 60;
  const COMMON = 1000;
  const OTHER_KINDS = 0.8;
  const LEAST = 0.34;
  const TAIL = 0.3;
  const ALIKE = /相近|类似|相似|差不多|接近|同类/;

  let stops = null;

  // The stretches of folded words that are left between stop words.
  function stretches(words) {
    stops = stops || new RegExp(STOP_WORDS.map(kb.fold).sort((a, b) => b.length - a.length).join("|"), "g");
    return words.map((word) => word.replace(stops, " ")).join(" ").split(" ").filter(Boolean);
  }

  // A question as pairs with their rows and rarity, and what each of its characters weighs.
  function Question(words, index) {
    this.pairs = [];
    this.chars = [];
    this.shares = new Map();
    this.weights = new Map();
    stretches(words).forEach((part) => {
      for (let i = 0; i < part.length; i++) {
        const last = i + 1 === part.length;
        if (!last && this.pairs.length < MOST) this.addPair(part[i] + part[i + 1], this.chars.length, index);
        this.chars.push(LIGHT.indexOf(part[i]) < 0 ? 1 : 0.15);
      }
    });
    this.all = this.chars.reduce((sum, weight) => sum + weight, 0);
  }

  Question.prototype = {
    addPair(pair, at, index) {
      const names = index.names.byPair().get(pair) || [];
      // Half-loaded bodies would favour the records that happen to be there.
      const bodies = index.whole ? index.bodies.byPair().get(pair) || [] : [];
      const rarity = Math.log(1 + index.records.length / (1 + names.length + bodies.length)) * (JOINING.test(pair) ? 0.25 : 1);
      const light = LIGHT.indexOf(pair[0]) >= 0 || LIGHT.indexOf(pair[1]) >= 0;
      this.pairs.push({ text: pair, at, names, bodies, rarity, light, known: names.length + bodies.length > 0 });
    },

    // The pairs that very many names have, as a mask; none where there are no others.
    common() {
      let mask = 0;
      this.pairs.forEach((pair, i) => { if (pair.names.length > COMMON) mask |= 1 << i; });
      return this.pairs.some((pair, i) => pair.names.length && !(mask & (1 << i))) ? mask : 0;
    },

    // The share of the question, by weight of characters, that the pairs in `mask` cover.
    covered(mask) {
      return remembered(this.shares, mask, () => {
        const seen = new Set();
        this.pairs.forEach((pair, i) => { if (mask & (1 << i)) seen.add(pair.at).add(pair.at + 1); });
        let sum = 0;
        seen.forEach((at) => { sum += this.chars[at]; });
        return sum / this.all;
      });
    },

    // The row that made `record` an answer: its own, or one of those that it inherits from.
    bestRow(record, index) {
      const worth = new Map(record.from || []);
      worth.set(record.number, "");
      /** @type {{worth: number, rows: KbRows | null, row: number}} */
      let best = { worth: 0, rows: null, row: -1 };
      [index.names, index.bodies].forEach((rows) => {
        const masks = new Map();
        this.pairs.forEach((pair, i) => {
          (rows === index.names ? pair.names : pair.bodies).forEach((row) => {
            const mine = rows.holders[row] === record.number || (rows === index.names && worth.has(rows.holders[row]));
            if (mine) masks.set(row, masks.get(row) | (1 << i));
          });
        });
        masks.forEach((mask, row) => {
          const via = worth.get(rows.holders[row]);
          const factor = WORTH[PLACE[via || (rows === index.names ? "name" : rows.fields[row])]][1];
          if (factor * this.weight(mask) > best.worth) best = { worth: factor * this.weight(mask), rows, row };
        });
      });
      return best;
    },

    // The rarity of the pairs in `mask`; neighbours that were found together tell more.
    weight(mask) {
      return remembered(this.weights, mask, () => this.pairs.reduce((sum, pair, i) => {
        if (!(mask & (1 << i))) return sum;
        const beside = i > 0 && mask & (1 << (i - 1)) && this.pairs[i - 1].at === pair.at - 1;
        return sum + pair.rarity * (beside ? 1.3 : 1);
      }, 0));
    },
  };

  // Few masks occur, each for many records.
  function remembered(known, mask, work) {
    let value = known.get(mask);
    if (value === undefined) known.set(mask, value = work());
    return value;
  }

  // Notes in `found` the records that have enough of the question, better ones higher, up to 250;
  // gives the question, which can tell the row that an answer rests on.
  function overlap(words, found) {
    const index = found.index;
    const question = new Question(words, index);
    if (!CHINESE.test(words.join("")) || !question.pairs.some((pair) => pair.known)) return question;
    const seen = new Evidence(question, index);
    const full = question.weight(-1 >>> 1);
    const telling = question.pairs.filter((pair) => pair.known || !pair.light).length;
    let best = 0;
    seen.touched.forEach((number) => {
      const record = index.records[number];
      // One pair out of many is chance.
      if (!record.kind || (telling > 2 && bits(seen.all[number]) < 2)) return;
      if (question.covered(seen.all[number]) < LEAST) return;
      const score = 250 * (seen.weigh(number) / full) * (record.kind === "practices" ? 1 : OTHER_KINDS);
      found.note(number, score, null, -1);
      best = Math.max(best, score);
    });
    if (ALIKE.test(words.join())) addAlike(found, best);
    found.drop(Math.max(best * TAIL, found.nth(MOST_ANSWERS)));
    return question;
  }

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

  // By record, the pairs that its names, its body and what it inherits from have, as masks by field.
  function Evidence(question, index) {
    this.question = question;
    this.masks = new Int32Array(index.records.length * WORTH.length);
    this.all = new Int32Array(index.records.length);
    this.best = new Float32Array(index.records.length);
    this.touched = [];
    const rows = new Int32Array(index.names.parts.length);
    question.pairs.forEach((pair, i) => {
      pair.names.forEach((row) => { rows[row] |= 1 << i; });
      pair.bodies.forEach((row) => this.add(index.bodies.holders[row], PLACE[index.bodies.fields[row]], 1 << i));
    });
    const common = question.common();
    for (let row = 0; row < rows.length; row++) if (rows[row] & ~common) this.addName(index, row, rows[row]);
    // What a name in ten has makes no answer by itself, but adds to one.
    for (let row = 0; row < rows.length; row++) {
      const number = index.names.holders[row];
      if (rows[row] && !(rows[row] & ~common) && this.all[number]) this.add(number, PLACE.name, rows[row]);
    }
  }

  Evidence.prototype = {
    add(number, place, mask) {
      if (!this.all[number]) this.touched.push(number);
      this.all[number] |= mask;
      this.masks[number * WORTH.length + place] |= mask;
    },

    // A name counts for its record, more when it is all there, and for those that inherit from it.
    addName(index, row, mask) {
      const number = index.names.holders[row];
      this.add(number, PLACE.name, mask);
      const share = Math.min(1, bits(mask) / Math.max(2, index.names.parts[row].length - 1));
      this.best[number] = Math.max(this.best[number], this.question.weight(mask) * share * share);
      const heirs = index.heirs[number] || [];
      for (let i = 0; i < heirs.length; i++) this.add(heirs[i][0], PLACE[heirs[i][1]], mask);
    },

    // Each pair counts once, where it is worth most.
    weigh(number) {
      let mask = 0;
      let worth = 0.4 * this.best[number];
      for (let place = 0; place < WORTH.length; place++) {
        const part = this.masks[number * WORTH.length + place];
        if (!(part & ~mask)) continue;
        worth += WORTH[place][1] * (this.question.weight(part | mask) - this.question.weight(mask));
        mask |= part;
      }
      return worth;
    },
  };

  function bits(mask) {
    let count = 0;
    for (let rest = mask; rest; rest &= rest - 1) count += 1;
    return count;
  }

  overlap.stretches = stretches;
  kb.overlap = overlap;
})(window.kb);
