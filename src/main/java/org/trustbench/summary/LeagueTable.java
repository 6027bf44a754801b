package org.trustbench.summary;

import java.util.Comparator;
import java.util.List;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.Results;
import org.trustbench.benchmark.Yardstick;
import org.trustbench.framework.Measure;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** One row per trust of a comparator group: one measure, best score first. */
public final class LeagueTable {
  static final String VERDICT = "Against the others";

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

  /** The league of one measure, with the rule and the group in its name. */
  public static Table of(Results results, Yardstick yardstick, Measure measure) {
    List<Comparison> league = sorted(results.league(yardstick, measure.id()));
    IntColumn tier = IntColumn.create("Tier");
    StringColumn rank = StringColumn.create("Rank");
    StringColumn trust = StringColumn.create("Trust");
    StringColumn tranche = StringColumn.create("Tranche");
    StringColumn score = StringColumn.create("Score % (95 %)");
    LongColumn cases = LongColumn.create("Cases");
    LongColumn judgements = LongColumn.create("Judgements");
    StringColumn verdict = StringColumn.create(VERDICT);
    for (Comparison comparison : league) {
      if (comparison.ranked() == null) {
        tier.appendMissing();
      } else {
        tier.append(comparison.ranked().tier());
      }
      rank.append(Words.rank(comparison.ranked()));
      trust.append(comparison.score().inspection().trust().name());
      String group = comparison.score().inspection().tranche();
      tranche.append(group == null ? "" : group);
      score.append(Words.score(comparison.score()));
      cases.append(comparison.score().base().casesAssessed());
      judgements.append(comparison.score().base().assessed());
      verdict.append(Words.verdict(comparison));
    }
    Table table =
        Tablesaw.table(title(yardstick, measure), tier, rank, trust, score, cases, judgements);
    if (results.framework().dimensions().stream().anyMatch(d -> d.id().equals("tranche"))) {
      table.addColumns(tranche);
    }
    return table.addColumns(verdict);
  }

  private static String title(Yardstick yardstick, Measure measure) {
    return "%s: %s".formatted(measure.label(), yardstick.label());
  }
}
