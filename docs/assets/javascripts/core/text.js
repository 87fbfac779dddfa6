// Values as readers see them: figures, quotations, dates.
(function (kb) {
  "use strict";

  // [value, label] of every aspect of a point, in order; the last is [null, ""] for points without one.
  kb.aspects = function () {
    /** @type {[value: string | null, label: string]} */
    const none = [null, ""];
    return [...kb.given.aspects, none];
  };

  // A figure as one line: “x个临时党支部” stays masked, and says so; last where it stands, if that is given.
  kb.figureText = function (figure, place) {
    const said = [figure.state_label];
    const members = figure.members.join("、");
    if (figure.value !== null) {
      said.push((figure.bound_label || "") + figure.value);
    }
    if (members && figure.raw) {
      said.push("所列：" + members);
    }
    if (place) {
      said.push(place);
    }
    return figure.label + "：" + (figure.raw ? kb.quoted(figure.raw) : members) + "（" + said.join("；") + "）";
  };

  // What a status means, as a tooltip: 计划：原文说打算做，没有说已经动手.
  kb.meaning = function (status) {
    const found = kb.given.progress.find(function (each) { return each[0] === status; });
    return found ? found[1] + "：" + found[2] : "";
  };

  // Whether it must be added that the source hides how many times: not where the point's own words do (macros/model/accounts.py).
  const saysHidden = (point) => Boolean(point.times) && point.times.value === null && point.text.indexOf("隐去") < 0;

  // How often, where a point says it: 〔每年，不少于1次；原文“每年至少参加一次”〕.
  kb.rhythmText = function (point) {
    if (!point.every) {
      return "";
    }
    const times = point.times;
    const often = !times ? "" : times.value === null ? (saysHidden(point) ? "，次数原文隐去" : "") : "，" + (times.bound_label || "") + times.value + "次";
    return "〔" + point.every_label + often + "；原文" + kb.quoted(point.raw) + "〕";
  };

  // The same where the text beside it says it already: what it does not say, in the source's words.
  kb.rhythmBrief = function (point) {
    const times = point.times;
    const hidden = saysHidden(point) ? "次数原文隐去" : "";
    if (!point.every || (point.raw && point.text.indexOf(point.raw) >= 0)) {
      return hidden ? "（" + hidden + "）" : "";
    }
    const often = times && times.value !== null ? (times.bound_label || "") + times.value + "次" : "";
    const said = point.raw ? (repeated(point) ? [] : ["原文" + kb.quoted(point.raw)]) : [point.every_label, often];
    const told = said.concat(hidden).filter(Boolean);
    return told.length ? "（" + told.join("，") + "）" : "";
  };

  // 定在偶数月，日期原文隐去 has all of 偶数月的xx日, and that it is hidden.
  const repeated = (point) => point.text.indexOf("隐去") >= 0 && Array.from(point.raw.replace(/[x×*○的]/g, "")).every((char) => point.text.indexOf(char) >= 0);

  // The figures of an account without those that a rhythm tells in the same words of the source.
  kb.amounts = (account) => account.figures.filter((figure) => !figure.raw || !account.points.some((point) => point.raw === figure.raw));

  // Begun alike: 每年至少完成一个调研题目 says 每年至少完成的调研题目 (macros/model/accounts.py).
  function saysLabel(figure) {
    let at = 0;
    return figure.label[0] === figure.raw[0] && Array.from(figure.label.replace(/的/g, "")).every((char) => {
      at = figure.raw.indexOf(char, at) + 1;
      return at > 0;
    });
  }

  // A figure as a reader of a table sees it: what it counts, as the source writes it, and that the source hides it.
  kb.figureBrief = function (figure) {
    // Names that the source's words say already are not said again.
    const members = figure.members.filter((member) => !figure.raw || figure.raw.indexOf(member) < 0).join("、");
    // “x+x”各是什么 has the words that are hidden.
    const named = figure.state === "redacted" && ((figure.raw || "").match(/[x×*○](?:[-+x×*○N]*[x×*○N])?/) || [])[0];
    if (named && figure.label.indexOf(named) >= 0 && !members) return figure.label + "：" + figure.state_label;
    const beside = [figure.state === "redacted" ? figure.state_label : "", members].filter(Boolean).join("；");
    const said = figure.raw ? figure.raw + (beside ? "（" + beside + "）" : "") : "没有写数目，列举了" + members;
    return (figure.raw && saysLabel(figure) ? "" : figure.label + "：") + said;
  };

  // What is not said, and where it is one body's silence whose: 实行后的效果（xx市政协〔编组〕，成效）.
  kb.unsaidText = function (record, unsaid) {
    const account = record.accounts.find(function (each) { return each.speech === unsaid.speech; });
    return unsaid.what + (account ? "（" + account.organization_label + "，" + unsaid.aspect_label + "）" : "");
  };

  // The source's words in quotation marks; its own become the inner ones.
  kb.quoted = function (text) {
    return "“" + text.replace(/“/g, "‘").replace(/”/g, "’") + "”";
  };

  // The address of a paragraph or item of an account's speech, from the site's root (macros/library/urls.py).
  kb.placeUrl = function (account, at) {
    return "speeches/" + account.speech + ".html#p" + at.replace(".", "-");
  };

  kb.chineseDate = function (date) {
    return date.getFullYear() + "年" + (date.getMonth() + 1) + "月" + date.getDate() + "日";
  };
})(window.kb);
