// The index in memory: records with their facets, rows of names and bodies, and what each practice
// inherits from its problems, terms, bodies and speeches.
(function (kb) {
  "use strict";

  // The printable characters that macros/search/packing.py writes numbers with.
  const CODES = Array.from({ length: 92 }, (_, i) => String.fromCharCode(35 + i)).filter((char) => char !== "\\").join("");

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

  function unpackLists(column) {
    const members = unpack(column.members);
    let at = 0;
    return unpack(column.lengths).map((length) => members.slice(at, at += length));
  }

  // An id from what it has beyond the one that its title suggests (macros/search/core.py).
  function spelled(beyond, title) {
    const parts = beyond.split("/");
    if (beyond && parts.length !== 3) return beyond;
    const syllables = kb.pinyin.slug(title).split("-");
    if (!beyond) return syllables.join("-");
    const last = Number(parts[2]);
    return syllables.slice(0, Number(parts[0])).concat(parts[1] || [], last ? syllables.slice(-last) : []).join("-");
  }

  // The index of a core (KB_DATA.core, macros/search/core.py).
  function Index(core) {
    kb.fold.learn(core.traditional);
    kb.pinyin.learn(core.pinyin);
    this.records = [];
    this.byId = new Map();
    this.names = new kb.Rows();
    this.bodies = new kb.Rows();
    this.lines = new kb.Lines(this.bodies);
    this.loaded = new Set();
    this.worded = false;
    this.whole = false;
    this.wide = null;
    // For each record: [record that it inherits from, by which field]; and the way back.
    this.heirs = [];
    this.facets = null;
    this.kinds = {};
    core.kinds.forEach((kind) => this.addKind(kind));
    if (core.facets) this.addFacets(core.facets);
  }

  Index.prototype = {
    addKind(kind) {
      const titles = kind.titles.split("\n");
      const names = kind.names.split("\n");
      const ids = kind.ids.split("\n");
      this.kinds[kind.kind] = titles.map((title, i) => {
        const id = kind.kind === "pages" ? ids[i] : spelled(ids[i], title);
        const record = {
          id, kind: kind.kind, title, url: kind.address.replace("*", id), number: this.records.length,
          names: names[i] ? names[i].split("\t") : [],
        };
        if (kind.kind === "practices") Object.assign(record, { topics: [], problems: [], accounts: [], alternatives: [] });
        this.records.push(record);
        this.byId.set(id, record);
        this.names.add(record.number, "title", title);
        record.names.forEach((name) => this.names.add(record.number, "alias", name));
        return record;
      });
    },

    // Takes the search words that lead to records, a line a record; false if they are there already.
    addWords(text) {
      if (this.worded) return false;
      this.worded = true;
      if (!text) return false;
      text.split("\n").forEach((line, number) => {
        if (line) line.split("\t").forEach((word) => this.names.add(number, "keyword", word));
      });
      if (this.facets) this.linkTerms();
      return true;
    },

    // Takes how many lines each record has (macros/search/packing.py), of bodies that only shards tell of.
    addLines(column, shards) {
      this.lines.count(unpack(column), shards);
    },

    // All records of a kind, in the order of the library.
    list(kind) {
      return this.kinds[kind] || [];
    },

    // Takes what practices are narrowed by, and what leads to them. Until then they have no facets.
    addFacets(given) {
      if (this.facets) return false;
      this.facets = given.values;
      this.addPractices(given);
      this.addTerms(given.terms);
      this.addLabels();
      return true;
    },

    addPractices(given) {
      const facets = given.values;
      const columns = {};
      Object.keys(given.practices).forEach((name) => {
        columns[name] = (given.practices[name].members ? unpackLists : unpack)(given.practices[name]);
      });
      const problems = this.list("problems");
      let speech = 0;
      let at = 0;
      this.list("practices").forEach((record, i) => {
        speech += columns.speech[i];
        (given.alternatives[i] || []).forEach((step) => this.link(record, this.records[record.number + step]));
        record.topics = columns.topics[i].map((topic) => facets.topic[topic][0]);
        record.form = facets.form[columns.form[i]][0];
        record.problems = columns.problems[i].map((problem) => problems[problem].id);
        record.added = columns.added[i];
        record.accounts = [speech].concat(columns.others[i]).map((number) => {
          at += 1;
          return this.account(number, facets.progress[columns.progress[at - 1]][0], columns.figures[at - 1]);
        });
        record.bodies = new Set(record.accounts.map((account) => account.org)).size;
        // The first problem is the one that a practice answers most of all.
        record.problems.forEach((id, k) => this.inherit(record, this.byId.get(id), k ? "besides" : "problem"));
        new Set(record.accounts.map((account) => account.org)).forEach((id) =>
          this.inherit(record, this.byId.get(id), "organization"));
      });
    },

    account(speech, progress, figures) {
      const facets = this.facets;
      const organization = facets.speeches_of[speech][0];
      return {
        speech: this.list("speeches")[speech].id, org: this.list("organizations")[organization].id,
        level: facets.level[facets.levels_of[organization]][0], progress,
        figures: facets.figures.filter((state, i) => figures & (1 << i)).map((state) => state[0]),
      };
    },

    link(one, other) {
      one.alternatives.push(other);
      other.alternatives.push(one);
    },

    // What a term stands for leads to the practices that have it in a name, or link to it.
    addTerms(terms) {
      const expansions = terms.expansions.split("\n");
      this.list("terms").forEach((term, i) => {
        if (!expansions[i]) return;
        term.expansion = expansions[i];
        terms.linked[i].forEach((number) => this.inherit(this.records[number], term, "term"));
      });
      this.linkTerms();
      this.list("terms").forEach((term) => {
        if (term.expansion) this.names.add(term.number, "expansion", term.expansion);
      });
    },

    // Links each term to the practices that have it in a name or search word, and were not linked before.
    linkTerms() {
      const practices = this.list("practices").length;
      this.list("terms").filter((term) => term.expansion).forEach((term) => {
        const known = new Set((this.heirs[term.number] || []).map((heir) => heir[0]));
        const numbers = new Set();
        this.names.each(kb.fold(term.title), (row) => numbers.add(this.names.holders[row]));
        numbers.forEach((number) => { if (number < practices && !known.has(number)) this.inherit(this.records[number], term, "term"); });
      });
    },

    // 专题, 类型, 进展 and 第几篇 have no record of their own; hidden ones carry their words.
    addLabels() {
      const labels = new Map();
      const labelled = (record, facet, text) => {
        const key = facet + text;
        if (!labels.has(key)) labels.set(key, this.addHidden(text));
        this.inherit(record, labels.get(key), facet);
      };
      const texts = {};
      ["topic", "form", "progress"].forEach((facet) => { texts[facet] = new Map(this.facets[facet]); });
      const numbers = new Map(this.list("speeches").map((speech, i) => [speech.id, this.numbered(i)]));
      this.list("practices").forEach((record) => {
        record.topics.forEach((topic) => labelled(record, "topic", texts.topic.get(topic)));
        labelled(record, "form", texts.form.get(record.form));
        new Set(record.accounts.map((account) => account.progress)).forEach((progress) =>
          labelled(record, "progress", texts.progress.get(progress)));
        record.accounts.forEach((account) => labelled(record, "speech", numbers.get(account.speech)));
      });
    },

    // A speech by its place in its source: 第3篇, or 2022汇编第3篇 where there are several sources.
    numbered(i) {
      const [, order, source] = this.facets.speeches_of[i];
      return (source || "") + "第" + order + "篇";
    },

    // A speech as rows and chips cite it: 《短题》, with its source where there are several.
    speechName(id) {
      const speech = this.byId.get(id);
      const source = this.facets.speeches_of[speech.number - this.list("speeches")[0].number][2];
      return "《" + (speech.names[0] || speech.title) + "》" + (source ? "（" + source + "）" : "");
    },

    addHidden(text) {
      const hidden = { id: "", kind: "", title: text, number: this.records.length, names: [] };
      this.records.push(hidden);
      this.names.add(hidden.number, "title", text);
      return hidden;
    },

    inherit(heir, from, field) {
      (heir.from = heir.from || []).push([from.number, field]);
      (this.heirs[from.number] = this.heirs[from.number] || []).push([heir.number, field]);
    },

    // Takes bodies (one line a record, from record number `first` on); false if they are there already.
    // `whole` says that they are those of all entries.
    addBodies(first, text, whole) {
      if (this.loaded.has(first)) return false;
      this.loaded.add(first);
      text.split("\n").forEach((line, i) => {
        const record = this.records[first + i];
        record.row = this.bodies.parts.length;
        record.lines = line ? line.split("\t").map((part) => [kb.given.letters[part[0]], part.slice(1)]) : [];
        record.lines.forEach((part) => this.bodies.add(record.number, part[0], part[1]));
      });
      this.whole = this.whole || Boolean(whole);
      return true;
    },

    // Takes the bodies of hand-written pages, which stand beside those of entries in `wide`, the same index with more
    // rows: what entries answer must not depend on whether pages were ever asked.
    addPages(first, text) {
      if (this.wide) return false;
      const wide = Object.create(this);
      wide.bodies = new kb.Rows();
      wide.lines = new kb.Lines(wide.bodies);
      const { texts, fields, holders } = this.bodies;
      texts.forEach((each, row) => wide.bodies.add(holders[row], fields[row], each));
      wide.loaded = new Set(this.loaded);
      wide.addBodies(first, text);
      this.loaded.add(first);
      this.wide = wide;
      return true;
    },
  };

  kb.Index = Index;
})(window.kb);
