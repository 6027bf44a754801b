package org.trustbench.publish;

import static org.trustbench.publish.ScoreTables.high;
import static org.trustbench.publish.ScoreTables.low;
import static org.trustbench.table.Column.bool;
import static org.trustbench.table.Column.decimal;
import static org.trustbench.table.Column.integer;
import static org.trustbench.table.Column.percent;
import static org.trustbench.table.Column.text;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.trustbench.inspector.MeasureAgreement;
import org.trustbench.stats.Agreement;
import org.trustbench.stats.Agreement.Coefficient;
import org.trustbench.stats.Interval;
import org.trustbench.table.Table;

/** How far two readings of a case agree, as published within the inspectorate. */
final class AgreementTables {
  private AgreementTables() {}

  private static final Function<MeasureAgreement, Coefficient> SHARE =
      coefficient(one -> Optional.of(one.percent()));
  private static final Function<MeasureAgreement, Coefficient> AC1 =
      coefficient(one -> Optional.of(one.ac1()));
  private static final Function<MeasureAgreement, Coefficient> KAPPA =
      coefficient(Agreement::kappa);

  static final Table<MeasureAgreement> AGREEMENT =
      new Table<>(
          "agreement",
          "One row per measure of which judgements were read twice: how far two inspectors agree,"
              + " over the whole programme.",
          List.of("measure_id"),
          List.of(
              text("measure_id", "the measure", a -> a.measure().id()),
              integer(
                  "cases",
                  "{cases}",
                  "{cases} with a judgement that two inspectors assessed",
                  MeasureAgreement::cases),
              integer(
                  "judgements",
                  "judgements",
                  "judgements that two different inspectors made and both assessed",
                  MeasureAgreement::judgements),
              integer(
                  "inspectors",
                  "inspectors",
                  "inspectors who made one of the two readings",
                  MeasureAgreement::inspectors),
              bool(
                  "is_withheld",
                  "whether it rests on fewer than 5 {cases} or 5 inspectors, and nothing more is told",
                  MeasureAgreement::isWithheld),
              integer(
                  "both_sufficient",
                  "judgements",
                  "sufficient in both readings",
                  a -> a.count(0, 0)),
              integer(
                  "first_alone_sufficient",
                  "judgements",
                  "sufficient in the first reading, insufficient in the second",
                  a -> a.count(0, 1)),
              integer(
                  "second_alone_sufficient",
                  "judgements",
                  "insufficient in the first reading, sufficient in the second",
                  a -> a.count(1, 0)),
              integer(
                  "neither_sufficient",
                  "judgements",
                  "insufficient in both readings",
                  a -> a.count(1, 1)),
              percent(
                  "agreement_percent", "judgements alike in both readings", a -> value(SHARE, a)),
              percent(
                  "agreement_lower95_percent",
                  "lower end of its 95 % interval, {cases} being clusters",
                  a -> low(interval(SHARE, a))),
              percent(
                  "agreement_upper95_percent",
                  "upper end of its 95 % interval",
                  a -> high(interval(SHARE, a))),
              decimal(
                  "ac1", "", "Gwet's AC1: 1 where all agrees, 0 as by chance", a -> value(AC1, a)),
              decimal(
                  "ac1_lower95",
                  "",
                  "lower end of its 95 % interval, {cases} being clusters; empty where none can be"
                      + " worked out",
                  a -> low(interval(AC1, a))),
              decimal(
                  "ac1_upper95", "", "upper end of its 95 % interval", a -> high(interval(AC1, a))),
              decimal(
                  "kappa",
                  "",
                  "Cohen's kappa; empty where all judgements of both readings are alike",
                  a -> value(KAPPA, a)),
              decimal(
                  "kappa_lower95",
                  "",
                  "lower end of its 95 % interval, {cases} being clusters; empty where none can be"
                      + " worked out",
                  a -> low(interval(KAPPA, a))),
              decimal(
                  "kappa_upper95",
                  "",
                  "upper end of its 95 % interval",
                  a -> high(interval(KAPPA, a)))));

  static final Table<MeasureAgreement> FACT_AGREEMENT = AGREEMENT.named("fact_agreement");

  private static Function<MeasureAgreement, Coefficient> coefficient(
      Function<Agreement, Optional<Coefficient>> which) {
    return row -> row.agreement().flatMap(which).orElse(null);
  }

  private static Double value(Function<MeasureAgreement, Coefficient> which, MeasureAgreement row) {
    Coefficient coefficient = which.apply(row);
    return coefficient == null ? null : (Double) coefficient.value();
  }

  private static Interval interval(
      Function<MeasureAgreement, Coefficient> which, MeasureAgreement row) {
    Coefficient coefficient = which.apply(row);
    return coefficient == null ? null : coefficient.at95().orElse(null);
  }
}
