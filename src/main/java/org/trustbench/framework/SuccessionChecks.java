package org.trustbench.framework;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds successors that are not there, come before their time, or lead back in a circle. */
final class SuccessionChecks {
  private final List<String> codes;
  private final Map<String, SucceededInstitution> successions;
  private final Mistakes mistakes;

  SuccessionChecks(Framework framework, Mistakes mistakes) {
    this.codes = framework.trusts().stream().map(Trust::code).toList();
    this.successions =
        framework.successions().stream()
            .collect(Collectors.toMap(SucceededInstitution::code, one -> one, (a, b) -> a));
    this.mistakes = mistakes;
  }

  void check() {
    successions.values().forEach(this::check);
  }

  private void check(SucceededInstitution one) {
    String place = TrustsCsv.place(one.code(), mistakes) + ": succeeded_by";
    mistakes.dangling(TrustsCsv.FILE, place, one.by(), codes, TrustsCsv.FILE);
    if (leadsTo(one, one.code(), new HashSet<>())) {
      mistakes.add(
          TrustsCsv.FILE,
          place,
          "it leads back to %s".formatted(one.code()),
          "leave it empty for the one that goes on: nobody takes the place of who came after");
      return;
    }
    for (String code : one.by()) {
      SucceededInstitution later = successions.get(code);
      if (later != null && !later.on().isAfter(one.on())) {
        mistakes.add(
            TrustsCsv.FILE,
            place,
            "%s took over on %s, and was itself succeeded on %s"
                .formatted(code, one.on(), later.on()),
            "correct succeeded_on of one of the two");
      }
    }
  }

  private boolean leadsTo(SucceededInstitution from, String code, Set<String> met) {
    for (String next : from.by()) {
      if (next.equals(code)) {
        return true;
      }
      SucceededInstitution further = successions.get(next);
      if (met.add(next) && further != null && leadsTo(further, code, met)) {
        return true;
      }
    }
    return false;
  }
}
