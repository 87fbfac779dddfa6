// 单位对单位: bodies.html?a=&b=&view= (a may be several, by comma). What the library holds of both sides, an account a row;
// which side is ours is remembered here. It opens on what the other tells and ours does not.
(function (kb) {
  "use strict";

  const host = document.querySelector("[data-kb-bodies]");
  if (!host) return;
  const KEY = new URL(kb.root).pathname + ".ours";
  const part = (name) => /** @type {any} */ (host.querySelector("[data-kb-bodies-" + name + "]"));
  const side = (name) => /** @type {any} */ (host.querySelector("[data-kb-side='" + name + "']"));
  const ours = /** @type {any} */ (host.querySelector("[data-kb-ours]"));
  const several = /** @type {any[]} */ (Array.from(host.querySelectorAll("[data-kb-several]")));
  const views = Array.from(host.querySelectorAll("[data-kb-view]"));
  const known = several.map((box) => box.value);
  const valid = (text) => Array.from(new Set((text || "").split(","))).filter((id) => known.indexOf(id) >= 0);
  const state = { a: [], b: [], view: "b" };
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

  function read() {
    const given = new URLSearchParams(location.search);
    state.a = given.has("a") ? valid(given.get("a")) : remembered();
    state.b = valid(given.get("b")).slice(0, 1);
    const view = given.get("view") || "";
    state.view = views.some((button) => button.dataset.kbView === view) ? view : "b";
  }

  function written() {
    const url = new URL(location.href);
    ["a", "b"].forEach((name) => {
      if (state[name].length) url.searchParams.set(name, state[name].join(","));
      else url.searchParams.delete(name);
    });
    if (state.view === "b") url.searchParams.delete("view");
    else url.searchParams.set("view", state.view);
    url.search = url.search.replace(/%2C/g, ",");
    history.replaceState(history.state, "", url.href);
  }

  function controls() {
    side("a").value = state.a.length === 1 ? state.a[0] : "";
    side("a").options[0].textContent = state.a.length > 1 ? "几家一起（" + state.a.length + " 家）" : "请选一家";
    side("b").value = state.b[0] || "";
    several.forEach((box) => { box.checked = state.a.indexOf(box.value) >= 0; });
    ours.checked = state.a.length > 0 && remembered().join() === state.a.join();
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
        draw(groups, new Map(records.map((record) => [record.id, record])), new Map(index.facets.topic));
        part("shown").hidden = !ids.length;
        say(ids.length ? "" : "没有这样的做法。");
      });
    }).catch((error) => say(error.message));
  }

  function draw(groups, records, topics) {
    const body = part("rows");
    kb.empty(body);
    const shown = [];
    groups.forEach((group) => {
      body.appendChild(kb.el("tr", { role: "row", class: "kb-figures__group" }, kb.el("th", { role: "rowheader", scope: "rowgroup", colspan: "6" }, topics.get(group[0]), " ", kb.el("small", null, group[1].length + " 条"))));
      group[1].forEach((row) => {
        const record = records.get(row.id);
        if (!record) return;
        const accounts = record.accounts.filter((account) => state.a.concat(state.b).indexOf(account.organization) >= 0);
        shown.push(Object.assign({}, record, { accounts }));
        // Ours stands first.
        accounts.sort((one, other) => Number(state.b.indexOf(one.organization) >= 0) - Number(state.b.indexOf(other.organization) >= 0));
        accounts.forEach((account) => body.appendChild(line(record, account, row.others)));
      });
    });
    const legend = part("legend");
    kb.empty(legend);
    const told = new Set();
    shown.forEach((record) => record.accounts.forEach((account) => told.add(account.progress.status)));
    if (told.size) legend.appendChild(kb.legend(kb.given.progress.filter((status) => told.has(status[0]))));
  }

  function line(record, account, others) {
    const status = account.progress.status;
    const how = account.points.filter((point) => point.aspect === "how" || point.aspect === null);
    const points = (how.length ? how : account.points).map((point) => point.text);
    const link = (url, text) => kb.el("a", { href: kb.root + url }, text);
    return kb.el("tr", { role: "row", "data-kb-account": record.id + ":" + account.speech, "data-kb-progress": status },
      kb.el("th", { scope: "row", role: "rowheader", class: "kb-rows-table__name" }, link(record.url, record.title), account.name ? kb.el("small", null, "本篇叫法：" + account.name) : null),
      kb.el("td", { role: "cell", class: "kb-rows-table__body" }, link("organizations/" + account.organization + ".html", account.organization_label)),
      kb.el("td", { role: "cell" }, kb.progress(status, account.progress.status_label),
        kb.el("span", { class: "kb-cue" }, account.progress.cue ? kb.quoted(account.progress.cue) + (account.progress.scope_label === "全篇" ? " · 全篇" : "") : "没有能判断的话")),
      kb.el("td", { role: "cell" }, points.join("；")),
      kb.el("td", { role: "cell" }, account.at.map((at, i) => kb.el("span", null, kb.el("a", { class: "kb-source", href: kb.root + kb.placeUrl(account, at) }, account.at_labels[i]), " "))),
      kb.el("td", { role: "cell", class: others ? "" : "kb-rows-table__nothing" }, others ? "另有 " + others + " 家" : "没有"));
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
  views.forEach((button) => button.addEventListener("click", () => { state.view = button.dataset.kbView; changed(); }));
  window.addEventListener("popstate", () => { read(); show(); });
  part("choose").hidden = false;
  part("several").hidden = false;
  read();
  show();
})(window.kb);
