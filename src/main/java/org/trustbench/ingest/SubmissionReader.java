package org.trustbench.ingest;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.trustbench.framework.Form;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Layout;
import org.trustbench.ingest.ExtractInspections.Routed;
import org.trustbench.ingest.Intake.Taken;
import org.trustbench.ingest.Reading.Filled;
import org.trustbench.ingest.Reading.Status;
import org.trustbench.ingest.Submission.SentFile;
import org.trustbench.tasks.TaskRunner;

/** Reads one submission into what came of it: plain Java, no Spark and no lake. */
final class SubmissionReader {
  /** The steps of an extract that is read without others. */
  private static final TaskRunner HERE = TaskRunner.here();

  private final Form form;
  private final double tolerance;
  private final String formHash;

  /**
   * Makes a reader.
   *
   * @param tolerance the share of cells, 0 to 1, that may be rejected before a submission is
   *     refused
   */
  SubmissionReader(Form form, double tolerance) {
    this.form = form;
    this.tolerance = tolerance;
    this.formHash = SentHashes.formHash(form.framework(), tolerance);
  }

  private String stored(String sourceHash) {
    return SentHashes.submissionHash(sourceHash, formHash);
  }

  /**
   * Reads a submission quickly, and once more, steadily, if it is refused: how far a file is read
   * before something in it is found that cannot be read depends on the pace.
   */
  List<Filled> read(Submission submission) {
    if (submission.isExtract()) {
      return extract(ExtractReading.of(form.framework(), tolerance, submission, HERE));
    }
    List<Filled> quick = read(submission, Pace.QUICK);
    boolean isRefused = quick.get(0).reading().status() == Status.REFUSED;
    return isRefused ? read(submission, Pace.STEADY) : quick;
  }

  List<Filled> read(Submission submission, Pace pace) {
    return submission.isExtract()
        ? extract(ExtractReading.at(form.framework(), tolerance, submission, pace, HERE))
        : List.of(folder(submission, pace));
  }

  private Filled folder(Submission submission, Pace pace) {
    Intake intake = new Intake(form, submission.files(), new Allowance());
    Manifest manifest = null;
    try {
      notePassedOver(submission, intake);
      if (submission.barred() != null) {
        throw new Refusal(Rule.UNREADABLE_FILE, submission.name(), submission.barred());
      }
      manifest = manifest(submission, intake);
      new FolderReader(form, submission, intake, pace).read();
      Taken taken = intake.finish();
      String hash = SentHashes.sourceHash(submission, taken.files());
      check(submission, intake, taken);
      return accepted(submission, stored(hash), hash, manifest, taken);
    } catch (Refusal | IOException e) {
      String hash = digestsOf(submission, intake);
      return refused(submission, stored(hash), hash, manifest, refusal(submission, e), intake);
    }
  }

  /** Names, with the first of what is read, what lies beside it. */
  private void notePassedOver(Submission submission, Intake intake) {
    if (!submission.files().isEmpty()) {
      QuotableNames quotable = new QuotableNames(form.words());
      List<String> names = submission.passedOver().stream().map(quotable::file).toList();
      SentFile beside = submission.file(Manifest.FILE).orElse(submission.files().get(0));
      intake.note(
          submission.files().indexOf(beside), 0, Rule.NAME_PASSED_OVER, SentNames.beside(names));
    }
  }

