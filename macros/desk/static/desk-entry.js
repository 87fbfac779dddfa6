/* The form of an entry: what is typed goes to the desk at once and is kept there; findings come back beside their fields. */
desk.entry = (function () {
  "use strict";
  var page = document.querySelector("[data-entry]");
  if (!page) { return null; }
  var base = page.getAttribute("data-entry"), version = Number(page.getAttribute("data-version"));
  var written = "", form = page.querySelector("[data-form]"), state = document.querySelector("[data-state]");
  var dirty = {}, redraw = false, running = null, timer = 0, later = 0, composing = false;
  // A pause in typing, and the longest that a word waits.
  var PAUSE = 300, LONGEST = 800, since = 0, ready = false, pressed = false, waiting = [], refused = null;
  // Whether something was not taken in; whether the line above says something that the next answer may cure; what the list beside knows.
  var stuck = false, complained = false, listed = "";
  // Whether what was put in is a step of its own; whether the form lacks fields that the entry has by now.
  var step = false, stale = false;

  function all(selector, within) { return Array.prototype.slice.call((within || document).querySelectorAll(selector)); }
  function control(path) { return form ? form.querySelector('[data-kb-field="' + path + '"]') : null; }
  function empty() { return Object.keys(dirty).length === 0; }

  function unwritten(field) { return field.hasAttribute("data-open") && (field.value.trim() === "" || field.value.indexOf("待填") >= 0); }

  function say(text, bad) {
    var box = page.querySelector("[data-said]");
    box.textContent = text;
    box.hidden = !text;
    box.className = "said" + (bad ? " said--bad" : "");
  }

  function note(field, whole) {
    // What waits for a person waits on, as long as nothing is written there.
    dirty[field.getAttribute("data-kb-field")] = unwritten(field) ? "待填" : field.value;
    if (refused && !unwritten(refused)) { refused = null; say(""); }
    redraw = redraw || (whole && !form.hasAttribute("data-one"));
    since = since || Date.now();
    clearTimeout(timer);
    timer = setTimeout(flush, whole ? 0 : Math.max(0, Math.min(PAUSE, LONGEST - (Date.now() - since))));
    if (state && !windows.waiting()) { state.textContent = "正在写"; }
  }

  /** Sends what was typed; the promise ends when the desk has all of it. */
  function flush() {
    clearTimeout(timer);
    // What waits for the person's word is sent with it: sooner it would only be refused again.
    if (composing || windows.waiting()) { return Promise.resolve(); }
    if (running) { return running.then(flush); }
    if (empty() && !redraw) { return Promise.resolve(); }
    var given = dirty, whole = redraw, own = step;
    dirty = {}; redraw = false; step = false; since = 0;
    running = desk.ask(base + "/fields", { version: version, fields: given, redraw: whole, stale: stale, step: own }).then(function (answer) {
      stale = answer.stale || (stale && answer.form === undefined);
      answer.refused.forEach(function (path) { dirty[path] = path in dirty ? dirty[path] : given[path]; });
      windows.sent(given);
      settled(answer);
      return take(answer);
    }, function (error) {
      Object.keys(given).forEach(function (path) { if (!(path in dirty)) { dirty[path] = given[path]; } });
      redraw = redraw || whole;
      failed(error);
      if (error.status === undefined) { timer = setTimeout(flush, 2000); }
    }).then(function () { running = null; });
    return running;
  }

  function failed(error) {
    if (error.status === 409 && form) { windows.apart(error.message); } else { complain(error.message); }
  }

  function complain(text) { complained = true; say(text, true); }

  /** What was complained of is cured, or is not. */
  function settled(answer) {
    stuck = answer.refused.length > 0;
    if (complained && !answer.said && !stuck) { complained = false; say(""); }
  }

  /** Takes the answer of the desk: what it holds now, what is found of it. Nothing moves while a button is held down: the click
      would land beside it. */
  function take(answer) {
    version = answer.version;
    return pressed ? new Promise(function (done) { waiting.push(function () { done(shown(answer)); }); }) : Promise.resolve(shown(answer));
  }

  function shown(answer) {
    if (answer.form !== undefined && form && !form.hasAttribute("data-one")) { put(answer.form); }
    if (answer.clash) { say(answer.said, true); } else if (answer.said) { complain(answer.said); } else if (answer.saved) { say(""); }
    // What differed a moment ago is shown no longer.
    var differences = page.querySelector("[data-clash]");
    if (differences && differences.hasAttribute("data-of") && differences.getAttribute("data-of") !== version + "/" + answer.changed) { differences.removeAttribute("data-of"); differences.innerHTML = ""; }
    if (answer.clash !== undefined) { page.querySelector("[data-clash]").innerHTML = answer.clash; }
    if (answer.saved) { written = answer.kept; }
    if (state) { state.textContent = stuck ? "有一处写不进去，还没有存" : answer.changed ? "草稿 " + answer.kept + " 自动存了，还没有写进库里" : written ? "已写进库里 " + written : "和库里的一样"; }
    var undo = document.querySelector('[data-act="undo"]'), title = page.querySelector("[data-title]"), open = document.querySelector("[data-left-count]");
    if (open) { open.textContent = answer.open; }
    if (undo) { undo.disabled = answer.undo === 0; }
    if (title) { title.textContent = answer.title; }
    if (form) { findings.tell(answer.told, answer.whole, answer.library); }
    if (answer.ready && !ready && form) {
      ready = true;
      form.dispatchEvent(new CustomEvent("kb-ready"));
    }
    if (answer.ready && form) { look.soon(version); }
    if (answer.focus) { focus(answer.focus); }
    if (listed && listed !== answer.changed + answer.title) { desk.writing(base); }
    listed = answer.changed + answer.title;
    clearTimeout(later);
    if (!answer.whole) {
      later = setTimeout(function () {
        if (running || !empty()) { return; }
        var then = version;
        desk.ask(base + "/state", {}).then(function (next) { if (then === version && !running && empty()) { take(next); } }, function () { return null; });
      }, answer.library ? 400 : 1500);
    }
    return answer;
  }

  /** Puts a form that was made anew in the place of the old one; where one writes, one goes on writing. */
  function put(html) {
    var active = document.activeElement, path = active && active.getAttribute("data-kb-field");
    var start = path && active.selectionStart, end = path && active.selectionEnd, typed = path && active.value;
    var opened = all("details[open]", form).map(function (each) { return each.getAttribute("data-add") || where(each); });
    form.innerHTML = html;
    all("details", form).forEach(function (each) {
      if (opened.indexOf(each.getAttribute("data-add") || where(each)) >= 0 && !each.hasAttribute("data-add")) { each.open = true; }
    });
    Object.keys(dirty).forEach(function (each) { if (control(each) && dirty[each] !== "待填") { control(each).value = dirty[each]; } });
    all("textarea", form).forEach(grow);
    if (path && control(path)) {
      show(control(path));
      control(path).focus();
      if (path in dirty) { control(path).value = typed; }
      if (start !== null && start !== undefined && control(path).setSelectionRange) { control(path).setSelectionRange(start, end); }
    }
    findings.forget();
    form.dispatchEvent(new CustomEvent("kb-redrawn"));
  }

  function where(details) {
    var first = details.querySelector("[data-kb-field]");
    return first ? first.getAttribute("data-kb-field") : "";
  }

  function grow(box) { box.style.height = "auto"; box.style.height = box.scrollHeight + 2 + "px"; }

  function show(element) {
    for (var each = element; each; each = each.parentElement) { if (each.tagName === "DETAILS") { each.open = true; } }
    if (element.tagName === "TEXTAREA") { grow(element); }
  }

  /** Whether an item goes when this field of it is emptied; it is remembered as one that was. */
  function alone(field) {
    var item = /^(.*\.\d+)(?:\.|$)/.exec(field.getAttribute("data-kb-field"));
    field.toggleAttribute("data-emptied", field.value.trim() === "");
    return item !== null && !all('[data-kb-field^="' + item[1] + '."]', form).some(function (each) { return each !== field && each.value.trim() !== ""; });
  }

  function emptied(path) { control(path).removeAttribute("data-open"); set(path, ""); }

  /** Goes to a field, or to the first one in a part. */
  function focus(path) {
    var found = control(path) || form.querySelector('[data-item="' + path + '"]') || form.querySelector('[data-add="' + path + '"] > summary') || all('[data-kb-field^="' + path + '."]', form)[0];
    if (!found) { return; }
    show(found.tagName === "SUMMARY" ? found.closest("details").parentElement : found);
    found.focus();
    found.scrollIntoView({ block: "center" });
  }

  /** Puts a value into a field as if it were typed. */
  function set(path, value) {
    var field = control(path);
    if (!field) { return false; }
    show(field);
    field.value = value;
    if (field.tagName === "TEXTAREA") { grow(field); }
    step = true;
    note(field, true);
    return true;
  }

  function act(name, path, value) {
    return flush().then(function () { return windows.waiting() ? null : desk.ask(base + "/act", { version: version, act: name, path: path || "", value: value || "" }); })
      .then(function (answer) {
        if (!answer) { return null; }
        if (!answer.said && !stuck) { say(""); }
        // Where one decides, one goes back to what was taken back.
        if (name === "undo" && !answer.said && page.hasAttribute("data-back")) { window.location.href = page.getAttribute("data-back") + "&at=" + encodeURIComponent(answer.focus); }
        return take(answer);
      }).catch(failed);
  }

  function save() {
    return flush().then(function () { return empty() ? desk.ask(base + "/save", { version: version }) : Promise.reject(windows.waiting() || stuck ? null : new Error("还有没送到的字，没有存。")); })
      .then(function (answer) { return take(answer).then(function () { return !answer.changed; }); }).catch(function (error) { if (error) { failed(error); } });
  }

  function settle(side) {
    desk.ask(base + "/settle", { version: version, value: side }).then(function (answer) {
      page.querySelector("[data-clash]").textContent = "";
      say(side === "mine" ? "用你写的。点“存”写进库里。" : "用了文件里现在的。");
      take(answer);
    }).catch(function (error) { say(error.message, true); });
  }

  function next() {
    var found = all(".finding", form).filter(function (each) { return each.offsetParent; });
    var here = all("[data-kb-field], .finding", form), at = here.indexOf(document.activeElement);
    var one = found.filter(function (each) { return here.indexOf(each) > at; })[0] || found[0];
    if (one) { focus(one.getAttribute("data-kb-finding")); }
  }

  function released() {
    pressed = false;
    setTimeout(function () { waiting.splice(0).forEach(function (each) { each(); }); }, 0);
  }
  document.addEventListener("pointerdown", function () { pressed = true; }, true);
  document.addEventListener("pointerup", released, true);
  document.addEventListener("pointercancel", released, true);
  document.addEventListener("compositionstart", function () { composing = true; });
  document.addEventListener("compositionend", function (event) {
    composing = false;
    if (event.target.hasAttribute && event.target.hasAttribute("data-kb-field")) { note(event.target, false); }
  });
  var windows = desk.windows(page, form, base, { control: control, all: all, say: say, take: take, set: set, mine: function () { return dirty; }, forget: function () { dirty = {}; } });
  var look = desk.look(page, base);
  var findings = form ? desk.findings(page, form, { control: control, focus: focus, act: act, set: set, show: show, all: all }) : null;
  var deciding = form && page.hasAttribute("data-next") ? desk.deciding(page, form, base, {
    all: all, control: control, set: set, say: say, act: act, flush: flush, empty: empty, failed: failed, emptied: emptied, unwritten: unwritten, version: function () { return version; },
    refuse: function (field) { refused = field; }
  }) : null;
  if (form) {
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("input", function (event) {
      var field = event.target;
      if (!field.hasAttribute("data-kb-field") || field.readOnly) { return; }
      if (field.tagName === "TEXTAREA") { grow(field); }
      // An item that is being emptied stays until one leaves it.
      if (!composing && (field.value.trim() !== "" || field.hasAttribute("data-open") || !alone(field))) { note(field, false); }
    });
    form.addEventListener("focusout", function (event) {
      // The browser tells of no change where a field was empty when one came to it.
      if (event.target.hasAttribute("data-kb-field") && !event.target.readOnly && event.target.tagName !== "SELECT" && event.target.value.trim() === "" && event.target.hasAttribute("data-emptied")) { note(event.target, true); }
    });
    form.addEventListener("change", function (event) { if (event.target.hasAttribute("data-kb-field") && !event.target.readOnly) { note(event.target, true); } });
    form.addEventListener("focusin", function (event) {
      if (!event.target.hasAttribute("data-kb-field")) { return; }
      desk.names(event.target);
      var bar = page.querySelector("[data-hint-bar]"), hint = document.getElementById(event.target.getAttribute("aria-describedby"));
      if (bar) { bar.textContent = hint ? hint.textContent : ""; }
    });
    form.addEventListener("toggle", function (event) { all("textarea", event.target).forEach(grow); }, true);
    form.addEventListener("keydown", function (event) {
      if (event.key === "Enter" && !event.isComposing && /^(TEXTAREA|INPUT)$/.test(event.target.tagName)) { event.preventDefault(); }
    });
    all("textarea", form).forEach(grow);
    if (deciding) { deciding.arrive(); }
  }
  document.addEventListener("click", function (event) {
    var at = event.target.closest ? event.target.closest("[data-act], [data-kb-save], [data-settle], [data-drop], [data-clear], [data-word], [data-then], [data-belongs], [data-differences], [data-reason]") : null;
    if (!at) { return; }
    if (at.hasAttribute("data-then")) { deciding.decide(at); }
    else if (at.hasAttribute("data-reason")) { deciding.reason(at); }
    else if (at.hasAttribute("data-belongs")) { deciding.belongs(at); }
    else if (at.hasAttribute("data-kb-save")) {
      save().then(function (saved) { if (saved && at.hasAttribute("data-then-go")) { window.location.href = at.getAttribute("data-then-go"); } });
    }
    else if (at.hasAttribute("data-settle")) { settle(at.getAttribute("data-settle")); }
    else if (at.hasAttribute("data-clear")) { emptied(at.getAttribute("data-clear")); }
    else if (at.hasAttribute("data-differences")) {
      flush().then(function () { return desk.ask(base + "/differences"); }).then(function (html) {
        page.querySelector("[data-clash]").innerHTML = html;
        page.querySelector("[data-clash]").setAttribute("data-of", version + "/true");
        page.querySelector("[data-clash]").scrollIntoView({ block: "start" });
      }, function (error) { say(error.message, true); });
    }
    else if (at.hasAttribute("data-word")) {
      var blank = all('[data-kb-field^="keywords."]', form).pop();
      if (blank && set(blank.getAttribute("data-kb-field"), at.getAttribute("data-word"))) { at.hidden = true; }
    } else if (at.hasAttribute("data-drop")) {
      if (window.confirm("丢掉这一条没有存的改动？丢了就没有了。")) {
        desk.ask(base + "/drop", { version: version }).then(function (answer) { window.location.href = answer.gone ? "/" : base; }, function (error) { say(error.message, true); });
      }
    } else {
      act(at.getAttribute("data-act"), at.getAttribute("data-path"), at.getAttribute("data-value")).then(function () { if (!form) { window.location.reload(); } });
    }
  });
  document.addEventListener("keydown", function (event) {
    var writing = /^(TEXTAREA|INPUT|SELECT)$/.test(event.target.tagName);
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") { event.preventDefault(); save(); }
    else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !event.shiftKey && !writing) { event.preventDefault(); act("undo"); }
    else if (event.altKey && event.key === "ArrowDown") { event.preventDefault(); next(); }
    else if (event.ctrlKey && event.key === "Enter" && page.querySelector("[data-then]")) { event.preventDefault(); page.querySelector('[data-then="all"]').click(); }
  });
  window.addEventListener("beforeunload", function (event) { if (!empty()) { flush(); event.preventDefault(); event.returnValue = ""; } });
  if (form) {
    // The scripts that follow wait for what this answers.
    setTimeout(function () { desk.ask(base + "/state", {}).then(take, function (error) { say(error.message, true); }); }, 0);
    if (window.location.hash.length > 1) { focus(decodeURIComponent(window.location.hash.slice(1))); }
  }
  return { control: control, set: set, focus: focus, all: all, form: form, flush: flush, page: page, deciding: deciding, say: say, complain: complain, failed: failed, take: take, empty: empty, version: function () { return version; } };
}());
