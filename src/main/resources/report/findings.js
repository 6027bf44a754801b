/* The draft findings of the institution in focus, and the way from each to its chart. */
(function () {
  "use strict";
  var part = page.byId("findings-part");
  var place = page.byId("findings-text");
  var texts = {};
  part.querySelectorAll("template").forEach(function (text) {
    texts[text.dataset.findings] = text;
  });

  /* A page of one institution has its findings in place already. */
  function show() {
    if (Object.keys(texts).length) {
      var trust = page.now.trust;
      var isThere = Object.prototype.hasOwnProperty.call(texts, trust);
      part.hidden = !isThere;
      place.replaceChildren.apply(place, isThere ? [texts[trust].content.cloneNode(true)] : []);
    }
  }

  /* Follows a link where the page has the measure; else the address says what it has not. */
  function follow(event) {
    var link = event.target.closest("a");
    var named = link && /[#&]measure=([^&]*)$/.exec(link.getAttribute("href"));
    var change = named && { measure: decodeURIComponent(named[1]) };
    if (change && window.report.has(change)) {
      event.preventDefault();
      window.report.choose(change);
      var heading = page.byId("leagues");
      heading.tabIndex = -1;
      heading.scrollIntoView();
      heading.focus({ preventScroll: true });
    }
  }

  part.addEventListener("click", follow);
  document.addEventListener("report-shown", show);
  show();
})();
