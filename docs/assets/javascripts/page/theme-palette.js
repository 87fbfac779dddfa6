// The colours that the reader chose, before the first paint (Material's inline script as a file).
(function () {
  "use strict";
  next();
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

  // What shows is the label of the choice that holds: a click on it takes the one after.
  function next() {
    var group = document.querySelector("[data-md-component='palette']");
    if (!group) return;
    group.addEventListener("click", function (event) {
      var label = /** @type {Element} */ (event.target).closest("label");
      if (!label) return;
      event.preventDefault();
      var radios = Array.prototype.slice.call(group.querySelectorAll("input"));
      var chosen = radios[(radios.indexOf(label.previousElementSibling) + 1) % radios.length];
      chosen.focus();
      chosen.click();
    });
  }
})();
