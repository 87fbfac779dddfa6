/* What comes along unseen from Word or a web page goes as soon as it is in a field, whichever; one quiet line says so. */
desk.pasted = (function () {
  "use strict";
  // The same as pasted.py: line ends that only Word knows, and what takes no room.
  var LINES = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/gu;
  var UNSEEN = new RegExp("[\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u009f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e"
    + "\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb\\ufffe\\uffff\\ud800-\\udfff\\u{e0000}-\\u{e0fff}]", "gu");
  var composing = false;

  function clean(text) { return text.replace(LINES, "\n").replace(UNSEEN, ""); }

  function said() { return document.querySelector("[data-cleaned]"); }

  /** Tells how many signs went, until one goes to another field. */
  function tell(unseen, lines) {
    var box = said(), words = [];
    if (!box) { return; }
    if (unseen) { words.push("去掉了 " + unseen + " 个看不见的字符"); }
    if (lines) { words.push("把 " + lines + " 个换行记号换成了换行"); }
    box.textContent = words.join("，") + "。多半是从 Word 或者网页粘来的；看得见的字没有动。";
    box.hidden = false;
  }

  function look(event) {
    var field = event.target, old = field.value, at;
    if (composing || typeof old !== "string" || !/^(TEXTAREA|INPUT)$/.test(field.tagName) || /^(file|checkbox|radio|hidden)$/.test(field.type)) { return; }
    var made = clean(old);
    if (made === old) { return; }
    at = field.selectionStart === null ? null : clean(old.slice(0, field.selectionStart)).length;
    field.value = made;
    if (at !== null) { field.setSelectionRange(at, at); }
    tell((old.replace(LINES, "\n").match(UNSEEN) || []).length, (old.replace(/\r\n?/g, "").match(LINES) || []).length);
  }

  // First of all, so that whoever listens to the field finds it clean.
  document.addEventListener("compositionstart", function () { composing = true; }, true);
  document.addEventListener("compositionend", function (event) { composing = false; look(event); }, true);
  document.addEventListener("input", look, true);
  document.addEventListener("focusin", function () { if (said()) { said().hidden = true; } });
  return { clean: clean };
}());
