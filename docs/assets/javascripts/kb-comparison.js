// Practices side by side, one column an account: kb.comparison(records) → a value, kb.comparisonTable(value) → <table>.
//   {columns: [{id, title, url, span}], rows: [{label, cells: [{span, lines: [{text, places: [{label, url}]}]}]}]}
// `span` counts accounts; `places` are where a line is said. Cells without lines say 原文未说明.
(function () {
  "use strict";

  const kb = window.kb = window.kb || {};
  const ASPECTS = [["lead", "谁来做"], ["how", "怎么做"], ["rhythm", "多久一次"], ["support", "靠什么保障"],
    ["effect", "成效"], [null, "其他要点"]];

  kb.comparison = function (records) {
    const columns = records.map(function (record) {
      return { id: record.id, title: record.title, url: record.url, span: record.accounts.length };
    });
    // A row about the whole practice has one cell a practice, a row about accounts one cell an account.
    const whole = function (label, lines) {
      return { label: label, cells: records.map(function (record) {
        return { span: record.accounts.length, lines: lines(record).map(bare) };
      }) };
    };
    const each = function (label, lines) {
      const cells = [];
      records.forEach(function (record) {
        record.accounts.forEach(function (account) { cells.push({ span: 1, lines: lines(account) }); });
      });
      return { label: label, cells: cells };
    };
    const rows = [
      whole("摘要", function (record) { return [record.summary]; }),
      whole("类型", function (record) { return [record.form_label]; }),
      whole("专题", function (record) { return record.topic_labels; }),
      whole("问题", function (record) { return record.problem_labels; }),
      each("单位", function (account) { return [bare(account.organization_label + "（" + account.level_label + "）")]; }),
      each("发言", function (account) { return [said(account, account.speech_title, account.at, account.at_labels)]; }),
      each("进展", progress)
    ].concat(ASPECTS.map(function (aspect) {
      return each(aspect[1], function (account) {
        return account.points.filter(function (point) { return point.aspect === aspect[0]; })
          .map(function (point) { return said(account, point.text, point.at, point.at_labels); });
      });
    }), [
      each("数字", function (account) {
        return account.figures.map(function (figure) {
          return said(account, kb.figureText(figure), figure.at, figure.at_labels);
        });
      }),
      whole("原文未说明", function (record) { return record.unsaid; }),
      whole("不要混淆", function (record) {
        return record.distinct_from.map(function (other) { return other.title + "：" + other.why; });
      })
    ]);
    return { columns: columns, rows: rows.filter(function (row) {
      return row.label === "数字" || row.cells.some(function (cell) { return cell.lines.length; });
    }) };
  };

  function bare(text) {
    return { text: text, places: [] };
  }

  function said(account, text, at, labels) {
    return { text: text, places: at.map(function (place, i) {
      return { label: labels[i], url: "speeches/" + account.speech + ".html#p" + place.replace(".", "-") };
    }) };
  }

  function progress(account) {
    const cue = account.progress.cue;
    return [bare(account.progress.status_label + (cue ? "（" + account.progress.scope_label + kb.quoted(cue) + "）" : ""))];
  }

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
      row.cells.forEach(function (cell) { fill(add(line, "td", ""), cell, row.label, root); });
    });
    return table;
  };

  function fill(td, cell, label, root) {
    td.colSpan = cell.span;
    if (!cell.lines.length) {
      // What our own record lacks is not for the source to answer for.
      td.textContent = /^(问题|不要混淆|原文未说明)$/.test(label) ? "—" : "原文未说明";
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
}());
