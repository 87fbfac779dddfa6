// The page 全部做法: searched, narrowed and sorted in place; what it shows is what the address says.
(function (kb) {
  "use strict";

  const host = document.querySelector("[data-kb-index]");
  if (!host) return;
  const find = (name) => host.querySelector("[data-kb-" + name + "]");
  const input = /** @type {HTMLInputElement} */ (host.querySelector("#kb-query"));
  const count = find("count");
  const message = find("message");
  const nearest = find("nearest");
  const chosen = find("chosen");
  const sort = /** @type {HTMLSelectElement} */ (find("sort"));
  const facets = find("facets");
  const opener = find("facets-open");
  const more = find("more");
  const rows = kb.listRows(find("list"));
  // As many rows at a time as scroll smoothly; a button brings the next.
  const STEP = 150;
  // A large library does first what is seen at once; a small one has no need to.
  const large = rows.ids.length > 1000;
  const later = large ? kb.afterPaint : (run) => run();
  const sheet = /** @type {HTMLButtonElement} */ (find("sheet"));
  let state = kb.state.parse(location.search);
  // The ids of all rows that the list has now, those included that a button would bring.
  let listed = rows.ids;
  let panel = null;
  let most = STEP;
  let typing = false;
  let pending = 0;

  // --- from the address to the page ---------------------------------------------------------

  function refresh() {
    if (input.value.trim() !== state.q) input.value = state.q;
    sort.value = state.sort;
    kb.finder.find(state.q, draw, () => tell(kb.finder.LOADING));
  }

  function draw(problem) {
    const index = kb.finder.index();
    // Of a large library the names come first; what it is narrowed by follows at once.
    const narrowable = Boolean(index && index.facets);
    if (!narrowable && !problem && (state.sort || panel || Object.keys(state.filters).length)) {
      tell(kb.finder.LOADING);
      return;
    }
    document.documentElement.classList.remove("kb-waiting");
    if (!index) {
      tell(problem);
      return;
    }
    const found = state.q ? kb.search(state.q, { kinds: ["practices"] }) : null;
    const records = found ? found.map((hit) => index.byId.get(hit.id)) : rows.ids.map((id) => index.byId.get(id)).filter(Boolean);
    const passes = narrowable && kb.facets.filter(state.filters);
    const ids = sorted((passes ? records.filter(passes) : records).map((record) => record.id), index);
    listed = ids;
    sheet.disabled = !ids.length;
    /** @type {Map<string, KbHit>} */
    const hits = new Map();
    (found || []).forEach((hit) => hits.set(hit.id, hit));
    rows.show(ids.slice(0, most), (id) => (hits.has(id) ? hits.get(id).why : null), index, state.filters);
    count.textContent = String(ids.length);
    more.hidden = ids.length <= most;
    more.textContent = "再显示 " + Math.min(STEP, ids.length - most) + " 条（还有 " + (ids.length - most) + " 条）";
    if (narrowable) narrow(index, records);
    explain(problem, found, records, ids, index);
  }

  // The chips, and once the list is painted the counts, which all records are looked through for.
  function narrow(index, records) {
    const drawn = state;
    if (!panel) {
      panel = kb.facetPanel(index, (facet, value) => change(kb.state.toggled(state, facet, value)));
      facets.appendChild(panel.element);
    }
    showChosen();
    later(() => { if (drawn === state) panel.update(state, kb.facets(records, state.filters).counts); });
  }

  const spoken = new Map();

  // A name as it sorts by pinyin.
  function key(record) {
    if (!spoken.has(record.id)) {
      spoken.set(record.id, kb.pinyin.read(record.title).map((syllable, i) => syllable || record.title[i]).join(" "));
    }
    return spoken.get(record.id);
  }

  function sorted(ids, index) {
    const by = {
      name: (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0),
      bodies: (a, b) => b.bodies - a.bodies,
      newest: (a, b) => (a.added < b.added ? 1 : a.added > b.added ? -1 : 0),
    }[state.sort];
    if (!by) return ids;
    // Equals keep the order that they come in: by relevance, or by speech.
    const order = new Map(ids.map((id, i) => [id, i]));
    return ids.slice().sort((a, b) => by(index.byId.get(a), index.byId.get(b)) || order.get(a) - order.get(b));
  }

  function showChosen() {
    const chips = panel.chips(state);
    const names = panel.names(state);
    const focused = chosen.contains(document.activeElement);
    kb.empty(chosen);
    kb.append(chosen, chips);
    if (chips.length || state.q) {
      const clear = kb.el("button", { type: "button", class: "kb-clear" }, "全部清除");
      clear.addEventListener("click", reset);
      chosen.appendChild(clear);
    }
    // The chip that was taken away had the focus.
    if (focused) /** @type {HTMLElement} */ (chosen.firstElementChild || input).focus();
    const named = panel.described(state);
    find("named").hidden = !named && !state.q;
    find("named").textContent = "筛选：" + [state.q ? "“" + state.q + "”" : "", named].filter(Boolean).join("；");
    opener.textContent = names.length ? "筛选：" + names.join("、") : "筛选";
    sort.options[0].textContent = state.q ? "按相关度" : "按发言的次序";
  }

  // What a reader must know about the list: nothing, only partly right, or what else to try.
  function explain(problem, found, records, ids, index) {
    kb.empty(nearest);
    nearest.hidden = true;
    if (ids.length) {
      tell(problem || (found && found.partial ? "没有全部符合的；下面是部分符合的，最接近的在前。" : ""));
      return;
    }
    tell(problem || (records.length ? (state.q ? "检索到 " + records.length + " 条，但没有一条" : "没有一条") + "同时符合所选的条件。" : "没有找到“" + state.q + "”。换个说法，或者只写名称里的两三个字试试。"));
    const drawn = state;
    if (!records.length) later(() => { if (drawn === state) nameNearest(index); });
    const again = kb.el("button", { type: "button", class: "kb-button" }, records.length ? "去掉所选的条件" : "看全部做法");
    again.addEventListener("click", () => (records.length ? change(Object.assign({}, state, { filters: {} })) : reset()));
    nearest.appendChild(again);
    nearest.hidden = false;
  }

  // What the list is narrowed by, as the name of a file.
  function title() {
    const named = panel ? panel.described(state) : "";
    return ["做法", state.q ? "“" + state.q + "”" : "", named].filter(Boolean).join("；");
  }

  // Of a list narrowed by what is said of accounts, the accounts of which it holds.
  function keptAccounts() {
    const index = kb.finder.index();
    const passes = kb.facets.accountFilter(state.filters);
    return passes ? (entry, account) => index.byId.get(entry.id).accounts.some((each) => each.speech === account.speech && passes(each)) : null;
  }

  function nameNearest(index) {
    const near = kb.nearestNames(state.q, index.list("practices"));
    if (!near.length) return;
    const links = near.map((record, i) => [i ? "、" : "", kb.el("a", { href: kb.root + record.url }, record.title)]);
    nearest.insertBefore(kb.el("span", null, "名称最接近的：", links, "。"), nearest.firstChild);
  }

  function tell(text) {
    message.hidden = !text;
    message.classList.toggle("kb-index__message--passing", text === kb.finder.LOADING);
    if (message.textContent !== text) message.textContent = text;
  }

  // --- from the reader to the address -------------------------------------------------------

  function change(next, quiet) {
    if (!quiet) settle();
    state = next;
    most = STEP;
    if (quiet) {
      clearTimeout(pending);
      pending = setTimeout(settle, 150);
      if (!large) settle();
    } else {
      typing = false;
      history.pushState(null, "", address());
    }
    refresh();
  }

  // Letters go into the address when the hand rests, and those of one word are one step back.
  function settle() {
    if (!pending) return;
    clearTimeout(pending);
    pending = 0;
    if (typing) history.replaceState(null, "", address());
    else history.pushState(null, "", address());
    typing = true;
  }

  const address = () => location.pathname + keptSearch() + location.hash;

  // The state as a query, after what else stands there (a folder on its way, see shelf.js).
  function keptSearch() {
    const folder = new URLSearchParams(location.search).get("folder");
    const own = kb.state.format(state);
    return folder ? (own ? own + "&" : "?") + "folder=" + encodeURIComponent(folder) : own;
  }

  function reset() {
    change({ q: "", sort: state.sort, filters: {} });
    input.focus();
  }

  function typed() {
    const q = input.value.trim();
    if (q !== state.q) change(Object.assign({}, state, { q }), true);
  }

  input.addEventListener("input", (event) => { if (!(/** @type {InputEvent} */ (event)).isComposing) typed(); });
  input.addEventListener("compositionend", typed);
  const rest = () => {
    settle();
    typing = false;
  };
  input.addEventListener("blur", rest);
  window.addEventListener("pagehide", rest);
  input.form.addEventListener("submit", (event) => {
    event.preventDefault();
    typed();
    rest();
  });
  input.addEventListener("keydown", (event) => {
    const first = host.querySelector(".kb-row__title a");
    if (event.key === "ArrowDown" && !event.isComposing && first) {
      event.preventDefault();
      first.focus();
    }
  });
  sort.addEventListener("change", () => change(Object.assign({}, state, { sort: sort.value })));
  more.addEventListener("click", () => {
    const at = most;
    most += STEP;
    draw("");
    const next = host.querySelectorAll(".kb-row__title a")[at];
    if (next) next.focus();
  });
  sheet.addEventListener("click", () => kb.exportTable(listed, { title: title(), keeps: keptAccounts() }, sheet));
  opener.addEventListener("click", () => {
    const open = opener.getAttribute("aria-expanded") !== "true";
    opener.setAttribute("aria-expanded", String(open));
    facets.classList.toggle("kb-facets--open", open);
    // It stands after the rows.
    const first = open && facets.querySelector("input");
    if (first) first.focus();
  });
  window.addEventListener("popstate", () => {
    clearTimeout(pending);
    pending = 0;
    typing = false;
    state = kb.state.parse(location.search);
    most = STEP;
    refresh();
  });

  // A list that is about to change would jump before the reader's eyes: theme-scope.js holds it back.
  if (!kb.state.format(state)) document.documentElement.classList.remove("kb-waiting");
  refresh();
})(window.kb);
