// Rows as a .csv that Excel, WPS and programs open alike: kb.csv(headings, rows) → its text (macros/exports/csv_.py).
(function (kb) {
  "use strict";

  // Excel takes a cell that begins with one of these for a formula, or would after trimming.
  const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;

  kb.csv = function (headings, rows) {
    return "\ufeff" + [headings].concat(rows).map((row) => row.map(cell).join(",") + "\r\n").join("");
  };

  function cell(text) {
    const literal = FORMULA.test(text) ? "'" + text : text;
    return /[",\r\n]/.test(literal) ? '"' + literal.replace(/"/g, '""') + '"' : literal;
  }
})(window.kb);
