/* Draws charts in their frames, again where their room changes, and on paper. */
var charts = (function () {
  "use strict";
  var data = page.data;
  var byId = page.byId;

  /* What draws each chart where there is room, by its place, for whoever takes it away. */
  window.report.pictures = {};
  var instances = {};
  var drawn = {};

  /* On paper charts are drawn as wide and as high as a sheet takes them with text of 8 points. */
  var SHEET = 780;
  var TALLEST = 940;
  var isPaper = false;

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
      var isFocus = isOfTrust && page.now.trust !== "" && row[0] === page.now.trust;
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
    var own = chart.sentences && page.now.trust !== "" && chart.rows.find(function (row) {
      return row[0] === page.now.trust;
    });
    return own ? own[4 + data.sentence] : "";
  }

  function draw(id, chart) {
    var figure = byId(id);
    if (instances[id]) {
      instances[id].dispose();
      delete instances[id];
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
    instances[id] = echarts.init(canvas, null, { renderer: "svg" });
    instances[id].setOption(filled(chart, !!box && box.checked && chart.widened, isNarrow));
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
    var hasFocus = page.now.trust !== "" && chart.rows.some(function (row) {
      return row[0] === page.now.trust;
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
    var all = told[page.now.measure] || told[Object.keys(told)[0]] || [];
    var own = all.filter(function (one) {
      return one.rows.some(function (row) {
        return row[0] === page.now.trust;
      });
    });
    draw("target-funnel", own[0] || all[0]);
  }

  if (byId("target-funnel-widened")) {
    byId("target-funnel-widened").addEventListener("change", drawTarget);
  }

  var waiting;
  window.addEventListener("resize", function () {
    clearTimeout(waiting);
    waiting = setTimeout(function () {
      Object.keys(instances).forEach(function (id) {
        if (instances[id].getDom().clientWidth !== drawn[id].width) {
          draw(id, drawn[id].chart);
        }
      });
    }, 150);
  });

  function drawOn(paper) {
    isPaper = paper;
    Object.keys(instances).forEach(function (id) {
      draw(id, drawn[id].chart);
    });
  }

  window.addEventListener("beforeprint", function () {
    drawOn(true);
  });
  window.addEventListener("afterprint", function () {
    drawOn(false);
  });

  return { draw: draw, framed: framed, drawTarget: drawTarget };
})();
