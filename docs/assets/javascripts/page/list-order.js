// The order of a list of practices: as they come, or by what the reader chose.
//   kb.listOrder(ids, sort, index) → ids
(function (kb) {
  "use strict";

  const spoken = new Map();

  // A name as it sorts by pinyin.
  function key(record) {
    if (!spoken.has(record.id)) {
      spoken.set(record.id, kb.pinyin.read(record.title).map((syllable, i) => syllable || record.title[i]).join(" "));
    }
    return spoken.get(record.id);
  }

  const ORDERS = {
    name: (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0),
    bodies: (a, b) => b.bodies - a.bodies,
    newest: (a, b) => (a.added < b.added ? 1 : a.added > b.added ? -1 : 0),
  };

  kb.listOrder = function (ids, sort, index) {
    const by = ORDERS[sort];
    if (!by) return ids;
    // Equals keep the order that they come in: by relevance, or by speech.
    const order = new Map(ids.map((id, i) => [id, i]));
    return ids.slice().sort((a, b) => by(index.byId.get(a), index.byId.get(b)) || order.get(a) - order.get(b));
  };
})(window.kb);
