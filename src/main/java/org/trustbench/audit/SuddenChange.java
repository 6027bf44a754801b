package org.trustbench.audit;

import java.util.Optional;
import org.trustbench.matrix.Differences;

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
  public Optional<String> fault(Appended appended) {
    Differences differences = appended.differences();
    if (differences == null) {
      return Optional.empty();
    }
    long casesMore = Math.abs(differences.casesAfter() - differences.casesBefore());
    if (casesMore > thresholds.cases() * differences.casesBefore()) {
      return Optional.of(
          "%s: %d cases where there were %d, more of a change than the share of %s that is let through"
              .formatted(
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
    return Optional.empty();
  }
}
