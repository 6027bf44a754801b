package org.trustbench.publish.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Level;
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
  private static final int MOST_BYTES = 2_990_000;

  private static final String INDEX = "index.html";
  private static final int TYPICAL_LENGTH = 1 << 18;
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          ReportPage.class.getClassLoader(),
          ReportPage.class.getPackageName());

  private final PageCache pages;
  private final PageCoverage coverage;

  private ReportPage(ReleaseContent content, Map<String, String> briefs) {
    this(content, new PageCache(content, briefs));
  }

  private ReportPage(ReleaseContent content, PageCache pages) {
    this.pages = pages;
    this.coverage = PageCoverage.of(content);
  }

  /**
   * The page of one trust.
   *
   * @param focus code of the trust benchmarked; null for none
   * @param comparator id of the comparator that trusts are set against
   */
  public static String of(ReleaseContent content, String focus, String comparator) {
    return new ReportPage(content, Map.of()).chosen(focus, comparator);
  }

  /** Takes the files of a report, one after the other. */
  public interface Files {
    /** Takes one file, by its path. */
    void take(String path, String text) throws IOException;
  }

  /**
   * Every file of a report: {@code index.html}, and with {@link #EVERY_TRUST} in focus a page for
   * each trust, to which the first leads; the charts first shown as JSON in {@code charts/}.
   */
  public static void all(ReleaseContent content, String focus, String comparator, Files files)
      throws IOException {
    new ReportPage(content, Map.of()).write(focus, comparator, files);
  }

  /** The same with a page to print of each trust, to which its report leads. */
  public static void withBriefs(
      ReleaseContent content, String focus, String comparator, Files files) throws IOException {
    new ReportPage(content, BriefPages.paths(content)).write(focus, comparator, files);
    BriefPages.write(content, comparator, files);
  }

  private void write(String focus, String comparator, Files files) throws IOException {
    boolean isEveryTrust = EVERY_TRUST.equals(focus);
    String first = isEveryTrust ? null : focus;
    for (Map.Entry<String, String> chart : ChartFiles.of(pages, first, comparator).entrySet()) {
      files.take(chart.getKey(), chart.getValue());
    }
    Map<String, String> paths = isEveryTrust ? paths(pages.trusts()) : Map.of();
    groups(paths, files);
    if (!isEveryTrust) {
      files.take(INDEX, chosen(focus, comparator));
      return;
    }
    files.take(INDEX, TrustIndex.page(pages, coverage, comparator, paths));
    new TrustPages(pages, coverage, comparator, files).write(paths);
  }

  /** A page of each level, and of each of its groups; none where a framework has no levels. */
  private void groups(Map<String, String> trustPages, Files files) throws IOException {
    for (LevelPage level : pages.levels()) {
      ReleaseContent ofLevel = pages.content().atLevel(level.level());
      ReportPage page =
          new ReportPage(ofLevel, new PageCache(ofLevel, Map.of(), Optional.of(level)));
      files.take(level.path(), page.chosen(null, Level.ALL));
    }
    if (!pages.levels().isEmpty()) {
      new GroupPages(pages.content(), pages.levels(), trustPages).write(files);
    }
  }

  /** The path of each trust's page, by its code. */
  public static Map<String, String> paths(List<Trust> trusts) {
    Map<String, String> paths = new LinkedHashMap<>();
    fileNames(trusts).forEach((code, name) -> paths.put(code, "trusts/" + name));
    return paths;
  }

  /** What the page of each trust is called in its folder, by its code. */
  static Map<String, String> fileNames(List<Trust> trusts) {
    Map<String, Long> alike =
        trusts.stream()
            .collect(
                Collectors.groupingBy(
                    trust -> trust.code().toLowerCase(Locale.ROOT), Collectors.counting()));
    Map<String, String> names = new LinkedHashMap<>();
    for (Trust trust : trusts) {
      boolean isAlone = alike.get(trust.code().toLowerCase(Locale.ROOT)) == 1;
      names.put(trust.code(), SafeId.file(trust.code(), isAlone) + ".html");
    }
    return names;
  }

  /** A page on which trusts can be chosen, as far as there is room. */
  private String chosen(String focus, String comparator) {
    List<Trust> everyone = pages.trusts();
    List<Framework.Named> comparators = pages.comparators();
    List<Framework.Named> own =
        comparators.stream().filter(one -> one.id().equals(comparator)).toList();
    boolean isLong = pages.isLong();
    Choice least = new Choice(only(focus), focus == null, own, isLong, true, "");
    if (isLong) {
      return searchable(focus, comparator, least);
    }
    List<Choice> choices =
        List.of(
            new Choice(everyone, true, comparators, false, true, ""),
            new Choice(everyone, true, own, false, true, ""),
            new Choice(everyone, true, own, false, false, ""),
            least,
            least.withoutFigures());
    String page = "";
    for (Choice choice : choices) {
      page = page(focus, comparator, choice, null);
      if (fits(page)) {
        return page;
      }
    }
    return page;
  }

  /** A page on which trusts can be found, with as much of each as there is room for. */
  private String searchable(String focus, String comparator, Choice choice) {
    String page = "";
    for (TrustSearch.Detail detail : TrustSearch.Detail.values()) {
      page = page(focus, comparator, choice, pages.search(focus, comparator, detail));
      if (fits(page)) {
        return page;
      }
    }
    return page;
  }

  private static boolean fits(String page) {
    return page.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
  }

  private List<Trust> only(String trust) {
    return pages.trusts().stream().filter(one -> one.code().equals(trust)).toList();
  }

  private String page(String focus, String comparator, Choice choice, TrustSearch search) {
    String data = PageData.of(pages, focus, comparator, choice);
    return rendered(
        "page.jte",
        Report.of(
            pages, coverage, choice.of(pages.view(focus, comparator)), choice, data, search, null));
  }

  static String rendered(String template, Map<String, Object> models) {
    StringOutput page = new StringOutput(TYPICAL_LENGTH);
    TEMPLATES.render(template, models, page);
    return page.toString();
  }

  static String rendered(String template, Object model) {
    StringOutput page = new StringOutput(TYPICAL_LENGTH);
    TEMPLATES.render(template, model, page);
    return page.toString();
  }
}
