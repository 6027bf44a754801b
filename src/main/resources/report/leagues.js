/* The leagues of measures that have no chapter of their own, made of the page's columns. */
var columnLeagues = (function () {
  "use strict";
  var ROW = 30;
  var NARROW_ROW = 66;
  var AROUND = 100;

  function safe(text) {
    return text.replace(/[^A-Za-z0-9_-]+/g, "-");
  }

  /* Columns are those of the group's first league; a tranche is an institution's in any of them. */
  function row(one, like) {
    var cells = like.slice();
    cells[0] = one.tier || like[0];
    cells[1] = one.rank;
    cells[3] = figures.score(one.one);
    cells[4] = figures.count(one.one, "cases");
    cells[5] = figures.count(one.one, "assessed");
    cells[cells.length - 1] = one.verdict;
    if (!one.tier) {
      cells[0] = one.one.absent ? "[" + one.one.absent + "]" : "[x]";
    }
    return cells;
  }

  function heading(text) {
    return { value: text, textStyle: { fontWeight: "bold" } };
  }

  /* Round ends and ticks around some percentages, as the other charts have them. */
  function scale(low, high) {
    var scale = null;
    [1, 2, 5, 10, 20, 25, 50].forEach(function (step) {
      var min = Math.max(0, Math.floor(low / step) * step);
      var max = Math.min(100, Math.max(Math.ceil(high / step) * step, min + step));
      if (!scale && Math.round((max - min) / step) <= 6) {
        scale = { min: Math.min(min, max - step), max: max, step: step };
      }
    });
    return scale || { min: 0, max: 100, step: 50 };
  }

  function ends(ranked, pooled) {
    var all = ranked.map(function (one) {
      return one.one.low;
    }).concat(ranked.map(function (one) {
      return one.one.high;
    }), pooled === null ? [] : [pooled]);
    return scale(Math.min.apply(null, all), Math.max.apply(null, all));
  }

  function plain(text) {
    return text.split("\t").slice(0, 2).filter(Boolean).join(" ");
  }

  function caterpillar(made, title) {
    var ranked = made.rows.filter(function (one) {
      return one.tier && one.one.low !== null;
    });
    if (ranked.length < 2) {
      return null;
    }
    var axis = ends(ranked, made.pooled);
    var names = [];
    var texts = [];
    var tier = "";
    var rows = ranked.map(function (one) {
      if (one.tier !== tier) {
        tier = one.tier;
        names.push(heading("Tier " + tier));
        texts.push(tier === "1" ? heading("Score, rank") : "");
      }
      names.push(one.name);
      texts.push(plain(figures.score(one.one)) + ", " + plain(one.rank));
      return [one.trust, 0, 0, 1, names.length - 1, one.one.score, one.one.low, one.one.high - one.one.low, axis.max];
    });
    var room = Math.max(172, 12 + Math.ceil(7.4 * Math.max.apply(null, texts.map(function (text) {
      return (text.value || text).length;
    }))));
    return {
      frame: "caterpillar", title: title, rows: rows,
      changes: {
        "xAxis.min": axis.min, "xAxis.max": axis.max, "xAxis.interval": axis.step,
        "grid.right": room, "yAxis.1.axisLabel.width": room,
        "yAxis.0.data": names, "yAxis.1.data": texts,
        "series.5.markLine.data": made.pooled === null ? [] : [{
          xAxis: made.pooled, name: made.line + ": " + Math.floor(made.pooled + 0.5) + " %"
        }]
      },
      height: AROUND + ROW * names.length, narrowest: 800,
      narrowHeight: AROUND + NARROW_ROW * names.length, least: 288
    };
  }

  /* A league in the form of those that the page has at first, like the first of its group; its funnel is told. */
  function of(group, label, measure, like, told) {
    var place = figures && figures.has(figures.measures, measure) ? figures.measures[measure] : -1;
    var made = place < 0 || !like ? null : figures.league(group, place);
    if (!made) {
      return null;
    }
    var name = figures.data.measures[place][1];
    var byTrust = {};
    like.table.trusts.forEach(function (trust, at) {
      byTrust[trust] = like.table.rows[at];
    });
    var tiers = made.rows.reduce(function (most, one) {
      return Math.max(most, Number(one.tier));
    }, 0);
    var table = Object.assign({}, like.table, {
      id: "league-" + safe(label[1]) + "-" + safe(measure),
      title: name + ": " + label[0],
      trusts: made.rows.map(function (one) {
        return one.trust;
      }),
      rows: made.rows.map(function (one) {
        return row(one, byTrust[one.trust]);
      })
    });
    return {
      table: table, warning: like.warning, funnel: told ? told.funnel : null,
      caterpillar: caterpillar(made, name + ", " + label[0] + ": " + made.rows.length + " {institutions} in "
        + (tiers === 1 ? "1 tier, none told apart from the best" : tiers + " tiers"))
    };
  }

  return { of: of };
})();
