// Records of practices, loaded on demand: kb.entries(ids, function (records, problem) { … }).
// Data arrives as scripts, because a page that was opened by double-click may not fetch.
(function (kb) {
  "use strict";

  const data = window.KB_DATA;
  const MISSING = "有数据文件没有加载到。请刷新页面再试；如果是下载到本机看的，请确认 assets 文件夹完整。";
  const own = Object.prototype.hasOwnProperty;

  const loaded = {};

  // The id under which a practice stands today, and what is told of those that were withdrawn; once entries have been asked for.
  kb.entryId = function (id) {
    const moved = data.entryMoved || {};
    return own.call(moved, id) ? moved[id] : id;
  };
  kb.entriesGone = () => data.entryGone || {};

  // The records of `ids` in their order, former ids as those of today; ids that the library does not know are left out.
  // `problem` is "" or a sentence for the reader when files did not come.
  kb.entries = function (ids, callback) {
    manifest("", function (known) {
      if (!known) {
        callback([], MISSING);
        return;
      }
      const wanted = ids.map(kb.entryId);
      load(wanted, function (complete) {
        if (complete) {
          callback(found(wanted), "");
          return;
        }
        // The library may have been published anew since the manifest was read: ask once more.
        manifest("?" + Date.now(), function () {
          const again = ids.map(kb.entryId);
          load(again, function (whole) { callback(found(again), whole ? "" : MISSING); });
        });
      });
    });
  };

  function manifest(fresh, done) {
    if (data.entryFiles && !fresh) {
      done(true);
      return;
    }
    kb.loadScript(kb.given.addresses.entries + fresh, done);
  }

  function load(ids, done) {
    const files = data.entryFiles;
    const wanted = ids.map((id) => files[kb.shard(id, files.length)]).filter((address) => !own.call(loaded, address));
    kb.loadScripts(wanted, function (complete, came) {
      came.forEach(function (address) { loaded[address] = true; });
      done(complete);
    });
  }

  function found(ids) {
    const entries = data.entries || {};
    return ids.filter(function (id) { return own.call(entries, id); })
      .map(function (id) { return entries[id]; });
  }
})(window.kb);
