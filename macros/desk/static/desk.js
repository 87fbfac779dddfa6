/* What every page of the desk shares: asking the server, the first hints, looking for an entry by its name. */
var desk = (function () {
  "use strict";

  if (window.matchMedia && window.matchMedia("(prefers-color-scheme: dark)").matches) { document.body.setAttribute("data-md-color-scheme", "slate"); }

  // Which window this is: what it wrote last itself it may go on from, also after the desk was killed.
  var WINDOW = Array.prototype.map.call(window.crypto.getRandomValues(new Uint32Array(3)), String).join("-");
  var lists = {};

  /** Asks the desk; the promise fails with a sentence for the person. */
  function ask(address, given) {
    var how = given === undefined ? { credentials: "same-origin" } : {
      method: "POST", credentials: "same-origin", headers: { "Content-Type": "application/json" }, body: JSON.stringify(Object.assign({ window: WINDOW }, given))
    };
    return fetch(address, how).then(function (answer) {
      if (!answer.ok) {
        return answer.text().then(function (text) {
          var error = new Error(text || "没有成。");
          error.status = answer.status;
          throw error;
        });
      }
      return (answer.headers.get("Content-Type") || "").indexOf("json") > 0 ? answer.json() : answer.text();
    }, function () {
      throw new Error("编写台没有回答：看看运行 kb edit 的窗口是不是关了。写的东西先留在这一页。");
    });
  }

  function hints() {
    var box = document.querySelector("[data-hints]");
    if (!box) { return; }
    var key = "kb-desk-hints-" + box.getAttribute("data-hints");
    var known = false;
    try { known = localStorage.getItem(key) === "1"; } catch (refused) { known = false; }
    box.hidden = known;
    box.querySelector("[data-hints-close]").addEventListener("click", function () {
      box.hidden = true;
      try { localStorage.setItem(key, "1"); } catch (refused) { return; }
    });
  }

  function seeking() {
    var box = document.querySelector("[data-seek]");
    if (!box) { return; }
    var loaded = {}, timer = 0;
    function names(kind) {
      loaded[kind] = loaded[kind] || ask("/names/" + kind);
      return loaded[kind];
    }
    function row(kind, id, name) {
      var item = document.createElement("li"), link = document.createElement("a");
      link.href = "/" + kind + "/" + id;
      link.textContent = name;
      item.appendChild(link);
      return item;
    }
    function look() {
      var words = box.value.trim().toLowerCase(), found = 0;
      Promise.all(Array.prototype.map.call(document.querySelectorAll("[data-kind]"), function (part) {
        var kind = part.getAttribute("data-kind"), list = part.querySelector("ul");
        return names(kind).then(function (all) {
          var hits = all.filter(function (each) { return !words || each[1].toLowerCase().indexOf(words) >= 0 || each[0].indexOf(words) >= 0; });
          list.textContent = "";
          hits.slice(0, 200).forEach(function (each) { list.appendChild(row(kind, each[0], each[1])); });
          part.hidden = hits.length === 0;
          part.open = words ? hits.length > 0 : part.open;
          found += hits.length;
        });
      })).then(function () { document.getElementById("seek-count").textContent = words ? found + " 条" : ""; });
    }
    box.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(look, 150); });
  }

  /** The list beside says what is not saved, as the line above does. */
  function writing(base) {
    var list = document.querySelector("[data-writing]");
    if (list) { ask("/writing?of=" + encodeURIComponent(base.slice(1))).then(function (html) { list.innerHTML = html; }, function () { return null; }); }
  }

  /** Offers the entries of a kind by name, in a field that takes one. */
  function names(field) {
    var kind = field.getAttribute("data-target");
    if (field.tagName !== "INPUT" || !kind) { return; }
    lists[kind] = lists[kind] || ask("/names/" + kind).then(function (known) {
      var made = document.createElement("datalist");
      made.id = "names-" + kind;
      known.forEach(function (each) {
        var option = document.createElement("option");
        option.value = each[1] + "（" + each[0] + "）";
        made.appendChild(option);
      });
      document.body.appendChild(made);
    });
    field.setAttribute("list", "names-" + kind);
  }

  /** Who writes a name anew wants it. */
  function renaming() {
    Array.prototype.forEach.call(document.querySelectorAll("[data-chooses]"), function (field) {
      field.addEventListener("input", function () { document.getElementById(field.getAttribute("data-chooses")).checked = true; });
    });
  }

  /** A name that is offered is put in with a click. */
  function naming() {
    Array.prototype.forEach.call(document.querySelectorAll("[data-names]"), function (button) {
      button.addEventListener("click", function () {
        var field = document.getElementById(button.getAttribute("data-names"));
        field.value = button.textContent;
        field.focus();
      });
    });
  }

  /** What is very likely a practice is chosen with one click, and can be taken back one by one. */
  function choosing() {
    var button = document.querySelector("[data-check-sure]");
    if (button) {
      button.addEventListener("click", function () {
        Array.prototype.forEach.call(document.querySelectorAll("[data-sure]"), function (box) { box.checked = true; });
      });
    }
  }

  /** Shows the paragraph that a page is about. */
  function here() {
    var page = document.querySelector("[data-at]"), at = page ? page.getAttribute("data-at") : "";
    var one = at ? page.querySelector('[data-kb-paragraph="' + at + '"]') : null;
    if (one) { one.classList.add("is-at"); }
    one = one || (page ? page.querySelector("[data-here]") : null);
    // The text alone is scrolled: on a narrow screen the question stands above it.
    var pane = one ? one.closest(".left") : null;
    if (pane) { pane.scrollTop += one.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3; }
  }

  /** The browser's own words for a file speak its language. */
  function choosingFile() {
    var words = document.querySelector("[data-chosen]");
    if (!words) { return; }
    document.getElementById("file").addEventListener("change", function (event) {
      words.textContent = event.target.files.length ? "选了：" + event.target.files[0].name : "选文件";
    });
  }

  /** A day that is none is said where it is written, before anything is written down. */
  function days() {
    var field = document.querySelector("[data-day]"), said = document.querySelector("[data-day-wrong]");
    function look() {
      var found = /^(\d{4})(?:年|[-/.年](\d{1,2})(?:月|[-/.月](\d{1,2})[日号]?)?)?$/.exec(field.value.replace(/\s+/g, ""));
      var day = found && new Date(Date.UTC(Number(found[1]), Number(found[2] || 1) - 1, Number(found[3] || 1)));
      var right = !field.value.trim() || (day && day.getUTCMonth() + 1 === Number(found[2] || 1) && day.getUTCDate() === Number(found[3] || 1));
      said.hidden = Boolean(right);
      field.setAttribute("aria-invalid", String(!right));
    }
    if (field && said) { field.addEventListener("change", look); field.addEventListener("input", function () { if (!said.hidden) { look(); } }); look(); }
  }

  document.addEventListener("DOMContentLoaded", function () { hints(); seeking(); choosingFile(); choosing(); renaming(); naming(); days(); here(); });
  return { ask: ask, here: here, names: names, writing: writing };
}());
