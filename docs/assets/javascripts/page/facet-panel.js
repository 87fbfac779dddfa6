// The facets beside the list of practices, with counts, and the chips of what is chosen.
//   kb.facetPanel(index, choose) → {element, chips, update(state, counts)}
//   kb.knownFacets(filters, index) → {filters, odd}, without the values that there are not, and these
// `choose(facet, value)` is called when a reader ticks a value or takes a chip away.
(function (kb) {
  "use strict";

  // Longer lists show their most frequent values first and the rest on demand.
  const MOST = 8;

  // [value, label] of every facet, in the order in which they stand.
  function values(index) {
    const given = index.facets;
    const named = (kind) => index.list(kind).map((record) => [record.id, record.title]);
    return {
      topic: given.topic, form: given.form, progress: given.progress, level: given.level,
      org: named("organizations"), problem: named("problems"),
      figures: given.figures, bodies: given.bodies,
      speech: index.list("speeches").map((record) => [record.id, index.speechName(record.id)]),
    };
  }

  kb.facetPanel = function (index, choose) {
    const known = values(index);
    const whole = kb.facets(index.list("practices"), {}).counts;
    const element = document.createDocumentFragment();
    const groups = kb.state.FACETS.filter((facet) => facet !== "speech" && known[facet].length)
      .map((facet) => new Group(facet, frequent(known[facet], whole[facet]), choose));
    groups.forEach((group) => element.appendChild(group.element));
    const label = (facet, value) => (known[facet].find((pair) => pair[0] === value) || [value, value])[1];
    return {
      element,
      update: (state, counts) => groups.forEach((group) => group.update(state.filters[group.facet] || [], counts[group.facet])),
      chips: (state) => chips(state, label, choose),
      names: (state) => names(state, label),
      described: (state) => kb.state.FACETS.filter((facet) => (state.filters[facet] || []).length)
        .map((facet) => kb.given.facets[facet] + " " + state.filters[facet].map((value) => label(facet, value)).join("、")).join("；"),
    };
  };

  // Chosen values without those that there are not, and these.
  kb.knownFacets = function (chosen, index) {
    const all = values(index);
    /** @type {KbFilters} */
    const filters = {};
    /** @type {string[]} */
    const odd = [];
    Object.keys(chosen).forEach((facet) => {
      const there = chosen[facet].filter((value) => all[facet].some((pair) => pair[0] === value));
      if (there.length) filters[facet] = there;
      odd.push(...chosen[facet].filter((value) => there.indexOf(value) < 0));
    });
    return { filters, odd };
  };

  // Short lists keep their order, which readers know from the pages.
  function frequent(pairs, counts) {
    if (pairs.length <= MOST + 2) return pairs;
    return pairs.slice().sort((a, b) => (counts[b[0]] || 0) - (counts[a[0]] || 0));
  }

  // One facet: a line for each value that is shown, drawn when it is first shown.
  function Group(facet, pairs, choose) {
    this.facet = facet;
    this.pairs = pairs;
    this.choose = choose;
    this.lines = new Map();
    this.open = pairs.length <= MOST + 2;
    this.chosen = [];
    this.counts = {};
    this.element = kb.el("fieldset", { class: "kb-facet" }, kb.el("legend", null, kb.given.facets[facet]));
    this.more = null;
    if (!this.open) this.addMore();
  }

  Group.prototype = {
    addMore() {
      this.more = kb.el("button", { type: "button", class: "kb-facet__more", "aria-expanded": "false" });
      this.more.addEventListener("click", () => {
        this.open = !this.open;
        this.more.setAttribute("aria-expanded", String(this.open));
        if (this.open) this.more.textContent = "收起";
        this.update(this.chosen, this.counts);
      });
      this.element.appendChild(this.more);
    },

    update(chosen, counts) {
      this.chosen = chosen;
      this.counts = counts;
      // What would leave nothing is not offered; what is chosen stays, so that it can be taken back.
      const offered = this.pairs.filter((pair) => counts[pair[0]] || chosen.indexOf(pair[0]) >= 0);
      const few = this.open || offered.length <= MOST + 2;
      this.pairs.forEach((pair, i) => {
        const ticked = chosen.indexOf(pair[0]) >= 0;
        const at = offered.indexOf(pair);
        const shown = at >= 0 && (few || at < MOST || ticked);
        if (shown || this.lines.has(pair[0])) this.show(pair, i, shown, ticked, counts[pair[0]] || 0);
      });
      this.element.hidden = !offered.length;
      if (this.more) {
        this.more.hidden = offered.length <= MOST + 2;
        if (!this.open) this.more.textContent = "全部 " + offered.length + " 个";
      }
    },

    show(pair, i, shown, ticked, count) {
      const line = this.lines.get(pair[0]) || this.draw(pair, i);
      line.element.hidden = !shown;
      line.input.checked = ticked;
      if (line.count.textContent !== String(count)) line.count.textContent = String(count);
    },

    draw(pair, i) {
      const input = kb.el("input", { type: "checkbox", name: this.facet, value: pair[0] });
      const count = kb.el("span", { class: "kb-facet__count" });
      const element = kb.el("label", { class: "kb-facet__value", title: this.facet === "progress" ? kb.meaning(pair[0]) : null }, input,
        kb.el("span", { class: "kb-facet__label" }, this.facet === "progress" ? mark(pair[0]) : null, pair[1]), count);
      input.addEventListener("change", () => this.choose(this.facet, pair[0]));
      const next = this.pairs.slice(i + 1).map((later) => this.lines.get(later[0])).find(Boolean);
      this.element.insertBefore(element, next ? next.element : this.more);
      this.lines.set(pair[0], { element, input, count });
      return this.lines.get(pair[0]);
    },
  };

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
      const chip = kb.el("button", { type: "button", class: "kb-chip", "aria-label": "去掉" + kb.given.facets[facet] + "“" + label(facet, value) + "”" },
        label(facet, value), kb.el("span", { class: "kb-chip__x", "aria-hidden": "true" }, "×"));
      chip.addEventListener("click", () => choose(facet, value));
      found.push(chip);
    });
    return found;
  }
})(window.kb);
