// Names that a word nearly is: one character missing, too many, swapped, wrong, or of the same sound;
// two from eight characters on.
(function (kb) {
  "use strict";

  const SAME_SOUND = 0.5;
  // More names than this with the word as it stands: nobody will look below them.
  const ENOUGH = 20;

  function slipped(word, found) {
    if (word.length < 3 || word.length > 40 || /^[a-z+]+$/.test(word)) return;
    if (exact(word, found) >= ENOUGH) return;
    const names = found.index.names;
    candidates(word, names, least(word)).forEach((row) => {
      const name = names.parts[row];
      const met = near(word, name);
      if (!met) return;
      const share = Math.min(word.length, met.length) / Math.max(word.length, name.length);
      found.noteName(row, 310 - 60 * met.steps + 130 * share, share);
    });
  }

  const allowed = (word) => (word.length < 8 ? 1 : 2);

  // Of three characters none may be wrong, but one may be missing.
  const least = (word) => (word.length === 3 ? 3 : new Set(word).size - allowed(word));

  // Where `word` nearly stands in `name` (both folded): {steps, from, length}, or null.
  function near(word, name) {
    if (word.length < 3 || name.length < 4) return null;
    const met = distance(word, Array.from(word, kb.pinyin.of), name);
    if (met.steps > allowed(word) || (word.length === 3 && met.length < 4)) return null;
    return met;
  }

  function exact(word, found) {
    let count = 0;
    found.index.names.each(word, () => { count += 1; });
    return count;
  }

  // Rows that have at least `least` of the word's different characters.
  function candidates(word, names, least) {
    const rows = names.byChar();
    const counts = new Uint8Array(names.parts.length);
    const enough = [];
    new Set(word).forEach((char) => {
      (rows.get(char) || []).forEach((row) => {
        counts[row] += 1;
        if (counts[row] === least) enough.push(row);
      });
    });
    return enough;
  }

  // The fewest steps from `word` to some stretch of `name`, and where that stretch is.
  function distance(word, sounds, name) {
    let last = Array.from({ length: name.length + 1 }, (_, j) => [0, j]);
    let before = null;
    for (let i = 1; i <= word.length; i++) {
      const row = [[i, 0]];
      for (let j = 1; j <= name.length; j++) {
        let best = plus(last[j - 1], substitution(word[i - 1], sounds[i - 1], name[j - 1]));
        best = less(best, plus(last[j], 1));
        best = less(best, plus(row[j - 1], 1));
        const swapped = i > 1 && j > 1 && word[i - 1] === name[j - 2] && word[i - 2] === name[j - 1];
        row.push(swapped ? less(best, plus(before[j - 2], 1)) : best);
      }
      before = last;
      last = row;
    }
    const end = last.reduce((best, cell, j) => (cell[0] <= last[best][0] ? j : best), 0);
    return { steps: last[end][0], from: last[end][1], length: end - last[end][1] };
  }

  const plus = (cell, cost) => [cell[0] + cost, cell[1]];
  // Of equal ways the one with the longer stretch.
  const less = (a, b) => (b[0] < a[0] || (b[0] === a[0] && b[1] < a[1]) ? b : a);

  function substitution(typed, sound, char) {
    if (typed === char) return 0;
    return sound && sound === kb.pinyin.of(char) ? SAME_SOUND : 1;
  }

  kb.slip = { slipped, near };
})(window.kb = window.kb || {});
