// BM25 of a question (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009): over its pairs of neighbouring
// characters, fields weighted before their counts are joined; and over its single characters in what records are called,
// because readers say 评优 and the library 评选优秀. kb.bm25(question, index) → for each record its `score`, and how many of the
// single characters its names have (`chars`).
(function (kb) {
  "use strict";

  const FIELDS = { title: 4, alias: 3, keyword: 3, asked: 1.5, body: 1 };
  const K1 = 1.2;
  const B = 0.7;
  // What single characters are worth beside pairs.
  const SINGLE = 1;

  function bm25(question, index) {
    const known = kept(index);
    const score = new Float32Array(index.records.length);
    const met = new Uint8Array(score.length);
    const counts = new Float32Array(score.length);
    const holders = index.lines.holders();
    question.pairs.forEach((pair) => {
      const touched = named(index, pair.names, counts);
      for (let i = 0; i < pair.lines.length; i++) {
        const number = holders[pair.lines[i]];
        if (!counts[number]) touched.push(number);
        counts[number] += FIELDS.body;
      }
      add(touched, counts, known.pairs, 1, score);
    });
    const chars = index.names.byChar();
    question.singles.forEach((char) => {
      const touched = [];
      (chars.get(char) || []).forEach((row) => {
        const number = index.names.holders[row];
        if (!counts[number]) touched.push(number);
        counts[number] += 1;
      });
      touched.forEach((number) => { met[number] += 1; });
      add(touched, counts, known.chars, SINGLE, score);
    });
    return { score, chars: met };
  }

  // Adds to `score` what one pair or character is worth that these records have so often; empties `counts`.
  function add(touched, counts, lengths, weight, score) {
    const rare = weight * Math.log(1 + (score.length - touched.length + 0.5) / (touched.length + 0.5));
    touched.forEach((number) => {
      const often = counts[number];
      score[number] += rare * often * (K1 + 1) / (often + K1 * (1 - B + B * lengths[number]));
      counts[number] = 0;
    });
  }

  // Names count for their records, and once what a problem or a term is called for the practices behind it.
  function named(index, rows, counts) {
    const touched = [];
    const note = (number, weight) => {
      if (!counts[number]) touched.push(number);
      counts[number] += weight;
    };
    const asked = new Set();
    rows.forEach((row) => {
      const number = index.names.holders[row];
      const kind = index.records[number].kind;
      if (kind) note(number, FIELDS[index.names.fields[row]] || FIELDS.body);
      if (kind === "problems" || kind === "terms") asked.add(number);
    });
    asked.forEach((number) => (index.heirs[number] || []).forEach((heir) => note(heir[0], FIELDS.asked)));
    return touched;
  }

  // The lengths of each record, the mean being 1: weighted, of all that it has, and of what it is called.
  function kept(index) {
    const seen = index.lines.holders().length + index.names.parts.length;
    if (index.lengths && index.lengths.seen === seen) return index.lengths;
    const pairs = new Float32Array(index.records.length);
    const chars = new Float32Array(index.records.length);
    const { holders, fields } = index.names;
    index.names.parts.forEach((part, row) => {
      pairs[holders[row]] += (FIELDS[fields[row]] || FIELDS.body) * part.length;
      chars[holders[row]] += part.length;
    });
    lineLengths(index, pairs);
    index.lengths = { seen, pairs: shared(pairs), chars: shared(chars) };
    return index.lengths;
  }

  function shared(values) {
    const mean = values.reduce((sum, value) => sum + value, 0) / (values.length || 1) || 1;
    return values.map((value) => value / mean);
  }

  // Lines that are not loaded count as lines of a usual length.
  function lineLengths(index, values) {
    const usual = 24;
    const holders = index.lines.holders();
    for (let line = 0; line < holders.length; line++) {
      values[holders[line]] += index.lines.shards ? usual : index.bodies.parts[line].length;
    }
  }

  kb.bm25 = bm25;
})(window.kb);
