package org.trustbench.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.trustbench.PipelineException;
import org.trustbench.feedback.CheckSummary;
import org.trustbench.feedback.InspectionProblems;
import org.trustbench.feedback.MarkedCopy;
import org.trustbench.feedback.SubmissionCheck;
import org.trustbench.framework.Framework;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.framework.Layout;
import org.trustbench.ingest.sent.ExtractSubmission;
import org.trustbench.ingest.sent.Landing;
import org.trustbench.ingest.sent.Submission;
import org.trustbench.jobs.stages.ProblemFiles;
import org.trustbench.message.FailureCause;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what an ingest would make of something before it is sent, and stores nothing. */
@Command(
    name = "check-submission",
    description = "Say what a run would reject of a submission, before it is sent; stores nothing.",
    footer = {
      "trustbench check-submission inspection-folder --framework iaow-2013 --to problems",
      "trustbench check-submission national.csv --layout national-wide --reject-tolerance 0.02"
    })
final class CheckSubmissionJob implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "PATH",
      description =
          "folder of an inspection, workbook of one, folder of such, or with --layout an extract")
  private Path path;

  @Option(
      names = "--framework",
      paramLabel = "ID|DIR",
      defaultValue = "iaow-2013",
      description = "the form it was filled in by; default: ${DEFAULT-VALUE}")
  private String framework;

  @Option(
      names = "--layout",
      paramLabel = "ID",
      description = "the framework's layout that describes the extract")
  private String layout;

  @Option(
      names = "--reject-tolerance",
      paramLabel = "SHARE",
      defaultValue = "0.05",
      description = "share of judgements, 0 to 1, that may be rejected; default: ${DEFAULT-VALUE}")
  private double tolerance;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      defaultValue = "problems",
      description = "folder for what is to be mended; default: ${DEFAULT-VALUE}")
  private Path to;

  @Override
  public Integer call() {
    if (!(tolerance >= 0 && tolerance <= 1)) {
      throw PipelineException.usage(
          "--reject-tolerance %s is not from 0 to 1".formatted(tolerance));
    }
    Framework read = FrameworkReader.read(framework);
    Layout described = layout == null ? null : read.layout(layout);
    List<Submission> sent = sent(read, described);
    List<InspectionProblems> problems = new SubmissionCheck(read, tolerance).of(sent);
    List<String> summary = CheckSummary.lines(read, problems);
    summary.forEach(System.out::println);
    try {
      write(read, described, sent, problems, summary);
    } catch (IOException e) {
      throw PipelineException.failed(
          "what is to be mended cannot be written to %s: %s".formatted(to, FailureCause.of(e)), e);
    }
    return problems.stream().allMatch(InspectionProblems::isTakenIn)
        ? Job.DONE
        : Job.DONE_WITH_REFUSALS;
  }

  private List<Submission> sent(Framework read, Layout described) {
    if (described != null) {
      return List.of(ExtractSubmission.of(List.of(path), described.id()));
    }
    boolean isFile = Files.isRegularFile(path);
    if (isFile && Landing.isWorkbook(path)) {
      return List.of(Landing.workbookAlone(path));
    }
    if (isFile) {
      throw PipelineException.usage(
          "%s is a file: name its layout with --layout, one of %s, or the folder that it lies in"
              .formatted(path, read.layouts().stream().map(Layout::id).toList()));
    }
    return Landing.submissions(path);
  }

  private void write(
      Framework read,
      Layout described,
      List<Submission> sent,
      List<InspectionProblems> problems,
      List<String> summary)
      throws IOException {
    List<Path> written = new ArrayList<>(ProblemFiles.write(to, read, problems, summary));
    for (Submission submission : sent) {
      written.addAll(
          MarkedCopy.write(
              submission,
              described,
              problems.stream()
                  .filter(one -> one.source().equals(submission.name()))
                  .flatMap(one -> one.rejects().stream())
                  .toList(),
              to));
    }
    System.out.println();
    written.forEach(file -> System.out.println("written: " + file));
  }
}
