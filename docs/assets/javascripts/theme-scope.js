// What Material's inline script sets up, as a file: where the site begins, and its stored settings.
(function () {
  "use strict";
  var base = document.currentScript.getAttribute("data-base");
  var scope = new URL(base, location.href);

  // Known before the first paint, so that nothing moves when the scripts have come.
  document.documentElement.classList.replace("no-js", "js");
  // The address says that a list will be narrowed; it is not shown whole before.
  if (location.search.length > 1) document.documentElement.classList.add("kb-waiting");
  window.__md_scope = scope;
  window.__md_hash = function (text) {
    return Array.from(text).reduce(function (hash, c) { return (hash << 5) - hash + c.charCodeAt(0); }, 0);
  };
  window.__md_get = function (key, storage, place) {
    try {
      return JSON.parse((storage || localStorage).getItem((place || scope).pathname + "." + key));
    } catch (error) {
      return null;
    }
  };
  window.__md_set = function (key, value, storage, place) {
    try {
      (storage || localStorage).setItem((place || scope).pathname + "." + key, JSON.stringify(value));
    } catch (error) {
      // Private windows and full disks: the setting is lost with the page, nothing else.
    }
  };
  // Scripts of the library find their data and pages from here.
  window.kb = window.kb || {};
  window.kb.base = scope.href;
})();
