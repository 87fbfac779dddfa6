// What a choice of accounts answers, in sentences counted from it: the counterpart of macros/pages/answer.py.
//   kb.answer(entries, library) → {counted, judged}; entries are those of kb.folderView
(function (kb) {
  "use strict";

  kb.answer = function (entries, library) {
    /** @type {KbShownAccount[]} */
    const accounts = [];
    entries.forEach((entry) => accounts.push(...entry.accounts));
    const tally = kb.given.progress.map((status) => /** @type {[[string, string, string], number]} */ ([status, accounts.filter((each) => each.status === status[0]).length])).filter((pair) => pair[1]);
    return { counted: counted(entries, accounts, tally, library), judged: judged(accounts, tally), tally };
  };

  // 从“市县政协实践库”选了 5 条做法，3 家讲到，共 6 处：推进中 1 处，计划 5 处。
  function counted(entries, accounts, tally, library) {
    const bodies = new Set(accounts.map((each) => each.organization)).size;
    const some = entries.every((entry) => entry.whole) ? "" : entries.length === 1 ? "里的 " + accounts.length + " 家" : "（有的只选了其中几家）";
    const together = accounts.length === 1 ? "。" : "，共 " + accounts.length + " 处：" + tally.map((pair) => pair[0][1] + " " + pair[1] + " 处").join("，") + "。";
    return (library ? "从“" + library + "”选了 " : "选了 ") + entries.length + " 条做法" + some + (entries.length === 1 && some ? "" : "，" + bodies + " 家讲到") + together;
  }

  function judged(accounts, tally) {
    if (!accounts.length) return "";
    const told = (aspect) => accounts.some((each) => each.aspects.indexOf(aspect) >= 0);
    const none = accounts.length === 1 ? "没有" : "没有一处";
    // What is filed here is all that is known here: the source may tell of an effect among the rest.
    const effect = told("effect") ? "。" : "；" + none + "归到“成效”。";
    if (accounts.length === 1) {
      const status = tally[0][0];
      return (status[0] === "unclear" ? "进展看不出来" : "进展是“" + status[1] + "”") + effect;
    }
    const done = tally.filter((pair) => pair[0][0] === "done").map((pair) => pair[1])[0] || 0;
    const first = done === accounts.length ? "都写明已经实施" : done ? done + " 处写明已经实施" : "没有一处写明已经实施";
    return first + effect;
  }
})(window.kb);
