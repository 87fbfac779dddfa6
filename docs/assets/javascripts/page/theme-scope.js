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
  // What each stored setting must look like for the theme's scripts to take it. Anybody can write there:
  // another page of the server, an extension, a version of the theme that is gone. What is no valid value
  // is as good as none. Nothing of this size is ours.
  var LONGEST = 10000;
  function plain(value) { return Object.prototype.toString.call(value) === "[object Object]"; }
  function values(value) { return Object.keys(value).map(function (key) { return value[key]; }); }
  function isText(value) { return typeof value === "string"; }
  var VALID = {
    __palette: function (value) {
      var choices = document.querySelectorAll("input[data-md-color-media]").length;
      return plain(value) && Number.isInteger(value.index) && value.index >= 0 && value.index < choices && plain(value.color) &&
        Object.keys(value.color).every(function (key) { return ["media", "scheme", "primary", "accent"].indexOf(key) >= 0; }) &&
        values(value.color).every(isText);
    },
    __tabs: function (value) { return Array.isArray(value) && value.every(isText); },
    __announce: function (value) { return typeof value === "number"; },
    __outdated: function (value) { return typeof value === "boolean"; },
    __consent: function (value) {
      return plain(value) && values(value).every(function (each) { return typeof each === "boolean"; });
    },
    __source: function (value) {
      return plain(value) && values(value).every(function (each) { return isText(each) || typeof each === "number"; });
    },
  };
  window.__md_get = function (key, storage, place) {
    try {
      var text = (storage || localStorage).getItem((place || scope).pathname + "." + key);
      if (!text || text.length > LONGEST) return null;
      var value = JSON.parse(text);
      return VALID[key] && VALID[key](value) ? value : null;
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
  // The site's root, from which all scripts of the library find data and pages; said here and nowhere else.
  window.kb = /** @type {any} */ ({ root: scope.href });
})();
