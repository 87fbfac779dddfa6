// A word that is typed as it sounds: whole syllables, initials, or both mixed with characters. Where nothing answers
// it as it is, an ü of its own, a tone, a southern accent or one slip is forgiven.
(function (kb) {
  "use strict";

  const LONGEST = 64;
  const UNSURE = 0.3;
  const TYPED = /[a-z]/;
  // What is forgiven, one after the other, until something answers; and what an answer is worth. With fewer letters than
  // `least`, or than `spelt` where they are syllables as they stand, nothing is; with fewer than `part` only in a whole name.
  const FORGIVEN = [
    { way: "plain", slips: 0, least: 2, spelt: 2, part: 2, worth: 340, sure: 1 },
    { way: "southern", slips: 0, least: 5, spelt: 5, part: 5, worth: 300, sure: 1 },
    { way: "plain", slips: 1, least: 6, spelt: 9, part: 6, worth: 240, sure: UNSURE },
    { way: "initials", slips: 1, least: 5, spelt: 5, part: 8, worth: 200, sure: UNSURE },
    { way: "southern", slips: 1, least: 10, spelt: 10, part: 10, worth: 200, sure: UNSURE },
  ];

  // Notes the names that a word spells; nearly, where nothing else was found.
  function spelled(word, found) {
    if (word.length > LONGEST) return;
    const plain = toneless(word);
    if (TYPED.test(word)) exactly(word, found);
    if (plain !== word && !some(found)) exactly(plain, found);
    if (!some(found)) forgiven(word).some((step) => nearly(plain, step, found));
  }

  // Of characters alone only the sound may be right; what else is wrong with them is found by slip.js.
  const forgiven = (word) => (TYPED.test(word) ? FORGIVEN : word.length > 3 ? FORGIVEN.filter((step) => !step.slips) : []);

  function some({ score }) {
    for (let number = 0; number < score.length; number++) if (score[number] > 0) return true;
    return false;
  }

  // Whether words are the syllables of one, typed with blanks between; one of them may have a slip.
  function apart(words) {
    const others = words.filter((word) => !kb.pinyin.syllable(toneless(word)));
    return others.length < Math.min(2, words.length) && others.every((word) => /^[a-z]+$/.test(word) && !kb.pinyin.valid(word));
  }

  // wei3yuan2 → weiyuan
  const toneless = (word) => word.replace(/([a-z])[0-5](?![0-9])/g, "$1");

  // One letter only at the start of a name.
  function exactly(word, found) {
    const names = found.index.names;
    const { list, bits, second } = names.syllables();
    const bit = kb.Rows.bit(word[0]);
    const next = word.length > 1 && kb.Rows.bit(word[1]);
    const hay = names.hay();
    for (let row = 0; row < names.parts.length; row++) {
      const start = names.starts[row];
      const end = start + (word.length === 1 ? 1 : names.parts[row].length);
      for (let at = start; at < end; at++) {
        if (bit ? !(bits[at] & bit) : hay[at] !== word[0]) continue;
        if (next && !(second[at] & next)) continue;
        if (note(word, found, row, at - start, list[row])) break;
      }
    }
  }

  function note(word, found, row, place, syllables) {
    const text = found.index.names.parts[row];
    const met = kb.pinyin.align(word, { text, syllables }, place);
    if (!met) return false;
    const share = (met.end - place) / text.length;
    const heard = word.length > 3 ? 1 : 0;
    const typed = met.initial === 0 ? 380 : met.whole === 0 ? 300 : 260;
    found.noteName(row, typed + (place === 0 ? 30 : 0) + 150 * share, share, heard);
    return true;
  }

  // Whether one kind of fault explains the word; notes what it then spells.
  function nearly(word, step, found) {
    const names = found.index.names;
    const letters = names.spoken(step.way);
    let any = false;
    look(word, step, letters, (from, to) => {
      const row = letters.rowAt(from);
      const start = letters.starts[row];
      const share = Math.min(1, (to - from) / (letters.end(row) - start));
      if (names.fields[row] === "expansion") return;
      any = true;
      found.noteName(row, step.worth + (from === start ? 30 : 0) + 150 * share, share, step.sure);
    });
    return any;
  }

  function look(word, step, letters, visit) {
    forms(word, step.way).forEach((typed) => {
      if (typed.length < (kb.pinyin.valid(word) ? step.spelt : step.least)) return;
      const met = (from, to) => { if (typed.length >= step.part || letters.whole(from, to)) visit(from, to); };
      if (step.slips) letters.nearly(typed, met);
      else letters.exactly(typed, met);
    });
  }

  // What a word can stand for: initials, or letters with the characters among them as they are read.
  function forms(word, way) {
    if (way === "initials") return /^[a-z0-9]+$/.test(word) && new Set(word).size > 2 ? [word] : [];
    const read = kb.pinyin.read(word).map((syllable, i) => syllable || word[i]).join("");
    // lyu is lü, but nyu may be 民约.
    const said = [read, read.replace(/[0-9]/g, kb.pinyin.of), read.replace(/([ln])yu/g, "$1u")];
    return Array.from(new Set(said.map((letters) => kb.Letters.written(letters, way))));
  }

  // Where a word that was forgiven stands in a name: [from, to] in its characters, or null.
  function near(word, text, syllables) {
    let met = null;
    forgiven(word).some((step) => {
      const letters = new kb.Letters([text], [syllables], step.way);
      look(toneless(word), step, letters, (from, to) => { met = met || [from, to]; });
      if (met) met = places(kb.Letters.units(text, syllables, step.way), met);
      return met;
    });
    return met;
  }

  // The characters that letters from one place to another belong to.
  function places(units, [from, to]) {
    let at = 0;
    const met = [];
    units.forEach((unit, i) => {
      if (unit && at < to && at + unit.length > from) met.push(i);
      at += unit.length;
    });
    return [met[0], met[met.length - 1] + 1];
  }

  kb.spelling = { spelled, near, apart, some };
})(window.kb);
