/* Sorts tables by a column; the order of every table can be said in an address, and read from it. */
(function () {
  "use strict";
  var ORDER = /^([\w-]+):(\d{1,3}):(up|down)$/;
  var sorted = [];

  function sortable(table) {
    table.querySelectorAll("thead th").forEach(function (cell, column) {
      var button = document.createElement("button");
      button.textContent = cell.textContent;
      button.type = "button";
      cell.replaceChildren(button);
      button.addEventListener("click", function () {
        var isDown = cell.getAttribute("aria-sort") === "ascending";
        sort(table, column, isDown);
        sorted = orders(table, column, isDown);
        window.report.sorting.changed(
          sorted.join(","), cell.textContent + ": sorted " + (isDown ? "down" : "up"));
      });
    });
  }

  function ungroup(table) {
    table.querySelectorAll("th[rowspan]").forEach(function (tier) {
      var row = tier.parentElement;
      var rows = Array.from(row.parentElement.rows);
      var first = rows.indexOf(row);
      rows.slice(first, first + tier.rowSpan).forEach(function (one) {
        var cell = document.createElement("td");
        cell.textContent = tier.textContent;
        cell.className = "tier";
        one.prepend(cell);
      });
      tier.remove();
    });
  }

  /* What a cell is sorted by: in a column of numbers its number, null where it has none. */
  function value(text, isNumber) {
    if (!isNumber) {
      return text === "" || text === "none" ? null : text;
    }
    var number = parseFloat(text.split(",").join("").replace("\u2212", "-").replace("+", ""));
    return isNaN(number) ? null : number;
  }

  function isOfNumbers(heading) {
    return ["number", "judged", "tier"].some(function (style) {
      return heading.classList.contains(style);
    }) || heading.className.indexOf("interval") === 0;
  }

  function shown(cell) {
    var unseen = cell.querySelector(".unseen");
    var text = cell.textContent;
    return (unseen ? text.slice(0, -unseen.textContent.length) : text).trim();
  }

  function sort(table, column, isDown) {
    var cell = table.querySelectorAll("thead th")[column];
    ungroup(table);
    table.querySelectorAll("thead th").forEach(function (one) {
      one.removeAttribute("aria-sort");
    });
    cell.setAttribute("aria-sort", isDown ? "descending" : "ascending");
    var isNumber = isOfNumbers(cell);
    var rows = Array.from(table.querySelectorAll("tbody tr")).map(function (row) {
      return { row: row, value: value(shown(row.cells[column]), isNumber) };
    });
    rows.sort(function (a, b) {
      if (a.value === null || b.value === null) {
        return (a.value === null) - (b.value === null);
      }
      var order = typeof a.value === "number" && typeof b.value === "number"
        ? a.value - b.value
        : String(a.value).localeCompare(String(b.value));
      return isDown ? -order : order;
    });
    var bodies = table.querySelectorAll("tbody");
    rows.forEach(function (one) {
      bodies[0].append(one.row);
    });
    Array.from(bodies).slice(1).forEach(function (empty) {
      empty.remove();
    });
  }

  /* How tables are sorted, each as its id, its column counted from 1, and the way. */
  function orders(table, column, isDown) {
    return sorted.filter(function (one) {
      return one.split(":")[0] !== table.id && page.byId(one.split(":")[0]);
    }).concat(table.id + ":" + (column + 1) + ":" + (isDown ? "down" : "up"));
  }

  function applied(order) {
    var at = ORDER.exec(order);
    var table = at && page.byId(at[1]);
    var column = at && at[2] - 1;
    if (!table || table.tagName !== "TABLE" || !table.querySelectorAll("thead button")[column]) {
      return false;
    }
    sort(table, column, at[3] === "down");
    return true;
  }

  window.report.sorting = {
    sortable: sortable,
    /* Sorts as an address says; what of it could be done, and what not. */
    apply: function (text) {
      var all = text ? text.split(",") : [];
      sorted = all.filter(applied);
      return {
        done: sorted.join(","),
        lost: all.filter(function (one) {
          return sorted.indexOf(one) < 0;
        })
      };
    },
    /* Told of every change, with the order of all tables and words for it. */
    changed: function () {}
  };
})();
