// Two sides of bodies beside one another: kb.sides(practices, a, b, topics, mine) → {both, a, b: [[topic, [practice]]], counts}; kb.idsOf(groups).
//   practices: {id, topics: [main first], accounts: [{org}]}; a, b: lists of bodies.
//   mine: where the left side is no body but what somebody does, the ids of it.
(function (kb) {
  "use strict";

  kb.sides = function (practices, a, b, topics, mine) {
    const [left, right] = [new Set(a), new Set(b)];
    /** @type {{ [side: string]: KbSideRow[] }} */
    const found = { a: [], b: [], both: [], all: [] };
    practices.forEach((practice) => {
      const bodies = new Set((practice.accounts || []).map((account) => account.org));
      const [told, inB] = [left, right].map((side) => Array.from(bodies).some((body) => side.has(body)));
      const inA = mine ? mine.has(practice.id) : told;
      if (!inA && !inB) return;
      const row = { id: practice.id, topic: (practice.topics || [""])[0] };
      found[inA && inB ? "both" : inA ? "a" : "b"].push(row);
      found.all.push(row);
    });
    const grouped = (rows) => topics.map((topic) => [topic, rows.filter((row) => row.topic === topic)]).filter((pair) => pair[1].length);
    return {
      a: grouped(found.a), b: grouped(found.b), both: grouped(found.both), all: grouped(found.all),
      counts: { a: found.a.length, b: found.b.length, both: found.both.length, all: found.all.length },
    };
  };

  // The ids of the rows of some groups.
  kb.idsOf = (groups) => groups.reduce((/** @type {string[]} */ all, group) => all.concat(group[1].map((row) => row.id)), []);
})(window.kb);
