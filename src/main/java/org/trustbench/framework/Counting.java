package org.trustbench.framework;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** What a case adds to a measure: its judgements, or one outcome of the case as a whole. */
public sealed interface Counting extends Serializable {

  /** Every judgement counts, sufficient where its question says so. */
  record Judgements() implements Counting {}

  /**
   * Every judgement counts, sufficient where it is at or above a cut of a graded scale.
   *
   * @param sufficient the answers at or above the cut, by question
   */
  record Cut(Map<String, List<String>> sufficient) implements Counting {}

  /**
   * The points of every judgement are added up, for a mean grade: assessed counts judgements, and
   * sufficient their points, which may be several a judgement. No share follows from it.
   *
   * @param points by question and answer, from 0
   */
  record Points(Map<String, Map<String, Integer>> points) implements Counting {}

  /**
   * A case counts once where it passed every earlier step of its pathway, sufficient if it passes
   * this one too.
   *
   * @param earlier the questions of every earlier step, in order
   */
  record Step(List<String> earlier) implements Counting {}

  /**
   * A case counts once, sufficient if it is in one of some classes. It is in the first class whose
   * rule it meets, and in a last one if it meets none; not applicable where no rule is, and not
   * recorded where what is missing could change its class.
   *
   * @param classes the rules, the best class first; one rule where there is no more to tell than
   *     whether it is met
   * @param upTo the last class that is sufficient, counted from 0
   */
  record Composite(List<CaseRule> classes, int upTo) implements Counting {}
}
