package org.trustbench.summary;

import static org.trustbench.summary.LeagueTable.high;
import static org.trustbench.summary.LeagueTable.low;
import static org.trustbench.summary.grid.SummaryColumn.count;
import static org.trustbench.summary.grid.SummaryColumn.kept;
import static org.trustbench.summary.grid.SummaryColumn.percent;
import static org.trustbench.summary.grid.SummaryColumn.shown;
import static org.trustbench.summary.grid.SummaryColumn.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trustbench.benchmark.Availability;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Measure;
import org.trustbench.inspector.MeasureAgreement;
import org.trustbench.stats.Agreement;
import org.trustbench.stats.Agreement.Coefficient;
import org.trustbench.stats.Interval;
import org.trustbench.summary.grid.Cell;
import org.trustbench.summary.grid.FigureColumn;
import org.trustbench.summary.grid.Grid;
import org.trustbench.summary.grid.SummaryColumn;
import org.trustbench.summary.grid.SummaryTable;
import org.trustbench.table.Column;
import org.trustbench.terms.Terms;

/** One row per measure that was read twice: how far two inspectors agree. */
public final class AgreementTable {
  private static final int DECIMALS = 2;

  private AgreementTable() {}

  /** Overall, themes and the framework's own kinds, in its order. */
  public static List<MeasureAgreement> rows(ReleaseContent content) {
    Set<String> measures =
        HistoryTable.measures(content.results().framework()).stream()
            .map(Measure::id)
            .collect(Collectors.toSet());
    return content.whoJudged().agreements().stream()
        .filter(row -> measures.contains(row.measure().id()))
        .toList();
  }

  /** The table of some measures. */
  public static Grid of(String title, List<MeasureAgreement> rows, Terms terms) {
    return definition(terms).grid(title, rows);
  }

  /** What it shows and keeps. */
  public static SummaryTable<MeasureAgreement> definition(Terms terms) {
    List<SummaryColumn<MeasureAgreement>> columns = new ArrayList<>();
    columns.add(kept("Measure id", "measure_id", "the measure", a -> a.measure().id()));
    columns.add(text("Measure", "measure", "the measure in words", a -> a.measure().label()));
    columns.add(
        count(
            "{Cases}",
            "cases",
            "{cases}",
            "{cases} with a judgement that two inspectors assessed",
            MeasureAgreement::cases));
    columns.add(
        count(
            "Judgements",
            "judgements",
            "judgements",
            "judgements that two different inspectors made and both assessed",
            MeasureAgreement::judgements));
    columns.add(
        count(
            "Inspectors",
            "inspectors",
            "inspectors",
            "inspectors who made one of the two readings",
            MeasureAgreement::inspectors));
    columns.add(share());
    columns.add(coefficient("AC1", "ac1", "Gwet's AC1", a -> Optional.of(a.ac1())));
    columns.add(coefficient("Kappa", "kappa", "Cohen's kappa", Agreement::kappa));
    return new SummaryTable<>(
            "agreement",
            "One row per measure that was read twice: how far two inspectors agree.",
            List.of("measure_id"),
            columns,
            a -> Availability.NOT_AVAILABLE)
        .in(terms);
  }

  private static SummaryColumn<MeasureAgreement> share() {
    Function<MeasureAgreement, Coefficient> of = of(a -> Optional.of(a.percent()));
    return shown(
        "Alike % (95 %)",
        row -> estimate(of.apply(row), Cell::percent),
        percent("Alike %", "agreement_percent", "judgements alike", row -> value(of, row)),
        percent(
            "Alike from",
            "agreement_lower95_percent",
            "lower end of its 95 % interval",
            row -> low(interval(of, row))),
        percent(
            "Alike to",
            "agreement_upper95_percent",
            "upper end of its 95 % interval",
            row -> high(interval(of, row))));
  }

  private static SummaryColumn<MeasureAgreement> coefficient(
      String heading,
      String name,
      String description,
      Function<Agreement, Optional<Coefficient>> which) {
    Function<MeasureAgreement, Coefficient> of = of(which);
    return shown(
        heading + " (95 %)",
        row -> estimate(of.apply(row), Cell::coefficient),
        figure(heading, name, description, row -> value(of, row)),
        figure(
            heading + " from",
            name + "_lower95",
            "lower end of its 95 % interval",
            row -> low(interval(of, row))),
        figure(
            heading + " to",
            name + "_upper95",
            "upper end of its 95 % interval",
            row -> high(interval(of, row))));
  }

  private static FigureColumn<MeasureAgreement> figure(
      String heading, String name, String description, Function<MeasureAgreement, Double> value) {
    return FigureColumn.of(heading, Column.decimal(name, "", DECIMALS, description, value));
  }

  private static Function<MeasureAgreement, Coefficient> of(
      Function<Agreement, Optional<Coefficient>> which) {
    return row -> row.agreement().flatMap(which).orElse(null);
  }

  private static Cell estimate(Coefficient one, Function<Double, Cell.Figure> figure) {
    return one == null
        ? null
        : new Cell.Estimate(figure.apply(one.value()), one.at95().orElse(null), true);
  }

  private static Double value(Function<MeasureAgreement, Coefficient> of, MeasureAgreement row) {
    Coefficient one = of.apply(row);
    return one == null ? null : (Double) one.value();
  }

  private static Interval interval(
      Function<MeasureAgreement, Coefficient> of, MeasureAgreement row) {
    Coefficient one = of.apply(row);
    return one == null ? null : one.at95().orElse(null);
  }
}
