// The index in memory: records with their facets, rows of names and bodies, and what each practice
// inherits from its problems, terms, bodies and speeches.
(function (kb) {
  "use strict";

  // The printable characters that macros/search/packing.py writes numbers with.
  const CODES = Array.from({ length: 92 }, (_, i) => String.fromCharCode(35 + i)).filter((char) => char !== "\\").join("");
  const LETTERS = { s: "summary", p: "points", f: "figures", u: "unsaid", o: "outline", n: "note", t: "text" };

  // A column of macros/search/packing.py as a list of its values.
  function unpack(column) {
    const values = [];
    for (let i = 0; i < column.codes.length; i += column.width) {
      let number = 0;
      for (let k = 0; k < column.width; k++) number = number * CODES.length + CODES.indexOf(column.codes[i + k]);
      values.push(column.values[number]);
    }
    return values;
  }

  const lines = (text, count) => (count ? text.split("\n") : []);

  // The index of a core (KB_DATA.core, macros/search/core.py).
  function Index(core) {
    kb.fold.learn(core.traditional);
    kb.pinyin.learn(core.pinyin);
    this.records = [];
    this.byId = new Map();
    this.names = new kb.Rows();
    this.bodies = new kb.Rows();
    this.loaded = new Set();
    this.whole = false;
    // For each record: [record that it inherits from, by which field]; and the way back.
    this.heirs = [];
    this.facets = core.facets;
    this.kinds = {};
    core.kinds.forEach((kind) => this.addKind(kind));
    this.addPractices(core);
    this.addTerms(core.terms);
    this.addLabels();
  }

  Index.prototype = {
    addKind(kind) {
      const titles = kind.titles.split("\n");
      const names = kind.names.split("\n");
      const ids = kind.ids.split("\n");
      this.kinds[kind.kind] = { first: this.records.length, count: titles.length };
      titles.forEach((title, i) => {
        const id = ids[i] || kb.pinyin.slug(title);
        const record = {
          id, kind: kind.kind, title, url: kind.address.replace("*", id), number: this.records.length,
          names: names[i] ? names[i].split("\t") : [],
        };
        this.records.push(record);
        this.byId.set(id, record);
        this.names.add(record.number, "title", title);
        record.names.forEach((name) => this.names.add(record.number, "alias", name));
      });
    },

    list(kind) {
      const range = this.kinds[kind];
      return range ? this.records.slice(range.first, range.first + range.count) : [];
    },

    addPractices(core) {
      const facets = core.facets;
      const columns = {};
      Object.keys(core.practices).forEach((name) => { columns[name] = unpack(core.practices[name]); });
      const problems = this.list("problems");
      const speeches = this.list("speeches");
      const organizations = this.list("organizations");
      const accounts = columns.speech.map((speech, i) => {
        const state = columns.states[i];
        const organization = facets.speeches_of[speech][0];
        return {
          speech: speeches[speech].id, org: organizations[organization].id,
          level: facets.level[facets.levels_of[organization]][0], progress: facets.progress[state[0]][0],
          figures: state.slice(1).map((figure) => facets.figures[figure][0]),
        };
      });
      let at = 0;
      this.list("practices").forEach((record, i) => {
        record.alternatives = (core.alternatives[i] || []).map((number) => this.records[number]);
        record.topics = columns.topics[i].map((topic) => facets.topic[topic][0]);
        record.form = facets.form[columns.form[i]][0];
        record.problems = columns.problems[i].map((problem) => problems[problem].id);
        record.added = columns.added[i];
        record.accounts = accounts.slice(at, at += columns.accounts[i]);
        record.bodies = new Set(record.accounts.map((account) => account.org)).size;
        record.problems.forEach((id) => this.inherit(record, this.byId.get(id), "problem"));
        new Set(record.accounts.map((account) => account.org)).forEach((id) =>
          this.inherit(record, this.byId.get(id), "organization"));
      });
    },

    addTerms(terms) {
      const records = this.list("terms");
      lines(terms.expansions, records.length).forEach((expansion, i) => {
        if (!expansion) return;
        this.names.add(records[i].number, "expansion", expansion);
        terms.practices[i].forEach((practice) => this.inherit(this.records[practice], records[i], "term"));
      });
    },

    // 专题, 类型, 进展 and 第几篇 have no record of their own; hidden ones carry their words.
    addLabels() {
      const practices = this.list("practices");
      const orders = this.list("speeches").map((speech, i) => [speech.id, "第" + this.facets.speeches_of[i][1] + "篇"]);
      const label = (facet, has, values) => (values || this.facets[facet]).forEach((value) => {
        const hidden = { id: "", kind: "", title: value[1], number: this.records.length, names: [] };
        this.records.push(hidden);
        this.names.add(hidden.number, "title", value[1]);
        practices.forEach((record) => { if (has(record, value[0])) this.inherit(record, hidden, facet); });
      });
      label("topic", (record, value) => record.topics.indexOf(value) >= 0);
      label("form", (record, value) => record.form === value);
      label("progress", (record, value) => record.accounts.some((account) => account.progress === value));
      label("speech", (record, value) => record.accounts.some((account) => account.speech === value), orders);
    },

    inherit(heir, from, field) {
      (heir.from = heir.from || []).push([from.number, field]);
      (this.heirs[from.number] = this.heirs[from.number] || []).push([heir.number, field]);
    },

    // Takes bodies (one line a record, from record number `first` on); false if they are there already.
    addBodies(first, text) {
      if (this.loaded.has(first)) return false;
      this.loaded.add(first);
      text.split("\n").forEach((line, i) => {
        const record = this.records[first + i];
        record.lines = line ? line.split("\t").map((part) => [LETTERS[part[0]], part.slice(1)]) : [];
        record.lines.forEach((part) => this.bodies.add(record.number, part[0], part[1]));
      });
      const shown = this.records.filter((record) => record.kind).length;
      this.whole = this.whole || (first === 0 && text.split("\n").length === shown);
      return true;
    },
  };

  kb.Index = Index;
})(window.kb = window.kb || {});
