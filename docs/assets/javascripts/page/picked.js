// The buttons 加入选编 of a page, and the corner that counts what is collected and leads to compare.
(function (kb) {
  "use strict";

  const link = kb.el("a", { class: "kb-picked", href: kb.picks.address([]), hidden: true, "data-kb-picked": true });
  const host = document.querySelector(".kb-header__inner");
  if (host) host.appendChild(link);

  // Brings the buttons under `parent` up to date; rows that are drawn later call it too.
  kb.showPicked = function (parent) {
    parent.querySelectorAll("[data-kb-pick]").forEach(show);
  };

  kb.picks.subscribe((ids) => {
    kb.empty(link);
    kb.append(link, ["选编 ", kb.el("b", { class: "kb-num" }, String(ids.length)), " 条", kb.el("span", null, "并列对照")]);
    link.href = kb.picks.address(ids);
    link.hidden = !ids.length || Boolean(document.querySelector("[data-kb-compare]"));
    document.body.classList.toggle("kb-has-picked", !link.hidden);
    kb.showPicked(document);
  });

  function show(button) {
    button.setAttribute("aria-pressed", String(kb.picks.has(button.dataset.kbPick)));
    button.hidden = false;
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest("[data-kb-pick]");
    if (!button) return;
    const before = kb.picks.has(button.dataset.kbPick);
    kb.picks.toggle(button.dataset.kbPick);
    const group = button.closest("[data-kb-actions]");
    const now = kb.picks.has(button.dataset.kbPick);
    const said = before === now ? "选编最多 " + kb.picks.MOST + " 条，先移出几条"
      : (now ? "已加入选编，现有 " : "已移出选编，现有 ") + kb.picks.list().length + " 条";
    kb.say(group ? group.querySelector("[data-kb-status]") : document.querySelector("[data-kb-said]"), said);
  });
})(window.kb);
