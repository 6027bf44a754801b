package org.trustbench.summary;

import static org.trustbench.summary.grid.SummaryColumn.count;
import static org.trustbench.summary.grid.SummaryColumn.kept;
import static org.trustbench.summary.grid.SummaryColumn.percent;
import static org.trustbench.summary.grid.SummaryColumn.shown;
import static org.trustbench.table.Column.orEmpty;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.ComparisonOutcome;
import org.trustbench.benchmark.Results;
import org.trustbench.stats.RankEstimate;
import org.trustbench.summary.grid.Cell;
import org.trustbench.summary.grid.FigureColumn;
import org.trustbench.summary.grid.Grid;
import org.trustbench.summary.grid.SummaryColumn;
import org.trustbench.summary.grid.SummaryTable;
import org.trustbench.table.Column;
import org.trustbench.terms.Terms;

/** One row per measure: one trust beside the lowest, highest and the others of a comparator. */
public final class BenchmarkTable {
  private BenchmarkTable() {}

  /** The comparisons of one trust on the kinds of measure asked for. */
  public static List<Comparison> rows(
      Results results, String trustId, String comparatorId, Set<String> kinds) {
    return results.comparisons(trustId, comparatorId).stream()
        .filter(comparison -> kinds.contains(comparison.score().measure().kind()))
        .toList();
  }

  /** The table of some comparisons of one trust; with its base where denominators are small. */
  public static Grid of(
      String title, List<Comparison> comparisons, boolean isWithBase, Terms terms) {
    return (isWithBase ? detailed("", comparisons, terms) : overall("", comparisons, terms))
        .grid(title, comparisons);
  }

  /**
   * Whether any of some comparisons is adjusted for case mix: else no table shows a column of it.
   */
  public static boolean isAdjusted(List<Comparison> comparisons) {
    return comparisons.stream().anyMatch(one -> adjusted(one) != null);
  }

  /** What the table of the overall score and the themes shows and keeps. */
  public static SummaryTable<Comparison> overall(
      String name, List<Comparison> comparisons, Terms terms) {
    List<SummaryColumn<Comparison>> columns = new ArrayList<>(identity());
    columns.add(measure());
    columns.add(LeagueTable.scored());
    columns.add(kept(base().figures().get(0)));
    columns.addAll(against(comparisons, terms));
    FigureColumn<Comparison> adjusted =
        percent(
            "Adjusted for case mix %",
            "adjusted_percent",
            "the score as it would be with the comparator's mix of {cases}",
            BenchmarkTable::adjusted);
    columns.add(
        isAdjusted(comparisons)
            ? shown("Adjusted", ComparisonCells.percent(BenchmarkTable::adjusted), adjusted)
            : kept(adjusted));
    columns.add(flag());
    columns.add(
        shown(
            "Rank",
            ComparisonCells::rank,
            LeagueTable.rank(
                "Rank", "rank", "1 is best; ties share the lowest", RankEstimate::rank),
            LeagueTable.rank(
                "Rank from",
                "rank_lower",
                "the best rank not ruled out at 95 %",
                RankEstimate::lower),
            LeagueTable.rank(
                "Rank to",
                "rank_upper",
                "the worst rank not ruled out at 95 %",
                RankEstimate::upper)));
    return table(name, columns).in(terms);
  }

  /** What the table of more detailed measures shows and keeps: their bases are small. */
  public static SummaryTable<Comparison> detailed(
      String name, List<Comparison> comparisons, Terms terms) {
    List<SummaryColumn<Comparison>> columns = new ArrayList<>(identity());
    columns.add(measure());
    columns.add(LeagueTable.scored());
    columns.add(base());
    columns.add(
        count(
            "Not recorded",
            "not_recorded",
            "judgements",
            "judgements left blank, which are outside the score",
            orEmpty(c -> c.score().base().notRecorded())));
    columns.addAll(against(comparisons, terms));
    columns.add(flag());
    return table(name, columns).in(terms);
  }

