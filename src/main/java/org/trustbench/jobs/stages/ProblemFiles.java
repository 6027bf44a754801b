package org.trustbench.jobs.stages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trustbench.feedback.CheckSummary;
import org.trustbench.feedback.InspectionProblems;
import org.trustbench.feedback.SubmissionCheck;
import org.trustbench.framework.Framework;
import org.trustbench.ingest.sent.Submission;
import org.trustbench.lake.table.SubmissionsTable;
import org.trustbench.publish.report.ProblemsPage;
import org.trustbench.submission.SubmissionStatus;

/**
 * Writes files for senders: for each submission that a run has not taken in, a page of what is to
 * be mended and a summary for a mail. They lie beside the releases, and are never for publication.
 */
public final class ProblemFiles {
  public static final String PAGE = "problems.html";
  public static final String SUMMARY = "summary.txt";

  /** What is larger is not read once more for a page. */
  private static final long LARGEST = 64_000_000;

  private static final String TO_MEND = "to-mend";

  private ProblemFiles() {}

  /** Writes both files into a folder, and gives them. */
  public static List<Path> write(
      Path folder, Framework framework, List<InspectionProblems> problems, List<String> summary)
      throws IOException {
    Files.createDirectories(folder);
    List<ProblemsPage.Part> parts = problems.stream().map(ProblemFiles::part).toList();
    return List.of(
        Files.writeString(folder.resolve(PAGE), ProblemsPage.of(framework, parts)),
        Files.write(folder.resolve(SUMMARY), summary, StandardCharsets.UTF_8));
  }

  /**
   * Writes them for all that was sent and not taken in, in place of those of earlier runs.
   *
   * @param rejects the folder of what was rejected
   * @param standing what stands in the lake
   * @return the pages
   */
  static List<Path> write(
      Path rejects,
      Framework framework,
      double tolerance,
      List<Submission> sent,
      List<SubmissionsTable.Row> standing)
      throws IOException {
    Path folder = rejects.resolve(TO_MEND);
    removeEarlier(folder);
    Map<String, List<SubmissionsTable.Row>> notTakenIn =
        standing.stream()
            .filter(ProblemFiles::isToMend)
            .collect(
                Collectors.groupingBy(
                    SubmissionsTable.Row::source, TreeMap::new, Collectors.toList()));
    List<Submission> again =
        sent.stream()
            .filter(one -> notTakenIn.containsKey(one.name()) && one.bytes() <= LARGEST)
            .toList();
    List<InspectionProblems> all = new SubmissionCheck(framework, tolerance).of(again);
    List<Path> pages = new ArrayList<>();
    for (Submission submission : again) {
      List<InspectionProblems> ofSubmission =
          all.stream().filter(one -> one.source().equals(submission.name())).toList();
      boolean isOne = ofSubmission.size() == 1;
      List<InspectionProblems> problems =
          ofSubmission.stream()
              .flatMap(one -> became(one, isOne, notTakenIn.get(submission.name())).stream())
              .toList();
      if (!problems.isEmpty()) {
        List<String> summary = CheckSummary.lines(framework, "not taken in", problems);
        pages.add(
            write(folder.resolve(folderName(submission)), framework, problems, summary).get(0));
      }
    }
    return pages;
  }

  /** One folder below, whatever the name of a table or a query holds. */
  private static String folderName(Submission submission) {
    return submission.name().replace('/', '-').replace('\\', '-');
  }

  private static boolean isToMend(SubmissionsTable.Row row) {
    return row.status() == SubmissionStatus.REFUSED
        || row.status() == SubmissionStatus.HELD
        || row.status() == SubmissionStatus.UNROUTED && !row.reason().isEmpty();
  }

  /**
   * What became of an inspection by the lake; empty where it is taken in.
   *
   * @param isOne whether nothing else was sent with it, so that whatever is said is said of it
   */
  private static Optional<InspectionProblems> became(
      InspectionProblems problems, boolean isOne, List<SubmissionsTable.Row> rows) {
    return rows.stream()
        .filter(
            row ->
                Objects.equals(problems.inspectionId(), row.inspectionId())
                    || isOne && problems.inspectionId() == null)
        .findFirst()
        .map(row -> problems.notTakenIn(state(row), row.reason()));
  }

  private static String state(SubmissionsTable.Row row) {
    return row.status() == SubmissionStatus.HELD
        ? "set aside"
        : row.status() == SubmissionStatus.REFUSED ? "refused" : "left out";
  }

  /** Removes what earlier runs have written, and nothing else. */
  private static void removeEarlier(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> folders = Files.list(folder)) {
      for (Path one : folders.filter(Files::isDirectory).toList()) {
        Files.deleteIfExists(one.resolve(PAGE));
        Files.deleteIfExists(one.resolve(SUMMARY));
        try {
          Files.delete(one);
        } catch (DirectoryNotEmptyException e) {
          // Somebody has put something else there.
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static ProblemsPage.Part part(InspectionProblems problems) {
    return new ProblemsPage.Part(
        problems.title(),
        problems.state(),
        problems.reason(),
        problems.counts(),
        problems.remarksByKind(),
        problems.rejects().stream()
            .map(
                row ->
                    new ProblemsPage.Row(
                        row.file(), row.line(), row.rule(), row.reason(), row.cells()))
            .toList());
  }
}
