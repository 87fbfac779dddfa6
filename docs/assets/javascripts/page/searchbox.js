// The search box of the header: a dialog over any page (Ctrl K, ⌘ K or /) that finds every kind of entry.
(function (kb) {
  "use strict";

  const MOST = 12;
  const opener = document.querySelector("[data-kb-search-open]");
  const box = build();
  // A browser without dialogs follows the link to the list of practices.
  if (!opener || !box.dialog.showModal) return;
  /** @type {KbHits} */
  let hits = Object.assign([], { total: 0, partial: false });
  let current = -1;
  let shown = "";
  let before = null;

  function build() {
    const input = kb.el("input", {
      class: "kb-dialog__box", type: "search", role: "combobox", "aria-expanded": "false", "aria-controls": "kb-dialog-list",
      "aria-autocomplete": "list", "aria-label": "检索全库", placeholder: "名称、拼音、首字母，或者一句话",
      autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "go",
    });
    const close = kb.el("button", { type: "button", class: "kb-button kb-dialog__close" }, "关闭");
    const message = kb.el("p", { class: "kb-dialog__message", role: "status" });
    const list = kb.el("div", { class: "kb-dialog__list", id: "kb-dialog-list", role: "listbox", "aria-label": "检索结果" });
    const all = kb.el("a", { class: "kb-dialog__all", hidden: true });
    const keys = kb.el("p", { class: "kb-dialog__keys", "aria-hidden": "true" }, "↑↓ 选择 · Enter 打开 · Ctrl Enter 放进材料夹 · Esc 关闭");
    const status = kb.el("p", { class: "kb-dialog__said", role: "status", "data-kb-status": true });
    const dialog = kb.el("dialog", { class: "kb-dialog", "aria-label": "检索" },
      kb.el("div", { class: "kb-dialog__head" }, input, close), message, list, status, kb.el("div", { class: "kb-dialog__foot" }, all, keys));
    return { dialog, input, close, message, list, all, status };
  }

  function open() {
    if (box.dialog.open) return;
    if (!box.dialog.isConnected) document.querySelector(".kb-header").appendChild(box.dialog);
    before = document.activeElement;
    box.dialog.showModal();
    box.input.focus();
    box.input.select();
    update();
  }

  function update() {
    kb.finder.find(box.input.value, show, () => { box.message.textContent = kb.finder.LOADING; });
  }

  function show(problem) {
    if (!box.dialog.open) return;
    const query = box.input.value.trim();
    const ready = Boolean(kb.finder.index());
    // The same question may be answered twice while loading; what the reader chose meanwhile stays chosen.
    const kept = query === shown && current > 0 ? hits[current].url : null;
    shown = query;
    hits = kb.search(ready ? query : "", { limit: MOST });
    box.message.textContent = problem || said(query);
    kb.empty(box.list);
    hits.forEach((hit, i) => box.list.appendChild(option(hit, i)));
    kb.showPicked(box.list);
    box.status.textContent = "";
    choose(hits.length ? Math.max(hits.findIndex((hit) => hit.url === kept), 0) : -1);
    box.input.setAttribute("aria-expanded", String(hits.length > 0));
    box.all.hidden = !query || !ready;
    box.all.href = kb.root + "practices/index.html" + kb.state.format({ q: query, filters: {} });
    box.all.textContent = "在全部做法里看“" + query + "”";
  }

  function said(query) {
    if (!query) return "做法、发言、问题、单位、术语和各页面都能找到。";
    if (!hits.length) return "没有找到“" + query + "”。换个说法，或者只写名称里的两三个字试试。";
    const found = hits.total > hits.length ? "共 " + hits.total + " 条，先列 " + hits.length + " 条" : "共 " + hits.total + " 条";
    return hits.partial ? "没有全部符合的；部分符合的" + found : found;
  }

  function option(hit, i) {
    const title = kb.el("span", { class: "kb-dialog__title" }, hit.title);
    // For the mouse; an option holds nothing that the keyboard could reach, which has Ctrl Enter.
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
      const chosen = /** @type {HTMLElement | undefined} */ (box.list.children[current]);
      const add = chosen && chosen.querySelector("[data-kb-add]");
      if (event.ctrlKey || event.metaKey) {
        if (add) add.click();
      } else if (chosen) chosen.click();
      else if (!box.all.hidden) box.all.click();
    } else if (event.key === "Escape") {
      // The first Esc would only empty the box.
      event.preventDefault();
      box.dialog.close();
    }
  });
  box.input.addEventListener("input", update);
  box.close.addEventListener("click", () => box.dialog.close());
  // A hit on the page that is open already, or a click beside the dialog.
  box.dialog.addEventListener("click", (event) => {
    if (event.target === box.dialog || (event.target.closest("a") && !event.target.closest("[data-kb-add]"))) box.dialog.close();
  });
  box.dialog.addEventListener("close", () => {
    if (before && before.isConnected && before !== document.body) before.focus();
    else opener.focus();
  });

  opener.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  opener.setAttribute("aria-haspopup", "dialog");
  opener.setAttribute("aria-keyshortcuts", "Control+K Meta+K /");
  ["pointerenter", "focus", "touchstart"].forEach((name) =>
    opener.addEventListener(name, () => kb.finder.find("", () => {}), { once: true, passive: true }));

  window.addEventListener("keydown", (event) => {
    const shortcut = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k";
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target);
    if (!shortcut && !slash || event.isComposing) return;
    event.preventDefault();
    // Material listens for keys too.
    event.stopImmediatePropagation();
    open();
  }, true);

  function typing(element) {
    return element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName) && element.type !== "checkbox" && element.type !== "radio";
  }

  if (/Mac|iPhone|iPad/.test(navigator.platform)) {
    const hint = opener.querySelector("kbd");
    if (hint) hint.textContent = "⌘ K";
  }
})(window.kb);