  private static SummaryTable<Comparison> table(
      String name, List<SummaryColumn<Comparison>> columns) {
    return new SummaryTable<>(
        name,
        "One row per {institution} and measure, beside the others of its group.",
        List.of("trust_id", "comparator_id", "measure_id"),
        columns,
        ComparisonCells::missing);
  }

  private static List<SummaryColumn<Comparison>> identity() {
    return List.of(
        kept(
            "Code",
            "trust_id",
            "code of the {institution}",
            c -> c.score().inspection().trust().code()),
        kept(
            "{Institution}",
            "trust",
            "name of the {institution}",
            c -> c.score().inspection().trust().name()),
        kept(
            "Comparator",
            "comparator_id",
            "whom it is compared with",
            c -> c.comparatorGroup().comparatorId()),
        kept(
            "Group",
            "comparator_group",
            "the group within the comparator, in words",
            c -> c.comparatorGroup().label()),
        kept("Measure id", "measure_id", "the measure", c -> c.score().measure().id()));
  }

  private static SummaryColumn<Comparison> measure() {
    return SummaryColumn.text(
        "Measure", "measure", "the measure in words", c -> c.score().measure().label());
  }

  private static SummaryColumn<Comparison> base() {
    return count(
        "Base",
        "base",
        "judgements",
        "judgements assessed: of work that was called for",
        orEmpty(c -> c.score().base().assessed()));
  }

  private static List<SummaryColumn<Comparison>> against(
      List<Comparison> comparisons, Terms terms) {
    String benchmark =
        comparisons.isEmpty() ? "Others" : BenchmarkWords.column(comparisons.get(0), terms);
    return List.of(
        spread("Lowest", "lowest_percent", c -> c.spread() == null ? null : c.spread().lowest()),
        spread("Highest", "highest_percent", c -> c.spread() == null ? null : c.spread().highest()),
        shown(
            benchmark,
            ComparisonCells::benchmark,
            percent(
                    benchmark + " %",
                    "benchmark_percent",
                    "what it is compared with",
                    Comparison::benchmark)
                .orElse(ComparisonCells::benchmark)),
        kept(
            FigureColumn.of(
                "Other {institutions}",
                Column.integer(
                    "other_trusts",
                    "{institutions}",
                    "how many others of the group have a score",
                    Comparison::otherTrusts))),
        VerdictColumns.difference(
            ComparisonCells::difference,
            "score less benchmark, rounded by itself: it may be one off the two rounded figures",
            Comparison::difference,
            Comparison::difference95),
        VerdictColumns.verdict(
            ComparisonCells::verdict, Comparison::verdict95, Comparison::verdict998),
        shown(
            "Robust",
            c -> Cell.text(robust(c)),
            FigureColumn.of(
                "Robust",
                Column.text(
                    "is_robust",
                    "yes where every lawful rule gives this verdict; empty when not compared",
                    BenchmarkTable::robust))));
  }

  private static SummaryColumn<Comparison> spread(
      String heading, String name, Function<Comparison, Double> value) {
    return shown(
        heading,
        ComparisonCells.percent(value),
        percent(heading + " %", name, "of all {institutions} of the group", value));
  }

  private static SummaryColumn<Comparison> flag() {
    Function<Comparison, String> flag = Formatting::flag;
    return shown(
        "Flag",
        c -> Cell.text(flag.apply(c)),
        FigureColumn.of("Flag", Column.text("flag", "what else to know of the verdict", flag))
            .orElse(c -> Cell.text("none")));
  }

  private static String robust(Comparison c) {
    String word = c.tested(one -> one.robustness().isFlipped() ? "no" : "yes");
    return word == null ? "" : word;
  }

  private static Double adjusted(Comparison c) {
    return c.caseMix(ComparisonOutcome.CaseMixOutcome::adjusted);
  }
}
