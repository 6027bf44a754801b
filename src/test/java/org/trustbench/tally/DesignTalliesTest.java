package org.trustbench.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.trustbench.framework.Codebook;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.support.TinyFramework;

/** Tallies by strata of the sample: lessons by their risk, of so many in the school. */
class DesignTalliesTest {
  private static final Codebook CODEBOOK =
      TinyFramework.codebook(
          json ->
              json.replace(
                      "{ \"id\": \"town\", \"label\": \"Town\" }",
                      "{ \"id\": \"town\", \"label\": \"Town\" },"
                          + " { \"id\": \"lessons\", \"label\": \"Lessons\" }")
                  .replace(
                      "\"case_mix\"",
                      "\"sample_design\": { \"strata\": \"risk\", \"population\": \"lessons\" },"
                          + " \"case_mix\""),
          List.of());

  /** A case is a line: evidence, stage, risk and size of its stratum, then question=answer. */
  private static Map<String, Map<String, Counts>> byDesign(String cases) {
    JudgementMatrix matrix = new JudgementMatrix(CODEBOOK.framework().questions().size());
    for (String line : cases.strip().lines().toList()) {
      String[] words = line.strip().split(" +");
      List<String> attributes =
          Arrays.asList(
              words[1],
              words[2].equals("-") ? null : words[2],
              null,
              words[3].equals("-") ? null : words[3]);
      int c = matrix.addCase(new CaseRow("C" + matrix.cases().size(), words[0], attributes, 0, 1));
      for (String word : Arrays.asList(words).subList(4, words.length)) {
        String[] given = word.split("=", -1);
        matrix.place(c, CODEBOOK.question(given[0]), CODEBOOK.answer(given[1]), 0, 1);
      }
    }
    Map<String, Map<String, Counts>> found = new TreeMap<>();
    for (Tally tally : new Tallier(CODEBOOK).tally("HILL-1", matrix)) {
      if (tally.measureId().startsWith("design:")) {
        found
            .computeIfAbsent(tally.measureId(), id -> new TreeMap<>())
            .put(tally.stratum(), tally.counts());
      }
    }
    return found;
  }

  @Test
  void a_measure_is_counted_by_stratum_and_its_size() {
    Map<String, Map<String, Counts>> found =
        byDesign(
            """
            lesson early high 60   plan=yes pace=no
            lesson late  high 60   plan=no
            lesson early low  480. plan=yes
            lesson early low  many plan=no
            lesson early -    -    plan=na
            """);

    assertThat(found.get("design:question-plan"))
        .containsOnly(
            Map.entry("high=60", new Counts(2, 2, 1, 2, 0, 0, 1, 1, 2)),
            Map.entry("low=480", new Counts(1, 1, 1, 1, 0, 0, 1, 1, 1)),
            Map.entry("low=?", new Counts(1, 1, 0, 1, 0, 0, 0, 0, 1)),
            Map.entry("=?", new Counts(1, 0, 0, 0, 1, 0, 0, 0, 0)));
    assertThat(found.get("design:question-pace").get("high=60"))
        .isEqualTo(new Counts(2, 1, 0, 1, 0, 1, 0, 0, 1));
    assertThat(found.get("design:safe-late")).containsOnlyKeys("high=60");
  }

  @Test
  void interviews_and_steps_of_pathways_are_no_measures_of_the_sample() {
    Map<String, Map<String, Counts>> found =
        byDesign(
            """
            lesson    late high 60 plan=yes pace=yes safe=1
            interview late high 60 talk=yes
            """);

    assertThat(found)
        .containsOnlyKeys(
            "design:overall",
            "design:theme-A",
            "design:theme-B",
            "design:section-A1",
            "design:section-A2",
            "design:section-B1",
            "design:safe-late",
            "design:question-plan",
            "design:question-pace",
            "design:question-marked",
            "design:question-safe");
    assertThat(found.get("design:overall").get("high=60").casesInScope()).isEqualTo(1);
  }
}
