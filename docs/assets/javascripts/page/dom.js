// Elements, marked words and spoken messages, for the scripts that build parts of a page.
(function (kb) {
  "use strict";

  // kb.el("a", {href: "…", hidden: true}, "text", element, …); attributes that are null or false stay away.
  kb.el = function (tag, attributes, ...children) {
    const element = document.createElement(tag);
    Object.keys(attributes || {}).forEach((name) => {
      const value = attributes[name];
      if (value === true) element.setAttribute(name, "");
      else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
    });
    kb.append(element, children);
    return element;
  };

  // Appends texts and elements; texts get the source's masks marked.
  kb.append = function (parent, children) {
    children.forEach((child) => {
      if (Array.isArray(child)) kb.append(parent, child);
      else if (typeof child === "string") kb.masked(parent, child);
      else if (child) parent.appendChild(child);
    });
  };

  // A button that calls run(itself); a link in looks, unless it is given others.
  kb.button = function (label, run, looks) {
    const made = kb.el("button", { type: "button", class: looks || "kb-link" }, label);
    made.addEventListener("click", () => run(made));
    return made;
  };

  kb.empty = function (element) {
    while (element.firstChild) element.removeChild(element.firstChild);
  };

  // Wraps places of an element's text in <mark>; `spans` are [start, end) in characters, in order.
  kb.mark = function (element, spans) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    /** @type {Text[]} */
    const nodes = [];
    while (walker.nextNode()) nodes.push(/** @type {Text} */ (walker.currentNode));
    let end = element.textContent.length;
    // From the end on, so that cutting a node leaves the places before it as they are.
    nodes.reverse().forEach((node) => {
      const start = end - node.length;
      end = start;
      spans.slice().reverse().forEach((span) => {
        const from = Math.max(span[0] - start, 0);
        const to = Math.min(span[1] - start, node.length);
        if (from < to) wrap(node, from, to);
      });
    });
  };

  function wrap(node, from, to) {
    const inside = from ? node.splitText(from) : node;
    if (inside.length > to - from) inside.splitText(to - from);
    const mark = document.createElement("mark");
    inside.parentNode.replaceChild(mark, inside);
    mark.appendChild(inside);
  }

  kb.unmark = function (element) {
    element.querySelectorAll("mark").forEach((mark) => {
      mark.replaceWith(...mark.childNodes);
    });
    element.normalize();
  };

  // A stretch of `text`, at most `most` characters long, around the first of `spans`, which are marked.
  kb.excerpt = function (text, spans, most) {
    const first = spans.length ? spans[0][0] : 0;
    const start = Math.max(0, Math.min(first - Math.floor(most / 3), text.length - most));
    const end = Math.min(text.length, start + most);
    const element = kb.el("span", null, text.slice(start, end));
    kb.mark(element, spans.map((span) => [span[0] - start, Math.min(span[1], end) - start]));
    if (start) element.insertBefore(document.createTextNode("…"), element.firstChild);
    if (end < text.length) element.appendChild(document.createTextNode("…"));
    return element;
  };

  // Runs what a reader need not wait for, once the rest has been painted and nothing else is waiting.
  kb.afterPaint = function (run) {
    if (window.requestIdleCallback) requestAnimationFrame(() => requestIdleCallback(run, { timeout: 300 }));
    else requestAnimationFrame(() => setTimeout(run, 0));
  };

  // Puts a message where screen readers hear it, also when it is the same as before; `buttons` stand behind it.
  kb.say = function (element, text, buttons) {
    if (!element) return;
    element.textContent = "";
    setTimeout(() => {
      element.textContent = text;
      (buttons || []).forEach((button) => element.append(" · ", button));
    }, 20);
  };
})(window.kb);
