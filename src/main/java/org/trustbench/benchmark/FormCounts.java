package org.trustbench.benchmark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trustbench.framework.FormComparison;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.tally.Counts;
import org.trustbench.tally.Tally;

/** Inspections by other versions of a form, as far as one of them asks the same. */
public final class FormCounts {
  private FormCounts() {}

  /**
   * Inspections with the counts of measures as a version of the form names them; of what that
   * version asks otherwise there are none.
   */
  public static List<InspectionTallies> on(
      Framework framework, String version, List<InspectionTallies> inspections) {
    if (framework.forms().isEmpty()) {
      return inspections;
    }
    FormComparison forms = new FormComparison(framework);
    return inspections.stream().map(one -> on(framework, version, forms, one)).toList();
  }

  private static InspectionTallies on(
      Framework framework, String version, FormComparison forms, InspectionTallies inspection) {
    String other = inspection.formVersion();
    Map<String, Map<String, Counts>> counts = new HashMap<>();
    for (Measure measure : framework.measures()) {
      if (forms.isAsked(measure, version) && forms.isAlike(measure, version, other)) {
        String then = forms.on(measure, other).id();
        counts.put(measure.id(), inspection.strata(then));
        counts.put(Tally.byDesign(measure.id()), inspection.designStrata(then));
      }
    }
    return inspection.with(
        inspection.caseload(), inspection.casesSampled(), inspection.cases(), counts);
  }
}
