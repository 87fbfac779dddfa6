// Many short texts that are searched together: one joined string, and tables from place to row.
// A row has a holder (the number of the record that it belongs to) and a field.
(function (kb) {
  "use strict";

  const ANY = -1 >>> 0;
  /** @type {number[]} */
  const NONE = [];

  function Rows() {
    this.texts = [];
    this.fields = [];
    this.holders = [];
    this.starts = [];
    this.parts = [];
    this.length = 0;
    this.ways = new Map();
    this.pairs = null;
    this.chars = null;
    this.dropCaches();
  }

  Rows.prototype = {
    add(holder, field, text) {
      const folded = kb.fold(text);
      this.texts.push(text);
      this.fields.push(field);
      this.holders.push(holder);
      this.starts.push(this.length);
      this.parts.push(folded);
      this.length += folded.length + 1;
      if (this.joined !== null) this.dropCaches();
      // Rows come by the shard: what is known by pair and by character grows with them.
      if (this.pairs) post(this.pairs, this.parts.length - 1, pairsOf(folded));
      if (this.chars) post(this.chars, this.parts.length - 1, folded.split(""));
    },

    dropCaches() {
      this.joined = null;
      this.said = null;
      this.ways.clear();
    },

    hay() {
      const joined = this.joined === null ? this.parts.join("\n") + "\n" : this.joined;
      this.joined = joined;
      return joined;
    },

    // The row that a place in the joined string lies in.
    rowAt(place) {
      let low = 0;
      let high = this.starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (this.starts[middle] <= place) low = middle;
        else high = middle - 1;
      }
      return low;
    },

    // Calls visit(row, place in the row) for the first place of `word` in every row that has it, in their order.
    each(word, visit) {
      if (this.pairs && word.length > 1) this.among(rarest(this.pairs, word), word, visit);
      else this.along(word, visit);
    },

    among(rows, word, visit) {
      for (let i = 0; i < rows.length; i++) {
        const place = this.parts[rows[i]].indexOf(word);
        if (place >= 0) visit(rows[i], place);
      }
    },

    along(word, visit) {
      const hay = this.hay();
      let place = hay.indexOf(word);
      while (place >= 0) {
        const row = this.rowAt(place);
        visit(row, place - this.starts[row]);
        place = hay.indexOf(word, this.starts[row] + this.parts[row].length);
      }
    },

    // The syllables of each row, one for each character, and for each place of the joined string
    // the letters that it may begin with, and that may come second (bit 0 is a).
    syllables() {
      if (!this.said) {
        const list = this.texts.map((text, row) => spell(text, this.parts[row]));
        this.said = Object.assign({ list }, letters(list, this.parts, this.starts, this.length));
      }
      return this.said;
    },

    // The syllables of one row.
    syllablesOf(row) {
      return this.said ? this.said.list[row] : spell(this.texts[row], this.parts[row]);
    },

    // All rows as they are said, in letters written one of several ways (letters.js).
    spoken(way) {
      const spoken = this.ways.get(way) || new kb.Letters(this.parts, this.syllables().list, way);
      this.ways.set(way, spoken);
      return spoken;
    },

    // Rows by pair of neighbouring characters.
    byPair() {
      this.pairs = this.pairs || posting(this.parts, pairsOf);
      return this.pairs;
    },

    // Rows by character.
    byChar() {
      this.chars = this.chars || posting(this.parts, (part) => part.split(""));
      return this.chars;
    },
  };

  function spell(text, folded) {
    const read = kb.pinyin.read(text);
    const from = text.length === folded.length ? null : kb.fold.mapped(text).from;
    const syllables = [];
    for (let i = 0; i < folded.length; i++) {
      const place = from ? from[i] : i;
      const again = from && i > 0 && from[i - 1] === place;
      syllables.push(again && read[place] ? kb.pinyin.SILENT : read[place]);
    }
    return syllables;
  }

  // For each place the letters that it can begin with, and those that can come second.
  function letters(list, parts, starts, length) {
    const bits = new Uint32Array(length);
    const second = new Uint32Array(length);
    list.forEach((syllables, row) => {
      for (let i = syllables.length - 1; i >= 0; i--) {
        const at = starts[row] + i;
        bits[at] = bit(parts[row][i]) | bit(syllables[i]);
        second[at] = syllables[i + 1] === kb.pinyin.SILENT ? ANY : (i + 1 < syllables.length ? bits[at + 1] : 0) | after(syllables[i]);
        if (syllables[i]) {
          kb.pinyin.all(parts[row][i]).forEach((reading) => {
            bits[at] |= bit(reading);
            second[at] |= after(reading);
          });
        }
      }
    });
    return { bits, second };
  }

  // ü is typed in more than one way.
  const after = (syllable) => (syllable[1] === "v" ? ANY : bit(syllable.slice(1)));

  function bit(word) {
    return word >= "a" && word < "{" ? 1 << (word.charCodeAt(0) - 97) : 0;
  }

  function posting(parts, keys) {
    const rows = new Map();
    parts.forEach((part, row) => post(rows, row, keys(part)));
    return rows;
  }

  function post(rows, row, keys) {
    for (let i = 0; i < keys.length; i++) {
      const found = rows.get(keys[i]);
      if (!found) rows.set(keys[i], [row]);
      else if (found[found.length - 1] !== row) found.push(row);
    }
  }

  const pairsOf = (part) => kb.Lines.pairs(part);

  // The rows that have the pair of `word` that the fewest have.
  function rarest(pairs, word) {
    let fewest = pairs.get(word.slice(0, 2)) || NONE;
    for (let i = 1; i + 1 < word.length && fewest.length; i++) {
      const rows = pairs.get(word.slice(i, i + 2)) || NONE;
      if (rows.length < fewest.length) fewest = rows;
    }
    return fewest;
  }

  Rows.bit = bit;
  kb.Rows = Rows;
})(window.kb);
