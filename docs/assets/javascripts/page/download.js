// A file that the page made, into the reader's hands: kb.download(blob, name); what file names can't have is left out.
(function (kb) {
  "use strict";

  kb.download = function (blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name.replace(/[\\/:*?"<>|\s]+/g, " ").trim();
    link.hidden = true;
    document.body.appendChild(link);
    link.click();
    link.remove();
    // Some browsers begin to read only after the click has returned.
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
  };
})(window.kb);
