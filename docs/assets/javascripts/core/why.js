// Why a record is a hit: the field, its text, and the stretches of it that the query met.
(function (kb) {
  "use strict";

  // {field, label, text, spans} of a row that made `record` a hit; spans are [start, end] in `text`
  // (UTF-16 units), merged and in order. `pairs` are those of a question, where no word was met.
  function why(record, rows, row, words, pairs) {
    const text = rows.texts[row];
    const own = rows.holders[row] === record.number;
    const from = own ? null : record.from.find((each) => each[0] === rows.holders[row]);
    const field = own ? rows.fields[row] : from ? from[1] : "alternative";
    return { field, label: kb.given.reasons[field], text, spans: spans(rows, row, words, pairs) };
  }

  function spans(rows, row, words, pairs) {
    const folded = kb.fold.mapped(rows.texts[row]);
    // Syllables typed with blanks between are one word where they stand together.
    const whole = words.length > 1 && kb.spelling.apart(words) && meeting(words.join(""), folded.text, rows, row);
    let met = whole ? [whole] : words.map((word) => meeting(word, folded.text, rows, row)).filter(Boolean);
    if (!met.length) met = places(folded.text, pairs);
    return merge(met.map((at) => [folded.from[at[0]], folded.from[at[1] - 1] + 1]));
  }

  // Where a word meets a folded text: as it stands, spelled, or nearly.
  function meeting(word, folded, rows, row) {
    const place = folded.indexOf(word);
    if (place >= 0) return [place, place + word.length];
    const syllables = rows.syllablesOf(row);
    for (let at = 0; at < folded.length && /[a-z]/.test(word); at++) {
      const met = kb.pinyin.align(word, { text: folded, syllables }, at);
      if (met) return [at, met.end];
    }
    const near = kb.slip.near(word, folded);
    return near ? [near.from, near.from + near.length] : kb.spelling.near(word, folded, syllables);
  }

  function places(folded, pairs) {
    const met = [];
    pairs.forEach((pair) => {
      for (let at = folded.indexOf(pair); at >= 0; at = folded.indexOf(pair, at + 1)) met.push([at, at + 2]);
    });
    return met;
  }

  function merge(found) {
    /** @type {KbSpan[]} */
    const merged = [];
    found.sort((a, b) => a[0] - b[0]).forEach((place) => {
      const last = merged[merged.length - 1];
      if (last && place[0] <= last[1]) last[1] = Math.max(last[1], place[1]);
      else merged.push(place);
    });
    return merged;
  }

  // The first of the facets that a query named, as a reason: of several of its values (市县两级) one that the record has.
  why.facet = function (named, index, record) {
    const facet = Object.keys(named)[0];
    const has = (value) => [record].some(kb.facets.filter({ [facet]: [value] }) || Boolean);
    const mine = named[facet].find(has) || named[facet][0];
    const value = (index.facets[facet] || []).find((each) => each[0] === mine);
    const text = value ? value[1] : index.byId.get(mine).title;
    /** @type {KbSpan} */
    const whole = [0, text.length];
    return { field: facet, label: kb.given.reasons[facet], text, spans: [whole] };
  };

  kb.why = why;
})(window.kb);
