/* Tables as text for a spreadsheet: a number to a cell, and what has to be known of them below. */
(function () {
  "use strict";
  var FORMULA = "=+-@\t\r\n";
  var WITHHELD = /^\[[a-z]\]$/;
  var INTERVAL = /^\((\S+?)(?:\u2013|\sto\s)(\S+?)\)\s*(.*)$/;
  var AT_95 = /\s*\(95\s%\)/;

  /* What a cell says, without what is for other eyes. */
  function words(cell) {
    var copy = cell.cloneNode(true);
    copy.querySelectorAll(".unseen, .in-focus").forEach(function (one) {
      one.remove();
    });
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  /* Text that a spreadsheet would run as a formula is marked as text, as in the release's files. */
  function neutral(text) {
    return text !== "" && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  /* A number as programs read it; else the text. */
  function figure(text) {
    var plain = text.replace("\u2212", "-").replace(/^\+/, "").split(",").join("");
    return /^-?\d+(\.\d+)?$/.test(plain) ? plain : neutral(text);
  }

  function heading(cell) {
    var text = words(cell).replace(AT_95, "");
    if (cell.classList.contains("points")) {
      return text + " (points)";
    }
    return cell.classList.contains("percent") && text.indexOf("%") < 0 ? text + " %" : text;
  }

  /* A figure and the ends of its interval, each in a column of its own. */
  function interval(cell) {
    var at = AT_95.test(words(cell)) ? " (95 %)" : "";
    var name = heading(cell);
    return {
      names: [name, name + " from" + at, name + " to" + at, name + ": mark"],
      values: function (text) {
        var space = text.indexOf(" ");
        var main = space < 0 ? text : text.slice(0, space);
        var rest = space < 0 ? "" : text.slice(space + 1);
        if (WITHHELD.test(main)) {
          return [main, main, main, rest];
        }
        var ends = INTERVAL.exec(rest);
        return ends
          ? [figure(main), figure(ends[1]), figure(ends[2]), ends[3]]
          : [figure(main), "", "", neutral(rest)];
      }
    };
  }

  /* A score and its verdict. */
  function judged(cell) {
    var name = heading(cell);
    return {
      names: [name, name + ": verdict"],
      values: function (text) {
        var space = text.indexOf(" ");
        return space < 0 ? [figure(text), ""] : [figure(text.slice(0, space)), neutral(text.slice(space + 1))];
      }
    };
  }

  function column(cell) {
    if (cell.className.indexOf("interval") === 0) {
      return interval(cell);
    }
    if (cell.classList.contains("judged")) {
      return judged(cell);
    }
    var isNumber = cell.classList.contains("number");
    return {
      names: [neutral(heading(cell))],
      values: function (text) {
        return [isNumber ? figure(text) : neutral(text)];
      }
    };
  }

  /* The rows of a table as texts, what spans rows in each of them. */
  function grid(table) {
    var spanning = [];
    return Array.from(table.querySelectorAll("tbody tr")).map(function (row) {
      var texts = [];
      var cells = Array.from(row.cells);
      for (var at = 0; cells.length || (spanning[at] && spanning[at].left); at++) {
        if (spanning[at] && spanning[at].left) {
          spanning[at].left--;
          texts.push(spanning[at].text);
        } else {
          var cell = cells.shift();
          texts.push(words(cell));
          spanning[at] = { left: cell.rowSpan - 1, text: texts[at] };
        }
      }
      return texts;
    });
  }

  /* Columns in which no row has anything, such as marks where nothing is marked, are left out. */
  function filled(rows) {
    var names = rows[0];
    var kept = names.map(function (name, at) {
      return !/: mark$/.test(name) || rows.slice(1).some(function (row) {
        return row[at] !== "";
      });
    });
    return rows.map(function (row) {
      return row.filter(function (text, at) {
        return kept[at];
      });
    });
  }

  function rows(table) {
    var columns = Array.from(table.querySelectorAll("thead th")).map(column);
    var names = [].concat.apply([], columns.map(function (one) {
      return one.names;
    }));
    return filled([names].concat(grid(table).map(function (texts) {
      return [].concat.apply([], columns.map(function (one, at) {
        return one.values(texts[at]);
      }));
    })));
  }

  /* What shorthand in a table stands for. */
  function shorthand(table) {
    var meanings = {};
    table.querySelectorAll("td .unseen").forEach(function (one) {
      var mark = /\[[a-z]\]/.exec(one.parentElement.textContent);
      if (mark) {
        meanings[mark[0]] = one.textContent.trim();
      }
    });
    return Object.keys(meanings).sort().map(function (mark) {
      return mark + ": " + meanings[mark];
    });
  }

  function title(table) {
    var caption = table.caption;
    return caption ? words(caption.querySelector("b") || caption) : "";
  }

  function notes(table) {
    var note = table.caption && table.caption.querySelector(".note");
    return [title(table), note ? words(note) : ""].concat(shorthand(table), window.report.sources())
      .filter(Boolean);
  }

  /* Every line has as many cells, so that strict readers take them all. */
  function lines(table, cell, separator, end) {
    var figures = rows(table);
    var none = figures[0].slice(1).map(function () {
      return "";
    });
    var below = [""].concat(notes(table)).map(function (note) {
      return [neutral(note)].concat(none);
    });
    return figures.concat(below).map(function (row) {
      return row.map(cell).join(separator);
    }).join(end) + end;
  }

  function quoted(text) {
    return "\"" + text.split("\"").join("\"\"") + "\"";
  }

  window.report.table = {
    title: title,
    /* Tab-separated, as spreadsheets take it from the clipboard. */
    tabbed: function (table) {
      return lines(table, function (text) {
        return text.indexOf("\"") >= 0 ? quoted(text) : text;
      }, "\t", "\n");
    },
    /* With a mark by which Excel knows the encoding. */
    csv: function (table) {
      return "\ufeff" + lines(table, function (text) {
        return /[",\r\n]/.test(text) || text.charAt(0) === "#" ? quoted(text) : text;
      }, ",", "\r\n");
    }
  };
})();
