// The page 对照表: the practices of the address (?ids=a,b), or else of 材料夹, side by side.
(function (kb) {
  "use strict";

  const host = document.querySelector("[data-kb-compare]");
  if (!host) return;
  const message = host.querySelector("[data-kb-message]");
  const actions = host.querySelector("[data-kb-compare-actions]");
  const place = host.querySelector("[data-kb-compare-table]");
  const legend = host.querySelector("[data-kb-compare-legend]");
  const invitation = message.textContent;
  const status = kb.el("span", { class: "kb-status", role: "status", "data-kb-status": true });
  let shown = [];

  function start() {
    const given = kb.picks.given("ids");
    const ids = given.length ? given : kb.picks.list();
    if (!given.length && ids.length) history.replaceState(null, "", kb.picks.address(ids) + location.hash);
    show(ids);
  }

  function show(ids) {
    shown = ids;
    kb.empty(place);
    kb.empty(legend);
    kb.empty(actions);
    if (!ids.length) {
      message.textContent = invitation;
      message.appendChild(kb.el("a", { href: kb.root + "practices/index.html" }, "去看全部做法"));
      return;
    }
    message.textContent = "正在加载";
    kb.entries(ids, (records, problem) => {
      if (ids !== shown) return;
      message.textContent = note(ids, records, problem);
      if (records.length) draw(records);
    });
  }

  function note(ids, records, problem) {
    if (problem) return problem;
    const known = records.map((record) => record.id);
    const lost = ids.filter((id) => known.indexOf(id) < 0);
    const said = lost.length ? "库里没有这几条：" + lost.join("、") + "。" : "";
    if (!records.length) return said;
    return said + (records.length === 1 ? "现在只有一条，再加一条就能对照。" : records.length + " 条做法并列，一列是一家的讲法。");
  }

  function draw(records) {
    const ids = records.map((record) => record.id);
    const plain = () => kb.comparisonTable(kb.comparison(records), "");
    place.appendChild(kb.el("div", { class: "kb-accounts__scroll", tabindex: "0", role: "region", "aria-label": "对照表，可左右滚动" },
      decorated(plain(), records)));
    legend.appendChild(kb.legend(records));
    const button = (label, run, first) => {
      const made = kb.el("button", { type: "button", class: "kb-button" + (first ? " kb-button--first" : "") }, label);
      made.addEventListener("click", () => run(made));
      return made;
    };
    kb.append(actions, [
      button("复制表格", () => kb.copyTable(plain(), (copied) => kb.say(status,
        copied ? "已复制，可以粘贴到 Word、WPS 或 Excel。" : "浏览器不让复制。请选中表格，按 Ctrl C。")), true),
      button("导出 Word", (made) => kb.exportWord(ids, {}, made)),
      button("复制地址", (made) => kb.copyText(kb.permanent(kb.picks.address(ids)), made, "已复制地址。")),
      button("打印", () => window.print()),
      ids.every(kb.picks.has) ? null : button("全部放进材料夹", (made) => {
        kb.picks.replace(kb.picks.list().concat(ids));
        made.remove();
        kb.say(status, "已放进材料夹，现有 " + kb.picks.list().length + " 条");
      }),
      button("清空", () => change([])),
      status,
    ]);
  }

  // Columns can be taken out; on a phone, where rows become blocks, each answer says whose it is.
  function decorated(table, records) {
    table.classList.add("kb-accounts__table", "kb-compare__table");
    Array.from(table.tHead.rows[0].cells).slice(1).forEach((cell, i) => {
      const record = records[i];
      const out = kb.el("button", { type: "button", class: "kb-compare__out", "aria-label": "拿出“" + record.title + "”" }, "拿出");
      out.addEventListener("click", () => change(shown.filter((id) => id !== record.id)));
      cell.appendChild(out);
    });
    const whole = records.map((record) => record.title);
    const accounts = [];
    records.forEach((record) => record.accounts.forEach((account) =>
      accounts.push(record.title + " · " + account.organization_label)));
    Array.from(table.tBodies[0].rows).forEach((row) => {
      const cells = Array.from(row.cells).slice(1);
      const names = cells.length === accounts.length ? accounts : whole;
      cells.forEach((cell, i) => {
        cell.insertBefore(kb.el("span", { class: "kb-who", "aria-hidden": "true" }, names[i]), cell.firstChild);
      });
    });
    roles(table);
    return table;
  }

  // Laid out as blocks a table is none any more for screen readers, unless it says so.
  function roles(table) {
    table.setAttribute("role", "table");
    table.querySelectorAll("thead, tbody").forEach((part) => part.setAttribute("role", "rowgroup"));
    table.querySelectorAll("tr").forEach((row) => row.setAttribute("role", "row"));
    table.querySelectorAll("td").forEach((cell) => cell.setAttribute("role", "cell"));
    table.querySelectorAll("thead th").forEach((cell) => cell.setAttribute("role", "columnheader"));
    table.querySelectorAll("tbody th").forEach((cell) => cell.setAttribute("role", "rowheader"));
  }

  function change(ids) {
    const removed = shown.filter((id) => ids.indexOf(id) < 0);
    kb.picks.replace(kb.picks.list().filter((id) => removed.indexOf(id) < 0));
    history.pushState(null, "", kb.picks.address(ids));
    show(ids);
    message.tabIndex = -1;
    message.focus();
  }

  window.addEventListener("popstate", start);
  start();
})(window.kb);
