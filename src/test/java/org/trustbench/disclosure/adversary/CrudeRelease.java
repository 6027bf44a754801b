package org.trustbench.disclosure.adversary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trustbench.benchmark.AnalysisRules;
import org.trustbench.benchmark.Benchmark;
import org.trustbench.benchmark.ComparatorScore;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.benchmark.Results;
import org.trustbench.framework.Framework;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.tally.Counts;

/**
 * Tables as someone careless would publish them: rounded, and small cells left out, but nothing
 * done about what can be worked out from the rest. To try the attacker on.
 */
final class CrudeRelease {
  private final Rounding rounding;

  private CrudeRelease(Rounding rounding) {
    this.rounding = rounding;
  }

  /**
   * The tables of a programme.
   *
   * @param compared the same inspections as comparators are to see them
   */
  static PublishedTables of(
      Framework framework,
      List<InspectionTallies> inspected,
      List<InspectionTallies> compared,
      Rounding rounding) {
    AnalysisRules rules = new AnalysisRules(AnalysisRules.POOLED, 10);
    Results results = Benchmark.of(framework, rules, inspected);
    Results comparing = Benchmark.of(framework, rules, compared);
    CrudeRelease release = new CrudeRelease(rounding);
    Map<String, List<Map<String, String>>> tables = new HashMap<>();
    tables.put(
        "scores",
        results.scores().stream()
            .filter(score -> !score.measure().isPathwayStep())
            .map(release::row)
            .toList());
    tables.put("comparators", comparing.comparators().stream().map(release::row).toList());
    List<Map<String, String>> comparisons = new ArrayList<>();
    comparing.comparisons().forEach(comparison -> comparisons.add(row(comparison)));
    tables.put("comparisons", comparisons);
    return new PublishedTables(tables);
  }

  /** Inspections whose small cells count as nothing. */
  static List<InspectionTallies> withoutSmallCells(
      List<InspectionTallies> inspected, Rounding rounding) {
    return inspected.stream()
        .map(
            one -> {
              Map<String, Map<String, Counts>> counts = new HashMap<>(one.counts());
              counts.keySet().removeIf(measure -> isSmall(one.total(measure), rounding));
              return new InspectionTallies(
                  one.inspectionId(),
                  one.trust(),
                  one.tranche(),
                  one.startDate(),
                  one.endDate(),
                  one.publishedDate(),
                  one.caseload(),
                  one.casesSampled(),
                  one.cases(),
                  one.isSynthetic(),
                  counts);
            })
        .toList();
  }

  private static boolean isSmall(Counts counts, Rounding rounding) {
    return counts.casesAssessed() > 0 && counts.casesAssessed() < rounding.fewestCases();
  }

  private Map<String, String> row(InspectionScore score) {
    Counts counts = score.counts();
    boolean isSmall = isSmall(counts, rounding);
    Map<String, String> row = new LinkedHashMap<>();
    row.put("inspection_id", score.inspection().inspectionId());
    row.put("measure_id", score.measure().id());
    row.put("score_rule", score.scoreRule());
    row.put("score_status", isSmall ? "suppressed" : "");
    if (!isSmall) {
      row.put("interval_rule", score.intervalRule());
      row.put("cases_in_scope", base(counts.casesInScope()));
      row.put("cases_assessed", base(counts.casesAssessed()));
      row.put("assessed", base(counts.assessed()));
      row.put("not_applicable", nearest(counts.notApplicable()));
      row.put("not_recorded", base(counts.notRecorded()));
    }
    if (!isSmall && score.score() != null) {
      row.put("score_percent", Rounding.percent(counts.sufficient(), counts.assessed()) + ".0000");
      row.put("lower95_percent", percent(score.interval95().low()));
      row.put("upper95_percent", percent(score.interval95().high()));
      row.put("lower998_percent", percent(score.interval998().low()));
      row.put("upper998_percent", percent(score.interval998().high()));
    }
    return row;
  }

  private Map<String, String> row(ComparatorScore group) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("comparator_id", group.comparatorGroup().comparatorId());
    row.put("comparator_group", group.comparatorGroup().group());
    row.put("measure_id", group.measure().id());
    row.put("trusts", group.spread() == null ? "0" : Integer.toString(group.spread().trusts()));
    row.put("cases", base(group.base().exact().casesAssessed()));
    row.put("assessed", base(group.base().exact().assessed()));
    row.put("pooled_percent", group.figures() == null ? "" : percent(group.figures().pooled()));
    return row;
  }

  private static Map<String, String> row(Comparison comparison) {
    Double others = comparison.reference().byRule().get(BenchmarkRule.POOLED_OTHERS);
    Map<String, String> row = new LinkedHashMap<>();
    row.put("inspection_id", comparison.score().inspection().inspectionId());
    row.put("measure_id", comparison.score().measure().id());
    row.put("comparator_id", comparison.comparatorGroup().comparatorId());
    row.put("comparator_group", comparison.comparatorGroup().group());
    row.put("benchmark_pooled_others_percent", others == null ? "" : percent(others));
    return row;
  }

  private static String percent(double proportion) {
    return Rounding.percent(proportion) + ".0000";
  }

  private String base(long count) {
    return Long.toString(rounding.published(count));
  }

  private String nearest(long count) {
    return Long.toString(rounding.nearest(count));
  }
}
