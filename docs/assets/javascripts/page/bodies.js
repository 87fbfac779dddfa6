// 单位对单位: bodies.html?a=&b=&view= (a may be several, by comma). What the library holds of both sides (bodies-draw.js);
// which side is ours is remembered here. With ours on the left it opens on what the other tells and ours does not, else on all.
(function (kb) {
  "use strict";

  const host = document.querySelector("[data-kb-bodies]");
  if (!host) return;
  // The page says it in its own words; paper repeats them.
  const told = document.querySelector("[data-kb-not-told]");
  const KEY = new URL(kb.root).pathname + ".ours";
  const part = (name) => /** @type {any} */ (host.querySelector("[data-kb-bodies-" + name + "]"));
  const side = (name) => /** @type {any} */ (host.querySelector("[data-kb-side='" + name + "']"));
  const ours = /** @type {any} */ (host.querySelector("[data-kb-ours]"));
  const several = /** @type {any[]} */ (Array.from(host.querySelectorAll("[data-kb-several]")));
  const views = Array.from(host.querySelectorAll("[data-kb-view]"));
  const known = several.map((box) => box.value);
  const names = new Map(Array.from(side("b").options, (option) => [option.value, option.text]));
  const valid = (text) => Array.from(new Set((text || "").split(","))).filter((id) => known.indexOf(id) >= 0);
  const state = { a: [], b: [], view: "all", opened: true };
  let turn = 0;

  function remembered() {
    try {
      return valid((localStorage.getItem(KEY) || "").slice(0, 20000));
    } catch (error) {
      return [];
    }
  }

  function remember(ids) {
    try {
      if (ids.length) localStorage.setItem(KEY, ids.join(","));
      else localStorage.removeItem(KEY);
    } catch (error) {
      // Nothing can be kept here: the address still says it.
    }
  }

  const oursLeft = () => state.a.length > 0 && remembered().join() === state.a.join();
  // What it opens on where the address does not say.
  const usual = () => (oursLeft() ? "b" : "all");

  function read() {
    const given = new URLSearchParams(location.search);
    state.a = given.has("a") ? valid(given.get("a")) : remembered();
    state.b = valid(given.get("b")).slice(0, 1);
    const view = given.get("view") || "";
    const named = views.some((button) => button.dataset.kbView === view);
    state.view = named ? view : usual();
    state.opened = !named;
  }

  function written() {
    const url = new URL(location.href);
    ["a", "b"].forEach((name) => {
      if (state[name].length) url.searchParams.set(name, state[name].join(","));
      else url.searchParams.delete(name);
    });
    if (state.view === "all" && usual() === "all") url.searchParams.delete("view");
    else url.searchParams.set("view", state.view);
    url.search = url.search.replace(/%2C/g, ",");
    history.replaceState(history.state, "", url.href);
  }

  function controls() {
    side("a").value = state.a.length === 1 ? state.a[0] : "";
    side("a").options[0].textContent = state.a.length > 1 ? "几家一起（" + state.a.length + " 家）" : "请选一家";
    side("b").value = state.b[0] || "";
    several.forEach((box) => { box.checked = state.a.indexOf(box.value) >= 0; });
    ours.checked = oursLeft();
    ours.disabled = !state.a.length;
    views.forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.kbView === state.view)));
  }

  function say(text) {
    kb.say(part("said"), text);
  }

  function show() {
    controls();
    const mine = ++turn;
    const ready = state.a.length && state.b.length && state.a.indexOf(state.b[0]) < 0;
    part("views").hidden = !ready;
    if (!ready) {
      part("shown").hidden = true;
      say(state.a.length && state.b.length ? "右边这一家已经在左边了，换一家。" : state.a.length ? "再选右边一家。" : "先选左边一家，再选右边一家。");
      return;
    }
    kb.index.start().then((index) => (index.facets ? index : kb.index.prepare("").then(() => index))).then((index) => {
      if (mine !== turn) return;
      const sides = kb.sides(index.list("practices"), state.a, state.b, index.facets.topic.map((topic) => topic[0]));
      views.forEach((button) => { button.querySelector(".kb-num").textContent = String(sides.counts[button.dataset.kbView]); });
      const groups = sides[state.view];
      const ids = groups.reduce((all, group) => all.concat(group[1].map((row) => row.id)), []);
      kb.entries(ids, (records, problem) => {
        if (mine !== turn) return;
        if (problem) { say(problem); return; }
        draw(sides, records, new Map(index.facets.topic));
        part("shown").hidden = !ids.length;
        say(!ids.length ? "没有这样的做法。" : state.opened && state.view === "b" ? "先看右边讲到、左边没有讲到的；别的点“全部”。" : "");
      });
    }).catch((error) => say(error.message));
  }

  // Whose side it is.
  const whose = (name) => (state[name].length > 1 ? (name === "a" ? "左边" : "右边") + " " + state[name].length + " 家" : names.get(state[name][0]) || "");

  // The same on paper, where nobody sees what was chosen.
  const inFull = (name) => state[name].map((id) => names.get(id)).join("、");

  function draw(sides, entries, topics) {
    const records = new Map(entries.map((entry) => [entry.id, entry]));
    const body = part("rows");
    kb.empty(body);
    const title = ["a", "b"].map(inFull).join("对");
    body.dataset.kbPaper = title;
    body.dataset.kbPaperLine = told ? told.textContent.trim() : "";
    kb.append(body, [kb.el("p", { class: "kb-bodies__paper" }, title)]);
    kb.append(body, kb.bodiesDrawn(sides, state, { records, topics, name: whose }));
    const words = new Set(Array.from(body.querySelectorAll("[data-kb-progress]"), (account) => account.dataset.kbProgress));
    const legend = part("legend");
    kb.empty(legend);
    if (words.size) legend.appendChild(kb.legend(kb.given.progress.filter((status) => words.has(status[0]))));
  }

  function changed() {
    if (ours.checked) remember(state.a);
    written();
    show();
  }

  host.addEventListener("change", (event) => {
    const target = /** @type {any} */ (event.target);
    if (target === side("a")) state.a = valid(target.value);
    else if (target === side("b")) state.b = valid(target.value);
    else if (several.indexOf(target) >= 0) state.a = several.filter((box) => box.checked).map((box) => box.value);
    else if (target === ours) remember(ours.checked ? state.a : []);
    else return;
    changed();
  });
  views.forEach((button) => button.addEventListener("click", () => { state.view = button.dataset.kbView; state.opened = false; changed(); }));
  window.addEventListener("popstate", () => { read(); show(); });
  part("choose").hidden = false;
  part("several").hidden = false;
  read();
  show();
})(window.kb);
