// A folder as a memo, before it is Word or a page: kb.memo(view, "brief" | "table" | "full") → blocks.
//   {kind: "title" | "date" | "text" | "aside" | "heading" | "caption" | "table" | "small", runs: [{text, bold, marks: [number]}], table}
// Title, date, own line, one counted paragraph, one table, in 全文 short paragraphs a body, one list 出处, what the words mean: nothing else.
(function (kb) {
  "use strict";

  const PARAGRAPHS = "full";

  kb.memo = function (view, kind) {
    const entries = view.entries.filter((entry) => entry.accounts.length);
    const one = entries.length === 1;
    const blocks = [block("title", [view.title]), block("date", ["（" + [view.library ? view.library + "摘编" : "", view.date].filter(Boolean).join("　") + "）"])];
    if (view.line) blocks.push(block("text", [view.line]));
    blocks.push(block("text", [view.counted, bold(view.judged)]));
    if (view.parts.length) blocks.push(...parted(view, kind));
    else if (kind !== PARAGRAPHS || kb.hasOverview(view)) blocks.push(block("caption", [kind === "table" ? "对照表" : "各条做法一览"]), tabled(view, kind));
    if (kind === PARAGRAPHS) entries.forEach((entry, i) => blocks.push(...kb.memoEntry(entry, one ? 0 : i + 1)));
    if (kind === "brief") blocks.push(...open(entries));
    return blocks.concat(ending(view, blocks));
  };

  // Before the paragraphs stands a table of them where there is anything to look over: on the page as in Word.
  kb.hasOverview = (view) => view.entries.length > 1 || view.entries.some((entry) => entry.accounts.length > 1);

  const block = (kind, runs) => ({ kind, runs: runs.map((run) => (typeof run === "string" ? { text: run } : run)) });
  const bold = (text) => ({ text, bold: true });

  const tabled = (view, kind) => ({ kind: "table", runs: [], table: kb.folderTable(view, kind) });

  // Of a page that has its practices in parts, each part under its own heading.
  function parted(view, kind) {
    const blocks = [];
    view.parts.forEach((part) => {
      const entries = view.entries.filter((entry) => part.ids.indexOf(entry.id) >= 0);
      if (entries.length) blocks.push(block("heading", [part.title]), tabled(Object.assign({}, view, { entries }), kind));
    });
    return blocks;
  }

  // The paragraphs of a practice; its heading is numbered, or left out where the title is its own (0).
  kb.memoEntry = function (entry, number) {
    const blocks = number ? [block("heading", [kb.numeral(number) + "、" + entry.title])] : [];
    if (entry.summary) blocks.push(block("text", [entry.summary]));
    entry.accounts.forEach((account, i) => blocks.push(block("text", told(account, entry.accounts.length > 1 ? i + 1 : 0))));
    if (entry.unsaid.length) blocks.push(block("aside", [bold("原文没有说："), entry.unsaid.join("；") + "。"]));
    if (entry.note) blocks.push(block("text", [bold("我的话："), entry.note.replace(/\s*\n\s*/g, "；")]));
    return blocks;
  };

  // （一）xx市政协〔编组〕（计划，依据全篇“几点打算”）。谁来做：…。怎么做：…；…。[1]
  function told(account, number) {
    /** @type {KbRun[]} */
    const runs = [bold((number ? "（" + kb.numeral(number) + "）" : "") + account.body + "（" + (account.status === "unclear" ? "进展" : "") + account.status_label + (account.cue ? "，依据" + account.cue : "") + "）。")];
    if (account.name) runs.push({ text: "本篇叫法：" + account.name + "。" });
    kb.toldBy(account).forEach((pair) => pair[1].forEach((said, i) => {
      const last = i === pair[1].length - 1;
      runs.push({ text: (i || !pair[0] ? "" : pair[0] + "：") + said.text, marks: said.at.map((place) => place.mark) }, { text: last ? "。" : "；" });
    }));
    if (!account.several || !account.points.length && !account.figures.length) runs.push({ text: "", marks: account.at.map((place) => place.mark) });
    return runs;
  }

  // One thing that each leaves open.
  function open(entries) {
    const lines = entries.filter((entry) => entry.unsaid.length).map((entry) => (entries.length > 1 ? entry.title + "：" : "") + entry.unsaid[0]);
    return lines.length ? [block("aside", [bold(entries.length > 1 ? "原文没有说，各条先列一项：" : "原文没有说："), lines.join("；") + "。"])] : [];
  }

  // The one list of sources, and what the words mean that stand above.
  function ending(view, blocks) {
    const list = kb.bySpeech(view.sources).map((group) => block("small", [group[0].body + "：《" + group[0].title + "》，" + group.map((source) => "[" + source.mark + "] " + source.label).join("；") + "。"]));
    const from = new Map();
    view.sources.forEach((source) => from.set(source.source, (from.get(source.source) || []).concat(source.mark)));
    const named = from.size === 1 ? "以上均见：" + Array.from(from.keys())[0] + "。" : Array.from(from, (pair) => ranges(pair[1]) + "见：" + pair[0]).join("；") + "。";
    return [block("heading", ["出处"])].concat(list, [block("small", [named + kb.memoNoOriginal]), block("small", [words(view) + kb.memoSigns(view, blocks)])]);
  }

  // The places by the speech that they stand in, so that each is named once.
  kb.bySpeech = function (sources) {
    /** @type {Map<string, KbShownSource[]>} */
    const groups = new Map();
    sources.forEach((source) => {
      const key = [source.source, source.body, source.title].join("\n");
      groups.set(key, (groups.get(key) || []).concat(source));
    });
    return Array.from(groups.values());
  };

  kb.memoNoOriginal = "本文是大意，不是原文，引用前请核对原文。";

  const words = (view) => "进展各词的意思：" + view.statuses.map((status) => status[1] + "，" + status[2]).join("；") + "。";

  // What the signs in it mean; only what occurs is explained.
  kb.memoSigns = function (view, blocks) {
    const text = kb.blocksText(blocks);
    const empty = blocks.some((each) => each.table && each.table.groups.some((group) => group.rows.some((cells) => cells.some((lines) => !lines.length))));
    const further = blocks.some((each) => each.table && each.table.groups.some((group) => group.rows.some((cells) => cells.some((lines) => lines.some((line) => line.further)))));
    const apart = view.entries.some((entry) => entry.accounts.some((account) => /〔/.test(account.body)));
    return "数字和加引号的照原文" + (/x/.test(text) ? "，x 是原文隐去的" : "") + "。" +
      (further ? "“另有几点”“另有几项”是表里没有列的，“全文”里都有。" : "") +
      (empty ? "表里的“—”是本库没有记，不等于原文没有说。" : "") + (apart ? "单位名称后面〔〕里的字是本库加的，用来分清名称隐去或没有写明的单位。" : "");
  };

  // [1]—[3]、[5]
  function ranges(marks) {
    const found = [];
    marks.forEach((mark) => {
      const last = found[found.length - 1];
      if (last && last[1] === mark - 1) last[1] = mark;
      else found.push([mark, mark]);
    });
    return found.map((pair) => "[" + pair[0] + "]" + (pair[1] > pair[0] ? "—[" + pair[1] + "]" : "")).join("、");
  }

  // 一, 十, 二十一, 一百零一, 一百一十; as far as a folder goes
  kb.numeral = function (number) {
    const digits = "〇一二三四五六七八九";
    if (number > 999) return String(number);
    const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10];
    const rest = (tens > 1 || (tens && hundreds) ? digits[tens] : "") + (tens ? "十" : "") + (ones || !number ? digits[ones] : "");
    return hundreds ? digits[hundreds] + "百" + (ones && !tens ? "零" : "") + rest : rest;
  };
})(window.kb);
