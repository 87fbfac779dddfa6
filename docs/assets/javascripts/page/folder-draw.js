// The three views of a folder as elements; what a reader may do with an entry stands beside it (page/folder.js hears it).
//   kb.folderDrawn(view, kind, tools) → the elements of one view; `tools(entry)` → {order, bodies, note, noted, out}, or null where nothing can be changed
(function (kb) {
  "use strict";

  kb.folderDrawn = function (view, kind, tools) {
    /** @type {HTMLElement[]} */
    const parts = [kb.el("p", { class: "kb-lead kb-answer", "data-kb-folder-answer": true }, view.counted, kb.el("b", null, view.judged))];
    if (kind === "full") {
      // As in Word: first all of them in a table, then one by one.
      if (kb.hasOverview(view)) parts.push(...table(kb.folderTable(view, "full"), () => null, view));
      view.entries.forEach((entry) => parts.push(article(entry, tools(entry), view)));
    } else parts.push(...table(kb.folderTable(view, kind), tools, view));
    parts.push(kb.legend(view.statuses), sources(view, kind));
    return parts;
  };

  // That it was corrected since it lies in the folder.
  const fresh = (entry) => (entry.changed.length ? kb.el("small", { class: "kb-mark kb-mark--fresh", title: entry.changed.map(kb.changeTold).join("；") }, "改过") : null);
  kb.changeTold = (change) => kb.chineseDate(new Date(change.on + "T00:00:00")) + "：" + change.what;

  // --- tables -----------------------------------------------------------------------------------

  function table(given, tools, view) {
    const brief = given.kind === "brief";
    const head = given.columns.map((column) => kb.el("th", { scope: "col", role: "columnheader", class: "kb-rows-table__" + column.name }, column.label));
    const drawn = kb.el("table", { class: "kb-rows-table kb-folder__table kb-folder__table--" + given.kind, role: "table", "aria-label": brief ? "一页摘要" : given.kind === "table" ? "对照表" : "各条做法一览" },
      kb.el("thead", { role: "rowgroup" }, kb.el("tr", { role: "row" }, head)), given.groups.map((group) => rows(group, given, tools(group.entry))));
    const folded = given.folded.length ? kb.el("p", { class: "kb-note kb-folded" }, given.folded.map((label) => "“" + label + "”").join("、") + "各行都没有记，没有列出。") : null;
    return [drawn, folded, brief ? open(view) : null].filter(Boolean);
  }

  function rows(group, given, tools) {
    const entry = group.entry;
    const foot = group.foot.filter((each) => !tools || each.label !== "我的话").map((each) => footRow([each.label + "：" + each.text], given));
    if (tools) foot.push(footRow([tools.note], given, "kb-folder__own" + (tools.noted ? "" : " kb-folder__own--none")));
    const span = String(group.rows.length + foot.length);
    const name = kb.el("th", { scope: "rowgroup", role: "rowheader", class: "kb-rows-table__name", rowspan: span },
      tools ? tools.order : null, kb.el("a", { href: kb.root + entry.url }, entry.title), fresh(entry), tools ? tools.bodies : null, tools ? tools.out : null);
    const lines = group.rows.map((cells, i) => kb.el("tr", { role: "row" }, i ? null : name, cells.map((cell, k) =>
      kb.el("td", { role: "cell", class: "kb-rows-table__" + given.columns[k + 1].name + (cell.length ? "" : " kb-rows-table__nothing") }, cell.length ? listed(cell, entry) : "—"))));
    return kb.el("tbody", { role: "rowgroup", "data-kb-folder-item": given.kind === "full" ? null : entry.id }, lines, foot);
  }

  function footRow(children, given, name) {
    return kb.el("tr", { role: "row", class: name || "kb-folder__foot" }, kb.el("td", { role: "cell", colspan: String(given.columns.length - 1) }, children));
  }

  function listed(lines, entry) {
    return lines.map((line) => kb.el("div", { class: "kb-folder__line" }, said(line, entry)));
  }

  function said(line, entry) {
    if (line.status) return [kb.progress(line.status, line.text), line.note ? kb.el("span", { class: "kb-cue" }, "依据" + line.note) : null];
    if (line.further) return kb.el("a", { class: "kb-further", href: kb.root + entry.url }, line.text);
    const text = line.url ? kb.el("a", { href: kb.root + line.url }, line.text) : line.text;
    return [line.label ? kb.el("span", { class: "kb-points__aspect" }, line.label) : null, text, line.at.map(line.text ? mark : place)];
  }

  // Where the account stands: the paragraphs, and their numbers in the list below; beside a statement the number alone.
  const place = (each) => [" ", kb.el("a", { class: "kb-source", href: kb.root + each.url }, each.label), kb.el("sup", null, "[" + each.mark + "]")];
  const mark = (each) => kb.el("sup", null, kb.el("a", { href: kb.root + each.url, title: each.label }, "[" + each.mark + "]"));

  function open(view) {
    const told = view.entries.filter((entry) => entry.unsaid.length);
    if (!told.length) return null;
    return kb.el("p", { class: "kb-folder__open" }, kb.el("b", null, "原文没有说，各条先列一项："),
      told.map((entry, i) => [i ? "；" : "", kb.el("a", { href: kb.root + entry.url }, entry.title), "：" + entry.unsaid[0]]), "。");
  }

  // --- 全文 -----------------------------------------------------------------------------------

  function article(entry, tools, view) {
    const places = new Map();
    view.sources.forEach((source) => places.set(source.mark, source));
    const marked = (number) => kb.el("sup", null, kb.el("a", { href: kb.root + places.get(number).url, title: places.get(number).label }, "[" + number + "]"));
    const blocks = kb.memoEntry(Object.assign({}, entry, { note: "" }), entry.number);
    const paragraphs = blocks.slice(1).map((block) => kb.el("p", { class: block.kind === "aside" ? "kb-folder__aside" : null }, block.runs.map((run) => [run.bold ? kb.el("b", null, run.text) : run.text, (run.marks || []).map(marked)])));
    return kb.el("section", { class: "kb-folder__entry", "data-kb-folder-item": entry.id },
      kb.el("h2", null, kb.el("span", null, kb.numeral(entry.number) + "、"), kb.el("a", { href: kb.root + entry.url }, entry.title), fresh(entry)),
      tools ? kb.el("div", { class: "kb-folder__tools" }, tools.order, tools.bodies, tools.out) : null, paragraphs,
      tools ? kb.el("div", { class: "kb-folder__own" + (tools.noted ? "" : " kb-folder__own--none") }, tools.note) : null);
  }

  // A speech a line, as in Word.
  function sources(view, kind) {
    const places = (group) => group.map((source, i) => [i ? "；" : "", "[" + source.mark + "] ", kb.el("a", { href: kb.root + source.url }, source.label)]);
    return kb.el("section", { class: "kb-folder__sources" }, kb.el("h2", null, "出处"),
      kb.el("ol", null, kb.bySpeech(view.sources).map((group) => kb.el("li", null, group[0].body + "：《" + group[0].title + "》，", places(group)))),
      kb.el("p", { class: "kb-note" }, "以上见：" + Array.from(new Set(view.sources.map((source) => source.source))).join("；") + "。"),
      // As at the end of Word.
      kb.el("p", { class: "kb-note", "data-kb-folder-signs": true }, kb.memoNoOriginal + kb.memoSigns(view, kb.memo(view, kind))));
  }
})(window.kb);
