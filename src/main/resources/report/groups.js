/* The leagues of each group of institutions, with the charts of the first. */
var groups = (function () {
  "use strict";
  var data = page.data;
  var element = page.element;
  var byId = page.byId;
  var replace = page.replace;

  function league(group, measure) {
    var told = data.leagues[group + "|" + measure];
    return told && told.table
      ? told
      : columnLeagues.of(group, data.groups[group], measure, data.leagues[group + "|" + data.measure], told);
  }

  function shownLeagues(group, isFull) {
    var measures = isFull
      ? data.leagueMeasures.filter(function (one) {
          return one !== page.now.measure;
        })
      : [];
    return [page.now.measure].concat(measures).map(function (measure) {
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
    if (!league(group, page.now.measure)) {
      section.append(element("p", "The league of this measure is not on this page: it is in tables/comparisons.csv.", "note"));
    } else if (leagues[0].warning) {
      section.append(element("p", leagues[0].warning, "warning"));
    }
    var part = element("div", "", "tables");
    leagues.forEach(function (one) {
      part.append(tables.region(one.table, page.now.trust));
    });
    section.append(part);
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
    charts.draw("rug", data.rugs[first].figure);
    tables.slot("rug", data.rugs[first].table);
    var shown = league(first, page.now.measure) || {};
    charts.draw("caterpillar", shown.caterpillar);
    charts.draw("funnel", shown.funnel);
  }

  if (byId("funnel-widened")) {
    byId("funnel-widened").addEventListener("change", function () {
      var view = data.views[page.now.trust + "|" + page.now.comparator];
      charts.draw("funnel", league(view.groups[0], page.now.measure).funnel);
    });
  }

  return { show: showLeagues };
})();
