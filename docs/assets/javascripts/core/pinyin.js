// Readings of Chinese characters, and queries that are typed in them: whole syllables, initials,
// or both mixed with characters.
(function (kb) {
  "use strict";

  const LONGEST = 4;
  const NONE = [];
  // As numerals are folded (fold.js): two is 两 more often than 二.
  const DIGITS = { 0: "ling", 1: "yi", 2: "liang", 3: "san", 4: "si", 5: "wu", 6: "liu", 7: "qi", 8: "ba", 9: "jiu" };
  const reading = new Map();
  // The syllables that there are, and the beginnings of them.
  const spellings = new Set();
  const beginnings = new Set();
  const others = new Map();
  // Which characters are in it, by code: most are not, and are asked for again and again.
  const varying = new Uint8Array(65536);
  let words = {};
  let starts = new Set();

  // The common characters of GB 2312 lie in the order of pinyin, so the table is a list of counts.
  function levelOne() {
    const bytes = [];
    for (let high = 0xb0; high < 0xd8; high++) {
      for (let low = 0xa1; low < 0xff; low++) bytes.push(high, low);
    }
    return new TextDecoder("gbk").decode(new Uint8Array(bytes.slice(0, 3755 * 2)));
  }

  // Takes the table of the index: runs, more, words (macros/search/pinyin.py).
  function learn(table) {
    const common = levelOne();
    let at = 0;
    table.runs.replace(/([a-z]+)(\d+)/g, (_, syllable, count) => {
      for (const end = at + Number(count); at < end; at++) reading.set(common[at], syllable);
    });
    table.more.replace(/([a-z]+)([^a-z]+)/g, (_, syllable, chars) => {
      for (const char of chars) reading.set(char, syllable);
    });
    words = {};
    Object.keys(table.words).forEach((word) => {
      words[word] = table.words[word].split(" ");
      words[word].forEach((syllable, i) => {
        if (syllable !== reading.get(word[i])) note(word[i], syllable);
      });
    });
    // 嗯 alone is said without a vowel.
    reading.forEach((syllable) => { if (/[aeiouv]/.test(syllable)) spellings.add(syllable); });
    spellings.forEach((syllable) => { for (let i = 1; i <= syllable.length; i++) beginnings.add(syllable.slice(0, i)); });
    starts = new Set(Object.keys(words).map((word) => word[0]));
  }

  function note(char, syllable) {
    const noted = others.get(char) || [reading.get(char)];
    if (noted.indexOf(syllable) >= 0) return;
    others.set(char, noted.concat(syllable));
    varying[char.charCodeAt(0)] = 1;
  }

  // Every reading of a character that has several in this library; otherwise none.
  function all(char) {
    return varying[char.charCodeAt(0)] ? others.get(char) : NONE;
  }

  // One syllable for each UTF-16 unit of `text`, empty where it is not Chinese. Longer words win.
  function read(text) {
    const syllables = [];
    for (let i = 0; i < text.length; i++) syllables.push(reading.get(text[i]) || "");
    for (let start = 0; start < text.length - 1; start++) {
      if (!starts.has(text[start])) continue;
      for (let end = Math.min(start + LONGEST, text.length); end > start + 1; end--) {
        const found = words[text.slice(start, end)];
        if (!found) continue;
        for (let i = 0; i < found.length; i++) syllables[start + i] = found[i];
        start = end - 1;
        break;
      }
    }
    return syllables;
  }

  // Whether letters are syllables from beginning to end; the last may be on its way.
  function valid(letters) {
    const reached = [0];
    for (let k = 0; k < reached.length; k++) {
      if (reached[k] === letters.length || beginnings.has(letters.slice(reached[k]))) return true;
      spellings.forEach((syllable) => {
        const end = reached[k] + syllable.length;
        if (letters.startsWith(syllable, reached[k]) && reached.indexOf(end) < 0) reached.push(end);
      });
    }
    return false;
  }

  // The id that a title suggests: 168工作模式 → 168-gong-zuo-mo-shi.
  function slug(title) {
    const syllables = read(title);
    let out = "";
    for (let i = 0; i < title.length; i++) {
      if (syllables[i]) out += "-" + syllables[i] + "-";
      else out += /[A-Za-z0-9]/.test(title[i]) ? title[i].toLowerCase() : "-";
    }
    return out.replace(/-+/g, "-").replace(/^-|-$/g, "");
  }

  // Where `query` (folded) ends when its first character stands for the one at `place`, or null.
  // `name` has `text` (folded) and `syllables` (one for each character of it). The answer tells
  // how many syllables were typed whole and how many by their initial.
  function align(query, name, place) {
    return step(query, 0, name, place, 0, 0);
  }

  function step(query, at, name, place, whole, initial) {
    if (at === query.length) return { end: place, whole, initial };
    if (place >= name.text.length) return null;
    const literal = query[at] === name.text[place] && step(query, at + 1, name, place + 1, whole + 1, initial);
    if (literal) return literal;
    const syllable = name.syllables[place];
    // The second digit of 十 (10) is not spoken.
    if (syllable === kb.pinyin.SILENT) return step(query, at, name, place + 1, whole, initial);
    if (!syllable) return null;
    // The reading that the name has comes first, then the others that its character can have.
    const first = spoken(query, at, name, place, syllable, whole, initial);
    if (first) return first;
    const readings = all(name.text[place]);
    for (let i = 0; i < readings.length; i++) {
      const found = readings[i] !== syllable && spoken(query, at, name, place, readings[i], whole, initial);
      if (found) return found;
    }
    return null;
  }

  // ü is typed as v, u or yu.
  const UMLAUTS = ["v", "u", "yu"];

  function spoken(query, at, name, place, syllable, whole, initial) {
    if (query[at] !== syllable[0]) return null;
    for (let i = 0; i < (syllable[1] === "v" ? UMLAUTS.length : 1); i++) {
      const typed = i ? syllable.replace("v", UMLAUTS[i]) : syllable;
      const found = query.startsWith(typed, at) && step(query, at + typed.length, name, place + 1, whole + 1, initial);
      if (found) return found;
    }
    // The last syllable may be on its way.
    const rest = query.length - at;
    if (rest > 1 && rest < syllable.length && syllable.startsWith(query.slice(at))) {
      return { end: place + 1, whole: whole + 1, initial };
    }
    if (syllable[1] === "h" && query[at + 1] === "h") {
      const found = step(query, at + 2, name, place + 1, whole, initial + 1);
      if (found) return found;
    }
    return step(query, at + 1, name, place + 1, whole, initial + 1);
  }

  kb.pinyin = {
    learn, read, slug, align, SILENT: "-",
    of: (char) => reading.get(char) || DIGITS[char] || "",
    all, valid,
    syllable: (letters) => spellings.has(letters.replace(/^([ln])y?u/, "$1v")) || spellings.has(letters),
  };
})(window.kb);
