// Practices side by side, one column an account: kb.comparison(records) → a value; page/comparison-table.js draws it.
//   {columns: [{id, title, url, span}], rows: [{label, cells: [{span, lines: [{text, places: [{label, url}]}]}]}]}
// `span` counts accounts; `places` are where a line is said. A cell without lines shows “—”.
(function (kb) {
  "use strict";

  kb.comparison = function (records) {
    const label = kb.given.fields;
    const columns = records.map(function (record) {
      return { id: record.id, title: record.title, url: record.url, span: record.accounts.length };
    });
    // A row about the whole practice has one cell a practice, a row about accounts one cell an account.
    const whole = function (heading, lines) {
      return { label: heading, cells: records.map(function (record) {
        return { span: record.accounts.length, lines: lines(record).map(bare) };
      }) };
    };
    const each = function (heading, lines) {
      const cells = [];
      records.forEach(function (record) {
        record.accounts.forEach(function (account) { cells.push({ span: 1, lines: lines(account, record) }); });
      });
      return { label: heading, cells: cells };
    };
    const rows = [
      whole(label.summary, function (record) { return [record.summary]; }),
      whole(label.form, function (record) { return [record.form_label]; }),
      whole(label.topics, function (record) { return record.topic_labels; }),
      whole(label.problems, function (record) { return record.problem_labels; }),
      each(label.organization, function (account) { return [bare(account.organization_label + "（" + account.level_label + "）")]; }),
      each(label.speech, function (account) { return [said(account, account.speech_title, account.at, account.at_labels)]; }),
      each(label.source, function (account) { return [bare(account.source_label)]; }),
      each(label.progress, progress)
    ].concat(kb.aspects().map(function (aspect) {
      return each(aspect[1] || "其他" + label.points, function (account, record) {
        const points = account.points.filter(function (point) { return point.aspect === aspect[0]; })
          .map(function (point) { return said(account, point.text + kb.rhythmText(point), point.at, point.at_labels); });
        return points.length ? points : asked(record, account, aspect[0]);
      });
    }), [
      each(label.figures, function (account) {
        return account.figures.map(function (figure) {
          return said(account, kb.figureText(figure), figure.at, figure.at_labels);
        });
      }),
      whole(label.unsaid, function (record) {
        return record.unsaid.map(function (unsaid) { return kb.unsaidText(record, unsaid); });
      }),
      whole(label.distinct_from, function (record) {
        return record.distinct_from.map(function (other) { return other.title + "：" + other.why; });
      })
    ]);
    return { columns: columns, rows: rows.filter(function (row) {
      return row.cells.some(function (cell) { return cell.lines.length; });
    }) };
  };

  // What an editor found this speech not to say of an aspect; nothing where nobody looked.
  function asked(record, account, aspect) {
    return record.unsaid.filter(function (unsaid) {
      return aspect && unsaid.speech === account.speech && unsaid.aspect === aspect;
    }).map(function (unsaid) { return bare("原文未说明：" + unsaid.what); });
  }

  function bare(text) {
    return { text: text, places: [] };
  }

  function said(account, text, at, labels) {
    return { text: text, places: at.map(function (place, i) {
      return { label: labels[i], url: kb.placeUrl(account, place) };
    }) };
  }

  function progress(account) {
    const cue = account.progress.cue;
    return [bare(account.progress.status_label + (cue ? "（" + account.progress.scope_label + kb.quoted(cue) + "）" : ""))];
  }
})(window.kb);
