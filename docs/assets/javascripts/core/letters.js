// Names as they are said, in one string of letters, and where something typed stands in it with at most one slip.
(function (kb) {
  "use strict";

  const BEGINS = 1;
  const INSIDE = 2;
  // ü is typed as v or u; southern speech mixes zh and z, sh and s, ch and c, ng and n, l and n, f and h.
  const plain = (letters) => letters.replace(/v/g, "u");
  const southern = (letters) => plain(letters).replace(/([zcs])h/g, "$1").replace(/f/g, "h").replace(/[ln][lng]*/g, "n");
  // How a syllable is written each way, and what of it goes after an n: what is typed has no seams.
  const WAYS = {
    plain: { write: plain, seam: null, known: new Map() },
    southern: { write: southern, seam: /^[ng]+/, known: new Map() },
    initials: { write: (letters) => letters[0], seam: null, known: new Map() },
  };

  function written(letters, { write, known }) {
    let found = known.get(letters);
    if (found === undefined) known.set(letters, found = write(letters));
    return found;
  }

  // The letters of each character of a name; none where it is not said. `cut` takes the places that a seam took letters from.
  function units(text, syllables, way, cut) {
    const { seam } = WAYS[way];
    let last = "";
    return syllables.map((syllable, i) => {
      if (syllable === kb.pinyin.SILENT || text[i] === "+") return "";
      let unit = written(syllable || text[i], WAYS[way]);
      if (seam && last === "n" && seam.test(unit)) {
        unit = unit.replace(seam, "");
        if (cut) cut.add(i);
      }
      if (unit) last = unit[unit.length - 1];
      return unit;
    });
  }

  // Names with their syllables, written one of the WAYS.
  function Letters(texts, syllables, way) {
    this.starts = [];
    const begins = [];
    const inside = [];
    let at = 0;
    this.text = texts.map((text, row) => {
      this.starts.push(at);
      const cut = new Set();
      const parts = units(text, syllables[row], way, cut);
      for (let i = 0; i < parts.length; i++) {
        if (parts[i]) (cut.has(i) ? inside : begins).push(at);
        at += parts[i].length;
      }
      begins.push(at);
      at += 1;
      return parts.join("");
    }).join("\n") + "\n";
    // Where a character begins, or a name has ended; INSIDE where it does without its first letters: gang is not an.
    this.begins = new Uint8Array(at);
    for (let i = 0; i < inside.length; i++) this.begins[inside[i]] = INSIDE;
    for (let i = 0; i < begins.length; i++) this.begins[begins[i]] = BEGINS;
  }

  Letters.prototype = {
    rowAt: kb.Rows.prototype.rowAt,

    end(row) {
      return (row + 1 < this.starts.length ? this.starts[row + 1] : this.text.length) - 1;
    },

    // Whether a stretch is a name from beginning to end.
    whole(from, to) {
      return (from === 0 || this.text[from - 1] === "\n") && this.text[to] === "\n";
    },

    // Calls visit(from, to) wherever `word` stands from the beginning of a character on.
    exactly(word, visit) {
      for (let at = this.text.indexOf(word); at >= 0; at = this.text.indexOf(word, at + 1)) {
        if (this.begins[at] === BEGINS) visit(at, at + word.length);
      }
    },

    // The same for one letter missing, too many, wrong, or two swapped. One half of the word is as it should be,
    // or the two letters in the middle are swapped.
    nearly(word, visit) {
      const middle = word.length >> 1;
      const note = (at, from) => {
        const to = this.begins[at] === BEGINS ? this.met(word, at, from) : -1;
        if (to >= 0) visit(at, to);
      };
      this.each(word.slice(0, middle), (at) => note(at, middle));
      this.each(word.slice(middle), (at) => [0, 1, -1].forEach((more) => note(at - middle + more, 0)));
      this.exactly(swapped(word, middle - 1), visit);
    },

    each(part, visit) {
      for (let at = this.text.indexOf(part); at >= 0; at = this.text.indexOf(part, at + 1)) visit(at);
    },

    // Where `word` ends that begins at a place, with one slip from its letter `from` on; -1 where it does not stand there.
    met(word, at, from) {
      const { text } = this;
      let i = from;
      while (i < word.length && word[i] === text[at + i]) i += 1;
      const rest = (place, skipped) => (text.startsWith(word.slice(skipped), place) ? place + word.length - skipped : -1);
      const ends = [rest(at + i, i + 1)];
      if (text[at + i] !== "\n") ends.push(rest(at + i + 1, i), rest(at + i + 1, i + 1));
      if (i + 1 < word.length && word[i + 1] === text[at + i] && word[i] === text[at + i + 1]) ends.push(rest(at + i + 2, i + 2));
      return Math.max.apply(null, ends.map((end) => (i + SURE < word.length || this.begins[end] ? end : -1)));
    },
  };

  // So many letters after a slip tell that the name goes on; before that it must end where a character does.
  const SURE = 3;

  const swapped = (word, at) => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);

  Letters.southern = (syllable) => written(syllable, WAYS.southern);
  Letters.units = units;
  Letters.written = (word, way) => WAYS[way].write(word);
  kb.Letters = Letters;
})(window.kb);
