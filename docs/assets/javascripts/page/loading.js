// Scripts that are loaded on demand: data arrives as scripts too, because a page that was opened by
// double-click may not fetch. kb.root, the site's root, is set by theme-scope.js, before all others.
(function (kb) {
  "use strict";

  window.KB_DATA = window.KB_DATA || {};
  /** @type {{[address: string]: ((ran: boolean) => void)[]}} */
  const waiting = {};

  // Loads a script of the site; `done(true)` when it ran, `done(false)` when it did not come.
  kb.loadScript = function (address, done) {
    if (waiting[address]) {
      waiting[address].push(done);
      return;
    }
    waiting[address] = [done];
    const script = document.createElement("script");
    const finish = (/** @type {boolean} */ ran) => {
      script.remove();
      const all = waiting[address];
      delete waiting[address];
      all.forEach((each) => each(ran));
    };
    script.onload = () => finish(true);
    script.onerror = () => finish(false);
    script.src = kb.root + address;
    document.head.appendChild(script);
  };

  // Loads several, each once; `done(complete, came)`: whether all ran, and the addresses of those that did.
  kb.loadScripts = function (addresses, done) {
    const every = Array.from(new Set(addresses));
    const came = [];
    let left = every.length;
    if (!left) done(true, came);
    every.forEach((address) => kb.loadScript(address, (ran) => {
      if (ran) came.push(address);
      left -= 1;
      if (!left) done(came.length === every.length, came);
    }));
  };
})(window.kb);
