/* Every figure of the page's columns, in the words of its tables. */
var figures = (function () {
  "use strict";
  var told = window.report.data;
  var data = told.figures;
  if (!data) {
    return null;
  }
  data.trusts = data.trusts || [];
  var Z95 = 1.959963984540054;
  var Z998 = 3.090232306167813;
  var VERDICTS = { h: "higher", H: "higher (99.8 %)", l: "lower", L: "lower (99.8 %)", s: "similar", "-": "not compared" };
  var trusts = {};
  var measures = {};
  data.trusts.forEach(function (trust, place) {
    trusts[trust[0]] = place;
  });
  data.measures.forEach(function (measure, place) {
    measures[measure[0]] = place;
  });
  var columns = {};

  function has(places, id) {
    return Object.prototype.hasOwnProperty.call(places, id);
  }

  function absent(letter) {
    return "[" + letter + "]\t\t" + data.absent[letter];
  }

  function number(text) {
    return text === "" ? null : Number(text);
  }

  function grouped(text) {
    return text === "" ? absent("x") : text.replace(/\B(?=(\d{3})+$)/g, ",");
  }

  function points(whole) {
    return (whole > 0 ? "+" : whole < 0 ? "\u2212" : "") + Math.abs(whole);
  }

  function difference(whole, low, high) {
    return points(whole) + (low === null ? "" : "\t(" + points(low) + " to " + points(high) + ")");
  }

  /* A cell of a column of scores: what it shows, and what it is worth beside another. */
  function read(text) {
    var parts = text.split(",");
    return parts.length === 1 ? { absent: text } : {
      score: Number(parts[0]), low: number(parts[1]), high: number(parts[2]),
      cases: parts[3], assessed: parts[4], notRecorded: parts[5], mark: parts[6],
      beside: [number(parts[7]), number(parts[8] === "=" ? parts[4] : parts[8])]
    };
  }

  function cell(trust, measure) {
    columns[measure] = columns[measure] || data.scores[measure].split("|").map(read);
    return columns[measure][trust];
  }

  function score(one) {
    if (one.absent) {
      return absent(one.absent);
    }
    var interval = one.low === null ? "" : "(" + one.low + "\u2013" + one.high + ")";
    var mark = one.mark ? "[" + one.mark + "]" : "";
    return one.score + "\t" + [interval, mark].filter(Boolean).join(" ")
      + (one.mark ? "\t" + data.absent[one.mark] : "");
  }

  function count(one, name) {
    return one.absent ? absent(one.absent) : grouped(one[name]);
  }

  /* Two institutions side by side. */

  function wilson(p, n, z) {
    var centre = (p * n + z * z / 2) / (n + z * z);
    var half = z / (n + z * z) * Math.sqrt(n * p * (1 - p) + z * z / 4);
    return { p: p, low: p === 0 ? 0 : centre - half, high: p === 1 ? 1 : centre + half };
  }

  /* Score and interval as a comparison of two takes them; null where it takes none. */
  function limits(one, z) {
    if (one.absent || one.beside[1] === null) {
      return null;
    }
    if (!data.rounded) {
      return wilson(one.beside[0] / Number(one.assessed), one.beside[1], z);
    }
    return z === Z95
      ? { p: one.score / 100, low: one.low / 100, high: one.high / 100 }
      : { p: one.score / 100, low: one.beside[0] / 100, high: one.beside[1] / 100 };
  }

  /* Newcombe's method 10; of rounded figures a point wider at either end. */
  function between(first, second) {
    var d = first.p - second.p;
    var slack = data.rounded ? 0.01 : 0;
    return {
      d: d,
      low: d - slack - Math.hypot(first.p - first.low, second.high - second.p),
      high: d + slack + Math.hypot(first.high - first.p, second.p - second.low)
    };
  }

  /* Drawn on to 0 where the outcome is too rare to rule out chance. */
  function tested(first, second, measure, level) {
    var z = level === 0 ? Z95 : Z998;
    var one = limits(cell(first, measure), z);
    var other = limits(cell(second, measure), z);
    if (!one || !other) {
      return null;
    }
    var made = between(one, other);
    var pair = Math.min(first, second) + "-" + Math.max(first, second);
    if (data.chances[measure][level].split(" ").indexOf(pair) >= 0) {
      made.low = Math.min(0, made.low);
      made.high = Math.max(0, made.high);
    }
    return made;
  }

  function rounded(share) {
    return Math.sign(share) * Math.floor(Number((Math.abs(share) * 100).toFixed(12)) + 0.5);
  }

  /* An end of an interval of rounded figures is rounded away from its middle. */
  function end(share, isHigh) {
    if (!data.rounded) {
      return rounded(share);
    }
    var points = Number((share * 100).toFixed(12));
    return Math.max(-100, Math.min(100, isHigh ? Math.ceil(points) : Math.floor(points)));
  }

  function pair(first, second, measure) {
    var at95 = tested(first, second, measure, 0);
    if (!at95) {
      return { difference: absent("x"), verdict: VERDICTS["-"] };
    }
    var at998 = tested(first, second, measure, 1);
    var verdict = at95.low > 0 ? "h" : at95.high < 0 ? "l" : "s";
    var isSure = at998.low > 0 || at998.high < 0;
    return {
      difference: difference(rounded(at95.d), end(at95.low, false), end(at95.high, true)),
      verdict: VERDICTS[isSure ? verdict.toUpperCase() : verdict] || VERDICTS.s
    };
  }

  /* What an institution is compared with. */

  function against(key, measure) {
    if (!has(told.against, key)) {
      return null;
    }
    var parts = told.against[key][2].split("|")[measure].split(",");
    if (parts.length === 1) {
      return { others: absent(parts[0]), difference: absent("x"), verdict: VERDICTS["-"], flag: "" };
    }
    return {
      others: isNaN(parts[0]) ? absent(parts[0]) : parts[0],
      difference: parts[1] === "" ? absent("x")
        : difference(Number(parts[1]), number(parts[2]), number(parts[3])),
      verdict: VERDICTS[parts[4]],
      flag: told.against[key][3][Number(parts[5])]
    };
  }

  /* Leagues. */

  /* A league's rows, each with its institution; null where the columns have no such league. */
  function league(group, measure) {
    var text = told.columnLeagues && has(told.columnLeagues, group) ? told.columnLeagues[group][1][measure] : "";
    if (!text) {
      return null;
    }
    var parts = text.split("|");
    return {
      line: told.columnLeagues[group][0],
      pooled: number(parts[0]),
      rows: parts.slice(1).filter(Boolean).map(function (row) {
        var fields = row.split(",");
        var place = Number(fields[0]);
        var one = cell(place, measure);
        return {
          trust: data.trusts[place][0], name: data.trusts[place][1], one: one,
          tier: fields[1],
          rank: fields[2] === "" ? absent(one.absent || "x")
            : fields[2] + "\t(" + fields[3] + "\u2013" + fields[4] + ")",
          verdict: VERDICTS[fields[5]]
        };
      })
    };
  }

  return {
    data: data, comparators: told.against, trusts: trusts, measures: measures, has: has,
    cell: cell, score: score, count: count, pair: pair, against: against, league: league
  };
})();
