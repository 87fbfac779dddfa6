// Searches as soon as something can be searched.
//   kb.finder.find(query, show, waiting)
// calls waiting() if something must be loaded first, then show("") as soon as names can be searched,
// and again when more of the texts is there; show(a sentence) when files did not come.
(function (kb) {
  "use strict";

  let turn = 0;

  const index = () => kb.index.current;

  /** @type {KbFinder["find"]} */
  function find(query, show, waiting) {
    const mine = ++turn;
    const latest = (/** @type {string} */ problem) => { if (mine === turn) show(problem); };
    if (index()) show("");
    else if (waiting) waiting();
    const shown = Boolean(index());
    kb.index.start().then((found) => {
      if (!shown) latest("");
      const before = found.loaded.size;
      return kb.index.prepare(query).then((more) => {
        if (more || found.loaded.size > before) latest("");
      });
    }).catch((error) => latest(error.message));
  }

  kb.finder = { find, index, LOADING: "正在加载索引" };
})(window.kb);
