/* How far a practice got: who chooses that nothing says it has no words to rest it on. */
(function () {
  "use strict";
  var entry = desk.entry;
  if (!entry || !entry.form) { return; }
  /** Words that are offered: done, resting on them; they stand in the account's own paragraphs. */
  entry.form.addEventListener("click", function (event) {
    var button = event.target.closest("[data-done]"), path = button && button.getAttribute("data-done");
    if (!button) { return; }
    entry.set(path + ".status", "done");
    entry.set(path + ".scope", "local");
    entry.set(path + ".cue", button.getAttribute("data-cue"));
    entry.control(path + ".cue").focus();
  });
  entry.form.addEventListener("change", function (event) {
    var found = /^(accounts\.\d+\.progress)\.status$/.exec(event.target.getAttribute("data-kb-field") || ""), gone;
    if (!found || event.target.value !== "unclear") { return; }
    gone = [".cue", ".scope"].filter(function (name) {
      var field = entry.control(found[1] + name), held = field && (field.value.trim() !== "" || field.hasAttribute("data-open"));
      if (held) { field.removeAttribute("data-open"); entry.set(found[1] + name, ""); }
      return held;
    });
    if (gone.length) { entry.say("选了“不明”：没有话说明进展，依据和依据范围一起去掉了。要它回来，点“撤回”。"); }
    event.target.focus();
  });
}());
