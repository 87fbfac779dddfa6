/* One entry in two windows: what was typed in the one that comes late waits there, and the person says what becomes of it. */
desk.windows = function (page, form, base, entry) {
  "use strict";
  // What this window has sent of each field, and whether something waits.
  var sent = {}, waits = false;

  function initial(field) {
    if (field.tagName !== "SELECT") { return field.defaultValue; }
    return (entry.all("option", field).filter(function (each) { return each.defaultSelected; })[0] || { value: "" }).value;
  }

  /** Buttons behind what is said. */
  function offer(ways) {
    var box = page.querySelector("[data-said]");
    ways.forEach(function (each) {
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = each[0];
      button.addEventListener("click", each[1]);
      box.appendChild(document.createTextNode(" "));
      box.appendChild(button);
    });
  }

  function apart(message) {
    var state = document.querySelector("[data-state]");
    var ways = [["并进去", merge], ["不要这里写的", function () { entry.forget(); window.location.reload(); }]];
    waits = true;
    entry.say(message, true);
    if (state) { state.textContent = "这里写的还没有存"; }
    // On the page of one decision an item of a list may lie elsewhere by now.
    var moved = form.hasAttribute("data-one") && Object.keys(entry.mine()).some(function (path) { return /\.\d/.test(path); });
    offer(ways.slice(moved ? 1 : 0));
  }

  function named(path) {
    var label = form.querySelector('label[for="f-' + path + '"]');
    return label && label.firstChild ? label.firstChild.textContent.trim() : "这一格";
  }

  /** Puts what was typed here into what the other window made of the entry: each field that is there still as this one knew it.
      Of those that the other changed, too, the person takes one or the other. */
  function merge() {
    var mine = entry.mine(), was = {};
    Object.keys(mine).forEach(function (path) {
      var field = entry.control(path);
      was[path] = path in sent ? sent[path] : field ? initial(field) : null;
    });
    desk.ask(base + "/state", { redraw: true }).then(function (answer) {
      entry.forget();
      return entry.take(answer).then(function () {
        var theirs = form, one = form.hasAttribute("data-one");
        if (one) { theirs = document.createElement("div"); theirs.innerHTML = answer.form || ""; }
        function there(path) { return theirs.querySelector('[data-kb-field="' + path + '"]'); }
        var other = Object.keys(mine).filter(function (path) { return !there(path) || initial(there(path)) !== was[path]; });
        var here = other.filter(entry.control);
        waits = false;
        sent = {};
        Object.keys(mine).forEach(function (path) { if (other.indexOf(path) < 0) { entry.set(path, mine[path]); } });
        entry.say(other.length ? "那边也改了这几处。" + other.map(function (path) { return named(path) + "，那边写的是“" + (there(path) ? initial(there(path)) : "") + "”，你写的是“" + mine[path] + "”"; }).join("；") + "。" : Object.keys(mine).length ? "并进去了。" : "换成那边写的了，接着写。", other.length > 0);
        if (here.length) {
          offer([["用我写的", function () { here.forEach(function (path) { entry.set(path, mine[path]); }); entry.say("用了你写的；那边写的，点“撤回”就回来。"); }],
            ["用那边的", function () { if (one) { window.location.reload(); } else { entry.say(""); } }]]);
        }
      });
    }).catch(function (error) { entry.say(error.message, true); });
  }

  return { apart: apart, waiting: function () { return waits; }, sent: function (given) { Object.keys(given).forEach(function (path) { sent[path] = given[path]; }); } };
};
