package org.trustbench.audit;

import java.util.Optional;
import org.trustbench.matrix.SubmissionDifferences;
import org.trustbench.matrix.SubmissionDifferences.OfAttribute;

/**
 * A submission does not differ from the one it replaces by more than corrections do. One that does
 * may be right: somebody has to say so.
 */
final class SuddenChange implements Audit {
  static final String ID = "sudden-change";
  private final Thresholds thresholds;

  SuddenChange(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Optional<String> fault(AuditInput appended) {
    SubmissionDifferences differences = appended.differences();
    if (differences == null) {
      return Optional.empty();
    }
    long casesMore = Math.abs(differences.casesAfter() - differences.casesBefore());
    if (casesMore > thresholds.cases() * differences.casesBefore()) {
      return Optional.of(
          appended
              .codebook()
              .terms()
              .text(
                  "%s: %d {cases} where there were %d, more of a change than the share of %s that is let through",
                  appended.inspectionId(),
                  differences.casesAfter(),
                  differences.casesBefore(),
                  thresholds.cases()));
    }
    if (differences.judgementsDiffering()
        > thresholds.judgements() * differences.judgementsBefore()) {
      return Optional.of(
          "%s: %d judgements differ from the %d there were, more than the share of %s that is let through"
              .formatted(
                  appended.inspectionId(),
                  differences.judgementsDiffering(),
                  differences.judgementsBefore(),
                  thresholds.judgements()));
    }
    return ofCases(appended, differences);
  }

  /** What cases are decides which figures they enter, as much as what was judged of them. */
  private Optional<String> ofCases(AuditInput appended, SubmissionDifferences differences) {
    double most = thresholds.cases() * differences.casesBefore();
    if (differences.evidenceDiffering() > most) {
      return Optional.of(
          appended
              .codebook()
              .terms()
              .text(
                  "%s: %d of %d {cases} are of another kind of evidence than before, more than the share of %s that is let through",
                  appended.inspectionId(),
                  differences.evidenceDiffering(),
                  differences.casesBefore(),
                  thresholds.cases()));
    }
    for (int i = 0; i < differences.attributes().size(); i++) {
      OfAttribute one = differences.attributes().get(i);
      if (one.differing() > most || one.lost() > thresholds.cases() * one.known()) {
        return Optional.of(
            appended
                .codebook()
                .terms()
                .text(
                    "%s: attribute %s differs in %d of %d {cases}, and is no longer known in %d of the %d in which it was, more than the share of %s that is let through",
                    appended.inspectionId(),
                    appended.codebook().framework().attributes().get(i).id(),
                    one.differing(),
                    differences.casesBefore(),
                    one.lost(),
                    one.known(),
                    thresholds.cases()));
      }
    }
    return Optional.empty();
  }
}
