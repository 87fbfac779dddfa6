// Searches as soon as something can be searched.
//   kb.finder.place({show, say, wait}) → {find(query), looking()}, one for each place of a page that searches:
//     show("") as soon as names can be searched and whenever there is more, show(a sentence) when files did not come;
//     say() when all has been looked through and nothing more came; wait() while nothing can be searched yet
//   kb.finder.typing(input, typed) → composing(): calls typed() when the text has changed, never while an input method composes
//   kb.finder.search(query, options)  kb.search; from within the guide it finds the guide too
(function (kb) {
  "use strict";

  const index = () => kb.index.current;

  /** @type {KbFinder["place"]} */
  function place(page) {
    let turn = 0;
    let settled = true;

    function find(query) {
      const mine = ++turn;
      const latest = (/** @type {() => void} */ run) => { if (mine === turn) run(); };
      settled = false;
      const shown = Boolean(index());
      if (shown) page.show("");
      else page.wait();
      kb.index.start().then((found) => {
        if (!shown) latest(() => page.show(""));
        const before = found.loaded.size;
        // What names answer is seen before more is loaded.
        return (shown ? Promise.resolve() : new Promise((seen) => kb.afterPaint(() => seen()))).then(() => (query.trim() ? kb.index.prepare(query) : kb.index.narrow())).then((more) => latest(() => {
          settled = true;
          if (more || found.loaded.size > before) page.show("");
          else page.say();
        }));
      }).catch((error) => latest(() => {
        settled = true;
        page.show(error.message);
      }));
    }

    // Whether this question is answered; kb.index.pending is about whatever was asked last.
    return { find, looking: () => !settled };
  }

  /** @type {KbFinder["typing"]} */
  function typing(input, typed) {
    let composing = false;
    input.addEventListener("compositionstart", () => { composing = true; });
    input.addEventListener("compositionend", () => {
      composing = false;
      typed();
    });
    input.addEventListener("input", () => { if (!composing) typed(); });
    return () => composing;
  }

  const within = location.href.startsWith(kb.root + kb.given.guide);

  /** @type {KbFinder["search"]} */
  const search = (query, options) => kb.search(query, Object.assign({ guide: within }, options));

  kb.finder = { place, typing, search, index, LOADING: "正在加载索引" };
})(window.kb);
