package org.trustbench.feedback;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trustbench.feedback.InspectionProblems.Remark;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Framework;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.fill.ReadOutcome;
import org.trustbench.ingest.fill.ReadOutcome.Filled;
import org.trustbench.ingest.fill.ReadOutcome.Status;
import org.trustbench.ingest.fill.ReadOutcomes;
import org.trustbench.ingest.plan.DuplicateClaims;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.sent.Submission;
import org.trustbench.ingest.spread.SubmissionReader;

/**
 * Reads submissions as an ingest would, by the same code, and stores nothing: what there is to say
 * of each, for whoever sent it.
 */
public final class SubmissionCheck {
  /** Inspections that a share is held to, at least, and by how much it then stands out. */
  private static final int FEWEST_OTHERS = 3;

  private static final double FAR = 0.2;

  private static final String FAR_SHARE = "shares of not recorded far from the others'";

  private final Codebook codebook;
  private final double tolerance;

  /**
   * Makes a check.
   *
   * @param tolerance the share of judgements, 0 to 1, that may be rejected before a submission is
   *     refused
   */
  public SubmissionCheck(Framework framework, double tolerance) {
    this.codebook = Codebook.of(framework);
    this.tolerance = tolerance;
  }

  /** What there is to say of each inspection, in the order of what was sent. */
  public List<InspectionProblems> of(List<Submission> submissions) {
    Map<Submission, Refusal> disputed = DuplicateClaims.disputed(submissions, codebook.framework());
    SubmissionReader reader = new SubmissionReader(codebook, tolerance);
    List<InspectionProblems> problems = new ArrayList<>();
    Map<Integer, Double> shares = new LinkedHashMap<>();
    for (Submission submission : submissions) {
      List<Filled> read =
          disputed.containsKey(submission)
              ? List.of(
                  new Filled(
                      ReadOutcomes.refusedUnread(submission, disputed.get(submission)), null))
              : reader.read(submission);
      for (Filled filled : read) {
        if (isWorthSaying(filled.reading())) {
          if (filled.matrix() != null) {
            shares.put(
                problems.size(), UnlikelyValues.notRecorded(ofForm(filled), filled.matrix()));
          }
          problems.add(problems(submission, filled));
        }
      }
    }
    shares.forEach((at, share) -> compare(problems.get(at), share, others(shares, at)));
    return problems;
  }

  /** What of an extract is of no inspection is told where it has rows. */
  private static boolean isWorthSaying(ReadOutcome outcome) {
    return outcome.status() != Status.UNROUTED
        || !outcome.rejects().isEmpty()
        || outcome.files().stream().anyMatch(file -> file.outOfScope() > 0);
  }

  private Codebook ofForm(Filled filled) {
    return codebook.atForm(filled.reading().manifest().formVersion());
  }

  private InspectionProblems problems(Submission submission, Filled filled) {
    ReadOutcome outcome = filled.reading();
    List<Remark> remarks =
        filled.matrix() == null
            ? new ArrayList<>()
            : UnlikelyValues.of(
                ofForm(filled),
                filled.matrix(),
                submission.files().stream().map(SentFile::name).toList());
    return new InspectionProblems(
        outcome.source(),
        outcome.manifest() == null ? null : outcome.manifest().inspectionId(),
        title(outcome),
        state(outcome),
        outcome.status() == Status.ACCEPTED || outcome.reason().isEmpty(),
        outcome.reason(),
        InspectionProblems.counts(outcome, codebook.terms()),
        List.copyOf(outcome.rejects()),
        remarks);
  }

  private String title(ReadOutcome outcome) {
    if (outcome.status() == Status.UNROUTED) {
      return "%s: rows of no inspection".formatted(outcome.source());
    }
    return outcome.manifest() == null
        ? outcome.source()
        : "%s: %s"
            .formatted(
                outcome.manifest().inspectionId(),
                codebook.framework().trust(outcome.manifest().trustId()).name());
  }

  private static String state(ReadOutcome outcome) {
    return switch (outcome.status()) {
      case ACCEPTED -> "would be taken in";
      case REFUSED -> "would be refused";
      case UNROUTED -> "would be left out";
    };
  }

  private static List<Double> others(Map<Integer, Double> shares, int except) {
    return shares.entrySet().stream()
        .filter(entry -> entry.getKey() != except && !entry.getValue().isNaN())
        .map(Map.Entry::getValue)
        .sorted()
        .toList();
  }

  /** A share that is far from the middle one of the others is remarked on. */
  private static void compare(InspectionProblems problems, double share, List<Double> others) {
    if (others.size() < FEWEST_OTHERS || Double.isNaN(share)) {
      return;
    }
    double middle = (others.get((others.size() - 1) / 2) + others.get(others.size() / 2)) / 2;
    if (Math.abs(share - middle) > FAR) {
      problems
          .remarks()
          .add(
              new Remark(
                  FAR_SHARE,
                  "%.0f %%, where others have %.0f %%".formatted(100 * share, 100 * middle)));
    }
  }
}
