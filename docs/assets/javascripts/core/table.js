// Practices as a table, one row an account: the cells of macros/exports/table.py, from records of kb.entries.
//   kb.table(entries, options) → rows of {texts, links}; links are addresses by column
// options: site (its address, with a slash at its end), keeps(entry, account) for some accounts alone, notes: own words by id of an entry.
(function (kb) {
  "use strict";

  kb.table = function (entries, options) {
    const site = options.site || "";
    const keeps = options.keeps || (() => true);
    const rows = [];
    entries.forEach((entry) => {
      entry.accounts.filter((account) => keeps(entry, account)).forEach((account) => {
        rows.push({ texts: texts(entry, account, site).concat(options.notes ? [options.notes.get(entry.id) || ""] : []), links: site ? links(entry, account, site) : [] });
      });
    });
    return rows;
  };

  function texts(entry, account, site) {
    // What another speech does not say is no matter of this row.
    const unsaid = entry.unsaid.filter((each) => each.speech === null || each.speech === account.speech);
    return [
      entry.title, entry.aliases.join("、"), entry.summary, entry.form_label, entry.topic_labels.join("、"), entry.problem_labels.join("、"),
      account.organization_label, account.level_label, account.source_label, String(account.order), account.speech_title, account.name || "",
      account.at_labels.join("、"), account.progress.status_label, account.progress.cue || "", account.progress.scope_label || "",
      ...kb.aspects().map((aspect) => (points(account, aspect[0]) || asked(unsaid, aspect[0])).join("\n")),
      account.figures.map(figure).join("\n"),
      unsaid.map((each) => each.what).join("、"),
      entry.related.map((link) => link.title + "（" + link.as_label + "）").join("、"),
      entry.distinct_from.map((other) => other.title + "：" + other.why).join("\n"),
      entry.added, entry.id, site + entry.url,
    ];
  }

  // The addresses that the columns of kb.given.table.linked lead to: the practice, its first place, the practice.
  function links(entry, account, site) {
    return [entry.url, kb.placeUrl(account, account.at[0]), entry.url].map((url) => site + url);
  }

  function points(account, aspect) {
    const found = account.points.filter((point) => point.aspect === aspect);
    return found.length ? found.map((point) => point.text + kb.rhythmText(point) + placed(point)) : null;
  }

  function asked(unsaid, aspect) {
    return aspect ? unsaid.filter((each) => each.aspect === aspect).map((each) => "原文没有说：" + each.what) : [];
  }

  function figure(each) {
    return kb.figureText(each, each.at_labels.join("、"));
  }

  function placed(thing) {
    return "（" + thing.at_labels.join("、") + "）";
  }
})(window.kb);
