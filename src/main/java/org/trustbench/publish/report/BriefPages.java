package org.trustbench.publish.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.trustbench.disclosure.Audience;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.environment.SoftwareVersion;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Trust;
import org.trustbench.summary.Comparisons;
import org.trustbench.summary.FindingTexts;
import org.trustbench.summary.ReportFocus;
import org.trustbench.terms.Terms;

/**
 * A page of one or two sheets of paper for each trust that was inspected, and one with all of them.
 * Each stands alone: no script, no network, nothing beside it.
 */
public final class BriefPages {
  /** Holds all of them; no trust's own page can be called so, since its name has no full stop. */
  private static final String ALL = "briefs/all.print.html";

  private static final String FOLDER = "briefs/";

  private final ReleaseContent content;

  private BriefPages(ReleaseContent content) {
    this.content = content;
  }

  /**
   * What a template shows.
   *
   * @param title of the browser's window
   */
  record Model(
      String title,
      Audience audience,
      boolean isSynthetic,
      String inferred,
      List<String> protectionNotes,
      Framework framework,
      String software,
      List<Brief> briefs) {

    Terms terms() {
      return framework.terms();
    }

    String printed() {
      return audience.id() + (isSynthetic ? "-synthetic" : "");
    }

    /** What heads each sheet, by what its sheets are called. */
    String headers() {
      return briefs.stream()
          .map(
              brief ->
                  "@page %s { @top-left { content: %s } }\n"
                      .formatted(
                          brief.page(), CssText.of(brief.name() + " · " + framework.title())))
          .collect(Collectors.joining());
    }

    /** What stands at the foot of each sheet, besides its number. */
    String foot() {
      return CssText.of(
          "%s%s%s"
              .formatted(
                  audience.label().substring(0, 1).toUpperCase(java.util.Locale.ROOT),
                  audience.label().substring(1),
                  isSynthetic ? ". Synthetic data" : ""));
    }
  }

  /** Writes the page of each trust, and the page of all. */
  public static void write(ReleaseContent content, String comparator, ReportPage.Files files)
      throws IOException {
    BriefPages pages = new BriefPages(content);
    List<Brief> briefs = pages.briefs(comparator);
    for (Brief brief : briefs) {
      files.take(brief.file(), pages.page(brief.name(), List.of(brief)));
    }
    files.take(ALL, pages.page(content.terms().text("All {institutions}"), briefs));
  }

  private List<Brief> briefs(String comparator) {
    Comparisons comparisons = Comparisons.of(content.results());
    FindingTexts findings = FindingTexts.of(content);
    Map<String, String> names = paths(content);
    List<Brief> briefs = new ArrayList<>();
    for (Map.Entry<String, String> trust : names.entrySet()) {
      ReportFocus focus = ReportFocus.of(comparisons, trust.getKey(), comparator);
      briefs.add(Brief.of(focus, findings.of(trust.getKey()), trust.getValue(), briefs.size() + 1));
    }
    return briefs;
  }

  /** The path of each trust's page, by its code and in the order of names. */
  static Map<String, String> paths(ReleaseContent content) {
    List<Trust> all = content.results().framework().trusts();
    Map<String, String> names = ReportPage.fileNames(all);
    Map<String, String> paths = new LinkedHashMap<>();
    all.stream()
        .filter(trust -> content.results().inspectionOf(trust.code()).isPresent())
        .sorted(
            java.util.Comparator.comparing(Trust::name, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(Trust::code))
        .forEach(trust -> paths.put(trust.code(), FOLDER + names.get(trust.code())));
    return paths;
  }

  private String page(String title, List<Brief> briefs) {
    return ReportPage.rendered(
        "brief.jte",
        new Model(
            title,
            content.audience(),
            content.isSynthetic(),
            content.inferred(),
            content.protectionNotes(),
            content.results().framework(),
            SoftwareVersion.current(),
            briefs));
  }
}
