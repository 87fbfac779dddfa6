// Which file an entry's record is in.
(function (kb) {
  "use strict";

  // FNV-1a, as in macros/exports/entries.py: which of `count` files an id is in.
  kb.shard = function (id, count) {
    let value = 0x811c9dc5;
    for (let i = 0; i < id.length; i += 1) {
      value = Math.imul(value ^ id.charCodeAt(i), 0x01000193) >>> 0;
    }
    return value % count;
  };
})(window.kb);
