// What the list of practices shows, as an address and back:
//   practices/index.html?q=&topic=&form=&progress=&level=&org=&problem=&figures=&bodies=&sort=
// Pure: kb.state.parse(search) → {q, sort, filters: {facet: [values]}}, kb.state.format(state) → search.
(function (kb) {
  "use strict";

  const FACETS = Object.keys(kb.given.facets);
  const SORTS = ["name", "bodies", "newest"];
  // So many characters of a query stand in an address: servers refuse long ones.
  const LONGEST = 120;

  function parse(search) {
    const given = new URLSearchParams(search);
    /** @type {KbState} */
    const state = { q: given.get("q") || "", sort: "", filters: {} };
    const sort = given.get("sort") || "";
    if (SORTS.indexOf(sort) >= 0) state.sort = sort;
    FACETS.forEach((facet) => {
      const values = given.getAll(facet).join(",").split(",").filter(Boolean);
      if (values.length) state.filters[facet] = values.filter((value, i) => values.indexOf(value) === i);
    });
    return state;
  }

  function format(state) {
    const parts = [];
    const add = (name, value) => { if (value) parts.push(name + "=" + value); };
    add("q", encodeURIComponent(Array.from(state.q.trim()).slice(0, LONGEST).join("").trim()));
    FACETS.forEach((facet) => add(facet, (state.filters[facet] || []).map(encodeURIComponent).join(",")));
    add("sort", state.sort);
    return parts.length ? "?" + parts.join("&") : "";
  }

  // The state with a value of a facet chosen, or no longer.
  function toggled(state, facet, value) {
    const values = state.filters[facet] || [];
    const next = values.indexOf(value) < 0 ? values.concat(value) : values.filter((each) => each !== value);
    const filters = Object.assign({}, state.filters);
    if (next.length) filters[facet] = next;
    else delete filters[facet];
    return Object.assign({}, state, { filters });
  }

  kb.state = { parse, format, toggled, FACETS, SORTS, LONGEST };
})(window.kb);
