// A memo's blocks as what a clipboard takes: kb.blocksHtml(blocks, site) for Word, WPS and Writer, kb.blocksText(blocks) for the rest.
(function (kb) {
  "use strict";

  const TAGS = { title: "h1", date: "p", text: "p", heading: "h2", caption: "p", small: "p", aside: "p" };

  // Office programs see no stylesheet: lines, widths and sizes stand in the table itself, which is as broad as their page.
  kb.blocksHtml = function (blocks, site) {
    return blocks.map((block) => {
      if (block.kind === "table") return table(block.table, site);
      const inside = block.runs.map(run).join("");
      const tag = TAGS[block.kind];
      const sized = block.kind === "small" || block.kind === "aside" ? '<font size="2">' + inside + "</font>" : inside;
      return "<" + tag + (block.kind === "date" || block.kind === "title" || block.kind === "caption" ? ' align="center"' : "") + ">" + sized + "</" + tag + ">";
    }).join("");
  };

  function run(each) {
    const text = each.bold ? "<b>" + escaped(each.text) + "</b>" : escaped(each.text);
    return text + marked(each.marks);
  }

  const marked = (marks) => (marks && marks.length ? "<sup>" + marks.map((mark) => "[" + mark + "]").join("") + "</sup>" : "");

  function table(given, site) {
    const cell = (tag, inside, more) => "<" + tag + ' valign="top"' + (more || "") + '><font size="2">' + inside + "</font></" + tag + ">";
    const head = given.columns.map((column) => cell("th", escaped(column.label), ` width="${column.width}%"`)).join("");
    const body = given.groups.map((group) => {
      const span = ` rowspan="${group.rows.length + group.foot.length}"`;
      const name = cell("td", "<b>" + linked(group.entry.title, group.entry.url, site) + "</b>", span);
      const rows = group.rows.map((cells, i) => "<tr>" + (i ? "" : name) + cells.map((lines) => cell("td", lines.length ? lines.map((each) => line(each, site)).join("<br>") : "—")).join("") + "</tr>");
      const foot = group.foot.map((each) => "<tr>" + cell("td", escaped(each.label + "：" + each.text).replace(/\n/g, "<br>"), ` colspan="${given.columns.length - 1}"`) + "</tr>");
      return rows.concat(foot).join("");
    }).join("");
    return `<table border="1" cellspacing="0" cellpadding="3" width="100%"><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
  }

  function line(each, site) {
    const text = (each.label ? each.label + "：" : "") + each.text + (each.note ? "（" + each.note + "）" : "");
    const shown = each.url ? linked(text, each.url, site) : escaped(text);
    return shown + (each.text ? marked(each.at.map((place) => place.mark)) : each.at.map((place) => linked("[" + place.mark + "]", place.url, site)).join(""));
  }

  // An address on this machine's disk is of no use to whoever gets it.
  const linked = (text, url, site) => (/^https?:/.test(site) ? `<a href="${escaped(site + url)}">${escaped(text)}</a>` : escaped(text));

  function escaped(text) {
    return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
  }

  // A paragraph a line; the table tabbed, a row a line, as spreadsheets paste it.
  kb.blocksText = function (blocks) {
    return blocks.map((block) => {
      if (block.kind !== "table") return block.runs.map((each) => each.text + (each.marks || []).map((mark) => "[" + mark + "]").join("")).join("");
      const given = /** @type {KbFolderTable} */ (block.table);
      const rows = [given.columns.map((column) => column.label)];
      given.groups.forEach((group) => {
        group.rows.forEach((cells) => rows.push([group.entry.title].concat(cells.map((lines) => lines.map(plain).join("；") || "—"))));
        group.foot.forEach((each) => rows.push([group.entry.title, each.label + "：" + each.text]));
      });
      return rows.map((row) => row.map((text) => text.replace(/\s+/g, " ")).join("\t")).join("\n");
    }).join("\n");
  };

  function plain(each) {
    return (each.label ? each.label + "：" : "") + each.text + (each.note ? "（" + each.note + "）" : "") + each.at.map((place) => "[" + place.mark + "]").join("");
  }
})(window.kb);
