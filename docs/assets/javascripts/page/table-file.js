// Practices as a table in the reader's hands: an Excel workbook, or a .csv.
//   kb.saveTable(ids, options, done) loads what is needed; done("") or done(a sentence for the reader)
// options: title (of the workbook and its file), csv: true, and those of core/table.js.
(function (kb) {
  "use strict";

  const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  /** @type {[string, number]} */
  const NOTES = ["我的话", 36];

  kb.saveTable = function (ids, options, done) {
    kb.entries(ids, (entries, missing) => {
      const rows = missing ? [] : kb.table(entries, options);
      if (!rows.length) {
        done(missing || "没有可以导出的做法。");
        return;
      }
      const columns = kb.given.table.columns.concat(options.notes ? [NOTES] : []);
      if (options.csv) {
        const text = kb.csv(columns.map((column) => column[0]), rows.map((row) => row.texts));
        kb.download(new Blob([text], { type: "text/csv;charset=utf-8" }), options.title + ".csv");
      } else {
        const book = kb.workbook({ title: options.title, date: new Date(), rows, columns, linked: kb.given.table.linked });
        kb.download(new Blob([book], { type: TYPE }), options.title + ".xlsx");
      }
      done("");
    });
  };
})(window.kb);
