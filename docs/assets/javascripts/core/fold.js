// Text as it is compared: one form for full- and half-width, case, script, digits and masks.
// The build folds the same way (macros/text/folding.py).
(function (kb) {
  "use strict";

  const DIGITS = {};
  Array.from("〇零一二三四五六七八九两").forEach((char, i) => { DIGITS[char] = "001234567892"[i]; });
  const MASKS = /[×✕✖╳⨯]/;
  // White space, punctuation and symbols; `+` stays, because “+N” and “x+x” are names here.
  const DROPPED = /[\s!-*,-/:-@[-`{-~\u00a1-\u00bf\u2000-\u2bff\u3000-\u303f\u30fb\ufe00-\ufe6f\uff3e-\uff65]/;
  // Characters that have one form only, script apart.
  const CHINESE = /[\u3400-\u9fff]/;
  const simplified = new Map();
  const known = new Map();

  // Pinyin without its tones, and with v for ü: lǜ → lv.
  const toneless = (char) => char.normalize("NFD").replace(/(u|U)\u0308/, "v").replace(/[\u0300\u0301\u0304\u030c]/g, "");

  const digit = (char) => DIGITS[char] || char;

  // One character, folded: usually one again, sometimes none or several.
  function one(char) {
    let folded = known.get(char);
    if (folded === undefined) {
      folded = CHINESE.test(char) ? digit(simplified.get(char) || char) : Array.from(toneless(MASKS.test(char) ? "x" : char).normalize("NFKC").toLowerCase(), (part) => {
        const plain = simplified.get(part) || part;
        return DIGITS[plain] || (DROPPED.test(plain) ? "" : plain);
      }).join("");
      known.set(char, folded);
    }
    return folded;
  }

  const isDigit = (char) => char >= "0" && char <= "9";

  // The folded text, and for each of its characters the place in `text` that it comes from.
  function mapped(text) {
    const chars = [];
    const from = [];
    let at = 0;
    for (const char of text) {
      for (const part of one(char)) {
        chars.push(part);
        from.push(at);
      }
      at += char.length;
    }
    const folded = [];
    const places = [];
    chars.forEach((char, i) => {
      const parts = char === "十" ? ten(chars[i - 1] || "", chars[i + 1] || "") : char;
      for (let k = 0; k < parts.length; k++) {
        folded.push(parts[k]);
        places.push(from[i]);
      }
    });
    return { text: folded.join(""), from: places };
  }

  // 十 as the digits it stands for: 十佳 → 10佳, 二十 → 20, 十二 → 12.
  function ten(before, after) {
    return (isDigit(before) ? "" : "1") + (isDigit(after) ? "" : "0");
  }

  function fold(text) {
    let folded = "";
    for (const char of text) folded += one(char);
    return folded.indexOf("十") < 0 ? folded : mapped(text).text;
  }

  fold.mapped = mapped;

  // Takes the pairs traditional + simplified of the index; characters seen before are folded anew.
  fold.learn = function (pairs) {
    for (let i = 0; i + 1 < pairs.length; i += 2) simplified.set(pairs[i], pairs[i + 1]);
    known.clear();
  };

  // Pictures say nothing here, nor does the number of a line that was copied from a list: （一）, 1.
  const PICTURES = /[\u{1f000}-\u{1faff}\u2600-\u27bf\ufe0f\u200d]/gu;
  const NUMBER = /^(?:[（(][一二三四五六七八九十0-9]{1,3}[)）]|[一二三四五六七八九十0-9]{1,3}[、.．)）])(?=[^0-9])/;

  // The folded words of a query, parted by white space.
  fold.words = (query) => query.normalize("NFC").replace(PICTURES, " ").split(/\s+/).map((word) => fold(word.replace(NUMBER, ""))).filter(Boolean);

  // The first stretch of `query` that folds to `text`, as it was typed; `text` where there is none.
  fold.typed = function (query, text) {
    const folded = mapped(query);
    const at = folded.text.indexOf(text);
    if (at < 0) return text;
    return query.slice(folded.from[at], folded.from[at + text.length - 1] + 1);
  };

  kb.fold = fold;
})(window.kb);
