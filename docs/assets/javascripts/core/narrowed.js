// The list of practices for a query and for what is chosen beside it. Facet words inside the query narrow it as if
// they were chosen there; the order is kb.search's.
//   kb.narrowed(state, index) → {hits, records, typed, filters, ids}: `records` are those of the query before any facet,
//     `typed` the facets read inside it, `filters` these and the chosen ones
//   kb.narrowed.toggled(state, facet, value, hits) → the state with a value chosen, or no longer, wherever it stands
(function (kb) {
  "use strict";

  const KINDS = ["practices"];

  function narrowed(state, index) {
    const hits = state.q ? kb.search(state.q, { kinds: KINDS }) : null;
    const typed = (hits && hits.facets) || [];
    const filters = together(state.filters, typed);
    const records = hits ? wider(hits, typed, index) : index.list("practices");
    const passes = index.facets && kb.facets.filter(filters);
    return { hits, records, typed, filters, ids: (passes ? records.filter(passes) : records).map((record) => record.id) };
  }

  function together(chosen, typed) {
    const all = Object.assign({}, chosen);
    typed.forEach(({ facet, value }) => {
      const values = all[facet] || [];
      if (values.indexOf(value) < 0) all[facet] = values.concat(value);
    });
    return all;
  }

  // The hits, and after them those that only a facet word keeps out: what else could be chosen is counted among them.
  function wider(hits, typed, index) {
    const own = hits.map((hit) => index.byId.get(hit.id));
    if (!typed.length) return own;
    const rest = (hits.rest || "").trim();
    const found = rest ? kb.search(rest, { kinds: KINDS }) : [];
    const all = found.length ? found.map((hit) => index.byId.get(hit.id)) : index.list("practices");
    return Array.from(new Set(own.concat(all)));
  }

  narrowed.toggled = function (state, facet, value, hits) {
    const chip = ((hits && hits.facets) || []).find((each) => each.facet === facet && each.value === value);
    if (!chip) return kb.state.toggled(state, facet, value);
    const filters = Object.assign({}, state.filters);
    const left = (filters[facet] || []).filter((each) => each !== value);
    if (left.length) filters[facet] = left;
    else delete filters[facet];
    return Object.assign({}, state, { q: kb.said.without(state.q, chip, hits), filters });
  };

  kb.narrowed = narrowed;
})(window.kb);
