/* Tables, laid out as the page has them without scripts. */
var tables = (function () {
  "use strict";
  var data = page.data;
  var element = page.element;
  var byId = page.byId;
  var replace = page.replace;

  /* A cell is its text, what follows a figure in it, and what its shorthand means. */
  function dataCell(parts, style, isHeading, isFocus) {
    var cell;
    if (isHeading) {
      cell = element("th", parts[0]);
      cell.scope = "row";
      if (isFocus) {
        cell.append(" ", element("span", "in focus", "in-focus"));
      }
      return cell;
    }
    cell = element("td", "", style);
    if (style.indexOf("interval") === 0) {
      cell.append(element("span", parts[0]), " " + (parts[1] || ""));
    } else {
      cell.textContent = parts[0];
      if (style === "verdict" && data.apart.indexOf(parts[0]) >= 0) {
        cell.classList.add("apart");
      }
    }
    if (parts[2]) {
      cell.append(element("span", " " + parts[2], "unseen"));
    }
    return cell;
  }

  function header(head) {
    var row = element("tr");
    head.forEach(function (column) {
      var cell = element("th", column[0], column[1]);
      cell.scope = "col";
      row.append(cell);
    });
    var part = element("thead");
    part.append(row);
    return part;
  }

  function body(table, head, from, to, trust) {
    var part = element("tbody");
    for (var i = from; i < to; i++) {
      var isFocus = trust !== "" && table.trusts[i] === trust;
      var row = element("tr", "", isFocus ? "focus" : "");
      table.rows[i].forEach(function (text, column) {
        if (table.blocks && column === 0) {
          if (i === from) {
            var tier = element("th", text.split("\t")[0] || "none", "tier");
            tier.scope = "rowgroup";
            tier.rowSpan = to - from;
            row.append(tier);
          }
        } else {
          row.append(dataCell(text.split("\t"), head[column][1], column === table.heading, isFocus));
        }
      });
      part.append(row);
    }
    return part;
  }

  function region(table, trust) {
    var head = Array.isArray(table.head) ? table.head : data.heads[table.head];
    var made = element("table");
    made.id = table.id;
    var caption = element("caption");
    caption.id = table.id + "-caption";
    var words = element("span", "", "caption");
    words.append(element("b", table.title), " ", element("span", table.note, "note"));
    caption.append(words);
    made.append(caption, header(head));
    var from = 0;
    for (var i = 1; i <= table.rows.length; i++) {
      if (i === table.rows.length || (table.blocks && table.rows[i][0] !== table.rows[from][0])) {
        made.append(body(table, head, from, i, trust));
        from = i;
      }
    }
    var scroller = element("div", "", "scroll");
    scroller.setAttribute("role", "region");
    scroller.setAttribute("aria-labelledby", caption.id);
    scroller.tabIndex = 0;
    scroller.append(made);
    window.report.sorting.sortable(made);
    return scroller;
  }

  function slot(id, table) {
    var place = byId("slot-" + id);
    if (!place) {
      return;
    }
    replace(place, table ? [region(table, page.now.trust)] : []);
    document.querySelectorAll('[data-with-table="' + id + '"]').forEach(function (one) {
      one.hidden = !table;
    });
    var missing = place.parentElement.querySelector(".missing");
    if (missing && id.indexOf("pathway-") !== 0) {
      missing.hidden = !!table;
    }
  }

  return { region: region, slot: slot };
})();
