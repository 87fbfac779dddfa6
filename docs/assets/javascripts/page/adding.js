// The buttons 放进材料夹 of a page, and the link in the header that counts what is collected and leads to the folder.
//   data-kb-add="PRACTICE", "PRACTICE:SPEECH" (one body's account) or "all" (what is ticked, or everything the page lists)
(function (kb) {
  "use strict";

  const folders = kb.folders;
  const ALL = "all";
  // What a pressed button reads: that it is in, and the way out again, in words where there is room for them.
  const IN = "已放进";
  const BACK = IN + " · 拿出";
  const AGAIN = "再点一次，从材料夹拿出";
  const link = document.querySelector("[data-kb-added]");
  // What a button reads and is called while its practice is not in.
  const before = new WeakMap();

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
      link.setAttribute("title", folder ? "打开“" + folder.name + "”" : "打开材料夹");
    }
    kb.showPicked(document);
  });

  function show(button) {
    button.hidden = false;
    if (button.dataset.kbAdd === ALL) return;
    const inside = folders.has(kb.shelf.state(), button.dataset.kbAdd);
    button.setAttribute("aria-pressed", String(inside));
    if (!before.has(button)) before.set(button, { text: button.textContent, label: button.getAttribute("aria-label") });
    const roomy = button.closest("[data-kb-actions]") || button.matches(".kb-only");
    const reads = inside ? (roomy ? BACK : IN) : before.get(button).text;
    if (button.textContent !== reads) button.textContent = reads;
    if (inside) button.title = AGAIN;
    else button.removeAttribute("title");
    // A button that is named by what it is about is so named when it is pressed, too.
    const label = before.get(button).label;
    const about = inside && /^把(.*)放进材料夹$|^只放这家：(.*)$/.exec(label || "");
    if (label) button.setAttribute("aria-label", about ? reads + "：" + (about[1] || about[2]) : label);
  }

  // Pages that are about something; the others are about the library.
  const ABOUT = /^(practices|problems|topics|organizations|speeches)\/(?!index\.html|$)/;
  const LONGEST = 16;

  // What a first folder is called: the matter of what was searched, or as the page that it was begun on.
  function nameOf() {
    const list = document.querySelector("[data-kb-index]");
    const box = /** @type {HTMLInputElement | null} */ (document.querySelector("dialog[open] .kb-dialog__box") || (list && document.querySelector("#kb-query")));
    const heading = ABOUT.test(location.href.slice(kb.root.length)) && document.querySelector(".kb-page h1, h1");
    return (box && matter(box.value)) || (heading ? heading.textContent.replace(/¶/g, "").trim() : "") || "材料夹 " + today();
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

  // Every speech that tells of a practice, as far as the page says so.
  const known = (id) => Array.from(document.querySelectorAll("[data-kb-account^='" + id + ":']")).map((row) => row.dataset.kbAccount.split(":")[1]);

  // Adds keys to the folder and says so: 已放进“委员参与” 3 条，现有 5 条.
  kb.collect = function (keys, titles) {
    let done = { added: 0, left: 0 };
    kb.shelf.change((state) => {
      const next = folders.add(state, keys, nameOf(), titles);
      done = next;
      return next.state;
    });
    const folder = folders.current(kb.shelf.state());
    const now = "现有 " + folder.items.length + " 条";
    if (done.left) return "“" + folder.name + "”最多 " + folders.MOST_ITEMS + " 条，有 " + done.left + " 条没有放进去。先拿出几条，或者新建一个夹";
    const many = keys.length > 1 && done.added ? " " + done.added + " 条" : "";
    return (done.added ? "已放进“" + folder.name + "”" + many + "，" : "都已经在“" + folder.name + "”里，") + now;
  };

  function takeOut(key) {
    kb.shelf.change((state) => folders.remove(state, key, known(key.split(":")[0])));
    const folder = folders.current(kb.shelf.state());
    return "已从“" + folder.name + "”拿出，现有 " + folder.items.length + " 条";
  }

  function toggled(button) {
    const key = button.dataset.kbAdd;
    if (key === ALL) return kb.collect(kb.chosenForFolder(), {});
    return folders.has(kb.shelf.state(), key) ? takeOut(key) : kb.collect([key], {});
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest("[data-kb-add]");
    if (!button) return;
    // Beside a hit of the search it stands inside the link.
    event.preventDefault();
    const said = toggled(button);
    const near = button.closest("[data-kb-actions]") || button.closest("dialog") || document;
    const place = near.querySelector("[data-kb-status]") || document.querySelector("[data-kb-said]") || document.querySelector("[data-kb-status]");
    kb.say(place, said + (kb.shelf.kept() && near !== document ? "。" + kb.shelf.kept() : ""));
  });
})(window.kb);
