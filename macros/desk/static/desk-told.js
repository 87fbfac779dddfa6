/* What is found of an entry, beside its fields and in one list, each with the buttons that mend it. */
desk.findings = function (page, form, to) {
  "use strict";
  var shownTold = "";

  function slot(path) {
    for (var at = path; ; at = at.slice(0, at.lastIndexOf("."))) {
      var found = form.querySelector('[data-kb-slot="' + at + '"]') || to.all('[data-kb-field^="' + at + '."]', form).map(function (each) {
        return form.querySelector('[data-kb-slot="' + each.getAttribute("data-kb-field") + '"]');
      })[0];
      if (found || at.indexOf(".") < 0) { return found || form.querySelector('[data-kb-slot=""]'); }
    }
  }

  function button(words, act, path) {
    var made = document.createElement("button");
    made.type = "button";
    made.textContent = words;
    made.addEventListener("click", function () { act(path); });
    return made;
  }

  /** Where a cure names the table of words it leads there, in a window of its own. */
  function guided(cure) {
    var parts = cure.textContent.split("编写指南“进展”"), link = document.createElement("a");
    if (parts.length !== 2) { return; }
    link.href = "/guide/progress";
    link.target = "_blank";
    link.textContent = "哪些词说明哪种进展";
    cure.textContent = parts[0];
    cure.appendChild(link);
    cure.appendChild(document.createTextNode(parts[1]));
  }

  function tell(told, whole, library) {
    var checked = page.querySelector("[data-checked]"), errors = told.filter(function (each) { return each.error; }).length;
    if (checked) { checked.textContent = !library ? "正在读全库，先说这一条自己的" : !whole ? "还在对照全库" : told.length ? "边写边查，不拦你存" : "没有要改的"; }
    var now = JSON.stringify(told), open = [];
    if (now === shownTold) { return; }
    shownTold = now;
    to.all("[data-kb-slot]", form).forEach(function (each) { each.textContent = ""; });
    to.all("[aria-invalid]", form).forEach(function (each) { each.removeAttribute("aria-invalid"); });
    var list = document.createElement("ul");
    list.className = "found";
    var one = form.hasAttribute("data-one");
    told.forEach(function (each, number) {
      // On the page of one decision only what is about it; that it is open still the page says itself.
      if (one && (!each.path || !form.querySelector('[data-kb-slot="' + each.path + '"]') || each.quiet || each.code === "to-confirm")) { return; }
      // What is only not written yet is no mistake: it stands in one line, and its field says so.
      if (each.quiet) { open.push(each); return; }
      var box = document.createElement("div"), words = document.createElement("p"), cure = document.createElement("p"), field = to.control(each.path);
      box.className = "finding" + (each.error ? "" : " finding--mild");
      box.setAttribute("data-kb-finding", each.path);
      box.setAttribute("data-code", each.code);
      box.id = "finding-" + number;
      words.textContent = each.message;
      cure.textContent = "改法：" + each.cure;
      guided(cure);
      box.appendChild(words); box.appendChild(cure);
      if (each.code === "to-confirm") { box.appendChild(button("看过了，对", function (path) { to.act("confirm", path); }, each.path)); }
      if (each.fix !== null && field) { box.appendChild(button("改成“" + each.fix + "”", function (path) { to.set(path, each.fix); }, each.path)); }
      var home = slot(each.path);
      home.appendChild(box);
      if (field) { field.setAttribute("aria-invalid", each.error ? "true" : "false"); }
      if (each.error && !home.closest("details.add")) { to.show(home); }
      var row = document.createElement("li");
      row.appendChild(button((each.error ? "" : "提醒：") + each.message, to.focus, each.path));
      list.appendChild(row);
    });
    var summary = page.querySelector("[data-summary]");
    if (!summary) { return; }
    summary.textContent = "";
    if (open.length) {
      var lacking = document.createElement("p");
      lacking.className = "lacking";
      lacking.appendChild(document.createTextNode("还要填："));
      open.forEach(function (each) { lacking.appendChild(button(each.message.replace("还没有填", ""), to.focus, each.path)); });
      summary.appendChild(lacking);
    }
    if (told.length > open.length) {
      var count = document.createElement("p");
      count.textContent = errors - open.length + " 处要改，" + (told.length - errors) + " 处提醒。";
      if (told.some(function (each) { return each.fix !== null; })) {
        count.appendChild(button("只有一个改法的都改好", function () { to.act("mend", ""); }, ""));
      }
      summary.appendChild(count);
      summary.appendChild(list);
    }
  }

  return { tell: tell, forget: function () { shownTold = ""; } };
};
