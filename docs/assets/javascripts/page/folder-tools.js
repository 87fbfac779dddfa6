// What a reader may do with one entry of a folder: order, bodies, own words, taking out.
//   kb.folderTools(page) → tools(entry) → {order, bodies, note, noted, out}; page: {folder(), change(run, quietly), undoable(text, was, place), say(text), heading, body}
(function (kb) {
  "use strict";

  const folders = kb.folders;
  // So few characters before a note is full its room is told.
  const NEARLY = 200;

  kb.folderTools = function (page) {
    // What the folder holds of it: the entry has no note where none is to be printed.
    const held = (entry) => page.folder().items.find((each) => each.id === entry.id);

    return tools;

    function tools(entry) {
      const one = page.folder();
      const last = one.items[one.items.length - 1].id === entry.id;
      const first = one.items[0].id === entry.id;
      const step = (by, sign, says, off) => {
        const made = kb.button(sign, () => {
          page.change((state, id) => folders.move(state, id, entry.id, by));
          const again = /** @type {any} */ (page.body.querySelector(`[data-kb-folder-item='${entry.id}'] [data-kb-move='${by}']`));
          const now = again && again.disabled ? page.body.querySelector(`[data-kb-folder-item='${entry.id}'] [data-kb-move='${-by}']`) : again;
          if (now) now.focus();
          page.say(kb.quoted(entry.title) + "现在是第 " + (page.folder().items.findIndex((each) => each.id === entry.id) + 1) + " 条");
        }, "kb-folder__step");
        made.setAttribute("aria-label", "把" + kb.quoted(entry.title) + says);
        made.setAttribute("data-kb-move", String(by));
        made.disabled = off;
        return made;
      };
      const out = kb.button("拿出", () => {
        const was = page.folder();
        const place = kb.shelf.state().folders.indexOf(was);
        page.change((state, id) => folders.remove(folders.use(state, id), entry.id));
        page.undoable("已拿出" + kb.quoted(entry.title), was, place);
        page.heading.focus();
      }, "kb-link kb-folder__out");
      out.setAttribute("aria-label", "拿出" + kb.quoted(entry.title));
      return { noted: Boolean(held(entry).note), order: kb.el("span", { class: "kb-folder__order" }, step(-1, "▲", "往前移", first), kb.el("span", { class: "kb-num" }, String(entry.number)), step(1, "▼", "往后移", last)), bodies: bodies(entry), note: note(entry), out };
    }

    function bodies(entry) {
      if (entry.bodies.length < 2) return null;
      return kb.el("span", { class: "kb-folder__bodies", role: "group", "aria-label": "放哪几家" }, entry.bodies.map((each) => {
        const box = kb.el("input", { type: "checkbox", checked: each.chosen, autocomplete: "off", "data-kb-body": each.speech });
        box.addEventListener("change", () => {
          const chosen = entry.bodies.filter((other) => (other === each ? box.checked : other.chosen)).map((other) => other.speech);
          if (!chosen.length) {
            box.checked = true;
            page.say("至少留一家；整条不要，请点“拿出”。");
            return;
          }
          page.change((state, id) => folders.setItem(state, id, entry.id, { speeches: chosen.length === entry.bodies.length ? null : chosen }));
          const again = page.body.querySelector(`[data-kb-folder-item='${entry.id}'] [data-kb-body='${each.speech}']`);
          if (again) again.focus();
        });
        return kb.el("label", { title: each.name }, box, kb.el("span", null, each.label));
      }));
    }

    function note(entry) {
      const item = held(entry);
      const area = kb.el("textarea", { rows: "1", "aria-label": "关于" + kb.quoted(entry.title) + "我的话", hidden: !item.note, "data-kb-note": true });
      const printed = kb.el("span", { class: "kb-folder__said" }, item.note);
      const opener = kb.button("写一句自己的话", () => {
        area.hidden = false;
        opener.hidden = true;
        area.focus();
      });
      opener.hidden = Boolean(item.note);
      area.value = item.note;
      // Said before there is no room, and where more was pasted than is kept.
      const room = kb.el("span", { class: "kb-note kb-folder__room", role: "status" });
      const count = () => {
        const left = folders.LONGEST.note - area.value.trim().length;
        room.textContent = left < 0 ? "最多 " + folders.LONGEST.note + " 字，后面的 " + -left + " 字没有存" : left <= NEARLY ? "还能写 " + left + " 字" : "";
      };
      count();
      area.addEventListener("input", () => {
        count();
        page.change((state, id) => folders.setItem(state, id, entry.id, { note: area.value }), true);
        printed.textContent = area.value.trim().slice(0, folders.LONGEST.note);
        area.parentElement.closest("[class*='kb-folder__own']").classList.toggle("kb-folder__own--none", !area.value.trim());
      });
      return kb.el("span", { class: "kb-folder__note" }, kb.el("span", { class: "kb-folder__mine" }, "我的话"), area, room, printed, opener);
    }
  };
})(window.kb);
