package org.trustbench.publish;

import static org.trustbench.table.Column.integer;
import static org.trustbench.table.Column.percent;
import static org.trustbench.table.Column.text;

import java.util.List;
import org.trustbench.benchmark.Comparison;
import org.trustbench.stats.Ranks;
import org.trustbench.table.Column;
import org.trustbench.table.Table;

/** Ranks as published. */
final class RankTables {
  private RankTables() {}

  private static final ComparatorColumns<Comparison> COMPARATOR =
      new ComparatorColumns<>(Comparison::comparatorGroup);

  private static final List<Column<Comparison>> RANK_FIGURES =
      List.of(
          COMPARATOR.group("the group within the comparator"),
          percent("score_percent", "the {institution's} score", c -> c.score().score()),
          integer("rank", "", "place, 1 the best; ties share the lowest", c -> c.ranked().rank()),
          integer("rank_lower", "", "best rank not ruled out at 95 %", c -> c.ranked().lower()),
          integer("rank_upper", "", "worst rank not ruled out at 95 %", c -> c.ranked().upper()),
          integer(
              "rank_lower_simultaneous",
              "",
              "best rank not ruled out, all {institutions'} ranks at once",
              c -> c.ranked().simultaneousLower()),
          integer(
              "rank_upper_simultaneous",
              "",
              "worst rank not ruled out, all {institutions'} ranks at once",
              c -> c.ranked().simultaneousUpper()),
          integer("tier", "", "1 for the best, statistical ties alike", c -> c.ranked().tier()),
          integer(
              "ranked_trusts", "{institutions}", "{institutions} ranked", Comparison::rankedTrusts),
          text(
              "rank_rule", "how rank intervals are worked out", c -> Ranks.rule(c.rankedTrusts())));

  static final Table<Comparison> RANKS =
      new Table<>(
          "ranks",
          "One row per inspection, measure and comparator with a score.",
          List.of("inspection_id", "measure_id", "comparator_id"),
          ScoreTables.joined(ComparisonTables.IDS, RANK_FIGURES));

  static final Table<Comparison> FACT_RANK = RANKS.named("fact_rank");
}
