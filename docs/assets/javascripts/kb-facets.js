// Narrowing a list of practices, and how many each further choice would leave. Pure functions.
//
// Several values within a facet widen, facets narrow. What is said of accounts (进展, 层级, 单位,
// 数字, 发言) must hold together on one account: 试点 and 滦州市政协 means that Luanzhou tries it.
(function (kb) {
  "use strict";

  const OF_PRACTICE = {
    topic: (record) => record.topics,
    form: (record) => [record.form],
    problem: (record) => record.problems,
    bodies: (record) => [record.bodies > 1 ? "several" : "one"],
  };
  const OF_ACCOUNT = {
    progress: (account) => [account.progress],
    level: (account) => [account.level],
    org: (account) => [account.org],
    figures: (account) => account.figures,
    speech: (account) => [account.speech],
  };
  const NAMES = Object.keys(OF_PRACTICE).concat(Object.keys(OF_ACCOUNT));

  // The facets in `filters` that `values` miss, as bits by place in NAMES.
  function missed(thing, facets, chosen) {
    let mask = 0;
    Object.keys(facets).forEach((facet) => {
      const wanted = chosen[facet];
      if (wanted && !facets[facet](thing).some((value) => wanted.has(value))) mask |= bit(facet);
    });
    return mask;
  }

  const bit = (facet) => 1 << NAMES.indexOf(facet);

  function sets(filters) {
    const chosen = {};
    Object.keys(filters || {}).forEach((facet) => {
      const values = [].concat(filters[facet]).filter((value) => value !== "" && value !== undefined);
      if (NAMES.indexOf(facet) >= 0 && values.length) chosen[facet] = new Set(values);
    });
    return chosen;
  }

  // The ids of the records that `filters` ({facet: [values]}) leave, in the order given, and
  // counts: {facet: {value: how many records there would be with this value alone in the facet}}.
  function facets(records, filters) {
    const chosen = sets(filters);
    const counts = {};
    NAMES.forEach((facet) => { counts[facet] = {}; });
    const ids = [];
    records.forEach((record) => {
      const whole = missed(record, OF_PRACTICE, chosen);
      const accounts = record.accounts.map((account) => missed(account, OF_ACCOUNT, chosen));
      if (whole === 0 && accounts.indexOf(0) >= 0) ids.push(record.id);
      countPractice(record, whole, accounts, counts);
      if (whole === 0) countAccounts(record, accounts, counts);
    });
    return { ids, counts };
  }

  function countPractice(record, whole, accounts, counts) {
    if (accounts.indexOf(0) < 0) return;
    Object.keys(OF_PRACTICE).forEach((facet) => {
      if (whole & ~bit(facet)) return;
      OF_PRACTICE[facet](record).forEach((value) => count(counts[facet], value));
    });
  }

  function countAccounts(record, accounts, counts) {
    Object.keys(OF_ACCOUNT).forEach((facet) => {
      const values = new Set();
      record.accounts.forEach((account, i) => {
        if ((accounts[i] & ~bit(facet)) === 0) OF_ACCOUNT[facet](account).forEach((value) => values.add(value));
      });
      values.forEach((value) => count(counts[facet], value));
    });
  }

  function count(of, value) {
    of[value] = (of[value] || 0) + 1;
  }

  // Whether one practice passes the filters; what `facets` says of it, without counting.
  function filter(filters) {
    const chosen = sets(filters);
    if (!Object.keys(chosen).length) return null;
    return (record) => record.kind === "practices" && missed(record, OF_PRACTICE, chosen) === 0 &&
      record.accounts.some((account) => missed(account, OF_ACCOUNT, chosen) === 0);
  }

  facets.filter = filter;
  facets.NAMES = NAMES;
  kb.facets = facets;
})(window.kb = window.kb || {});
