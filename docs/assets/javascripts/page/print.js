// What paper can't follow or know is written in before printing: addresses of links, the page's own, the date.
(function (kb) {
  "use strict";

  document.documentElement.classList.toggle("kb-broad", Boolean(document.querySelector(".kb-page--broad")));

  // Titles in lists, and links that leave the site; others, and places, which paper names in words, stay text.
  const LINKS = ".kb-row__title a, .md-content a[href^='http']";
  const stays = (link) => link.href.startsWith(kb.root) && !link.closest(".kb-row__title");

  function prepare() {
    document.querySelectorAll(LINKS).forEach((link) => {
      const address = kb.permanent(/** @type {HTMLAnchorElement} */ (link).href);
      if (link.textContent !== address && !stays(link)) link.setAttribute("data-kb-printed-address", address);
    });
    const line = document.querySelector("[data-kb-printed]");
    if (!line) return;
    const day = kb.chineseDate(new Date());
    line.textContent = [line.dataset.kbName, kb.permanent(location.href.split("#")[0]), day + "打印"].join(" · ");
  }

  const line = document.querySelector("[data-kb-printed]");
  if (line) line.dataset.kbName = line.textContent;
  window.addEventListener("beforeprint", prepare);
})(window.kb);
