package org.trustbench.publish.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trustbench.benchmark.Inspected;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.benchmark.OneSided;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.disclosure.ReleaseContent.Coverage;
import org.trustbench.framework.Trust;
import org.trustbench.summary.CoverageTable;
import org.trustbench.summary.HtmlTable;
import org.trustbench.summary.RevisionTable;

/**
 * What the figures rest on, as the page shows it.
 *
 * @param account the sum of all judgements sent
 * @param tables inspections, refusals and rules; those without a row are left out
 * @param uninspected names of the register's trusts without an inspection
 * @param audits what somebody has to look at before the figures are read
 * @param severalInspections a sentence for each trust inspected more than once
 */
record PageCoverage(
    String account,
    List<PageTable> tables,
    boolean hasRefusals,
    boolean hasRejects,
    List<String> audits,
    List<String> uninspected,
    List<String> severalInspections) {

  static PageCoverage of(ReleaseContent content) {
    PageTable inspections =
        PageTable.of(
            "coverage",
            HtmlTable.of(CoverageTable.inspections(content)),
            "Inspection",
            "Read = accepted + rejected + collapsed (identical repeats) + out of scope.");
    PageTable refusals =
        PageTable.of(
            "refusals",
            HtmlTable.of(CoverageTable.refusals(content)),
            "Sent",
            "Nothing of these is in any figure.");
    PageTable rules =
        PageTable.of(
            "rejects",
            HtmlTable.of(CoverageTable.rules(content)),
            "Rule",
            "Each row is listed with its line and reason in tables/rejects.csv.");
    PageTable names =
        PageTable.of(
            "names",
            HtmlTable.of(CoverageTable.sentNames(content)),
            "Sent",
            "Nothing of what was passed over is in any figure; what is lacking is not known of any case.");
    PageTable revisions =
        PageTable.of(
            "revisions",
            HtmlTable.of(RevisionTable.of(content)),
            "Inspection",
            "The last one counts. Judgements differing: from those sent before.");
    return new PageCoverage(
        account(content),
        List.of(inspections, refusals, rules, names, revisions).stream()
            .filter(table -> !table.table().rows().isEmpty())
            .toList(),
        !refusals.table().rows().isEmpty(),
        !rules.table().rows().isEmpty(),
        OneSided.lines(OneSided.of(content.results())),
        uninspected(content),
        severalInspections(content));
  }

  private static String account(ReleaseContent content) {
    return "%s cells for judgements were read in %s files, the blank ones of files with a column for each question among them: %s accepted, %s rejected, %s collapsed as identical repeats, %s out of scope."
        .formatted(
            sum(content, Coverage::read),
            String.format(Locale.ROOT, "%,d", content.coverage().size()),
            sum(content, Coverage::accepted),
            sum(content, Coverage::rejected),
            sum(content, Coverage::collapsed),
            sum(content, Coverage::outOfScope));
  }

  private static String sum(ReleaseContent content, Function<Coverage, Long> value) {
    return String.format(
        Locale.ROOT,
        "%,d",
        content.coverage().stream()
            .map(value)
            .filter(Objects::nonNull)
            .mapToLong(Long::longValue)
            .sum());
  }

  private static List<String> uninspected(ReleaseContent content) {
    Set<String> inspected =
        content.results().inspections().stream()
            .map(inspection -> inspection.trust().code())
            .collect(Collectors.toSet());
    return content.results().framework().trusts().stream()
        .filter(trust -> !inspected.contains(trust.code()))
        .map(Trust::name)
        .toList();
  }

  private static List<String> severalInspections(ReleaseContent content) {
    Map<String, Set<String>> byTrust = new TreeMap<>();
    for (InspectionScore score : content.results().scores()) {
      byTrust
          .computeIfAbsent(score.inspection().trust().code(), code -> new TreeSet<>())
          .add(score.inspection().inspectionId());
    }
    List<String> sentences = new ArrayList<>();
    for (Inspected compared : content.results().inspections()) {
      Set<String> all = byTrust.getOrDefault(compared.trust().code(), Set.of());
      if (all.size() > 1) {
        sentences.add(
            "%s was inspected %d times (%s): the latest, %s, is compared."
                .formatted(
                    compared.trust().name(),
                    all.size(),
                    String.join(", ", all),
                    compared.inspectionId()));
      }
    }
    return sentences;
  }
}
