package org.trustbench.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.trustbench.framework.Attribute;
import org.trustbench.framework.Framework;
import org.trustbench.support.TinyFramework;

/** Made-up cases of a framework that says how cases are sampled. */
class StratumSizesTest {
  private static final Framework DESIGN =
      TinyFramework.read(
          json ->
              json.replace(
                      "{ \"id\": \"town\", \"label\": \"Town\" }",
                      "{ \"id\": \"town\", \"label\": \"Town\" }, { \"id\": \"lessons\", \"label\":"
                          + " \"Lessons\" }")
                  .replace(
                      "\"case_mix\"",
                      "\"sample_design\": { \"strata\": \"risk\", \"population\": \"lessons\" },"
                          + " \"case_mix\""));

  private static int column(String id) {
    return DESIGN.attributes().stream().map(Attribute::id).toList().indexOf(id);
  }

  private static String said(SyntheticInspection inspection, int row, String attribute) {
    int column = column(attribute);
    return inspection.values(column).get(inspection.attribute(row, column));
  }

  private static List<SyntheticInspection> made() {
    return SyntheticProgramme.generate(DESIGN, SyntheticParameters.read(DESIGN, null), 3)
        .inspections()
        .toList();
  }

  @Test
  void the_strata_that_cases_were_drawn_of_make_up_the_caseload() {
    assertThat(made())
        .isNotEmpty()
        .allSatisfy(
            inspection -> {
              Map<String, Set<String>> sizes = new TreeMap<>();
              Map<String, Integer> sampled = new TreeMap<>();
              for (int row = 0; row < inspection.casesSampled(); row++) {
                String stratum = said(inspection, row, "risk");
                sampled.merge(stratum, 1, Integer::sum);
                sizes
                    .computeIfAbsent(stratum, risk -> new HashSet<>())
                    .add(said(inspection, row, "lessons"));
              }
              assertThat(sizes.values()).allMatch(size -> size.size() == 1);
              long all = 0;
              for (Map.Entry<String, Set<String>> stratum : sizes.entrySet()) {
                long size = Long.parseLong(stratum.getValue().iterator().next());
                assertThat(size).isGreaterThanOrEqualTo(sampled.get(stratum.getKey()));
                all += size;
              }
              assertThat(all).isEqualTo(inspection.trust().caseload());
            });
  }

  @Test
  void chances_of_being_sampled_differ_between_strata() {
    assertThat(made())
        .anySatisfy(
            inspection -> {
              Map<String, Double> weights = new TreeMap<>();
              for (int row = 0; row < inspection.casesSampled(); row++) {
                weights.merge(
                    said(inspection, row, "risk"),
                    1 / Double.parseDouble(said(inspection, row, "lessons")),
                    Double::sum);
              }
              List<Double> shares = List.copyOf(weights.values());
              assertThat(shares).hasSize(2);
              assertThat(Math.abs(Math.log(shares.get(0) / shares.get(1)))).isGreaterThan(.2);
            });
  }
}
