// What only some pages need comes as a file of its own, where a page has a place for it.
(function (kb) {
  "use strict";

  const PLACES = ["index", "folder", "figures", "correct", "changes", "bodies", "terms-find", "lost"];

  if (document.querySelector(PLACES.map((place) => "[data-kb-" + place + "]").join())) kb.loadScript(kb.given.addresses.rooms, () => {});
})(window.kb);
