package org.trustbench.summary;

import static org.trustbench.summary.LeagueTable.high;
import static org.trustbench.summary.LeagueTable.low;
import static org.trustbench.summary.grid.SummaryColumn.kept;
import static org.trustbench.summary.grid.SummaryColumn.percent;
import static org.trustbench.summary.grid.SummaryColumn.shown;
import static org.trustbench.summary.grid.SummaryColumn.text;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.trustbench.benchmark.Availability;
import org.trustbench.benchmark.Findings;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.inspector.SeverityVerdict;
import org.trustbench.inspector.SeverityVerdict.Allowed;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Verdict;
import org.trustbench.summary.grid.Cell;
import org.trustbench.summary.grid.FigureColumn;
import org.trustbench.summary.grid.Grid;
import org.trustbench.summary.grid.SummaryTable;
import org.trustbench.table.Column;
import org.trustbench.terms.Terms;

/** One row per institution: how it stands to the others, with severity allowed for and without. */
public final class SeverityTable {
  private SeverityTable() {}

  /** Against the comparator that findings compare with, by the institution's name. */
  public static List<SeverityVerdict> rows(ReleaseContent content) {
    List<SeverityVerdict> verdicts = content.whoJudged().verdicts();
    if (verdicts.isEmpty()) {
      return List.of();
    }
    String comparator = Findings.comparator(content.results());
    return verdicts.stream()
        .filter(one -> one.comparison().comparatorGroup().comparatorId().equals(comparator))
        .sorted(Comparator.comparing(SeverityTable::institution))
        .toList();
  }

  private static String institution(SeverityVerdict row) {
    return row.comparison().score().inspection().trust().name();
  }

  /** The table of some institutions. */
  public static Grid of(String title, List<SeverityVerdict> rows, Terms terms) {
    return definition(terms).grid(title, rows);
  }

  /** What it shows and keeps. */
  public static SummaryTable<SeverityVerdict> definition(Terms terms) {
    return new SummaryTable<SeverityVerdict>(
            "severity_verdicts",
            "One row per {institution}: how it stands to the others, with severity allowed for and"
                + " without.",
            List.of("trust_id"),
            List.of(
                kept(
                    "Code",
                    "trust_id",
                    "code of the {institution}",
                    v -> v.comparison().score().inspection().trust().code()),
                text(
                    "{Institution}",
                    "trust",
                    "name of the {institution}",
                    SeverityTable::institution),
                shown(
                    "Difference (95 %)",
                    v -> estimate(v.comparison().difference(), v.comparison().difference95()),
                    percent(
                        "Difference (points)",
                        "difference_points",
                        "score less benchmark",
                        v -> v.comparison().difference()),
                    percent(
                        "Difference from (points)",
                        "difference_lower95_points",
                        "lower end of its 95 % interval",
                        v -> low(v.comparison().difference95())),
                    percent(
                        "Difference to (points)",
                        "difference_upper95_points",
                        "upper end of its 95 % interval",
                        v -> high(v.comparison().difference95()))),
                shown(
                    "Verdict",
                    v -> new Cell.Judged(v.comparison().verdict95(), false),
                    verdict("Verdict (95 %)", "verdict95", v -> v.comparison().verdict95())),
                shown(
                    "Severity",
                    v -> v.allowed().map(a -> (Cell) Cell.points(a.shift())).orElse(null),
                    percent(
                        "Severity (points)",
                        "severity_points",
                        "what is added to the score: above 0 where its inspectors were severe",
                        of(Allowed::shift))),
                shown(
                    "Allowed for (95 %)",
                    v -> v.allowed().map(a -> estimate(a.difference(), a.at95())).orElse(null),
                    percent(
                        "Allowed for (points)",
                        "allowed_difference_points",
                        "score less benchmark, with severity allowed for in both",
                        of(Allowed::difference)),
                    percent(
                        "Allowed for from (points)",
                        "allowed_lower95_points",
                        "lower end of its 95 % interval",
                        of(a -> a.at95().low())),
                    percent(
                        "Allowed for to (points)",
                        "allowed_upper95_points",
                        "upper end of its 95 % interval",
                        of(a -> a.at95().high()))),
                shown(
                    "Verdict allowed for",
                    v ->
                        v.allowed()
                            .map(a -> (Cell) new Cell.Judged(a.verdict(), false))
                            .orElse(new Cell.Absent(Availability.NOT_AVAILABLE)),
                    verdict(
                        "Verdict allowed for (95 %)",
                        "allowed_verdict95", v -> v.allowed().map(Allowed::verdict).orElse(null))),
                text(
                    "Flag",
                    "flag",
                    "whether the verdict is another with severity allowed for",
                    v -> v.isChanged() ? "another verdict" : "")),
            v -> Availability.NOT_AVAILABLE)
        .in(terms);
  }

  private static FigureColumn<SeverityVerdict> verdict(
      String heading, String name, Function<SeverityVerdict, Verdict> value) {
    return FigureColumn.of(
        heading,
        Column.text(
            name,
            "at 95 %",
            v -> {
              Verdict verdict = value.apply(v);
              return verdict == null ? null : verdict.label();
            }));
  }

  private static Cell estimate(Double difference, Interval at95) {
    return new Cell.Estimate(Cell.points(difference), at95, true);
  }

  private static Function<SeverityVerdict, Double> of(Function<Allowed, Double> value) {
    return verdict -> verdict.allowed().map(value).orElse(null);
  }
}
