package org.trustbench.disclosure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.trustbench.message.Counted;
import org.trustbench.submission.SubmissionStatus;

/**
 * How many judgements were inferred and not sent: where an extract lists only what was
 * insufficient, everything else that was judged was sufficient.
 *
 * @param stated judgements that were stated; null where that is not told
 * @param following judgements that follow; null where that is not told
 */
public record InferredJudgements(Long stated, Long following) {
  /** The rule under which the account tells of a file whose judgements follow. */
  private static final String RULE = "name-not-listed";

  /** What there is of it in what counts; null where every judgement is stated. */
  static InferredJudgements of(List<FileCoverage> coverage, List<RejectedRow> told) {
    Set<List<String>> files = new HashSet<>();
    told.stream()
        .filter(one -> one.rule().equals(RULE) && one.status() == SubmissionStatus.ACCEPTED)
        .forEach(one -> files.add(List.of(one.inspectionId(), one.file())));
    if (files.isEmpty()) {
      return null;
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
    return new InferredJudgements(stated, following);
  }

  /** The same for the public, who are told that it is so and not of how many. */
  InferredJudgements withoutCounts() {
    return new InferredJudgements(null, null);
  }

  /** It in words. */
  public String sentence() {
    String rule =
        "where only what was insufficient is listed, what was judged on a visit and is not listed"
            + " counts as sufficient";
    return stated == null
        ? "Not every judgement was stated: %s.".formatted(rule)
        : "Of %s %s stated and %s not: %s."
            .formatted(
                Counted.of(stated + following, "judgement"),
                Counted.of(stated, "was", "were"),
                Counted.of(following, "was", "were"),
                rule);
  }
}
