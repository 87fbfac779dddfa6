// One word against the index: as it stands, as pinyin, and with a slip of the pen.
// Every way of matching notes, for each record, its best score and the row that it comes from.
(function (kb) {
  "use strict";

  // What a word is worth in each field; names earn more, by place and share of the name.
  const NAME = { title: 1, alias: 0.95, keyword: 0.8, expansion: 0.3 };
  // A search word, however exactly it is met, says less than a name that has the word: 编制 is 增加编制 first.
  const KEYWORD = { from: 250, share: 0.15 };
  // What a reader calls a problem; a practice of that name comes first.
  const SYNONYM = 0.4;
  // One that is put much as the question is answers it before the practices behind it do.
  const PUT = { share: 0.5, worth: 400 };
  const INHERITED = { term: 280, problem: 220, besides: 210, organization: 90, speech: 40, topic: 60, form: 60, progress: 60 };
  const BODY = { summary: 130, points: 100, figures: 95, unsaid: 30, outline: 100, note: 100, text: 90 };
  const PHRASE = 100;

  function Found(index) {
    this.index = index;
    this.score = new Float32Array(index.records.length);
    this.row = new Int32Array(index.records.length);
    // What the row is one of: 0 nothing, 1 the names, 2 the bodies.
    this.kind = new Uint8Array(index.records.length);
  }

  Found.prototype = {
    note(number, score, rows, row) {
      if (score <= this.score[number]) return;
      this.score[number] = score;
      this.row[number] = row;
      this.kind[number] = rows === null ? 0 : rows === this.index.names ? 1 : 2;
    },

    // The rows that a record's row is one of, or null.
    rowsOf(number) {
      return [null, this.index.names, this.index.bodies][this.kind[number]];
    },

    // Notes what another search found.
    take(other, number) {
      this.note(number, other.score[number], other.rowsOf(number), other.row[number]);
    },

    // Forgets the records below a score.
    drop(least) {
      for (let number = 0; number < this.score.length; number++) if (this.score[number] < least) this.score[number] = 0;
    },

    // The n-th best score, or 0 when there are fewer.
    nth(n) {
      const scores = this.score.filter((score) => score > 0);
      return scores.length > n ? scores.sort()[scores.length - n] : 0;
    },

    // Notes a match in a name, for the record itself and for those that inherit from it; `sure` is 1
    // for a name that has the word, and less for one that nearly has it.
    noteName(row, own, share, sure) {
      const names = this.index.names;
      const number = names.holders[row];
      const field = names.fields[row];
      const asked = field === "alias" && this.index.records[number].kind === "problems";
      this.note(number, asked ? problem(own, share, sure) : field === "keyword" ? searchWord(own) : own * NAME[field], names, row);
      const heirs = sure && this.index.heirs[number];
      // A label (专题, 类型, 进展) speaks for its practices only when it is named whole.
      if (!heirs || (share < 1 && !this.index.records[number].kind)) return;
      const closeness = (own / 1200) * 40 + share * 40;
      for (let i = 0; i < heirs.length; i++) {
        this.note(heirs[i][0], sure * (INHERITED[heirs[i][1]] + closeness), names, row);
      }
    },
  };

  const searchWord = (own) => Math.min(own * NAME.keyword, KEYWORD.from + KEYWORD.share * own);

  const problem = (own, share, sure) => Math.max(own * SYNONYM, sure === 1 && share >= PUT.share ? PUT.worth + 40 * share : 0);

  // Characters as they stand: the whole name, its beginning, its end, its inside, the bodies.
  function literal(word, found) {
    const names = found.index.names;
    // One character is in half of all problems and bodies: it leads to names only.
    const heard = word.length > 1 ? 1 : 0;
    names.each(word, (row, place) => {
      const part = names.parts[row];
      const share = word.length / part.length;
      const base = share === 1 ? 1000 : place === 0 ? 600 : part.endsWith(word) ? 520 : 450;
      found.noteName(row, base + 200 * share, share, heard);
    });
    told(word, found);
  }

  // The bodies that have the word. Where only some are loaded, all count alike.
  function told(word, found) {
    const { bodies, lines } = found.index;
    bodies.each(word, (row) => {
      const worth = lines.shards ? PHRASE : BODY[bodies.fields[row]] + 20 * (word.length / bodies.parts[row].length);
      found.note(bodies.holders[row], worth, bodies, row);
    });
  }

  // Records that have a phrase in a body that is not loaded; loaded ones were read by `literal`.
  function phrased(word, found) {
    const { lines, records } = found.index;
    if (!lines.shards || word.length < 2) return;
    const holders = lines.holders();
    lines.phrase(word).forEach((line) => {
      if (!records[holders[line]].lines) found.note(holders[line], PHRASE, null, -1);
    });
  }

  // The lines that have a word, or can have it where they are not loaded.
  function linesOf(word, index) {
    if (index.lines.shards) return word.length > 1 ? index.lines.phrase(word) : [];
    const found = [];
    index.bodies.each(word, (row) => found.push(row));
    return found;
  }

  // The numbers that are among the best `limit` by score, with those that are as good as the last of them.
  function foremost(numbers, score, limit) {
    if (!(limit < numbers.length)) return numbers;
    const least = Float32Array.from(numbers, (number) => score[number]).sort()[numbers.length - limit];
    return numbers.filter((number) => score[number] >= least);
  }

  kb.match = { Found, literal, linesOf, told, phrased, foremost };
})(window.kb);
