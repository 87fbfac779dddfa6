// The buttons 放进材料夹 of a page, and the corner that counts what is collected and leads to the folder.
(function (kb) {
  "use strict";

  const ALL = "all";
  const link = kb.el("a", { class: "kb-picked", href: kb.picks.address([]), hidden: true, "data-kb-added": true });
  const host = document.querySelector(".kb-header__inner");
  if (host) host.appendChild(link);

  // Brings the buttons under `parent` up to date; rows that are drawn later call it too.
  kb.showPicked = function (parent) {
    parent.querySelectorAll("[data-kb-add]").forEach(show);
  };

  kb.picks.subscribe((ids) => {
    kb.empty(link);
    kb.append(link, ["材料夹 ", kb.el("b", { class: "kb-num" }, String(ids.length)), " 条", kb.el("span", null, "打开")]);
    link.href = kb.picks.address(ids);
    link.hidden = !ids.length || Boolean(document.querySelector("[data-kb-compare]"));
    document.body.classList.toggle("kb-has-picked", !link.hidden);
    kb.showPicked(document);
  });

  function show(button) {
    button.hidden = false;
    if (button.dataset.kbAdd === ALL) return;
    const inside = kb.picks.has(button.dataset.kbAdd);
    button.setAttribute("aria-pressed", String(inside));
    if (button.closest("[data-kb-actions]")) button.textContent = inside ? "从材料夹拿出" : "放进材料夹";
  }

  // What a button says it did; all is only ever added.
  function added(button) {
    const before = kb.picks.list().length;
    if (button.dataset.kbAdd === ALL) {
      const chosen = kb.chosenAccounts().map((key) => key.split(":")[0]);
      kb.picks.replace(kb.picks.list().concat(chosen));
      const more = kb.picks.list().length - before;
      const left = Array.from(new Set(chosen)).filter((id) => !kb.picks.has(id)).length;
      if (left) return "材料夹最多 " + kb.picks.MOST + " 条，有 " + left + " 条没有放进去，先拿出几条";
      return (more ? "已放进材料夹 " + more + " 条，现有 " : "都已经在材料夹里，现有 ") + kb.picks.list().length + " 条";
    }
    const inside = kb.picks.has(button.dataset.kbAdd);
    kb.picks.toggle(button.dataset.kbAdd);
    if (inside === kb.picks.has(button.dataset.kbAdd)) return "材料夹最多 " + kb.picks.MOST + " 条，先拿出几条";
    return (inside ? "已从材料夹拿出，现有 " : "已放进材料夹，现有 ") + kb.picks.list().length + " 条";
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest("[data-kb-add]");
    if (!button) return;
    const said = added(button);
    const group = button.closest("[data-kb-actions]");
    kb.say(group ? group.querySelector("[data-kb-status]") : document.querySelector("[data-kb-said]"), said);
  });
})(window.kb);
