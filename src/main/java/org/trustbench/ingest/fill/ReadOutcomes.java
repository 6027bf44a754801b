package org.trustbench.ingest.fill;

import java.math.BigDecimal;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import org.trustbench.framework.Codebook;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.fill.InspectionBuilder.Taken;
import org.trustbench.ingest.fill.ReadOutcome.Filled;
import org.trustbench.ingest.fill.ReadOutcome.Status;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.Reject;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.ingest.sent.ContentHashes;
import org.trustbench.ingest.sent.Submission;
import org.trustbench.matrix.FileAccount;
import org.trustbench.matrix.InspectionDetails;
import org.trustbench.matrix.ReaderCounts;
import org.trustbench.message.Counted;

/**
 * Makes the outcome of a reading: accepted with its matrix, or refused with the reason and all that
 * was counted before.
 */
public final class ReadOutcomes {
  private final double tolerance;
  private final String formHash;

  /**
   * Makes outcomes.
   *
   * @param tolerance the share of cells, 0 to 1, that may be rejected before a submission is
   *     refused
   */
  public ReadOutcomes(Codebook codebook, double tolerance) {
    this.tolerance = tolerance;
    this.formHash = ContentHashes.formHash(codebook.framework(), tolerance);
  }

  /**
   * The hash that rows of a submission are stored under.
   *
   * @param part of an extract, what tells the part apart
   */
  public String hash(String sourceHash, String... part) {
    return ContentHashes.submissionHash(sourceHash, formHash, part);
  }

  /** A submission whose rows are taken in. */
  public Filled accepted(
      Submission submission, String sourceHash, InspectionDetails manifest, Taken taken) {
    return accepted(submission, hash(sourceHash), sourceHash, manifest, taken);
  }

  /** A submission refused while it was read; every file is digested, read or not. */
  public Filled refused(
      Submission submission,
      InspectionDetails manifest,
      Refusal refusal,
      InspectionBuilder builder) {
    String sourceHash = digestsOf(submission, builder);
    return refused(submission, hash(sourceHash), sourceHash, manifest, refusal, builder);
  }

  /**
   * What of an extract is of no inspection.
   *
   * @param strangers the rows of institutions that nobody knows, in words
   */
  public Filled unrouted(Submission extract, String sourceHash, String strangers, Taken taken) {
    Refusal unknown =
        strangers.isEmpty()
            ? null
            : new Refusal(RejectRule.UNKNOWN_TRUST, extract.name(), strangers);
    return new Filled(
        reading(extract, hash(sourceHash), sourceHash, Status.UNROUTED, null, unknown, taken),
        null);
  }

  /** What cannot be read any more, or was never allowed to be, refuses its submission alone. */
  public static Refusal refusal(Submission submission, Exception e) {
    if (e instanceof Refusal refusal) {
      return refusal;
    }
    String name =
        submission.files().stream()
            .filter(file -> e instanceof FileSystemException f && file.path().equals(f.getFile()))
            .map(SentFile::name)
            .findFirst()
            .orElse(submission.name());
    return new Refusal(
        RejectRule.UNREADABLE_FILE,
        name,
        "it cannot be read: see that it is still there and may be read, and send it again");
  }

  /** Digests every file, whether or not it was read before the submission was refused. */
  private static String digestsOf(Submission submission, InspectionBuilder builder) {
    List<FileAccount> digests = ContentHashes.digests(submission);
    for (int file = 0; file < digests.size(); file++) {
      builder.digest(file, digests.get(file).sha256());
    }
    return ContentHashes.sourceHash(submission, digests);
  }

  /** Fails where too much was rejected, or nothing accepted. */
  public void check(Submission submission, InspectionBuilder builder, Taken taken) throws Refusal {
    long accepted = taken.files().stream().mapToLong(FileAccount::accepted).sum();
    checkTolerance(
        submission.name(), builder.accounts().cellsRead(), builder.accounts().cellsRejected());
    if (accepted == 0) {
      throw new Refusal(
          RejectRule.NOTHING_ACCEPTED,
          submission.name(),
          builder
              .terms()
              .text("no judgement in it could be accepted: send its {cases} and judgements"));
    }
  }

  /** Fails where more cells were rejected than may be. */
  public void checkTolerance(String name, long read, long rejected) throws Refusal {
    if (rejected > tolerance * read) {
      throw new Refusal(
          RejectRule.TOO_MANY_REJECTS,
          name,
          "%d of %s %s rejected, more than the tolerance of %s %%: mend the rows listed as rejects and send it again"
              .formatted(
                  rejected,
                  Counted.of(read, "judgement"),
                  Counted.word(rejected, "was", "were"),
                  percent(tolerance)));
    }
  }

  private static String percent(double share) {
    return new BigDecimal(Double.toString(share))
        .movePointRight(2)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** The same under a hash of its own. */
  public static Filled accepted(
      Submission submission,
      String hash,
      String sourceHash,
      InspectionDetails manifest,
      Taken taken) {
    return new Filled(
        reading(submission, hash, sourceHash, Status.ACCEPTED, manifest, null, taken),
        taken.matrix());
  }

  /** The same under a hash of its own. */
  public static Filled refused(
      Submission submission,
      String hash,
      String sourceHash,
      InspectionDetails manifest,
      Refusal refusal,
      InspectionBuilder builder) {
    List<FileAccount> files = builder.accounts().countsWhenRefused();
    List<Reject> rejects = new ArrayList<>(builder.accounts().rejects());
    long listed = rejects.stream().mapToLong(Reject::cells).sum();
    long rejected = files.stream().mapToLong(FileAccount::rejected).sum();
    rejects.add(
        new Reject(
            refusal.file(), 0, refusal.rule().id(), refusal.getMessage(), rejected - listed));
    rejects.sort(null);
    return new Filled(
        reading(
            submission,
            hash,
            sourceHash,
            Status.REFUSED,
            manifest,
            refusal,
            new Taken(null, files, rejects)),
        null);
  }

  /**
   * A submission refused before any of its rows is read. Its hash is not that of the same files
   * read, so that what was accepted of them before stays.
   */
  public static ReadOutcome refusedUnread(Submission submission, Refusal refusal) {
    List<FileAccount> files = ContentHashes.digests(submission);
    String sourceHash = ContentHashes.sourceHash(submission, files);
    return reading(
        submission,
        ContentHashes.combined(List.of(sourceHash, refusal.rule().id())),
        sourceHash,
        Status.REFUSED,
        null,
        refusal,
        new Taken(
            null,
            files,
            List.of(new Reject(refusal.file(), 0, refusal.rule().id(), refusal.getMessage(), 0))));
  }

  private static ReadOutcome reading(
      Submission submission,
      String hash,
      String sourceHash,
      Status status,
      InspectionDetails manifest,
      Refusal refusal,
      Taken taken) {
    return new ReadOutcome(
        hash,
        submission.name(),
        sourceHash,
        submission.bytes(),
        status,
        manifest,
        refusal == null ? "" : refusal.rule().id(),
        refusal == null ? "" : refusal.file() + ": " + refusal.getMessage(),
        taken.files().stream().mapToLong(FileAccount::cases).sum(),
        status == Status.ACCEPTED ? ReaderCounts.of(taken.matrix()) : ReaderCounts.NOT_KNOWN,
        new ArrayList<>(taken.files()),
        new ArrayList<>(taken.rejects()));
  }
}
