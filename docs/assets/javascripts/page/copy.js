// Copying, also where navigator.clipboard is missing (plain http under a host name).
//   kb.copy({text, html}, done)   html is optional; done(true) when the clipboard has it
//   kb.copyTable(table, done)     a <table> element, as a rich table that Word and WPS take, and as tabbed text
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

  kb.copyTable = function (table, done) {
    kb.copy({ text: kb.tableText(table), html: kb.tableHtml(table) }, done);
  };

  // The table as tabbed text: a row a line, as spreadsheets paste it.
  kb.tableText = function (table) {
    return Array.from(table.rows, function (row) {
      return Array.from(row.cells, function (cell) {
        const lines = cell.querySelectorAll("li, p");
        const texts = lines.length ? Array.from(lines, oneLine) : [oneLine(cell)];
        return texts.join("；") + "\t".repeat(cell.colSpan - 1);
      }).join("\t");
    }).join("\n");
  };

  // The table with whole addresses and with lines that office programs draw, since they see no stylesheet.
  kb.tableHtml = function (table) {
    const copy = /** @type {HTMLTableElement} */ (table.cloneNode(true));
    copy.setAttribute("border", "1");
    copy.setAttribute("cellspacing", "0");
    copy.setAttribute("cellpadding", "4");
    copy.querySelectorAll("[class], [id]").forEach(function (element) {
      element.removeAttribute("class");
      element.removeAttribute("id");
    });
    const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (table.querySelectorAll("a[href]"));
    copy.querySelectorAll("a[href]").forEach(function (link, i) { link.setAttribute("href", links[i].href); });
    copy.querySelectorAll("button, input, [hidden]").forEach(function (element) { element.remove(); });
    return copy.outerHTML;
  };

  function oneLine(element) {
    return element.textContent.replace(/\s+/g, " ").trim();
  }

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