  /** What cannot be read any more, or was never allowed to be, refuses its submission alone. */
  static Refusal refusal(Submission submission, Exception e) {
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
        Rule.UNREADABLE_FILE,
        name,
        "it cannot be read: see that it is still there and may be read, and send it again");
  }

  /** Digests every file, whether or not it was read before the submission was refused. */
  private static String digestsOf(Submission submission, Intake intake) {
    List<FileCount> digests = SentHashes.digests(submission);
    for (int file = 0; file < digests.size(); file++) {
      intake.digest(file, digests.get(file).sha256());
    }
    return SentHashes.sourceHash(submission, digests);
  }

  private Manifest manifest(Submission submission, Intake intake) throws IOException, Refusal {
    SentFile file =
        submission
            .file(Manifest.FILE)
            .orElseThrow(
                () ->
                    new Refusal(
                        Rule.MISSING_FILE,
                        submission.name(),
                        "inspection.json is missing: add it beside the cases"));
    byte[] bytes = Manifest.bytes(file);
    int number = submission.files().indexOf(file);
    intake.digest(number, HexFormat.of().formatHex(SentText.sha256().digest(bytes)));
    ManifestFields fields = ManifestFields.read(file, bytes, form);
    intake.note(number, 1, Rule.NAME_PASSED_OVER, fields.passedOver());
    intake.note(number, 1, Rule.NAME_LACKING, SentNames.lacking("field", fields.lacking()));
    return Manifest.of(fields, form.framework(), form.register());
  }

  private static List<Filled> extract(ExtractReading opened) {
    try (ExtractReading reading = opened) {
      List<Filled> filled = new ArrayList<>(List.of(reading.whole()));
      reading.inspections(inspections -> inspections).stream()
          .flatMap(List::stream)
          .sorted(Comparator.comparing(one -> one.reading().manifest().trustId()))
          .forEach(filled::add);
      return filled;
    }
  }

  Filled refusedExtract(Submission extract, Refusal refusal, Intake unrouted) {
    String hash = digestsOf(extract, unrouted);
    return refused(extract, stored(hash), hash, null, refusal, unrouted);
  }

  /**
   * What of an extract is of no inspection.
   *
   * @param strangers the rows of institutions that nobody knows, in words
   */
  Filled unrouted(Submission extract, String sourceHash, String strangers, Taken taken) {
    Refusal unknown =
        strangers.isEmpty() ? null : new Refusal(Rule.UNKNOWN_TRUST, extract.name(), strangers);
    return new Filled(
        reading(extract, stored(sourceHash), sourceHash, Status.UNROUTED, null, unknown, taken),
        null);
  }

  /** An inspection of an extract. */
  Filled routed(Submission submission, Layout layout, String sourceHash, Routed route) {
    String inspectionId = layout.inspectionId().replace("{trust}", route.trust.code());
    Manifest manifest =
        new Manifest(
            inspectionId,
            route.trust.code(),
            route.trust.dimensions().get(Framework.TRANCHE),
            route.first,
            route.last,
            layout.published() == null ? null : java.time.LocalDate.parse(layout.published()),
            null,
            null,
            route.isSynthetic);
    String hash = SentHashes.submissionHash(sourceHash, formHash, layout.id(), inspectionId);
    Taken all = route.intake.finish();
    Taken taken =
        new Taken(
            all.matrix(),
            all.files().stream().filter(file -> file.read() > 0).toList(),
            all.rejects());
    try {
      if (route.refusal != null) {
        throw route.refusal;
      }
      check(submission, route.intake, taken);
      return accepted(submission, hash, sourceHash, manifest, taken);
    } catch (Refusal whole) {
      Refusal refusal =
          new Refusal(
              whole.rule(),
              whole.file(),
              "%s (%s): %s".formatted(route.trust.name(), inspectionId, whole.getMessage()));
      return refused(submission, hash, sourceHash, manifest, refusal, route.intake);
    }
  }

  private void check(Submission submission, Intake intake, Taken taken) throws Refusal {
    long accepted = taken.files().stream().mapToLong(FileCount::accepted).sum();
    checkTolerance(submission.name(), intake.cellsRead(), intake.cellsRejected());
    if (accepted == 0) {
      throw new Refusal(
          Rule.NOTHING_ACCEPTED,
          submission.name(),
          "no judgement in it could be accepted: send its cases and judgements");
    }
  }

  void checkTolerance(String name, long read, long rejected) throws Refusal {
    if (rejected > tolerance * read) {
      throw new Refusal(
          Rule.TOO_MANY_REJECTS,
          name,
          "%d of %d judgements were rejected, more than the tolerance of %s %%: mend the rows listed as rejects and send it again"
              .formatted(rejected, read, percent(tolerance)));
    }
  }

  private static String percent(double share) {
    return new java.math.BigDecimal(Double.toString(share))
        .movePointRight(2)
        .stripTrailingZeros()
        .toPlainString();
  }

  private static Filled accepted(
      Submission submission, String hash, String sourceHash, Manifest manifest, Taken taken) {
    return new Filled(
        reading(submission, hash, sourceHash, Status.ACCEPTED, manifest, null, taken),
        taken.matrix());
  }

  private static Filled refused(
      Submission submission,
      String hash,
      String sourceHash,
      Manifest manifest,
      Refusal refusal,
      Intake intake) {
    List<FileCount> files = intake.countsWhenRefused();
    List<Reject> rejects = new ArrayList<>(intake.rejectRows());
    long listed = rejects.stream().mapToLong(Reject::cells).sum();
    long rejected = files.stream().mapToLong(FileCount::rejected).sum();
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
  static Reading refused(Submission submission, Manifest manifest, Refusal refusal) {
    List<FileCount> files = SentHashes.digests(submission);
    String sourceHash = SentHashes.sourceHash(submission, files);
    return reading(
        submission,
        SentHashes.combined(List.of(sourceHash, refusal.rule().id())),
        sourceHash,
        Status.REFUSED,
        manifest,
        refusal,
        new Taken(
            null,
            files,
            List.of(new Reject(refusal.file(), 0, refusal.rule().id(), refusal.getMessage(), 0))));
  }

  private static Reading reading(
      Submission submission,
      String hash,
      String sourceHash,
      Status status,
      Manifest manifest,
      Refusal refusal,
      Taken taken) {
    return new Reading(
        hash,
        submission.name(),
        sourceHash,
        submission.bytes(),
        status,
        manifest,
        refusal == null ? "" : refusal.rule().id(),
        refusal == null ? "" : refusal.file() + ": " + refusal.getMessage(),
        taken.files().stream().mapToLong(FileCount::cases).sum(),
        new ArrayList<>(taken.files()),
        new ArrayList<>(taken.rejects()));
  }
}
