/* What this page tells stands in it, or in files that the pages of a site share. */
(function () {
  "use strict";
  var told = window.reportData || alone(JSON.parse(document.getElementById("report-data").textContent));
  var texts = told[0];

  function alone(both) {
    return [both[0], [both[1]]];
  }

  /* Texts that stand in many places are told once. */
  function text(value) {
    if (value.charAt(0) !== "~") {
      return value;
    }
    return value.charAt(1) === "~" ? value.slice(1) : texts[parseInt(value.slice(1), 36)];
  }

  function expanded(value) {
    if (typeof value === "string") {
      return text(value);
    }
    if (value && typeof value === "object") {
      Object.keys(value).forEach(function (name) {
        value[name] = expanded(value[name]);
      });
    }
    return value;
  }

  /* Lists go on where those of other parts end, and members lie side by side. */
  function joined(parts) {
    var whole = {};
    parts.forEach(function (part) {
      Object.keys(part).forEach(function (name) {
        if (Array.isArray(part[name]) && whole[name]) {
          whole[name] = whole[name].concat(part[name]);
        } else if (part[name] && typeof part[name] === "object" && !Array.isArray(part[name])) {
          whole[name] = Object.assign(whole[name] || {}, part[name]);
        } else {
          whole[name] = part[name];
        }
      });
    });
    return whole;
  }

  window.report = { data: joined(told[1].map(expanded)) };
})();
