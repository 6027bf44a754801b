package org.trustbench.publish.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.trustbench.benchmark.Availability;
import org.trustbench.benchmark.ComparatorGroup;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.benchmark.PairChances;
import org.trustbench.disclosure.Audience;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Trust;
import org.trustbench.publish.report.Report.Choice;
import org.trustbench.summary.BenchmarkWords;
import org.trustbench.summary.LeagueTable;

/**
 * Every measure of every institution of a page as columns of whole numbers, for its explorer: the
 * scores, what each is compared with, and the leagues that have no chapter of their own. {@link
 * FigureCells} says what a cell holds.
 */
final class FigureColumns {
  /** With more pairs of institutions, over all measures, none are set beside each other. */
  private static final int MOST_PAIRS = 2_000_000;

  private static final String BETWEEN = "|";

  private final PageCache pages;
  private final List<Measure> measures;
  private final List<InspectionTallies> inspections;
  private final Map<String, Integer> places = new HashMap<>();

  FigureColumns(PageCache pages) {
    this.pages = pages;
    this.measures = measures(pages.results().framework());
    this.inspections = inspections(pages.trusts());
    for (int i = 0; i < inspections.size(); i++) {
      places.put(inspections.get(i).trust().code(), i);
    }
  }

  private List<InspectionTallies> inspections(List<Trust> trusts) {
    Map<String, InspectionTallies> byTrust = pages.results().inspectionsByTrust();
    return trusts.stream()
        .map(trust -> byTrust.get(trust.code()))
        .filter(Objects::nonNull)
        .toList();
  }

  /** The measures that can be chosen where a page has these columns: all but steps of pathways. */
  static List<Measure> measures(Framework framework) {
    return framework.measures().stream().filter(measure -> measure.isScored()).toList();
  }

  private boolean isPaired() {
    long trusts = inspections.size();
    return !pages.isLong()
        && trusts > 1
        && trusts * (trusts - 1) / 2 * measures.size() <= MOST_PAIRS;
  }

