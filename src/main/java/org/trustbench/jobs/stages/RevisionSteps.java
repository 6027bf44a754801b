package org.trustbench.jobs.stages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.trustbench.diff.RevisionStep;
import org.trustbench.lake.table.Revision;
import org.trustbench.lake.table.SubmissionsTable.Row;
import org.trustbench.submission.SubmissionStatus;

/** The revisions of inspections between two snapshots of the table {@code submissions}. */
public final class RevisionSteps {
  private static final Comparator<RevisionStep> ORDER =
      Comparator.comparing(RevisionStep::inspectionId)
          .thenComparingLong(RevisionStep::number)
          .thenComparing(step -> step.kind().label());

  private RevisionSteps() {}

  /** The steps that one of two histories tells of and the other does not yet. */
  public static List<RevisionStep> between(List<Row> one, List<Row> other) {
    Set<RevisionStep> first = steps(one);
    Set<RevisionStep> second = steps(other);
    List<RevisionStep> between = new ArrayList<>();
    first.stream().filter(step -> !second.contains(step)).forEach(between::add);
    second.stream().filter(step -> !first.contains(step)).forEach(between::add);
    between.sort(ORDER);
    return between;
  }

  /** Every step that a history tells of, by inspection and revision. */
  static List<RevisionStep> of(List<Row> history) {
    List<RevisionStep> all = new ArrayList<>(steps(history));
    all.sort(ORDER);
    return all;
  }

  private static Set<RevisionStep> steps(List<Row> history) {
    Set<RevisionStep> steps = new LinkedHashSet<>();
    for (Row row : history) {
      if (row.isAccepted() || row.isPast()) {
        steps.add(begun(row));
      }
      if (row.status() == SubmissionStatus.WITHDRAWN) {
        steps.add(withdrawn(row));
      }
    }
    return steps;
  }

  private static RevisionStep begun(Row row) {
    Revision revision = row.revision();
    return RevisionStep.begun(
        row.inspectionId(),
        revision.number(),
        revision.since(),
        revision.replacedHash(),
        row.submissionHash(),
        revision.judgementsDiffering());
  }

  private static RevisionStep withdrawn(Row row) {
    Revision revision = row.revision();
    return RevisionStep.withdrawn(
        row.inspectionId(),
        revision.number(),
        revision.end().map(Revision.End::at),
        row.submissionHash(),
        revision.end().flatMap(Revision.End::why));
  }
}
