/* The choice that the address of the page names: written to it, and read from it. */
var address = (function () {
  "use strict";
  var data = page.data;
  var byId = page.byId;
  var complaint = "";
  var selects = {
    trust: byId("choose-trust"),
    comparator: byId("choose-comparator"),
    measure: byId("choose-measure"),
    beside: byId("choose-beside")
  };

  function hash() {
    return "#" + Object.keys(selects).filter(function (name) {
      return name !== "beside" || page.now.beside;
    }).map(function (name) {
      return name + "=" + encodeURIComponent(page.now[name]);
    }).concat(page.now.sort ? "sort=" + page.now.sort : []).join("&");
  }

  /* The link on the page leads to what is shown. */
  function refresh() {
    byId("choice-link").href = hash();
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

  /* Says on the page what of its address it could not follow, and what else. */
  function complain(more) {
    complaint = [complaint, more].filter(Boolean).join(" ");
    byId("address-complaint").textContent = complaint;
    byId("address-complaint").hidden = !complaint;
  }

  function forget() {
    complaint = "";
  }

  /* Whether all of a choice is on this page. */
  function has(choice) {
    return Object.keys(kinds).every(function (name) {
      return kinds[name].has(choice);
    });
  }

  /* The choice that the address names; another where it leads to a place on the page. */
  function named(otherwise) {
    return location.hash === "" || location.hash.indexOf("=") > 0 ? addressed() : otherwise;
  }

  return {
    selects: selects, first: first, named: named, has: has, hash: hash, refresh: refresh,
    complain: complain, forget: forget
  };
})();
