// The colours that the reader chose, before the first paint (Material's inline script as a file).
(function () {
  "use strict";
  var SYSTEM = "(prefers-color-scheme)";
  var palette = window.__md_get("__palette");
  // Who has chosen nothing gets what the system says at once, not a flash of white first.
  if (!palette || !palette.color) palette = { color: { media: SYSTEM } };
  if (palette.color.media === SYSTEM) {
    var light = matchMedia("(prefers-color-scheme: light)").matches;
    var input = document.querySelector("[data-md-color-media='(prefers-color-scheme: " + (light ? "light" : "dark") + ")']");
    ["media", "scheme", "primary", "accent"].forEach(function (key) {
      palette.color[key] = input.getAttribute("data-md-color-" + key);
    });
  }
  Object.keys(palette.color).forEach(function (key) {
    document.body.setAttribute("data-md-color-" + key, palette.color[key]);
  });
})();
