// What a reader does with a page: copy a citation or the address, print, save as Word.
(function (kb) {
  "use strict";

  const brand = document.querySelector(".kb-brand");
  const library = brand ? brand.textContent : "";
  const LOCAL = "这是本机上的地址，别人打不开。";
  // More rows than that nobody compares, and the address would grow long.
  const MOST_COMPARED = 12;

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
    url.searchParams.delete("folder");
    url.search = url.search.replace(/%2C/g, ",").replace(/%7E/g, "~");
    return url.href.startsWith(kb.root) ? kb.site() + url.href.slice(kb.root.length) : url.href;
  };

  // Copies text and says beside the button how it went.
  kb.copyText = function (text, button, done) {
    kb.copy({ text }, (copied) => {
      const local = copied && /file:\/\//.test(text) ? LOCAL : "";
      report(button, copied ? done + local : "浏览器不让复制。请选中下面的文字自己复制：" + text);
    });
  };

  // Saves a folder as Word, or practices as a table, and says how it went.
  kb.exportWord = (folder, kind, button) => saved((done) => kb.saveWord(folder, kind, done), "Word", button);
  kb.exportTable = (ids, options, button) => saved((done) => kb.saveTable(ids, Object.assign(published(), options), done), options.csv ? "CSV" : "Excel", button);

  const published = () => (/^https?:/.test(kb.site()) ? { site: kb.site() } : {});

  function saved(save, program, button) {
    button.disabled = true;
    report(button, "正在准备 " + program + " 文件");
    const done = (/** @type {string} */ problem) => {
      button.disabled = false;
      report(button, problem || "已导出 " + program + " 文件");
      button.focus();
    };
    kb.rooms((missing) => {
      if (missing) done(missing);
      else save(done);
    });
  }

  // Beside the button: in the row of buttons that it stands in, or where it stands alone right behind it.
  function report(button, text) {
    const group = button.closest(".kb-actions");
    const beside = group ? group.querySelector("[data-kb-status]") : said(button);
    document.querySelectorAll("[data-kb-said-beside]").forEach((other) => { if (other !== beside) other.textContent = ""; });
    kb.say(beside, text);
  }

  function said(button) {
    const next = /** @type {HTMLElement | null} */ (button.nextElementSibling);
    if (next && next.hasAttribute("data-kb-said-beside")) return next;
    const made = kb.el("span", { class: "kb-status", role: "status", "data-kb-said-beside": true });
    button.insertAdjacentElement("afterend", made);
    return made;
  }

  const ACTIONS = {
    "[data-kb-cite]": (button) => kb.copyText(
      button.dataset.kbCite + library + "：" + kb.permanent(location.href.split(/[?#]/)[0]), button, "已复制引用。"),
    "[data-kb-link]": (button) => kb.copyText(kb.permanent(location.href.replace(/#$/, "")), button, "已复制地址。"),
    "[data-kb-print]": () => window.print(),
    "[data-kb-compare]": compare,
    "[data-kb-word]": (button) => { if (!document.querySelector("[data-kb-folder]")) kb.exportWord(meant(), button.dataset.kbWord, button); },
  };

  // The table of comparison of what is ticked, by its address: nothing is put into the reader's folders.
  function compare(button) {
    const folder = meant();
    if (folder.items.length > MOST_COMPARED) report(button, "先勾要对照的几条，最多 " + MOST_COMPARED + " 条。");
    else location.href = kb.shelf.address() + kb.folders.query(folder, false) + "&view=table";
  }

  // What the page's buttons mean, as a folder: its own practice, or its rows under the page's heading.
  function meant() {
    const own = /** @type {any} */ (document.querySelector(".kb-practice[data-kb-id]"));
    const heading = document.querySelector("h1");
    const folder = kb.folders.made(heading ? heading.textContent.replace(/¶/g, "").trim() : "", own ? [own.dataset.kbId] : kb.chosenForFolder());
    return Object.assign(folder, asPaper());
  }

  // A page that its reader has put together says what its paper is called, and which parts it has.
  function asPaper() {
    const paper = /** @type {any} */ (document.querySelector("[data-kb-paper]"));
    if (!paper) return {};
    const ids = (part) => Array.from(part.querySelectorAll("[data-kb-account]"), (row) => row.dataset.kbAccount.split(":")[0]);
    const parts = Array.from(paper.querySelectorAll("[data-kb-part]"), (part) => ({ title: part.dataset.kbPart, ids: ids(part) }));
    return { title: paper.dataset.kbPaper, line: paper.dataset.kbPaperLine, parts };
  }

  Object.keys(ACTIONS).concat("[data-kb-menu-more]", "[data-kb-sheet]").forEach((selector) => {
    document.querySelectorAll(selector).forEach((button) => { button.hidden = false; });
  });

  // A menu is done with when something is chosen in it, or not wanted.
  function shut(menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
  document.addEventListener("click", (event) => {
    const menu = event.target.closest && event.target.closest(".kb-menu-more > div button") && event.target.closest(".kb-menu-more");
    if (menu) shut(menu);
  });
  document.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && event.target.closest && event.target.closest(".kb-menu-more[open]");
    if (menu) shut(menu);
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

  // The foot line's 说哪里有错 is about this page: its entry where it is one, else its address.
  const correct = /** @type {HTMLAnchorElement | null} */ (document.querySelector("[data-kb-correct-here]"));
  const own = /** @type {HTMLAnchorElement | null} */ (document.querySelector(".kb-last .kb-correct-link"));
  const path = location.href.split(/[?#]/)[0].slice(kb.root.length) || "index.html";
  if (correct && own) correct.href = own.href;
  else if (correct && path !== "correct.html") correct.href += "?page=" + encodeURIComponent(path);

  // An old address leads on by itself; the paragraph that a link names goes along.
  const moved = /** @type {HTMLAnchorElement | null} */ (document.querySelector("[data-kb-moved]"));
  if (moved && moved.dataset.kbMoved === "whole") location.replace(moved.href + (moved.search ? location.search.replace("?", "&") : location.search) + location.hash);
  else if (moved && location.hash && !moved.hash) location.replace(moved.href + location.hash);
})(window.kb);
