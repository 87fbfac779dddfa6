/* The page as readers will see it, one tab away from the text: shown anew after a pause, where it was being read. */
desk.look = function (page, base) {
  "use strict";
  var frame = page.querySelector("[data-kb-preview]"), PAUSE = 700, timer = 0, wanted = -1, shown = -1, at = 0;
  if (!frame) { return { soon: function () { return null; } }; }

  function draw() {
    if (frame.hidden || shown === wanted) { return; }
    at = frame.contentWindow ? frame.contentWindow.pageYOffset : 0;
    shown = wanted;
    frame.src = base + "/preview?" + wanted;
  }

  function view(name) {
    Array.prototype.forEach.call(page.querySelectorAll("[data-view]"), function (each) { each.setAttribute("aria-pressed", String(each.getAttribute("data-view") === name)); });
    Array.prototype.forEach.call(page.querySelectorAll("[data-view-of]"), function (each) { each.hidden = each.getAttribute("data-view-of") !== name; });
    draw();
  }

  frame.addEventListener("load", function () {
    var inside = frame.contentDocument;
    if (inside && inside.body) {
      inside.body.setAttribute("data-md-color-scheme", document.body.getAttribute("data-md-color-scheme"));
      frame.contentWindow.scrollTo(0, at);
    }
  });
  page.addEventListener("click", function (event) {
    var tab = event.target.closest("[data-view], [data-speech]");
    if (tab) { view(tab.getAttribute("data-view") || "text"); }
  });

  return {
    soon: function (version) {
      wanted = version;
      clearTimeout(timer);
      timer = setTimeout(draw, shown < 0 ? 0 : PAUSE);
    }
  };
};
