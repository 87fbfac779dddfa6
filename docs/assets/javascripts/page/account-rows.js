// What a reader does with a table of accounts: sort it, tick rows, and act on the ticked ones or on all.
//   kb.chosenAccounts()  → the keys practice:speech that buttons of this page mean: ticked rows, or all of them
//   kb.chosenForFolder() → the same as a folder takes them: a practice of which all accounts are meant is meant whole
// The table itself is whole and in its order without this.
(function (kb) {
  "use strict";

  const table = /** @type {any} */ (document.querySelector("table[data-kb-rows]"));
  const all = document.querySelector("[data-kb-add='all']");
  const rows = () => Array.from(table.tBodies[0].rows);
  const ticked = () => rows().filter((row) => { const box = row.querySelector(".kb-tick input"); return box && box.checked; });

  kb.chosenAccounts = function () {
    const chosen = table ? ticked() : [];
    const meant = chosen.length ? chosen : table ? rows() : Array.from(document.querySelectorAll("[data-kb-account]"));
    return meant.map((row) => row.dataset.kbAccount).filter(Boolean).filter((key, i, keys) => keys.indexOf(key) === i);
  };

  // Where the rows are of one body alone, its account is meant and never those of others.
  kb.chosenForFolder = function () {
    const keys = kb.chosenAccounts();
    if (!table || table.dataset.kbRows !== "whole") return keys;
    const practice = (key) => key.split(":")[0];
    const left = new Set(rows().map((row) => row.dataset.kbAccount).filter((key) => keys.indexOf(key) < 0).map(practice));
    return keys.map((key) => (left.has(practice(key)) ? key : practice(key))).filter((key, i, each) => each.indexOf(key) === i);
  };

  if (!table) return;

  if (all) tickable();
  const more = /** @type {any} */ (document.querySelector("[data-kb-rows-more]"));
  if (more) {
    more.hidden = false;
    more.addEventListener("click", () => {
      const at = /** @type {any} */ (table.tBodies[0].rows[30].querySelector("a, input"));
      table.classList.remove("kb-rows-table--long");
      more.remove();
      if (at) at.focus();
    });
  }
  const button = /** @type {any} */ (document.querySelector("[data-kb-order]"));
  if (button && rows().length > 1) sortable(button);

  // Boxes in the column that waits for them; what is ticked is named on the first button.
  function tickable() {
    rows().forEach((row) => {
      const name = row.querySelector("th").textContent.trim();
      const body = row.querySelector("td.kb-rows-table__body");
      const said = "选择" + kb.quoted(name) + (body ? "，" + body.textContent.trim() : "");
      row.querySelector(".kb-tick").appendChild(kb.el("input", { type: "checkbox", "aria-label": said, autocomplete: "off" }));
    });
    const note = /** @type {any} */ (document.querySelector("[data-kb-ticked-note]"));
    if (note) note.hidden = false;
    const usual = note ? note.textContent : "";
    table.addEventListener("change", () => {
      // The folder holds practices: two bodies that tell of the same are one there.
      const rowsTicked = ticked().length;
      const count = new Set(ticked().map((row) => row.dataset.kbAccount.split(":")[0])).size;
      const some = rowsTicked === count ? count + " 条" : rowsTicked + " 处（" + count + " 条）";
      all.textContent = count ? "把勾选的 " + some + "放进材料夹" : "全部放进材料夹";
      if (note) note.textContent = rowsTicked > count ? "有几家讲同一条的：算几处，在材料夹里是一条，各家都在" : usual;
    });
    // With Shift all from the last one on.
    let last = null;
    table.addEventListener("click", (event) => {
      const box = event.target.closest(".kb-tick input");
      if (!box) return;
      const boxes = rows().map((row) => /** @type {any} */ (row.querySelector(".kb-tick input")));
      const here = boxes.indexOf(box);
      if (event.shiftKey && last !== null) boxes.slice(Math.min(last, here), Math.max(last, here) + 1).forEach((each) => { each.checked = box.checked; });
      last = here;
    });
  }

  // Two orders: the page's own, and the other that the button names; what is equal keeps the page's own.
  function sortable(other) {
    const now = document.querySelector("[data-kb-order-now]");
    const own = rows();
    const names = [now.textContent, other.textContent.replace(/^改/, "")];
    const by = other.dataset.kbOrder;
    const key = by === "progress"
      ? (row) => kb.given.progress.findIndex((each) => each[0] === row.dataset.kbProgress)
      : (row) => first.get(row.querySelector(".kb-rows-table__body").textContent);
    const first = new Map();
    own.forEach((row, i) => {
      const body = row.querySelector(".kb-rows-table__body");
      if (body && !first.has(body.textContent)) first.set(body.textContent, i);
    });
    let turned = false;
    other.hidden = false;
    other.addEventListener("click", () => {
      turned = !turned;
      const wanted = turned ? own.map((row, i) => [key(row), i, row]).sort((a, b) => a[0] - b[0] || a[1] - b[1]).map((each) => each[2]) : own;
      wanted.forEach((row) => table.tBodies[0].appendChild(row));
      now.textContent = names[turned ? 1 : 0];
      other.textContent = "改" + names[turned ? 0 : 1];
    });
  }
})(window.kb);
