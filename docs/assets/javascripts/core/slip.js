// Names that a word nearly is: one character missing, too many, swapped, wrong, or of the same sound;
// two from eight characters on.
(function (kb) {
  "use strict";

  // What such a match in the name of a problem or a body is worth for the practices behind it.
  const UNSURE = 0.3;
  const SAME_SOUND = 0.5;
  // More names than this with the word as it stands: nobody will look below them.
  const ENOUGH = 20;

  function slipped(word, found) {
    if (word.length < 3 || word.length > 40 || /^[a-z+]+$/.test(word)) return;
    if (exact(word, found) >= ENOUGH) return;
    const names = found.index.names;
    candidates(word, names, least(word)).forEach((row) => {
      if (names.fields[row] === "expansion") return;
      const name = names.parts[row];
      const met = near(word, name);
      if (!met) return;
      const share = Math.min(word.length, met.length) / Math.max(word.length, name.length);
      found.noteName(row, 40 + 360 * share - 40 * met.steps, share, UNSURE);
    });
  }

  const allowed = (word) => (word.length < 8 ? 1 : 2);

  const least = (word) => Math.max(2, new Set(word).size - allowed(word));

  // Where `word` nearly stands in `name` (both folded): {steps, from, length}, or null.
  function near(word, name) {
    if (word.length < 3 || name.length < 3) return null;
    const met = distance(word, Array.from(word, kb.pinyin.of), name);
    if (met.steps > allowed(word)) return null;
    // Of three characters one may be another of the same sound or missing, none wrong or too many.
    if ((word.length === 3 || name.length === 3) && met.steps > SAME_SOUND && met.length < 4) return null;
    return met.steps > 1 && replaced(word, name.slice(met.from, met.from + met.length)) ? null : met;
  }

  // Two neighbours that the stretch lacks, in writing and in sound, are another word and no slip.
  function replaced(word, stretch) {
    const sounds = Array.from(stretch, kb.pinyin.of).filter(Boolean);
    const lacks = (char) => stretch.indexOf(char) < 0 && sounds.indexOf(kb.pinyin.of(char)) < 0;
    return Array.from(word).some((char, i) => i > 0 && lacks(char) && lacks(word[i - 1]));
  }

  function exact(word, found) {
    let count = 0;
    found.index.names.each(word, () => { count += 1; });
    return count;
  }

  // Rows that have at least `enough` of the word's different characters.
  function candidates(word, names, enough) {
    const having = names.byChar();
    const counts = new Uint8Array(names.parts.length);
    const found = [];
    new Set(word).forEach((char) => {
      (having.get(char) || []).forEach((row) => {
        counts[row] += 1;
        if (counts[row] === enough) found.push(row);
      });
    });
    return found;
  }

  // The fewest steps from `word` to some stretch of `name`, and where that stretch is. Three rows of
  // the usual table, each cell with its steps and the start of its stretch; of equal ways the one
  // with the longer stretch.
  function distance(word, sounds, name) {
    const width = name.length + 1;
    let [before, last, row] = rows(width);
    for (let j = 0; j < width; j++) last.set(j, 0, j);
    for (let i = 1; i <= word.length; i++) {
      row.set(0, i, 0);
      for (let j = 1; j < width; j++) {
        row.set(j, last.steps[j - 1] + substitution(word[i - 1], sounds[i - 1], name[j - 1]), last.from[j - 1]);
        row.lower(j, last.steps[j] + 1, last.from[j]);
        row.lower(j, row.steps[j - 1] + 1, row.from[j - 1]);
        if (i > 1 && j > 1 && word[i - 1] === name[j - 2] && word[i - 2] === name[j - 1]) {
          row.lower(j, before.steps[j - 2] + 1, before.from[j - 2]);
        }
      }
      [before, last, row] = [last, row, before];
    }
    let end = 0;
    for (let j = 1; j < width; j++) if (last.steps[j] <= last.steps[end]) end = j;
    return { steps: last.steps[end], from: last.from[end], length: end - last.from[end] };
  }

  function Row(width) {
    this.steps = new Float32Array(width);
    this.from = new Int16Array(width);
  }

  Row.prototype = {
    set(j, steps, from) {
      this.steps[j] = steps;
      this.from[j] = from;
    },
    lower(j, steps, from) {
      if (steps < this.steps[j] || (steps === this.steps[j] && from < this.from[j])) this.set(j, steps, from);
    },
  };

  // Kept from one name to the next: a search compares hundreds.
  let kept = [];
  function rows(width) {
    if (!kept.length || kept[0].steps.length < width) kept = [new Row(width * 2), new Row(width * 2), new Row(width * 2)];
    return kept;
  }

  function substitution(typed, sound, char) {
    if (typed === char) return 0;
    return sound && sound === kb.pinyin.of(char) ? SAME_SOUND : 1;
  }

  kb.slip = { slipped, near };
})(window.kb);
