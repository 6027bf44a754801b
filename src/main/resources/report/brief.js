/* Leads to the page to print of whoever is in focus. */
(function () {
  "use strict";
  var link = document.getElementById("brief-link");
  if (!link) {
    return;
  }

  function lead() {
    var path = window.report.data.briefs[window.report.now().trust];
    link.parentElement.hidden = !path;
    if (path) {
      link.href = link.dataset.upwards + path;
    }
  }

  document.addEventListener("report-shown", lead);
  lead();
})();
