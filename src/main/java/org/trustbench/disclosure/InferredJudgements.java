package org.trustbench.disclosure;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trustbench.message.Counted;
import org.trustbench.submission.SubmissionStatus;

/**
 * How many judgements were inferred and not sent: where an extract lists only what was
 * insufficient, everything else that was judged was sufficient.
 */
public sealed interface InferredJudgements {
  /** It in words. */
  String sentence();

  /**
   * It is told of how many judgements.
   *
   * @param stated judgements that were stated
   * @param following judgements that follow
   */
  record OfJudgements(long stated, long following) implements InferredJudgements {
    @Override
    public String sentence() {
      return "Of %s %s stated and %s not: %s."
          .formatted(
              Counted.of(stated + following, "judgement"),
              Counted.of(stated, "was", "were"),
              Counted.of(following, "was", "were"),
              rule());
    }
  }

  /** It is told that it is so, and not of how many. */
  record NotCounted() implements InferredJudgements {
    @Override
    public String sentence() {
      return "Not every judgement was stated: %s.".formatted(rule());
    }
  }

  /** What there is of it in what counts; empty where every judgement is stated. */
  static Optional<InferredJudgements> of(List<FileCoverage> coverage, List<RejectedRow> told) {
    // The rule under which the account tells of a file whose judgements follow.
    String rule = "name-not-listed";
    Set<List<String>> files = new HashSet<>();
    told.stream()
        .filter(one -> one.rule().equals(rule) && one.status() == SubmissionStatus.ACCEPTED)
        .forEach(one -> files.add(List.of(one.inspectionId(), one.file())));
    if (files.isEmpty()) {
      return Optional.empty();
    }
    long stated = 0;
    long following = 0;
    for (FileCoverage file : coverage) {
      if (file.status() == SubmissionStatus.ACCEPTED) {
        boolean isFollowing = files.contains(List.of(file.inspectionId(), file.file()));
        stated += isFollowing ? 0 : file.accepted();
        following += isFollowing ? file.accepted() : 0;
      }
    }
    return Optional.of(new OfJudgements(stated, following));
  }

  /** The same for the public, who are told that it is so and not of how many. */
  default InferredJudgements withoutCounts() {
    return new NotCounted();
  }

  private static String rule() {
    return "where only what was insufficient is listed, what was judged on a visit and is not"
        + " listed counts as sufficient";
  }
}
