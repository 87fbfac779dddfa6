// A folder's records, and the folder as a Word memo in the reader's hands.
//   kb.folderRecords(folder, done)      done(records by the id of the item, "" or a sentence for the reader)
//   kb.folderShown(folder, records)     the view of it (core/folder-view.js) as this site shows it today
//   kb.wordTemplate(done)               loads the empty document; done("") or done(a sentence)
//   kb.saveWord(folder, kind, done)     kind: "brief", "table" or "full"
(function (kb) {
  "use strict";

  const data = window.KB_DATA;
  const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  kb.folderRecords = function (folder, done) {
    const ids = folder.items.map((item) => item.id);
    kb.entries(ids, (entries, problem) => {
      const found = new Map(entries.map((entry) => /** @type {[string, KbEntry]} */ ([entry.id, entry])));
      const records = new Map();
      // Two ids of one practice are one: it was renamed since the first was collected.
      const seen = new Set();
      ids.forEach((id) => {
        const today = kb.entryId(id);
        if (found.has(today) && !seen.has(today)) records.set(id, found.get(today));
        seen.add(today);
      });
      done(records, problem);
    });
  };

  kb.folderShown = function (folder, records) {
    const brand = document.querySelector(".kb-brand");
    return kb.folderView(folder, records, { library: brand ? brand.textContent : "", today: kb.chineseDate(new Date()), notes: folder.notes });
  };

  kb.wordTemplate = function (done) {
    if (data.wordTemplate) {
      done("");
      return;
    }
    kb.loadScript(kb.given.addresses.word, (ran) => {
      done(ran ? "" : "Word 模板没有加载到。请刷新页面再试；如果是下载到本机看的，请确认 assets 文件夹完整。");
    });
  };

  kb.saveWord = function (folder, kind, done) {
    kb.wordTemplate((problem) => {
      if (problem) {
        done(problem);
        return;
      }
      kb.folderRecords(folder, (records, missing) => {
        const view = kb.folderShown(folder, records);
        if (missing || !view.counted) {
          done(missing || "没有可以导出的做法。");
          return;
        }
        const made = kb.word(kb.memo(view, kind), data.wordTemplate, { title: view.title, date: new Date(), broad: kind === "table" });
        kb.download(new Blob([made], { type: TYPE }), view.title + ".docx");
        done("");
      });
    });
  };
})(window.kb);
