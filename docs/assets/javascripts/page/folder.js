// The page 材料夹: one folder in its three views, and everything that can be done with it. What one sees is what Word, paper and clipboard give.
//   folder.html             the reader's folders
//   folder.html?ids=a,b~s   somebody else's, given by address: looked at, and kept only if the reader says so
(function (kb) {
  "use strict";

  const host = /** @type {any} */ (document.querySelector("[data-kb-folder]"));
  if (!host) return;
  const folders = kb.folders;
  const VIEWS = [["brief", "一页摘要"], ["table", "对照表"], ["full", "全文"]];
  const find = (name) => host.querySelector("[data-kb-folder-" + name + "]");
  const heading = document.querySelector("h1");
  const [head, bar, lost, body] = ["head", "bar", "lost", "view"].map(find);
  const status = find("status");
  const undoing = find("undo");
  const given = folders.fromQuery(location.search);
  const parameters = new URLSearchParams(location.search);
  const named = (kind) => VIEWS.some((view) => view[0] === kind);
  let kind = named(parameters.get("view")) ? parameters.get("view") : "brief";
  let shown = null;
  let records = new Map();
  let quiet = false;
  // Brings the title up to date, which may be made of what the folder holds.
  let entitle = () => {};

  const folder = () => given || folders.current(kb.shelf.state());

  // --- what is said, and the way back ----------------------------------------------------------

  function say(text) {
    undoing.hidden = true;
    kb.say(status, text);
  }

  // Something is gone from the folder: said with a button that brings it back.
  function undoable(text, was, place) {
    say(text);
    undoing.hidden = false;
    undoing.onclick = () => {
      kb.shelf.change((state) => folders.restore(state, was, place));
      say("已恢复");
      heading.focus();
    };
  }

  // A change of the folder that is shown; `quietly` leaves the elements as they are, since the reader is writing in them.
  function change(run, quietly) {
    quiet = Boolean(quietly);
    kb.shelf.change((state) => run(state, state.current));
    quiet = false;
  }

  const button = kb.button;
  const tools = kb.folderTools({ folder, change, undoable, say, heading, body });

  // --- the head: name, and what stands on the paper -----------------------------------------

  function drawHead(one) {
    kb.empty(head);
    heading.tabIndex = -1;
    heading.textContent = one ? one.name : "材料夹";
    if (!one) return;
    const paper = kb.el("div", { class: "kb-folder__paper" });
    // What is written into the fields stands on paper at once.
    const onPaper = () => {
      const now = folder();
      kb.empty(paper);
      kb.append(paper, [kb.el("p", { class: "kb-folder__title" }, kb.folderTitle(now, records)), kb.el("p", null, (kb.folderShown(Object.assign({}, now, { items: [] }), new Map()).library || "") + "摘编　" + (now.date || kb.chineseDate(new Date()))), now.line ? kb.el("p", null, now.line) : null]);
    };
    onPaper();
    entitle = onPaper;
    if (given) {
      kb.append(head, [kb.el("p", { class: "kb-note kb-folder__given" }, "这几条是地址里带来的，还没有存进你的材料夹。"), one.line ? kb.el("p", null, one.line) : null, paper]);
      return;
    }
    const field = (name, label, hint, value) => {
      const input = kb.el("input", { type: "text", value, placeholder: hint, maxlength: String(name === "line" ? 300 : 120), autocomplete: "off", "data-kb-folder-field": name });
      input.addEventListener("input", () => {
        change((state, id) => folders.describe(state, id, { [name]: input.value }), true);
        onPaper();
      });
      return kb.el("label", { class: "kb-folder__field kb-folder__field--" + name }, kb.el("span", null, label), input);
    };
    const title = field("title", "题目", kb.folderTitle(Object.assign({}, one, { title: "" }), records), one.title);
    entitle = () => {
      /** @type {HTMLInputElement} */ (title.querySelector("input")).placeholder = kb.folderTitle(Object.assign({}, folder(), { title: "" }), records);
      onPaper();
    };
    kb.append(head, [
      kb.el("div", { class: "kb-folder__does" }, button("改名", rename), button("复制一份", () => { change((state, id) => folders.copy(state, id)); say("已复制一份"); }),
        button("清空", clear), button("删去这个夹", drop)),
      kb.el("div", { class: "kb-folder__fields" }, title, field("date", "日期", kb.chineseDate(new Date()), one.date),
        field("line", "题目下面的一句话", "例如：为下半年常委会议题准备", one.line)),
      paper,
    ]);
  }

  function rename() {
    const one = folder();
    const input = kb.el("input", { type: "text", value: one.name, maxlength: "60", "aria-label": "夹的名称", class: "kb-folder__rename" });
    const form = kb.el("form", { class: "kb-folder__renaming" }, input, kb.el("button", { class: "kb-button" }, "改好了"));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const wanted = input.value;
      change((state, id) => folders.describe(state, id, { name: wanted }));
      drawHead(folder());
      heading.focus();
    });
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      drawHead(folder());
      heading.focus();
    });
    head.replaceChild(form, head.firstChild);
    input.focus();
    input.select();
  }

  function clear() {
    const was = folder();
    const place = kb.shelf.state().folders.indexOf(was);
    if (!was.items.length) return say("夹里本来就没有东西。");
    change((state, id) => folders.clear(state, id));
    return undoable("已清空" + kb.quoted(was.name) + "的 " + was.items.length + " 条", was, place);
  }

  function drop() {
    const was = folder();
    const place = kb.shelf.state().folders.indexOf(was);
    change((state, id) => folders.drop(state, id));
    undoable("已删去" + kb.quoted(was.name), was, place);
  }

  // --- what is done with the whole folder ------------------------------------------------------

  const label = () => VIEWS.find((view) => view[0] === kind)[1];

  function drawBar(one) {
    kb.empty(bar);
    if (!one || !one.items.length) return;
    const word = button("导出 Word", (made) => kb.exportWord(folder(), kind, made), "kb-button kb-button--first");
    word.setAttribute("data-kb-word", kind);
    const more = kb.el("details", { class: "kb-menu-more" }, kb.el("summary", null, "更多"), kb.el("div", null, button("导出 Excel", (made) => sheet(made, false)), button("导出 CSV", (made) => sheet(made, true)),
      given ? null : button("这个夹存成文件", () => kb.saveFolderFile([folder()], folder().name, { say })), button("复制地址", address)));
    const tabs = VIEWS.map((view) => {
      const tab = button(view[1], () => choose(view[0]), "kb-folder__tab");
      tab.setAttribute("data-kb-folder-tab", view[0]);
      tab.setAttribute("aria-pressed", String(view[0] === kind));
      return tab;
    });
    const keep = button("存进我的材料夹", () => {
      kb.shelf.change((state) => folders.merge(state, [given]).state);
      location.href = kb.shelf.address();
    }, "kb-button kb-button--first");
    keep.setAttribute("data-kb-folder-keep", "");
    kb.append(bar, [
      kb.el("div", { class: "kb-actions" }, given ? keep : null, word, button("打印", () => window.print(), "kb-button"), button("复制", copy, "kb-button"), more, given ? null : printing(one)),
      kb.el("div", { class: "kb-folder__tabs", role: "group", "aria-label": "看法" }, tabs, kb.el("span", { class: "kb-note" }, "看到什么，就导出、打印、复制什么")),
    ]);
  }

  function printing(one) {
    const box = kb.el("input", { type: "checkbox", checked: one.notes, autocomplete: "off", "data-kb-folder-notes": true });
    box.addEventListener("change", () => {
      change((state, id) => folders.describe(state, id, { notes: box.checked }), true);
      host.classList.toggle("kb-folder--bare", !box.checked);
    });
    return kb.el("label", { class: "kb-folder__notes" }, box, "印上我的话");
  }

  function choose(next) {
    kind = next;
    parameters.set("view", kind);
    history.replaceState(null, "", location.pathname + "?" + parameters.toString().replace(/%2C/g, ",").replace(/%7E/g, "~"));
    drawBar(folder());
    drawView();
    bar.querySelector("[data-kb-folder-tab='" + kind + "']").focus();
  }

  const view = () => kb.folderShown(folder(), records);

  function copy() {
    const blocks = kb.memo(view(), kind);
    kb.copy({ text: kb.blocksText(blocks), html: kb.blocksHtml(blocks, kb.site()) }, (copied) =>
      say(copied ? "已复制" + label() + "，可以粘贴到 Word、WPS。" : "浏览器不让复制。请用导出 Word。"));
  }

  function address() {
    const link = kb.permanent(kb.shelf.address() + folders.query(folder(), false));
    if (link.length > 2000) return say("这个夹太长，地址放不下。请“存成文件”给别人。");
    return kb.copy({ text: link }, (copied) => say(copied ? "已复制地址" + (/^https?:/.test(link) ? "；自己的话不在里面。" : "。这是本机上的地址，别人打不开。") : "浏览器不让复制：" + link));
  }

  function sheet(made, csv) {
    const one = folder();
    const chosen = new Map(view().entries.map((entry) => /** @type {[string, any]} */ ([kb.entryId(entry.id), entry])));
    const notes = new Map(Array.from(chosen, (pair) => /** @type {[string, string]} */ ([pair[0], pair[1].note])));
    kb.exportTable(Array.from(chosen.keys()), {
      title: kb.folderTitle(one, records), csv, notes: Array.from(notes.values()).some(Boolean) ? notes : null,
      keeps: (entry, account) => chosen.get(entry.id).accounts.some((each) => each.speech === account.speech),
    }, made);
  }

  // --- from the folders to the page -----------------------------------------------------------

  function show() {
    const one = folder();
    const key = one && one.id + " " + one.items.map((item) => item.id).join(" ");
    host.classList.toggle("kb-folder--bare", Boolean(one) && !one.notes);
    drawHead(one);
    drawBar(one);
    if (!one || !one.items.length) {
      shown = key;
      kb.empty(lost);
      kb.empty(body);
      kb.append(body, [kb.el("p", { class: "kb-lead" }, "还没有放东西进来。"), kb.el("p", null, "从", kb.el("a", { href: kb.root + "problems/index.html" }, "一个问题"), "开始，把答得上的做法“全部放进材料夹”；或者在",
        kb.el("a", { href: kb.root + "practices/index.html" }, "全部做法"), "、检索里，一条一条地放。放好了，在这里排好次序、写上自己的话，导出 Word、打印。")]);
      return;
    }
    if (shown === key) {
      drawView();
      return;
    }
    shown = key;
    kb.folderRecords(one, (found, problem) => {
      if (shown !== key) return;
      records = found;
      if (problem) say(problem);
      drawLost();
      drawView();
    });
  }

  function drawView() {
    const whole = document.documentElement.classList;
    whole.add("kb-folder-on-paper");
    whole.toggle("kb-broad", kind !== "full");
    // A table of six columns has the whole width; the other folders stand below.
    host.classList.toggle("kb-folder--wide", kind === "table");
    kb.empty(body);
    const now = view();
    entitle();
    if (now.entries.length) kb.append(body, kb.folderDrawn(now, kind, given ? () => null : tools));
  }

  // What the folder has and the library has no more, or under another name.
  function drawLost() {
    const one = folder();
    kb.empty(lost);
    one.items.forEach((item) => {
      const record = records.get(item.id);
      const renamed = record && (record.id !== item.id || (item.title && item.title !== record.title));
      if (record && !renamed) return;
      const text = record ? (item.title ? kb.quoted(item.title) : "这里有一条改过名，") + "现在叫" + kb.quoted(record.title) + "。" : kb.folderLost(item, kb.entriesGone());
      const out = given || record ? null : button("拿出", () => {
        const was = folder();
        const place = kb.shelf.state().folders.indexOf(was);
        change((state) => folders.remove(state, item.id));
        undoable("已拿出" + kb.quoted(item.title || item.id), was, place);
      });
      lost.appendChild(kb.el("li", { "data-kb-folder-item": record ? null : item.id }, text, out));
    });
    view().entries.filter((entry) => entry.changed.length).forEach((entry) => lost.appendChild(kb.el("li", null, kb.quoted(entry.title) + "在你放进来以后改过。" + entry.changed.map(kb.changeTold).join("；"))));
    // Named as they are called now, so that what is withdrawn one day can still be named.
    const unnamed = given ? [] : one.items.filter((item) => records.has(item.id) && !item.title);
    if (unnamed.length) change((state, id) => unnamed.reduce((next, item) => folders.setItem(next, id, item.id, { title: records.get(item.id).title }), state), true);
  }

  kb.folderSide(find("side"), { say, renaming: rename, open(id) {
    if (given) {
      kb.shelf.change((state) => folders.use(state, id));
      location.href = kb.shelf.address();
      return;
    }
    change((state) => folders.use(state, id));
    say("");
  } });
  kb.shelf.subscribe(() => { if (!quiet) show(); });
})(window.kb);
