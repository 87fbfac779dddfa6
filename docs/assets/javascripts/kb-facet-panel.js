// The facets beside the list of practices, with counts, and the chips of what is chosen.
//   kb.facetPanel(index, choose) → {element, chips, update(state, counts)}
// `choose(facet, value)` is called when a reader ticks a value or takes a chip away.
(function (kb) {
  "use strict";

  const TITLES = {
    topic: "专题", form: "类型", progress: "进展", level: "层级", org: "单位", problem: "问题", figures: "数字", bodies: "几家讲到", speech: "发言",
  };
  // Longer lists show their most frequent values first and the rest on demand.
  const MOST = 8;

  // [value, label] of every facet, in the order in which they stand.
  function values(index) {
    const given = index.facets;
    const named = (records, label) => records.map((record) => [record.id, label(record)]);
    const speeches = index.list("speeches");
    return {
      topic: given.topic, form: given.form, progress: given.progress, level: given.level,
      org: named(index.list("organizations"), (record) => bodyName(record, index)),
      problem: named(index.list("problems"), (record) => record.title),
      figures: given.figures, bodies: given.bodies,
      speech: speeches.map((record, i) => [record.id, "第" + given.speeches_of[i][1] + "篇"]),
    };
  }

  // Masked namesakes get the place of their speech, as on the pages.
  function bodyName(record, index) {
    const all = index.list("organizations");
    if (all.filter((other) => other.title === record.title).length === 1) return record.title;
    const orders = index.facets.speeches_of.filter((pair) => all[pair[0]] === record).map((pair) => pair[1]);
    return orders.length ? record.title + "（第" + orders.join("、") + "篇）" : record.title;
  }

  kb.facetPanel = function (index, choose) {
    const known = values(index);
    const element = document.createDocumentFragment();
    const boxes = [];
    kb.state.FACETS.filter((facet) => facet !== "speech").forEach((facet) => {
      if (known[facet].length) element.appendChild(group(facet, known[facet], boxes));
    });
    boxes.forEach((box) => box.input.addEventListener("change", () => choose(box.facet, box.value)));

    const label = (facet, value) => (known[facet].find((pair) => pair[0] === value) || [value, value])[1];
    const update = (state, counts) => {
      boxes.forEach((box) => {
        const chosen = (state.filters[box.facet] || []).indexOf(box.value) >= 0;
        const count = counts[box.facet][box.value] || 0;
        box.input.checked = chosen;
        box.count.textContent = String(count);
        box.line.classList.toggle("kb-facet--none", !count && !chosen);
        box.line.hidden = box.rest && !chosen && !box.all();
      });
    };
    return { element, update, chips: (state) => chips(state, label, choose), label, names: (state) => names(state, label) };
  };

  function group(facet, pairs, boxes) {
    const field = kb.el("fieldset", { class: "kb-facet" }, kb.el("legend", null, TITLES[facet]));
    let open = pairs.length <= MOST + 2;
    pairs.forEach((pair, i) => {
      const input = kb.el("input", { type: "checkbox", name: facet, value: pair[0] });
      const count = kb.el("span", { class: "kb-facet__count" });
      const line = kb.el("label", { class: "kb-facet__value" }, input, kb.el("span", { class: "kb-facet__label" }, facet === "progress" ? mark(pair[0]) : null, pair[1]), count);
      field.appendChild(line);
      boxes.push({ facet, value: pair[0], input, count, line, rest: i >= MOST, all: () => open });
    });
    if (!open) {
      const more = kb.el("button", { type: "button", class: "kb-facet__more", "aria-expanded": "false" }, "全部 " + pairs.length + " 个");
      more.addEventListener("click", () => {
        open = !open;
        more.setAttribute("aria-expanded", String(open));
        more.textContent = open ? "收起" : "全部 " + pairs.length + " 个";
        boxes.forEach((box) => { if (box.facet === facet && box.rest) box.line.hidden = !open && !box.input.checked; });
      });
      field.appendChild(more);
    }
    return field;
  }

  function mark(status) {
    return kb.el("span", { class: "kb-progress kb-progress--" + status, "aria-hidden": "true" }, kb.el("span", { class: "kb-progress__mark" }));
  }

  function each(state, visit) {
    kb.state.FACETS.forEach((facet) => (state.filters[facet] || []).forEach((value) => visit(facet, value)));
  }

  function names(state, label) {
    const found = [];
    each(state, (facet, value) => found.push(label(facet, value)));
    return found;
  }

  function chips(state, label, choose) {
    const found = [];
    each(state, (facet, value) => {
      const chip = kb.el("button", { type: "button", class: "kb-chip", "aria-label": "去掉" + TITLES[facet] + "“" + label(facet, value) + "”" },
        label(facet, value), kb.el("span", { class: "kb-chip__x", "aria-hidden": "true" }, "×"));
      chip.addEventListener("click", () => choose(facet, value));
      found.push(chip);
    });
    return found;
  }
})(window.kb = window.kb || {});
