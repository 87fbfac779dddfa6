// A pasted text against the index: the entries whose lines and names it has. Of a text of any length so many
// pairs of neighbouring characters are asked, in runs spread over all of it.
(function (kb) {
  "use strict";

  // Folded characters from which on a query is a text and no question.
  const LONG = 60;
  // Nearly as long as a line, so that few lines that begin alike are found with it.
  const RUN = 16;
  // How many pairs: of bodies that are there, and of shards, each of which is a file.
  const MOST = 1500;
  const MOST_OF_SHARDS = 96;
  // A line that has fewer of them has them by chance.
  const LEAST = 4;
  const BEST_LINES = 3;
  // So many of the best are looked at line by line.
  const LOOKED_AT = 200;
  const TAIL = 0.35;
  const WORTH = 250;
  const NAMED = 4;
  // Words at the beginning among which a page has its name.
  const HEAD = 6;

  const is = (words) => words.join("").length >= LONG && /[\u3400-\u9fff]/.test(words.join(""));

  // The pairs of a text that are asked, each once.
  function asked(words, index) {
    const most = index.lines.shards ? MOST_OF_SHARDS : MOST;
    const all = kb.Lines.pairs(words.join(""));
    if (all.length <= most) return Array.from(new Set(all));
    const runs = Math.floor(most / RUN);
    const step = (all.length - RUN) / Math.max(1, runs - 1);
    const found = new Set();
    for (let run = 0; run < runs; run++) {
      const from = Math.round(run * step);
      all.slice(from, from + RUN).forEach((pair) => found.add(pair));
    }
    return Array.from(found);
  }

  // Notes in `found` the records that the text comes from, up to 250 for the best.
  function passage(words, found) {
    const index = found.index;
    const holders = index.lines.holders();
    const weights = new Float32Array(holders.length);
    const counts = new Uint16Array(holders.length);
    asked(words, index).forEach((pair) => {
      const lines = index.lines.of(pair) || [];
      const rare = Math.log(1 + holders.length / (1 + lines.length));
      lines.forEach((line) => {
        weights[line] += rare;
        counts[line] += 1;
      });
    });
    const scores = joined(weights, counts, holders, index);
    const text = words.join("");
    const pairs = new Set(kb.Lines.pairs(text));
    // Most of what it is asked for is told by its first and last pair already.
    const has = (part) => part.length >= NAMED && pairs.has(part.slice(0, 2)) && pairs.has(part.slice(-2)) && text.indexOf(part) >= 0;
    whole(has, scores, index);
    named(has, scores, index);
    headed(words, scores, index);
    const best = scores.reduce((most, score) => Math.max(most, score), 0);
    scores.forEach((score, number) => {
      if (best && score >= best * TAIL && index.records[number].kind) found.note(number, WORTH * score / best, null, -1);
    });
    return best > 0;
  }

  // A record's best lines, added up; a text often has several lines of an entry.
  function joined(weights, counts, holders, index) {
    const lines = new Map();
    for (let line = 0; line < weights.length; line++) {
      if (counts[line] < LEAST) continue;
      const of = lines.get(holders[line]) || [];
      of.push(weights[line]);
      lines.set(holders[line], of);
    }
    const scores = new Float32Array(index.records.length);
    lines.forEach((of, number) => {
      scores[number] = of.sort((a, b) => b - a).slice(0, BEST_LINES).reduce((sum, weight) => sum + weight, 0);
    });
    return scores;
  }

  // Lines that the text `has` from beginning to end, of records that are found and loaded.
  function whole(has, scores, index) {
    const rare = Math.log(1 + index.lines.holders().length);
    const loaded = [];
    scores.forEach((score, number) => { if (score && index.records[number].lines) loaded.push(number); });
    kb.match.foremost(loaded, scores, LOOKED_AT).forEach((number) => {
      const { lines, row } = index.records[number];
      lines.forEach((_, i) => {
        const part = index.bodies.parts[row + i];
        if (has(part)) scores[number] += part.length * rare / 2;
      });
    });
  }

  // Names that the text `has` in so many words.
  function named(has, scores, index) {
    const { parts, holders } = index.names;
    const rare = Math.log(1 + index.lines.holders().length);
    const best = new Map();
    parts.forEach((part, row) => {
      if (!has(part)) return;
      best.set(holders[row], Math.max(best.get(holders[row]) || 0, part.length * rare / 2));
    });
    best.forEach((worth, number) => { scores[number] += worth; });
  }

  // A page begins with its name, as a line of its own: what is told below it, other entries tell, too.
  function headed(words, scores, index) {
    const { parts, holders, fields } = index.names;
    const first = words.slice(0, HEAD);
    const row = parts.findIndex((part, at) => fields[at] === "title" && part.length >= NAMED && index.records[holders[at]].kind !== "" && first.indexOf(part) >= 0);
    if (row >= 0) scores[holders[row]] += scores.reduce((most, score) => Math.max(most, score), 0);
  }

  kb.passage = Object.assign(passage, { is, asked });
})(window.kb);
