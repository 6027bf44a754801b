package org.trustbench.publish.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Trust;
import org.trustbench.publish.report.Report.Choice;

/**
 * The report of a release as self-contained HTML pages, which need no network, and no script to be
 * read. Templates escape whatever they show.
 */
public final class ReportPage {
  /** In place of a trust: a page for every one. */
  public static final String EVERY_TRUST = "all";

  /** Beyond this a page leaves out what could be chosen on it, not what it shows. */
  private static final int MOST_BYTES = 2_900_000;

  private static final String INDEX = "index.html";
  private static final int TYPICAL_LENGTH = 1 << 18;
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          ReportPage.class.getClassLoader(),
          ReportPage.class.getPackageName());

  private final Pages pages;
  private final PageCoverage coverage;

  private ReportPage(ReleaseContent content) {
    this.pages = new Pages(content);
    this.coverage = PageCoverage.of(content);
  }

  /**
   * The page of one trust.
   *
   * @param focus code of the trust benchmarked; null for none
   * @param comparator id of the comparator that trusts are set against
   */
  public static String of(ReleaseContent content, String focus, String comparator) {
    return new ReportPage(content).chosen(focus, comparator);
  }

  /**
   * Every file of a report by its path: {@code index.html}, and with {@link #EVERY_TRUST} in focus
   * a page for each trust, to which the first leads; the charts first shown as JSON in {@code
   * charts/}.
   */
  public static Map<String, String> all(ReleaseContent content, String focus, String comparator) {
    ReportPage report = new ReportPage(content);
    Map<String, String> all = new LinkedHashMap<>();
    boolean isEveryTrust = EVERY_TRUST.equals(focus);
    all.putAll(ChartFiles.of(report.pages, isEveryTrust ? null : focus, comparator));
    if (!isEveryTrust) {
      all.put(INDEX, report.chosen(focus, comparator));
      return all;
    }
    Map<String, String> files = files(report.pages.trusts());
    all.put(INDEX, TrustIndex.page(report.pages, comparator, files));
    files.entrySet().parallelStream()
        .map(file -> Map.entry(file.getValue(), report.alone(file.getKey(), comparator)))
        .toList()
        .forEach(page -> all.put(page.getKey(), page.getValue()));
    return all;
  }

  /** The path of each trust's page, by its code. */
  private static Map<String, String> files(List<Trust> trusts) {
    Map<String, String> files = new LinkedHashMap<>();
    for (Trust trust : trusts) {
      boolean isAlone =
          trusts.stream().filter(other -> other.code().equalsIgnoreCase(trust.code())).count() == 1;
      files.put(trust.code(), "trusts/" + Name.file(trust.code(), isAlone) + ".html");
    }
    return files;
  }

  /** A page on which trusts can be chosen, as far as there is room. */
  private String chosen(String focus, String comparator) {
    List<Trust> everyone = pages.trusts();
    List<Framework.Named> comparators = pages.comparators();
    List<Framework.Named> own =
        comparators.stream().filter(one -> one.id().equals(comparator)).toList();
    List<Choice> choices =
        List.of(
            new Choice(everyone, true, comparators, false),
            new Choice(everyone, true, own, false),
            new Choice(only(focus), focus == null, own, false));
    String page = "";
    for (Choice choice : choices) {
      page = page(focus, comparator, choice);
      if (page.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES) {
        return page;
      }
    }
    return page;
  }

  /** A trust's own page, on which comparator and measure can be chosen. */
  private String alone(String trust, String comparator) {
    return page(trust, comparator, new Choice(only(trust), false, pages.comparators(), true));
  }

  private List<Trust> only(String trust) {
    return pages.trusts().stream().filter(one -> one.code().equals(trust)).toList();
  }

  private String page(String focus, String comparator, Choice choice) {
    String data = PageData.of(pages, focus, comparator, choice);
    StringOutput page = new StringOutput(TYPICAL_LENGTH + data.length());
    Report report =
        Report.of(pages, coverage, choice.of(pages.view(focus, comparator)), choice, data);
    TEMPLATES.render("page.jte", report, page);
    return page.toString();
  }

  static String rendered(String template, Object model) {
    StringOutput page = new StringOutput(TYPICAL_LENGTH);
    TEMPLATES.render(template, model, page);
    return page.toString();
  }
}
