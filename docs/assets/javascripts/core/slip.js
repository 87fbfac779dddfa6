// Names that a word nearly is: one character missing, too many, swapped, wrong, or of the same sound; two from eight
// characters on, and before that where they are all of a name.
(function (kb) {
  "use strict";

  // What such a match in the name of a problem or a body is worth for the practices behind it.
  const UNSURE = 0.3;
  const SAME_SOUND = 0.5;
  // All that was typed is there.
  const MISSING = 0.9;
  // As southern speakers mix them up (letters.js).
  const NEAR_SOUND = 0.6;
  // More names than this with the word as it stands: nobody will look below them.
  const ENOUGH = 20;
  // What a near name is worth where another has the word as it stands: less than a text that has it.
  const BESIDE = 0.2;
  const LONGEST = 40;

  function slipped(word, found) {
    if (!apt(word) || word.length > LONGEST) return;
    const whole = exact(word, found);
    if (whole >= ENOUGH) return;
    const worth = whole ? BESIDE : 1;
    const names = found.index.names;
    const sounds = Array.from(word, kb.pinyin.of);
    candidates(word, names, least(word)).forEach((row) => {
      if (names.fields[row] === "expansion") return;
      const name = names.parts[row];
      const met = near(word, name, sounds);
      if (!met || (met.steps > allowed(word) && !isName(names, row, found))) return;
      const share = Math.min(word.length, met.length) / Math.max(word.length, name.length);
      found.noteName(row, worth * (40 + 360 * share - 40 * met.steps), share, worth * UNSURE);
    });
  }

  // In what readers call a thing or a need two other characters say something else.
  const isName = (names, row, found) => names.fields[row] !== "keyword" && found.index.records[names.holders[row]].kind !== "problems";

  // Letters alone are pinyin (spelling.js).
  const apt = (word) => word.length > 2 && !/^[a-z+]+$/.test(word);

  // Steps that are forgiven anywhere, and those that are where the word is a whole name.
  const allowed = (word) => (word.length < 8 ? 1 : 2);
  const allowedWhole = (word) => (word.length < 5 ? 1 : word.length === 5 ? 1.5 : 2);

  const least = (word) => Math.max(1, new Set(word).size - Math.ceil(allowedWhole(word)));

  // Where `word` nearly stands in `name` (both folded): {steps, from, length}, or null.
  function near(word, name, given) {
    const sounds = given || Array.from(word, kb.pinyin.of);
    if (!apt(word) || name.length < 3) return null;
    if (word.length === 3) return ofThree(word, sounds, name);
    if (name.length === 3) return null;
    const met = distance(word, sounds, name);
    if (met.steps > (met.length === name.length ? allowedWhole(word) : allowed(word))) return null;
    const stretch = name.slice(met.from, met.from + met.length);
    return (met.steps > 1 && replaced(word, stretch)) || cut(word, stretch, met.from > 0, met.from + met.length < name.length) ? null : met;
  }

  // Of three characters one may be another of the same sound, or the name has one more between them; none may be wrong.
  function ofThree(word, sounds, name) {
    for (let at = 0; at + 3 <= name.length; at++) {
      let steps = 0;
      for (let i = 0; i < 3 && steps < 1; i++) steps += heard(word[i], sounds[i], name[at + i]);
      if (steps < 1) return { steps, from: at, length: 3 };
    }
    for (let at = 0; at + 4 <= name.length; at++) {
      const inside = name[at] === word[0] && name[at + 3] === word[2] && (name[at + 1] === word[1] || name[at + 2] === word[1]);
      if (inside) return { steps: 1, from: at, length: 4 };
    }
    return null;
  }

  function heard(typed, sound, char) {
    if (typed === char) return 0;
    const other = kb.pinyin.of(char);
    if (!sound || !other) return 1;
    if (sound === other) return SAME_SOUND;
    return kb.Letters.southern(sound) === kb.Letters.southern(other) ? NEAR_SOUND : 1;
  }

  // Two neighbours that the stretch lacks, in writing and in sound, are another word and no slip.
  function replaced(word, stretch) {
    const sounds = Array.from(stretch, kb.pinyin.of).filter(Boolean);
    const lacks = (char) => stretch.indexOf(char) < 0 && sounds.indexOf(kb.pinyin.of(char)) < 0;
    return Array.from(word).some((char, i) => i > 0 && lacks(char) && lacks(word[i - 1]));
  }

  // One character too many next to an end where the name goes on: 给委员打分 is not the beginning of 给委员分组.
  function cut(word, stretch, begins, ends) {
    return (ends && stretch === word.slice(0, -2) + word.slice(-1)) || (begins && stretch === word[0] + word.slice(2));
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
        row.lower(j, row.steps[j - 1] + MISSING, row.from[j - 1]);
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
