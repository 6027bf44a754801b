package org.trustbench.publish.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trustbench.benchmark.ComparatorGroup;
import org.trustbench.framework.Trust;
import org.trustbench.publish.report.Report.Choice;
import org.trustbench.terms.Terms;

/**
 * The files that the pages of a site share, in {@code assets/}: styles, scripts, and data as
 * scripts that need neither server nor network. A digest in each name keeps a browser from showing
 * a new page with an old file.
 */
final class SiteFiles {
  /** Trusts whose views show which texts pages have in common. */
  private static final int SAMPLED = 3;

  private static final String FOLDER = "assets/";
  private static final String UPWARDS = "../";

  private final PageCache pages;
  private final String comparator;
  private final ReportPage.Files files;
  private final PageParts parts;
  private final Map<String, String> groups = new LinkedHashMap<>();
  private final StringTable texts;
  private final String style;
  private final String charts;
  private final String programme;
  private final String script;

  /**
   * What a page refers to besides itself.
   *
   * @param style path of its style sheet
   * @param scripts paths of its scripts, in their order
   */
  record Links(String style, List<String> scripts) {}

  /** Writes what all pages share. */
  SiteFiles(PageCache pages, String comparator, ReportPage.Files files) throws IOException {
    this.pages = pages;
    this.comparator = comparator;
    this.files = files;
    this.parts = new PageParts(pages.content());
    PageData data = new PageData(pages, parts);
    Map<String, Map<String, Object>> told = new LinkedHashMap<>();
    for (ComparatorGroup group : pages.results().comparatorGroups()) {
      if (!isCutForEach(group)) {
        told.put(group.key(), data.groups(List.of(group), null, true));
      }
    }
    List<Object> all = new ArrayList<>(told.values());
    for (Trust trust : pages.trusts().stream().limit(SAMPLED).toList()) {
      all.add(data.chosen(trust.code(), comparator, data.views(choice(trust)), choice(trust)));
    }
    Map<String, Object> shared = data.programme(true);
    shared.putAll(parts.common());
    all.add(shared);
    this.texts = StringTable.over(all);
    Terms terms = pages.results().terms();
    this.style = written("style", ".css", PageStyle.text());
    this.charts = written("charts", ".js", PageScript.charts());
    this.programme =
        written(
            "programme",
            ".js",
            "window.reportData=["
                + PageData.escaped(texts.texts())
                + ",["
                + PageData.escaped(texts.known(shared))
                + "]];");
    for (Map.Entry<String, Map<String, Object>> group : told.entrySet()) {
      groups.put(
          group.getKey(),
          written(
              "group-" + SafeId.of(group.getKey().replace(':', '-')),
              ".js",
              further(group.getValue())));
    }
    this.script = written("report", ".js", PageScript.own(terms));
  }

  /** Whether a group is so long that every page shows another part of it. */
  private static boolean isCutForEach(ComparatorGroup group) {
    return PageLimits.areTooMany(group.compared().size());
  }

  /** Everything that can be chosen on the page of one trust. */
  Choice choice(Trust trust) {
    return new Choice(List.of(trust), false, pages.comparators(), true, true, UPWARDS);
  }

  /**
   * The data of one trust's page, as the text of a file.
   *
   * @param groups those shown on the page
   */
  String own(Trust trust, Map<String, PageModel> views, List<ComparatorGroup> groups) {
    PageParts further = new PageParts(parts);
    PageData data = new PageData(pages, further);
    Map<String, Object> own = data.chosen(trust.code(), comparator, views, choice(trust));
    own.putAll(
        data.groups(groups.stream().filter(SiteFiles::isCutForEach).toList(), trust.code(), true));
    own.putAll(further.common());
    return further(own);
  }

  /** What a page refers to that shows some groups and has a file of its own. */
  Links links(List<ComparatorGroup> shown, String own) {
    List<String> scripts = new ArrayList<>(List.of(charts, programme));
    shown.stream()
        .map(group -> groups.get(group.key()))
        .filter(file -> file != null)
        .forEach(scripts::add);
    scripts.add(own);
    scripts.add(script);
    return new Links(UPWARDS + style, scripts.stream().map(file -> UPWARDS + file).toList());
  }

  private String further(Map<String, Object> data) {
    return "window.reportData[1].push(" + PageData.escaped(texts.known(data)) + ");";
  }

  private String written(String name, String end, String text) throws IOException {
    String path = path(name, end, text);
    files.take(path, text);
    return path;
  }

  /** A path that another text would not have. */
  static String path(String name, String end, String text) {
    return FOLDER + name + "-" + SafeId.digest(text) + end;
  }
}
