/* Charts as pictures that stand alone: on white, with title, legend and source. */
(function () {
  "use strict";
  var SVG = "http://www.w3.org/2000/svg";
  var FAMILY = "\"Liberation Sans\", Arial, Helvetica, sans-serif";
  var INK = "#1a1a1a";
  var QUIET = "#4a4f55";
  var PAPER = "#ffffff";
  var WIDTH = 960;
  var EDGE = 24;
  /* Points of a screen to one of a picture, so that print is sharp. */
  var SHARPNESS = 2;
  var measure = document.createElement("canvas").getContext("2d");

  function font(style) {
    return (style.isBold ? "bold " : "") + style.size + "px " + FAMILY;
  }

  /* A text in lines that fit the picture; a word that is too long stands alone. */
  function wrapped(text, style) {
    measure.font = font(style);
    var lines = [];
    var line = "";
    text.split(/\s+/).forEach(function (word) {
      var longer = line ? line + " " + word : word;
      if (line && measure.measureText(longer).width > WIDTH - 2 * EDGE) {
        lines.push(line);
        line = word;
      } else {
        line = longer;
      }
    });
    return lines.concat(line);
  }

  function words(id, selector) {
    var place = page.byId(id).querySelector(selector);
    return place ? place.textContent.trim() : "";
  }

  /* Lines with their places, from a height on. */
  function placed(texts, top) {
    var lines = [];
    texts.forEach(function (one) {
      if (!one.text) {
        return;
      }
      wrapped(one.text, one).forEach(function (line) {
        top += Math.round(one.size * 1.4);
        lines.push({ text: line, y: top, style: one });
      });
      top += 4;
    });
    return { lines: lines, bottom: top };
  }

  function layout(id) {
    var drawn = window.report.pictures[id];
    var above = placed([
      { text: words(id, "figcaption b"), size: 18, isBold: true, color: INK },
      { text: words(id, ".sentence"), size: 14, isBold: true, color: "#12436d" },
      { text: words(id, "figcaption .note"), size: 13, color: QUIET }
    ], EDGE - 8);
    var chartTop = above.bottom + 8;
    var below = placed(window.report.sources().map(function (text) {
      return { text: text, size: 12, color: QUIET };
    }), chartTop + drawn.height + 4);
    return {
      lines: above.lines.concat(below.lines),
      option: Object.assign({}, drawn.option, {
        backgroundColor: PAPER,
        textStyle: Object.assign({}, drawn.option.textStyle, { fontFamily: FAMILY })
      }),
      chartTop: chartTop,
      chartHeight: drawn.height,
      height: below.bottom + EDGE - 8
    };
  }

  function drawing(at, renderer) {
    var chart = echarts.init(document.createElement("div"), null, {
      renderer: renderer, width: WIDTH - 2 * EDGE, height: at.chartHeight, devicePixelRatio: SHARPNESS
    });
    chart.setOption(at.option);
    return chart;
  }

  function node(name, attributes, text) {
    var made = document.createElementNS(SVG, name);
    Object.keys(attributes).forEach(function (attribute) {
      made.setAttribute(attribute, attributes[attribute]);
    });
    if (text) {
      made.textContent = text;
    }
    return made;
  }

  function svg(id) {
    var at = layout(id);
    var whole = node("svg", {
      width: WIDTH, height: at.height, viewBox: "0 0 " + WIDTH + " " + at.height, role: "img"
    });
    whole.append(
      node("title", {}, words(id, "figcaption b")),
      node("desc", {}, [words(id, "figcaption .note")].concat(window.report.sources()).join(" ")),
      node("rect", { width: WIDTH, height: at.height, fill: PAPER }));
    at.lines.forEach(function (line) {
      whole.append(node("text", {
        x: EDGE, y: line.y, fill: line.style.color, "font-family": FAMILY, "font-size": line.style.size,
        "font-weight": line.style.isBold ? "bold" : "normal"
      }, line.text));
    });
    var chart = drawing(at, "svg");
    /* As elements: the library's own text of a drawing is broken by what names may hold. */
    var inner = chart.getDom().querySelector("svg").cloneNode(true);
    chart.dispose();
    inner.removeAttribute("style");
    inner.setAttribute("x", EDGE);
    inner.setAttribute("y", at.chartTop);
    whole.append(inner);
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + new XMLSerializer().serializeToString(whole) + "\n";
  }

  function canvas(id) {
    var at = layout(id);
    var whole = document.createElement("canvas");
    whole.width = WIDTH * SHARPNESS;
    whole.height = at.height * SHARPNESS;
    var pen = whole.getContext("2d");
    pen.scale(SHARPNESS, SHARPNESS);
    pen.fillStyle = PAPER;
    pen.fillRect(0, 0, WIDTH, at.height);
    at.lines.forEach(function (line) {
      pen.font = font(line.style);
      pen.fillStyle = line.style.color;
      pen.fillText(line.text, EDGE, line.y);
    });
    var chart = drawing(at, "canvas");
    pen.drawImage(
      chart.renderToCanvas({ pixelRatio: SHARPNESS, backgroundColor: PAPER }),
      EDGE, at.chartTop, WIDTH - 2 * EDGE, at.chartHeight);
    chart.dispose();
    return whole;
  }

  window.report.chart = {
    title: function (id) {
      return words(id, "figcaption b");
    },
    svg: svg,
    canvas: canvas
  };
})();
