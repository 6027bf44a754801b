package org.trustbench.audit;

import java.util.Optional;
import org.trustbench.lake.read.StoredJudgements;

/** Every judgement is of a stored case and of a question of the form, and means what it says. */
final class KnownPlaces implements Audit {
  @Override
  public String id() {
    return "known-places";
  }

  @Override
  public Optional<String> fault(AuditInput appended) {
    StoredJudgements judgements = appended.stored().judgements();
    return RowLocations.ofJudgements(
            judgements.ofNoCase(),
            appended.codebook().terms().text("judgement is of {a case} that is not stored"),
            appended.codebook().terms().text("judgements are of {a case} that is not stored"))
        .or(
            () ->
                RowLocations.ofJudgements(
                    judgements.notOfForm(),
                    "judgement is of no question of the form, or of no answer to it",
                    "judgements are of no question of the form, or of no answer to it"));
  }
}
