// Names to offer where a search found nothing: those that share most characters with the query.
(function (kb) {
  "use strict";

  const MOST = 3;

  kb.nearestNames = function (query, records) {
    const wanted = new Set(kb.fold(query));
    if (!wanted.size) return [];
    return records
      .map((record) => ({ record, share: shared(wanted, new Set(kb.fold(record.title))) }))
      .filter((each) => each.share > 0)
      .sort((a, b) => b.share - a.share || a.record.number - b.record.number)
      .slice(0, MOST).map((each) => each.record);
  };

  // Twice the common characters over all characters: 1 for the same ones, 0 for none.
  function shared(a, b) {
    let common = 0;
    a.forEach((char) => { if (b.has(char)) common += 1; });
    return (2 * common) / (a.size + b.size);
  }
})(window.kb);
