// What paper can't follow or know is written in before printing: addresses of links to other sites, the page's own, the date.
(function (kb) {
  "use strict";

  document.documentElement.classList.toggle("kb-broad", Boolean(document.querySelector(".kb-page--broad")));

  // Links that leave the site; others, and places, which paper names in words, stay text.
  const LINKS = ".md-content a[href^='http']";
  // A folder that lies in this browser has no address for anybody else.
  const own = () => document.querySelector("[data-kb-folder]") && !new URLSearchParams(location.search).get("ids");

  function prepare() {
    document.querySelectorAll(LINKS).forEach((found) => {
      const link = /** @type {HTMLAnchorElement} */ (found);
      const address = kb.permanent(link.href);
      if (link.textContent !== address && !link.href.startsWith(kb.root)) link.setAttribute("data-kb-printed-address", address);
    });
    const line = document.querySelector("[data-kb-printed]");
    if (!line) return;
    const day = kb.chineseDate(new Date());
    line.textContent = [line.dataset.kbName, own() ? "" : kb.permanent(location.href.split("#")[0]), day + "打印"].filter(Boolean).join(" · ");
  }

  const line = document.querySelector("[data-kb-printed]");
  if (line) line.dataset.kbName = line.textContent;
  window.addEventListener("beforeprint", prepare);
})(window.kb);
