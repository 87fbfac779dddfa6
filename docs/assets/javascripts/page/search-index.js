// The index, loaded by script elements, and only what a query needs. Stable, for other scripts too:
//   kb.index.prepare(query)  a promise: all that can answer the query is there. True if searching again finds more
//   kb.index.narrow()  a promise: what practices are narrowed by is there, and nothing more. True if it has just come
//   kb.index.pending  whether something that could still answer the last query is on its way
//   kb.search(query, {filters, kinds, limit})  the hits (core/search.js); none before the index is there
(function (kb) {
  "use strict";

  const MISSING = "检索的脚本没有加载到。请刷新页面再试；如果是下载到本机看的，请确认 assets 文件夹完整。";
  // Of so many first hits of a large library the texts are fetched, to show where they were met.
  const SHOWN = 12;
  const PAUSE = 50;
  const data = window.KB_DATA;
  /** @type {Promise<void> | null} */
  let scripts = null;
  /** @type {Promise<KbIndex> | null} */
  let core = null;
  /** @type {KbManifest} */
  let manifest;
  let turn = 0;
  let warmed = false;

  /** @type {(address: string, missing: string) => Promise<void>} */
  const run = (address, missing) => new Promise((resolve, reject) => {
    kb.loadScript(address, (ran) => (ran ? resolve() : reject(new Error(missing))));
  });

  // The scripts of the search: pages that nobody searches from stay light.
  function bring() {
    const coming = scripts || run(kb.given.addresses.search, MISSING);
    scripts = coming;
    coming.catch(() => { scripts = null; });
    return coming;
  }

  /**
   * Resolves when the script at `path` has set KB_DATA[name]; the error says in Chinese what to do.
   * @param {string} name
   * @param {string} path
   * @returns {Promise<any>}
   */
  function load(name, path) {
    if (name in data) return Promise.resolve(data[name]);
    const missing = "没有加载到索引文件 " + path + "。请刷新页面再试；仍然不行，就检查网站文件是否上传完整。";
    return run(path, missing).then(() => {
      if (!(name in data)) throw new Error(missing);
      return data[name];
    });
  }

  /**
   * The index, once its core is there. `given` is the manifest where the page has it; otherwise it is loaded.
   * @param {KbManifest} [given]
   * @returns {Promise<KbIndex>}
   */
  function start(given) {
    if (core) return core;
    const known = () => given || load("manifest", kb.given.addresses.manifest);
    const names = Promise.resolve(known()).then(first).catch(again);
    core = Promise.all([names, bring()]).then(([found]) => {
      const index = new kb.Index(found);
      kb.index.current = index;
      return index;
    });
    core.catch(() => { core = null; });
    return core;
  }

  // A page kept by the browser may know files that the site no longer has: ask for their names anew.
  function again() {
    delete data.manifest;
    return load("manifest", kb.given.addresses.manifest + "?" + Date.now()).then(first);
  }

  /** @param {KbManifest} found */
  function first(found) {
    manifest = found;
    return load("core", manifest.core.file);
  }

  // Facets and search words come first of all; a small library's texts are on their way meanwhile.
  /** @param {string} query */
  function prepare(query) {
    const mine = ++turn;
    kb.index.pending = true;
    const ended = () => { if (mine === turn) kb.index.pending = false; };
    const ready = start().then((index) => Promise.all([facets(index), words(index), manifest.text && load("text", manifest.text.file)])
      .then(([facetsToo, wordsToo]) => {
        if (!warmed) warm(index.names);
        return bodies(query, index).then((more) => facetsToo || wordsToo || more);
      }));
    ready.then(ended, ended);
    return ready;
  }

  // A page that only lists waits for no words and texts.
  const narrow = () => start().then(facets);

  /** @param {KbIndex} index */
  function facets(index) {
    return !index.facets && manifest.facets ? load("facets", manifest.facets.file).then((found) => index.addFacets(found)) : false;
  }

  /** @param {KbIndex} index */
  function words(index) {
    // What a browser kept of an older release has them in its core.
    return index.worded || !manifest.words ? false : load("words", manifest.words.file).then((found) => index.addWords(found));
  }

  /**
   * Makes the tables that words of each kind need, one after the other, before somebody types them.
   * @param {KbRows} names
   */
  function warm(names) {
    warmed = true;
    [() => names.hay(), () => names.byChar(), () => names.syllables(), () => names.byPair(),
      () => names.spoken("plain"), () => names.spoken("southern"), () => names.spoken("initials")].reduce(
      (before, table) => before.then(() => new Promise((resolve) => {
        setTimeout(() => {
          table();
          resolve();
        }, PAUSE);
      })), Promise.resolve());
  }

  /**
   * @param {string} query
   * @param {KbIndex} index
   * @returns {Promise<boolean>}
   */
  function bodies(query, index) {
    if (!manifest.parts) return texts(query, index);
    return counts(index).then((counted) => {
      const missing = index.lines.missing(kb.asked(query, index));
      return Promise.all(missing.map((name) => part(name).then((text) => index.lines.add(name, text))))
        .then(() => chunks(query, index)).then((loaded) => counted || loaded || missing.length > 0);
    });
  }

  /**
   * How many lines each record has, which the shards number.
   * @param {KbIndex} index
   */
  function counts(index) {
    if (index.lines.shards) return Promise.resolve(false);
    return part("lines").then((column) => {
      index.addLines(column, manifest.parts.shards);
      return true;
    });
  }

  /**
   * Hand-written pages are many words about the library itself: they are asked when no entry answers.
   * @param {string} query
   * @param {KbIndex} index
   */
  function texts(query, index) {
    return load("text", manifest.text.file).then((text) => index.addBodies(0, text, true)).then((added) => {
      const found = kb.search(query, { limit: 0 });
      if (!manifest.pages || !query.trim() || (found.all && found.firm)) return added;
      const from = index.list("pages")[0].number;
      return load("pages", manifest.pages.file).then((text) => index.addPages(from, text) || added);
    });
  }

  /** @param {string} name */
  const part = (name) => load(name, manifest.parts.folder + "/" + name + ".js");

  /**
   * The texts of the first hits.
   * @param {string} query
   * @param {KbIndex} index
   */
  function chunks(query, index) {
    const size = manifest.parts.chunk;
    const shown = kb.search(query, { limit: SHOWN }).map((hit) => Math.floor(index.byId.get(hit.id).number / size) * size);
    const wanted = Array.from(new Set(shown)).filter((from) => !index.loaded.has(from));
    return Promise.all(wanted.map((from) => part("chunk-" + from / size).then((text) => index.addBodies(from, text))))
      .then(() => wanted.length > 0);
  }

  kb.index = {
    current: null, pending: false, start, narrow, prepare,
    // The address of a hit, from any page.
    href: (url) => new URL(url, kb.root).href,
  };
  kb.search = () => Object.assign([], { total: 0, partial: false });
})(window.kb);
