// What to offer where nothing was found, when it is really near; otherwise nothing.
//   kb.nearest.names(query, records)  those whose name is nearly the query: by characters in Chinese, by letters in pinyin
//   kb.nearest.ids(name, records)     those whose id is nearly a name in an address
(function (kb) {
  "use strict";

  const MOST = 3;
  // Longer queries are sentences, no slip in a name.
  const LONGEST = 24;
  // The share of characters that two near names have in common, in one order, and how many at the least.
  const SHARE = 0.65;
  const COMMON = 3;
  // A slip for so many letters; shorter words are near to everything.
  const LETTERS = 6;

  function names(query, records) {
    const wanted = kb.fold(query);
    if (!wanted || wanted.length > (latin(wanted) ? 4 * LONGEST : LONGEST)) return [];
    const near = latin(wanted) ? (name) => spelled(wanted, kb.pinyin.slug(name).replace(/-/g, "")) : (name) => written(wanted, kb.fold(name));
    return best(records, (record) => Math.max.apply(null, [record.title].concat(record.names).map(near).concat(record.kind === "organizations" ? heard(wanted, record) : 0)));
  }

  // A body whose name begins with the sound of what was typed: 滦洲. In two characters that is a slip for places alone.
  function heard(wanted, record) {
    if (latin(wanted) || wanted.length < 2) return 0;
    const sound = kb.pinyin.slug(wanted);
    return [record.title].concat(record.names).some((name) => kb.pinyin.slug(name.slice(0, wanted.length)) === sound) ? 1 : 0;
  }

  function ids(name, records) {
    const wanted = (/^[a-z0-9-]+$/i.test(name) ? name.toLowerCase() : kb.pinyin.slug(name)).replace(/-/g, "");
    return wanted.length > 4 * LONGEST ? [] : best(records, (record) => spelled(wanted, record.id.replace(/-/g, "")));
  }

  const latin = (word) => /^[a-z]+$/.test(word);

  // The records that are near, the nearest first and of one name the first; `near` gives a share, or 0 for none.
  function best(records, near) {
    const found = records.map((record) => ({ record, share: near(record) })).filter((each) => each.share > 0)
      .sort((a, b) => b.share - a.share || a.record.number - b.record.number).map((each) => each.record);
    return found.filter((record, i) => found.findIndex((each) => each.title === record.title) === i).slice(0, MOST);
  }

  function written(a, b) {
    const most = (2 * Math.min(a.length, b.length)) / (a.length + b.length);
    if (most < SHARE) return 0;
    const common = inOrder(a, b);
    const share = (2 * common) / (a.length + b.length);
    return common >= COMMON && share >= SHARE ? share : 0;
  }

  // How many characters two words have in common, in one order.
  function inOrder(a, b) {
    let last = new Uint8Array(b.length + 1);
    for (let i = 0; i < a.length; i++) {
      const row = new Uint8Array(b.length + 1);
      for (let j = 0; j < b.length; j++) row[j + 1] = a[i] === b[j] ? last[j] + 1 : Math.max(last[j + 1], row[j]);
      last = row;
    }
    return last[b.length];
  }

  function spelled(a, b) {
    const allowed = Math.floor(a.length / LETTERS);
    if (!b || !allowed || Math.abs(a.length - b.length) > allowed) return 0;
    const wrong = steps(a, b);
    return wrong > allowed ? 0 : 1 - wrong / (a.length + 1);
  }

  // Letters missing, too many, wrong or swapped between two words.
  function steps(a, b) {
    let before = [];
    let last = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      for (let j = 1; j <= b.length; j++) {
        row[j] = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + Number(a[i - 1] !== b[j - 1]));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      before = last;
      last = row;
    }
    return last[b.length];
  }

  kb.nearest = { names, ids };
})(window.kb);
