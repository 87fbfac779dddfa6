// Narrowing a list of practices, and how many each further choice would leave. Pure functions.
//
// Several values within a facet widen, facets narrow. What is said of accounts (进展, 层级, 单位,
// 数字, 发言) must hold together on one account: 试点 and 滦州市政协 means that Luanzhou tries it.
(function (kb) {
  "use strict";

  // [facet, its values of a practice or of an account]
  /** @typedef {[name: string, values: (thing: any) => string[]]} Facet */
  /** @type {Facet[]} */
  const OF_PRACTICE = [
    ["topic", (record) => record.topics],
    ["form", (record) => [record.form]],
    ["problem", (record) => record.problems],
    ["bodies", (record) => [record.bodies > 1 ? "several" : "one"]],
  ];
  /** @type {Facet[]} */
  const OF_ACCOUNT = [
    ["progress", (account) => [account.progress]],
    ["level", (account) => [account.level]],
    ["org", (account) => [account.org]],
    ["figures", (account) => account.figures],
    ["speech", (account) => [account.speech]],
  ];
  const ALL = OF_PRACTICE.concat(OF_ACCOUNT);
  const NAMES = ALL.map((facet) => facet[0]);

  // What is chosen: [bit, values of a thing, chosen values] for each facet of `among` in `filters`.
  function choices(among, filters) {
    return among.map(([name, values]) => {
      const chosen = [].concat((filters || {})[name] || []).filter(Boolean);
      return chosen.length ? [bit(name), values, new Set(chosen)] : null;
    }).filter(Boolean);
  }

  const bit = (name) => 1 << NAMES.indexOf(name);

  // The facets that a practice or an account misses, as bits.
  function missed(thing, chosen) {
    let mask = 0;
    for (let i = 0; i < chosen.length; i++) {
      const [flag, values, wanted] = chosen[i];
      if (!values(thing).some((value) => wanted.has(value))) mask |= flag;
    }
    return mask;
  }

  // The ids of the records that `filters` ({facet: [values]}) leave, in the order given, and
  // counts: {facet: {value: how many records there would be with this value alone in the facet}}.
  function facets(records, filters) {
    const ofPractice = choices(OF_PRACTICE, filters);
    const ofAccount = choices(OF_ACCOUNT, filters);
    /** @type {{[facet: string]: any}} */
    const counts = {};
    NAMES.forEach((name) => { counts[name] = new Map(); });
    const ids = [];
    records.forEach((record) => {
      const whole = missed(record, ofPractice);
      const accounts = record.accounts.map((account) => missed(account, ofAccount));
      const held = accounts.indexOf(0) >= 0;
      if (whole === 0 && held) ids.push(record.id);
      if (held) countPractice(record, whole, counts);
      if (whole === 0) countAccounts(record.accounts, accounts, counts);
    });
    NAMES.forEach((name) => { counts[name] = plain(counts[name]); });
    return { ids, counts };
  }

  function countPractice(record, whole, counts) {
    for (let i = 0; i < OF_PRACTICE.length; i++) {
      const [name, values] = OF_PRACTICE[i];
      if (!(whole & ~(1 << i))) values(record).forEach((value) => count(counts[name], value));
    }
  }

  // A value counts once, however many of a practice's accounts have it.
  function countAccounts(accounts, masks, counts) {
    for (let i = 0; i < OF_ACCOUNT.length; i++) {
      const [name, values] = OF_ACCOUNT[i];
      const others = ~(1 << (OF_PRACTICE.length + i));
      const seen = [];
      for (let k = 0; k < accounts.length; k++) {
        if (!(masks[k] & others)) values(accounts[k]).forEach((value) => { if (seen.indexOf(value) < 0) seen.push(value); });
      }
      seen.forEach((value) => count(counts[name], value));
    }
  }

  function count(of, value) {
    of.set(value, (of.get(value) || 0) + 1);
  }

  function plain(map) {
    const object = {};
    map.forEach((number, value) => { object[value] = number; });
    return object;
  }

  // Whether one practice passes the filters, as a function; null when nothing is chosen.
  function filter(filters) {
    const ofPractice = choices(OF_PRACTICE, filters);
    const ofAccount = choices(OF_ACCOUNT, filters);
    if (!ofPractice.length && !ofAccount.length) return null;
    return (record) => record.kind === "practices" && missed(record, ofPractice) === 0 &&
      record.accounts.some((account) => missed(account, ofAccount) === 0);
  }

  // Whether one account passes what is chosen of accounts, as a function; null when nothing of them is chosen.
  function accountFilter(filters) {
    const ofAccount = choices(OF_ACCOUNT, filters);
    return ofAccount.length ? (account) => missed(account, ofAccount) === 0 : null;
  }

  facets.filter = filter;
  facets.accountFilter = accountFilter;
  facets.NAMES = NAMES;
  kb.facets = facets;
})(window.kb);
