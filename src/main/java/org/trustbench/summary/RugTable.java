package org.trustbench.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trustbench.benchmark.ComparatorGroup;
import org.trustbench.benchmark.ComparatorScore;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.framework.Measure;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** One row per trust of a group, the group itself first: its score and verdict on each measure. */
public final class RugTable {
  /** The column that names who is meant. */
  public static final String TRUST = "Trust";

  private RugTable() {}

  /**
   * What a rug shows.
   *
   * @param group scores of all trusts together, by measure
   * @param trusts in the order of the rows
   * @param cells by trust code, then by measure
   */
  public record Rug(
      ComparatorGroup comparatorGroup,
      List<Measure> measures,
      Map<String, ComparatorScore> group,
      List<InspectionTallies> trusts,
      Map<String, Map<String, Comparison>> cells) {

    /** The comparison of a trust on a measure; null if there is none. */
    public Comparison cell(InspectionTallies trust, Measure measure) {
      return cells.getOrDefault(trust.trust().code(), Map.of()).get(measure.id());
    }
  }

  /** The rug of a group, its trusts in the order of the first measure's league. */
  public static Rug rug(
      Comparisons comparisons, ComparatorGroup comparatorGroup, List<Measure> measures) {
    Map<String, Map<String, Comparison>> cells =
        measures.stream()
            .flatMap(measure -> comparisons.league(comparatorGroup, measure.id()).stream())
            .collect(
                Collectors.groupingBy(
                    c -> c.score().inspection().trust().code(),
                    Collectors.toMap(
                        c -> c.score().measure().id(), Function.identity(), (a, b) -> a)));
    List<InspectionTallies> trusts =
        measures.isEmpty()
            ? List.of()
            : LeagueTable.sorted(comparisons.league(comparatorGroup, measures.get(0).id())).stream()
                .map(c -> c.score().inspection())
                .toList();
    Map<String, ComparatorScore> group =
        comparisons.results().comparators().stream()
            .filter(score -> score.comparatorGroup().key().equals(comparatorGroup.key()))
            .collect(
                Collectors.toMap(score -> score.measure().id(), Function.identity(), (a, b) -> a));
    return new Rug(comparatorGroup, measures, group, trusts, cells);
  }

  /** The rug as a table in words. */
  public static Table of(String title, Rug rug) {
    StringColumn trust = StringColumn.create(TRUST);
    List<StringColumn> columns = new ArrayList<>();
    trust.append(benchmark(rug.comparatorGroup()));
    rug.trusts().forEach(one -> trust.append(one.trust().name()));
    for (Measure measure : rug.measures()) {
      StringColumn column = StringColumn.create(measure.label());
      column.append(Formatting.pooled(rug.group().get(measure.id())));
      rug.trusts().forEach(one -> column.append(words(rug.cell(one, measure))));
      columns.add(column);
    }
    return Tablesaw.table(title, trust).addColumns(columns.toArray(StringColumn[]::new));
  }

  /** The first row's name. */
  public static String benchmark(ComparatorGroup comparatorGroup) {
    return comparatorGroup.isFixed()
        ? comparatorGroup.label()
        : "All trusts of " + comparatorGroup.label();
  }

  private static String words(Comparison c) {
    if (c == null) {
      return Formatting.NOT_AVAILABLE;
    }
    return c.isCompared()
        ? "%s %s".formatted(Formatting.plain(c.score()), Formatting.verdict(c))
        : Formatting.plain(c.score());
  }
}
