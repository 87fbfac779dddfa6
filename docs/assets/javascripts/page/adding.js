// The buttons 放进材料夹 of a page, and the link in the header that counts what is collected and leads to the folder.
//   data-kb-add="PRACTICE", "PRACTICE:SPEECH" (one body's account) or "all" (what is ticked, or everything the page lists)
(function (kb) {
  "use strict";

  const folders = kb.folders;
  const ALL = "all";
  // What is said of a button that has no place for it beside it stands at the foot of the window, wherever the page is scrolled to.
  const foot = kb.el("p", { class: "kb-foot-said", role: "status", "data-kb-said": true });
  const inner = document.querySelector(".md-content__inner");
  if (inner) inner.appendChild(foot);
  // What a pressed button reads: that it is in, and the way out again, in words where there is room for them.
  const IN = "已放进";
  const BACK = IN + " · 拿出";
  const AGAIN = "再点一次，从材料夹拿出";
  const REST = "再点一次，把其余的也放进去";
  const link = document.querySelector("[data-kb-added]");
  // What a button reads and is called while its practice is not in.
  const usual = new WeakMap();

  // Brings the buttons under `parent` up to date; rows that are drawn later call it too.
  kb.showPicked = function (parent) {
    parent.querySelectorAll("[data-kb-add]").forEach(show);
  };

  kb.shelf.subscribe((state) => {
    const folder = folders.current(state);
    const count = folder ? folder.items.length : 0;
    if (link) {
      kb.empty(link);
      kb.append(link, ["材料夹", kb.el("b", { class: "kb-num", hidden: !count }, String(count)), count ? kb.el("span", { class: "kb-sr" }, "条") : null]);
      link.setAttribute("title", folder ? "打开" + kb.quoted(folder.name) : "打开材料夹");
    }
    kb.showPicked(document);
  });

  function show(button) {
    button.hidden = false;
    if (button.dataset.kbAdd === ALL) return;
    const held = holding(button.dataset.kbAdd);
    button.setAttribute("aria-pressed", held.some ? "mixed" : String(held.whole));
    if (!usual.has(button)) usual.set(button, { text: button.textContent, label: button.getAttribute("aria-label") });
    const roomy = button.closest("[data-kb-actions]") || button.matches(".kb-only");
    const some = IN + " " + held.some + " 家" + (roomy ? " · 补上其余" : "");
    const reads = held.some ? some : held.whole ? (roomy ? BACK : IN) : usual.get(button).text;
    if (button.textContent !== reads) button.textContent = reads;
    if (held.some || held.whole) button.title = held.some ? REST : AGAIN;
    else button.removeAttribute("title");
    // A button that is named by what it is about is so named when it is pressed, too.
    const label = usual.get(button).label;
    const about = reads !== usual.get(button).text && /^把(.*)放进材料夹$|^只放这家：(.*)$/.exec(label || "");
    if (label) button.setAttribute("aria-label", about ? reads + "：" + (about[1] || about[2]) : label);
  }

  // What the folder has of a key: all of it, or so many of the bodies that tell of the practice.
  function holding(key) {
    const state = kb.shelf.state();
    const { id, speech } = folders.split(key);
    const folder = folders.current(state);
    const item = folder && folder.items.find((each) => each.id === id);
    const inside = folders.has(state, key);
    if (!inside || speech || !item.speeches) return { whole: inside, some: 0 };
    const all = known(id);
    const whole = all.length > 0 && all.every((each) => item.speeches.indexOf(each) >= 0);
    return { whole, some: whole ? 0 : item.speeches.length };
  }

  // Pages that are about something; the others are about the library.
  const ABOUT = /^(practices|problems|topics|organizations|speeches)\/(?!index\.html|$)/;
  const LONGEST = 16;

  // What a first folder is called: the matter of what was searched, what the list is narrowed by, or as the page that it was begun on.
  function nameOf() {
    const list = document.querySelector("[data-kb-index]");
    const dialog = /** @type {HTMLInputElement | null} */ (document.querySelector("dialog[open] .kb-dialog__box"));
    const sides = /** @type {HTMLElement | null} */ (document.querySelector("[data-kb-bodies-rows][data-kb-paper]"));
    const heading = ABOUT.test(location.href.slice(kb.root.length)) && document.querySelector(".kb-page h1, h1");
    return (dialog && matter(dialog.value)) || (list && narrowedBy(list)) || (sides && sides.dataset.kbPaper) ||
      (heading ? heading.textContent.replace(/¶/g, "").trim() : "") || "材料夹 " + today();
  }

  // The list by its search and its filters, as many as there is room for.
  function narrowedBy(list) {
    const chips = Array.from(list.querySelectorAll("[data-kb-chosen] .kb-chip"), (chip) => chip.firstChild.textContent.trim());
    const words = matter(/** @type {HTMLInputElement} */ (list.querySelector("#kb-query")).value);
    const fitting = [words].concat(chips.filter((chip) => words.indexOf(chip) < 0)).filter(Boolean)
      .reduce((name, part) => (name && (name + part).length >= LONGEST ? name : name ? name + "、" + part : part), "");
    return fitting || folders.PLAIN;
  }

  function today() {
    const date = new Date();
    return date.getMonth() + 1 + "月" + date.getDate() + "日";
  }

  // A question is no title: 怎么联系群众 is about 联系群众, 求个夜校的模板 about 夜校.
  function matter(query) {
    if (!kb.wording || !query.trim()) return "";
    const parts = kb.wording.unwrapped(kb.wording.stretches(kb.fold.words(query))).filter((part) => kb.wording.bare(part));
    const text = parts.map((part) => kb.fold.typed(query, part)).join("、");
    return text.length <= LONGEST ? text : "";
  }

  // Every speech that tells of a practice, as far as the page or the index says so.
  function known(id) {
    const record = kb.index && kb.index.current && kb.index.current.byId.get(id);
    if (record && record.accounts && record.accounts.length) return record.accounts.map((account) => account.speech);
    return Array.from(document.querySelectorAll("[data-kb-account^='" + id + ":']")).map((row) => row.dataset.kbAccount.split(":")[1]);
  }

  // Adds keys to the folder and says so: 已放进“委员参与” 3 条，现有 5 条. `place` also offers them a folder of their own.
  kb.collect = function (keys, titles, place) {
    const was = folders.current(kb.shelf.state());
    let done = { added: 0, left: 0 };
    kb.shelf.change((state) => {
      const next = folders.add(state, keys, nameOf(), titles);
      done = next;
      return next.state;
    });
    const folder = folders.current(kb.shelf.state());
    const now = "现有 " + folder.items.length + " 条";
    const many = keys.length > 1 && done.added ? " " + done.added + " 条" : "";
    const said = done.left ? kb.quoted(folder.name) + "最多 " + folders.MOST_ITEMS + " 条，有 " + done.left + " 条没有放进去。先拿出几条，或者新建一个夹"
      : (done.added ? "已放进" + kb.quoted(folder.name) + many + "，" : "都已经在" + kb.quoted(folder.name) + "里，") + now;
    if (place) told(place, said, done.added && was && was.items.length ? [kb.button("另放一夹", () => apart(was, keys, titles, place))] : []);
    return said;
  };

  // Moves what was just added into a folder of its own, named as a first one would be here; and back.
  function apart(was, keys, titles, place) {
    const before = kb.shelf.state();
    if (before.folders.length >= folders.MOST) { told(place, "最多 " + folders.MOST + " 个夹，先删去一个", []); return; }
    kb.shelf.change((state) => folders.apart(state, was, keys, nameOf(), titles));
    const made = folders.current(kb.shelf.state());
    told(place, "已另放进" + kb.quoted(made.name) + "，现有 " + made.items.length + " 条", [kb.button("撤销", () => {
      kb.shelf.change((state) => folders.add(folders.use(folders.drop(state, made.id), was.id), keys, was.name, titles).state);
      const folder = folders.current(kb.shelf.state());
      told(place, "已放回" + kb.quoted(folder.name) + "，现有 " + folder.items.length + " 条", []);
    })]);
  }

  // All of a page goes into a folder of its own where the open one was named by another page and by nobody; said with both ways on.
  function collectPage(keys, place) {
    const was = folders.current(kb.shelf.state());
    const many = new Set(keys.map((key) => folders.split(key).id)).size;
    const stem = (folder) => folder.name.replace(/（\d+）$/, "");
    const name = nameOf();
    const other = was && was.begun && was.items.length && many > 1 && !folders.unnamed(was) && stem(was) !== name;
    const own = other && kb.shelf.state().folders.find((folder) => folder.begun && stem(folder) === name);
    const there = other && keys.every((key) => folders.has(kb.shelf.state(), key));
    if (!other || there || (!own && kb.shelf.state().folders.length >= folders.MOST)) { kb.collect(keys, {}, place); return; }
    let done = { left: 0 };
    kb.shelf.change((state) => {
      const next = folders.add(own ? folders.use(state, own.id) : folders.begin(state, name), keys, name, {});
      done = next;
      return next.state;
    });
    const made = folders.current(kb.shelf.state());
    const back = (state) => folders.use(own ? folders.restore(state, own, 0) : folders.drop(state, made.id), was.id);
    const choice = (label, run) => kb.button(label, run, "kb-button kb-choice");
    told(place, (own ? "已放进" : "已放进新的夹") + kb.quoted(made.name) + "，现有 " + made.items.length + " 条；原来开着的" + kb.quoted(was.name) + "没有动" + full(made, done.left), [
      choice("并进" + kb.quoted(was.name), () => merged(was, keys, back, place)),
      choice("撤销", () => { kb.shelf.change(back); told(place, "已撤销，" + kb.quoted(was.name) + "没有动", []); }),
    ]);
  }

  const full = (folder, left) => (left ? "。" + kb.quoted(folder.name) + "最多 " + folders.MOST_ITEMS + " 条，有 " + left + " 条没有放进去" : "");

  // The reader wants them in the folder that was open: from now on it is the reader's, whatever page comes next.
  function merged(was, keys, back, place) {
    let done = { left: 0 };
    kb.shelf.change((state) => {
      const next = folders.add(folders.describe(back(state), was.id, { name: was.name }), keys, was.name, {});
      done = next;
      return next.state;
    });
    const folder = folders.current(kb.shelf.state());
    told(place, "已并进" + kb.quoted(folder.name) + "，现有 " + folder.items.length + " 条" + full(folder, done.left), [
      kb.button("撤销", () => { kb.shelf.change((state) => folders.restore(state, was, 0)); told(place, "已撤销，" + kb.quoted(was.name) + "没有动", []); }, "kb-button kb-choice")]);
  }

  // A message, and what can be done about it; the next message takes it away.
  function told(place, text, buttons) {
    kb.say(place, text + (kb.shelf.kept() && place !== foot ? "。" + kb.shelf.kept() : ""), buttons);
  }

  function takeOut(key) {
    kb.shelf.change((state) => folders.remove(state, key, known(key.split(":")[0])));
    const folder = folders.current(kb.shelf.state());
    return "已从" + kb.quoted(folder.name) + "拿出，现有 " + folder.items.length + " 条";
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest("[data-kb-add]");
    if (!button) return;
    // Beside a hit of the search it stands inside the link.
    event.preventDefault();
    const key = button.dataset.kbAdd;
    const near = button.closest("[data-kb-actions]") || button.closest("dialog");
    const place = (near && near.querySelector("[data-kb-status]")) || foot;
    if (key === ALL) collectPage(kb.chosenForFolder(), place);
    else if (holding(key).whole) told(place, takeOut(key), []);
    else kb.collect([key], {}, place);
  });
})(window.kb);
