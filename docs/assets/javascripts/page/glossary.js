// The table of terms: narrowed by words and by whether the source explains them. Without this it is whole.
(function (kb) {
  "use strict";

  const host = /** @type {any} */ (document.querySelector("[data-kb-terms-find]"));
  if (!host) return;
  const input = host.querySelector("input");
  const said = host.querySelector("[data-kb-terms-said]");
  const buttons = Array.from(host.querySelectorAll("[data-kb-terms]"));
  const groups = Array.from(document.querySelectorAll(".kb-glossary tbody")).map((/** @type {any} */ group) => ({
    group, link: document.querySelector(".kb-initials a[href='#" + group.id + "']"), rows: Array.from(group.querySelectorAll(".kb-term")),
  }));
  let wanted = "";

  function show() {
    const query = input.value.trim().toLowerCase();
    let count = 0;
    groups.forEach((each) => {
      const found = each.rows.filter((/** @type {any} */ row) => {
        row.hidden = Boolean((wanted && row.dataset.kbExplained !== wanted) || (query && row.textContent.toLowerCase().indexOf(query) < 0));
        return !row.hidden;
      }).length;
      each.group.hidden = !found;
      if (each.link) {
        each.link.parentElement.hidden = !found;
        each.link.querySelector("small").textContent = String(found);
      }
      count += found;
    });
    kb.say(said, query || wanted ? (count ? count + " 个" : "术语里没有找到") : "");
  }

  // An address that names a term shows it, whatever was chosen before.
  function reveal() {
    const row = location.hash && document.getElementById(location.hash.slice(1));
    if (!row || !row.hidden) return;
    input.value = "";
    choose("");
    row.scrollIntoView();
  }

  function choose(value) {
    wanted = value;
    buttons.forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.kbTerms === value)));
    show();
  }

  host.hidden = false;
  buttons.forEach((button) => button.addEventListener("click", () => choose(button.dataset.kbTerms)));
  kb.finder.typing(input, show);
  window.addEventListener("hashchange", reveal);
  // A reload may leave words in the box.
  show();
})(window.kb);
