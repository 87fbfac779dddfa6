// What paper can't follow or know is written in before printing: addresses of links to other sites, the page's own, the date.
(function (kb) {
  "use strict";

  document.documentElement.classList.toggle("kb-broad", Boolean(document.querySelector(".kb-page--broad")));

  // Links that leave the site; others, and places, which paper names in words, stay text.
  const LINKS = ".md-content a[href^='http']";
  // Of a folder the address is long, or none for anybody else; of a page on this machine it is none for anybody else, either.
  const addressed = () => !document.querySelector("[data-kb-folder]") && /^https?:/.test(kb.site());

  function prepare() {
    document.querySelectorAll(LINKS).forEach((found) => {
      const link = /** @type {HTMLAnchorElement} */ (found);
      const address = kb.permanent(link.href);
      if (link.textContent !== address && !link.href.startsWith(kb.root)) link.setAttribute("data-kb-printed-address", address);
    });
    const line = document.querySelector("[data-kb-printed]");
    if (!line) return;
    const day = kb.chineseDate(new Date());
    line.textContent = [line.dataset.kbName, !addressed() ? "" : kb.permanent(location.href.split("#")[0]), day + "打印"].filter(Boolean).join(" · ");
  }

  // --- the size of the type -------------------------------------------------------------------

  const MILLIMETRE = 96 / 25.4;
  // What @page of kb-print.css leaves for the text, and its sizes in the order in which they are wanted on several sheets.
  const ACROSS = { width: 275, height: 195, least: 5, several: [1, 2, 3, 0, 4] };
  const UPRIGHT = { width: 170, height: 261, least: 3, several: [0, 1, 2, 3] };
  const LEFT = 0.03;

  // The page is measured as paper, whose rules hold for a moment.
  function fit() {
    const style = /** @type {HTMLLinkElement | null} */ (document.querySelector("[data-kb-paper-style]"));
    const main = document.querySelector(".md-main");
    const footer = document.querySelector(".kb-footer");
    if (!style || !style.sheet || !main || !footer) return;
    const root = document.documentElement;
    const sheet = root.classList.contains("kb-broad") ? ACROSS : UPRIGHT;
    const scrolled = window.scrollY;
    style.media = "all";
    document.body.style.width = sheet.width * MILLIMETRE + "px";
    root.dataset.kbSize = String(size(sheet, (tried) => {
      root.dataset.kbSize = String(tried);
      return (footer.getBoundingClientRect().bottom - main.getBoundingClientRect().top) / MILLIMETRE / sheet.height;
    }));
    document.body.style.width = "";
    style.media = "print";
    window.scrollTo(0, scrolled);
  }

  // The largest with which one sheet is enough; on several, one that leaves more than a few lines for the last.
  function size(sheet, sheets) {
    const taken = [];
    for (let tried = 0; tried <= sheet.least; tried++) {
      taken.push(sheets(tried));
      if (taken[tried] <= 0.99) return tried;
    }
    // A row that is not cut leaves some of its sheet empty.
    const last = (tried) => (taken[tried] + LEFT * Math.floor(taken[tried])) % 1;
    const even = sheet.several.filter((tried) => last(tried) > 0.2 && last(tried) < 0.92);
    return even.concat(sheet.several)[0];
  }

  const line = document.querySelector("[data-kb-printed]");
  if (line) line.dataset.kbName = line.textContent;
  window.addEventListener("beforeprint", () => { prepare(); fit(); });
})(window.kb);
