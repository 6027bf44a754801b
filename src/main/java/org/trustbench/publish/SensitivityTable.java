package org.trustbench.publish;

import static org.trustbench.table.Column.bool;
import static org.trustbench.table.Column.percent;
import static org.trustbench.table.Column.significant;
import static org.trustbench.table.Column.text;

import java.util.List;
import java.util.function.Function;
import org.trustbench.benchmark.Sensitivity;
import org.trustbench.stats.RuleVerdict;
import org.trustbench.stats.Verdict;
import org.trustbench.table.Table;

/** The verdicts of the trust in focus as they would be under other lawful choices. */
final class SensitivityTable {
  private SensitivityTable() {}

  private static final ComparatorColumns<Sensitivity> COMPARATOR =
      new ComparatorColumns<>(s -> s.comparison().comparatorGroup());

  static final Table<Sensitivity> SENSITIVITY =
      new Table<>(
          "sensitivity",
          "One row per measure, comparator, verdict rule, benchmark rule and use of case mix, of"
              + " the {institution} in focus.",
          List.of(
              "inspection_id",
              "measure_id",
              "comparator_id",
              "verdict_rule",
              "benchmark_rule",
              "is_case_mix_adjusted"),
          List.of(
              text(
                  "inspection_id",
                  "the inspection",
                  s -> s.comparison().score().inspection().inspectionId()),
              text(
                  "trust_id",
                  "code of the {institution}",
                  s -> s.comparison().score().inspection().trust().code()),
              text("measure_id", "the measure", s -> s.comparison().score().measure().id()),
              COMPARATOR.id("whom it is compared with"),
              text("verdict_rule", "how the verdict is reached", s -> s.rule().label()),
              text(
                  "benchmark_rule",
                  "how the benchmark is worked out",
                  SensitivityTable::benchmarkRule),
              bool(
                  "is_case_mix_adjusted",
                  "whether the benchmark is what it would have been with the {institution's} own {cases}; not"
                      + " available, and not compared, under a benchmark rule that has no score of its"
                      + " own in every stratum",
                  s ->
                      s.benchmarkChoice() instanceof Sensitivity.OfOthers others
                          && others.isCaseMixAdjusted()),
              percent(
                  "benchmark_percent", "the benchmark", assessed(Sensitivity.Assessed::benchmark)),
              significant("p_value", "", "two-sided", assessed(s -> s.verdict().pValue())),
              text("verdict95", "verdict at 95 %", s -> verdict(s, RuleVerdict::at95)),
              text("verdict998", "verdict at 99.8 %", s -> verdict(s, RuleVerdict::at998)),
              bool(
                  "is_published",
                  "whether these are the choices behind the verdict in comparisons",
                  Sensitivity::isPublished),
              bool(
                  "is_changed",
                  "whether the verdict at 95 % differs from that one",
                  Sensitivity::isChanged)));

  private static String benchmarkRule(Sensitivity s) {
    return s.benchmarkChoice() instanceof Sensitivity.OfOthers others
        ? others.rule().label()
        : "fixed";
  }

  private static <T> Function<Sensitivity, T> assessed(Function<Sensitivity.Assessed, T> value) {
    return s -> s instanceof Sensitivity.Assessed assessed ? value.apply(assessed) : null;
  }

  private static String verdict(Sensitivity s, Function<RuleVerdict, Verdict> level) {
    return (s instanceof Sensitivity.Assessed assessed
            ? level.apply(assessed.verdict())
            : Verdict.NOT_COMPARED)
        .label();
  }
}
