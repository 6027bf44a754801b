/* Finds institutions by name or code among all of a league, of which the page shows a part. */
(function () {
  "use strict";

  var MOST = 20;
  var data = JSON.parse(document.getElementById("search-data").textContent);
  var part = document.getElementById("search-part");
  var box = document.getElementById("search-box");
  var said = document.getElementById("search-status");
  var place = document.getElementById("search-found");

  function folded(text) {
    return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }

  /* What is searched: code and name of each row. */
  var texts = data.rows.map(function (row) {
    return folded(row.split("\t", 2).join(" "));
  });

  function element(name, text) {
    var made = document.createElement(name);
    made.textContent = text;
    return made;
  }

  function line(name, cells) {
    var row = document.createElement("tr");
    cells.forEach(function (text, place) {
      var cell = element(name === "td" && place === 1 ? "th" : name, text);
      if (cell.tagName === "TH") {
        cell.scope = name === "th" ? "col" : "row";
      }
      row.append(cell);
    });
    return row;
  }

  function table(rows) {
    var made = document.createElement("table");
    var head = document.createElement("thead");
    var body = document.createElement("tbody");
    head.append(line("th", data.columns));
    rows.forEach(function (row) {
      body.append(line("td", row.split("\t")));
    });
    made.append(element("caption", part.dataset.title), head, body);
    return made;
  }

  function search() {
    var wanted = folded(box.value).split(/\s+/).filter(Boolean);
    var found = [];
    texts.forEach(function (text, i) {
      if (wanted.length && wanted.every(function (word) { return text.indexOf(word) >= 0; })) {
        found.push(data.rows[i]);
      }
    });
    place.textContent = "";
    if (found.length) {
      place.append(table(found.slice(0, MOST)));
    }
    said.textContent = !wanted.length
      ? ""
      : found.length === 0
        ? "No {institution} has such a name or code."
        : found.length > MOST
          ? "The first " + MOST + " of " + found.length + " that match, the best first."
          : found.length === 1 ? "One {institution} matches." : found.length + " {institutions} match.";
  }

  var waiting;
  box.addEventListener("input", function () {
    clearTimeout(waiting);
    waiting = setTimeout(search, 120);
  });
  part.hidden = false;
})();
