// The index, loaded by script elements, and only what a query needs. Stable, for other scripts too:
//   kb.index.prepare(query)  a promise: all that can answer the query is there. True if searching again finds more
//   kb.search(query, {filters, kinds, limit})  the hits (core/search.js); none before the index is there
(function (kb) {
  "use strict";

  const MISSING = "检索的脚本没有加载到。请刷新页面再试；如果是下载到本机看的，请确认 assets 文件夹完整。";
  const MOST_CHUNKS = 12;
  const PAUSE = 50;
  const data = window.KB_DATA;
  /** @type {Promise<void> | null} */
  let scripts = null;
  /** @type {Promise<KbIndex> | null} */
  let core = null;
  /** @type {KbManifest} */
  let manifest;

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
    core = bring().then(() => Promise.resolve(known()).then(first).catch(again)).then((found) => {
      const index = new kb.Index(found);
      kb.index.current = index;
      if (index.facets) warm(index.names);
      if (manifest.parts) kb.phrase.SHARDS = manifest.parts.shards;
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

  /**
   * The core, and beside it what comes next.
   * @param {KbManifest} found
   */
  function first(found) {
    manifest = found;
    if (manifest.facets) load("facets", manifest.facets.file).catch(() => null);
    return load("core", manifest.core.file);
  }

  // The facets come first of all.
  /** @param {string} query */
  function prepare(query) {
    return start().then((index) => Promise.all([facets(index), bodies(query, index)]))
      .then((more) => more.some(Boolean));
  }

  /** @param {KbIndex} index */
  function facets(index) {
    if (index.facets || !manifest.facets) return false;
    return load("facets", manifest.facets.file).then((found) => {
      const added = index.addFacets(found);
      if (added) warm(index.names);
      return added;
    });
  }

  /**
   * Makes the tables that words of each kind need, one after the other, before somebody types them.
   * @param {KbRows} names
   */
  function warm(names) {
    [() => names.hay(), () => names.byChar(), () => names.syllables(), () => names.byPair()].reduce(
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
    const words = kb.fold.words(query);
    const missing = kb.phrase.missing(words);
    return Promise.all(missing.map((name) => part(name).then((text) => kb.phrase.add(name, text))))
      .then(() => chunks(words, index)).then((loaded) => loaded || missing.length > 0);
  }

  /**
   * Hand-written pages are many words about the library itself: they are asked when no entry answers.
   * @param {string} query
   * @param {KbIndex} index
   */
  function texts(query, index) {
    return load("text", manifest.text.file).then((text) => index.addBodies(0, text, true)).then((added) => {
      const found = kb.search(query, { limit: 0 });
      if (!manifest.pages || !query.trim() || (found.total && !found.partial)) return added;
      const from = index.list("pages")[0].number;
      return load("pages", manifest.pages.file).then((text) => index.addBodies(from, text) || added);
    });
  }

  /** @param {string} name */
  const part = (name) => load(name, manifest.parts.folder + "/" + name + ".js");

  /**
   * @param {string[]} words
   * @param {KbIndex} index
   */
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
    current: null, start, prepare,
    // The address of a hit, from any page.
    href: (url) => new URL(url, kb.root).href,
  };
  kb.search = () => Object.assign([], { total: 0, partial: false });
})(window.kb);
