package org.trustbench.publish.report;

import java.util.List;
import java.util.Map;
import org.trustbench.benchmark.PeerComparison;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.PeerRule;
import org.trustbench.message.Counted;
import org.trustbench.stats.Verdict;
import org.trustbench.summary.PeerTable;
import org.trustbench.summary.PeerWords;
import org.trustbench.summary.ReportFocus;

/** Makes what a page says of an institution beside its own peers. */
final class PeerModel {
  private PeerModel() {}

  /** The id of the table of a rule, and of its place on the page. */
  static String table(PeerRule rule) {
    return "peers-" + SafeId.of(rule.id());
  }

  /** A table for each rule; none for whoever is not compared. */
  static List<MeasureSection> of(
      ReleaseContent content, Map<String, List<PeerComparison>> byTrust, ReportFocus reportFocus) {
    return content.results().framework().peers().stream()
        .map(
            rule ->
                reportFocus.focus() == null
                    ? MeasureSection.NONE
                    : section(
                        content,
                        byTrust.getOrDefault(reportFocus.focus().code(), List.of()).stream()
                            .filter(one -> one.group().rule().id().equals(rule.id()))
                            .toList()))
        .toList();
  }

  private static MeasureSection section(ReleaseContent content, List<PeerComparison> ofRule) {
    if (ofRule.isEmpty()) {
      return MeasureSection.NONE;
    }
    PeerComparison first = ofRule.get(0);
    return MeasureSection.of(
        PageTable.of(
            table(first.group().rule()),
            PeerTable.of(title(ofRule), ofRule, content.terms()),
            "Measure",
            PeerWords.peers(first.group())));
  }

  private static String title(List<PeerComparison> ofRule) {
    PeerComparison first = ofRule.get(0);
    return "%s beside its own peers (%s): of %s, %d higher, %d similar, %d lower"
        .formatted(
            first.score().inspection().trust().name(),
            first.group().rule().label(),
            Counted.of(ofRule.size(), "measure"),
            number(ofRule, Verdict.HIGHER),
            number(ofRule, Verdict.SIMILAR),
            number(ofRule, Verdict.LOWER));
  }

  private static long number(List<PeerComparison> ofRule, Verdict verdict) {
    return ofRule.stream().filter(one -> one.verdict95() == verdict).count();
  }
}
