// 材料夹: named folders of practices, as values. Nothing here stores or shows anything (page/shelf.js, page/folder.js).
//   state  {version, current, next, folders: [folder]}         `current` is the id of the folder that is added to
//   folder {id, name, title, date, line, notes, items: [item]}  `title`, `date` (as typed) and `line` stand on the paper; `begun`: named by the page that it was begun on, and by nobody
//   item   {id, title, speeches, note, since}                   `speeches` null: all bodies, else those of these speeches; `since` the day it was put in
// Every change gives a new state; what comes from storage, files and addresses is taken over as far as it is valid.
(function (kb) {
  "use strict";

  const VERSION = 1;
  const MOST = 50;
  const MOST_ITEMS = 200;
  const LONGEST = { name: 60, title: 120, date: 30, line: 300, note: 1000 };
  const FIRST = "我的材料";
  const TAKEN_OVER = "以前放进来的";
  const PLAIN = "做法";
  // Names that a folder gets where nothing says what it is about (page/adding.js).
  const UNNAMED = new RegExp("^(材料夹( \\d+月\\d+日)?|" + [FIRST, TAKEN_OVER, PLAIN].join("|") + ")(（\\d+）)?$");
  const unnamed = (one) => UNNAMED.test(one.name);
  // As large as 50 full folders with a note of full length each could be; what is larger is nothing of ours.
  const LARGEST = 30000000;
  const DAY = /^\d{4}-\d\d-\d\d$/;
  const ID = /^[a-z0-9][a-z0-9-]{0,63}$/;
  // What no text may hold: control characters but the end of a line, what turns the direction of writing, halves of characters.
  const BAD = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(^|[^\ud800-\udbff])[\udc00-\udfff]/g;

  const plain = (value) => Object.prototype.toString.call(value) === "[object Object]";

  function text(value, field) {
    if (typeof value !== "string") return "";
    const clean = value.slice(0, 4 * LONGEST[field]).replace(/\r\n?/g, "\n").replace(BAD, "$1");
    return (field === "note" ? clean : clean.replace(/\s+/g, " ")).trim().slice(0, LONGEST[field]).replace(BAD, "$1");
  }

  const valid = (id) => typeof id === "string" && ID.test(id);
  const once = (list) => Array.from(new Set(list));

  // --- what somebody else wrote ------------------------------------------------------------

  function item(value) {
    if (!plain(value) || !valid(value.id)) return null;
    const speeches = Array.isArray(value.speeches) ? once(value.speeches.filter(valid)).slice(0, MOST_ITEMS) : null;
    return Object.assign(DAY.test(value.since) ? { since: value.since } : {}, { id: value.id, title: text(value.title, "title"), speeches: speeches && speeches.length ? speeches : null, note: text(value.note, "note") });
  }

  function items(list) {
    const found = new Map();
    for (let i = 0; Array.isArray(list) && i < list.length && found.size < MOST_ITEMS; i++) {
      const each = item(list[i]);
      if (each && !found.has(each.id)) found.set(each.id, each);
    }
    return Array.from(found.values());
  }

  function folder(value, id) {
    if (!plain(value) || !Array.isArray(value.items)) return null;
    return Object.assign(value.begun === true ? { begun: true } : {}, { id, name: text(value.name, "name") || FIRST, title: text(value.title, "title"), date: text(value.date, "date"), line: text(value.line, "line"),
      notes: value.notes !== false, items: items(value.items) });
  }

  /** @type {() => KbFolders} */
  const empty = () => ({ version: VERSION, current: "", next: 1, folders: [] });

  // What is stored, as a state; `broken` says that something stood there which is none.
  function parse(stored) {
    if (!stored) return { state: empty(), broken: false };
    const value = json(stored);
    if (!plain(value) || !Array.isArray(value.folders)) return { state: empty(), broken: true };
    const state = empty();
    let current = "";
    value.folders.slice(0, MOST).forEach((each) => {
      const made = folder(each, "f" + state.next);
      if (!made) return;
      if (each.id === value.current) current = made.id;
      state.folders.push(made);
      state.next += 1;
    });
    state.current = current || (state.folders.length ? state.folders[0].id : "");
    return { state, broken: !state.folders.length && value.folders.length > 0 };
  }

  function json(stored) {
    if (stored.length > LARGEST) return null;
    try {
      return JSON.parse(stored);
    } catch (error) {
      return null;
    }
  }

  // The ids that an earlier site stored as one list, in folders of their own.
  function takeOver(state, stored) {
    const list = json(stored || "");
    const ids = Array.isArray(list) ? once(list.filter(valid)) : [];
    let next = state;
    for (let i = 0; i < ids.length && next.folders.length < MOST; i += MOST_ITEMS) {
      next = withFolder(next, { name: TAKEN_OVER, items: ids.slice(i, i + MOST_ITEMS).map((id) => ({ id })) });
    }
    return next;
  }

  // --- folders -------------------------------------------------------------------------------

  const current = (state) => state.folders.find((each) => each.id === state.current) || null;
  const byId = (state, id) => state.folders.find((each) => each.id === id) || null;

  // A name that no other folder has: 委员参与, 委员参与（2）, …
  function free(state, wanted) {
    const name = text(wanted, "name") || FIRST;
    const taken = new Set(state.folders.map((each) => each.name));
    let found = name;
    for (let i = 2; taken.has(found); i++) found = name.slice(0, LONGEST.name - 5) + "（" + i + "）";
    return found;
  }

  /** @returns {KbFolders} */
  function withFolder(state, value) {
    if (state.folders.length >= MOST) return state;
    const made = /** @type {KbFolder} */ (folder(value, "f" + state.next));
    made.name = free(state, value.name);
    return { version: VERSION, current: made.id, next: state.next + 1, folders: state.folders.concat(made) };
  }

  const create = (state, name) => withFolder(state, { name, items: [] });
  // Named by a page, not by its reader.
  const begin = (state, name) => withFolder(state, { name, items: [], begun: true });

  function copy(state, id) {
    const one = byId(state, id);
    return one ? withFolder(state, one) : state;
  }

  function drop(state, id) {
    const place = state.folders.findIndex((each) => each.id === id);
    const folders = state.folders.filter((each) => each.id !== id);
    const next = folders[Math.min(Math.max(place, 0), folders.length - 1)];
    return Object.assign({}, state, { folders, current: state.current === id ? (next ? next.id : "") : state.current });
  }

  const use = (state, id) => (byId(state, id) ? Object.assign({}, state, { current: id }) : state);

  function changed(state, id, change) {
    return Object.assign({}, state, { folders: state.folders.map((each) => (each.id === id ? Object.assign({}, each, change(each)) : each)) });
  }

  // Sets what of name, title, date, line, notes is given.
  function describe(state, id, given) {
    return changed(state, id, (each) => {
      const next = {};
      ["title", "date", "line"].forEach((field) => { if (typeof given[field] === "string") next[field] = text(given[field], field); });
      if (typeof given.notes === "boolean") next.notes = given.notes;
      const name = text(given.name, "name");
      if (name && name !== each.name) next.name = free(state, name);
      if (name) next.begun = false;
      return next;
    });
  }

  // Puts a folder back as it was, at its place: the way back from taking out, clearing and deleting.
  function restore(state, was, place) {
    if (byId(state, was.id)) return Object.assign(changed(state, was.id, () => was), { current: was.id });
    if (state.folders.length >= MOST) return state;
    const folders = state.folders.slice();
    folders.splice(place, 0, was);
    return Object.assign({}, state, { folders, current: was.id });
  }

  // --- what is in them -------------------------------------------------------------------------

  // practice, or practice:speech for one body's account
  function split(key) {
    const parts = String(key).split(":");
    return { id: parts[0], speech: parts[1] || null };
  }

  const holds = (one, id) => (one ? one.items.find((each) => each.id === id) || null : null);

  // Whether the folder that is added to has this practice, or this body's account of it.
  function has(state, key) {
    const { id, speech } = split(key);
    const found = holds(current(state), id);
    return Boolean(found) && (!speech || !found.speeches || found.speeches.indexOf(speech) >= 0);
  }

  // Adds keys to the folder, which gets `name` if it is the first. `titles` are kept to name what is gone one day.
  function add(state, keys, name, titles) {
    const next = current(state) ? state : begin(state, name);
    const one = current(next);
    const found = new Map(one.items.map((each) => [each.id, each]));
    let added = 0;
    let left = 0;
    once(keys).forEach((key) => {
      const { id, speech } = split(key);
      const before = found.get(id);
      if (!valid(id) || (speech && !valid(speech))) return;
      if (!before && found.size >= MOST_ITEMS) left += 1;
      else if (!before) found.set(id, item({ id, title: (titles || {})[id], speeches: speech ? [speech] : null }));
      else if (!speech && before.speeches) found.set(id, Object.assign({}, before, { speeches: null }));
      else if (speech && before.speeches && before.speeches.indexOf(speech) < 0) found.set(id, Object.assign({}, before, { speeches: before.speeches.concat(speech) }));
      else return;
      if (found.get(id) !== before) added += 1;
    });
    return { state: changed(next, one.id, () => ({ items: Array.from(found.values()) })), added, left };
  }

  // Takes a practice, or one body's account of it, out of the folder; `all` are the speeches that tell of it.
  function remove(state, key, all) {
    const { id, speech } = split(key);
    const one = current(state);
    const found = holds(one, id);
    if (!found) return state;
    const rest = speech ? (found.speeches || all || []).filter((each) => each !== speech) : [];
    return changed(state, one.id, () => ({
      items: rest.length ? one.items.map((each) => (each === found ? Object.assign({}, each, { speeches: rest }) : each)) : one.items.filter((each) => each !== found),
    }));
  }

  // Sets what of note, speeches, title is given.
  function setItem(state, folderId, id, given) {
    return changed(state, folderId, (one) => ({ items: one.items.map((each) => (each.id === id ? item(Object.assign({}, each, given)) : each)) }));
  }

  // Items that do not know since when they are here are here since `day`: what is corrected later can be marked.
  const dated = (state, day) => state.folders.reduce((next, one) => (one.items.every((each) => each.since) ? next : changed(next, one.id, () => ({ items: one.items.map((each) => Object.assign({ since: day }, each)) }))), state);

  // One place up (-1) or down (1).
  function move(state, folderId, id, by) {
    return changed(state, folderId, (one) => {
      const list = one.items.slice();
      const from = list.findIndex((each) => each.id === id);
      const to = from + by;
      if (from < 0 || to < 0 || to >= list.length) return {};
      list.splice(to, 0, list.splice(from, 1)[0]);
      return { items: list };
    });
  }

  // A folder of keys that nobody keeps: what a page's own buttons export. As many as there are.
  function gathered(name, keys) {
    const found = new Map();
    keys.map(split).forEach((key) => {
      const before = found.get(key.id);
      const whole = !key.speech || (before && !before.speeches);
      found.set(key.id, { id: key.id, title: "", note: "", speeches: whole ? null : (before ? before.speeches : []).concat(key.speech) });
    });
    return Object.assign(/** @type {KbFolder} */ (folder({ name, title: name, items: [] }, "f0")), { items: Array.from(found.values()) });
  }

  // What was just added to the folder that was like `was`, in a folder of its own; that one keeps what it had.
  function apart(state, was, keys, name, titles) {
    const had = new Map(was.items.map((each) => [each.id, each]));
    const moved = new Set(keys.map((key) => split(key).id));
    const rest = changed(state, was.id, (one) => ({
      items: one.items.filter((each) => had.has(each.id) || !moved.has(each.id)).map((each) => (moved.has(each.id) ? Object.assign({}, each, { speeches: had.get(each.id).speeches }) : each)),
    }));
    return add(begin(rest, name), keys, name, titles).state;
  }

  const clear = (state, id) => changed(state, id, () => ({ items: [] }));

  const made = { VERSION, MOST, MOST_ITEMS, LONGEST, PLAIN, empty, parse, takeOver, current, byId, create, begin, copy, drop, use, describe, restore, split, has, add, remove, setItem, dated, move,
    unnamed, apart, clear, made: gathered, put: withFolder, taken: folder, parsed: json, valid };
  // The rest stands in folder-files.js.
  kb.folders = /** @type {KbFolderChanges} */ (/** @type {any} */ (made));
})(window.kb);
