// 修改本条: shows the file that the button on an entry's page named in the address.
(function () {
  "use strict";
  var place = document.querySelector("[data-kb-file]");
  var found = /[?&]file=([^&#]+)/.exec(window.location.search);
  if (!place || !found) return;

  var path = "";
  try { path = decodeURIComponent(found[1]); } catch (error) { return; }
  // Only what the button writes: anybody can write an address.
  if (!/^[\w-]+(\/[\w-]+){0,3}\.yml$/.test(path)) return;
  place.querySelector("code").textContent = path;
  place.hidden = false;
})();
