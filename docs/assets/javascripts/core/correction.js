// What a reader says is wrong: kb.correction(given) → the value that the file holds (docs/contributing/corrections.md),
// kb.correctionText(correction, shown) → the same for people.
// given: {version, entry, statement: [field, label, text, account] or null, should, speech, at, cited, other, who, date}
//   cited: the chosen speech and place in words, which stand beside another document where both are given
// shown: {library, kind, title, address, label, where}
(function (kb) {
  "use strict";

  const FORMAT = "kb-correction/1";
  // Control characters but the end of a line, and what turns the direction of writing: the desk refuses them.
  const BAD = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\uffff]/g;

  const clean = (text) => text.replace(/\r\n?/g, "\n").replace(BAD, "").trim();

  kb.correction = function (given) {
    const statement = given.statement || ["", "", "", null];
    const other = clean(given.other);
    return {
      format: FORMAT, site_version: given.version, entry: given.entry, field: statement[0], account: statement[3], now: statement[2],
      should: clean(given.should), where: other ? [given.speech ? given.cited : "", other].filter(Boolean).join("；另一份材料：") : (given.speech ? { speech: given.speech, at: given.at || null } : ""),
      who: clean(given.who), written: day(given.date),
    };
  };

  kb.correctionText = function (correction, shown) {
    const blocks = [
      [shown.library + "　纠错"],
      ["页面　" + shown.kind + "·" + shown.title, "地址　" + shown.address, "位置　" + (shown.label || "少了什么，或者别的")],
      ["现在写的", indented(correction.now || "（没有写）")],
      ["应当是", indented(correction.should || "（还没有填）")],
      ["依据", indented(shown.where || "（没有填）")],
      ["谁说的", indented(correction.who || "（没有填）")],
      ["版本　" + [correction.site_version, correction.written].filter(Boolean).join("，写于 ")],
    ];
    return blocks.map((lines) => lines.join("\n")).join("\n\n") + "\n";
  };

  function indented(text) {
    return text.split("\n").map((line) => "　　" + line).join("\n");
  }

  function day(date) {
    const two = (number) => (number < 10 ? "0" : "") + number;
    return date.getFullYear() + "-" + two(date.getMonth() + 1) + "-" + two(date.getDate());
  }
})(window.kb);
