/* Every measure of the institution in focus, beside the others or one other, and a search over all. */
(function () {
  "use strict";
  if (!figures) {
    return;
  }
  var report = window.report;
  var element = page.element;
  var MOST_FOUND = 12;
  var box = page.byId("find");
  var list = page.byId("find-list");
  var said = page.byId("find-status");

  function folded(text) {
    return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }

  function place(trust) {
    return figures.has(figures.trusts, trust) ? figures.trusts[trust] : -1;
  }

  function name(trust) {
    return figures.data.trusts[place(trust)][1];
  }

  /* Where the institution in focus stands on one measure. */

  function standing(now, measure) {
    var own = place(now.trust);
    var key = now.trust + "|" + now.comparator;
    var other = place(now.beside);
    if (other >= 0 && other !== own) {
      var pair = figures.pair(own, other, measure);
      return {
        other: figures.score(figures.cell(other, measure)),
        difference: pair.difference, verdict: pair.verdict, flag: ""
      };
    }
    var against = figures.against(key, measure);
    return against && { other: against.others, difference: against.difference, verdict: against.verdict, flag: against.flag };
  }

  function isBeside(now) {
    return place(now.beside) >= 0 && now.beside !== now.trust;
  }

  function others(now) {
    var against = figures.comparators[now.trust + "|" + now.comparator];
    return isBeside(now) ? name(now.beside) : against ? against[0] : "";
  }

  function plain(text) {
    return text.split("\t").slice(0, 2).filter(Boolean).join(" ");
  }

  /* A number with what it counts. */
  function counted(text, singular, plural) {
    var number = plain(text);
    return number + " " + (number === "1" ? singular : plural);
  }

  /* In a sentence: 16 % (10–24). */
  function percent(text) {
    var parts = text.split("\t");
    return isNaN(parts[0]) ? parts[2] || parts[0] : parts[0] + "\u00a0%" + (parts[1] ? " " + parts[1] : "");
  }

  function sentence(now) {
    var own = place(now.trust);
    var measure = figures.measures[now.measure];
    if (own < 0 || measure === undefined) {
      return "";
    }
    var one = figures.cell(own, measure);
    var text = figures.data.measures[measure][1] + ": " + name(now.trust) + " " + percent(figures.score(one));
    var at = one.absent ? null : standing(now, measure);
    if (!one.absent) {
      text += " on " + counted(figures.count(one, "assessed"), "judgement", "judgements") + " in "
        + counted(figures.count(one, "cases"), "{case}", "{cases}");
    }
    if (at) {
      text += "; " + (isBeside(now) ? name(now.beside) : others(now).toLowerCase()) + " " + percent(at.other)
        + ". Difference " + plain(at.difference) + " points: " + at.verdict
        + (at.flag ? "; " + at.flag : "");
    }
    return text + ". In brackets: 95\u00a0% intervals.";
  }

  /* The table of every measure. */

  function table(now) {
    var own = place(now.trust);
    var hasOther = !!figures.comparators[now.trust + "|" + now.comparator] || isBeside(now);
    var head = [["Measure", ""], ["Kind", ""], ["Score % (95 %)", "interval w3 percent"], ["{Cases}", "number"],
      ["Judgements", "number"], ["Not recorded", "number"]];
    if (hasOther) {
      head.push(isBeside(now) ? [others(now) + " % (95 %)", "interval w3 percent"] : [others(now), "number percent"],
        ["Difference (95 %)", "interval w3 points"], ["Verdict", "verdict"]);
    }
    if (hasOther && !isBeside(now)) {
      head.push(["Flag", ""]);
    }
    return {
      id: "every-table", title: title(now), note: note(now), head: head, heading: 0,
      blocks: false, trusts: [],
      rows: figures.data.measures.map(function (measure, at) {
        var one = figures.cell(own, at);
        var row = [measure[1], figures.data.kinds[measure[2]], figures.score(one), figures.count(one, "cases"),
          figures.count(one, "assessed"), figures.count(one, "notRecorded")];
        var beside = hasOther ? standing(now, at) : null;
        if (beside) {
          row.push(beside.other, beside.difference, beside.verdict);
        }
        if (hasOther && !isBeside(now)) {
          row.push(beside.flag);
        }
        return row;
      })
    };
  }

  function title(now) {
    var group = figures.comparators[now.trust + "|" + now.comparator];
    return "Every measure: " + name(now.trust)
      + (isBeside(now) ? " beside " + name(now.beside) : group ? " against " + group[1] : "");
  }

  function note(now) {
    if (!isBeside(now)) {
      return "A heading sorts. Base and verdict of each are its own; of so many measures about 1 in 20 stands apart by chance alone, which the flag allows for within a kind.";
    }
    return "A heading sorts. Difference: the first less the second, in percentage points, with its 95\u00a0% interval (Newcombe 1998, method 10)"
      + (figures.data.rounded
        ? "; worked out from the whole percentages that are published, so each end is drawn a point wider and a difference that is shown holds whatever was rounded."
        : ", on the judgements that each score is worth.")
      + " Of so many measures about 1 in 20 stands apart by chance alone"
      + (figures.data.rounded ? "." : "; jobs/run compare allows for their number.");
  }

  function show() {
    var now = page.now;
    var part = page.byId("every-part");
    var has = place(now.trust) >= 0;
    part.hidden = !has;
    page.byId("every-missing").hidden = has;
    page.byId("chosen-figure").textContent = has ? sentence(now) : "";
    if (has) {
      page.byId("every-summary").textContent =
        "All " + figures.data.measures.length + " measures of " + name(now.trust) + " in one table";
      page.byId("every-slot").replaceChildren(tables.region(table(now), ""));
    }
  }

  /* Search. */

  var found = figures.data.measures.map(function (measure) {
    return { label: measure[1], kind: figures.data.kinds[measure[2]], choice: { measure: measure[0] } };
  }).concat(figures.data.trusts.map(function (trust) {
    return { label: trust[1], kind: "{institution}", code: trust[0] };
  }));
  found.forEach(function (one) {
    one.text = folded(one.label + " " + (one.code || "") + " " + one.kind);
  });

  /* An institution comes into focus where the page has it so, else beside the one that is. */
  function choiceOf(one) {
    return one.choice || (report.has({ trust: one.code }) ? { trust: one.code, beside: "" } : { beside: one.code });
  }

  function search() {
    var words = folded(box.value).split(/\s+/).filter(Boolean);
    var matching = !words.length ? [] : found.filter(function (one) {
      return words.every(function (word) {
        return one.text.indexOf(word) >= 0;
      });
    });
    list.replaceChildren.apply(list, matching.slice(0, MOST_FOUND).map(item));
    said.textContent = !words.length ? ""
      : matching.length > MOST_FOUND ? "The first " + MOST_FOUND + " of " + matching.length + " that match."
        : matching.length === 0 ? "No measure and no {institution} has these words in its name."
          : matching.length === 1 ? "1 matches." : matching.length + " match.";
  }

  function item(one) {
    var made = element("li");
    var button = element("button", one.label);
    button.type = "button";
    button.append(" ", element("span", one.kind, "note"));
    button.addEventListener("click", function () {
      report.choose(choiceOf(one));
      close();
      box.focus();
    });
    made.append(button);
    return made;
  }

  function close() {
    box.value = "";
    search();
  }

  function step(event) {
    var stops = [box].concat(Array.from(list.querySelectorAll("button")));
    var at = stops.indexOf(document.activeElement);
    if (event.key === "ArrowDown" && at < stops.length - 1) {
      stops[at + 1].focus();
    } else if (event.key === "ArrowUp" && at > 0) {
      stops[at - 1].focus();
    } else if (event.key === "Escape") {
      close();
      box.focus();
    } else if (event.key === "Enter" && at === 0 && stops.length > 1) {
      stops[1].click();
    } else {
      return;
    }
    event.preventDefault();
  }

  box.addEventListener("input", search);
  page.byId("find-part").addEventListener("keydown", step);
  document.addEventListener("report-shown", show);
  show();
})();
