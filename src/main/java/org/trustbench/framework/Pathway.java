package org.trustbench.framework;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /** The same steps over the questions of a version of the form; empty where it lacks some. */
  Optional<Pathway> onForm(QuestionVersions form, String version) {
    List<Step> asked = new ArrayList<>();
    for (Step step : steps) {
      form.all(step.questions(), version)
          .ifPresent(questions -> asked.add(new Step(step.label(), questions)));
    }
    return asked.size() < steps.size()
        ? Optional.empty()
        : Optional.of(new Pathway(id, label, when, asked));
  }
}
