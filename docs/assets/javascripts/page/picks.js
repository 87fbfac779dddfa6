// 材料夹: the practices that a reader collects, kept from page to page.
//   kb.picks.MOST list() has(id) toggle(id) replace(ids) subscribe(changed) address(ids)
// Where localStorage is not to be had, the ids travel in the addresses of links instead.
(function (kb) {
  "use strict";

  const KEY = new URL(kb.root).pathname + ".picks";
  const PARAMETER = "picks";
  // More than anybody reads side by side: what is stored, or in an address, may be of any length.
  const MOST = 300;
  const ID = /^[a-z0-9][a-z0-9-]{0,63}$/;
  const listeners = [];
  let stored = storage();
  let ids = stored ? read() : given(PARAMETER);

  function storage() {
    try {
      localStorage.setItem(KEY + ".test", "1");
      localStorage.removeItem(KEY + ".test");
      return true;
    } catch (error) {
      return false;
    }
  }

  function read() {
    try {
      return clean(JSON.parse(localStorage.getItem(KEY) || "[]"));
    } catch (error) {
      return [];
    }
  }

  // The ids in a parameter of the address: ?ids=a,b
  function given(parameter) {
    return clean((new URLSearchParams(location.search).get(parameter) || "").split(","));
  }

  // The first of the valid ids, each once.
  function clean(list) {
    const found = new Set();
    for (let i = 0; Array.isArray(list) && i < list.length && found.size < MOST; i++) {
      if (typeof list[i] === "string" && ID.test(list[i])) found.add(list[i]);
    }
    return Array.from(found);
  }

  function keep(list) {
    ids = clean(list);
    if (stored) {
      try {
        localStorage.setItem(KEY, JSON.stringify(ids));
      } catch (error) {
        // A full disk or a setting that changed under way: from here on by address.
        stored = false;
      }
    }
    listeners.forEach((changed) => changed(ids));
  }

  kb.picks = {
    MOST,
    given,
    list: () => ids.slice(),
    has: (id) => ids.indexOf(id) >= 0,
    toggle: (id) => keep(kb.picks.has(id) ? ids.filter((each) => each !== id) : ids.concat(id)),
    replace: keep,
    subscribe(changed) {
      listeners.push(changed);
      changed(ids);
    },
    address: (list) => kb.root + "compare.html" + (list.length ? "?ids=" + list.join(",") : ""),
  };

  // Another tab, or a page that comes back from the browser's memory.
  function refresh() {
    if (!stored) return;
    const now = read();
    if (now.join() !== ids.join()) {
      ids = now;
      listeners.forEach((changed) => changed(ids));
    }
  }

  window.addEventListener("storage", (event) => { if (event.key === KEY) refresh(); });
  window.addEventListener("pageshow", refresh);

  function carried(address) {
    const url = new URL(address);
    if (ids.length) url.searchParams.set(PARAMETER, ids.join(","));
    else url.searchParams.delete(PARAMETER);
    url.search = url.search.replace(/%2C/g, ",");
    return url.href;
  }

  document.addEventListener("click", (event) => {
    const link = !stored && event.target.closest && event.target.closest("a[href]");
    if (!link || !link.href.startsWith(kb.root)) return;
    const samePage = link.pathname === location.pathname && link.hash;
    if (!samePage && /(\.html|\/)$/.test(link.pathname)) link.href = carried(link.href);
  }, true);

  document.addEventListener("submit", (event) => {
    if (stored || !ids.length) return;
    const form = /** @type {HTMLFormElement} */ (event.target);
    const field = form.elements[PARAMETER] || form.appendChild(document.createElement("input"));
    field.type = "hidden";
    field.name = PARAMETER;
    field.value = ids.join(",");
  }, true);
})(window.kb);
