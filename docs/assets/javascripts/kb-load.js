// Loads the index by script elements, which work from file:// too, and only what a query needs.
// This is the only file of the core that touches the document.
(function (kb) {
  "use strict";

  // This script lies in assets/javascripts/, so the site's root is two folders up.
  const base = new URL("../../", document.currentScript.src).href;
  const MOST_CHUNKS = 12;
  const PAUSE = 50;
  const underway = {};
  let manifest = null;
  let core = null;

  // Resolves when the script at `path` has set KB_DATA[name]; the error says in Chinese what to do.
  function load(name, path) {
    if (window.KB_DATA && name in window.KB_DATA) return Promise.resolve(window.KB_DATA[name]);
    underway[name] = underway[name] || new Promise((resolve, reject) => {
      const element = document.createElement("script");
      element.src = base + path;
      element.onload = () => (window.KB_DATA && name in window.KB_DATA ? resolve(window.KB_DATA[name]) : element.onerror());
      element.onerror = () => {
        underway[name] = null;
        reject(new Error("没有加载到索引文件 " + path + "。请刷新页面再试；仍然不行，就检查网站文件是否上传完整。"));
      };
      document.head.appendChild(element);
    });
    return underway[name];
  }

  // The index, once its core is there. `given` is
  // the manifest where the page has it; otherwise it is loaded.
  function start(given) {
    core = core || Promise.resolve(given || load("manifest", "assets/kb/manifest.js")).then(first).catch(again).then((data) => {
      kb.index.current = new kb.Index(data);
      if (kb.index.current.facets) warm(kb.index.current.names);
      if (manifest.parts) kb.phrase.SHARDS = manifest.parts.shards;
      return kb.index.current;
    });
    core.catch(() => { core = null; });
    return core;
  }

  // A page kept by the browser may know files that the site no longer has: ask for their names anew.
  function again() {
    if (window.KB_DATA) delete window.KB_DATA.manifest;
    return load("manifest", "assets/kb/manifest.js?" + Date.now()).then(first);
  }

  // The core, and beside it what comes next.
  function first(found) {
    manifest = found;
    if (manifest.facets) load("facets", manifest.facets.file).catch(() => null);
    return load("core", manifest.core.file);
  }

  // Resolves when all that `query` can use is loaded, the facets first of all: true if searching
  // again can find more.
  function prepare(query) {
    return start().then((index) => Promise.all([facets(index), bodies(query, index)]))
      .then((more) => more.some(Boolean));
  }

  function facets(index) {
    if (index.facets) return false;
    return load("facets", manifest.facets.file).then((data) => {
      const added = index.addFacets(data);
      if (added) warm(index.names);
      return added;
    });
  }

  // Makes the tables that words of each kind need, one after the other, before somebody types them.
  function warm(names) {
    ["hay", "byChar", "syllables", "byPair"].reduce((before, table) => before.then(() => new Promise((resolve) => {
      setTimeout(() => resolve(names[table]()), PAUSE);
    })), Promise.resolve());
  }

  function bodies(query, index) {
    if (manifest.text) return texts(query, index);
    const words = kb.fold.words(query);
    const missing = kb.phrase.shards(words).filter((name) => !(name in window.KB_DATA));
    return Promise.all(missing.map((name) => part(name)))
      .then(() => chunks(words, index)).then((loaded) => loaded || missing.length > 0);
  }

  // Hand-written pages are many words about the library itself: they are asked when no entry answers.
  function texts(query, index) {
    return load("text", manifest.text.file).then((text) => index.addBodies(0, text, true)).then((added) => {
      const found = kb.search(query, { limit: 0 });
      if (!manifest.pages || !query.trim() || (found.total && !found.partial)) return added;
      const first = index.list("pages")[0].number;
      return load("pages", manifest.pages.file).then((text) => index.addBodies(first, text) || added);
    });
  }

  const part = (name) => load(name, manifest.parts.folder + "/" + name + ".js");

  function chunks(words, index) {
    const size = manifest.parts.chunk;
    const wanted = new Set();
    words.forEach((word) => kb.phrase.candidates(word).forEach((number) => {
      const chunk = Math.floor(number / size);
      if (!index.loaded.has(chunk * size) && wanted.size < MOST_CHUNKS) wanted.add(chunk);
    }));
    return Promise.all(Array.from(wanted).map((chunk) =>
      part("chunk-" + chunk).then((text) => index.addBodies(chunk * size, text)))).then(() => wanted.size > 0);
  }

  kb.index = {
    current: null, base, start, prepare,
    // The address of a hit, from any page.
    href: (url) => new URL(url, base).href,
  };
})(window.kb = window.kb || {});
