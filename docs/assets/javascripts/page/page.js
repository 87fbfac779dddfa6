// What a reader does with a page: copy a citation or the address, print, save as Word.
(function (kb) {
  "use strict";

  const brand = document.querySelector(".kb-brand");
  const library = brand ? brand.textContent : "";
  const LOCAL = "这是本机上的地址，别人打不开。";

  // Where the library is published: from the canonical address where there is one, else from here.
  kb.site = function () {
    const canonical = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel='canonical']"));
    const path = location.href.split(/[?#]/)[0].slice(kb.root.length);
    const known = canonical && path && canonical.href.endsWith(path);
    return known ? canonical.href.slice(0, -path.length) : kb.root;
  };

  // An address of this site as others should get it.
  kb.permanent = function (address) {
    const url = new URL(address);
    url.searchParams.delete("picks");
    url.search = url.search.replace(/%2C/g, ",");
    return url.href.startsWith(kb.root) ? kb.site() + url.href.slice(kb.root.length) : url.href;
  };

  // Copies text and says beside the button how it went.
  kb.copyText = function (text, button, done) {
    kb.copy({ text }, (copied) => {
      const local = copied && /file:\/\//.test(text) ? LOCAL : "";
      report(button, copied ? done + local : "浏览器不让复制。请选中下面的文字自己复制：" + text);
    });
  };

  // Saves practices as Word or as a table and says how it went.
  kb.exportWord = (ids, options, button) => saved(kb.saveWord, "Word", ids, options, button);
  kb.exportTable = (ids, options, button) => saved(kb.saveTable, "Excel", ids, options, button);

  function saved(save, program, ids, options, button) {
    const published = /^https?:/.test(kb.site()) ? { site: kb.site() } : {};
    button.disabled = true;
    report(button, "正在准备 " + program + " 文件");
    save(ids, Object.assign(published, options), (problem) => {
      button.disabled = false;
      report(button, problem || "已导出 " + program + " 文件");
      button.focus();
    });
  }

  function report(button, text) {
    const group = button.closest(".kb-actions") || document;
    kb.say(group.querySelector("[data-kb-status]"), text);
  }

  const ACTIONS = {
    "[data-kb-cite]": (button) => kb.copyText(
      button.dataset.kbCite + library + "：" + kb.permanent(location.href.split(/[?#]/)[0]), button, "已复制引用。"),
    "[data-kb-link]": (button) => kb.copyText(kb.permanent(location.href.replace(/#$/, "")), button, "已复制地址。"),
    "[data-kb-print]": () => window.print(),
    "[data-kb-word]": (button) => kb.exportWord(meant(), only(), button),
  };

  // The practices that the page's buttons mean: its own, or those of its rows.
  function meant() {
    const own = /** @type {any} */ (document.querySelector(".kb-practice[data-kb-id]"));
    return own ? [own.dataset.kbId] : Array.from(new Set(kb.chosenAccounts().map((key) => key.split(":")[0])));
  }

  // A list of accounts exports these alone; a practice's page has all of its own.
  function only() {
    if (document.querySelector(".kb-practice[data-kb-id]")) return {};
    const heading = document.querySelector("h1");
    return { accounts: kb.chosenAccounts(), title: heading ? heading.textContent.replace(/¶/g, "").trim() : "" };
  }

  Object.keys(ACTIONS).concat("[data-kb-menu-more]", "[data-kb-sheet]").forEach((selector) => {
    document.querySelectorAll(selector).forEach((button) => { button.hidden = false; });
  });

  document.addEventListener("click", (event) => {
    Object.keys(ACTIONS).forEach((selector) => {
      const button = event.target.closest && event.target.closest(selector);
      if (button) ACTIONS[selector](button);
    });
  });

  // The page's permanent address in full; a folder on somebody's disk has none.
  document.querySelectorAll("[data-kb-address]").forEach((place) => {
    const address = kb.permanent(location.href.split(/[?#]/)[0]);
    if (address.startsWith("http")) place.textContent = address;
  });

  // An old address leads on by itself; the paragraph that a link names goes along.
  const moved = /** @type {HTMLAnchorElement | null} */ (document.querySelector("[data-kb-moved]"));
  if (moved && moved.dataset.kbMoved === "whole") location.replace(moved.href + location.search + location.hash);
  else if (moved && location.hash && !moved.hash) location.replace(moved.href + location.hash);
})(window.kb);
