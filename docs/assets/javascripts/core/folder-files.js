// Folders (core/folders.js) as files and addresses: added to kb.folders.
//   file(folders) → the text of a file; fromFile(text) → {folders, problem, cut: {folders, items, odd, texts}}: what of it there is no room for
//   merge(state, folders) → {state, added, same, left}; brought(found, merged) → what a reader is told of both
//   query(folder, withNotes) → an address's query; fromQuery(search) → the folder that it gives, or null
(function (kb) {
  "use strict";

  const base = kb.folders;
  const { MOST, MOST_ITEMS, LONGEST } = base;
  const KIND = "材料夹";
  const plain = (value) => Object.prototype.toString.call(value) === "[object Object]";

  const NOTHING = { folders: 0, items: 0, odd: 0, texts: 0 };

  // The folders as a file to keep or to give away.
  function file(list) {
    return JSON.stringify({ kind: KIND, version: base.VERSION, folders: list }, null, 1) + "\n";
  }

  // The folders of such a file, or a sentence that says what is wrong with it.
  function fromFile(content) {
    const value = base.parsed(content.replace(/^\ufeff/, ""));
    if (!plain(value) || value.kind !== KIND || !Array.isArray(value.folders)) return { folders: [], problem: "这不是材料夹的文件：要用“存成文件”存的那种（.json）。", cut: NOTHING };
    if (value.version > base.VERSION) return { folders: [], problem: "这个文件是更新的版本存的，这里读不了。", cut: NOTHING };
    const given = value.folders.slice(0, MOST);
    const taken = given.map((each) => base.taken(each, "f0"));
    const folders = taken.filter(Boolean);
    return { folders, problem: folders.length ? "" : "文件里没有材料夹。", cut: cut(value.folders.length - given.length, given, taken) };
  }

  // What a file has and we have no room for: folders, entries, those that are written in a way that we do not know, and texts that end early.
  function cut(more, given, taken) {
    const found = { folders: more, items: 0, odd: 0, texts: 0 };
    given.forEach((each, i) => {
      if (!taken[i]) { found.odd += 1; return; }
      const kept = new Map(taken[i].items.map((item) => [item.id, item]));
      const lost = new Set();
      each.items.forEach((item) => {
        const id = plain(item) ? item.id : null;
        if (kept.has(id)) found.texts += shortened(item, kept.get(id), ["note"]);
        else if (base.valid(id) && kept.size >= MOST_ITEMS) lost.add(id);
        else found.odd += 1;
      });
      found.items += lost.size;
      found.texts += shortened(each, taken[i], ["name", "title", "date", "line"]);
    });
    return found;
  }

  const shortened = (from, to, fields) => fields.filter((field) => typeof from[field] === "string" && from[field].trim().length > LONGEST[field] && to[field].length >= LONGEST[field] - 1).length;

  // What a reader is told of a file that was opened: what came in, and what did not.
  function brought(found, merged) {
    const cuts = found.cut;
    const left = merged.left + cuts.folders;
    const lacking = [
      left ? left + " 个夹（最多 " + MOST + " 个）" : "", cuts.items ? cuts.items + " 条（一个夹最多 " + MOST_ITEMS + " 条）" : "",
      cuts.odd ? cuts.odd + " 处（写法读不懂）" : "",
    ].filter(Boolean).join("、");
    return (merged.added ? "放进来 " + merged.added + " 个夹" : merged.same ? "文件里的夹这里都有了" : "一个夹也没有放进来") + (merged.added && merged.same ? "，" + merged.same + " 个本来就有" : "") +
      (lacking ? "；没有放进来的：" + lacking : "") + (cuts.texts ? "；" + cuts.texts + " 段字太长，只留了开头（“我的话”最多 " + LONGEST.note + " 字）" : "");
  }

  const content = (one) => JSON.stringify(Object.assign({}, one, { id: "" }));

  // Adds folders to those that are there; one that is there already is not added twice.
  function merge(state, folders) {
    let next = state;
    const found = { added: 0, same: 0, left: 0 };
    folders.forEach((each) => {
      if (next.folders.some((one) => content(one) === content(each))) found.same += 1;
      else if (next.folders.length >= MOST) found.left += 1;
      else {
        next = base.put(next, each);
        found.added += 1;
      }
    });
    return Object.assign(found, { state: next });
  }

  // A folder as the query of an address: ?name=…&line=…&ids=a,b~speech~speech&notes=["…"]; `notes` only where asked for.
  function query(one, withNotes) {
    const ids = one.items.map((each) => [each.id].concat(each.speeches || []).join("~")).join(",");
    const parts = [["name", one.name], ["title", one.title], ["line", one.line]].filter((pair) => pair[1]).map((pair) => pair[0] + "=" + encodeURIComponent(pair[1]));
    const notes = withNotes && one.items.some((each) => each.note) ? ["notes=" + encodeURIComponent(JSON.stringify(one.items.map((each) => each.note)))] : [];
    return "?" + parts.concat("ids=" + ids, notes).join("&");
  }

  // The folder that an address gives, or null.
  function fromQuery(search) {
    const given = new URLSearchParams(search);
    const ids = (given.get("ids") || "").split(",");
    const notes = base.parsed(given.get("notes") || "") || [];
    const list = ids.map((each, i) => {
      const [id, ...speeches] = each.split("~");
      return { id, speeches, note: Array.isArray(notes) ? notes[i] : "" };
    });
    const made = /** @type {KbFolder} */ (base.taken({ name: given.get("name") || "", title: given.get("title"), line: given.get("line"), items: list }, "f0"));
    return made.items.length ? made : null;
  }

  Object.assign(kb.folders, { file, fromFile, merge, brought, query, fromQuery });
})(window.kb);
