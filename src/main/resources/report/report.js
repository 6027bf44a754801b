/* Shows what is chosen: puts sentences, tables and charts in their places. */
(function () {
  "use strict";
  var data = page.data;
  var element = page.element;
  var byId = page.byId;
  var replace = page.replace;
  var say = page.say;

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

  function show() {
    var view = data.views[page.now.trust + "|" + page.now.comparator];
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
      tables.slot(one.table, drawn.table);
      charts.framed(one.figure, drawn);
    });
    if (byId("target-funnel")) {
      charts.drawTarget();
    }
    groups.show(view);
    replace(byId("inspected"), view.inspected.map(function (one) {
      return element("p", one);
    }));
    document.dispatchEvent(new Event("report-shown"));
    address.refresh();
  }

  /* Tables that other scripts show are there when all have run. */
  function sortAll(isNew) {
    var sorted = window.report.sorting.apply(page.now.sort);
    page.now.sort = sorted.done;
    address.refresh();
    if (!isNew && sorted.lost.length) {
      address.complain("This page cannot sort as its address says: “" + sorted.lost.join("”, “") + "”.");
    }
  }

  /* The address always names the order that is shown; going back does not undo it. */
  window.report.sorting.changed = function (order, words) {
    page.now.sort = order;
    address.refresh();
    history.replaceState(null, "", address.hash());
    say(words);
  };

  function choose(choice, isNew) {
    page.now = choice;
    if (isNew) {
      address.forget();
    }
    address.complain();
    Object.keys(address.selects).forEach(function (name) {
      if (address.selects[name]) {
        address.selects[name].value = page.now[name];
      }
    });
    show();
    if (document.readyState !== "loading") {
      sortAll(isNew);
    }
    if (isNew) {
      history.pushState(null, "", address.hash());
      say("Shown now: " + byId("title").textContent);
    }
  }

  Object.keys(address.selects).forEach(function (name) {
    if (address.selects[name]) {
      address.selects[name].addEventListener("change", function () {
        var choice = Object.assign({}, page.now);
        choice[name] = address.selects[name].value;
        choose(choice, true);
      });
    }
  });

  function follow() {
    var choice = address.named(page.now);
    if (JSON.stringify(choice) !== JSON.stringify(page.now)) {
      choose(choice, false);
    } else {
      address.complain();
    }
  }

  window.addEventListener("popstate", follow);
  window.addEventListener("hashchange", follow);

  byId("choice-link").addEventListener("click", function (event) {
    event.preventDefault();
    history.replaceState(null, "", address.hash());
    say("The address of this page now names the choice.");
  });

  document.querySelectorAll("section[aria-labelledby=data] table").forEach(window.report.sorting.sortable);

  choose(address.named(address.first()), false);
  document.addEventListener("DOMContentLoaded", function () {
    sortAll(false);
  });

  Object.assign(window.report, {
    /* Whether a change of the choice can be followed. */
    has: function (change) {
      return address.has(Object.assign({}, page.now, change));
    },
    choose: function (change) {
      choose(Object.assign({}, page.now, change), true);
    }
  });
})();
