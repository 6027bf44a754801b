package org.trustbench.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What people come to the page for, answered from it alone in a few steps: a step is a click, a
 * choice in a list, or words typed into the search.
 */
@ExtendWith(SharedChromium.class)
class TenQuestionsTest {
  private static final int MOST_STEPS = 4;
  private static final String HOME_VISITS = "cp-initial-home-visit-child-protection";

  private static OpenedPage page;
  private static Figures figures;
  private int steps;

  @BeforeAll
  static void open() {
    figures = Figures.of(Releases.focused());
    page = OpenedPage.at(Releases.focused().resolve("index.html"), OpenedPage.DESK);
  }

  @AfterAll
  static void close() {
    page.close();
  }

  @BeforeEach
  void begin() {
    page.evaluate("location.hash = 'trust=NSP&comparator=tranche&measure=overall'");
    page.page().waitForFunction("document.getElementById('choose-measure').value === 'overall'");
  }

  @AfterEach
  void in_a_few_steps() {
    assertThat(steps).isLessThanOrEqualTo(MOST_STEPS);
  }

  private void find(String words, String label) {
    steps += 2;
    page.page().fill("#find", words);
    page.page().click("#find-list button:has-text(\"" + label + "\")");
  }

  private void choose(String list, String value) {
    steps++;
    page.page().selectOption("#choose-" + list, value);
  }

  private void click(String selector) {
    steps++;
    page.page().click(selector);
  }

  private static String read(String id) {
    return page.page().innerText("#" + id).replace('\u00a0', ' ');
  }

  private static Map<String, String> measured(String words) {
    return figures.scores().stream()
        .filter(row -> row.get("trust_id").equals("NSP") && row.get("measure_label").equals(words))
        .findFirst()
        .orElseThrow();
  }

  private static String label(String measure) {
    return figures.score(figures.of("NSP", "tranche", measure)).get("measure_label");
  }

  /** {@code 41 % (30–52)}. */
  private static String percent(Map<String, String> score) {
    return Figures.scoreWords(score).replaceFirst("^(\\d+)", "$1 %");
  }

  @Test
  void is_one_trust_worse_than_another_at_home_visits_and_how_sure_is_that() {
    String label = label(HOME_VISITS);
    find("home visit child protection", label);
    choose("beside", "KNT");
    assertThat(read("chosen-figure"))
        .contains("Norfolk and Suffolk Probation Trust " + percent(measured(label)))
        .contains("Kent Probation")
        .containsPattern("Difference −\\d+ \\(−\\d+ to [−+]?\\d+\\) points: (lower|similar)");
  }

  /** Each statement leads to its chart, whose measure the table has with the same figure. */
  @Test
  void what_was_done_well_and_on_what_base() {
    String done = "#findings-text .halves > div:first-child";
    assertThat(page.page().innerText(done + " h3")).isEqualTo("What was done well");
    String first = page.page().innerText(done + " li:first-child").replace('\u00a0', ' ');
    click(done + " li:first-child a");
    String id = page.evaluate("document.getElementById('choose-measure').value").toString();
    assertThat(id).isNotEqualTo("overall");
    Map<String, String> row = figures.of("NSP", "tranche", id);
    Map<String, String> score = figures.score(row);
    assertThat(first)
        .contains(
            "In %s %% of the %s "
                .formatted(Figures.whole(score.get("score_percent")), score.get("assessed")),
            "it was %s %%".formatted(Figures.whole(row.get("benchmark_percent"))));
  }

  @Test
  void which_is_a_trust_s_lowest_score_of_all_and_on_what_does_it_rest() {
    Map<String, String> lowest =
        figures.scores().stream()
            .filter(row -> row.get("trust_id").equals("NSP") && !row.get("score_percent").isEmpty())
            .min(Comparator.comparing(row -> Double.valueOf(row.get("score_percent"))))
            .orElseThrow();
    click("#every-summary");
    click("#every-table thead button:has-text('Score')");
    PageTable table =
        PageTable.titled(
            PageTable.all(page),
            "Every measure: Norfolk and Suffolk Probation Trust against Tranche 2");
    assertThat(table.column("Score").get(0)).isEqualTo(Figures.scoreWords(lowest));
    assertThat(table.column("Cases").get(0)).isEqualTo(lowest.get("cases_assessed"));
    assertThat(table.column("Judgements").get(0)).isEqualTo(lowest.get("assessed"));
    click("#every-summary");
  }

  @Test
  void when_was_a_trust_inspected_and_how_many_cases_out_of_what_caseload() {
    assertThat(read("inspected"))
        .contains("9 December 2013", "20 December 2013", "4 March 2014")
        .contains("120 cases were chosen from a caseload of 5,900");
  }

  @Test
  void at_which_place_does_a_trust_stand_and_how_sure_is_that() {
    Map<String, String> overall = figures.of("NSP", "tranche", "overall");
    assertThat(read("key-figures"))
        .contains(overall.get("rank") + " of " + overall.get("ranked_trusts"))
        .contains("not ruled out: ");
  }

  @Test
  void which_trusts_differ_clearly_from_the_rest() {
    String label = label(HOME_VISITS);
    find("home visit child protection", label);
    choose("comparator", "programme");
    PageTable league = PageTable.titled(PageTable.all(page), label + ": England and Wales");
    assertThat(league.column("Against"))
        .isEqualTo(
            figures.league("NSP", "programme", HOME_VISITS).stream()
                .map(Figures::verdictWords)
                .toList())
        .anyMatch(verdict -> verdict.contains("99.8"));
  }

  @Test
  void how_did_a_trust_do_in_one_question_beside_the_others_together() {
    Map<String, String> row = figures.of("NSP", "tranche", "question-oversight_harm");
    find("oversight harm", label("question-oversight_harm"));
    assertThat(read("chosen-figure"))
        .contains(percent(figures.score(row)))
        .contains("others " + Figures.whole(row.get("benchmark_percent")) + " %")
        .contains(Figures.differenceWords(row))
        .contains(Figures.verdictWords(row));
  }

  @Test
  void could_its_difference_be_due_to_its_mix_of_cases() {
    Map<String, String> overall = figures.of("NSP", "tranche", "overall");
    PageTable table =
        PageTable.titled(
            PageTable.all(page), "Norfolk and Suffolk Probation Trust against Tranche 2");
    List<String> adjusted = table.column("Adjusted");
    assertThat(adjusted.get(0)).isEqualTo(Figures.whole(overall.get("adjusted_percent")));
    assertThat(table.column("Flag").get(0).contains("once adjusted"))
        .isEqualTo(overall.get("case_mix_changes_verdict").equals("true"));
  }
}
