/* What the page has been given, what of it is chosen now, and its elements. */
var page = (function () {
  "use strict";

  function element(name, text, className) {
    var made = document.createElement(name);
    if (text) {
      made.textContent = text;
    }
    if (className) {
      made.className = className;
    }
    return made;
  }

  function byId(id) {
    return document.getElementById(id);
  }

  function replace(parent, children) {
    parent.replaceChildren.apply(parent, children);
  }

  function say(text) {
    byId("status").textContent = text;
  }

  return { data: window.report.data, now: {}, element: element, byId: byId, replace: replace, say: say };
})();
