// Copying, also where navigator.clipboard is missing (plain http under a host name).
//   kb.copy({text, html}, done)   html is optional; done(true) when the clipboard has it
(function (kb) {
  "use strict";

  kb.copy = function (content, done) {
    const report = done || function () {};
    const clipboard = navigator.clipboard;
    const fallback = function () { report(copyBySelection(content)); };
    const success = function () { report(true); };
    if (clipboard && content.html && clipboard.write && window.ClipboardItem) {
      clipboard.write([new window.ClipboardItem({
        "text/html": new Blob([content.html], { type: "text/html" }),
        "text/plain": new Blob([content.text], { type: "text/plain" })
      })]).then(success, fallback);
    } else if (clipboard && !content.html && clipboard.writeText) {
      clipboard.writeText(content.text).then(success, fallback);
    } else {
      fallback();
    }
  };

  // Browsers copy what is selected; the handler puts both formats in its place.
  function copyBySelection(content) {
    const focused = /** @type {HTMLElement | null} */ (document.activeElement);
    const holder = document.createElement("textarea");
    const handler = function (event) {
      event.clipboardData.setData("text/plain", content.text);
      if (content.html) {
        event.clipboardData.setData("text/html", content.html);
      }
      event.preventDefault();
      event.stopPropagation();
    };
    holder.value = content.text;
    holder.readOnly = true;
    holder.setAttribute("aria-hidden", "true");
    holder.style.position = "fixed";
    holder.style.top = "-100em";
    document.body.appendChild(holder);
    document.addEventListener("copy", handler, true);
    holder.select();
    let copied = false;
    try {
      copied = document.execCommand("copy");
    } catch (error) {
      copied = false;
    }
    document.removeEventListener("copy", handler, true);
    holder.remove();
    if (focused && focused.focus) {
      focused.focus();
    }
    return copied;
  }
})(window.kb);
