package org.trustbench.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trustbench.framework.Form;
import org.trustbench.framework.Framework;
import org.trustbench.framework.SucceededInstitution;

/**
 * The inspections that are set beside one another: the latest of every institution, if it was made
 * by the version of the form in force, which is the latest that any was made by. Two versions do
 * not ask the same, so that a difference between institutions could be one between forms. An
 * institution that others succeeded gives way to them once one of them has been inspected.
 */
final class ComparedInspections {
  private ComparedInspections() {}

  /** In the order of institutions' codes; refused where dates do not tell which is the latest. */
  static List<InspectionTallies> of(Framework framework, List<InspectionTallies> admitted) {
    String inForce = formInForce(framework, admitted);
    Set<String> gone = gone(framework, admitted);
    return LatestInspections.of(admitted, framework.terms()).stream()
        .filter(inspection -> inspection.formVersion().equals(inForce))
        .filter(inspection -> !gone.contains(inspection.trust().code()))
        .toList();
  }

  /** Institutions that are no more, a successor of which has been inspected. */
  private static Set<String> gone(Framework framework, List<InspectionTallies> admitted) {
    Map<String, SucceededInstitution> successions =
        framework.successions().stream()
            .collect(Collectors.toMap(SucceededInstitution::code, Function.identity()));
    Map<String, List<InspectionTallies>> byTrust =
        successions.isEmpty()
            ? Map.of()
            : admitted.stream().collect(Collectors.groupingBy(one -> one.trust().code()));
    return successions.values().stream()
        .filter(one -> isFollowed(one, successions, byTrust))
        .map(SucceededInstitution::code)
        .collect(Collectors.toSet());
  }

  private static boolean isFollowed(
      SucceededInstitution one,
      Map<String, SucceededInstitution> successions,
      Map<String, List<InspectionTallies>> byTrust) {
    return one.by().stream()
        .anyMatch(
            code ->
                byTrust.getOrDefault(code, List.of()).stream()
                        .anyMatch(later -> later.day() == null || one.isOver(later.day()))
                    || successions.containsKey(code)
                        && isFollowed(successions.get(code), successions, byTrust));
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
