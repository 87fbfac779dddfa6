// What opens the search box: the link in the header, Ctrl K, ⌘ K or /, and the boxes that pages have themselves:
// what is typed into one of those goes on in the dialog. Without the dialog each leads to the list of practices.
(function (kb) {
  "use strict";

  const searchbox = kb.searchbox;
  if (!searchbox) return;
  const opener = document.querySelector("[data-kb-search-open]");
  const modified = (event) => event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;

  // Whoever comes near it will search.
  function prepare(element) {
    ["pointerenter", "focus", "touchstart"].forEach((name) =>
      element.addEventListener(name, () => { kb.index.prepare("").catch(() => {}); }, { once: true, passive: true }));
  }

  if (opener) {
    opener.addEventListener("click", (event) => {
      if (modified(event)) return;
      event.preventDefault();
      searchbox.open(null);
    });
    opener.setAttribute("aria-haspopup", "dialog");
    opener.setAttribute("aria-keyshortcuts", "Control+K Meta+K /");
    prepare(opener);
    const hint = opener.querySelector("kbd");
    if (hint && /Mac|iPhone|iPad/.test(navigator.platform)) hint.textContent = "⌘ K";
  }

  document.querySelectorAll("[data-kb-search-form]").forEach((/** @type {any} */ form) => {
    const input = form.querySelector("input[type='search']");
    input.setAttribute("aria-haspopup", "dialog");
    prepare(input);
    kb.finder.typing(input, () => { if (input.value.trim()) searchbox.open(input); });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      searchbox.open(input);
    });
  });

  document.querySelectorAll("[data-kb-search-for]").forEach((/** @type {any} */ example) => example.addEventListener("click", (event) => {
    if (modified(event)) return;
    event.preventDefault();
    searchbox.ask(example.dataset.kbSearchFor);
  }));

  window.addEventListener("keydown", (event) => {
    const shortcut = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k";
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !writing(event.target);
    if (!shortcut && !slash || event.isComposing) return;
    event.preventDefault();
    // Material listens for keys too.
    event.stopImmediatePropagation();
    searchbox.open(null);
  }, true);

  function writing(element) {
    return element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName) && element.type !== "checkbox" && element.type !== "radio";
  }
})(window.kb);
