// Words and marks that several scripts write into a page: the source's masks, and what the words of progress mean.
(function (kb) {
  "use strict";

  // Appends `text` with every mask of the source marked, by the rule of macros/pages/marks.py.
  kb.masked = function (parent, text) {
    const pattern = /x+/g;
    let end = 0;
    let match = pattern.exec(text);
    while (match) {
      const before = text.charAt(match.index - 1);
      const after = text.charAt(pattern.lastIndex);
      if (!/[A-Za-z0-9]/.test(before + after) && /[\u4e00-\u9fff+\-“”·]/.test(before + after)) {
        parent.appendChild(document.createTextNode(text.slice(end, match.index)));
        const mark = parent.appendChild(document.createElement("span"));
        mark.textContent = match[0];
        mark.className = "kb-mask";
        mark.title = "原文隐去：原文在这里用 x 遮住了数或名称，照抄，不猜，也不当作零";
        mark.setAttribute("role", "img");
        mark.setAttribute("aria-label", match[0] + "，原文隐去");
        end = pattern.lastIndex;
      }
      match = pattern.exec(text);
    }
    parent.appendChild(document.createTextNode(text.slice(end)));
  };

  // A status as its shape and word.
  kb.progress = (status, label) => kb.el("span", { class: "kb-progress kb-progress--" + status },
    kb.el("span", { class: "kb-progress__mark", "aria-hidden": "true" }), kb.el("span", { class: "kb-progress__label", title: kb.meaning(status) }, label));

  // Of a legend that the page has, the words that `rows` show.
  kb.narrowLegend = function (legend, rows) {
    const words = new Set();
    rows.forEach((row) => row.querySelectorAll(".kb-progress").forEach((mark) => words.add(mark.className)));
    legend.querySelectorAll(".kb-progress").forEach((mark) => { mark.closest("div").hidden = !words.has(mark.className); });
    legend.hidden = !words.size;
  };

  // What these words of progress mean, as a list.
  kb.legend = (statuses) => kb.el("dl", { class: "kb-legend", "aria-label": "进展各词的意思" }, statuses.map((status) =>
    kb.el("div", null, kb.el("dt", null, kb.progress(status[0], status[1])), kb.el("dd", null, status[2]))));
})(window.kb);
