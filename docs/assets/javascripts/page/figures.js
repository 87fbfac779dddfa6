// The tables of 数字, narrowed by body, topic and interval; the address says by what. Without this they are whole.
(function (kb) {
  "use strict";

  const host = document.querySelector("[data-kb-figures]");
  const find = host && host.querySelector("[data-kb-figures-find]");
  if (!find) return;
  const selects = /** @type {HTMLSelectElement[]} */ (Array.from(/** @type {any} */ (find.querySelectorAll("[data-kb-by]"))));
  const said = find.querySelector("[data-kb-figures-said]");
  const rows = Array.from(host.querySelectorAll("[data-kb-figure]"));
  const all = find.querySelector("[data-kb-figures-all]");
  const legend = host.querySelector(".kb-legend");
  const csv = host.querySelector("[data-kb-figures-csv]");

  const FITS = {
    org: (row, value) => row.dataset.org === value,
    topic: (row, value) => row.dataset.topics.split(" ").indexOf(value) >= 0,
    per: (row, value) => row.dataset.per === value,
  };
  const chosen = () => selects.filter((select) => select.value);

  function show() {
    const wanted = chosen();
    rows.forEach((row) => { row.hidden = wanted.some((select) => !FITS[select.dataset.kbBy](row, select.value)); });
    host.querySelectorAll("tbody").forEach((group) => { group.hidden = !group.querySelector("[data-kb-figure]:not([hidden])"); });
    host.querySelectorAll("[data-kb-figures-part]").forEach((part) => {
      const count = part.querySelectorAll("[data-kb-figure]:not([hidden])").length;
      part.hidden = !count;
      part.querySelector("[data-kb-figures-count]").textContent = String(count);
      const sum = host.querySelector("[data-kb-figures-sum='" + part.querySelector("h2").id + "']");
      sum.textContent = String(count);
      // An amount has no interval: narrowed by one, nothing is said of how many there are.
      sum.parentElement.hidden = !count && wanted.some((select) => select.dataset.kbBy === "per");
    });
    const shown = rows.filter((row) => !row.hidden);
    // Nothing of nothing needs no frame.
    /** @type {HTMLElement} */ (host.querySelector("[data-kb-figures-sums]")).hidden = !shown.length;
    csv.style.display = shown.length ? "" : "none";
    if (legend) kb.narrowLegend(legend, shown);
    all.hidden = !wanted.length;
    kb.say(said, !wanted.length ? "" : shown.length ? "只看其中 " + shown.length + " 处" : "没有同时符合这几项的，点“全部都看”。");
  }

  function written() {
    const url = new URL(location.href);
    selects.forEach((select) => {
      if (select.value) url.searchParams.set(select.dataset.kbBy, select.value);
      else url.searchParams.delete(select.dataset.kbBy);
    });
    history.replaceState(history.state, "", url.href);
  }

  function read() {
    const given = new URLSearchParams(location.search);
    selects.forEach((select) => {
      const value = given.get(select.dataset.kbBy) || "";
      select.value = Array.from(select.options).some((option) => option.value === value) ? value : "";
    });
  }

  // What is shown, as a table of texts; the whole table is a file of the site.
  function shownAsCsv() {
    const heads = ["多久一次、数字", "做法", "单位", "内容", "原文的话", "进展", "出处"];
    const lines = rows.filter((row) => !row.hidden).map((row) => {
      const group = row.parentElement.querySelector(".kb-figures__group");
      const title = (group || row.closest("section").querySelector("h2")).firstChild.textContent.trim();
      return [title].concat(Array.from(row.children, (cell) => cell.textContent.replace(/\s+/g, " ").trim()));
    });
    return kb.csv(heads, lines);
  }

  csv.addEventListener("click", (event) => {
    if (!chosen().length) return;
    event.preventDefault();
    const names = chosen().map((select) => select.options[select.selectedIndex].text).join("，");
    kb.download(new Blob([shownAsCsv()], { type: "text/csv" }), "多久一次、数字（" + names + "）.csv");
    kb.say(host.querySelector("[data-kb-status]"), "已导出看到的 " + rows.filter((row) => !row.hidden).length + " 处");
  });

  find.addEventListener("change", () => { written(); show(); });
  all.addEventListener("click", () => {
    selects.forEach((select) => { select.value = ""; });
    written();
    show();
    selects[0].focus();
  });
  window.addEventListener("popstate", () => { read(); show(); });
  find.hidden = false;
  read();
  show();
})(window.kb);
