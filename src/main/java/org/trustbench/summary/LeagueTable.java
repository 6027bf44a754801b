package org.trustbench.summary;

import static org.trustbench.summary.grid.SummaryColumn.count;
import static org.trustbench.summary.grid.SummaryColumn.kept;
import static org.trustbench.summary.grid.SummaryColumn.ordinal;
import static org.trustbench.summary.grid.SummaryColumn.percent;
import static org.trustbench.summary.grid.SummaryColumn.shown;
import static org.trustbench.summary.grid.SummaryColumn.text;
import static org.trustbench.table.Column.orEmpty;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.trustbench.benchmark.ComparatorGroup;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.Results;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.stats.Interval;
import org.trustbench.stats.RankEstimate;
import org.trustbench.summary.grid.Cell;
import org.trustbench.summary.grid.FigureColumn;
import org.trustbench.summary.grid.Grid;
import org.trustbench.summary.grid.SummaryColumn;
import org.trustbench.summary.grid.SummaryTable;
import org.trustbench.table.Column;

/** One row per trust of a comparator group: one measure, best score first. */
public final class LeagueTable {
  static final String VERDICT = "Against the others";
  static final String VERDICT_FIXED = "Against the value";

  private LeagueTable() {}

  /** The comparisons of a league in its order; trusts without a rank come last, by score. */
  public static List<Comparison> sorted(List<Comparison> league) {
    return league.stream()
        .sorted(
            Comparator.<Comparison>comparingInt(
                    c -> c.ranked() == null ? Integer.MAX_VALUE : c.ranked().rank())
                .thenComparing(
                    c -> c.score().score(), Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(c -> c.score().inspection().trust().name()))
        .toList();
  }

  /** The league of one measure, with the measure and the group in its name. */
  public static Grid of(Results results, ComparatorGroup comparatorGroup, Measure measure) {
    return of(
        results, comparatorGroup, measure, sorted(results.league(comparatorGroup, measure.id())));
  }

  /** The same of some rows of it. */
  public static Grid of(
      Results results, ComparatorGroup comparatorGroup, Measure measure, List<Comparison> some) {
    return definition(results.framework(), comparatorGroup.isFixed())
        .grid("%s: %s".formatted(measure.label(), comparatorGroup.label()), some);
  }

  /** The leagues of some groups in some measures, one after the other. */
  public static List<Comparison> rows(
      Comparisons comparisons, List<ComparatorGroup> groups, List<Measure> measures) {
    List<Comparison> rows = new ArrayList<>();
    for (ComparatorGroup group : groups) {
      for (Measure measure : measures) {
        rows.addAll(sorted(comparisons.league(group, measure.id())));
      }
    }
    return rows;
  }

  /**
   * What a league shows and keeps.
   *
   * @param isFixed whether its trusts are set against a fixed value, and not against each other
   */
  public static SummaryTable<Comparison> definition(Framework framework, boolean isFixed) {
    String verdict = isFixed ? VERDICT_FIXED : VERDICT;
    List<SummaryColumn<Comparison>> columns = new ArrayList<>();
    columns.add(
        kept(
            "Comparator",
            "comparator_id",
            "whom it is compared with",
            c -> c.comparatorGroup().comparatorId()));
    columns.add(
        kept(
            "Group",
            "comparator_group",
            "the group within the comparator, in words",
            c -> c.comparatorGroup().label()));
    columns.add(kept("Measure id", "measure_id", "the measure", c -> c.score().measure().id()));
    columns.add(
        kept("Measure", "measure", "the measure in words", c -> c.score().measure().label()));
    columns.addAll(place());
    columns.addAll(score());
    if (framework.dimensions().stream().anyMatch(d -> d.id().equals(Framework.TRANCHE))) {
      columns.add(tranche(framework));
    }
    columns.add(
        shown(
            verdict,
            ComparisonCells::verdict,
            FigureColumn.of(
                verdict + " (95 %)",
                Column.text("verdict95", "at 95 %", c -> c.verdict95().label())),
            FigureColumn.of(
                verdict + " (99.8 %)",
                Column.text("verdict998", "at 99.8 %", c -> c.verdict998().label()))));
    return new SummaryTable<>(
            "league",
            "One row per comparator group, measure and {institution}, best score first.",
            List.of("comparator_id", "comparator_group", "measure_id", "trust_id"),
            columns,
            ComparisonCells::missing)
        .in(framework.terms());
  }

  /** Tranches that are numbered are numbers. */
  private static SummaryColumn<Comparison> tranche(Framework framework) {
    boolean areNumbered =
        framework.trusts().stream()
            .map(trust -> trust.dimensions().get(Framework.TRANCHE))
            .allMatch(tranche -> tranche == null || isNumber(tranche));
    Function<Comparison, String> tranche = c -> c.score().inspection().tranche();
    return shown(
        "Tranche",
        c ->
            areNumbered && tranche.apply(c) != null
                ? new Cell.Number(Long.parseLong(tranche.apply(c)))
                : Cell.text(tranche.apply(c)),
        FigureColumn.of(
            "Tranche", Column.text("tranche", "the tranche it was inspected in", tranche)));
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.length() < 10
        && text.chars().allMatch(c -> c >= '0' && c <= '9')
        && Integer.toString(Integer.parseInt(text)).equals(text);
  }

  private static List<SummaryColumn<Comparison>> place() {
    return List.of(
        ordinal(
            "Tier",
            "tier",
            "1 for the best {institution} and those not shown to be worse",
            c -> rank(c, RankEstimate::tier)),
        shown(
            "Rank",
            ComparisonCells::rank,
            rank("Rank", "rank", "1 is best; ties share the lowest", RankEstimate::rank),
            rank(
                "Rank from",
                "rank_lower",
                "the best rank not ruled out at 95 %",
                RankEstimate::lower),
            rank(
                "Rank to",
                "rank_upper",
                "the worst rank not ruled out at 95 %",
                RankEstimate::upper)),
        kept(
            FigureColumn.of(
                "{Institutions} ranked",
                Column.integer(
                    "ranked_trusts",
                    "{institutions}",
                    "how many {institutions} have a rank",
                    Comparison::rankedTrusts))),
        kept(
            "Code",
            "trust_id",
            "code of the {institution}",
            c -> c.score().inspection().trust().code()),
        text(
            "{Institution}",
            "trust",
            "name of the {institution}",
            c -> c.score().inspection().trust().name()));
  }

  private static List<SummaryColumn<Comparison>> score() {
    return List.of(
        scored(),
        count(
            "{Cases}",
            "cases",
            "{cases}",
            "{cases} with a judgement assessed",
            orEmpty(c -> c.score().base().casesAssessed())),
        count(
            "Judgements",
            "judgements",
            "judgements",
            "judgements assessed, the base of the score",
            orEmpty(c -> c.score().base().assessed())));
  }

  /** A score with its interval, and whether it can be read. */
  static SummaryColumn<Comparison> scored() {
    return shown(
        "Score % (95 %)",
        c -> ComparisonCells.score(c.score()),
        percent("Score %", "score_percent", "sufficient of assessed", c -> c.score().score()),
        percent(
            "Score from %",
            "score_lower95_percent",
            "lower end of its 95 % interval",
            c -> low(c.score().interval95())),
        percent(
            "Score to %",
            "score_upper95_percent",
            "upper end of its 95 % interval",
            c -> high(c.score().interval95())),
        FigureColumn.of(
            "Score status",
            Column.text(
                "score_status",
                "shown, or why it cannot be read alone or at all",
                c -> c.score().availability().label())));
  }

  static Double low(Interval interval) {
    return interval == null ? null : interval.low();
  }

  static Double high(Interval interval) {
    return interval == null ? null : interval.high();
  }

  static FigureColumn<Comparison> rank(
      String heading, String name, String description, Function<RankEstimate, Number> value) {
    return FigureColumn.of(heading, Column.integer(name, "", description, c -> rank(c, value)));
  }

  private static Number rank(Comparison c, Function<RankEstimate, Number> value) {
    return c.ranked() == null ? null : value.apply(c.ranked());
  }
}
