package org.trustbench.audit;

import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.trustbench.lake.read.StoredInspection;
import org.trustbench.lake.table.FilesTable;
import org.trustbench.matrix.FileAccount;
import org.trustbench.message.Counted;

/** Every cell that was read is stored, rejected, collapsed or out of scope, and none is twice. */
final class Accounting implements Audit {
  @Override
  public String id() {
    return "accounting";
  }

  @Override
  public Optional<String> fault(AuditInput appended) {
    StoredInspection stored = appended.stored();
    return Stream.concat(
            appended.files().stream().flatMap(row -> unbalanced(row.account()).stream()),
            Stream.of(
                    unequal(
                        "judgement",
                        "judgements",
                        appended,
                        FileAccount::accepted,
                        stored.judgements().count()),
                    unequal(
                        appended.codebook().terms().ofCase().one(),
                        appended.codebook().terms().ofCase().many(),
                        appended,
                        FileAccount::cases,
                        stored.cases().size()),
                    unequal(
                        "reject",
                        "rejects",
                        appended,
                        FileAccount::rejected,
                        stored.rejectedCells()))
                .flatMap(Optional::stream))
        .findFirst();
  }

  private static Optional<String> unbalanced(FileAccount file) {
    long found = file.accepted() + file.rejected() + file.collapsed() + file.outOfScope();
    return file.read() == found
        ? Optional.empty()
        : Optional.of(
            "%s: %s read and %d accounted for"
                .formatted(
                    file.file(),
                    Counted.of(file.read(), "judgement was", "judgements were"),
                    found));
  }

  private static Optional<String> unequal(
      String one,
      String many,
      AuditInput appended,
      ToLongFunction<FileAccount> counted,
      long stored) {
    long expected = appended.files().stream().map(FilesTable.Row::account).mapToLong(counted).sum();
    return expected == stored
        ? Optional.empty()
        : Optional.of(
            "%s: %s counted and %s stored"
                .formatted(
                    appended.inspectionId(),
                    Counted.of(expected, one + " was", many + " were"),
                    Counted.of(stored, "is", "are")));
  }
}
