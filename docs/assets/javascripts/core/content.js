// Which words of a query none of its hits has, as they were typed: those that were met by form or sound only, and those
// that were not met at all. Words are told apart by what the index knows; where that is unsure, the longer run stands.
//   kb.content(asked, numbers, index, {firm, weak}) → {missed, near, apart: string[]}, the last of words that no hit says
//     together; `asked.words` are folded, and `asked.original` before wrapping was taken off; `firm` says that the hits
//     have all of them, as they stand or nearly
(function (kb) {
  "use strict";

  // No matter by themselves, beside a word that is known.
  const LIGHT = "当谁想跟几怎吧啊是在把被让给和与及或也都就去到做搞要会能有对从里上下着过来比更很太不再又将用的了吗呢个些次点份请谁我你他们这那其所以而且但可办弄写开出得说看先后前时每各只还才最家人事多少好大小建设求找查该总同样自己";
  const LACK = /^(没有|没|无)/;
  const CHINESE = /^[\u3400-\u9fff0-9]+$/;
  // Documents that readers ask for; the library has none.
  const PAPER = /(讲话稿|发言稿|主持词|总结|汇报|通知|范文|模板|模版|范本|样本)$/;
  const LONGEST = 8;
  const SHORT = 6;
  const MOST = 40;
  const SOLID = 3;
  // Of a name with so little matter a paper is more than wrapping.
  const LITTLE = 2;
  // What a reading of a stretch costs: a character that is no known word, a word, and one that no hit has.
  const UNKNOWN = 1;
  const WORD = 0.1;
  const UNMET = 0.6;

  function content(asked, numbers, index, told) {
    const reader = new Reader(numbers, index);
    const words = asked.words.filter((word) => CHINESE.test(word) && word.length > 1 && word.length <= MOST && !reader.met(word));
    const near = told.firm ? words.filter((word) => !reader.metInside(word)) : [];
    const parts = told.firm ? [] : kb.wording.stretches(words).filter((part) => part.length > 1);
    const missed = papers(asked.original || asked.words, reader);
    if (!missed.length) parts.forEach((part) => missed.push(...reader.lacking(part, parts.join("").length, told.weak)));
    const apart = missed.length || parts.length !== 1 ? [] : reader.scattered(parts[0]);
    const typed = (all) => Array.from(new Set(all)).map((word) => kb.fold.typed(asked.query, word));
    return { missed: typed(missed), near: typed(near), apart: typed(apart) };
  }

  // 主席讲话稿 asks for the paper, not for what has 主席 in it; the paper on a thing that is named is wrapping.
  function papers(words, reader) {
    return words.filter((word) => {
      const paper = PAPER.exec(word);
      if (!paper || reader.met(word)) return false;
      return kb.Question.matter(kb.wording.unwrapped([word.slice(0, paper.index)])[0] || "") <= LITTLE;
    });
  }

  function Reader(numbers, index) {
    this.among = new Set(numbers);
    this.index = index;
    this.seen = new Map();
  }

  Reader.prototype = {
    // Whether a hit has `text` in what it is called, in what it answers to or in its body.
    met(text) {
      return this.look(text) === 2 || (text.startsWith("没有") && this.look(text.replace("没有", "没")) === 2);
    },

    // Whether a hit has all of a long word but what a reader put before or after it.
    metInside(text) {
      return text.length > 4 && [[1], [2], [0, -1], [0, -2]].some(([from, to]) => this.met(text.slice(from, to)));
    },

    // 0: nothing has it, 1: something does, 2: a hit does.
    look(text) {
      if (!this.seen.has(text)) this.seen.set(text, this.find(text));
      return this.seen.get(text);
    },

    find(text) {
      let found = 0;
      this.places(text, (place, number) => { found = Math.max(found, this.among.has(number) ? 2 : 1); });
      return found;
    },

    // Calls visit(a name for a row or line, the number of a record that it speaks for).
    places(text, visit) {
      const { names, heirs, lines } = this.index;
      names.each(text, (row) => {
        const number = names.holders[row];
        visit("n" + row, number);
        (heirs[number] || []).forEach((heir) => visit("n" + row, heir[0]));
      });
      const holders = lines.holders();
      kb.match.linesOf(text, this.index).forEach((line) => visit("l" + line, holders[line]));
    },

    // The words of a stretch that no hit has; all of it where they cannot be told apart and it is all of the question. Of a
    // sentence one word says little, and it is hard to tell where it ends: there only what nothing in the index knows.
    lacking(part, all, weak) {
      if (this.met(part)) return [];
      const words = this.words(part).filter((word) => !word.light);
      const lacks = words.filter((word) => word.text.length < 2 || !this.met(word.text));
      const sure = lacks.filter((word) => word.sure).map((word) => word.text);
      if (all > LONGEST) return weak ? sure.filter((text) => text.length >= SOLID && !this.look(text)) : [];
      if (lacks.length === sure.length) return sure;
      // 管办事大厅: beside so long a name one character more is what the question does with it.
      if (lacks.every((word) => heavy(word.text) < 2) && words.some((word) => word.text.length > SOLID && this.met(word.text))) return [];
      return part.length === all && (weak || all <= SHORT) ? [part.slice(words[0].at, words[words.length - 1].end)] : sure;
    },

    // A short stretch whose words hits have, but none in one name or line.
    scattered(part) {
      // 来给委员讲课 is cut out of a question: its words need not stand together.
      const cut = light(part[0]) || light(part[part.length - 1]);
      if (part.length > SHORT || cut || this.met(part)) return [];
      const words = this.words(part).filter((word) => !word.light);
      return words.length > 1 && !this.together(words) ? [part] : [];
    },

    // Whether a hit has all words in one name or line.
    together(words) {
      const counts = new Map();
      words.forEach((word, i) => this.places(word.text, (place, number) => {
        if (this.among.has(number) && (counts.get(place) || 0) === i) counts.set(place, i + 1);
      }));
      return Array.from(counts.values()).some((count) => count === words.length);
    },

    // A stretch as words that the index knows, rather those that hits have, and what stands between them.
    words(part) {
      const ways = [{ cost: 0, from: 0, known: false }];
      for (let end = 1; end <= part.length; end++) {
        let way = { cost: ways[end - 1].cost + (light(part[end - 1]) ? UNKNOWN / 4 : UNKNOWN), from: end - 1, known: false };
        // What ends like something that nothing has is not there either.
        for (let from = end - 2; from >= Math.max(0, end - LONGEST); from--) {
          const seen = this.look(part.slice(from, end));
          if (!seen) break;
          const cost = ways[from].cost + WORD + (seen === 2 ? 0 : UNMET);
          if (cost < way.cost) way = { cost, from, known: true };
        }
        ways.push(way);
      }
      return joined(part, ways);
    },
  };

  // The cheapest way through a stretch; unknown characters beside each other are one run, and 没有经费 is one matter.
  function joined(part, ways) {
    const found = [];
    for (let end = part.length; end > 0; end = ways[end].from) {
      const { from, known } = ways[end];
      if (!known && found.length && !found[0].known) found[0].at = from;
      else found.unshift({ at: from, end, known });
    }
    const lack = found.findIndex((word) => LACK.test(part.slice(word.at, word.end)));
    if (lack >= 0 && lack + 1 < found.length) {
      const [none, matter] = found.splice(lack, 2);
      found.splice(lack, 0, { at: none.at, end: matter.end, known: matter.known });
    }
    return found.map((word, i) => weighed(part.slice(word.at, word.end), word, i === lack));
  }

  const light = (char) => LIGHT.indexOf(char) >= 0;
  const heavy = (text) => Array.from(text).filter((char) => !light(char)).length;

  function weighed(text, { at, end, known }, lack) {
    const matter = heavy(text);
    const nothing = !matter || !kb.wording.bare(text);
    return { text, at, end, light: !lack && nothing, sure: lack ? known : text.length > 1 && matter === text.length && !LACK.test(text) };
  }

  kb.content = content;
})(window.kb);
