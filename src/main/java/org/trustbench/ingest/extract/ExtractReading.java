package org.trustbench.ingest.extract;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.trustbench.framework.Framework;
import org.trustbench.ingest.csv.CsvSlices;
import org.trustbench.ingest.extract.ExtractRouter.Came;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.file.SourceText;
import org.trustbench.ingest.fill.InspectionBuilder;
import org.trustbench.ingest.fill.MemoryBudget;
import org.trustbench.ingest.fill.ReadOutcome.Filled;
import org.trustbench.ingest.fill.ReadOutcomes;
import org.trustbench.ingest.format.InputFormats;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.rows.FileSlice;
import org.trustbench.ingest.rows.ReadOptions;
import org.trustbench.ingest.sent.ContentHashes;
import org.trustbench.ingest.sent.Submission;
import org.trustbench.matrix.FileAccount;
import org.trustbench.tasks.TaskRunner;
import org.trustbench.tasks.TaskRunner.Part;
import org.trustbench.tasks.TaskRunner.Shuffle;
import org.trustbench.tasks.TaskRunner.Split;

/**
 * Reads an extract in two steps: its slices, whose rows are packed up by institution, and then its
 * inspections, each where the rows of its institution were brought together. No task holds more
 * than a slice, or some of the inspections.
 */
public final class ExtractReading implements AutoCloseable {
  /** Bytes of the slices that large files are read in. */
  public static final long SLICE = 1L << 25;

  private static final long SMALL_BUCKET = 1L << 18;
  private static final long LARGE_BUCKET = 3L << 24;
  private static final int FEW_BUCKETS = 16;

  private final ExtractSource source;
  private final InspectionBuilder unrouted;
  private final UnknownInstitutions strangers = new UnknownInstitutions();

  /** Cells of each file that are of some inspection. */
  private final long[] routed;

  private Shuffle<Came> shuffle;
  private List<FileSlice> slices = List.of();
  private Refusal refusal;

  private ExtractReading(ExtractSource source) {
    this.source = source;
    this.routed = new long[source.extract().files().size()];
    this.unrouted =
        new InspectionBuilder(source.codebook(), source.extract().files(), new MemoryBudget());
  }

  /** Reads an extract, large files of it in slices. */
  public static ExtractReading of(
      Framework framework, double tolerance, Submission extract, TaskRunner runner) {
    return of(framework, tolerance, extract, SLICE, runner);
  }

  /**
   * The same with slices of a size. An extract that is refused is read once more in one, since a
   * slice can be cut where a line ends within quotation marks, which is no fault of the file's.
   *
   * @param bytes of a slice
   */
  public static ExtractReading of(
      Framework framework, double tolerance, Submission extract, long bytes, TaskRunner runner) {
    ExtractSource source = new ExtractSource(framework, tolerance, extract);
    ExtractReading reading = new ExtractReading(source);
    reading.read(bytes, runner);
    boolean isCut = !reading.slices.stream().allMatch(FileSlice::isWhole);
    if (reading.refusal != null && isCut) {
      reading.close();
      reading = new ExtractReading(source);
      reading.read(Long.MAX_VALUE, runner);
    }
    return reading;
  }

  private void read(long bytesOfSlice, TaskRunner runner) {
    Submission extract = source.extract();
    try {
      ExtractHeader.check(source, unrouted);
      slices =
          CsvSlices.of(
              extract.files(),
              InputFormats::isCutAtLines,
              file -> InputFormats.options(file, ReadOptions.of(source.layout())),
              bytesOfSlice,
              runner);
      List<FileTime> before = changed(extract);
      int buckets = buckets(extract.bytes());
      ExtractSource known = source;
      shuffle = runner.shuffle(slices, extract.bytes(), slice -> split(known, slice, buckets));
      account();
      checkUnchanged(before, changed(extract));
    } catch (Refusal | IOException e) {
      refusal = refusal == null ? ReadOutcomes.refusal(extract, e) : refusal;
    }
    for (int file = 0; refusal != null && file < routed.length; file++) {
      unrouted.read(file, routed[file]);
    }
  }

