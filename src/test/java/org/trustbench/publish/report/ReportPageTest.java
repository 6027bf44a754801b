package org.trustbench.publish.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.trustbench.benchmark.Choices;
import org.trustbench.benchmark.Inspected;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Framework;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.Rule;

class ReportPageTest {
  private final Framework framework = Programmes.framework(Programmes.PROBATION);
  private final String focus = framework.trusts().get(0).code();

  private String page() {
    return ReportPage.of(
        Programmes.content(framework, Programmes.inspections(framework, 4, 12, 15, 16, 18)),
        focus,
        "tranche");
  }

  @Test
  void a_name_that_is_markup_or_a_formula_is_shown_as_text() {
    Framework hostile =
        Programmes.renamed(
            framework, "<script>alert(1)</script>", "=HYPERLINK(\"x\")", "A & \"B\"");
    String page =
        ReportPage.of(
            Programmes.content(hostile, Programmes.inspections(hostile, 4, 12, 15, 16, 18)),
            focus,
            "tranche");
    assertThat(page)
        .doesNotContain("<script")
        .contains("<th scope=\"row\">&lt;script&gt;alert(1)&lt;/script&gt;")
        .contains("<title>&lt;script&gt;")
        .contains("=HYPERLINK(\"x\")")
        .contains("A &amp; \"B\"");
    assertThat(all("=\"[^\"]*HYPERLINK", page)).isEmpty();
  }

  @Test
  void the_rules_that_made_a_release_are_those_that_its_report_names() {
    Choices other =
        new Choices(
            Choices.POOLED,
            BenchmarkRule.MEAN_OF_OTHERS,
            Rule.SCORE_TEST,
            200,
            1,
            10,
            null,
            null,
            null,
            List.of(),
            true);
    String page =
        ReportPage.of(
            Programmes.content(
                framework, other, Programmes.inspections(framework, 4, 12, 15, 16), List.of()),
            framework.trusts().get(0).code(),
            "tranche");
    assertThat(page)
        .contains("<b>mean-of-others</b>", "<b>score-test</b>")
        .contains("Mean of others: the plain mean", "other trusts of Tranche 2 scored on average")
        .contains("share of the caseload that was sampled")
        .doesNotContain("<b>pooled-others</b>", "<b>difference</b>", ">Others<");
  }

  @Test
  void a_reason_that_quotes_markup_is_shown_as_text() {
    ReleaseContent.Rejected refusal =
        new ReleaseContent.Rejected(
            null,
            null,
            "x/<img src=y>",
            0,
            "unknown-trust",
            "trust \"<b onclick=z>\" is not in the register",
            0,
            "refused");
    String page =
        ReportPage.of(
            Programmes.content(
                framework,
                Choices.POOLED,
                Programmes.inspections(framework, 4, 12, 15, 16),
                List.of(refusal)),
            null,
            "tranche");
    assertThat(page)
        .contains("x/&lt;img src=y&gt;")
        .contains("&lt;b onclick=z&gt;")
        .doesNotContain("<img")
        .doesNotContain("<b onclick");
  }

  @Test
  void every_league_row_shows_its_rank_with_its_interval() {
    List<String> rows = new ArrayList<>();
    for (String table : all("(?s)<table id=\"league-[^>]*>.*?</table>", page())) {
      rows.addAll(all("(?s)<tr[^>]*>(?:(?!</tr>).)*<th scope=\"row\">.*?</tr>", table));
    }
    assertThat(rows).hasSizeGreaterThan(30);
    assertThat(rows).allMatch(row -> row.matches("(?s).*<span>\\d+</span> \\(\\d+–\\d+\\).*"));
  }

  @Test
  void the_page_says_for_whom_it_is_and_that_its_data_are_synthetic() {
    assertThat(page())
        .contains("Audience: internal: not for publication")
        .contains("Synthetic data: the judgements behind this page are invented.")
        .contains("(synthetic data)</title>");
  }

  @Test
  void nothing_is_asked_of_the_network_and_nothing_is_run() {
    String page = page();
    assertThat(all("(?i)\\b(src|srcset|href|action|data|poster)\\s*=\\s*\"(?!#)[^\"]*\"", page))
        .isEmpty();
    assertThat(all("(?i)<(script|link|iframe|object|embed|img|form)\\b", page)).isEmpty();
    assertThat(all("(?i)(url\\(|@import|https?:)", page)).isEmpty();
    assertThat(all("(?i)\\son[a-z]+\\s*=", page)).isEmpty();
  }

  @Test
  void headings_go_down_one_level_at_a_time() {
    int before = 0;
    List<String> headings = all("<h[1-6]", page());
    for (String heading : headings) {
      int level = heading.charAt(2) - '0';
      assertThat(level).isBetween(1, before + 1);
      before = level;
    }
    assertThat(headings).filteredOn("<h1"::equals).hasSize(1);
  }

