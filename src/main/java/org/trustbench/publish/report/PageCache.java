package org.trustbench.publish.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.trustbench.benchmark.ComparatorGroup;
import org.trustbench.benchmark.InspectionRating;
import org.trustbench.benchmark.Results;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Comparator;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Trust;
import org.trustbench.summary.Comparisons;
import org.trustbench.summary.FindingText;
import org.trustbench.summary.FindingTexts;
import org.trustbench.summary.LeagueTable;
import org.trustbench.summary.RatingTable;
import org.trustbench.summary.ReportFocus;

/**
 * A cache of what the pages of one release share: page models, leagues and charts, each made once.
 */
final class PageCache {
  /** With more, the measures to choose from are overall and themes alone. */
  private static final int MOST_MEASURES = 60;

  private final ReleaseContent content;
  private final Comparisons comparisons;
  private final ChartFrames frames;
  private final Leagues leagues;
  private final PageModels views;
  private final TargetFunnels targetFunnels;
  private final Map<String, String> briefs;
  private final FindingTexts findings;
  private final List<InspectionRating> ratings;
  private final Map<String, List<InspectionRating>> ratingsByTrust;
  private final Optional<LevelPage> level;
  private final List<LevelPage> levels;
  private FigureColumns figures;
  private final Map<String, PageModel> made = new ConcurrentHashMap<>();

  /**
   * A cache of the pages of some content.
   *
   * @param briefs paths of the pages to print, by code of their trust; empty where there are none
   */
  PageCache(ReleaseContent content, Map<String, String> briefs) {
    this(content, briefs, Optional.empty());
  }

  /**
   * The same of a level, whose pages speak of groups.
   *
   * @param level the level that the content is of; empty where it is of institutions
   */
  PageCache(ReleaseContent content, Map<String, String> briefs, Optional<LevelPage> level) {
    this.content = content;
    this.level = level;
    this.levels = LevelPage.all(content.levels(), content.results().framework());
    this.briefs = briefs;
    this.comparisons = Comparisons.of(content.results());
    this.frames = ChartFrames.of(content, comparisons);
    this.leagues = new Leagues(content, comparisons, frames.rug());
    this.views = new PageModels(content, comparisons, frames, level);
    this.findings = FindingTexts.of(content);
    this.targetFunnels = new TargetFunnels(this);
    this.ratings = RatingTable.rows(content);
    this.ratingsByTrust = RatingTable.byTrust(content);
  }

  /** The level that the pages are of; empty where they are of institutions. */
  Optional<LevelPage> level() {
    return level;
  }

  /** The levels that the first page shows. */
  List<LevelPage> levels() {
    return levels;
  }

  ReleaseContent content() {
    return content;
  }

  /** Paths of the pages to print, by code of their trust, from the release's folder. */
  Map<String, String> briefs() {
    return briefs;
  }

  Results results() {
    return content.results();
  }

  ChartFrames frames() {
    return frames;
  }

  /** The view of a trust against a comparator; of no trust if it is null. */
  PageModel view(String trust, String comparatorId) {
    return made.computeIfAbsent(
        PageModel.key(trust, comparatorId), key -> views.of(trust, comparatorId));
  }

  /** Whether there are so many trusts that a page shows a part of them. */
  boolean isLong() {
    return PageLimits.areTooMany(results().framework().trusts().size());
  }

  /** A league as a page shows it that has a trust in focus, or nobody if it is null. */
  League league(ComparatorGroup group, Measure measure, String focus) {
    return leagues.of(group, measure, focus);
  }

  Comparisons comparisons() {
    return comparisons;
  }

  /** The score of a group together, or the fixed value; null without one. */
  Double pooled(ComparatorGroup group, Measure measure) {
    return leagues.pooled(group, measure);
  }

  /** The ratings of a trust; of all of them if it is null. */
  List<InspectionRating> ratings(String trust) {
    return trust == null ? ratings : ratingsByTrust.getOrDefault(trust, List.of());
  }

  /** Every measure of every institution, made once. */
  synchronized FigureColumns figures() {
    if (figures == null) {
      figures = new FigureColumns(this);
    }
    return figures;
  }

  /** Lets go of what only the page of one trust shows. */
  void forget(String focus) {
    leagues.forget(focus);
    made.keySet().removeIf(key -> key.startsWith(PageModel.key(focus, "")));
  }

  /** Every trust of the first league that a comparator's views show, to be found on the page. */
  TrustSearch search(String focus, String comparatorId, TrustSearch.Detail detail) {
    List<ComparatorGroup> groups = ReportFocus.of(comparisons, focus, comparatorId).leagueGroups();
    Optional<Measure> first = leagueMeasures().stream().findFirst();
    if (groups.isEmpty() || first.isEmpty()) {
      return null;
    }
    ComparatorGroup largest =
        Collections.max(
            groups, java.util.Comparator.comparingInt(group -> group.compared().size()));
    return TrustSearch.of(
        "%s: %s".formatted(first.get().label(), largest.label()),
        LeagueTable.sorted(comparisons.league(largest, first.get().id())),
        detail,
        results().terms());
  }

  /** The funnels around targets. */
  TargetFunnels targetFunnels() {
    return targetFunnels;
  }

  Leagues.Rug rug(ComparatorGroup group) {
    return leagues.rug(group, leagueMeasures());
  }

  /** Overall and themes, of which every group in full has a league. */
  List<Measure> leagueMeasures() {
    return ReportFocus.of(comparisons, null, "").leagueMeasures();
  }

  /** The measures to choose from, each with what it belongs to. */
  Map<Measure, String> measures() {
    Map<Measure, String> measures = new LinkedHashMap<>();
    leagueMeasures().forEach(measure -> measures.put(measure, "Overall and themes"));
    for (Framework.Named kind : ReportFocus.of(comparisons, null, "").detailedKinds()) {
      List<Measure> ofKind =
          results().framework().measures().stream()
              .filter(measure -> measure.kind().equals(kind.id()))
              .toList();
      if (measures.size() + ofKind.size() <= MOST_MEASURES) {
        ofKind.forEach(measure -> measures.put(measure, kind.label()));
      }
    }
    return measures;
  }

  /**
   * The findings of some trusts in words, by code; of those without an inspection there are none.
   */
  Map<String, FindingText> findings(List<Trust> trusts) {
    Map<String, FindingText> texts = new LinkedHashMap<>();
    trusts.forEach(
        trust -> findings.of(trust.code()).ifPresent(text -> texts.put(trust.code(), text)));
    return texts;
  }

  /** The trusts to choose from, by name. */
  List<Trust> trusts() {
    return results().framework().trusts().stream()
        .sorted(
            java.util.Comparator.comparing(Trust::name, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(Trust::code))
        .toList();
  }

  /** The comparators to choose from, which are those with a group. */
  List<Framework.Named> comparators() {
    Map<String, String> labels = new LinkedHashMap<>();
    results()
        .comparatorGroups()
        .forEach(group -> labels.putIfAbsent(group.comparatorId(), group.label()));
    for (Comparator comparator : results().framework().comparators()) {
      labels.computeIfPresent(comparator.id(), (id, label) -> comparator.label());
    }
    List<Framework.Named> comparators = new ArrayList<>();
    labels.forEach((id, label) -> comparators.add(new Framework.Named(id, label)));
    return comparators;
  }

  /** Every group whose leagues a comparator's views show. */
  List<ComparatorGroup> groups(String comparatorId) {
    return ReportFocus.of(comparisons, null, comparatorId).leagueGroups();
  }
}
