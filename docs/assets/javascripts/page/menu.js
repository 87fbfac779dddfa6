// The menu of narrow screens: a real button that opens and closes the list of sections.
(function () {
  "use strict";
  var button = document.querySelector("[data-kb-menu]");
  var nav = document.getElementById("kb-nav");
  if (!button || !nav) return;

  function show(open) {
    button.setAttribute("aria-expanded", String(open));
    nav.classList.toggle("kb-nav--open", open);
  }
  button.addEventListener("click", function () {
    show(button.getAttribute("aria-expanded") !== "true");
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && button.getAttribute("aria-expanded") === "true") {
      show(false);
      button.focus();
    }
  });
})();
