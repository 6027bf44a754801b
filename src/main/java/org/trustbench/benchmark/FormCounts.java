package org.trustbench.benchmark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trustbench.framework.FormComparison;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.tally.Counts;
import org.trustbench.tally.Tally;

/** Inspections by an earlier version of a form, as far as the present one asks the same. */
public final class FormCounts {
  private FormCounts() {}

  /**
   * Inspections with the counts of measures as the present version of the form names them; of what
   * the present version asks otherwise there are none.
   */
  public static List<InspectionTallies> onPresent(
      Framework framework, List<InspectionTallies> inspections) {
    if (framework.forms().isEmpty()) {
      return inspections;
    }
    FormComparison forms = new FormComparison(framework);
    return inspections.stream().map(one -> onPresent(framework, forms, one)).toList();
  }

  private static InspectionTallies onPresent(
      Framework framework, FormComparison forms, InspectionTallies inspection) {
    String version = inspection.formVersion();
    Map<String, Map<String, Counts>> counts = new HashMap<>();
    for (Measure measure : framework.measures()) {
      if (forms.isAsked(measure, framework.version())
          && forms.isAlike(measure, framework.version(), version)) {
        String then = forms.on(measure, version).id();
        counts.put(measure.id(), inspection.strata(then));
        counts.put(Tally.byDesign(measure.id()), inspection.designStrata(then));
      }
    }
    return inspection.with(
        inspection.caseload(), inspection.casesSampled(), inspection.cases(), counts);
  }
}
