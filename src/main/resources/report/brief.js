/* Leads to the page to print of whoever is in focus. */
(function () {
  "use strict";
  var link = page.byId("brief-link");
  if (!link) {
    return;
  }

  function lead() {
    var path = page.data.briefs[page.now.trust];
    link.parentElement.hidden = !path;
    if (path) {
      link.href = link.dataset.upwards + path;
    }
  }

  document.addEventListener("report-shown", lead);
  lead();
})();
