package org.trustbench.publish;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.Finding;
import org.trustbench.benchmark.Findings;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.benchmark.Results;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Measure;
import org.trustbench.stats.Interval;
import org.trustbench.table.Decimals;

/** Findings for programs, as JSON, and for people, as text. */
final class FindingFiles {
  private static final int DECIMALS = 4;
  private static final int MOST_IN_TEXT = 300;
  private static final String SYNTHETIC =
      "SYNTHETIC DATA: invented judgements, no figure here is of a real {institution}.";

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
    json.put("assessed", finding.score().base().assessed());
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

  /**
   * A paragraph for each trust, a line for each finding. Of more trusts than anybody reads through
   * there is one for the trust in focus, after how many have findings on each measure.
   */
  static String text(ReleaseContent content) {
    Map<String, List<Finding>> findings = byInspection(content);
    Results results = content.results();
    StringBuilder text = new StringBuilder();
    text.append("Audience: ").append(content.audience().label()).append('\n');
    if (content.isSynthetic()) {
      text.append(content.terms().text(SYNTHETIC)).append('\n');
    }
    if (!content.inferred().isEmpty()) {
      text.append(content.inferred()).append('\n');
    }
    String focus = results.rules().focus();
    boolean isLong = results.inspections().size() > MOST_IN_TEXT;
    if (isLong) {
      counts(text, content);
    }
    for (InspectionTallies inspection : results.inspections()) {
      if (!isLong || inspection.trust().code().equals(focus)) {
        paragraph(text, findings, inspection);
      }
    }
    return text.toString();
  }

  private static void paragraph(
      StringBuilder text, Map<String, List<Finding>> findings, InspectionTallies inspection) {
    text.append('\n')
        .append(inspection.trust().name())
        .append(" (")
        .append(inspection.inspectionId())
        .append(")\n");
    for (Finding.Kind kind : Finding.Kind.values()) {
      List<Finding> own = of(findings, inspection, kind);
      text.append(own.isEmpty() ? "No " : "").append(kind.label()).append("s\n");
      own.forEach(finding -> text.append("- ").append(finding.sentence()).append('\n'));
    }
  }

  /** How many trusts have a finding on each measure, of the programme as a whole. */
  private static void counts(StringBuilder text, ReleaseContent content) {
    Map<String, Map<Finding.Kind, Long>> counts =
        content.findings().stream()
            .collect(
                Collectors.groupingBy(
                    finding -> finding.score().measure().id(),
                    Collectors.groupingBy(Finding::kind, Collectors.counting())));
    text.append(
        String.format(
            Locale.ROOT,
            "\nThe findings of each of %,d inspections are in findings.json and tables/findings.csv."
                + " How many have one on each measure:\n",
            content.results().inspections().size()));
    for (Measure measure : content.results().framework().measures()) {
      Map<Finding.Kind, Long> of = counts.getOrDefault(measure.id(), Map.of());
      if (!of.isEmpty()) {
        text.append(
            String.format(
                Locale.ROOT,
                "- %s: a strength of %,d, a concern of %,d\n",
                measure.label(),
                of.getOrDefault(Finding.Kind.STRENGTH, 0L),
                of.getOrDefault(Finding.Kind.CONCERN, 0L)));
      }
    }
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
