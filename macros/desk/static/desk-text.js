/* The text beside the form: a click on a paragraph sets the place, chosen words become cue, figure, point or search word. */
(function () {
  "use strict";
  var entry = desk.entry;
  if (!entry || !entry.form) { return; }
  var pane = entry.page.querySelector("[data-text]"), picked = entry.page.querySelector("[data-picked]");
  if (!pane) { return; }
  var last = "", words = "", place = "", kind = entry.page.getAttribute("data-kind"), base = entry.page.getAttribute("data-entry");

  function speech() {
    var text = pane.querySelector("[data-speech-text]");
    return text ? text.getAttribute("data-speech-text") : "";
  }
  function value(path) { var found = entry.control(path); return found ? found.value : ""; }
  function paths(start) {
    return entry.all('[data-kb-field^="' + start + '"]', entry.form).map(function (each) { return each.getAttribute("data-kb-field"); });
  }
  /** The number of items that a list in the form holds; the next one is its blank. */
  function count(list) {
    var numbers = paths(list + ".").map(function (path) { return Number(path.slice(list.length + 1).split(".")[0]); });
    return numbers.length ? Math.max.apply(null, numbers) : 0;
  }

  /** The account that one writes at: where one was last, if it tells of the speech that is shown, else the first that does. */
  function account() {
    var match = /^accounts\.(\d+)\./.exec(last), number = count("accounts"), i;
    if (match && (!speech() || [speech(), ""].indexOf(value("accounts." + match[1] + ".speech")) >= 0)) { return "accounts." + match[1]; }
    for (i = 0; i < number; i += 1) { if (value("accounts." + i + ".speech") === speech()) { return "accounts." + i; } }
    entry.set("accounts." + number + ".speech", speech());
    return "accounts." + number;
  }

  /** The places of an account: on the page of a decision they stand beside its form. */
  function cites(home) {
    var told = entry.page.getAttribute("data-cites");
    return told === null ? paths(home + ".at.").map(value).filter(Boolean) : told.split(" ").filter(Boolean);
  }

  /** A point, or a figure, that one is writing and that has no place yet rests on the paragraph. */
  function rests(at) {
    var item = /^(accounts\.\d+)\.(?:points|figures)\.\d+/.exec(last), told = item ? cites(item[1]) : [];
    var within = told.some(function (each) { return each === at || at.indexOf(each + ".") === 0; });
    if (!item || told.length < 2 || paths(item[0] + ".at.").some(value)) { return false; }
    if (!within) {
      if (entry.form.hasAttribute("data-one")) { entry.say("第" + at.replace(".", "段第") + (at.indexOf(".") > 0 ? "项" : "段") + "不在这个做法的出处里：点“打开整条”，先把它加进出处。", true); }
      return entry.form.hasAttribute("data-one");
    }
    return entry.set(item[0] + ".at.0", at);
  }

  function cite(at) {
    var home, list, i, next;
    if (kind === "speeches") {
      var box = pane.querySelector('[data-kb-paragraph="' + at.split(".")[0] + '"]');
      if (box && box.getAttribute("data-gist")) { entry.focus(box.getAttribute("data-gist")); }
      return;
    }
    if (/\.at\.\d+$/.test(last) && entry.control(last) && (kind !== "practices" || last.indexOf(account() + ".") === 0)) {
      entry.set(last, at);
      return;
    }
    if (kind === "practices" && rests(at)) { return; }
    // What is decided on one screen has its places already.
    if (kind === "practices" && entry.form.hasAttribute("data-one")) { return; }
    if (kind === "practices") { home = account(); }
    else {
      list = kind === "problems" ? "named_in" : "at";
      next = count(list);
      home = list + "." + next;
      for (i = 0; i < next; i += 1) { if (value(list + "." + i + ".speech") === speech()) { home = list + "." + i; } }
      if (!value(home + ".speech")) { entry.set(home + ".speech", speech()); }
    }
    next = count(home + ".at");
    for (i = 0; i < next; i += 1) { if (value(home + ".at." + i) === at) { mark(); return; } }
    entry.set(home + ".at." + (next > 1 ? next : 0), at);
    // What one is writing in it rests on the paragraph that it has by now.
    if (kind === "practices") { rests(at); }
  }

  /** Shows which places the account that one writes at rests on. */
  function mark() {
    // On the page of a decision the text shows what that is about.
    if (entry.form.hasAttribute("data-one")) { return; }
    var home = kind === "practices" ? (/^accounts\.\d+/.exec(last) || ["accounts.0"])[0] : "";
    var cited = home ? paths(home + ".at.").map(value) : paths("at.").concat(paths("named_in.")).map(value);
    entry.all("[data-kb-paragraph]", pane).forEach(function (each) { each.classList.toggle("is-at", cited.indexOf(each.getAttribute("data-kb-paragraph")) >= 0); });
  }

  /** Brings the first paragraph that is cited into sight, in the text alone: the form stays where it is. */
  function reveal() {
    var box = pane.closest("[data-view-of]"), one = pane.querySelector(".is-at");
    if (box && one) { box.scrollTop += one.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3; }
  }

  function choose() {
    var chosen = window.getSelection(), text = chosen.rangeCount ? chosen.toString().replace(/\s+/g, "") : "", node = chosen.anchorNode;
    var inside = node && pane.contains(node) && text;
    words = inside ? text : "";
    picked.hidden = !inside;
    if (inside) {
      var piece = (node.nodeType === 1 ? node : node.parentElement).closest("[data-kb-paragraph]");
      place = piece ? piece.getAttribute("data-kb-paragraph") : "";
      picked.querySelector("[data-picked-words]").textContent = words;
    }
  }

  /** Where the words of a cue stand is seen, not judged: in a paragraph that is cited, or elsewhere in the speech. */
  function scope(progress, cited) {
    var field = entry.control(progress + ".scope"), local = cited.indexOf(place) >= 0 || cited.indexOf(place.split(".")[0]) >= 0;
    if (field && place) { entry.set(progress + ".scope", local ? "local" : "speech"); }
  }

  /** Words that count something go to a figure, never to what is none: to the one that one is at and that has no words yet, else to a
      new one. What can be read of them is filled in with them. */
  function counted(home) {
    var part = new RegExp("^" + home.replace(/\./g, "\\.") + "\\.figures\\.\\d+").exec(last);
    var given = { path: home, words: words, at: place, open: "1", on: part && (last === part[0] + ".raw" || !value(part[0] + ".raw")) ? part[0] : "" };
    return entry.flush().then(function () {
      given.version = entry.version();
      return entry.empty() ? desk.ask("/inbox" + base + "/figure", given) : { said: "还有没送到的字，没有加。" };
    }).then(function (answer) {
      if (answer.said) { entry.complain(answer.said); return null; }
      return desk.ask(base + "/state", { redraw: true }).then(function (now) { now.focus = answer.on + ".label"; return entry.take(now); });
    }).then(null, entry.failed);
  }

  /** The point that says how often: the one that one is at, else the first without its words. */
  function rhythm(home) {
    var part = new RegExp("^" + home.replace(/\./g, "\\.") + "\\.points\\.\\d+").exec(last), mine = [], i;
    for (i = 0; i < count(home + ".points"); i += 1) { if (value(home + ".points." + i + ".aspect") === "rhythm") { mine.push(home + ".points." + i); } }
    part = part && mine.indexOf(part[0]) >= 0 ? part[0] : mine.filter(function (each) { return !value(each + ".raw"); })[0];
    if (!part) { entry.say("先加一项方面是“多久一次”的要点，点一下它，再选这几个字。", true); return; }
    entry.set(part + ".raw", words);
    entry.focus(part + ".raw");
  }

  function use(as) {
    var home = kind === "practices" ? account() : "", part;
    if (as === "cue" && home) {
      entry.set(home + ".progress.cue", words);
      scope(home + ".progress", paths(home + ".at.").map(value));
      entry.focus(home + ".progress.cue");
    } else if (as === "raw" && home) {
      counted(home);
    } else if (as === "rhythm" && home) {
      rhythm(home);
    } else if (as === "text" && home) {
      part = new RegExp("^" + home.replace(/\./g, "\\.") + "\\.points\\.\\d+").exec(last);
      part = part && !value(part[0] + ".text") ? part[0] : home + ".points." + count(home + ".points");
      entry.set(part + ".text", words);
      entry.focus(part + ".text");
    } else {
      part = kind === "problems" ? "synonyms" : "keywords";
      entry.set(part + "." + count(part), words);
    }
    picked.hidden = true;
  }

  function fillIn(path) {
    var card = entry.control(path).closest("[data-card]");
    entry.set(path, words);
    if (/\.progress\.cue$/.test(path) && card) { scope(path.replace(/\.cue$/, ""), card.getAttribute("data-places").split(" ")); }
    entry.focus(path);
  }

  pane.addEventListener("mouseup", function () { setTimeout(choose, 0); });
  document.addEventListener("keyup", function (event) { if (event.shiftKey || picked.hidden === false) { choose(); } });
  pane.addEventListener("click", function (event) {
    var one = event.target.closest("[data-place]") || (event.target.closest("a") ? null : event.target.closest("[data-kb-paragraph]"));
    if (!one || String(window.getSelection()).trim()) { return; }
    cite(one.getAttribute("data-place") || one.getAttribute("data-kb-paragraph"));
  });
  picked.addEventListener("mousedown", function (event) { event.preventDefault(); });
  picked.addEventListener("click", function (event) {
    if (event.target.hasAttribute("data-pick-into")) {
      var into = entry.control(last) || entry.all("textarea, input", entry.form)[0];
      if (into) { fillIn(into.getAttribute("data-kb-field")); }
      picked.hidden = true;
    }
    if (event.target.hasAttribute("data-pick-figure")) { entry.deciding.take({ words: words, at: place }); }
    if (event.target.hasAttribute("data-pick")) { use(event.target.getAttribute("data-pick")); } });
  entry.page.addEventListener("click", function (event) {
    var tab = event.target.closest("[data-speech]");
    if (tab) { open(tab.getAttribute("data-speech")); }
  });
  function open(id) {
    return desk.ask("/text/" + id).then(function (html) {
      pane.innerHTML = html;
      entry.all("[data-speech]").forEach(function (each) { each.setAttribute("aria-pressed", String(each.getAttribute("data-speech") === id)); });
      mark();
      reveal();
    }, function () { return null; });
  }
  /** The field that one is at: the text is that of the speech which its account cites. */
  function at(field) {
    var path = field && field.getAttribute("data-kb-field");
    if (!path || !entry.form.contains(field)) { return; }
    last = path;
    mark();
    var home = /^accounts\.\d+/.exec(path), told = home ? value(home[0] + ".speech") : "";
    if (told && told !== speech()) { open(told); }
  }
  entry.form.addEventListener("focusin", function (event) { at(event.target); });
  // An item that one opens is the one that one is at.
  entry.form.addEventListener("toggle", function (event) {
    var add = event.target.getAttribute("data-add"), first = event.target.querySelector("[data-kb-field]");
    if (add && event.target.open && first && !event.target.contains(document.activeElement)) { last = first.getAttribute("data-kb-field"); }
  }, true);
  entry.form.addEventListener("change", function (event) {
    if (event.target.getAttribute("data-target") === "speeches" && event.target.value && event.target.value !== speech()) { open(event.target.value); }
  });
  entry.form.addEventListener("kb-ready", function () {
    var told = entry.all('[data-target="speeches"]', entry.form).map(function (each) { return each.value; }).filter(Boolean)[0];
    var own = kind === "speeches" ? entry.page.getAttribute("data-entry").split("/").pop() : told;
    if (!speech() && own && !entry.form.hasAttribute("data-one")) { open(own); }
  });
  entry.form.addEventListener("kb-redrawn", mark);
  mark();
  // The address may have led to a field before this was here.
  at(document.activeElement);
  reveal();
  desk.here();
}());
