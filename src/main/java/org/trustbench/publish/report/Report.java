package org.trustbench.publish.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trustbench.benchmark.AnalysisRules;
import org.trustbench.benchmark.ComparatorGroup;
import org.trustbench.disclosure.Audience;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.environment.SoftwareVersion;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Trust;
import org.trustbench.publish.chart.Chart;
import org.trustbench.summary.ChangeWords;
import org.trustbench.summary.FindingText;
import org.trustbench.summary.GradeTable;
import org.trustbench.summary.PeerWords;
import org.trustbench.summary.TargetWords;
import org.trustbench.summary.WeightingWords;
import org.trustbench.terms.Terms;

/**
 * The model of a report page that its template renders.
 *
 * @param view what is shown before anything is chosen
 * @param historyRules which inspection counts, and how changes are made; empty where nobody was
 *     inspected twice
 * @param peerRules how peers are chosen and compared with; empty where there are none
 * @param targetRules what institutions are held to, and how; empty where they are not
 * @param weightingRules what weighted scores are; empty where there are none
 * @param leagues of each of the view's groups
 * @param rug of the first of them; null without any
 * @param trusts to choose from
 * @param findings of those trusts that have an inspection, by code
 * @param data what the script chooses from; null where it lies in files
 * @param hasFigures whether the script has every measure of every trust of the page
 * @param search over the trusts that the page leaves out; null where it shows all
 * @param links files that the page shares with others; null where it stands alone
 * @param upwards from the page to the release's folder: empty, or {@code ../}
 * @param briefs paths of the pages to print, by code of their trust; empty where there are none
 * @param levels the levels of groups that the page shows beside institutions
 * @param level the level that the page is of; empty where it is of institutions
 * @param ratings by the framework's own rules
 * @param whoJudged on the first page alone
 */
record Report(
    Audience audience,
    List<String> protectionNotes,
    List<String> historyRules,
    List<String> peerRules,
    List<String> targetRules,
    List<String> weightingRules,
    boolean isSynthetic,
    String inferred,
    Framework framework,
    AnalysisRules rules,
    String software,
    PageModel view,
    List<List<League>> leagues,
    Leagues.Rug rug,
    Map<String, Chart> frames,
    PageCoverage coverage,
    List<Trust> trusts,
    List<Framework.Named> comparators,
    Map<Measure, String> measures,
    Map<String, FindingText> findings,
    String data,
    boolean hasFigures,
    TrustSearch search,
    SiteFiles.Links links,
    String upwards,
    Map<String, String> briefs,
    List<LevelPage> levels,
    Optional<LevelPage> level,
    RatingSection ratings,
    WhoJudgedSection whoJudged) {

  static Report of(
      PageCache pages,
      PageCoverage coverage,
      PageModel view,
      Choice choice,
      String data,
      TrustSearch search,
      SiteFiles.Links links) {
    ReleaseContent content = pages.content();
    return new Report(
        content.audience(),
        content.protectionNotes(),
        ChangeWords.rules(content),
        PeerWords.rules(content),
        TargetWords.rules(content),
        WeightingWords.rules(content),
        content.isSynthetic(),
        content.inferred(),
        content.results().framework(),
        content.results().rules(),
        SoftwareVersion.current(),
        view,
        links == null ? leagues(pages, view) : List.of(),
        view.groups().isEmpty() ? null : pages.rug(view.groups().get(0)),
        pages.frames().all(),
        coverage,
        choice.trusts(),
        choice.comparators(),
        pages.measures(),
        pages.findings(choice.trusts()),
        data,
        choice.hasFigures(),
        search,
        links,
        choice.upwards(),
        pages.briefs(),
        links == null ? pages.levels() : List.of(),
        pages.level(),
        RatingSection.of(pages, links == null ? null : view.trust()),
        links == null ? WhoJudgedSection.of(content) : WhoJudgedSection.NONE);
  }

  /**
   * What can be chosen on a page.
   *
   * @param hasNobody whether no trust can be chosen too
   * @param isAlone whether the page leaves others' groups to their own pages
   * @param hasFigures whether every measure can be chosen
   * @param upwards from the page to the release's folder
   */
  record Choice(
      List<Trust> trusts,
      boolean hasNobody,
      List<Framework.Named> comparators,
      boolean isAlone,
      boolean hasFigures,
      String upwards) {

    Choice withoutFigures() {
      return new Choice(trusts, hasNobody, comparators, isAlone, false, upwards);
    }

    /** A view as such a page shows it. */
    PageModel of(PageModel view) {
      return isAlone ? view.alone() : view;
    }
  }

  /** Every league of a group in full, and of the others that of the first measure. */
  private static List<List<League>> leagues(PageCache pages, PageModel view) {
    List<Measure> measures = pages.leagueMeasures();
    java.util.ArrayList<List<League>> leagues = new java.util.ArrayList<>();
    for (int i = 0; i < view.groups().size(); i++) {
      ComparatorGroup group = view.groups().get(i);
      leagues.add(
          measures.stream()
              .limit(view.isFull(i) ? measures.size() : 1)
              .map(measure -> pages.league(group, measure, view.trust()))
              .toList());
    }
    return leagues;
  }

  /** What the programme calls its institutions and cases. */
  Terms terms() {
    return framework.terms();
  }

  /** The findings of the trust in focus; null without one, or without an inspection of it. */
  FindingText finding() {
    return view.trust() == null ? null : findings.get(view.trust());
  }

  /** Whether anything is graded, and shown so. */
  boolean hasGrades() {
    return frames.containsKey(ChartFrames.GRADES);
  }

  /** What has to be known of grades. */
  List<String> gradeRules() {
    return GradeTable.rules(terms());
  }

  /** Whether files have more distributions than pages. */
  boolean isPartOfGrades() {
    return framework.distributions().size() > GradeModel.MOST;
  }

  /** Whether somebody was inspected twice. */
  boolean hasHistory() {
    return frames.containsKey(ChartFrames.HISTORY);
  }

  /** Whether a measure can be chosen on the page. */
  boolean hasMeasure(String measureId) {
    return hasFigures || measures.keySet().stream().anyMatch(one -> one.id().equals(measureId));
  }

  /** A text as an address carries it. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  String title() {
    return view.title();
  }

  /** Where the page to print lies of the trust in view; the page itself where there is none. */
  String brief() {
    String path = view.trust() == null ? null : briefs.get(view.trust());
    return path == null ? "#main" : upwards + path;
  }

  /** What the style sheet prints at the foot of every page. */
  String printed() {
    return audience.id() + (isSynthetic ? "-synthetic" : "");
  }

  /** Whether there are more trusts than a page shows. */
  boolean isLong() {
    return PageLimits.areTooMany(framework.trusts().size());
  }

  /** How many are compared. */
  String compared() {
    return String.format(
        java.util.Locale.ROOT,
        "%,d",
        view.groups().stream().mapToInt(group -> group.compared().size()).max().orElse(0));
  }

  String policy() {
    if (links != null) {
      return PageScript.policyOfSite();
    }
    return search == null ? PageScript.policy(terms()) : PageScript.policyWithSearch(terms());
  }

  String searchScript() {
    return PageScript.search(terms());
  }

  String firstScript() {
    return PageScript.FIRST;
  }

  String charts() {
    return PageScript.charts();
  }

  String script() {
    return PageScript.own(terms());
  }
}
