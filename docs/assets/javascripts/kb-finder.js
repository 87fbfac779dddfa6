// Brings the search when it is first wanted: its scripts, then its index. Pages that nobody searches
// from stay light.
//   kb.finder.find(query, show, waiting)
// calls waiting() if something must be loaded first, then show("") as soon as names can be searched,
// and again when more of the texts is there; show(a sentence) when files did not come.
(function (kb) {
  "use strict";

  const SCRIPTS = ["fold", "pinyin", "rows", "records", "match", "slip", "overlap", "intent", "phrase", "why", "facets", "search", "load"];
  const MISSING = "检索的脚本没有加载到。请刷新页面再试；如果是下载到本机看的，请确认 assets 文件夹完整。";
  let scripts = null;
  let turn = 0;

  function load(name) {
    return new Promise((resolve, reject) => {
      kb.loadScript("assets/javascripts/kb-" + name + ".js", (ran) => (ran ? resolve() : reject(new Error(MISSING))));
    });
  }

  function bring() {
    scripts = scripts || Promise.all(SCRIPTS.map(load));
    scripts.catch(() => { scripts = null; });
    return scripts.then(() => kb.index.start());
  }

  const index = () => (kb.index && kb.index.current) || null;

  function find(query, show, waiting) {
    const mine = ++turn;
    const latest = (problem) => { if (mine === turn) show(problem); };
    if (index()) show("");
    else if (waiting) waiting();
    const shown = Boolean(index());
    bring().then((found) => {
      if (!shown) latest("");
      const before = found.loaded.size;
      return kb.index.prepare(query).then((more) => {
        if (more || found.loaded.size > before) latest("");
      });
    }).catch((error) => latest(error.message));
  }

  kb.finder = { find, index, LOADING: "正在加载索引" };
})(window.kb = window.kb || {});
