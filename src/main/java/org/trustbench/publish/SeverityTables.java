package org.trustbench.publish;

import static org.trustbench.publish.ScoreTables.high;
import static org.trustbench.publish.ScoreTables.low;
import static org.trustbench.table.Column.bool;
import static org.trustbench.table.Column.decimal;
import static org.trustbench.table.Column.integer;
import static org.trustbench.table.Column.percent;
import static org.trustbench.table.Column.text;

import java.util.List;
import java.util.function.Function;
import org.trustbench.inspector.InspectorSpread;
import org.trustbench.inspector.SeverityVerdict;
import org.trustbench.inspector.SeverityVerdict.Allowed;
import org.trustbench.stats.Severity;
import org.trustbench.table.Column;
import org.trustbench.table.Table;

/** How far inspectors differ in severity, as published within the inspectorate. */
final class SeverityTables {
  private static final int DECIMALS = 3;

  private static final ComparatorColumns<SeverityVerdict> COMPARATOR =
      new ComparatorColumns<>(v -> v.comparison().comparatorGroup());

  private SeverityTables() {}

  static final Table<InspectorSpread> SEVERITY =
      new Table<>(
          "severity",
          "One row: how far all inspectors together differ in severity, by the first readings of one"
              + " measure.",
          List.of("measure_id"),
          List.of(
              text("measure_id", "the measure", s -> s.measure().id()),
              integer(
                  "inspectors",
                  "inspectors",
                  "inspectors who are known",
                  InspectorSpread::inspectors),
              integer(
                  "inspections",
                  "inspections",
                  "inspections with an inspector who is known, of those that are compared",
                  InspectorSpread::inspections),
              integer("cases", "{cases}", "{cases} that they judged", InspectorSpread::cases),
              integer(
                  "judgements",
                  "judgements",
                  "judgements that they assessed",
                  InspectorSpread::judgements),
              integer(
                  "judgements_of_unknown",
                  "judgements",
                  "judgements of the same inspections by nobody who is known; no part of the rest",
                  InspectorSpread::ofUnknown),
              integer(
                  "separate_groups",
                  "groups",
                  "groups of inspections that share no inspector with another",
                  InspectorSpread::groups),
              logit(
                  "spread",
                  "standard deviation of inspectors' severity; empty where it is not told",
                  Severity::inspectorDeviation),
              logit(
                  "spread_lower95",
                  "lower end of its 95 % interval, by profile likelihood",
                  s -> s.inspectorAt95().low()),
              logit(
                  "spread_upper95",
                  "upper end of its 95 % interval",
                  s -> s.inspectorAt95().high()),
              logit(
                  "institution_spread",
                  "standard deviation of {institutions'} effects",
                  Severity::trustDeviation),
              logit(
                  "case_spread", "standard deviation of {cases'} effects", Severity::caseDeviation),
              decimal(
                  "odds_ratio",
                  "",
                  DECIMALS,
                  "odds of a sufficient judgement by an inspector at the 75th centile of leniency over"
                      + " those by one at the 25th",
                  of(s -> Severity.oddsRatio(s.inspectorDeviation()))),
              points(
                  "pair_points",
                  "by how much two inspectors drawn by chance differ on the same work: half of all pairs by more",
                  s -> s.pairDifference(s.inspectorDeviation())),
              points(
                  "pair_lower95_points",
                  "the same at the lower end of the spread's interval",
                  s -> s.pairDifference(s.inspectorAt95().low())),
              points(
                  "pair_upper95_points",
                  "the same at the upper end of the spread's interval",
                  s -> s.pairDifference(s.inspectorAt95().high()))));

  static final Table<InspectorSpread> FACT_SEVERITY = SEVERITY.named("fact_severity");

  static final Table<SeverityVerdict> SEVERITY_VERDICTS =
      new Table<>(
          "severity_verdicts",
          "One row per inspection and comparator: the difference of one measure as published, and"
              + " with the severity of its inspectors allowed for.",
          List.of("inspection_id", "measure_id", "comparator_id"),
          List.of(
              text(
                  "inspection_id",
                  "the inspection",
                  v -> v.comparison().score().inspection().inspectionId()),
              text(
                  "trust_id",
                  "code of the {institution}",
                  v -> v.comparison().score().inspection().trust().code()),
              text("measure_id", "the measure", v -> v.comparison().score().measure().id()),
              COMPARATOR.id("the comparator"),
              COMPARATOR.key("comparator and group together"),
              integer(
                  "inspectors",
                  "inspectors",
                  "inspectors who are known to have judged its {cases}",
                  SeverityVerdict::inspectors),
              bool(
                  "is_withheld",
                  "whether it is not told: fewer than 3 inspectors, one who made more than half of the"
                      + " judgements, or more than half made by nobody who is known",
                  v -> v.allowed().isEmpty()),
              percent(
                  "difference_points", "score less benchmark", v -> v.comparison().difference()),
              percent(
                  "difference_lower95_points",
                  "lower end of its 95 % interval",
                  v -> low(v.comparison().difference95())),
              percent(
                  "difference_upper95_points",
                  "upper end of its 95 % interval",
                  v -> high(v.comparison().difference95())),
              text("verdict95", "verdict at 95 %", v -> v.comparison().verdict95().label()),
              allowed(
                  "severity_points",
                  "what is added to the score: above 0 where its inspectors were severe",
                  Allowed::shift),
              allowed(
                  "allowed_difference_points",
                  "score less benchmark, with severity allowed for in both",
                  Allowed::difference),
              allowed(
                  "allowed_lower95_points",
                  "lower end of its 95 % interval, which counts what is not known of severity",
                  a -> a.at95().low()),
              allowed(
                  "allowed_upper95_points", "upper end of its 95 % interval", a -> a.at95().high()),
              text(
                  "allowed_verdict95",
                  "verdict at 95 % with severity allowed for; empty where it is not told",
                  v -> v.allowed().map(a -> a.verdict().label()).orElse(null)),
              bool(
                  "is_changed",
                  "whether the verdict is another with severity allowed for; empty where it is not told",
                  v -> v.allowed().isEmpty() ? null : (Boolean) v.isChanged())));

  static final Table<SeverityVerdict> FACT_SEVERITY_VERDICT =
      SEVERITY_VERDICTS.named("fact_severity_verdict");

  private static Column<InspectorSpread> logit(
      String name, String description, Function<Severity, Double> value) {
    return decimal(name, "log odds", DECIMALS, description, of(value));
  }

  private static Column<InspectorSpread> points(
      String name, String description, Function<Severity, Double> value) {
    return percent(name, description, of(value));
  }

  private static Function<InspectorSpread, Double> of(Function<Severity, Double> value) {
    return spread -> spread.severity().map(value).orElse(null);
  }

  private static Column<SeverityVerdict> allowed(
      String name, String description, Function<Allowed, Double> value) {
    return percent(name, description, verdict -> verdict.allowed().map(value).orElse(null));
  }
}
