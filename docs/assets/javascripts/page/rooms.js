// What only some pages need comes as a file of its own: where a page has a place for it, or a reader wants a file.
//   kb.rooms(done)  done("") when it is there, done(a sentence for the reader) when it did not come
(function (kb) {
  "use strict";

  const PLACES = ["folder", "figures", "correct", "changes", "bodies", "terms-find", "lost"];
  const MISSING = "有脚本没有加载到。请刷新页面再试；如果是下载到本机看的，请确认 assets 文件夹完整。";

  kb.rooms = function (done) {
    if (kb.saveWord) done("");
    else kb.loadScript(kb.given.addresses.rooms, (ran) => done(ran ? "" : MISSING));
  };

  // A list that waits to be narrowed is shown as it is, and says that it can't be.
  function listed(ran) {
    const message = /** @type {HTMLElement | null} */ (document.querySelector("[data-kb-index] [data-kb-message]"));
    if (ran || !message) return;
    document.documentElement.classList.remove("kb-waiting");
    message.textContent = MISSING + (location.search ? "下面是全部做法，没有按网址里的条件筛选。" : "");
    message.hidden = false;
  }

  if (document.querySelector("[data-kb-index]")) kb.loadScript(kb.given.addresses.list, listed);
  if (document.querySelector(PLACES.map((place) => "[data-kb-" + place + "]").join())) kb.rooms(() => {});
})(window.kb);
