// The two tables of a folder: 一页摘要 and 对照表. A body is a row, never a column; a practice is a group of rows.
//   kb.folderTable(view, "brief" | "table" | "full") → {columns: [{name, label, width}], groups: [{entry, rows: [[cell]], foot: [{label, text}]}], folded}
// A cell is a list of lines {label, text, note, at}; the first of each row is none: the group's own (做法) spans its rows.
// "full" is the table before the paragraphs of 全文: how it is done, and how often, stand there.
// `width` is the share of the width in percent; no column of 对照表 is narrower than eight characters on A4 landscape.
(function (kb) {
  "use strict";

  const HOW = ["how", null];
  const OFTEN = "rhythm";
  const LEAD = "lead";
  // So many points stand in 一页摘要; the rest is counted, unless the count would take as much room as what it counts.
  const MOST = 2;

  kb.folderTable = function (view, kind) {
    const entries = view.entries.filter((entry) => entry.accounts.length);
    const columns = kind === "table" ? wide(entries) : brief().filter((each) => kind === "brief" || (each.name !== "how" && each.name !== "often"));
    const filled = columns.filter((column) => column.kept || entries.some((entry) => entry.accounts.some((account) => column.lines(account).length)));
    const total = filled.reduce((sum, column) => sum + column.width, 0);
    return {
      kind,
      columns: filled.map((column) => ({ name: column.name, label: column.label, width: Math.round(1000 * column.width / total) / 10 })),
      groups: entries.map((entry) => ({
        entry, rows: entry.accounts.map((account) => filled.slice(1).map((column) => column.lines(account))), foot: foot(entry, kind),
      })),
      folded: columns.filter((column) => filled.indexOf(column) < 0).map((column) => column.label),
    };
  };

  const column = (name, label, width, lines, kept) => ({ name, label, width, lines, kept: Boolean(kept) });
  const line = (text, more) => Object.assign({ label: "", text, note: "", at: [] }, more);

  function brief() {
    return [
      column("name", "做法", 14, () => [], true),
      column("body", "单位", 16, (account) => [line(account.body, { url: account.url })], true),
      column("progress", "进展", 8, (account) => [line(account.status_label, { status: account.status })], true),
      column("how", "要点", 35, (account) => shortened(ordered(account, (point) => point.aspect !== OFTEN), "点")),
      column("often", "多久一次、数字", 20, (account) => shortened(often(account), "项")),
      column("at", "出处", 7, (account) => [line("", { at: account.at })], true),
    ];
  }

  function wide(entries) {
    const others = kb.aspects().filter((aspect) => aspect[0] !== LEAD && aspect[0] !== OFTEN && HOW.indexOf(aspect[0]) < 0);
    const told = others.filter((aspect) => entries.some((entry) => entry.accounts.some((account) => account.aspects.indexOf(aspect[0]) >= 0 || account.silent.some((each) => each.aspect === aspect[0]))));
    const shown = told.length ? told : others;
    return [
      column("name", "做法", 14, () => [], true),
      column("body", "单位、进展、出处", 19, (account) => [line(account.body, { url: account.url })].concat(named(account), [
        line(account.status_label, { status: account.status, note: account.cue }), line("", { at: account.at })]), true),
      column("lead", "谁来做", 15, (account) => bare(account.points.filter((point) => point.aspect === LEAD)).concat(silent(account, (aspect) => aspect === LEAD))),
      column("how", "怎么做", 26, (account) => bare(account.points.filter((point) => HOW.indexOf(point.aspect) >= 0)).concat(silent(account, (aspect) => HOW.indexOf(aspect) >= 0))),
      column("often", "多久一次、数字", 18, (account) => often(account).concat(silent(account, (aspect) => aspect === OFTEN))),
      // With one aspect the column's head says it, with several each line does.
      column("other", shown.map((aspect) => aspect[1]).join("、"), 18, (account) => labelled(account, shown).concat(silent(account, (aspect) => shown.some((each) => each[0] === aspect)))),
    ];
  }

  const named = (account) => (account.name ? [line("本篇叫法：" + account.name)] : []);
  // In a column of one aspect, its head says which.
  const bare = (points) => points.map((point) => Object.assign({}, point, { label: "" }));
  const often = (account) => bare(account.points.filter((point) => point.aspect === OFTEN)).concat(account.figures);

  const silent = (account, keeps) => account.silent.filter((each) => keeps(each.aspect));

  function labelled(account, shown) {
    const labels = shown.length > 1;
    return ordered(account, (point) => shown.some((aspect) => aspect[0] === point.aspect)).map((point) => Object.assign({}, point, { label: labels ? point.label : "" }));
  }

  // How it is done first, then by aspect, each with the word that is not the column's own.
  function ordered(account, keeps) {
    const rank = (point) => (HOW.indexOf(point.aspect) >= 0 ? -1 : kb.aspects().findIndex((aspect) => aspect[0] === point.aspect));
    return account.points.map((point, i) => [rank(point), i, point]).filter((each) => keeps(each[2])).sort((a, b) => a[0] - b[0] || a[1] - b[1])
      .map((each) => Object.assign({}, each[2], { label: each[0] < 0 ? "" : each[2].label }));
  }

  function shortened(points, unit) {
    return points.length <= MOST + 1 ? points : points.slice(0, MOST).concat(line("另有 " + (points.length - MOST) + " " + unit, { further: true }));
  }

  // What is about the practice as a whole stands under its rows.
  function foot(entry, kind) {
    const lines = [];
    if (kind === "table" && entry.open.length) lines.push({ label: "原文没有说", text: entry.open.join("；") });
    if (entry.note && kind !== "full") lines.push({ label: "我的话", text: entry.note });
    return lines;
  }
})(window.kb);
