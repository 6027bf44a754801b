package org.trustbench.audit;

import java.util.List;
import java.util.Optional;

/** One thing asked of stored rows before they count. */
public interface Audit {
  /** The name in tables and messages. */
  String id();

  /** What is wrong, naming rows by file and line; empty if nothing is. */
  Optional<String> fault(AuditInput appended);

  /**
   * The first fault that any audit finds. Those that look for damage come first: what a damaged
   * submission says of itself is worth nothing.
   */
  static Optional<AuditFault> first(AuditInput appended, Thresholds thresholds) {
    List<Audit> audits =
        List.of(
            new Accounting(),
            new UniqueKeys(),
            new KnownPlaces(),
            new Recount(),
            new SuddenChange(thresholds));
    return audits.stream()
        .flatMap(
            audit -> audit.fault(appended).stream().map(found -> new AuditFault(audit.id(), found)))
        .findFirst();
  }

  /**
   * The first fault of rows that count already: whether they are all there, once, and add up to the
   * stored tallies, where there are any.
   */
  static Optional<AuditFault> ofStanding(AuditInput standing) {
    List<Audit> audits =
        standing.stored().tallies().isEmpty()
            ? List.of(new Accounting(), new UniqueKeys())
            : List.of(new Accounting(), new UniqueKeys(), new Recount());
    return audits.stream()
        .flatMap(
            audit -> audit.fault(standing).stream().map(found -> new AuditFault(audit.id(), found)))
        .findFirst();
  }
}
