// Which words of a query none of its hits has, as they were typed: those that were met by form or sound only, and those
// that were not met at all. Words are told apart by what the index knows; where that is unsure, the longer run stands.
//   kb.content(asked, numbers, index) → {missed: string[], near: string[]}; `asked.words` are folded, `asked.firm` says
//     that the hits have all of them, as they stand or nearly
(function (kb) {
  "use strict";

  // No matter by themselves, beside a word that is known.
  const LIGHT = "想跟几怎吧啊是在把被让给和与及或也都就去到做搞要会能有对从里上下着过来比更很太不再又将用的了吗呢个些次点份请谁我你他们这那其所以而且但可办弄写开出得说看先后前时每各只还才最家人事多少好大小建设";
  const LACK = /^(没有|没|无)/;
  const CHINESE = /^[\u3400-\u9fff0-9]+$/;
  // Longer runs are sentences: one word of them says little.
  const LONGEST = 8;
  const MOST = 40;

  function content(asked, numbers, index) {
    const reader = new Reader(numbers, index);
    const missed = [];
    const near = [];
    asked.words.filter((word) => CHINESE.test(word) && word.length > 1 && word.length <= MOST && !reader.met(word)).forEach((word) => {
      if (asked.firm) near.push(word);
      else kb.wording.unwrapped(kb.wording.stretches([word])).forEach((part) => missed.push(...reader.lacking(part)));
    });
    const typed = (words) => Array.from(new Set(words)).map((word) => kb.fold.typed(asked.query, word));
    return { missed: typed(missed), near: typed(near) };
  }

  function Reader(numbers, index) {
    this.among = new Set(numbers);
    this.index = index;
    this.seen = new Map();
  }

  Reader.prototype = {
    // Whether a hit has `text` in what it is called, in what it answers to or in its body.
    met(text) {
      return this.look(text) === 2;
    },

    // 0: nothing has it, 1: something does, 2: a hit does.
    look(text) {
      if (!this.seen.has(text)) this.seen.set(text, this.find(text));
      return this.seen.get(text);
    },

    find(text) {
      const { names, heirs, lines } = this.index;
      let found = 0;
      const note = (number) => { found = Math.max(found, this.among.has(number) ? 2 : 1); };
      names.each(text, (row) => {
        const number = names.holders[row];
        note(number);
        (heirs[number] || []).forEach((heir) => note(heir[0]));
      });
      if (found === 2) return found;
      const holders = lines.holders();
      kb.match.linesOf(text, this.index).forEach((line) => note(holders[line]));
      return found;
    },

    // The words of a stretch that no hit has; all of it where its words cannot be told apart.
    lacking(part) {
      if (this.met(part)) return [];
      const lacks = this.words(part).filter((word) => !word.light && !this.met(word.text));
      if (!lacks.length) return [];
      if (lacks.every((word) => word.sure)) return lacks.map((word) => word.text);
      return part.length <= LONGEST ? [part] : lacks.filter((word) => word.sure).map((word) => word.text);
    },

    // A stretch as words: the longest that the index knows, and what stands between them.
    words(part) {
      const found = [];
      let rest = "";
      const flush = () => {
        if (rest) found.push(between(rest));
        rest = "";
      };
      for (let at = 0; at < part.length;) {
        const size = this.known(part, at);
        if (size) {
          flush();
          found.push({ text: part.slice(at, at + size), light: false, sure: true });
        } else rest += part[at];
        at += size || 1;
      }
      flush();
      return lacked(found, part);
    },

    known(part, at) {
      for (let size = Math.min(LONGEST, part.length - at); size > 1; size--) {
        if (this.look(part.slice(at, at + size))) return size;
      }
      return 0;
    },
  };

  function between(text) {
    const light = Array.from(text).filter((char) => LIGHT.indexOf(char) >= 0).length;
    return { text, light: light === text.length, sure: text.length > 1 && !light && !LACK.test(text) };
  }

  // 没有经费 is one matter, not 有 and 经费.
  function lacked(words, part) {
    const at = words.findIndex((word) => LACK.test(word.text));
    return at < 0 || part.length > LONGEST ? words : [{ text: part, light: false, sure: true }];
  }

  kb.content = content;
})(window.kb);
