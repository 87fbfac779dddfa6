// The search box of the header: a dialog over any page that finds every kind of entry.
//   kb.searchbox.open(from)  opens it; with what stands in `from`, a field of the page, which goes on in the dialog
//   kb.searchbox.ask(query)  opens it with a query
// What opens it stands in search-openers.js. Null in a browser without dialogs: links and forms lead to the list of practices.
(function (kb) {
  "use strict";

  const MOST = 12;
  const box = build();
  kb.searchbox = null;
  if (!box.dialog.showModal) return;
  const asked = kb.finder.place({ show, say, wait: () => tell(kb.finder.LOADING) });
  const composing = kb.finder.typing(box.input, typed);
  /** @type {KbHits} */
  let hits = none();
  let current = -1;
  let shown = "";
  // Enter before there was anything to open: the first hit, as soon as it is there.
  let entered = false;
  let before = null;
  /** @type {HTMLInputElement | null} */
  let field = null;

  function build() {
    const input = kb.el("input", {
      class: "kb-dialog__box", type: "search", role: "combobox", "aria-expanded": "false", "aria-controls": "kb-dialog-list",
      "aria-autocomplete": "list", "aria-label": "检索全库", placeholder: "名称、拼音、首字母，或者一句话",
      autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "go",
    });
    const close = kb.el("button", { type: "button", class: "kb-button kb-dialog__close" }, "关闭");
    const message = kb.el("p", { class: "kb-dialog__message", role: "status" });
    const chips = kb.el("div", { class: "kb-dialog__chips", role: "group", "aria-label": "读成条件的词" });
    const list = kb.el("div", { class: "kb-dialog__list", id: "kb-dialog-list", role: "listbox", tabindex: "-1", "aria-label": "检索结果" });
    const all = kb.el("a", { class: "kb-dialog__all", hidden: true });
    const figures = kb.el("a", { class: "kb-dialog__figures", hidden: true }, "看“多久一次、数字”：各家多久开一次、有多少");
    const keys = kb.el("p", { class: "kb-dialog__keys", "aria-hidden": "true" }, "↑↓ 选择 · Enter 打开 · Ctrl Enter 另开一页 · Shift Enter 放进材料夹 · Esc 关闭");
    const status = kb.el("p", { class: "kb-dialog__said", role: "status", "data-kb-status": true });
    const dialog = kb.el("dialog", { class: "kb-dialog", "aria-label": "检索" },
      kb.el("div", { class: "kb-dialog__head" }, input, close), kb.el("div", { class: "kb-dialog__top" }, message, chips), list, status,
      kb.el("div", { class: "kb-dialog__foot" }, kb.el("div", { class: "kb-dialog__ways" }, all, figures), keys));
    return { dialog, input, close, message, chips, list, all, figures, status };
  }

  function none() {
    return Object.assign([], { total: 0, partial: false });
  }

  function open(from, asks) {
    if (box.dialog.open) return;
    if (!box.dialog.isConnected) document.querySelector(".kb-header").appendChild(box.dialog);
    before = document.activeElement;
    field = from || null;
    // On the list of practices the dialog goes on with what the list is searched for.
    const listed = /** @type {HTMLInputElement | null} */ (document.querySelector("#kb-query"));
    if (field) box.input.value = field.value;
    else if (!asks && listed && listed.value.trim()) box.input.value = listed.value;
    box.dialog.showModal();
    box.input.focus();
    if (field) box.input.setSelectionRange(field.selectionStart, field.selectionEnd);
    else box.input.select();
    typed();
  }

  function ask(query) {
    box.input.value = query;
    open(null, true);
  }

  const asking = () => box.input.value.trim();

  function typed() {
    entered = false;
    // The field of the page goes on saying what is searched.
    if (field) field.value = box.input.value;
    asked.find(asking());
  }

  // --- what is shown ------------------------------------------------------------------------

  function show(problem) {
    if (!box.dialog.open || composing()) return;
    const query = asking();
    const ready = Boolean(kb.finder.index());
    // The same question may be answered twice while loading; what the reader chose meanwhile stays chosen.
    const kept = query === shown && current > 0 ? hits[current].url : null;
    // What was said of a hit is not taken back by texts that join.
    if (query !== shown) box.status.textContent = "";
    shown = query;
    hits = ready && query ? kb.finder.search(query, { limit: MOST }) : none();
    kb.empty(box.list);
    hits.forEach((hit, i) => box.list.appendChild(option(hit, i)));
    kb.showPicked(box.list);
    choose(hits.length ? Math.max(hits.findIndex((hit) => hit.url === kept), 0) : -1);
    box.input.setAttribute("aria-expanded", String(hits.length > 0));
    showChips(query);
    box.all.hidden = !query || !ready;
    box.all.href = kb.root + "practices/index.html" + kb.state.format({ q: query, filters: {} });
    const long = Array.from(query).length > kb.state.LONGEST;
    if (ready && query) box.all.textContent = "在全部做法里看" + kb.said.named(query) + (long ? "（按前 " + kb.state.LONGEST + " 个字）" : "");
    offerFigures(query);
    if (problem) tell(problem);
    else say();
  }

  // What is asked for is a number: the page of all numbers answers beside the entries, where the library has it.
  function offerFigures(query) {
    const index = kb.finder.index();
    const page = index && kb.said.asksHowMuch(query) && index.list("pages").find((record) => record.url === "figures.html");
    box.figures.hidden = !page;
    if (page) box.figures.href = kb.root + page.url;
  }

  function say() {
    if (!box.dialog.open || composing()) return;
    const query = asking();
    const looking = asked.looking();
    if (!query) tell("找做法、问题、单位、发言、术语");
    else if (!kb.finder.index()) tell(kb.finder.LOADING);
    else {
      const said = kb.said.of(query, hits, looking);
      const found = hits.total ? kb.said.counted(hits) : "";
      tell((looking ? [found, said] : [said, found]).filter(Boolean).join(looking ? "，" : /后面的词$/.test(said) ? "；" : "："));
      if (!hits.total && !looking) kb.afterPaint(offer(query, hits));
    }
    carryOut(looking);
  }

  function tell(text) {
    const whole = entered && asked.looking() ? text + "，找到就打开第一条" : text;
    if (box.message.textContent !== whole) box.message.textContent = whole;
  }

  // Names that are near, under what was said of no hits; looked for once that is seen.
  const offer = (query, told) => () => {
    if (told !== hits || !box.dialog.open || composing() || box.message.querySelector("a")) return;
    const near = kb.nearest.names(hits.rest || query, kb.finder.index().records.filter((record) => record.kind && record.kind !== "pages"));
    if (near.length) kb.append(box.message, ["名称相近的：", near.map((record, i) => [i ? "、" : "", kb.el("a", { href: kb.root + record.url }, record.title)]), "。"]);
  };

  function showChips(query) {
    kb.empty(box.chips);
    kb.said.chips(hits).forEach((each) => {
      const chip = kb.button([each.title, kb.el("span", { class: "kb-chip__x", "aria-hidden": "true" }, "×")], () => {
        box.input.value = kb.said.without(query, each, hits);
        box.input.focus();
        typed();
      }, "kb-chip");
      chip.setAttribute("aria-label", "去掉" + each.title);
      box.chips.appendChild(chip);
    });
  }

  function option(hit, i) {
    const title = kb.el("span", { class: "kb-dialog__title" }, hit.title);
    // For the mouse; an option holds nothing that the keyboard could reach, which has Shift Enter.
    const add = hit.kind === "practices" ? kb.el("span", { class: "kb-dialog__add", "data-kb-add": hit.id, "aria-hidden": "true" }, "放进材料夹") : null;
    const why = hit.why;
    if (why && why.field === "title" && why.text === hit.title) kb.mark(title, why.spans);
    return kb.el("a", { class: "kb-dialog__hit", role: "option", id: "kb-hit-" + i, href: kb.root + hit.url, tabindex: "-1", "aria-selected": "false" },
      kb.el("span", { class: "kb-dialog__kind" }, kb.given.kinds[hit.kind] || ""), title,
      why && why.field !== "title" ? kb.el("span", { class: "kb-dialog__why" }, why.label + "：", kb.excerpt(why.text, why.spans, 48)) : null, add);
  }

  function choose(i) {
    const options = box.list.children;
    if (options[current]) options[current].setAttribute("aria-selected", "false");
    current = i;
    if (!options[i]) {
      box.input.removeAttribute("aria-activedescendant");
      return;
    }
    options[i].setAttribute("aria-selected", "true");
    options[i].scrollIntoView({ block: "nearest" });
    box.input.setAttribute("aria-activedescendant", options[i].id);
  }

  // --- what the reader does -----------------------------------------------------------------

  const chosen = () => /** @type {HTMLElement | undefined} */ (box.list.children[current]);

  function enter(event) {
    const hit = chosen();
    if (event.shiftKey) {
      const add = hit && /** @type {HTMLElement | null} */ (hit.querySelector("[data-kb-add]"));
      if (add) add.click();
      else if (hit) kb.say(box.status, "只有做法能放进材料夹，这一项是" + kb.given.kinds[hits[current].kind]);
    } else if (hit) {
      hit.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, view: window, ctrlKey: event.ctrlKey, metaKey: event.metaKey }));
    } else if (asking() && asked.looking()) {
      entered = true;
      say();
    } else if (!box.all.hidden) box.all.click();
  }

  // A weak hit may not stay the first while bodies are on their way; and what only comes near is opened by who has seen that.
  function carryOut(looking) {
    const sure = hits.length && !hits.weak && !(hits.missed || []).length && !(hits.near || []).length;
    if (!entered || (looking && !sure)) return;
    entered = false;
    if (sure) chosen().click();
  }

  const MOVES = {
    ArrowDown: () => (current + 1) % hits.length,
    ArrowUp: () => (current + hits.length - 1) % hits.length,
    PageDown: () => Math.min(current + 5, hits.length - 1),
    PageUp: () => Math.max(current - 5, 0),
  };

  box.input.addEventListener("keydown", (event) => {
    // Enter also ends the writing of a Chinese word.
    if (event.isComposing || event.keyCode === 229) return;
    if (MOVES[event.key] && hits.length) {
      event.preventDefault();
      choose(MOVES[event.key]());
    } else if (event.key === "Enter") {
      event.preventDefault();
      enter(event);
    } else if (event.key === "Escape") {
      // The first Esc would only empty the box.
      event.preventDefault();
      box.dialog.close();
    }
  });
  box.close.addEventListener("click", () => box.dialog.close());
  // A hit on the page that is open already, or a click beside the dialog; what opens elsewhere leaves the dialog as it is.
  box.dialog.addEventListener("click", (event) => {
    const leads = event.target.closest("a") && !event.target.closest("[data-kb-add]");
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (event.target === box.dialog || (leads && !elsewhere)) box.dialog.close();
  });
  box.dialog.addEventListener("close", () => {
    const back = before && before.isConnected && before !== document.body ? before : document.querySelector("[data-kb-search-open]");
    if (back) back.focus();
  });

  kb.searchbox = { open, ask };
})(window.kb);
