// BM25 over the pairs of a question (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009): fields
// weighted before their counts are joined. kb.bm25(question, index) → a score for each record.
(function (kb) {
  "use strict";

  const FIELDS = { title: 4, alias: 3, keyword: 3, asked: 1.5, body: 1 };
  const K1 = 1.2;
  const B = 0.7;
  // What a single character counts, of names only: 学 in a question for 学习.
  const SINGLE = 0.6;
  const COMMON = 1000;

  function bm25(question, index) {
    const size = index.records.length;
    const lengths = kept(index);
    const holders = index.lines.holders();
    const score = new Float32Array(size);
    const counts = new Float32Array(size);
    parts(question, index).forEach((pair) => {
      const touched = [];
      const note = (number, weight) => {
        if (!counts[number]) touched.push(number);
        counts[number] += weight;
      };
      named(index, pair.names, note);
      pair.lines.forEach((line) => note(holders[line], FIELDS.body));
      const rare = pair.weight * Math.log(1 + (size - touched.length + 0.5) / (touched.length + 0.5));
      touched.forEach((number) => {
        const often = counts[number];
        score[number] += rare * often * (K1 + 1) / (often + K1 * (1 - B + B * lengths[number]));
        counts[number] = 0;
      });
    });
    return score;
  }

  // The pairs of a question with their weight, and its single characters.
  function parts(question, index) {
    const chars = index.names.byChar();
    const singles = question.singles.map((char) => ({ names: chars.get(char) || [], lines: [], weight: SINGLE }))
      .filter((each) => each.names.length < COMMON);
    return question.pairs.map((pair) => ({ names: pair.names, lines: pair.lines, weight: 1 })).concat(singles);
  }

  // Names count for their records, and once what a problem or a term is called for the practices behind it.
  function named(index, rows, note) {
    const asked = new Set();
    rows.forEach((row) => {
      const number = index.names.holders[row];
      const kind = index.records[number].kind;
      if (kind) note(number, FIELDS[index.names.fields[row]] || FIELDS.body);
      if (kind === "problems" || kind === "terms") asked.add(number);
    });
    asked.forEach((number) => (index.heirs[number] || []).forEach((heir) => note(heir[0], FIELDS.asked)));
  }

  // The weighted length of each record, the mean being 1.
  function kept(index) {
    const seen = index.lines.holders().length + index.names.parts.length;
    if (index.lengths && index.lengths.seen === seen) return index.lengths.values;
    const values = new Float32Array(index.records.length);
    const { holders, fields } = index.names;
    index.names.parts.forEach((part, row) => { values[holders[row]] += (FIELDS[fields[row]] || FIELDS.body) * part.length; });
    lineLengths(index, values);
    const mean = values.reduce((sum, value) => sum + value, 0) / (values.length || 1) || 1;
    for (let i = 0; i < values.length; i++) values[i] /= mean;
    index.lengths = { seen, values };
    return values;
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
