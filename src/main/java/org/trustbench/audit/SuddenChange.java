package org.trustbench.audit;

import java.util.Optional;
import org.trustbench.matrix.SubmissionDifferences;
import org.trustbench.matrix.SubmissionDifferences.OfAttribute;
import org.trustbench.message.Counted;

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
                  "%s: %s where there were %d, more of a change than the share of %s that is let through",
                  appended.inspectionId(),
                  appended
                      .codebook()
                      .terms()
                      .counted(differences.casesAfter(), "{case}", "{cases}"),
                  differences.casesBefore(),
                  thresholds.cases()));
    }
    if (differences.judgementsDiffering()
        > thresholds.judgements() * differences.judgementsBefore()) {
      return Optional.of(
          "%s: %s from the %d there were, more than the share of %s that is let through"
              .formatted(
                  appended.inspectionId(),
                  Counted.of(
                      differences.judgementsDiffering(), "judgement differs", "judgements differ"),
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
                  "%s: %d of %s %s of another kind of evidence than before, more than the share of %s that is let through",
                  appended.inspectionId(),
                  differences.evidenceDiffering(),
                  appended
                      .codebook()
                      .terms()
                      .counted(differences.casesBefore(), "{case}", "{cases}"),
                  Counted.word(differences.evidenceDiffering(), "is", "are"),
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
                    "%s: attribute %s differs in %d of %s, and is no longer known in %d of the %d in which it was, more than the share of %s that is let through",
                    appended.inspectionId(),
                    appended.codebook().framework().attributes().get(i).id(),
                    one.differing(),
                    appended
                        .codebook()
                        .terms()
                        .counted(differences.casesBefore(), "{case}", "{cases}"),
                    one.lost(),
                    one.known(),
                    thresholds.cases()));
      }
    }
    return Optional.empty();
  }
}
