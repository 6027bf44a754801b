package org.trustbench.weighting;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trustbench.benchmark.AnalysisRules;
import org.trustbench.benchmark.Benchmark;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Trust;
import org.trustbench.support.TinyFramework;
import org.trustbench.tally.Counts;
import org.trustbench.tally.Tally;

/** Schools whose lessons were sampled by their risk. */
final class WeightedSchools {
  static final String PLAN = "question-plan";
  static final String OVERALL = "overall";

  static final AnalysisRules STANDARD = new AnalysisRules(AnalysisRules.POOLED, 10);

  static final Framework FRAMEWORK =
      TinyFramework.read(
          json ->
              json.replace(
                      "{ \"id\": \"town\", \"label\": \"Town\" }",
                      "{ \"id\": \"town\", \"label\": \"Town\" }, { \"id\": \"lessons\", \"label\":"
                          + " \"Lessons\" }")
                  .replace(
                      "\"case_mix\"",
                      "\"sample_design\": { \"strata\": \"risk\", \"population\": \"lessons\" },"
                          + " \"case_mix\""));

  private WeightedSchools() {}

  /**
   * A school whose lessons were asked whether they were planned: y of n by stratum and its size.
   * Overall each lesson counts twice, as if a second question had the same answer.
   */
  static InspectionTallies school(String code, Long caseload, Map<String, int[]> strata) {
    Map<String, Counts> planned = new TreeMap<>();
    Map<String, Counts> overall = new TreeMap<>();
    strata.forEach(
        (stratum, found) -> {
          long y = found[0];
          long n = found[1];
          planned.put(stratum, new Counts(n, n, y, n, 0, 0, y, y, n));
          overall.put(stratum, new Counts(n, n, 2 * y, 2 * n, 0, 0, 4 * y, 4 * y, 4 * n));
        });
    return inspection(
        code,
        caseload,
        Map.of(
            PLAN,
            Map.of("all", all(planned)),
            OVERALL,
            Map.of("all", all(overall)),
            Tally.byDesign(PLAN),
            planned,
            Tally.byDesign(OVERALL),
            overall));
  }

  private static InspectionTallies inspection(
      String code, Long caseload, Map<String, Map<String, Counts>> counts) {
    return new InspectionTallies(
        code + "-1",
        new Trust(code, "School " + code, List.of(), Map.of()),
        null,
        null,
        null,
        null,
        caseload,
        null,
        counts.get(PLAN).get("all").casesInScope(),
        true,
        counts);
  }

  private static Counts all(Map<String, Counts> strata) {
    return strata.values().stream().reduce(Counts.NONE, Counts::plus);
  }

  /** The comparisons of a measure, in the order of comparators and of schools. */
  static List<WeightedComparison> weighted(
      AnalysisRules rules, String measure, List<InspectionTallies> schools) {
    return Weighting.of(Benchmark.of(FRAMEWORK, rules, schools)).stream()
        .filter(one -> one.comparison().score().measure().id().equals(measure))
        .toList();
  }
}
