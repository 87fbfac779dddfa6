// A comparison (core/comparison.js) as a table, and texts with the source's masks marked.
(function (kb) {
  "use strict";

  // The comparison as a table whose links start from `root` ("" on a page at the site's root).
  kb.comparisonTable = function (comparison, root) {
    const table = document.createElement("table");
    const head = table.createTHead().insertRow();
    add(head, "th", "做法").scope = "col";
    comparison.columns.forEach(function (column) {
      const cell = add(head, "th", "");
      cell.scope = "colgroup";
      cell.colSpan = column.span;
      cell.appendChild(link(column.title, root + column.url));
    });
    const body = table.createTBody();
    comparison.rows.forEach(function (row) {
      const line = body.insertRow();
      add(line, "th", row.label).scope = "row";
      row.cells.forEach(function (cell) { fill(add(line, "td", ""), cell, root); });
    });
    return table;
  };

  // What the words of progress in these records mean, as a list.
  kb.legend = function (records) {
    const list = document.createElement("dl");
    list.className = "kb-legend";
    list.setAttribute("aria-label", "进展各词的意思");
    kb.statusesOf(records).forEach(function (status) {
      const pair = list.appendChild(document.createElement("div"));
      add(pair, "dt", status[1]);
      add(pair, "dd", status[2]);
    });
    return list;
  };

  function fill(td, cell, root) {
    td.colSpan = cell.span;
    if (!cell.lines.length) {
      td.textContent = "—";
      return;
    }
    const list = td.appendChild(document.createElement("ul"));
    cell.lines.forEach(function (line) {
      const item = list.appendChild(document.createElement("li"));
      kb.masked(item, line.text);
      line.places.forEach(function (place, i) {
        item.appendChild(document.createTextNode(i ? "、" : "（"));
        item.appendChild(link(place.label, root + place.url));
      });
      if (line.places.length) {
        item.appendChild(document.createTextNode("）"));
      }
    });
  }

  // Appends `text` with every mask of the source marked, by the rule of macros/pages/renderer.py.
  kb.masked = function (parent, text) {
    const pattern = /x+/g;
    let end = 0;
    let match = pattern.exec(text);
    while (match) {
      const before = text.charAt(match.index - 1);
      const after = text.charAt(pattern.lastIndex);
      if (!/[A-Za-z0-9]/.test(before + after) && /[\u4e00-\u9fff+\-“”·]/.test(before + after)) {
        parent.appendChild(document.createTextNode(text.slice(end, match.index)));
        const mark = add(parent, "abbr", match[0]);
        mark.className = "kb-mask";
        mark.title = "原文隐去";
        end = pattern.lastIndex;
      }
      match = pattern.exec(text);
    }
    parent.appendChild(document.createTextNode(text.slice(end)));
  };

  function add(parent, tag, text) {
    const element = parent.appendChild(document.createElement(tag));
    element.textContent = text;
    return element;
  }

  function link(text, href) {
    const element = document.createElement("a");
    element.href = href;
    kb.masked(element, text);
    return element;
  }
})(window.kb);
