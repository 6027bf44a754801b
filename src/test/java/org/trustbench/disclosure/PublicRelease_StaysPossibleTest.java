package org.trustbench.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.disclosure.adversary.PublishedTables;
import org.trustbench.disclosure.adversary.SmallProgrammes;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Framework;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.JudgementMatrix;

/** What disclosure control does not prevent, and the README therefore says stays possible. */
class PublicRelease_StaysPossibleTest {
  @TempDir Path folder;
  private Framework framework;

  @BeforeEach
  void one_section_of_two_questions() throws IOException {
    Files.writeString(
        folder.resolve("framework.json"),
        """
        { "id": "pair", "version": "1", "title": "Pair", "description": "Two questions.",
          "programme": "All", "evidence": ["case"], "answers": [{ "code": "yes" }, { "code": "no" },
            { "code": "nr", "means": "not_recorded" }],
          "themes": [{ "id": "A", "title": "A", "sections": [{ "id": "A1", "title": "A1" }] }],
          "comparators": [{ "id": "programme", "label": "All" }],
          "vocabulary": [{ "word": "most", "above": 50 }, { "word": "few", "at_least": 0 }] }
        """);
    Files.writeString(
        folder.resolve("questions.csv"),
        """
        id,label,text,sections,answers,sufficient,evidence
        one,One,One?,A1,yes|no,yes,case
        two,Two,Two?,A1,yes|no,yes,case
        """);
    Files.writeString(folder.resolve("trusts.csv"), "code,name,aliases\nHILL,Hill,\n");
    framework = FrameworkReader.read(folder.toString());
  }

  /** The first question was judged in the first of so many cases, the second in the last. */
  private List<InspectionTallies> inspected(int cases, int y1, int n1, int y2, int n2) {
    Codebook codebook = new Codebook(framework);
    JudgementMatrix matrix = new JudgementMatrix(2);
    for (int c = 0; c < cases; c++) {
      matrix.addCase(new CaseRow("C" + c, "case", List.of(), 0, c + 2));
      if (c < n1) {
        matrix.place(c, 0, codebook.answer(c < y1 ? "yes" : "no"), 0, c + 2);
      }
      if (cases - 1 - c < n2) {
        matrix.place(c, 1, codebook.answer(cases - 1 - c < y2 ? "yes" : "no"), 0, c + 2);
      }
    }
    return SmallProgrammes.inspected(framework, List.of(matrix));
  }

  private List<String> withheld(int y1, int n1) {
    return Disclosure.disclosed(
            PublicReleases.internal(framework, inspected(40, y1, n1, 35 - y1, 60 - n1)),
            DisclosureRules.STANDARD)
        .suppressed()
        .get(0)
        .withheld();
  }

  /**
   * On the first question all of thirty were sufficient, on the second five of thirty; shown are
   * both together, 35 of 60 in 40 cases. By these numbers neither need be all alike. But a figure
   * is withheld only for a reason, so whoever works the rule through every possibility knows that
   * one is, though not which.
   */
  @Test
  void whoever_knows_the_rule_learns_that_one_of_two_figures_withheld_is_all_alike() {
    List<String> seen = withheld(30, 30);
    assertThat(seen).containsExactly("question-one", "question-two");
    List<String> alike = new ArrayList<>();
    int byNumbersAlone = 0;
    for (int n1 = 20; n1 <= 40; n1++) {
      int n2 = 60 - n1;
      for (int y1 = Math.max(0, 35 - n2); y1 <= Math.min(n1, 35); y1++) {
        byNumbersAlone++;
        if (withheld(y1, n1).equals(seen)) {
          boolean isFirst = y1 == 0 || y1 == n1;
          boolean isSecond = y1 == 35 || 35 - y1 == n2;
          alike.add(isFirst ? "first" : isSecond ? "second" : "neither");
        }
      }
    }
    assertThat(byNumbersAlone).isGreaterThan(500);
    assertThat(alike).contains("first", "second").doesNotContain("neither");
  }

  /** One case more, on which the work was sufficient or not: the shown score tells which. */
  @Test
  void what_two_releases_show_of_one_case_more_differs_by_that_case() {
    assertThat(score(40, 20)).isEqualTo("50");
    assertThat(score(41, 21)).isEqualTo("51");
    assertThat(score(41, 20)).isEqualTo("49");
  }

  private String score(int cases, int sufficient) {
    PublishedTables release =
        PublicReleases.of(
            framework,
            inspected(cases, sufficient, cases, sufficient, cases),
            DisclosureRules.STANDARD);
    return release.table("scores").stream()
        .filter(row -> row.get("measure_id").equals("question-one"))
        .map(row -> row.get("score_percent"))
        .findFirst()
        .orElseThrow();
  }
}
