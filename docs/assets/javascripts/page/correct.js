// 说哪里有错: the statements of the entry that the address names, what the reader writes, and the file and text of it.
// Nothing is sent: the file is saved by the browser. Without this there is a blank form to print.
(function (kb) {
  "use strict";

  const host = /** @type {any} */ (document.querySelector("[data-kb-correct]"));
  if (!host) return;
  const MISSING = "没有加载到各条的内容。请刷新页面再试；如果是下载到本机看的，请确认 assets 文件夹完整。";
  const ENTRIES = Object.keys(kb.given.kinds).filter((kind) => kind !== "pages");
  const data = window.KB_DATA;
  const part = (name) => host.querySelector("[data-kb-correct-" + name + "]");
  const form = part("form");
  const [should, other, who] = ["should", "where", "who"].map((name) => host.querySelector("#kb-correct-" + name));
  const id = new URLSearchParams(location.search).get("id") || "";
  // The page that the reader came from, where it is none of an entry.
  const from = new URLSearchParams(location.search).get("page") || "";
  const library = document.querySelector(".kb-brand").textContent;
  let entry = null;
  const speeches = {};

  // The statements of some entries, loaded when they are needed; done(null) where files did not come.
  function load(ids, done) {
    kb.loadScript(kb.given.addresses.statements, (ran) => {
      if (!ran) { done(null); return; }
      const files = data.statementFiles;
      kb.loadScripts(ids.map((each) => files[kb.shard(each, files.length)]), (all) => {
        done(all ? ids.map((each) => (Object.prototype.hasOwnProperty.call(data.statements, each) ? data.statements[each] : null)) : null);
      });
    });
  }

  function start() {
    if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(id)) { ask(/^[\w-]+(\/[\w-]+)*\.html$/.test(from) ? kb.site() + from : ""); return; }
    load([id], (found) => {
      if (!found) { kb.say(part("said"), MISSING); ask(""); return; }
      if (!found[0]) { ask("", "没有找到这一条（" + id + "）：可能改了名，或者撤下了。"); return; }
      entry = found[0];
      load(entry.speeches, (places) => {
        (places || []).forEach((speech, i) => { if (speech) speeches[entry.speeches[i]] = speech; });
        open();
      });
    });
  }

  // Which entry it is about, where the address names none; a page made of several is named on the blank form.
  function ask(address, problem) {
    part("find").hidden = false;
    if (problem) part("none").textContent = problem + "在这里找：";
    if (address) {
      part("page").textContent = address;
      const blank = kb.button("打印一张写好了这个网址的空白纠错单", printBlank);
      kb.empty(part("none"));
      kb.append(part("none"), ["你从 " + address + " 来，那一页是由各条拼成的。是哪一条有错，在这里找；说的是整页，就", blank, "。"]);
    }
    const box = host.querySelector("#kb-correct-query");
    kb.finder.typing(box, () => {
      const query = box.value.trim();
      kb.index.prepare(query).then(() => {
        if (query !== box.value.trim()) return;
        const hits = query ? kb.search(query, { limit: 8, kinds: ENTRIES }) : [];
        const list = part("found");
        kb.empty(list);
        hits.forEach((hit) => list.appendChild(kb.el("li", null, kb.el("a", { href: kb.root + "correct.html?id=" + hit.id }, hit.title), " ", kb.el("small", null, kb.given.kinds[hit.kind] || ""))));
        kb.say(part("said"), query && !hits.length ? "没有找到" : "");
      }, (error) => kb.say(part("said"), error.message));
    });
  }

  function open() {
    const about = part("entry");
    kb.empty(about);
    kb.append(about, [entry.kind_label + "：", kb.el("a", { href: kb.root + entry.url }, entry.title)]);
    const list = part("statements");
    const wanted = new URLSearchParams(location.search).get("field");
    entry.statements.concat([["", "", "", null]]).forEach((statement, i) => {
      const last = i === entry.statements.length;
      const radio = kb.el("input", { type: "radio", name: "statement", value: String(i), autocomplete: "off" });
      /** @type {any} */ (radio).checked = last ? !list.querySelector("input:checked") && wanted !== null : statement[0] === wanted;
      list.appendChild(kb.el("label", { class: "kb-correct__one" }, radio,
        last ? kb.el("span", { class: "kb-correct__other" }, "少了一家、少了一条，或者别的") : [kb.el("span", { class: "kb-correct__label" }, statement[1]), kb.el("span", null, statement[2])]));
    });
    const names = part("speeches");
    names.appendChild(kb.el("option", { value: "" }, "没有选"));
    entry.speeches.forEach((speech) => {
      const found = speeches[speech];
      if (found) names.appendChild(option(speech, found.body + " · " + found.name));
    });
    part("speech").hidden = !Object.keys(speeches).length;
    fill();
    form.hidden = false;
    show();
  }

  // Masks stay as they are written: an option holds text alone.
  function option(value, words) {
    const choice = document.createElement("option");
    choice.value = value;
    choice.textContent = words;
    return choice;
  }

  function fill() {
    const places = part("places");
    const speech = speeches[part("speeches").value];
    kb.empty(places);
    places.appendChild(option("", "全篇"));
    (speech ? speech.places : []).forEach((place) => places.appendChild(option(place[0], place[1])));
    places.disabled = !speech;
  }

  const chosen = () => {
    const radio = form.querySelector("input[name='statement']:checked");
    return radio ? entry.statements[Number(radio.value)] || ["", "", "", null] : null;
  };

  // The chosen speech and place, in words.
  function cited() {
    const speech = speeches[part("speeches").value];
    const place = part("places");
    return speech ? speech.body + " · " + speech.name + " · " + place.options[place.selectedIndex].text : "";
  }

  function made() {
    return kb.correction({
      version: host.dataset.version, entry: id, statement: chosen(), should: should.value, speech: part("speeches").value,
      at: part("places").value, cited: cited(), other: other.value, who: who.value, date: new Date(),
    });
  }

  function text(correction) {
    const statement = chosen();
    const where = typeof correction.where === "string" ? correction.where : cited();
    return kb.correctionText(correction, {
      library, kind: entry.kind_label, title: entry.title, address: kb.site() + entry.url, label: statement ? statement[1] : "（还没有选）", where,
    });
  }

  function show() {
    part("text").textContent = text(made());
    kb.scrollStops();
  }

  // Opens the reader's own mail program; nothing is sent by itself.
  function mail() {
    const written = text(made());
    const to = /[\w.+-]+@[\w-]+(\.[\w-]+)+/.exec(host.dataset.contact);
    location.href = "mailto:" + (to ? to[0] : "") + "?subject=" + encodeURIComponent(library + "纠错：" + entry.title) + "&body=" + encodeURIComponent(written.replace(/\n/g, "\r\n"));
  }

  // What is lacking, said where it is lacking; "" when the correction is whole.
  function lacking() {
    if (!chosen()) { form.querySelector("input[name='statement']").focus(); return "先选是哪一句。"; }
    if (!made().should) { should.focus(); return "先写应当怎样。"; }
    return "";
  }

  function whole(run) {
    const problem = lacking();
    if (problem) kb.say(host.querySelector("[data-kb-status]"), problem);
    else run();
  }

  form.addEventListener("input", show);
  form.addEventListener("change", (event) => {
    if (event.target === part("speeches")) fill();
    // The account that tells it is where the right words most likely stand.
    if (event.target.name === "statement" && chosen() && chosen()[3] && !part("speeches").value) { part("speeches").value = chosen()[3]; fill(); }
    show();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    whole(() => {
      const correction = made();
      kb.download(new Blob([JSON.stringify(correction, null, 2) + "\n"], { type: "application/json" }), "纠错-" + id + "-" + correction.written + ".json");
      kb.say(host.querySelector("[data-kb-status]"), "已存成文件，把它交给维护本库的人。");
    });
  });
  part("copy").addEventListener("click", (event) => whole(() => kb.copyText(text(made()), event.currentTarget || part("copy"), "已复制。")));
  part("mail").addEventListener("click", () => whole(mail));
  part("print").addEventListener("click", () => whole(() => window.print()));
  function printBlank() {
    document.documentElement.classList.add("kb-print-blank");
    window.addEventListener("afterprint", () => document.documentElement.classList.remove("kb-print-blank"), { once: true });
    window.print();
  }
  part("blank").addEventListener("click", printBlank);
  start();
})(window.kb);
