/* The buttons by which a reader takes a table or a chart away, beside each of them. */
(function () {
  "use strict";
  /* Letters of a file's name that every system takes. */
  var LONGEST = 80;
  var main = page.byId("main");

  /* Whatever is taken says where it is from, for whom it is, and what is invented. */
  window.report.sources = function () {
    var said = Array.from(document.querySelectorAll(".notice:not([role=alert]), #source"));
    return said.map(function (one) {
      return one.textContent.replace(/\s+/g, " ").trim();
    });
  };

  function fileName(title, end) {
    var synthetic = /synthetic/.test(document.body.className) ? "synthetic " : "";
    return (synthetic + title).toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "")
      .replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, LONGEST).replace(/^-|-$/g, "") + end;
  }

  function download(blob, name) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(function () {
      URL.revokeObjectURL(link.href);
    }, 10000);
    page.say("Saved: " + name);
  }

  /* Where a browser keeps its clipboard from a page that no server sent. */
  function copyByHand(text) {
    var area = document.createElement("textarea");
    area.value = text;
    area.className = "unseen";
    document.body.append(area);
    area.select();
    var isDone = document.execCommand("copy");
    area.remove();
    return isDone;
  }

  function copy(text, title) {
    var hand = function () {
      page.say(copyByHand(text) ? "Copied: " + title : "This browser does not let the page copy. Take the CSV.");
    };
    if (navigator.clipboard && navigator.clipboard.writeText) {
      navigator.clipboard.writeText(text).then(function () {
        page.say("Copied: " + title);
      }, hand);
    } else {
      hand();
    }
  }

  function button(word, what, act) {
    var made = document.createElement("button");
    made.type = "button";
    made.textContent = word;
    made.addEventListener("click", act);
    /* What the table is called can change after its buttons were made. */
    made.addEventListener("focus", function () {
      made.setAttribute("aria-label", word + ": " + what());
    });
    made.setAttribute("aria-label", word + ": " + what());
    return made;
  }

  function bar(buttons) {
    var made = document.createElement("p");
    made.className = "take";
    buttons.forEach(function (one) {
      made.append(one, " ");
    });
    return made;
  }

  function tableBar(region) {
    var table = function () {
      return region.tagName === "TABLE" ? region : region.querySelector("table");
    };
    var title = function () {
      return table() ? window.report.table.title(table()) : "";
    };
    return bar([
      button("Copy", title, function () {
        copy(window.report.table.tabbed(table()), title());
      }),
      button("CSV", title, function () {
        download(
          new Blob([window.report.table.csv(table())], { type: "text/csv;charset=utf-8" }),
          fileName(title(), ".csv"));
      })
    ]);
  }

  function chartBar(figure) {
    var title = function () {
      return window.report.chart.title(figure.id);
    };
    return bar([
      button("SVG", title, function () {
        download(
          new Blob([window.report.chart.svg(figure.id)], { type: "image/svg+xml" }),
          fileName(title(), ".svg"));
      }),
      button("PNG", title, function () {
        window.report.chart.canvas(figure.id).toBlob(function (blob) {
          download(blob, fileName(title(), ".png"));
        });
      })
    ]);
  }

  /* Tables and charts come and go with what is chosen. */
  function offer() {
    main.querySelectorAll("table").forEach(function (table) {
      var region = table.closest(".scroll") || table;
      var next = region.nextElementSibling;
      if (!next || !next.classList.contains("take")) {
        region.after(tableBar(region));
      }
    });
    main.querySelectorAll("figure.chart").forEach(function (figure) {
      if (!figure.querySelector(".take")) {
        figure.append(chartBar(figure));
      }
    });
  }

  new MutationObserver(offer).observe(main, { childList: true, subtree: true });
  offer();
})();
