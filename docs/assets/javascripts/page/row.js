// One row of the list of practices: what the page already holds, with the reader's words marked.
//   kb.listRows(list) → {large, show(ids, why, index, filters)}: `list` is the <ul> of the page, taken over as it is.
// A large library writes only its first rows into the page; the others are drawn when they are shown.
(function (kb) {
  "use strict";

  const WIDTH = 72;
  // Of a large library so many rows are drawn before the rest, which nobody sees yet.
  const SCREEN = 20;

  kb.listRows = function (list) {
    const rows = new Map();
    Array.from(list.children).forEach((/** @type {any} */ row) => rows.set(row.dataset.kbId, row));
    const large = list.hasAttribute("data-kb-large");
    let turn = 0;
    return {
      large,
      // Shows the practices `ids`, in this order; `why` gives the reason of a hit by id. What is
      // seen first is there when this returns, the rest right after it has been painted.
      show(ids, why, index, filters) {
        const mine = ++turn;
        const add = (some) => {
          some.forEach((id) => {
            const row = rows.get(id) || drawn(index.byId.get(id));
            rows.set(id, row);
            plain(row);
            equip(row, index);
            explain(row, why(id));
            figures(row, filters || {});
            list.appendChild(row);
          });
          kb.showPicked(list);
        };
        kb.empty(list);
        const first = large ? SCREEN : ids.length;
        add(ids.slice(0, first));
        if (ids.length > first) kb.afterPaint(() => { if (mine === turn) add(ids.slice(first)); });
      },
    };
  };

  // A row that the page does not hold; `equip` adds what is there of it.
  const drawn = (record) => kb.el("li", { class: "kb-row", "data-kb-id": record.id },
    kb.el("h2", { class: "kb-row__title" }, kb.el("a", { href: kb.root + record.url }, record.title)));

  function plain(row) {
    if (!row.dataset.marked) return;
    delete row.dataset.marked;
    row.querySelectorAll(".kb-row__why").forEach((line) => line.remove());
    kb.unmark(row);
  }

  // Marks the words where they stand in the row, or says in a line where they were found.
  function explain(row, why) {
    if (!why) return;
    row.dataset.marked = "yes";
    const where = why.field === "title" ? row.querySelector(".kb-row__title a")
      : why.field === "summary" ? row.querySelector(".kb-row__summary") : null;
    if (where && where.textContent === why.text) {
      kb.mark(where, why.spans);
      return;
    }
    row.appendChild(kb.el("p", { class: "kb-row__why" }, kb.el("span", { class: "kb-row__field" }, why.label + "："), kb.excerpt(why.text, why.spans, WIDTH)));
  }

  // The figures that the list is narrowed to, of the bodies that it is narrowed to.
  function figures(row, filters) {
    const found = (filters.figures || []).length ? written().filter((line) => line.dataset.kbFigureOf === row.dataset.kbId &&
      filters.figures.indexOf(line.dataset.kbState) >= 0 && (!(filters.org || []).length || filters.org.indexOf(line.dataset.kbOrg) >= 0)) : [];
    if (!found.length) return;
    const once = found.filter((line, i) => found.findIndex((other) => other.textContent === line.textContent) === i);
    row.dataset.marked = "yes";
    row.appendChild(kb.el("p", { class: "kb-row__why kb-row__figures" }, kb.el("span", { class: "kb-row__field" }, "数字："),
      once.map((line, i) => [i ? "；" : "", Array.from(line.childNodes).map((node) => node.cloneNode(true))])));
  }

  const written = () => Array.from(document.querySelectorAll("[data-kb-figure-of]"));

  // The button 放进材料夹, and for a row of a large library what it lacks and is here by now.
  function equip(row, index) {
    const id = row.dataset.kbId;
    const title = row.querySelector(".kb-row__title");
    if (!row.querySelector(".kb-pick")) {
      row.appendChild(kb.el("button", { type: "button", class: "kb-pick", "data-kb-add": id, "aria-label": "把“" + title.textContent.trim() + "”放进材料夹" }, "放进材料夹"));
    }
    const record = index.byId.get(id);
    const summary = record && (record.lines || []).find((line) => line[0] === "summary");
    if (summary && !row.querySelector(".kb-row__summary")) {
      title.insertAdjacentElement("afterend", kb.el("p", { class: "kb-row__summary" }, summary[1]));
    }
    if (record && index.facets && !row.querySelector(".kb-row__told")) row.appendChild(told(record, index));
  }

  function told(record, index) {
    const label = (facet, value) => (index.facets[facet].find((pair) => pair[0] === value) || ["", ""])[1];
    return kb.el("ul", { class: "kb-row__told" }, record.accounts.map((account) => {
      const speech = index.byId.get(account.speech);
      const body = index.byId.get(account.org);
      return kb.el("li", null,
        kb.progress(account.progress, label("progress", account.progress)),
        " ", kb.el("a", { href: kb.root + body.url }, body.title), " ",
        kb.el("a", { class: "kb-source", href: kb.root + speech.url }, index.speechName(account.speech)));
    }));
  }
})(window.kb);
