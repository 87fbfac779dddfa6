// A content tab that the address names is opened (Material's inline script as a file).
(function () {
  "use strict";
  /** @type {any} */
  var target = document.getElementById(location.hash.slice(1));
  if (target && target.name) target.checked = target.name.indexOf("__tabbed_") === 0;
})();
