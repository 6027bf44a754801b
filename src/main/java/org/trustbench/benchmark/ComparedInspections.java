package org.trustbench.benchmark;

import java.util.Comparator;
import java.util.List;
import org.trustbench.framework.Form;
import org.trustbench.framework.Framework;

/**
 * The inspections that are set beside one another: the latest of every institution, if it was made
 * by the version of the form in force, which is the latest that any was made by. Two versions do
 * not ask the same, so that a difference between institutions could be one between forms.
 */
final class ComparedInspections {
  private ComparedInspections() {}

  /** In the order of institutions' codes; refused where dates do not tell which is the latest. */
  static List<InspectionTallies> of(Framework framework, List<InspectionTallies> admitted) {
    String inForce = formInForce(framework, admitted);
    return LatestInspections.of(admitted, framework.terms()).stream()
        .filter(inspection -> inspection.formVersion().equals(inForce))
        .toList();
  }

  /** {@link Form#ONLY} where there is one form alone. */
  private static String formInForce(Framework framework, List<InspectionTallies> admitted) {
    List<String> versions = framework.forms().stream().map(Form::version).toList();
    return admitted.stream()
        .map(InspectionTallies::formVersion)
        .max(Comparator.comparing(versions::indexOf))
        .orElse(Form.ONLY);
  }
}
