package org.trustbench.framework;

import java.io.Serializable;
import java.util.List;

/** What a case adds to a measure: its judgements, or one outcome of the case as a whole. */
public sealed interface Counting extends Serializable {

  /** Every judgement counts, sufficient where its question says so. */
  record Judgements() implements Counting {}

  /**
   * A case counts once where it passed every earlier step of its pathway, sufficient if it passes
   * this one too.
   *
   * @param earlier the questions of every earlier step, in order
   */
  record Step(List<String> earlier) implements Counting {}
}
