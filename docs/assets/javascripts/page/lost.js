// 404: a right name in a wrong folder is led to its page; other words of the address go into the search box.
(function (kb) {
  "use strict";

  const lost = /** @type {HTMLInputElement | null} */ (document.querySelector("[data-kb-lost]"));
  const found = /** @type {HTMLElement | null} */ (document.querySelector("[data-kb-found]"));
  if (!lost) return;
  const name = readable(location.pathname.split("/").filter(Boolean).pop() || "").replace(/\.[a-z]+$/i, "");
  if (!lost.value) lost.value = words(name);
  if (found && /^[a-z0-9-]+$/i.test(name)) lead(name.toLowerCase());

  // Every entry of the library is in the index; an id stands for one entry, whatever its kind.
  function lead(id) {
    kb.index.start().then((index) => {
      const record = index.byId.get(id);
      if (!record || record.kind === "pages") return;
      kb.append(found, ["有一条叫这个编号，在这里：", kb.el("a", { href: kb.root + record.url + location.hash }, record.title)]);
      found.hidden = false;
    }).catch(() => {
      // The box below finds it too.
    });
  }

  // Ids are pinyin by syllable; joined they are what a reader would type.
  function words(text) {
    return /^[a-z0-9-]+$/i.test(text) ? text.replace(/-/g, "") : text.replace(/[-_+]+/g, " ").trim();
  }

  function readable(part) {
    try {
      return decodeURIComponent(part);
    } catch (error) {
      return part;
    }
  }
})(window.kb);
