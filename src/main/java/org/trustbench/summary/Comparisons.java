package org.trustbench.summary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.trustbench.benchmark.ComparatorGroup;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.Results;
import org.trustbench.framework.Measure;

/**
 * The comparisons of some results, sorted once by trust and by league, so that a page for every
 * trust does not look through all of them each time.
 */
public final class Comparisons {
  private record OfTrust(String trustId, String comparatorId) {}

  private record InLeague(String group, String measureId) {}

  private final Results results;
  private final Map<OfTrust, List<Comparison>> ofTrust;
  private final Map<InLeague, List<Comparison>> inLeague;
  private final List<ComparatorGroup> groups;
  private final Map<String, RankWidths> widths = new ConcurrentHashMap<>();

  /**
   * How telling the ranks of a group's leagues of overall and theme scores are.
   *
   * @param wide rank intervals that span more than half of their table
   * @param ranked rank intervals of tables with more than one trust
   */
  record RankWidths(long wide, long ranked) {}

  private Comparisons(Results results) {
    this.results = results;
    Map<String, ComparatorGroup> byKey = new LinkedHashMap<>();
    results
        .comparators()
        .forEach(
            score -> byKey.putIfAbsent(score.comparatorGroup().key(), score.comparatorGroup()));
    this.groups = List.copyOf(byKey.values());
    this.ofTrust =
        results.comparisons().stream()
            .collect(
                Collectors.groupingBy(
                    c ->
                        new OfTrust(
                            c.score().inspection().trust().code(),
                            c.comparatorGroup().comparatorId())));
    this.inLeague =
        results.comparisons().stream()
            .collect(
                Collectors.groupingBy(
                    c -> new InLeague(c.comparatorGroup().key(), c.score().measure().id())));
  }

  public static Comparisons of(Results results) {
    return new Comparisons(results);
  }

  public Results results() {
    return results;
  }

  /** Every group of every comparator, in the order of the rows. */
  public List<ComparatorGroup> groups() {
    return groups;
  }

  /** One trust's comparisons with one comparator, in the framework's order of measures. */
  public List<Comparison> ofTrust(String trustId, String comparatorId) {
    return ofTrust.getOrDefault(new OfTrust(trustId, comparatorId), List.of());
  }

  /** Every trust's comparison on one measure within one group, in the order of trusts. */
  public List<Comparison> league(ComparatorGroup group, String measureId) {
    return inLeague.getOrDefault(new InLeague(group.key(), measureId), List.of());
  }

  /** Counted once, however many pages say it. */
  RankWidths rankWidths(ComparatorGroup group) {
    return widths.computeIfAbsent(group.key(), key -> counted(group));
  }

  private RankWidths counted(ComparatorGroup group) {
    List<Comparison> ranked =
        leagueMeasures().stream()
            .flatMap(measure -> league(group, measure.id()).stream())
            .filter(comparison -> comparison.ranked() != null && comparison.rankedTrusts() > 1)
            .toList();
    return new RankWidths(
        ranked.stream().filter(CertaintySentences::isWide).count(), ranked.size());
  }

  /** The measures that leagues are made of: overall and themes. */
  List<Measure> leagueMeasures() {
    return results.framework().measures().stream()
        .filter(m -> m.kind().equals(Measure.OVERALL) || m.kind().equals(Measure.THEME))
        .toList();
  }
}
