// A folder with the records of its practices as what is shown of it, whatever shows it: page, paper, Word, clipboard.
//   kb.folderView(folder, records, options) → {title, date, line, parts, entries, sources, statuses, counted, judged}
// records: by the id of the item; options: library (its name), today (a text), notes (false: own words are left out).
//   entry   {id, changed, title, url, number, summary, note, whole, bodies, accounts, unsaid, open}
//   account {body, organization, name, status, status_label, cue, at: [place], points: [{aspect, label, text, at}], figures, aspects, silent}
//   place   {label, url, mark}: marks number the places in the order in which they are first shown
(function (kb) {
  "use strict";

  // What its paper is called: as it was titled, by its name, or where that says nothing, by its practices.
  kb.folderTitle = function (folder, records) {
    if (folder.title || !kb.folders.unnamed(folder)) return folder.title || folder.name;
    const titles = folder.items.map((item) => (records.get(item.id) || item).title).filter(Boolean);
    return titles.length > 2 ? titles[0] + "等 " + titles.length + " 条做法" : titles.join("、") || folder.name;
  };

  kb.folderView = function (folder, records, options) {
    const chosen = options || {};
    const marks = numbering();
    const entries = folder.items.filter((item) => records.has(item.id)).map((item, i) => entryOf(item, records.get(item.id), i + 1, marks, chosen.notes !== false));
    const told = entries.filter((entry) => entry.accounts.length);
    const answer = kb.answer(told, chosen.library || "");
    return {
      title: kb.folderTitle(folder, records), date: folder.date || chosen.today || "", line: folder.line, library: chosen.library || "", parts: folder.parts || [],
      entries, sources: marks.list, statuses: answer.tally.map((pair) => pair[0]), counted: told.length ? answer.counted : "", judged: answer.judged,
    };
  };

  // Numbers a speech's paragraph the first time it is asked for.
  function numbering() {
    const list = [];
    const known = new Map();
    return {
      list,
      place(account, at, label) {
        const key = account.speech + "#" + at;
        if (!known.has(key)) {
          known.set(key, list.length + 1);
          list.push({ mark: list.length + 1, body: account.organization_label, title: account.speech_title, label, url: kb.placeUrl(account, at), source: account.source_label });
        }
        return { label, url: kb.placeUrl(account, at), mark: known.get(key) };
      },
    };
  }

  function entryOf(item, record, number, marks, withNotes) {
    const some = item.speeches ? record.accounts.filter((each) => item.speeches.indexOf(each.speech) >= 0) : record.accounts;
    // Of a choice that no account is left of, all are shown rather than none.
    const accounts = some.length ? some : record.accounts;
    const whole = accounts.length === record.accounts.length;
    const speeches = accounts.map((each) => each.speech);
    // What no speech is named for may be about a body that is left out: it is told only with all of them.
    const unsaid = record.unsaid.filter((each) => (each.speech === null ? whole : speeches.indexOf(each.speech) >= 0));
    return {
      // What was corrected since it lies in the folder.
      changed: item.since ? (record.changes || []).filter((each) => each.on > item.since) : [],
      id: item.id, title: record.title, url: record.url, number, whole, note: withNotes ? item.note : "",
      // The summary of all is nobody's words: where one body is meant, it is left out.
      summary: whole ? record.summary : "",
      bodies: record.accounts.map((each) => ({ speech: each.speech, label: each.organization_label, name: each.speech_name, chosen: speeches.indexOf(each.speech) >= 0 })),
      accounts: accounts.map((each) => accountOf(each, marks, record.unsaid)),
      unsaid: unsaid.map((each) => (accounts.length > 1 ? kb.unsaidText(record, each) : each.what)),
      // What stands in no cell of an account.
      open: unsaid.filter((each) => each.speech === null || !each.aspect).map((each) => each.what),
    };
  }

  function accountOf(account, marks, unsaid) {
    const places = (thing) => thing.at.map((at, i) => marks.place(account, at, thing.at_labels[i]));
    const at = places(account);
    const several = at.length > 1;
    // Where the account has one place, its statements are all said there.
    const said = (thing, text) => ({ aspect: thing.aspect === undefined ? "" : thing.aspect, label: thing.aspect_label || "", text, at: several ? places(thing) : [] });
    return {
      body: account.organization_label, organization: account.organization, speech: account.speech, name: account.name || "", url: "organizations/" + account.organization + ".html",
      status: account.progress.status, status_label: account.progress.status_label,
      cue: account.progress.cue ? account.progress.scope_label + kb.quoted(account.progress.cue) : "", at, several,
      points: account.points.map((point) => said(point, stopless(point.text) + kb.rhythmBrief(point))),
      figures: kb.amounts(account).map((figure) => said(figure, kb.figureBrief(figure))),
      aspects: account.points.map((point) => point.aspect),
      // What an editor found this speech not to say, by what it is about.
      silent: unsaid.filter((each) => each.aspect && each.speech === account.speech).map((each) => ({ aspect: each.aspect, label: "", text: "原文没有说：" + each.what, at: [] })),
    };
  }

  // Statements are joined by signs of our own.
  const stopless = (text) => text.replace(/[。；;]+$/, "");

  // What an account says of each aspect, in their order: [label, statements]; statements without an aspect have no label.
  kb.toldBy = function (account) {
    /** @type {[string, KbSaid[]][]} */
    const told = kb.aspects().map((aspect) => /** @type {[string, KbSaid[]]} */ ([aspect[1], account.points.filter((point) => point.aspect === aspect[0])]));
    told.push(["数字", account.figures]);
    return told.filter((pair) => pair[1].length);
  };

  // Why an item of the folder is not shown, for the reader: it was renamed or withdrawn since, or a body's account is gone.
  kb.folderLost = function (item, gone) {
    const name = item.title || item.id;
    const known = gone[item.id];
    if (!known) return kb.quoted(name) + "：库里没有这一条，可能还没有收录，也可能编号写错了。";
    const day = known.on ? "于" + kb.chineseDate(new Date(known.on + "T00:00:00")) : "";
    return kb.quoted(known.title || name) + "：已" + day + "撤下，不再印出、导出。原因：" + known.reason;
  };
})(window.kb);
