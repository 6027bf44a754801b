/* Puts every measure, and every institution that can be set beside another, into its list. */
(function () {
  "use strict";
  if (!figures) {
    return;
  }
  var measures = page.byId("choose-measure");
  var beside = page.byId("choose-beside");

  function option(value, text) {
    var made = page.element("option", text);
    made.value = value;
    return made;
  }

  measures.replaceChildren.apply(measures, figures.data.kinds.map(function (kind, place) {
    var group = document.createElement("optgroup");
    group.label = kind;
    figures.data.measures.forEach(function (measure) {
      if (measure[2] === place) {
        group.append(option(measure[0], measure[1]));
      }
    });
    return group;
  }));

  var isPaired = !!figures.data.chances && figures.data.chances.length > 0;
  beside.parentElement.hidden = !isPaired;
  page.byId("every-pairs").hidden = isPaired;
  if (isPaired) {
    figures.data.trusts.forEach(function (trust) {
      beside.append(option(trust[0], trust[1]));
    });
  }
})();
