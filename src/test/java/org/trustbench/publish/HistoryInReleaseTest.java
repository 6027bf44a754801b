package org.trustbench.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.disclosure.Disclosure;
import org.trustbench.disclosure.DisclosureRules;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Framework;
import org.trustbench.publish.report.MethodPage;
import org.trustbench.publish.report.ReportPage;
import org.trustbench.summary.FindingTexts;

/** What report, workbook and findings say of an institution that was inspected again. */
class HistoryInReleaseTest {
  private static final String HEADING = "Change since the inspection before";

  private static ReleaseContent content(boolean isAgain) {
    Framework framework = Programmes.framework(Programmes.PROBATION);
    List<InspectionTallies> inspections =
        new ArrayList<>(Programmes.inspections(framework, 10, 4, 14, 16));
    if (isAgain) {
      inspections.add(
          Programmes.inspection(framework, SmallReleases.FIRST, "2", "ASP-2016-01", 2016, 19));
    }
    return Programmes.content(framework, inspections);
  }

  private static Map<String, String> files(ReleaseContent content) throws Exception {
    Map<String, String> files = new HashMap<>();
    ReportPage.all(content, "ASP", "programme", files::put);
    FindingDocuments.all(
        content,
        "ASP",
        new Release.ReportFiles() {
          @Override
          public void take(String path, String text) {
            files.put(path, text);
          }

          @Override
          public void take(String path, byte[] bytes) {}
        });
    return files;
  }

  @Test
  void the_page_of_an_institution_has_both_scores_with_a_verdict_and_a_chart() throws Exception {
    Map<String, String> files = files(content(true));

    assertThat(files.get("index.html"))
        .contains(HEADING, "id=\"history-chart\"", "Before: ASP-2014-01; latest: ASP-2016-01.")
        .containsPattern("of (\\d+) measures, \\1 improved, 0 declined")
        .contains("inspected more than once the latest inspection counts here");
    assertThat(files.get("charts/history-chart.json")).contains("▲", "improved", "before");
  }

  @Test
  void the_draft_says_what_improved_how_sure_that_is_and_what_of_it_may_be_regression()
      throws Exception {
    assertThat(files(content(true)).get("findings.md"))
        .contains("Since the inspection before (ASP-2014-01): improved in")
        .contains("from 50 % to 95 %", "allowance for how many measures")
        .contains("may be regression to the mean", "no trend");
  }

  @Test
  void where_nobody_was_inspected_twice_nothing_is_said_of_change() throws Exception {
    ReleaseContent once = content(false);
    Map<String, String> files = files(once);

    assertThat(files.get("index.html")).doesNotContain(HEADING, "history-chart", "\"history\"");
    assertThat(files.get("findings.md")).doesNotContain("Since the inspection before");
    assertThat(MethodPage.of(once)).doesNotContain(HEADING);
    assertThat(files).doesNotContainKey("charts/history-chart.json");
  }

  @Test
  void the_public_is_told_that_regression_is_not_allowed_for_and_no_p_value() throws Exception {
    ReleaseContent shown = Disclosure.forPublic(content(true), new DisclosureRules(10, 5));

    assertThat(MethodPage.of(shown)).contains(HEADING, "is not allowed for here");
    assertThat(FindingTexts.of(shown).of("ASP").orElseThrow().besides())
        .anyMatch(sentence -> sentence.startsWith("Since the inspection before (ASP-2014-01)"));
  }
}
