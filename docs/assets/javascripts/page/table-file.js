// Practices as a workbook in the reader's hands.
//   kb.saveTable(ids, options, done) loads what is needed; done("") or done(a sentence for the reader)
// options: title (of the workbook and its file), and those of core/table.js.
(function (kb) {
  "use strict";

  const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  kb.saveTable = function (ids, options, done) {
    kb.entries(ids, (entries, missing) => {
      const rows = missing ? [] : kb.table(entries, options);
      if (!rows.length) {
        done(missing || "没有可以导出的做法。");
        return;
      }
      const book = kb.workbook(Object.assign({ title: options.title, date: new Date(), rows }, kb.given.table));
      kb.download(new Blob([book], { type: TYPE }), options.title + ".xlsx");
      done("");
    });
  };
})(window.kb);