  /** What is the same for every institution, and every score as far as a page shows them all. */
  Map<String, Object> programme() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rounded", isRounded());
    Map<String, String> kinds = MeasureKinds.labels(pages.results().framework());
    List<String> ids = List.copyOf(kinds.keySet());
    json.put("kinds", List.copyOf(kinds.values()));
    json.put(
        "measures",
        measures.stream()
            .map(one -> List.of(one.id(), one.label(), ids.indexOf(one.kind())))
            .toList());
    Map<String, String> absent = new LinkedHashMap<>();
    for (Availability one : Availability.values()) {
      if (!one.symbol().isEmpty()) {
        absent.put(FigureCells.letter(one), one.label());
      }
    }
    json.put("absent", absent);
    if (!pages.isLong()) {
      List<List<InspectionScore>> scores = scores();
      json.putAll(scores(inspections, scores, true));
      json.put("chances", isPaired() ? chances(scores) : List.of());
    }
    return json;
  }

  /** The scores of some institutions, where a page does not show them all. */
  Map<String, Object> own(List<Trust> trusts) {
    if (!pages.isLong()) {
      return Map.of();
    }
    List<InspectionTallies> own = inspections(trusts);
    List<List<InspectionScore>> scores = new ArrayList<>();
    for (Measure measure : measures) {
      scores.add(own.stream().map(one -> compared(one, measure)).collect(Collectors.toList()));
    }
    return scores(own, scores, false);
  }

  /** A score that is compared with others'; null where there is none. */
  private InspectionScore compared(InspectionTallies inspection, Measure measure) {
    return pages.comparators().stream()
        .flatMap(one -> pages.comparisons().ofTrust(inspection.trust().code(), one.id()).stream())
        .map(Comparison::score)
        .filter(score -> score.measure().id().equals(measure.id()))
        .findFirst()
        .orElse(null);
  }

  private Map<String, Object> scores(
      List<InspectionTallies> some, List<List<InspectionScore>> scores, boolean isPaired) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(
        "trusts",
        some.stream().map(one -> List.of(one.trust().code(), one.trust().name())).toList());
    json.put(
        "scores",
        IntStream.range(0, measures.size())
            .mapToObj(
                i -> FigureCells.scores(measures.get(i), scores.get(i), isRounded(), isPaired))
            .toList());
    return json;
  }

  private boolean isRounded() {
    return pages.content().audience() == Audience.PUBLIC;
  }

  /** By measure and inspection; null where an inspection has none. */
  private List<List<InspectionScore>> scores() {
    Map<String, Map<String, InspectionScore>> byMeasure = new HashMap<>();
    Set<String> shown =
        inspections.stream().map(InspectionTallies::inspectionId).collect(Collectors.toSet());
    for (InspectionScore score : pages.results().scores()) {
      if (shown.contains(score.inspection().inspectionId())) {
        byMeasure
            .computeIfAbsent(score.measure().id(), id -> new HashMap<>())
            .put(score.inspection().inspectionId(), score);
      }
    }
    List<List<InspectionScore>> scores = new ArrayList<>();
    for (Measure measure : measures) {
      Map<String, InspectionScore> own = byMeasure.getOrDefault(measure.id(), Map.of());
      List<InspectionScore> column = new ArrayList<>();
      inspections.forEach(one -> column.add(own.get(one.inspectionId())));
      scores.add(column);
    }
    return scores;
  }

  private List<Object> chances(List<List<InspectionScore>> scores) {
    return IntStream.range(0, measures.size())
        .parallel()
        .mapToObj(
            i ->
                isRounded()
                    ? PairChances.rounded(scores.get(i))
                    : PairChances.exact(measures.get(i), scores.get(i)))
        .<Object>map(one -> List.of(places(one.at95()), places(one.at998())))
        .toList();
  }

  private String places(List<PairChances.Pair> pairs) {
    return pairs.stream()
        .map(pair -> pair.first() + "-" + pair.second())
        .collect(Collectors.joining(" "));
  }

  /** What each institution that can be chosen is compared with, by the key of its view. */
  Map<String, Object> against(Choice choice) {
    Map<String, Object> against = new LinkedHashMap<>();
    for (Trust trust : choice.trusts()) {
      for (Framework.Named comparator : choice.comparators()) {
        List<Comparison> own = pages.comparisons().ofTrust(trust.code(), comparator.id());
        if (!own.isEmpty()) {
          against.put(PageModel.key(trust.code(), comparator.id()), against(own));
        }
      }
    }
    return against;
  }

  private List<Object> against(List<Comparison> own) {
    Map<String, Comparison> byMeasure = new HashMap<>();
    own.forEach(c -> byMeasure.putIfAbsent(c.score().measure().id(), c));
    List<String> flags = new ArrayList<>();
    String cells =
        measures.stream()
            .map(measure -> FigureCells.against(byMeasure.get(measure.id()), flags))
            .collect(Collectors.joining(BETWEEN));
    return List.of(
        BenchmarkWords.column(own.get(0), pages.results().terms()),
        own.get(0).comparatorGroup().label(),
        cells,
        flags);
  }

  /** The leagues of some groups for the measures that have no chapter. */
  Map<String, Object> leagues(Collection<ComparatorGroup> groups) {
    Set<String> made = pages.leagueMeasures().stream().map(Measure::id).collect(Collectors.toSet());
    Map<String, Object> leagues = new LinkedHashMap<>();
    for (ComparatorGroup group : groups) {
      leagues.put(
          group.key(),
          List.of(
              Leagues.benchmark(group, pages.results().terms()),
              measures.stream()
                  .map(one -> made.contains(one.id()) ? "" : league(group, one))
                  .toList()));
    }
    return leagues;
  }

  private String league(ComparatorGroup group, Measure measure) {
    List<Comparison> league = LeagueTable.sorted(pages.comparisons().league(group, measure.id()));
    return FigureCells.pooled(pages.pooled(group, measure))
        + BETWEEN
        + league.stream()
            .map(c -> FigureCells.ranked(places.get(c.score().inspection().trust().code()), c))
            .collect(Collectors.joining(BETWEEN));
  }
}
