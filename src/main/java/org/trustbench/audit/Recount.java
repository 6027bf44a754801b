package org.trustbench.audit;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trustbench.message.Counted;
import org.trustbench.tally.Tallier;
import org.trustbench.tally.Tally;

/** The tallies that are stored are those that the stored rows add up to. */
final class Recount implements Audit {
  @Override
  public String id() {
    return "recount";
  }

  @Override
  public Optional<String> fault(AuditInput appended) {
    List<Tally> stored = appended.stored().tallies();
    List<Tally> recounted =
        new Tallier(appended.codebook()).tally(appended.inspectionId(), appended.stored().matrix());
    Set<Tally> counted = new HashSet<>(recounted);
    Set<Tally> kept = new HashSet<>(stored);
    if (stored.size() == recounted.size() && kept.equals(counted)) {
      return Optional.empty();
    }
    Tally odd =
        recounted.stream()
            .filter(tally -> !kept.contains(tally))
            .findFirst()
            .or(() -> stored.stream().filter(tally -> !counted.contains(tally)).findFirst())
            .orElse(stored.get(0));
    return Optional.of(
        "%s: %s stored, the stored judgements make %d; they part at measure %s, stratum %s"
            .formatted(
                appended.inspectionId(),
                Counted.of(stored.size(), "tally is", "tallies are"),
                recounted.size(),
                odd.measureId(),
                odd.stratum()));
  }
}
