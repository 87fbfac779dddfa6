// 本库的变化: what is new since this browser was here last, and what of it concerns the reader's folder.
// A visit is over when nothing was looked at for some hours: a reload does not forget what was new.
(function (kb) {
  "use strict";

  const host = document.querySelector("[data-kb-changes]");
  if (!host) return;
  const KEY = new URL(kb.root).pathname + ".seen";
  const VISIT = 6 * 3600 * 1000;
  const LARGEST = 4000000;
  const rows = Array.from(host.querySelectorAll("[data-kb-event]"));
  // A number for each event: keys of ten thousand would not fit.
  const number = (row) => kb.shard(row.dataset.kbEvent, 4294967296).toString(36);
  const list = (value) => (Array.isArray(value) ? value.filter((each) => typeof each === "string") : null);

  // {before: what was known when this visit began, or null; seen: what is known now; at: when}
  function stored() {
    try {
      const text = localStorage.getItem(KEY) || "";
      const value = text && text.length < LARGEST ? JSON.parse(text) : null;
      if (!value || !list(value.seen) || typeof value.at !== "number") return null;
      return { seen: list(value.seen), before: list(value.before), at: value.at };
    } catch (error) {
      return null;
    }
  }

  function store(value) {
    try {
      localStorage.setItem(KEY, JSON.stringify(value));
    } catch (error) {
      // Nothing can be kept here: then nothing is ever new, and nothing is lost.
    }
  }

  const now = Date.now();
  const last = stored();
  const all = rows.map(number);
  const before = !last ? null : now - last.at > VISIT ? last.seen : last.before;
  store({ seen: all, before, at: now });

  const mine = new Set(kb.shelf.state().folders.reduce((ids, folder) => ids.concat(folder.items.map((item) => item.id)), []));
  rows.forEach((row) => {
    if (mine.has(row.dataset.kbOf)) row.appendChild(kb.el("small", { class: "kb-mark" }, "在材料夹里"));
  });
  const since = host.querySelector("[data-kb-since]");
  const actions = host.querySelector("[data-kb-since-actions]");
  const only = /** @type {any} */ (host.querySelector("[data-kb-since-only]"));
  if (before) mark(new Set(before));

  function mark(known) {
    const fresh = rows.filter((row) => !known.has(number(row)));
    since.hidden = false;
    if (!fresh.length) {
      kb.say(since, "自上次来以后没有变化。");
      return;
    }
    fresh.forEach((row) => {
      row.classList.add("kb-change--fresh");
      row.appendChild(kb.el("small", { class: "kb-mark kb-mark--fresh" }, "上次来以后"));
    });
    const inside = fresh.filter((row) => mine.has(row.dataset.kbOf)).length;
    kb.say(since, "自上次来以后有 " + fresh.length + " 处变化" + (inside ? "，其中 " + inside + " 处在你的材料夹里" : "") + "。");
    actions.hidden = false;
  }

  // --- by topic, and only what is new ------------------------------------------------------------

  const find = /** @type {any} */ (host.querySelector("[data-kb-changes-find]"));
  const topic = find && find.querySelector("[data-kb-changes-topic]");

  function show() {
    const fresh = only.getAttribute("aria-pressed") === "true";
    const wanted = topic ? topic.value : "";
    const visible = (row) => (!fresh || row.classList.contains("kb-change--fresh")) && (!wanted || row.dataset.topics.split(" ").indexOf(wanted) >= 0);
    const count = (part) => part.querySelectorAll("[data-kb-event]:not([hidden])").length;
    rows.forEach((row) => { row.hidden = !visible(row); });
    host.classList.toggle("kb-changes--some", fresh || Boolean(wanted));
    host.querySelectorAll(".kb-day, .kb-day__new > div").forEach((part) => { part.hidden = !count(part); });
    host.querySelectorAll("[data-kb-changes-inside]").forEach((inside) => { inside.textContent = String(count(inside.closest("div"))); });
    host.querySelectorAll("[data-kb-changes-count]").forEach((said) => {
      const part = said.closest(".kb-day").querySelector("[data-kb-happened='" + said.dataset.kbChangesCount + "']");
      said.querySelector(".kb-num").textContent = String(part ? count(part) : 0);
    });
    if (find) kb.say(find.querySelector("[data-kb-changes-said]"), wanted ? (count(host) ? "这个专题的 " + count(host) + " 处变化" : "这个专题没有变化") : "");
  }

  // The address says the topic, so that it can be sent.
  function read() {
    const given = new URLSearchParams(location.search).get("topic") || "";
    topic.value = Array.from(topic.options).some((option) => option.value === given) ? given : "";
  }

  if (topic) {
    find.hidden = false;
    read();
    if (topic.value) show();
    topic.addEventListener("change", () => {
      const url = new URL(location.href);
      if (topic.value) url.searchParams.set("topic", topic.value);
      else url.searchParams.delete("topic");
      history.replaceState(history.state, "", url.href);
      show();
    });
    window.addEventListener("popstate", () => { read(); show(); });
  }

  only.addEventListener("click", () => {
    only.setAttribute("aria-pressed", String(only.getAttribute("aria-pressed") !== "true"));
    show();
  });
  host.querySelector("[data-kb-since-seen]").addEventListener("click", () => {
    store({ seen: all, before: all, at: Date.now() });
    if (only.getAttribute("aria-pressed") === "true") only.click();
    host.querySelectorAll(".kb-mark--fresh").forEach((each) => each.remove());
    host.querySelectorAll(".kb-change--fresh").forEach((each) => each.classList.remove("kb-change--fresh"));
    actions.hidden = true;
    kb.say(since, "自上次来以后没有变化。");
  });
})(window.kb);
