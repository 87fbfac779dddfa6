// 单位对单位: bodies.html?a=&b=&view= (a may be several, by comma). What the library holds of both sides (bodies-draw.js);
// which side is ours is remembered here. It opens on what the other tells and the left does not.
// a=own: a body that the library does not have; what it does its reader ticks, and that is remembered, too.
(function (kb) {
  "use strict";

  const host = document.querySelector("[data-kb-bodies]");
  if (!host) return;
  // The page says it in its own words; paper repeats them.
  const warning = document.querySelector("[data-kb-not-told]");
  const KEY = new URL(kb.root).pathname + ".ours";
  const DONE = new URL(kb.root).pathname + ".done";
  const OWN = "own";
  const part = (name) => /** @type {any} */ (host.querySelector("[data-kb-bodies-" + name + "]"));
  const side = (name) => /** @type {any} */ (host.querySelector("[data-kb-side='" + name + "']"));
  const ours = /** @type {any} */ (host.querySelector("[data-kb-ours]"));
  const several = /** @type {any[]} */ (Array.from(host.querySelectorAll("[data-kb-several]")));
  const views = Array.from(host.querySelectorAll("[data-kb-view]"));
  const labels = new Map(views.map((button) => [button, button.firstChild.textContent.trim()]));
  const TICKED = { all: "全部", both: "右边讲到、我们也做", b: "右边讲到、我们没有勾", a: "我们勾了、右边没有讲到" };
  const known = several.map((box) => box.value).concat(OWN);
  const names = new Map(Array.from(side("b").options, (option) => [option.value, option.text]));
  const valid = (text) => Array.from(new Set((text || "").split(","))).filter((id, i, all) => known.indexOf(id) >= 0 && (id !== OWN || all.length === 1));
  const state = { a: [], b: [], view: "b", opened: true };
  const mine = new Set(stored(DONE).split(",").filter(Boolean));
  const ticking = () => state.a[0] === OWN;
  let turn = 0;
  // What was ticked when it was first drawn: what has left a part since stays in it, grey, so that nothing jumps.
  let before = new Set(mine);

  function stored(key) {
    try {
      return (localStorage.getItem(key) || "").slice(0, 700000);
    } catch (error) {
      return "";
    }
  }

  function store(key, ids) {
    try {
      if (ids.length) localStorage.setItem(key, ids.join(","));
      else localStorage.removeItem(key);
    } catch (error) {
      // Nothing can be kept here: the address still says who it is.
    }
  }

  const remembered = () => valid(stored(KEY).slice(0, 20000));
  const remember = (ids) => store(KEY, ids);

  const oursLeft = () => state.a.length > 0 && remembered().join() === state.a.join();
  // What it opens on where the address does not say.
  const USUAL = "b";

  function read() {
    const given = new URLSearchParams(location.search);
    state.a = given.has("a") ? valid(given.get("a")) : remembered();
    state.b = valid(given.get("b")).slice(0, 1).filter((id) => id !== OWN);
    const view = given.get("view") || "";
    const named = views.some((button) => button.dataset.kbView === view);
    state.view = named ? view : USUAL;
    state.opened = !named;
  }

  function written() {
    const url = new URL(location.href);
    ["a", "b"].forEach((name) => {
      if (state[name].length) url.searchParams.set(name, state[name].join(","));
      else url.searchParams.delete(name);
    });
    if (state.view === USUAL) url.searchParams.delete("view");
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
    views.forEach((button) => {
      button.setAttribute("aria-pressed", String(button.dataset.kbView === state.view));
      button.firstChild.textContent = (ticking() ? TICKED[button.dataset.kbView] : labels.get(button)) + " ";
    });
  }

  function say(text) {
    kb.say(part("said"), text);
  }

  function show() {
    before = new Set(mine);
    drawn();
  }

  // `then` is called when all of it stands on the page.
  function drawn(then) {
    controls();
    const now = ++turn;
    const ready = state.a.length && state.b.length && state.a.indexOf(state.b[0]) < 0;
    part("views").hidden = !ready;
    if (!ready) {
      part("shown").hidden = true;
      say(state.a.length && state.b.length ? "右边这一家已经在左边了，换一家。" : state.a.length ? "再选右边一家。" : "先选左边一家，再选右边一家。库里没有你们单位的，左边选“我们单位不在库里”，自己勾。");
      return;
    }
    kb.index.start().then((index) => (index.facets ? index : kb.index.prepare("").then(() => index))).then((index) => {
      if (now !== turn) return;
      const sides = compared(index, mine);
      const stay = ticking() ? { layout: compared(index, new Set(Array.from(mine).concat(Array.from(before)))), before: compared(index, before) } : null;
      const ids = kb.idsOf(stay ? stay.layout.all : sides[state.view]);
      views.forEach((button) => { button.querySelector(".kb-num").textContent = String(sides.counts[button.dataset.kbView]); });
      kb.entries(ids, (records, problem) => {
        if (now !== turn) return;
        if (problem) { say(problem); return; }
        draw(sides, stay, records, new Map(index.facets.topic));
        const count = sides.counts[state.view];
        part("shown").hidden = !part("rows").querySelector("table");
        // Of no rows nothing can be made.
        part("shown").querySelector("[data-kb-actions]").style.display = count ? "" : "none";
        say(told(count));
        if (then) then();
      });
    }).catch((error) => say(error.message));
  }

  const compared = (index, done) => kb.sides(index.list("practices"), state.a, state.b, index.facets.topic.map((topic) => topic[0]), ticking() ? done : null);

  function told(count) {
    if (!count && ticking() && state.view === "b") return "右边讲到的，我们单位都勾了；点“全部”看。";
    if (!count) return state.opened ? "右边讲到的，左边都讲到了；点“全部”看。" : "没有这样的做法。";
    if (ticking()) return "我们单位也做的，在那一行勾上；勾的记在这个浏览器里。";
    return state.opened ? "先看右边讲到、左边没有单独讲的；别的点“全部”。" : "";
  }

  // It is drawn anew at once; the box that was ticked keeps its place in the window.
  function tick(box, id, on) {
    const section = box.closest("section");
    const heading = section.querySelector("h2").id;
    const same = Array.from(section.querySelectorAll(`[data-kb-done='${id}']`)).indexOf(box);
    const top = box.getBoundingClientRect().top;
    if (on) mine.add(id);
    else mine.delete(id);
    store(DONE, Array.from(mine));
    drawn(() => {
      const boxes = Array.from(document.getElementById(heading).parentElement.querySelectorAll(`[data-kb-done='${id}']`));
      const again = /** @type {any} */ (boxes[same] || boxes[0]);
      if (!again) return;
      window.scrollBy({ top: again.getBoundingClientRect().top - top, behavior: "instant" });
      again.focus({ preventScroll: true });
    });
  }

  // Whose side it is.
  const whose = (name) => name === "a" && ticking() ? "我们单位" : (state[name].length > 1 ? (name === "a" ? "左边" : "右边") + " " + state[name].length + " 家" : names.get(state[name][0]) || "");

  // The same on paper, where nobody sees what was chosen.
  const inFull = (name) => (name === "a" && ticking() ? "我们单位" : state[name].map((id) => names.get(id)).join("、"));

  function draw(sides, stay, entries, topics) {
    const records = new Map(entries.map((entry) => [entry.id, entry]));
    const body = part("rows");
    kb.empty(body);
    const title = ["a", "b"].map(inFull).join("对");
    body.dataset.kbPaper = title;
    body.dataset.kbPaperLine = warning ? warning.textContent.trim() : "";
    kb.append(body, [kb.el("p", { class: "kb-bodies__paper" }, title)]);
    kb.append(body, kb.bodiesDrawn(sides, state, { records, topics, state, stay, name: whose, ticked: ticking() ? (id) => mine.has(id) : null, tick }));
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
