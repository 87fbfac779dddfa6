/* Deciding: what is asked on one screen is done with together, and what is wrong there is said before one goes on. */
desk.deciding = function (page, form, base, to) {
  "use strict";
  // So often the rules that look at the whole library are asked for before one goes on without them.
  var TRIES = 4, PAUSE = 300;

  function go(where, on, did) {
    if (to.empty()) { window.location.href = page.getAttribute(where || "data-next") + (on ? "&on=" + encodeURIComponent(on) + "&did=" + did : ""); }
  }

  /** What is wrong with the fields of this screen. */
  function wrong(left) {
    return desk.ask(base + "/state", {}).then(function (answer) {
      if (!answer.whole && answer.library && left > 1) {
        return new Promise(function (done) { setTimeout(done, PAUSE); }).then(function () { return wrong(left - 1); });
      }
      return answer.told.filter(function (each) {
        // What waves a paragraph off without saying why is only a hint elsewhere; here it is asked for.
        return (each.error || each.code === "reason-said") && !each.quiet && each.code !== "to-confirm" && each.path && form.querySelector('[data-kb-slot="' + each.path + '"]');
      });
    });
  }

  function confirmed(button) {
    var paths = button.getAttribute("data-paths");
    return paths ? to.act("confirm", "", paths) : Promise.resolve({});
  }

  function held(found, button) {
    var anyway = document.createElement("button"), field = to.control(found[0].path);
    to.say("这里还有 " + found.length + " 处红的，写在那一格下面。改好再点；现在改不了的：", true);
    anyway.type = "button";
    anyway.textContent = "先这样，回头再改";
    anyway.addEventListener("click", function () { on(button); });
    page.querySelector("[data-said]").appendChild(anyway);
    if (field) { field.focus({ preventScroll: true }); field.scrollIntoView({ block: "center" }); }
  }

  function on(button) { return confirmed(button).then(function (answer) { if (answer && !answer.said) { go(); } }); }

  /** Some words of the source become a figure of the account. */
  function take(given) {
    given.path = page.getAttribute("data-account");
    return to.flush().then(function () {
      given.version = to.version();
      return to.empty() ? desk.ask("/inbox" + base + "/figure", given) : { said: "还有没送到的字，没有加。" };
    }).then(function (answer) { if (answer.said) { to.say(answer.said, true); } else { go("data-stay", answer.on, "take"); } }, to.failed);
  }

  function byHand() {
    var given = {};
    to.all("[data-hand]", form).forEach(function (each) { given[each.getAttribute("data-hand")] = each.value; });
    return given;
  }

  /** Where one goes on when a card goes: the one behind it, else the one before, under the path that it has then; "-" for none. */
  function sibling(button, path) {
    var sort = path.replace(/\d+$/, ""), cards = to.all("[data-card]", form).filter(function (each) { return /^accounts|^unsaid/.test(each.getAttribute("data-card")); });
    var at = cards.indexOf(button.closest("[data-card]")), beside = cards[at + 1] || cards[at - 1], number = Number(path.slice(sort.length)), mine;
    if (!beside) { return "-"; }
    mine = beside.getAttribute("data-card");
    if (mine.indexOf(sort) !== 0 || !/^\d+$/.test(mine.slice(sort.length))) { return mine; }
    return sort + (Number(mine.slice(sort.length)) - (Number(mine.slice(sort.length)) > number ? 1 : 0));
  }

  /** What a place says that no point rests on yet becomes points to be worded. */
  function tell(path) {
    return to.flush().then(function () { return to.empty() ? desk.ask("/inbox" + base + "/tell", { version: to.version(), path: path }) : { said: "还有没送到的字，没有加。" }; })
      .then(function (answer) { if (answer.said) { to.say(answer.said, true); } else { go("data-stay", answer.on, "tell"); } }, to.failed);
  }

  /** What is written in the open point is kept, and an empty one stands behind it. */
  function another(button, path) {
    var mine = to.all("[data-kb-field]", button.closest("[data-add]"));
    if (!mine.some(function (each) { return each.value.trim(); })) {
      to.say("先把这一项写上，再加一项。", true);
      mine[0].focus();
      return Promise.resolve();
    }
    return to.flush().then(function () { go("data-stay", path, "add"); });
  }

  /** Does what a button says, and goes on. */
  function decide(button) {
    var how = button.getAttribute("data-then"), path = button.getAttribute("data-path");
    if (how === "remove") {
      var beside = sibling(button, path);
      return to.act("remove", path).then(function (answer) { if (answer && !answer.said) { go(button.hasAttribute("data-decided") ? "data-stay" : "data-again", beside, "remove"); } });
    }
    if (how === "take") { return take(button.hasAttribute("data-by-hand-do") ? byHand() : { words: button.getAttribute("data-words"), at: button.getAttribute("data-at") }); }
    if (how === "tell") { return tell(path); }
    if (how === "another") { return another(button, path); }
    if (how === "seen") { return confirmed(button).then(function (answer) { if (answer && !answer.said) { button.disabled = true; button.textContent = "看过了"; } }); }
    if (how === "clear") {
      to.emptied(path);
      if (button.hasAttribute("data-single")) { return to.flush().then(function () { go("data-next", path, "clear"); }); }
      button.disabled = true;
      button.textContent = "定了，空着";
      return to.flush();
    }
    var open = to.all("[data-open]", form).filter(to.unwritten);
    if (open.length) {
      to.say((open.length > 1 ? "还有 " + open.length + " 处空着" : "这一处还空着") + "。填上再点；不想现在定，点“先跳过”。", true);
      to.refuse(open[0]);
      open[0].focus();
      return Promise.resolve();
    }
    var bare = page.querySelector("[data-bare]");
    if (bare) {
      to.say(bare.querySelector("b").textContent + "写在出处里，还没有要点讲它：写上它讲了什么，或者去掉这个出处。", true);
      bare.querySelector("button").focus();
      return Promise.resolve();
    }
    return to.flush().then(function () { return to.empty() ? wrong(TRIES) : null; }).then(function (found) {
      return !found ? null : found.length ? held(found, button) : on(button);
    }, to.failed);
  }

  /** The place belongs to a practice that is known: its account gets it, and this screen is shown as it is now. */
  function belongs(button) {
    return to.flush().then(function () { return desk.ask("/inbox" + base + "/belongs", { version: to.version(), path: button.getAttribute("data-path"), practice: button.getAttribute("data-belongs") }); })
      .then(function (answer) { go("data-again", button.getAttribute("data-belongs") + ":" + answer.place, "belongs"); }, to.failed);
  }

  /** A usual reason is put to those that are there, and taken out where it is there already; words of one's own it replaces. */
  function reason(button) {
    var path = button.getAttribute("data-path"), field = to.control(path), given = button.getAttribute("data-reason");
    var kinds = to.all("[data-reason]", button.parentElement).map(function (each) { return each.getAttribute("data-reason"); });
    var said = to.unwritten(field) ? [] : field.value.trim().replace(/。$/, "").split("、").filter(function (each) { return kinds.indexOf(each) >= 0; });
    said = said.indexOf(given) < 0 ? said.concat([given]) : said.filter(function (each) { return each !== given; });
    to.set(path, said.join("、"));
    field.focus();
  }

  /** Where one goes on without a mouse: what is to be filled in, else what is asked. */
  function arrive() {
    var asked = page.querySelector("[data-ask]"), on = new URLSearchParams(window.location.search).get("on");
    var add = new URLSearchParams(window.location.search).get("did") === "add" ? form.querySelector('[data-add*=".points."]') : null;
    var card = add ? add : on ? to.all("[data-card]", form).filter(function (each) { return each.getAttribute("data-card") === on; })[0] : null;
    var field = card ? card.querySelector("[data-kb-field], button") : to.all("[data-open]", form).filter(to.unwritten)[0];
    if (add) { add.open = true; }
    (field && !page.querySelector("[data-belongs]") ? field : asked).focus({ preventScroll: true });
    if (card) { card.scrollIntoView({ block: "center" }); }
  }

  /** The card that one is at: its paragraph and its words stand out in the text. */
  function here(event) {
    var card = event.target.closest("[data-card]"), pane = page.querySelector("[data-text]");
    if (!card || !pane) { return; }
    var places = card.getAttribute("data-places").split(" ");
    to.all("[data-kb-paragraph]", pane).forEach(function (each) { each.classList.toggle("is-at", places.indexOf(each.getAttribute("data-kb-paragraph")) >= 0); });
    to.all("[data-mark]", pane).forEach(function (each) { each.classList.toggle("is-now", each.getAttribute("data-mark").split(" ").indexOf(card.getAttribute("data-card")) >= 0); });
    var one = pane.querySelector(".is-now") || pane.querySelector(".is-at"), box = pane.closest(".left");
    if (one && box) { box.scrollTop += one.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3; }
  }

  form.addEventListener("focusin", here);
  form.addEventListener("pointerdown", here);
  form.addEventListener("keydown", function (event) {
    if (event.key === "Enter" && !event.isComposing && !event.ctrlKey && event.target.hasAttribute("data-hand")) { take(byHand()); }
  });
  return { decide: decide, belongs: belongs, arrive: arrive, take: take, reason: reason };
};
