// Where the reader's folders (core/folders.js) are kept from page to page.
//   kb.shelf.state()            the folders as they are now
//   kb.shelf.change(run)        run(state) gives the next state; what another tab has written meanwhile is not lost
//   kb.shelf.subscribe(changed) calls changed(state) now and whenever something changed, also in another tab
//   kb.shelf.kept()             "" or a sentence for the reader: nothing can be stored here, or what was stored can't be read
//   kb.shelf.stored()           whether they lie in this browser, longer than this window
//   kb.shelf.address(folder)    the page of the folder
// Where localStorage is not to be had, or full, sessionStorage keeps them as long as the window; where there is neither, the folder that is
// added to travels in the addresses of links.
(function (kb) {
  "use strict";

  const folders = kb.folders;
  const KEY = new URL(kb.root).pathname + ".folders";
  // What an earlier site stored: a bare list of ids.
  const OLD = new URL(kb.root).pathname + ".picks";
  const PARAMETER = "folder";
  const NOT_KEPT = "这个浏览器不让网页存东西（或者存满了）：材料夹只跟着这个窗口走，关了就没有了；要留下，请“存成文件”。";
  const BROKEN = "以前存的材料夹读不出来，已另外留着；新放的从头开始。";
  const listeners = [];
  let local = usable("localStorage");
  let session = usable("sessionStorage");
  let broken = "";
  let last = null;
  let state = folders.empty();

  /** @returns {Storage | null} */
  function usable(/** @type {"localStorage" | "sessionStorage"} */ name) {
    try {
      const storage = window[name];
      storage.setItem(KEY + ".test", "1");
      storage.removeItem(KEY + ".test");
      return storage;
    } catch (error) {
      return null;
    }
  }

  function load() {
    const text = local.getItem(KEY);
    if (text === last && last !== null) return;
    const found = folders.parse(text);
    state = found.state;
    last = text;
    if (found.broken) {
      // Nothing of the reader's is thrown away: what could not be read can still be saved (page/folder-side.js).
      local.setItem(KEY + ".broken", text);
      local.removeItem(KEY);
      last = null;
    }
    broken = local.getItem(KEY + ".broken") || "";
    const old = local.getItem(OLD);
    if (old !== null) {
      keep(folders.takeOver(state, old));
      if (local) local.removeItem(OLD);
    }
  }

  // Reads what is stored, where that can be done.
  function read() {
    if (!local) return;
    try {
      load();
    } catch (error) {
      local = null;
    }
  }

  function keep(next) {
    state = next;
    const text = JSON.stringify(next);
    if (local && written(local, text)) {
      last = text;
      if (session) session.removeItem(KEY);
      return;
    }
    // A full disk or a setting that changed under way: from here on as long as the window.
    local = null;
    if (!session || !written(session, text)) session = null;
  }

  function written(storage, text) {
    try {
      storage.setItem(KEY, text);
      return true;
    } catch (error) {
      return false;
    }
  }

  // What this window could not store on the page before, or what the address brings.
  function begin() {
    read();
    const waiting = folders.parse(session && session.getItem(KEY));
    if (waiting.state.folders.length) keep(waiting.state);
    const given = !local && !session ? new URLSearchParams(location.search).get(PARAMETER) : "";
    const folder = given && folders.fromQuery(given);
    if (folder) state = folders.merge(state, [folder]).state;
  }

  begin();

  // As the entries write a day: 2026-11-24.
  function today() {
    const now = new Date();
    const two = (number) => ("0" + number).slice(-2);
    return [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join("-");
  }

  const tell = () => listeners.forEach((changed) => changed(state));

  kb.shelf = {
    state: () => state,
    change(run) {
      read();
      keep(folders.dated(run(state), today()));
      tell();
    },
    subscribe(changed) {
      listeners.push(changed);
      changed(state);
    },
    kept: () => (!local ? NOT_KEPT : broken ? BROKEN : ""),
    stored: () => Boolean(local),
    broken: () => broken,
    forgetBroken() {
      if (local) local.removeItem(KEY + ".broken");
      broken = "";
      tell();
    },
    address: () => kb.root + "folder.html",
  };

  // Another tab, or a page that comes back from the browser's memory.
  function refresh() {
    const before = state;
    read();
    if (state !== before) tell();
  }

  window.addEventListener("storage", (event) => { if (event.key === KEY || event.key === null) refresh(); });
  window.addEventListener("pageshow", (event) => { if (event.persisted) refresh(); });

  // --- without any storage ---------------------------------------------------------------------

  function carried() {
    const folder = folders.current(state);
    return folder && folder.items.length ? folders.query(folder, true) : "";
  }

  document.addEventListener("click", (event) => {
    const link = !local && !session && event.target.closest && event.target.closest("a[href]");
    if (!link || !link.href.startsWith(kb.root)) return;
    const samePage = link.pathname === location.pathname && link.hash;
    if (samePage || !/(\.html|\/)$/.test(link.pathname)) return;
    const url = new URL(link.href);
    if (carried()) url.searchParams.set(PARAMETER, carried());
    else url.searchParams.delete(PARAMETER);
    link.href = url.href;
  }, true);

  document.addEventListener("submit", (event) => {
    if (local || session || !carried()) return;
    const form = /** @type {HTMLFormElement} */ (event.target);
    const field = form.elements[PARAMETER] || form.appendChild(document.createElement("input"));
    field.type = "hidden";
    field.name = PARAMETER;
    field.value = carried();
  }, true);
})(window.kb);
