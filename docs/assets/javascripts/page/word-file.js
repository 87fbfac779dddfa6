// Practices as a Word file in the reader's hands.
//   kb.wordTemplate(done)           loads the empty document; done("") or done(a sentence for the reader)
//   kb.saveWord(ids, options, done) loads what is needed, and hands the file to the reader (options: core/word.js)
(function (kb) {
  "use strict";

  const data = window.KB_DATA;
  const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  kb.wordTemplate = function (done) {
    if (data.wordTemplate) {
      done("");
      return;
    }
    kb.loadScript(kb.given.addresses.word, function (ran) {
      done(ran ? "" : "Word 模板没有加载到。请刷新页面再试；如果是下载到本机看的，请确认 assets 文件夹完整。");
    });
  };

  kb.saveWord = function (ids, options, done) {
    const report = done || function () {};
    kb.wordTemplate(function (problem) {
      if (problem) {
        report(problem);
        return;
      }
      kb.entries(ids, function (entries, missing) {
        if (missing || !entries.length) {
          report(missing || "没有可以导出的做法。");
          return;
        }
        const told = chosen(entries, options);
        const file = new Blob([kb.word(told, data.wordTemplate, options)], { type: TYPE });
        kb.download(file, kb.wordTitle(told, options) + ".docx");
        report("");
      });
    });
  };

  // Where accounts are named (practice:speech), these alone; the summary of all is then nobody's words.
  function chosen(entries, options) {
    const keys = options && options.accounts;
    if (!keys) return entries;
    return entries.map(function (entry) {
      const accounts = entry.accounts.filter(function (each) { return keys.indexOf(entry.id + ":" + each.speech) >= 0; });
      return accounts.length === entry.accounts.length ? entry : Object.assign({}, entry, { accounts: accounts, summary: "" });
    });
  }
})(window.kb);
