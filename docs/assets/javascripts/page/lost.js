// 404: a right name in a wrong folder is led to its page, a slip in a name to the nearest; other words of the address go
// into the search box.
(function (kb) {
  "use strict";

  const lost = /** @type {HTMLInputElement | null} */ (document.querySelector("[data-kb-lost]"));
  const found = /** @type {HTMLElement | null} */ (document.querySelector("[data-kb-found]"));
  if (!lost) return;
  const name = readable(location.pathname.split("/").filter(Boolean).pop() || "").replace(/\.[a-z]+$/i, "");
  if (!lost.value) lost.value = words(name);
  if (found && name) lead(name.toLowerCase());

  // Every entry of the library is in the index; an id stands for one entry, whatever its kind.
  function lead(id) {
    kb.index.start().then((index) => {
      const entries = index.records.filter((record) => record.kind && record.kind !== "pages");
      const own = index.byId.get(id);
      if (own && own.kind !== "pages") say("这一条在这里：", [own]);
      else say("地址最接近的：", kb.nearest.ids(id, entries));
    }).catch(() => {
      // The box below finds it too.
    });
  }

  function say(text, records) {
    if (!records.length) return;
    kb.append(found, [text, records.map((record, i) => [i ? "、" : "", kb.el("a", { href: kb.root + record.url + location.hash }, record.title)])]);
    found.hidden = false;
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
