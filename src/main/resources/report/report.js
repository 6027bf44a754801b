/* Shows on the page what was worked out before: puts sentences, tables and charts in their places. */
(function () {
  "use strict";
  var data = window.report.data;
  /* What draws each chart where there is room, by its place, for whoever takes it away. */
  window.report.pictures = {};
  var charts = {};
  var drawn = {};
  var now = {};

  /* On paper charts are drawn as wide and as high as a sheet takes them with text of 8 points. */
  var SHEET = 780;
  var TALLEST = 940;
  var isPaper = false;
  var complaint = "";
  var selects = {
    trust: document.getElementById("choose-trust"),
    comparator: document.getElementById("choose-comparator"),
    measure: document.getElementById("choose-measure"),
    beside: document.getElementById("choose-beside")
  };

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

  /* Sentences. */

  function paragraphs(list) {
    var made = [];
    list.forEach(function (one) {
      made.push(element("p", one[0]));
      if (one[1].length) {
        var items = element("ul");
        one[1].forEach(function (item) {
          items.append(element("li", item));
        });
        made.push(items);
      }
    });
    return made;
  }

  function keyFigures(figures) {
    return figures.map(function (figure) {
      var part = element("div");
      var value = element("dd");
      value.append(element("b", figure[1]), " ", element("span", figure[2]));
      part.append(element("dt", figure[0]), value);
      return part;
    });
  }

  /* Tables, laid out as the page has them without scripts. */

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

  function tableRegion(table, trust) {
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
    var region = element("div", "", "scroll");
    region.setAttribute("role", "region");
    region.setAttribute("aria-labelledby", caption.id);
    region.tabIndex = 0;
    region.append(made);
    sortable(made);
    return region;
  }

  function slot(id, table) {
    var place = byId("slot-" + id);
    if (!place) {
      return;
    }
    replace(place, table ? [tableRegion(table, now.trust)] : []);
    document.querySelectorAll('[data-with-table="' + id + '"]').forEach(function (one) {
      one.hidden = !table;
    });
    var missing = place.parentElement.querySelector(".missing");
    if (missing && id.indexOf("pathway-") !== 0) {
      missing.hidden = !!table;
    }
  }

  var sortable = window.report.sorting.sortable;

  /* Charts. */

  function set(option, place, value) {
    var steps = place.split(".");
    var last = steps.pop();
    var at = option;
    steps.forEach(function (step) {
      at = at[step];
    });
    at[last] = value;
  }

  /* A row begins with its trust and three datasets, or is no trust's and begins with its one. */
  function source(rows, index, isWidened) {
    var values = [];
    rows.forEach(function (row) {
      var isOfTrust = typeof row[0] === "string";
      var isFocus = isOfTrust && now.trust !== "" && row[0] === now.trust;
      var dataset = isOfTrust ? row[isFocus ? 3 : isWidened ? 2 : 1] : row[0];
      if (dataset === index) {
        values.push(row.slice(isOfTrust ? 4 : 1));
      }
    });
    return values;
  }

  function filled(chart, isWidened, isNarrow) {
    var frame = data.frames[chart.frame];
    var option = JSON.parse(JSON.stringify(frame.option));
    [chart.changes, isNarrow ? frame.narrow : {}].forEach(function (changes) {
      Object.keys(changes).forEach(function (place) {
        set(option, place, changes[place]);
      });
    });
    option.dataset.forEach(function (dataset, index) {
      dataset.source = dataset.source || source(chart.rows, index, isWidened);
    });
    if (option.legend) {
      Object.keys(option.legend.selected).forEach(function (name) {
        option.legend.selected[name] = (name !== "limits") === isWidened;
      });
    }
    return option;
  }

  function sentence(chart) {
    var own = chart.sentences && now.trust !== "" && chart.rows.find(function (row) {
      return row[0] === now.trust;
    });
    return own ? own[4 + data.sentence] : "";
  }

  function draw(id, chart) {
    var figure = byId(id);
    if (charts[id]) {
      charts[id].dispose();
      delete charts[id];
    }
    figure.hidden = !chart;
    if (!chart) {
      return;
    }
    byId(id + "-title").textContent = chart.title;
    figure.querySelector(".sentence").textContent = sentence(chart);
    var box = byId(id + "-widened");
    if (box) {
      box.parentElement.hidden = !chart.widened;
    }
    var canvas = figure.querySelector(".canvas");
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-labelledby", id + "-title");
    canvas.setAttribute("aria-describedby", id + "-legend");
    canvas.style.minWidth = chart.least + "px";
    canvas.style.width = isPaper ? SHEET + "px" : "";
    var isNarrow = canvas.clientWidth < chart.narrowest && (!isPaper || chart.narrowHeight <= 1.2 * chart.height);
    canvas.style.height = (isNarrow ? chart.narrowHeight : isPaper ? Math.min(chart.height, TALLEST) : chart.height) + "px";
    byId(id + "-legend").textContent = legend(chart, isNarrow);
    reachable(figure, id);
    charts[id] = echarts.init(canvas, null, { renderer: "svg" });
    charts[id].setOption(filled(chart, !!box && box.checked && chart.widened, isNarrow));
    drawn[id] = { chart: chart, width: canvas.clientWidth };
    window.report.pictures[id] = {
      option: filled(chart, !!box && box.checked && chart.widened, false),
      height: chart.height
    };
    scalable(canvas);
  }

  /* What marks the trust in focus is said where it is in the chart. */
  function legend(chart, isNarrow) {
    var frame = data.frames[chart.frame];
    var hasFocus = now.trust !== "" && chart.rows.some(function (row) {
      return row[0] === now.trust;
    });
    var letters = isNarrow && frame.narrow["xAxis.data"] || [];
    return [frame.legend, hasFocus ? frame.focusLegend : "", letters.map(function (letter, place) {
      return letter + ": " + frame.option.xAxis.data[place];
    }).join("; ").replace(/.$/, "$&."), "The table has every figure."]
      .filter(Boolean).join(" ");
  }

  /* A chart wider than its place is scrolled to by keyboard too. */
  function reachable(figure, id) {
    var region = figure.querySelector(".scroll");
    if (region.scrollWidth > region.clientWidth) {
      region.tabIndex = 0;
      region.setAttribute("role", "region");
      region.setAttribute("aria-labelledby", id + "-title");
    } else {
      region.removeAttribute("tabindex");
      region.removeAttribute("role");
      region.removeAttribute("aria-labelledby");
    }
  }

  /* On paper a drawing is as wide as the page. */
  function scalable(canvas) {
    var drawing = canvas.querySelector("svg");
    if (drawing) {
      drawing.setAttribute("viewBox", "0 0 " + canvas.clientWidth + " " + canvas.clientHeight);
    }
  }

  function framed(id, drawn) {
    if (byId(id)) {
      draw(id, drawn && drawn.rows ? Object.assign({}, data.charts[id], drawn) : null);
    }
  }

  /* The funnel around a target: of the measure chosen, or the first that has one, in the group of the trust in focus. */
  function drawTarget() {
    var told = data.targets || {};
    var all = told[now.measure] || told[Object.keys(told)[0]] || [];
    var own = all.filter(function (one) {
      return one.rows.some(function (row) {
        return row[0] === now.trust;
      });
    });
    draw("target-funnel", own[0] || all[0]);
  }

  /* Leagues. */

  function league(group, measure) {
    var told = data.leagues[group + "|" + measure];
    return told && told.table
      ? told
      : columnLeagues.of(group, data.groups[group], measure, data.leagues[group + "|" + data.measure], told);
  }

  function shownLeagues(group, isFull) {
    var measures = isFull
      ? data.leagueMeasures.filter(function (one) {
          return one !== now.measure;
        })
      : [];
    return [now.measure].concat(measures).map(function (measure) {
      return league(group, measure);
    }).filter(Boolean);
  }

  function groupSection(group, isFull) {
    var label = data.groups[group];
    var section = element("section");
    var heading = element("h3", label[0]);
    heading.id = "group-" + label[1];
    section.setAttribute("aria-labelledby", heading.id);
    section.append(heading);
    var leagues = shownLeagues(group, isFull);
    if (!league(group, now.measure)) {
      section.append(element("p", "The league of this measure is not on this page: it is in tables/comparisons.csv.", "note"));
    } else if (leagues[0].warning) {
      section.append(element("p", leagues[0].warning, "warning"));
    }
    var tables = element("div", "", "tables");
    leagues.forEach(function (one) {
      tables.append(tableRegion(one.table, now.trust));
    });
    section.append(tables);
    return section;
  }

  function showLeagues(view) {
    var list = byId("league-list");
    var figures = ["caterpillar", "funnel"].map(byId);
    var first = view.groups[0];
    if (!first) {
      byId("rug-part").hidden = true;
      list.hidden = true;
      return;
    }
    byId("rug-part").hidden = false;
    list.hidden = false;
    var sections = view.groups.map(function (group, place) {
      return groupSection(group, place === 0 || !view.own);
    });
    sections[0].querySelector(".tables").before(figures[0], figures[1]);
    replace(list, sections);
    draw("rug", data.rugs[first].figure);
    slot("rug", data.rugs[first].table);
    var shown = league(first, now.measure) || {};
    draw("caterpillar", shown.caterpillar);
    draw("funnel", shown.funnel);
  }

  /* What is chosen. */

  function show() {
    var view = data.views[now.trust + "|" + now.comparator];
    document.title = view.title + data.suffix;
    byId("title").textContent = view.title;
    replace(byId("key-figures"), keyFigures(view.figures));
    byId("key-figures").hidden = !view.figures.length;
    replace(byId("standing-text"), paragraphs(view.standing));
    replace(byId("sureness-text"), paragraphs(view.sureness));
    byId("sureness-part").hidden = !view.sureness.length;
    data.slots.forEach(function (one) {
      var drawn = view[one.part];
      drawn = one.place === undefined ? drawn : drawn[one.place];
      slot(one.table, drawn.table);
      framed(one.figure, drawn);
    });
    if (byId("target-funnel")) {
      drawTarget();
    }
    showLeagues(view);
    replace(byId("inspected"), view.inspected.map(function (one) {
      return element("p", one);
    }));
    document.dispatchEvent(new Event("report-shown"));
    byId("choice-link").href = "#" + hash();
  }

  /* Tables that other scripts show are there when all have run. */
  function sortAll(isNew) {
    var sorted = window.report.sorting.apply(now.sort);
    now.sort = sorted.done;
    byId("choice-link").href = "#" + hash();
    if (!isNew && sorted.lost.length) {
      complaint = (complaint ? complaint + " " : "")
        + "This page cannot sort as its address says: “" + sorted.lost.join("”, “") + "”.";
      complain();
    }
  }

  /* The address always names the order that is shown; going back does not undo it. */
  window.report.sorting.changed = function (order, words) {
    now.sort = order;
    byId("choice-link").href = "#" + hash();
    history.replaceState(null, "", "#" + hash());
    say(words);
  };

  function hash() {
    return Object.keys(selects).filter(function (name) {
      return name !== "beside" || now.beside;
    }).map(function (name) {
      return name + "=" + encodeURIComponent(now[name]);
    }).concat(now.sort ? "sort=" + now.sort : []).join("&");
  }

  function say(text) {
    byId("status").textContent = text;
  }

  function choose(choice, isNew) {
    now = choice;
    complaint = isNew ? "" : complaint;
    complain();
    Object.keys(selects).forEach(function (name) {
      if (selects[name]) {
        selects[name].value = now[name];
      }
    });
    show();
    if (document.readyState !== "loading") {
      sortAll(isNew);
    }
    if (isNew) {
      history.pushState(null, "", "#" + hash());
      say("Shown now: " + byId("title").textContent);
    }
  }

  function first() {
    return { trust: data.trust, comparator: data.comparator, measure: data.measure, beside: "", sort: "" };
  }

  /* What can be chosen, and what it is called. */
  var kinds = {
    trust: { label: "{institution}", has: function (choice) { return !!data.views[choice.trust + "|" + data.comparator]; } },
    comparator: { label: "comparator", has: function (choice) { return !!data.views[choice.trust + "|" + choice.comparator]; } },
    measure: { label: "measure", has: function (choice) { return data.measures.indexOf(choice.measure) >= 0 || (!!figures && figures.has(figures.measures, choice.measure)); } },
    beside: { label: "{institution} beside it", has: function (choice) { return !choice.beside || isOption(selects.beside, choice.beside); } },
    sort: { label: "order", has: function () { return true; } }
  };

  function isOption(select, value) {
    return !!select && Array.from(select.options).some(function (option) {
      return option.value === value;
    });
  }

  /* The choice that the address names, as far as it can be followed, and what of it cannot. */
  function addressed() {
    var choice = first();
    var named = {};
    var wrong = [];
    location.hash.slice(1).split("&").filter(Boolean).forEach(function (part) {
      var at = part.indexOf("=");
      var name = part.slice(0, at);
      var value = part.slice(at + 1);
      try {
        value = decodeURIComponent(value);
      } catch (malformed) {
        /* Then it is what nothing is called. */
      }
      if (at > 0 && Object.prototype.hasOwnProperty.call(kinds, name)) {
        named[name] = value;
      } else {
        wrong.push("“" + part + "”");
      }
    });
    Object.keys(kinds).forEach(function (name) {
      if (Object.prototype.hasOwnProperty.call(named, name)) {
        var before = choice[name];
        choice[name] = named[name];
        if (!kinds[name].has(choice)) {
          choice[name] = before;
          wrong.push(kinds[name].label + " “" + named[name] + "”");
        }
      }
    });
    complaint = wrong.length ? unfollowed(wrong, named, choice) : "";
    return choice;
  }

  function unfollowed(wrong, named, choice) {
    var followed = Object.keys(kinds).filter(function (name) {
      return named[name] === choice[name];
    }).map(function (name) {
      return kinds[name].label;
    });
    return "This page does not have all that its address names. Not found: " + wrong.join(", ") + ". "
      + (followed.length ? "Followed: " + followed.join(", ") + ". " : "")
      + "For the rest it shows what it shows at first.";
  }

  function complain() {
    byId("address-complaint").textContent = complaint;
    byId("address-complaint").hidden = !complaint;
  }

  function isChoice() {
    return location.hash === "" || location.hash.indexOf("=") > 0;
  }

  Object.keys(selects).forEach(function (name) {
    if (selects[name]) {
      selects[name].addEventListener("change", function () {
        var choice = Object.assign({}, now);
        choice[name] = selects[name].value;
        choose(choice, true);
      });
    }
  });

  function follow() {
    var choice = isChoice() ? addressed() : now;
    if (JSON.stringify(choice) !== JSON.stringify(now)) {
      choose(choice, false);
    } else {
      complain();
    }
  }

  window.addEventListener("popstate", follow);
  window.addEventListener("hashchange", follow);

  byId("choice-link").addEventListener("click", function (event) {
    event.preventDefault();
    history.replaceState(null, "", "#" + hash());
    say("The address of this page now names the choice.");
  });

  if (byId("funnel-widened")) {
    byId("funnel-widened").addEventListener("change", function () {
      var view = data.views[now.trust + "|" + now.comparator];
      draw("funnel", league(view.groups[0], now.measure).funnel);
    });
  }

  if (byId("target-funnel-widened")) {
    byId("target-funnel-widened").addEventListener("change", drawTarget);
  }

  document.querySelectorAll("section[aria-labelledby=data] table").forEach(sortable);

  var waiting;
  window.addEventListener("resize", function () {
    clearTimeout(waiting);
    waiting = setTimeout(function () {
      Object.keys(charts).forEach(function (id) {
        if (charts[id].getDom().clientWidth !== drawn[id].width) {
          draw(id, drawn[id].chart);
        }
      });
    }, 150);
  });

  function drawOn(paper) {
    isPaper = paper;
    Object.keys(charts).forEach(function (id) {
      draw(id, drawn[id].chart);
    });
  }

  window.addEventListener("beforeprint", function () {
    drawOn(true);
  });
  window.addEventListener("afterprint", function () {
    drawOn(false);
  });

  choose(isChoice() ? addressed() : first(), false);
  document.addEventListener("DOMContentLoaded", function () {
    sortAll(false);
  });

  Object.assign(window.report, {
    now: function () {
      return now;
    },
    /* Whether a change of the choice can be followed. */
    has: function (change) {
      var choice = Object.assign({}, now, change);
      return Object.keys(kinds).every(function (name) {
        return kinds[name].has(choice);
      });
    },
    choose: function (change) {
      choose(Object.assign({}, now, change), true);
    },
    tableRegion: tableRegion
  });
})();
