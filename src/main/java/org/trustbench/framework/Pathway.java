package org.trustbench.framework;

import java.io.Serializable;
import java.util.List;

/**
 * Steps that should follow one another in a case. Of the cases that meet {@code when}, how many are
 * left after each step: not applicable passes a step; insufficient or not recorded leaves.
 */
public record Pathway(String id, String label, Condition when, List<Step> steps)
    implements Serializable {

  /** One step: the questions a case must not fail. */
  public record Step(String label, List<String> questions) implements Serializable {}

  /** The measure id of step {@code index}, counted from 1. */
  public String measureId(int index) {
    return "pathway-" + id + "-" + index;
  }
}
