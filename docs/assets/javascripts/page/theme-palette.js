// The colours that the reader chose, before the first paint (Material's inline script as a file).
(function () {
  "use strict";
  var SYSTEM = "(prefers-color-scheme)";
  var stored = window.__md_get("__palette");
  var choices = document.querySelectorAll("input[data-md-color-media]");
  // Only which of the choices is taken from what is stored: its colours are those of the choice.
  var choice = stored ? choices[stored.index] : null;
  // Who has chosen nothing gets what the system says at once, not a flash of white first.
  if (!choice || choice.getAttribute("data-md-color-media") === SYSTEM) {
    var light = matchMedia("(prefers-color-scheme: light)").matches;
    choice = document.querySelector("input[data-md-color-media='(prefers-color-scheme: " + (light ? "light" : "dark") + ")']");
  }
  if (!choice) return;
  ["media", "scheme", "primary", "accent"].forEach(function (key) {
    document.body.setAttribute("data-md-color-" + key, choice.getAttribute("data-md-color-" + key));
  });
})();
