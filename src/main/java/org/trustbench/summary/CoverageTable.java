package org.trustbench.summary;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.disclosure.ReleaseContent.Coverage;
import org.trustbench.disclosure.ReleaseContent.Rejected;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What was sent, and what became of it. */
public final class CoverageTable {
  private static final String ACCEPTED = "accepted";
  private static final String REFUSED = "refused";

  private CoverageTable() {}

  /** One row per inspection: its files, and the account of its judgements. */
  public static Table inspections(ReleaseContent content) {
    StringColumn inspection = StringColumn.create("Inspection");
    StringColumn trust = StringColumn.create("Trust");
    StringColumn compared = StringColumn.create("Compared");
    LongColumn files = LongColumn.create("Files");
    LongColumn cases = LongColumn.create("Cases");
    LongColumn read = LongColumn.create("Read");
    LongColumn accepted = LongColumn.create("Accepted");
    LongColumn rejected = LongColumn.create("Rejected");
    LongColumn collapsed = LongColumn.create("Collapsed");
    LongColumn outOfScope = LongColumn.create("Out of scope");
    LongColumn neverAsked = LongColumn.create("Questions never asked");
    Map<String, List<Coverage>> byInspection =
        content.coverage().stream()
            .filter(file -> file.inspectionId() != null && file.status().equals(ACCEPTED))
            .collect(
                Collectors.groupingBy(Coverage::inspectionId, TreeMap::new, Collectors.toList()));
    byInspection.forEach(
        (id, rows) -> {
          inspection.append(id);
          trust.append(name(content, rows.get(0).trustId()));
          compared.append(isCompared(content, id) ? "yes" : "no");
          files.append(rows.size());
          cases.append(sum(rows, Coverage::cases));
          read.append(sum(rows, Coverage::read));
          accepted.append(sum(rows, Coverage::accepted));
          rejected.append(sum(rows, Coverage::rejected));
          collapsed.append(sum(rows, Coverage::collapsed));
          outOfScope.append(sum(rows, Coverage::outOfScope));
          neverAsked.append(
              rows.stream()
                  .filter(file -> file.questionsNeverAsked() != null)
                  .mapToLong(Coverage::questionsNeverAsked)
                  .max()
                  .orElse(0));
        });
    return Tablesaw.table(
        "Judgements of each inspection",
        inspection,
        trust,
        compared,
        files,
        cases,
        read,
        accepted,
        rejected,
        collapsed,
        outOfScope,
        neverAsked);
  }

  /** One row per refusal: what was sent, and why nothing of it was taken. */
  public static Table refusals(ReleaseContent content) {
    StringColumn file = StringColumn.create("Sent");
    StringColumn inspection = StringColumn.create("Inspection");
    StringColumn trust = StringColumn.create("Trust");
    StringColumn reason = StringColumn.create("Reason");
    for (Rejected refusal : content.rejects()) {
      if (refusal.status().equals(REFUSED) && refusal.line() == 0) {
        file.append(refusal.file());
        inspection.append(refusal.inspectionId() == null ? "" : refusal.inspectionId());
        trust.append(refusal.trustId() == null ? "" : name(content, refusal.trustId()));
        reason.append(refusal.reason());
      }
    }
    return Tablesaw.table("Submissions refused", file, inspection, trust, reason);
  }

  /** One row per rule by which rows were rejected, of submissions that were not refused whole. */
  public static Table rules(ReleaseContent content) {
    StringColumn rule = StringColumn.create("Rule");
    LongColumn inspections = LongColumn.create("Inspections");
    LongColumn rows = LongColumn.create("Rows");
    LongColumn judgements = LongColumn.create("Judgements");
    Map<String, List<Rejected>> byRule =
        content.rejects().stream()
            .filter(reject -> !reject.status().equals(REFUSED))
            .collect(Collectors.groupingBy(Rejected::rule, TreeMap::new, Collectors.toList()));
    byRule.forEach(
        (name, rejects) -> {
          rule.append(name);
          inspections.append(
              rejects.stream()
                  .map(Rejected::inspectionId)
                  .filter(Objects::nonNull)
                  .distinct()
                  .count());
          rows.append(rejects.size());
          judgements.append(rejects.stream().mapToLong(Rejected::cells).sum());
        });
    return Tablesaw.table("Rows rejected, by rule", rule, inspections, rows, judgements);
  }

  private static boolean isCompared(ReleaseContent content, String inspectionId) {
    return content.results().inspections().stream()
        .anyMatch(inspection -> inspection.inspectionId().equals(inspectionId));
  }

  private static String name(ReleaseContent content, String trustId) {
    return content.results().framework().trusts().stream()
        .filter(trust -> trust.code().equals(trustId))
        .map(trust -> trust.name())
        .findFirst()
        .orElse(trustId == null ? "" : trustId);
  }

  private static long sum(List<Coverage> rows, ToLongFunction<Coverage> value) {
    return rows.stream().mapToLong(value).sum();
  }
}
