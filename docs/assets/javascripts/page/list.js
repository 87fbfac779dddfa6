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
  const later = rows.large ? kb.afterPaint : (run) => run();
  const sheet = /** @type {HTMLButtonElement} */ (find("sheet"));
  const print = find("print");
  const legend = /** @type {HTMLElement | null} */ (host.querySelector(".kb-results > .kb-legend"));
  const asked = kb.finder.place({ show: draw, say: () => { if (last) explain(); }, wait: () => tell(kb.finder.LOADING) });
  const composing = kb.finder.typing(input, typed);
  input.addEventListener("focus", () => { kb.index.prepare("").catch(() => {}); }, { once: true });
  let state = inAddress();
  // What is drawn (core/narrowed.js), and the problem that there was.
  let last = null;
  // The ids of all rows that the list has now, those included that a button would bring.
  let listed = [];
  let panel = null;
  let most = STEP;
  let typing = false;
  let pending = 0;
  // What is said of an address that asks for what there is not.
  let unknown = "";

  // --- from the address to the page ---------------------------------------------------------

  function refresh() {
    if (input.value.trim() !== state.q) input.value = state.q;
    sort.value = state.sort;
    asked.find(state.q);
  }

  function draw(problem) {
    // Drawn when the word is whole: see typed.
    if (composing()) {
      last = null;
      return;
    }
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
    if (narrowable) known(index);
    const found = kb.narrowed(state, index);
    const ids = kb.listOrder(found.ids, state.sort, index);
    last = { found, problem };
    listed = ids;
    sheet.hidden = print.hidden = !ids.length;
    /** @type {Map<string, KbHit>} */
    const hits = new Map();
    (found.hits || []).forEach((hit) => hits.set(hit.id, hit));
    rows.show(ids.slice(0, most), (id) => (hits.has(id) ? hits.get(id).why : null), index, found.filters);
    if (legend) kb.narrowLegend(legend, Array.from(find("list").querySelectorAll(":scope > li:not([hidden])")));
    count.textContent = String(ids.length);
    more.hidden = ids.length <= most;
    more.textContent = "再显示 " + Math.min(STEP, ids.length - most) + " 条（还有 " + (ids.length - most) + " 条）";
    if (narrowable) narrow(index, found);
    explain();
  }

  // Values that nothing has, of an address that was written by hand or is old, narrow nothing.
  function known(index) {
    const { filters, odd } = kb.knownFacets(state.filters, index);
    if (!odd.length) return;
    state = Object.assign({}, state, { filters });
    unknown = "网址里的条件" + odd.slice(0, 3).map(kb.said.named).join("、") + "本库没有，没有用上。";
  }

  // The chips, and once the list is painted the counts, which all records are looked through for.
  function narrow(index, found) {
    const drawn = state;
    if (!panel) {
      panel = kb.facetPanel(index, (facet, value) => change(kb.narrowed.toggled(state, facet, value, last && last.found.hits)));
      facets.appendChild(panel.element);
    }
    showChosen(found);
    later(() => { if (drawn === state) panel.update(shown(found), kb.facets(found.records, found.filters).counts); });
  }

  // The state as the panel and the chips show it: what the query says of facets is chosen like the rest.
  const shown = (found) => Object.assign({}, state, { filters: found.filters });

  function showChosen(found) {
    const chips = panel.chips(shown(found));
    const names = panel.names(shown(found));
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
    const named = described(found);
    find("named").hidden = !named;
    find("named").textContent = "筛选：" + named;
    opener.textContent = names.length ? "筛选：" + names.join("、") : "筛选";
    sort.options[0].textContent = state.q ? "按相关度" : "按发言的次序";
  }

  // What a reader must know about the list: nothing, a weak answer, or what else to try.
  function explain() {
    const { found, problem } = last;
    const looking = asked.looking();
    const hits = found.hits;
    // Until texts have joined the rows may change their order; a screen reader waits for the whole list.
    find("list").setAttribute("aria-busy", String(looking));
    const excluded = !looking && !found.ids.length && (hits ? hits.total > 0 : found.records.length > 0);
    const said = excluded ? (hits ? "检索到 " + hits.total + " 条，但没有一条" : "没有一条") + "同时符合所选的条件。" : hits ? full(kb.said.of(state.q, hits, looking)) : "";
    // A count that is there already grows where it stands: a line that came and went would move the list.
    const further = said === kb.said.FURTHER;
    find("further").classList.toggle("kb-index__further--on", further);
    tell(problem || [unknown, further ? "" : said, looking ? "" : cut()].filter(Boolean).join(""));
    kb.empty(nearest);
    nearest.hidden = looking || found.ids.length > 0;
    if (nearest.hidden) return;
    const drawn = last;
    if (!excluded) later(() => { if (drawn === last) nameNearest(hits); });
    if (hits && hits.all > hits.total && kb.searchbox) nearest.appendChild(kb.button("看别的内容", () => kb.searchbox.ask(state.q), "kb-button"));
    nearest.appendChild(excluded ? kb.button("去掉所选的条件", () => change(widened(found)), "kb-button") : kb.button("看全部做法", reset, "kb-button"));
  }

  // What an address can't hold of a query is told before somebody passes it on.
  function cut() {
    const length = Array.from(state.q).length;
    const longest = kb.state.LONGEST;
    if (length > longest) return "这里按全文查；网址只放得下前 " + longest + " 个字，复制给别人，结果可能不同。";
    return length === longest ? "网址里只有前 " + longest + " 个字，这里按这些字查。" : "";
  }

  const widened = (found) => Object.assign({}, state, { q: found.typed.length ? found.hits.rest : state.q, filters: {} });

  const full = (sentence) => (sentence && !/[。…]$/.test(sentence) ? sentence + "。" : sentence);

  // The query and what the list is narrowed by, in words; the facet words of the query stand among the latter.
  function described(found) {
    const words = found.typed.length ? found.hits.rest : state.q;
    return [words ? kb.said.named(words) : "", panel ? panel.described(shown(found)) : ""].filter(Boolean).join("；");
  }

  // What the list is narrowed by, as the name of a file.
  function title() {
    return ["做法", last ? described(last.found) : ""].filter(Boolean).join("；");
  }

  // Of a list narrowed by what is said of accounts, the accounts of which it holds.
  function keptAccounts() {
    const index = kb.finder.index();
    const passes = kb.facets.accountFilter(last ? last.found.filters : state.filters);
    return passes ? (entry, account) => index.byId.get(entry.id).accounts.some((each) => each.speech === account.speech && passes(each)) : null;
  }

  function nameNearest(hits) {
    const near = kb.nearest.names(hits.rest || state.q, kb.finder.index().list("practices"));
    if (!near.length) return;
    const links = near.map((record, i) => [i ? "、" : "", kb.el("a", { href: kb.root + record.url }, record.title)]);
    nearest.insertBefore(kb.el("span", null, "名称相近的：", links, "。"), nearest.firstChild);
  }

  function tell(text) {
    message.hidden = !text;
    message.classList.toggle("kb-index__message--passing", [kb.finder.LOADING, kb.said.LOOKING].indexOf(text) >= 0);
    if (message.textContent !== text) message.textContent = text;
  }

  // --- from the reader to the address -------------------------------------------------------

  function change(next, quiet) {
    if (!quiet) settle();
    state = next;
    unknown = "";
    most = STEP;
    if (quiet) {
      clearTimeout(pending);
      pending = setTimeout(settle, 150);
      if (!rows.large) settle();
    } else {
      typing = false;
      keep("pushState");
    }
    refresh();
  }

  // Letters go into the address when the hand rests, and those of one word are one step back.
  function settle() {
    if (!pending) return;
    clearTimeout(pending);
    pending = 0;
    keep(typing ? "replaceState" : "pushState");
    typing = true;
  }

  // An address holds the beginning of a long query (core/state.js); the whole of it is kept beside.
  function keep(how) {
    history[how]({ q: state.q }, "", location.pathname + keptSearch() + location.hash);
  }

  function inAddress() {
    const found = kb.state.parse(location.search);
    const kept = history.state && history.state.q;
    if (found.q && typeof kept === "string" && kept.startsWith(found.q)) found.q = kept;
    return found;
  }

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
    // Another query is asked for its best answers, whatever the last list was sorted by.
    if (q !== state.q) change(Object.assign({}, state, { q, sort: "" }), true);
    else if (!last) refresh();
  }

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
    state = inAddress();
    unknown = "";
    most = STEP;
    refresh();
  });

  // A list that is about to change would jump before the reader's eyes: theme-scope.js holds it back.
  if (!kb.state.format(state)) document.documentElement.classList.remove("kb-waiting");
  // What was typed before this script came is not lost.
  if (input.value.trim()) typed();
  else refresh();
})(window.kb);
