// The practices that meet the conditions that a query names; where none meets all of them, those that meet all but
// as few as possible, the last ones first.
//   kb.narrowing(read, asked, ways) → hits with `facets`, the conditions that hold, `without`, those that do not, and
//     `rest`, the words that were looked for among them: none, where nothing has them
(function (kb) {
  "use strict";

  // Of more conditions than these not every choice is tried.
  const MOST = 6;

  function narrowing(read, asked, ways) {
    return read.rest.length ? beside(read, asked, ways) : alone(read.facets, asked, ways);
  }

  // Conditions alone. What nothing meets, and there is no other, is a word to look for.
  function alone(facets, asked, ways) {
    const practices = asked.index.list("practices").filter(asked.keep);
    const kept = fewest(facets, (some) => practices.some(passing(some)));
    if (!kept.length) {
      const words = kb.fold.words(facets.map((each) => each.text.replace(/的$/, "")).join(" "));
      return Object.assign(ways.answer(Object.assign({}, asked, { words })), { without: facets });
    }
    const passes = passing(kept);
    const records = called(kept, asked).concat(practices.filter(passes).sort((a, b) => shares(kept, b) - shares(kept, a) || a.number - b.number));
    return Object.assign(ways.records(records, asked, kb.intent.filters(kept)), { facets: kept, without: outside(facets, kept) });
  }

  // A body that is named and nothing else is a hit itself.
  function called(facets, asked) {
    return facets.every((each) => each.facet === "org") && !/做法/.test(asked.query) ? facets.map((each) => asked.index.byId.get(each.value)).filter(asked.keep) : [];
  }

  // What several bodies tell comes before what one of them does.
  function shares(facets, record) {
    const bodies = new Set(record.accounts.map((account) => account.org));
    return facets.filter((each) => each.facet === "org" && bodies.has(each.value)).length;
  }

  // Conditions beside words: words that are met hold, and where they are not, the conditions do.
  function beside(read, asked, ways) {
    const rest = read.rest.map((word) => kb.fold.typed(asked.query, word)).join(" ");
    const within = (facets) => Object.assign({}, asked, { words: read.rest, keep: both(practice, both(asked.keep, passing(facets))) });
    const tried = (facets) => ways.answer(Object.assign(within(facets), { limit: 1, shown: () => true }));
    const told = (kept) => Object.assign(ways.answer(kept.length ? within(kept) : Object.assign({}, asked, { words: read.rest })),
      { facets: kept, without: outside(read.facets, kept), rest });
    const strict = tried(read.facets);
    const open = tried([]);
    if (open.total && !(strict.total && strict.firm) && (open.firm || (!strict.total && !open.weak))) {
      return told(fewest(read.facets, (some) => {
        const found = tried(some);
        return found.total > 0 && (found.firm || !open.firm);
      }));
    }
    if (strict.total) return told(read.facets);
    const ruled = alone(read.facets, asked, ways);
    return ruled.all ? Object.assign(ruled, { weak: true, missed: [rest] }) : null;
  }

  const practice = (record) => record.kind === "practices";
  const both = (one, other) => (record) => one(record) && other(record);
  const passing = (facets) => kb.facets.filter(kb.intent.filters(facets)) || (() => true);
  const outside = (facets, kept) => facets.filter((each) => kept.indexOf(each) < 0);

  // The most of the conditions that hold together; values of one facet are one condition.
  function fewest(facets, hold) {
    const names = Array.from(new Set(facets.map((each) => each.facet)));
    for (let drop = 0; drop < names.length; drop++) {
      const kept = (names.length > MOST && drop ? [names.slice(0, -drop)] : without(names, drop))
        .map((some) => facets.filter((each) => some.indexOf(each.facet) >= 0)).find(hold);
      if (kept) return kept;
    }
    return [];
  }

  // The lists that lack `count` of `names`, those that lack the last ones first.
  function without(names, count) {
    if (!count) return [names];
    const found = [];
    for (let at = names.length - 1; at >= count - 1; at--) {
      without(names.slice(0, at), count - 1).forEach((some) => found.push(some.concat(names.slice(at + 1))));
    }
    return found;
  }

  kb.narrowing = narrowing;
})(window.kb);
