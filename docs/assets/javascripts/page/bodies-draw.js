// 单位对单位 as elements: what both sides tell beside one another, and what one side tells alone, an account a row.
//   kb.bodiesDrawn(sides, {a, b, view}, {records, topics, name, ticked, tick}) → the elements of a view; `name(side)` says whose side it is
//   ticked(id), tick(id, on): where the left side is no body but what its reader ticks; else null
//   stay: {layout, before}: kb.sides of all that may be shown, and as it was when it was first drawn; what has left a part since stays there, grey,
//   and is no row of it: without data-kb-account nothing exports, counts or prints it
(function (kb) {
  "use strict";

  const link = (url, text) => kb.el("a", { href: kb.root + url }, text);

  kb.bodiesDrawn = function (sides, state, given) {
    if (given.ticked) return ownDrawn(sides, state, given);
    const shown = (view) => (state.view === view || state.view === "all") && sides.counts[view] > 0;
    const told = (entry, ids) => entry.accounts.filter((account) => ids.indexOf(account.organization) >= 0);
    const parts = [];
    if (shown("both")) {
      const pairs = sides.both.reduce((all, group) => all.concat(group[1]), []).filter((row) => given.records.has(row.id));
      parts.push(part("both", "两边都讲到", sides.counts.both, [pairTable(pairs, state, given, told)]));
    }
    [["b", "a"], ["a", "b"]].forEach((pair) => {
      const [own, other] = /** @type {[("a" | "b"), ("a" | "b")]} */ (pair);
      if (!shown(own)) return;
      // Who names it when it tells of something else is not said to be silent.
      const [silent, naming] = [false, true].map((wanted) => kept(sides[own], (row) => (mentions(given.records.get(row.id), state[other]).length > 0) === wanted));
      if (silent.count) parts.push(part(own, given.name(own) + "讲到、" + given.name(other) + "没有讲到", silent.count, sideTable(silent.groups, state[own], given, told, () => null)));
      if (naming.count) {
        parts.push(part(own + "-named", given.name(own) + "讲到、" + given.name(other) + "没有单独讲，在别的做法里提到", naming.count,
          sideTable(naming.groups, state[own], given, told, (record) => named(mentions(record, state[other]), state[other].length > 1))));
      }
    });
    return parts;
  };

  // What a body tells beside what the reader's own does, which no account tells of.
  function ownDrawn(sides, state, given) {
    const b = given.name("b");
    const heads = [["both", b + "讲到、" + given.name("a") + "也做"], ["b", b + "讲到、" + given.name("a") + "没有勾"], ["a", given.name("a") + "勾了、" + b + "没有讲到"]];
    return heads.map((head) => {
      const side = head[0];
      const [now, before] = [sides, given.stay.before].map((each) => new Set(kb.idsOf(each[side])));
      const groups = kept(given.stay.layout.all, (row) => now.has(row.id) || before.has(row.id)).groups;
      if (!groups.length || (state.view !== side && state.view !== "all")) return null;
      const told = (entry) => entry.accounts.filter((account) => side === "a" || state.b.indexOf(account.organization) >= 0);
      const drawn = part(side, head[1], sides.counts[side], sideTable(groups, side === "a" ? ["", ""] : state.b, given, told, (record) => tickBox(record, given, !now.has(record.id)), (row) => !now.has(row.id)));
      if (!now.size) drawn.classList.add("kb-bodies__gone");
      return drawn;
    }).filter(Boolean);
  }

  function tickBox(record, given, gone) {
    const box = /** @type {any} */ (kb.el("input", { type: "checkbox", autocomplete: "off", "aria-label": "我们单位也做" + kb.quoted(record.title) }));
    box.checked = given.ticked(record.id);
    box.dataset.kbDone = record.id;
    box.addEventListener("change", () => given.tick(box, record.id, box.checked));
    return kb.el("label", { class: "kb-bodies__own" }, box, " 我们也做", gone ? kb.el("small", null, box.checked ? "已勾，不再算在这里" : "不勾了，不再算在这里") : null);
  }

  const mentions = (record, ids) => (record ? record.mentioned_by.filter((each) => ids.indexOf(each.organization) >= 0) : []);

  // The rows of some groups, and how many they are.
  function kept(groups, keeps) {
    const found = groups.map((group) => [group[0], group[1].filter(keeps)]).filter((group) => group[1].length);
    return { groups: found, count: found.reduce((sum, group) => sum + group[1].length, 0) };
  }

  // 没有单独讲；在“界别工作站”里提到
  function named(found, several) {
    return kb.el("small", { class: "kb-bodies__named" }, "没有单独讲；",
      found.map((each, i) => [i ? "，" : "", several ? each.organization_label : "", "在", link(each.url, kb.quoted(each.title)), "里提到"]));
  }

  function part(id, words, count, inside) {
    return kb.el("section", { "data-kb-part": words }, kb.el("h2", { id: "side-" + id }, words, " ", kb.el("small", null, count + " 条")), inside);
  }

  function table(label, heads, name) {
    return kb.el("table", { class: "kb-rows-table kb-bodies__table " + name, role: "table", "aria-label": label },
      kb.el("thead", { role: "rowgroup" }, kb.el("tr", { role: "row" }, heads.map((head) => kb.el("th", { scope: "col", role: "columnheader", class: head[0] }, head[1])))));
  }

  const practice = (record) => kb.el("th", { scope: "row", role: "rowheader", class: "kb-bodies__name" }, link(record.url, record.title));

  // How many bodies tell of it besides both sides and those that the row names.
  function elsewhere(record, state, own) {
    const told = new Set(record.accounts.map((account) => account.organization).filter((body) => state.a.concat(state.b, own || []).indexOf(body) < 0)).size;
    return kb.el("td", { role: "cell", class: "kb-bodies__others" + (told ? "" : " kb-rows-table__nothing") }, told ? "另有 " + told + " 家" : "没有");
  }

  // --- both sides, beside one another -----------------------------------------------------------

  function pairTable(pairs, state, given, told) {
    const drawn = table("两边都讲到的做法", [["kb-bodies__name", "做法"], ["kb-bodies__side", given.name("a")], ["kb-bodies__side", given.name("b")], ["kb-bodies__others", "别家还讲到"]], "kb-bodies__pairs");
    const side = (record, ids) => kb.el("td", { role: "cell", class: "kb-bodies__side" }, told(record, ids).map((account) => whole(record, account)));
    drawn.appendChild(kb.el("tbody", { role: "rowgroup" }, pairs.map((row) => {
      const record = given.records.get(row.id);
      return kb.el("tr", { role: "row" }, practice(record), side(record, state.a), side(record, state.b), elsewhere(record, state));
    })));
    return drawn;
  }

  // All that an account says, one under the other.
  function whole(record, account) {
    const often = rhythms(account);
    return kb.el("div", { class: "kb-bodies__account", "data-kb-account": record.id + ":" + account.speech, "data-kb-progress": account.progress.status },
      // On a phone the head that names the side is not there.
      kb.el("p", { class: "kb-bodies__whose" }, body(account), account.name ? kb.el("small", null, "本篇叫法：" + account.name) : null),
      kb.el("p", null, kb.progress(account.progress.status, account.progress.status_label), cue(account)),
      kb.el("p", null, points(account).join("；") || "—"),
      often.length ? kb.el("p", null, kb.el("span", { class: "kb-points__aspect" }, "多久一次、数字"), often.join("；")) : null,
      kb.el("p", null, places(account)));
  }

  // --- one side alone ---------------------------------------------------------------------------

  function sideTable(groups, ids, given, told, aside, gone) {
    const left = (row) => Boolean(gone && gone(row));
    const accounts = [];
    groups.forEach((group) => group[1].forEach((row) => {
      const record = given.records.get(row.id);
      if (record) told(record, ids).forEach((account) => accounts.push(account));
    }));
    const often = accounts.some((account) => rhythms(account).length);
    // Whose it is, the heading says where the side is one body.
    const heads = [["kb-bodies__name", "做法"], ids.length > 1 ? ["kb-bodies__body", "单位"] : null, ["kb-bodies__progress", "进展"], ["", "要点"],
      often ? ["kb-bodies__often", "多久一次、数字"] : null, ["kb-bodies__at", "出处"], ["kb-bodies__others", "别家还讲到"]].filter(Boolean);
    const drawn = table("只有一边讲到的做法，一处一行", heads, "kb-bodies__alone");
    groups.forEach((group) => {
      const count = group[1].filter((row) => !left(row)).length;
      const head = kb.el("tr", { role: "row", class: "kb-figures__group" + (count ? "" : " kb-bodies__gone") }, kb.el("th", { role: "rowheader", scope: "rowgroup", colspan: String(heads.length) }, given.topics.get(group[0]), " ", kb.el("small", null, count + " 条")));
      const rows = [];
      group[1].forEach((row) => {
        const record = given.records.get(row.id);
        if (record) told(record, ids).forEach((account) => rows.push(line(record, account, given.state, { several: ids.length > 1, often, aside: aside(record), gone: left(row) })));
      });
      drawn.appendChild(kb.el("tbody", { role: "rowgroup" }, head, rows));
    });
    const folded = often ? null : kb.el("p", { class: "kb-note kb-folded" }, "“多久一次、数字”各行都没有记，没有列出。");
    return [drawn, folded].filter(Boolean);
  }

  function line(record, account, state, shows) {
    const { several, often } = shows;
    const told = rhythms(account);
    const name = practice(record);
    if (account.name) name.appendChild(kb.el("small", null, "本篇叫法：" + account.name));
    kb.append(name, [shows.aside]);
    const key = record.id + ":" + account.speech;
    return kb.el("tr", { role: "row", "data-kb-account": shows.gone ? null : key, "data-kb-progress": shows.gone ? null : account.progress.status, class: shows.gone ? "kb-bodies__gone" : null }, name,
      several ? kb.el("td", { role: "cell", class: "kb-bodies__body" }, body(account)) : null,
      kb.el("td", { role: "cell", class: "kb-bodies__progress" }, kb.progress(account.progress.status, account.progress.status_label), cue(account)),
      kb.el("td", { role: "cell" }, points(account).join("；") || "—"),
      often ? kb.el("td", { role: "cell", class: "kb-bodies__often" + (told.length ? "" : " kb-rows-table__nothing") }, told.join("；") || "—") : null,
      kb.el("td", { role: "cell", class: "kb-bodies__at" }, places(account)), elsewhere(record, state, [account.organization]));
  }

  // --- what an account says ---------------------------------------------------------------------

  const body = (account) => link("organizations/" + account.organization + ".html", account.organization_label);

  function cue(account) {
    const words = account.progress.cue ? kb.quoted(account.progress.cue) + (account.progress.scope_label === "全篇" ? " · 全篇" : "") : "没有能判断的话";
    return kb.el("span", { class: "kb-cue" }, words);
  }

  // How it is done first, then what else it says, each with its word; how often stands apart.
  function points(account) {
    const plain = (point) => point.aspect === "how" || point.aspect === null;
    return account.points.filter(plain).map((point) => point.text)
      .concat(account.points.filter((point) => !plain(point) && point.aspect !== "rhythm").map((point) => point.aspect_label + "：" + point.text));
  }

  const rhythms = (account) => account.points.filter((point) => point.aspect === "rhythm").map((point) => point.text + kb.rhythmBrief(point)).concat(kb.amounts(account).map(kb.figureBrief));

  const places = (account) => account.at.map((at, i) => kb.el("span", null, kb.el("a", { class: "kb-source", href: kb.root + kb.placeUrl(account, at) }, account.at_labels[i]), " "));
})(window.kb);
