package org.trustbench.benchmark;

import java.util.Comparator;
import java.util.List;
import org.trustbench.benchmark.Finding.Kind;
import org.trustbench.benchmark.Finding.Sureness;
import org.trustbench.framework.Topic;

/**
 * Findings on one topic that point the same way, to be told together.
 *
 * @param topic what they are about
 * @param findings the surest first, at least one
 * @param isOfMostOfTopic whether they rest on half of the topic's judgements or more, and so may be
 *     said of the topic as a whole
 * @param distance how far the whole topic lies from the others, in proportions: the mean difference
 *     of all its measures that have one; where none has, how far their scores lie from one half
 */
public record FindingStatement(
    Topic topic, List<Finding> findings, boolean isOfMostOfTopic, double distance) {
  /** Those that stand apart from the others first; of these the farthest from them. */
  static final Comparator<FindingStatement> FARTHEST_FIRST =
      Comparator.comparing((FindingStatement one) -> one.sureness() == Sureness.SCORE_ALONE)
          .thenComparing(statement -> -statement.distance())
          .thenComparing(statement -> statement.topic().id());

  public Kind kind() {
    return findings.get(0).kind();
  }

  /** That of its surest finding. */
  public Sureness sureness() {
    return findings.get(0).sureness();
  }
}
