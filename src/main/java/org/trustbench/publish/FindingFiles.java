package org.trustbench.publish;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.Finding;
import org.trustbench.benchmark.Findings;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.benchmark.Results;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.stats.Interval;
import org.trustbench.table.Decimals;

/** Every finding, for programs, as JSON. */
final class FindingFiles {
  private static final int DECIMALS = 4;

  private FindingFiles() {}

  /**
   * An object with an array of trusts, each with its strengths and concerns; the trusts are an
   * iterator, so that they need not all be held.
   */
  static Map<String, Object> json(ReleaseContent content) {
    Map<String, List<Finding>> findings = byInspection(content);
    Results results = content.results();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("audience", content.audience().label());
    json.put("synthetic", content.isSynthetic());
    if (!content.inferred().isEmpty()) {
      json.put("inferred", content.inferred());
    }
    json.put("comparator_id", Findings.comparator(results));
    json.put(
        "trusts",
        results.inspections().stream().map(inspection -> trust(findings, inspection)).iterator());
    return json;
  }

  private static Map<String, Object> trust(
      Map<String, List<Finding>> findings, InspectionTallies inspection) {
    Map<String, Object> trust = new LinkedHashMap<>();
    trust.put("trust_id", inspection.trust().code());
    trust.put("trust_name", inspection.trust().name());
    trust.put("inspection_id", inspection.inspectionId());
    trust.put("strengths", json(findings, inspection, Finding.Kind.STRENGTH));
    trust.put("concerns", json(findings, inspection, Finding.Kind.CONCERN));
    return trust;
  }

  private static List<Map<String, Object>> json(
      Map<String, List<Finding>> findings, InspectionTallies inspection, Finding.Kind kind) {
    return of(findings, inspection, kind).stream().map(FindingFiles::json).toList();
  }

  private static Map<String, Object> json(Finding finding) {
    Comparison comparison = finding.comparison();
    Interval interval = finding.score().interval95();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("measure_id", finding.score().measure().id());
    json.put("sentence", finding.sentence());
    json.put("basis", finding.basis().label());
    json.put("score_percent", percent(finding.score().score()));
    json.put("lower95_percent", percent(interval.low()));
    json.put("upper95_percent", percent(interval.high()));
    json.put("assessed", finding.score().base().assessed().orElseThrow());
    if (comparison != null) {
      json.put("comparator_label", comparison.comparatorGroup().label());
      json.put("benchmark_rule", comparison.reference().rule());
      json.put(
          "benchmark_percent",
          comparison.benchmark() == null ? null : percent(comparison.benchmark()));
      json.put("verdict95", comparison.verdict95().label());
      json.put("verdict998", comparison.verdict998().label());
      json.put("verdict_rule", comparison.verdictRule().label());
    }
    return json;
  }

  private static double percent(double proportion) {
    return Decimals.percent(proportion, DECIMALS);
  }

  private static Map<String, List<Finding>> byInspection(ReleaseContent content) {
    return content.findings().stream()
        .collect(Collectors.groupingBy(finding -> finding.score().inspection().inspectionId()));
  }

  private static List<Finding> of(
      Map<String, List<Finding>> findings, InspectionTallies inspection, Finding.Kind kind) {
    return findings.getOrDefault(inspection.inspectionId(), List.of()).stream()
        .filter(finding -> finding.kind() == kind)
        .toList();
  }
}
