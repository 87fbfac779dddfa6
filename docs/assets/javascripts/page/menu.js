// The list of sections: one stop of the Tab key, and on narrow screens behind a real button.
(function () {
  "use strict";
  var button = document.querySelector("[data-kb-menu]");
  var nav = document.getElementById("kb-nav");
  if (!button || !nav) return;

  function show(open) {
    button.setAttribute("aria-expanded", String(open));
    nav.classList.toggle("kb-nav--open", open);
  }
  // One stop of the Tab key, so that the page is near: the arrow keys go through the sections.
  var links = Array.prototype.slice.call(nav.querySelectorAll("a"));
  function stop(link) {
    links.forEach(function (each) { each.tabIndex = each === link ? 0 : -1; });
  }
  function next(key, at) {
    if (key === "ArrowRight" || key === "ArrowDown") return (at + 1) % links.length;
    if (key === "ArrowLeft" || key === "ArrowUp") return (at + links.length - 1) % links.length;
    return key === "Home" ? 0 : key === "End" ? links.length - 1 : -1;
  }
  nav.setAttribute("aria-label", nav.getAttribute("aria-label") + "，左右方向键换");
  stop(nav.querySelector("[aria-current]") || links[0]);
  nav.addEventListener("focusin", function (event) { stop(event.target); });
  nav.addEventListener("keydown", function (event) {
    var to = event.altKey || event.ctrlKey || event.metaKey ? -1 : next(event.key, links.indexOf(event.target));
    if (to < 0) return;
    event.preventDefault();
    links[to].focus();
  });
  // The hint is for the hand that is on the keys.
  document.addEventListener("keydown", function (event) { if (event.key === "Tab") nav.classList.add("kb-nav--keys"); });
  document.addEventListener("pointerdown", function () { nav.classList.remove("kb-nav--keys"); });

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
