// Records of practices, loaded on demand: kb.entries(ids, function (records, problem) { … }).
// Data arrives as scripts, because a page that was opened by double-click may not fetch.
(function () {
  "use strict";

  const kb = window.kb = window.kb || {};
  const data = window.KB_DATA = window.KB_DATA || {};
  const MANIFEST = "assets/data/entries.js";
  const MISSING = "有数据文件没有加载到。请刷新页面再试；如果是下载到本机看的，请确认 assets 文件夹完整。";
  const own = Object.prototype.hasOwnProperty;

  // This file lies in assets/javascripts/ of the site, wherever the site lies.
  kb.root = kb.root || new URL("../../", document.currentScript.src).href;

  const waiting = {};
  const loaded = {};

  // Loads a script of the site once; `done(true)` when it ran, `done(false)` when it did not come.
  kb.loadScript = function (address, done) {
    if (waiting[address]) {
      waiting[address].push(done);
      return;
    }
    waiting[address] = [done];
    const script = document.createElement("script");
    const finish = function (ran) {
      script.remove();
      const all = waiting[address];
      delete waiting[address];
      all.forEach(function (each) { each(ran); });
    };
    script.onload = function () { finish(true); };
    script.onerror = function () { finish(false); };
    script.src = kb.root + address;
    document.head.appendChild(script);
  };

  // FNV-1a, as in macros/exports/entries.py: which of `count` files an id is in.
  kb.shard = function (id, count) {
    let value = 0x811c9dc5;
    for (let i = 0; i < id.length; i += 1) {
      value = Math.imul(value ^ id.charCodeAt(i), 0x01000193) >>> 0;
    }
    return value % count;
  };

  // The records of `ids` in their order; ids that the library does not know are left out.
  // `problem` is "" or a sentence for the reader when files did not come.
  kb.entries = function (ids, callback) {
    manifest("", function (known) {
      if (!known) {
        callback([], MISSING);
        return;
      }
      load(ids, function (complete) {
        if (complete) {
          callback(found(ids), "");
          return;
        }
        // The library may have been published anew since the manifest was read: ask once more.
        manifest("?" + Date.now(), function () {
          load(ids, function (whole) { callback(found(ids), whole ? "" : MISSING); });
        });
      });
    });
  };

  // A figure as one line: “x个临时党支部” stays masked, and says so.
  kb.figureText = function (figure) {
    const said = [figure.state_label];
    const members = figure.members.join("、");
    if (figure.value !== null) {
      said.push((figure.bound_label || "") + figure.value);
    }
    if (members && figure.raw) {
      said.push("所列：" + members);
    }
    return figure.label + "：" + (figure.raw ? kb.quoted(figure.raw) : members) + "（" + said.join("；") + "）";
  };

  // The source's words in quotation marks; its own become the inner ones.
  kb.quoted = function (text) {
    return "“" + text.replace(/“/g, "‘").replace(/”/g, "’") + "”";
  };

  function manifest(fresh, done) {
    if (data.entryFiles && !fresh) {
      done(true);
      return;
    }
    kb.loadScript(MANIFEST + fresh, done);
  }

  function load(ids, done) {
    const files = data.entryFiles;
    const addresses = [];
    ids.forEach(function (id) {
      const address = files[kb.shard(id, files.length)];
      if (!own.call(loaded, address) && addresses.indexOf(address) < 0) {
        addresses.push(address);
      }
    });
    let left = addresses.length;
    let complete = true;
    if (!left) {
      done(true);
    }
    addresses.forEach(function (address) {
      kb.loadScript(address, function (ran) {
        complete = complete && ran;
        if (ran) {
          loaded[address] = true;
        }
        left -= 1;
        if (!left) {
          done(complete);
        }
      });
    });
  }

  function found(ids) {
    const entries = data.entries || {};
    return ids.filter(function (id) { return own.call(entries, id); })
      .map(function (id) { return entries[id]; });
  }
}());
