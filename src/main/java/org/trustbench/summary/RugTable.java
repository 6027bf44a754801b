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
import org.trustbench.summary.grid.Cell;
import org.trustbench.summary.grid.Grid;
import org.trustbench.terms.Terms;

/** One row per trust of a group, the group itself first: its score and verdict on each measure. */
public final class RugTable {
  /** The column that names who is meant, with a place for the term. */
  public static final String TRUST = "{Institution}";

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

  /** The rug as a table. */
  public static Grid of(String title, Rug rug, Terms terms) {
    List<String> headings = new ArrayList<>(List.of(terms.text(TRUST)));
    rug.measures().forEach(measure -> headings.add(measure.label()));
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(
        row(
            benchmark(rug.comparatorGroup(), terms),
            rug,
            measure -> ComparisonCells.pooled(rug.group().get(measure.id()))));
    for (InspectionTallies trust : rug.trusts()) {
      rows.add(
          row(
              trust.trust().name(),
              rug,
              measure -> ComparisonCells.judged(rug.cell(trust, measure))));
    }
    return Grid.of(title, headings, rows);
  }

  private static List<Cell> row(String name, Rug rug, Function<Measure, Cell> cell) {
    List<Cell> cells = new ArrayList<>(List.of(Cell.text(name)));
    rug.measures().forEach(measure -> cells.add(cell.apply(measure)));
    return cells;
  }

  /** The first row's name. */
  public static String benchmark(ComparatorGroup comparatorGroup, Terms terms) {
    return comparatorGroup.isFixed()
        ? comparatorGroup.label()
        : terms.text("All {institutions}") + comparatorGroup.whose();
  }
}