  /** When each file was changed last. */
  private static List<FileTime> changed(Submission extract) throws IOException {
    List<FileTime> times = new ArrayList<>();
    for (SentFile file : extract.files()) {
      times.add(file.changed());
    }
    return times;
  }

  /** What one task has digested another has read: both are to have met the same bytes. */
  private void checkUnchanged(List<FileTime> before, List<FileTime> after) throws Refusal {
    for (int file = 0; file < before.size(); file++) {
      if (!before.get(file).equals(after.get(file))) {
        throw SourceText.changed(source.extract().files().get(file));
      }
    }
  }

  private static int buckets(long bytes) {
    long few = Math.min(FEW_BUCKETS, 1 + bytes / SMALL_BUCKET);
    return (int) Math.max(few, bytes / LARGE_BUCKET);
  }

  private static Split<Came> split(ExtractSource source, FileSlice slice, int buckets) {
    List<Part> parts = new ArrayList<>();
    try {
      Came came =
          slice.isDigest()
              ? digest(slice)
              : new ExtractRouter(source.codebook(), source.layout(), buckets).read(slice, parts);
      return new Split<>(came, parts);
    } catch (IOException e) {
      Refusal refusal = ReadOutcomes.refusal(source.extract(), e);
      return new Split<>(
          new Came(slice.file(), refusal, new UnroutedRows(slice.file()), null), List.of());
    }
  }

  private static Came digest(FileSlice slice) throws IOException {
    UnroutedRows none = new UnroutedRows(slice.file());
    try (SourceText text = new SourceText(slice.sent())) {
      return new Came(slice.file(), null, none, text.sha256Hex());
    } catch (Refusal e) {
      return new Came(slice.file(), e, none, null);
    }
  }

  /** Counts what is of no inspection, down to the first slice that cannot be read. */
  private void account() {
    for (Came came : shuffle.came()) {
      if (came.sha256() != null) {
        unrouted.digest(came.file(), came.sha256());
      }
      if (refusal == null) {
        came.unrouted().addTo(unrouted, strangers);
        routed[came.file()] += came.unrouted().routed();
        refusal = came.refusal();
      }
    }
    if (refusal == null) {
      try {
        source
            .outcomes()
            .checkTolerance(
                source.extract().name(),
                unrouted.accounts().cellsRead() + Arrays.stream(routed).sum() - strangers.cells(),
                unrouted.accounts().cellsRejected() - strangers.cells());
      } catch (Refusal e) {
        refusal = e;
      }
    }
  }

  /** The refused extract, or what of it is of no inspection. */
  public Filled whole() {
    ReadOutcomes outcomes = source.outcomes();
    if (refusal != null) {
      return outcomes.refused(source.extract(), null, refusal, unrouted);
    }
    return outcomes.unrouted(
        source.extract(),
        sourceHash(),
        strangers.told(source.codebook().terms()),
        unrouted.finish());
  }

  private String sourceHash() {
    return ContentHashes.sourceHash(source.extract(), unrouted.accounts().counts());
  }

  /**
   * Puts the inspections together, some of them in each task; none where the extract is refused.
   *
   * @param task given the inspections of some institutions, in the order of their codes
   */
  public <R> List<R> inspections(TaskRunner.Task<List<Filled>, R> task) {
    if (refusal != null) {
      return List.of();
    }
    ExtractSource known = source;
    String hash = sourceHash();
    List<String> digests = unrouted.accounts().counts().stream().map(FileAccount::sha256).toList();
    return shuffle.join(parts -> task.of(filled(known, hash, digests, parts)));
  }

  private static List<Filled> filled(
      ExtractSource source, String sourceHash, List<String> digests, List<Serializable> parts) {
    ExtractInspections inspections = new ExtractInspections(source);
    // What is listed is of visits, which have to be known by then.
    parts.stream()
        .map(PackedRows.class::cast)
        .sorted(Comparator.comparing(rows -> !rows.isOfVisits()))
        .forEach(inspections::take);
    return inspections.all().stream().map(one -> one.filled(source, sourceHash, digests)).toList();
  }

  @Override
  public void close() {
    if (shuffle != null) {
      shuffle.close();
    }
  }
}
