// The guide's commands and examples are copied by a button; what is broader than its place is scrolled with the keys.
(function (kb) {
  "use strict";

  document.querySelectorAll(".highlight pre > code").forEach((code) => {
    const said = kb.el("span", { role: "status", class: "kb-note" });
    const copied = (done) => kb.say(said, done ? "已复制" : "浏览器不让复制，请选中了自己复制");
    const button = kb.button("复制", () => kb.copy({ text: code.textContent.replace(/\n$/, "") }, copied));
    code.closest(".highlight").appendChild(kb.el("div", { class: "kb-code-copy" }, said, button));
  });

  // A place that shows all it has is no stop for the Tab key.
  kb.scrollStops = function () {
    document.querySelectorAll("[data-kb-scrolls]").forEach((found) => {
      const place = /** @type {HTMLElement} */ (found);
      const more = place.scrollWidth > place.clientWidth || place.scrollHeight > place.clientHeight;
      if (more) place.tabIndex = 0;
      else place.removeAttribute("tabindex");
    });
  };

  kb.scrollStops();
  window.addEventListener("resize", kb.scrollStops);
})(window.kb);
