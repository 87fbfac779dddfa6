// Phrases in bodies that are not loaded: which records have every pair of a word's characters.
// The shards are those of macros/search/shards.py.
(function (kb) {
  "use strict";

  const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
  const CHINESE = /[\u3400-\u9fff]/;
  const texts = new Map();
  const lists = new Map();

  const pairs = (word) => Array.from({ length: Math.max(0, word.length - 1) }, (_, i) => word.slice(i, i + 2));
  const shard = (pair) => "shard-" + ((pair.charCodeAt(0) * 31 + pair.charCodeAt(1)) % kb.phrase.SHARDS);

  // The names of the shards that the folded words need and that are not there yet.
  function missing(words) {
    const needed = new Set();
    words.forEach((word) => { if (CHINESE.test(word)) pairs(word).forEach((pair) => needed.add(shard(pair))); });
    return Array.from(needed).filter((name) => !texts.has(name));
  }

  // The numbers of the records that have `pair`, null for nearly all of them, or undefined when
  // its shard is not loaded.
  function list(pair) {
    if (lists.has(pair)) return lists.get(pair);
    const text = texts.get(shard(pair));
    if (text === undefined) return undefined;
    const found = decode(text, pair);
    lists.set(pair, found);
    return found;
  }

  function decode(text, pair) {
    const start = text.startsWith(pair) ? 0 : text.indexOf("\n" + pair) + 1;
    if (start === 0 && !text.startsWith(pair)) return [];
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

  // The numbers of the records that can have `word` in their body; none where that can't be told.
  function candidates(word) {
    const found = pairs(word).map(list);
    if (found.indexOf(undefined) >= 0) return [];
    const telling = found.filter(Boolean).sort((a, b) => a.length - b.length);
    if (!telling.length) return [];
    return telling.slice(1).reduce((left, other) => {
      const has = new Set(other);
      return left.filter((number) => has.has(number));
    }, telling[0]);
  }

  kb.phrase = { missing, candidates, SHARDS: 256, add: (name, text) => { texts.set(name, text); } };
})(window.kb);
