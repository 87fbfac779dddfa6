// Beside a folder: all of the reader's folders, a new one, and the file to keep them in or to give away.
//   kb.folderSide(host, {open(id), say(text), changed})   draws into `host` whenever the folders change
(function (kb) {
  "use strict";

  const folders = kb.folders;

  kb.folderSide = function (host, page) {
    const list = kb.el("ul", { class: "kb-folder__list" });
    const fresh = kb.button("＋ 新建一个夹", () => {
      if (kb.shelf.state().folders.length >= folders.MOST) return page.say("最多 " + folders.MOST + " 个夹，先删去一个。");
      kb.shelf.change((state) => folders.create(state, "新的夹"));
      return page.renaming();
    });
    const input = kb.el("input", { type: "file", accept: ".json,application/json", hidden: true, "data-kb-folder-file": true });
    const kept = kb.el("p", { class: "kb-folder__kept", role: "note" });
    input.addEventListener("change", () => {
      const file = input.files[0];
      input.value = "";
      if (file) read(file, page);
    });
    const here = kb.el("span", null, "材料夹只存在这台电脑的这个浏览器里。");
    kb.append(host, [kb.el("h2", { id: "folders" }, "我的夹"), list, fresh, kept, kb.el("p", { class: "kb-note" }, here, "换电脑、给同事，就",
      kb.button("全部存成文件", () => save(kb.shelf.state().folders, "材料夹", page)), "，在那边", kb.button("打开文件", () => input.click()), "。"), input]);
    kb.shelf.subscribe((state) => {
      draw(state, list, kept, fresh, page);
      // Where it goes with the window, it is not said to lie here.
      here.hidden = !kb.shelf.stored();
    });
  };

  function draw(state, list, kept, fresh, page) {
    const focused = list.contains(document.activeElement) ? document.activeElement.getAttribute("data-kb-folder-open") : "";
    kb.empty(list);
    state.folders.forEach((folder) => {
      const open = kb.el("button", { type: "button", "data-kb-folder-open": folder.id, "aria-current": folder.id === state.current ? "true" : null },
        kb.el("b", null, folder.name), kb.el("small", null, folder.items.length + " 条"));
      open.addEventListener("click", () => page.open(folder.id));
      list.appendChild(kb.el("li", null, open));
      if (folder.id === focused) open.focus();
    });
    kb.empty(kept);
    kept.hidden = !kb.shelf.kept();
    kb.append(kept, [kb.shelf.kept()]);
    if (kb.shelf.broken()) {
      kb.append(kept, [kb.button("把读不出来的存下来", () => kb.download(new Blob([kb.shelf.broken()], { type: "text/plain" }), "读不出来的材料夹.txt")), kb.button("不要了", () => kb.shelf.forgetBroken())]);
    }
  }

  // --- files ---------------------------------------------------------------------------------

  function save(list, name, page) {
    if (!list.some((folder) => folder.items.length)) return page.say("夹里还没有东西。");
    kb.download(new Blob([folders.file(list)], { type: "application/json" }), name + ".json");
    return page.say("已存成文件“" + name + ".json”");
  }

  kb.saveFolderFile = save;

  function read(file, page) {
    const reader = new FileReader();
    reader.onerror = () => page.say("这个文件读不了。");
    reader.onload = () => {
      const found = folders.fromFile(String(reader.result));
      if (found.problem) return page.say(found.problem);
      let merged = { added: 0, same: 0, left: 0 };
      kb.shelf.change((state) => {
        const next = folders.merge(state, found.folders);
        merged = next;
        return next.state;
      });
      return page.say(folders.brought(found, merged));
    };
    reader.readAsText(file, "utf-8");
  }
})(window.kb);
