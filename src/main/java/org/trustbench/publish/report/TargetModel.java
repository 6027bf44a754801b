package org.trustbench.publish.report;

import java.util.List;
import java.util.Map;
import org.trustbench.benchmark.TargetComparison;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Target;
import org.trustbench.message.Counted;
import org.trustbench.stats.Verdict;
import org.trustbench.summary.ReportFocus;
import org.trustbench.summary.TargetTable;

/** Makes what a page says of an institution beside the targets of its framework. */
final class TargetModel {
  private TargetModel() {}

  /** The id of the table of a target, and of its place on the page. */
  static String table(Target target) {
    return "targets-" + SafeId.of(target.id());
  }

  /** A table for each target; none for whoever is not compared. */
  static List<MeasureSection> of(
      ReleaseContent content,
      Map<String, List<TargetComparison>> byTrust,
      ReportFocus reportFocus) {
    if (content.targets().isEmpty()) {
      return List.of();
    }
    List<TargetComparison> own =
        reportFocus.focus() == null
            ? List.of()
            : byTrust.getOrDefault(reportFocus.focus().code(), List.of());
    return content.results().frameworkInForce().targets().stream()
        .map(
            target ->
                section(content, own.stream().filter(t -> t.target().equals(target)).toList()))
        .toList();
  }

  private static MeasureSection section(ReleaseContent content, List<TargetComparison> ofTarget) {
    return ofTarget.isEmpty()
        ? MeasureSection.NONE
        : MeasureSection.of(
            PageTable.of(
                table(ofTarget.get(0).target()),
                TargetTable.of(title(ofTarget), ofTarget, content.terms()),
                "Measure",
                "Held to: the value asked for or the others’ score, and after ± the tolerance in"
                    + " points."));
  }

  private static String title(List<TargetComparison> ofTarget) {
    TargetComparison first = ofTarget.get(0);
    return "%s beside “%s”: of %s, %d higher, %d similar, %d lower"
        .formatted(
            first.score().inspection().trust().name(),
            first.target().label(),
            Counted.of(ofTarget.size(), "measure"),
            number(ofTarget, Verdict.HIGHER),
            number(ofTarget, Verdict.SIMILAR),
            number(ofTarget, Verdict.LOWER));
  }

  private static long number(List<TargetComparison> ofTarget, Verdict verdict) {
    return ofTarget.stream().filter(one -> one.verdict95() == verdict).count();
  }
}
