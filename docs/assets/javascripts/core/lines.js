// The lines of bodies by pair of neighbouring characters: of bodies that are there, or, in a library too
// large for that, of what shards tell of them (macros/search/shards.py). Lines are counted through all records.
(function (kb) {
  "use strict";

  const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
  const CHINESE = /[\u3400-\u9fff]/;
  /** @type {number[]} */
  const NONE = [];

  // `bodies` are the rows of what is loaded.
  function Lines(bodies) {
    this.bodies = bodies;
    this.shards = 0;
    this.texts = new Map();
    this.lists = new Map();
    /** @type {ArrayLike<number>} */
    this.counted = NONE;
  }

  Lines.prototype = {
    // Takes how many lines each record has, and how many shards there are: `bodies` will never be whole.
    count(counts, shards) {
      this.shards = shards;
      const holders = [];
      counts.forEach((lines, number) => { for (let i = 0; i < lines; i++) holders.push(number); });
      this.counted = Int32Array.from(holders);
      // What comes later is known by pair as it comes.
      this.bodies.byPair();
    },

    // The number of the record that each line belongs to.
    holders() {
      return this.shards ? this.counted : this.bodies.holders;
    },

    // The numbers of the lines that have `pair`; null where too many have it, or where that is not known yet.
    of(pair) {
      if (!this.shards) return this.bodies.byPair().get(pair) || NONE;
      if (this.lists.has(pair)) return this.lists.get(pair);
      const text = this.texts.get(this.shard(pair));
      if (text === undefined) return CHINESE.test(pair) ? null : NONE;
      const found = decode(text, pair);
      this.lists.set(pair, found);
      return found;
    },

    shard(pair) {
      return "shard-" + ((pair.charCodeAt(0) * 31 + pair.charCodeAt(1)) % this.shards);
    },

    // The names of the shards that these pairs need and that are not there yet.
    missing(pairs) {
      const needed = new Set(pairs.filter((pair) => CHINESE.test(pair)).map((pair) => this.shard(pair)));
      return Array.from(needed).filter((name) => !this.texts.has(name));
    },

    add(name, text) {
      this.texts.set(name, text);
    },

    // The lines that can have `word`: those with all pairs of it that tell anything.
    phrase(word) {
      const found = pairs(word).map((pair) => this.of(pair)).filter(Boolean).sort((a, b) => a.length - b.length);
      if (!found.length) return NONE;
      return found.slice(1).reduce((left, other) => left.filter((line) => holds(other, line)), found[0]);
    },
  };

  // Whether a list in ascending order has a number.
  function holds(numbers, number) {
    let low = 0;
    let high = numbers.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[middle] < number) low = middle + 1;
      else high = middle;
    }
    return numbers[low] === number;
  }

  function decode(text, pair) {
    const start = text.startsWith(pair) ? 0 : text.indexOf("\n" + pair) + 1;
    if (start === 0 && !text.startsWith(pair)) return NONE;
    const end = text.indexOf("\n", start);
    const gaps = text.slice(start + 2, end < 0 ? text.length : end);
    if (gaps === "*") return null;
    const numbers = [];
    let number = 0;
    let last = 0;
    for (let i = 0; i < gaps.length; i++) {
      const digit = DIGITS.indexOf(gaps[i]);
      number = number * 32 + (digit % 32);
      if (digit >= 32) {
        numbers.push(last += number);
        number = 0;
      }
    }
    return numbers;
  }

  const pairs = (word) => Array.from({ length: Math.max(0, word.length - 1) }, (_, i) => word.slice(i, i + 2));

  Lines.pairs = pairs;
  kb.Lines = Lines;
})(window.kb);