  @Test
  void every_table_has_a_caption_and_every_heading_cell_a_scope() {
    String page = page();
    assertThat(all("<table\\b", page)).hasSameSizeAs(all("<caption\\b", page));
    assertThat(all("<th\\b(?![^>]*scope=)", page)).isEmpty();
    assertThat(page).contains("<html lang=\"en-GB\">").contains("class=\"skip\" href=\"#main\"");
  }

  @Test
  void ids_are_unique_and_every_reference_within_the_page_leads_somewhere() {
    String page = page();
    List<String> ids = groups(" id=\"([^\"]+)\"", page);
    assertThat(ids).doesNotHaveDuplicates();
    List<String> references = new ArrayList<>(groups("href=\"#([^\"]+)\"", page));
    groups("aria-labelledby=\"([^\"]+)\"", page)
        .forEach(labels -> references.addAll(List.of(labels.split(" ", -1))));
    assertThat(new HashSet<>(ids)).containsAll(references);
  }

  @Test
  void the_trust_in_focus_is_marked_by_words() {
    assertThat(page())
        .contains("<span class=\"in-focus\">in focus</span>")
        .contains("(in focus)</text>");
  }

  @Test
  void the_same_content_gives_the_same_page() {
    assertThat(page()).isEqualTo(page());
  }

  @Test
  void without_a_focus_the_page_has_leagues_and_no_benchmark() {
    String page =
        ReportPage.of(
            Programmes.content(framework, Programmes.inspections(framework, 4, 12, 15, 16)),
            null,
            "tranche");
    assertThat(page)
        .contains("No trust is in focus.")
        .contains("id=\"league-tranche-2\"")
        .doesNotContain("Measure by measure")
        .doesNotContain("in focus</span>")
        .doesNotContain("null");
  }

  @Test
  void a_focus_without_an_inspection_is_said_to_have_none() {
    String absent = framework.trusts().get(9).code();
    String page =
        ReportPage.of(
            Programmes.content(framework, Programmes.inspections(framework, 4, 12, 15, 16)),
            absent,
            "tranche");
    assertThat(page)
        .contains(framework.trusts().get(9).name() + " is in focus and has no inspection")
        .contains("id=\"league-tranche-2\"")
        .doesNotContain("Measure by measure");
  }

  @Test
  void a_focus_outside_every_group_is_compared_with_nobody() {
    List<Inspected> inspections = new ArrayList<>(Programmes.inspections(framework, 4, 12, 15, 16));
    inspections.add(Programmes.inspection(framework, 9, null, "alone", 10));
    String page =
        ReportPage.of(
            Programmes.content(framework, inspections),
            framework.trusts().get(9).code(),
            "tranche");
    assertThat(page)
        .contains("belongs to no group of the comparator")
        .doesNotContain("Measure by measure");
  }

  @Test
  void with_too_few_others_nothing_is_compared_and_no_verdict_is_given() {
    String page =
        ReportPage.of(
            Programmes.content(framework, Programmes.inspections(framework, 4, 12)),
            focus,
            "tranche");
    assertThat(page)
        .contains("It is not compared: a benchmark takes at least 3 other trusts with a score")
        .doesNotContain(">lower")
        .doesNotContain(">higher");
  }

  @Test
  void with_no_inspection_at_all_there_is_a_page_without_leagues() {
    assertThat(ReportPage.of(Programmes.content(framework, List.of()), focus, "tranche"))
        .contains("there is no league")
        .doesNotContain("<svg")
        .doesNotContain("Synthetic data: the judgements");
  }

  @Test
  void a_framework_without_measures_of_its_own_shows_its_questions() {
    Framework schools = Programmes.framework("ofsted-csc-2014");
    assertThat(schools.measureKinds()).isEmpty();
    String page =
        ReportPage.of(
            Programmes.content(schools, Programmes.inspections(schools, 4, 12, 15, 16, 18)),
            schools.trusts().get(0).code(),
            schools.comparators().get(0).id());
    assertThat(page).contains("id=\"measures-question\"").doesNotContainIgnoringCase("tranche");
  }

  @Test
  void scores_without_intervals_are_shown_and_not_drawn() {
    String page =
        ReportPage.of(
            Programmes.content(
                framework,
                Choices.MEAN_OF_QUESTIONS,
                Programmes.inspections(framework, 4, 12, 15, 16, 18),
                List.of()),
            focus,
            "tranche");
    assertThat(page)
        .contains("Scores: mean-of-questions; ranks and tiers: pooled")
        .doesNotContain("<svg");
  }

  @Test
  void of_a_trust_inspected_twice_the_page_names_both_inspections() {
    List<Inspected> inspections = new ArrayList<>(Programmes.inspections(framework, 4, 12, 15, 16));
    inspections.add(Programmes.inspection(framework, 0, "2", "earlier", 10));
    assertThat(ReportPage.of(Programmes.content(framework, inspections), focus, "tranche"))
        .containsPattern("was inspected 2 times \\([^)]*earlier[^)]*\\): the latest");
  }

  private static List<String> all(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(result -> result.group()).toList();
  }

  private static List<String> groups(String pattern, String text) {
    List<String> groups = new ArrayList<>();
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      groups.add(matcher.group(1));
    }
    return groups;
  }
}
