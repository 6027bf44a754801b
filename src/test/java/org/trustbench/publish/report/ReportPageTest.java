package org.trustbench.publish.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.trustbench.benchmark.AnalysisRules;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.disclosure.PublishedRevision;
import org.trustbench.disclosure.RejectedRow;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Trust;
import org.trustbench.publish.Programmes;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.VerdictRule;
import org.trustbench.submission.RevisionKind;
import org.trustbench.submission.SubmissionStatus;

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
    assertThat(shown(page))
        .doesNotContain("<script>alert")
        .contains("<th scope=\"row\">&lt;script&gt;alert(1)&lt;/script&gt;")
        .contains("<title>&lt;script&gt;")
        .contains("=HYPERLINK(\"x\")")
        .contains("A &amp; \"B\"");
    assertThat(all("=\"[^\"]*HYPERLINK", shown(page))).isEmpty();
    assertThat(data(page)).doesNotContain("<").contains("\\u003cscript\\u003ealert(1)");
  }

  @Test
  void the_rules_that_made_a_release_are_those_that_its_report_names() {
    AnalysisRules other =
        new AnalysisRules(
            AnalysisRules.POOLED,
            BenchmarkRule.MEAN_OF_OTHERS,
            VerdictRule.SCORE_TEST,
            10,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
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
    RejectedRow refusal =
        new RejectedRow(
            null,
            null,
            "x/<img src=y>",
            0,
            "unknown-trust",
            "trust \"<b onclick=z>\" is not in the register",
            0,
            SubmissionStatus.REFUSED);
    String page =
        ReportPage.of(
            Programmes.content(
                framework,
                AnalysisRules.POOLED,
                Programmes.inspections(framework, 4, 12, 15, 16),
                List.of(refusal)),
            null,
            "tranche");
    assertThat(shown(page))
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
  void nothing_is_asked_of_the_network_and_only_the_page_s_own_scripts_can_run() {
    String page = page();
    String shown = shown(page);
    assertThat(
            all(
                "(?i)\\b(src|srcset|href|action|poster)\\s*=\\s*\"(?!#|method\\.html|dictionary\\.html)[^\"]*\"",
                shown))
        .isEmpty();
    assertThat(all("(?i)<(link|iframe|object|embed|img|form)\\b", shown)).isEmpty();
    assertThat(all("(?i)(url\\(|@import|https?:)", shown)).isEmpty();
    assertThat(all("(?i)\\son[a-z]+\\s*=\\s*\"", shown)).isEmpty();
    assertThat(page).contains("http-equiv=\"Content-Security-Policy\" content=\"default-src ");
    List<String> scripts = groups("(?s)<script>(.*?)</script>", page);
    assertThat(scripts).hasSize(3);
    for (String script : scripts) {
      assertThat(page).contains("sha256-" + digest(script));
    }
  }

  @Test
  void headings_go_down_one_level_at_a_time() {
    int before = 0;
    List<String> headings = all("<h[1-6]", shown(page()));
    for (String heading : headings) {
      int level = heading.charAt(2) - '0';
      assertThat(level).isBetween(1, before + 1);
      before = level;
    }
    assertThat(headings).filteredOn("<h1"::equals).hasSize(1);
  }

  @Test
  void every_table_has_a_caption_and_every_heading_cell_a_scope() {
    String page = shown(page());
    assertThat(all("<table\\b", page)).hasSameSizeAs(all("<caption\\b", page));
    assertThat(all("<th\\b(?![^>]*scope=)", page)).isEmpty();
    assertThat(page).contains("<html lang=\"en-GB\">").contains("class=\"skip\" href=\"#main\"");
  }

  @Test
  void ids_are_unique_and_every_reference_within_the_page_leads_somewhere() {
    String page = shown(page());
    List<String> ids = groups(" id=\"([^\"]+)\"", page);
    assertThat(ids).doesNotHaveDuplicates();
    List<String> references = new ArrayList<>(groups("href=\"#([^\"]+)\"", page));
    groups("aria-labelledby=\"([^\"]+)\"", page)
        .forEach(labels -> references.addAll(List.of(labels.split(" ", -1))));
    references.removeIf(reference -> reference.contains("measure="));
    assertThat(new HashSet<>(ids)).containsAll(references);
  }

  @Test
  void the_page_opens_with_findings_that_lead_to_the_charts_of_measures_it_has() {
    String page = shown(page());
    assertThat(page).containsSubsequence("Draft findings", "nobody has read or approved it");
    assertThat(page.indexOf("id=\"findings\"")).isLessThan(page.indexOf("id=\"standing\""));
    List<String> linked = groups("href=\"#trust=[^&]+&amp;measure=([^\"]+)\"", page);
    assertThat(linked).isNotEmpty();
    assertThat(framework.measures()).extracting(Measure::id).containsAll(linked);
  }

  @Test
  void only_what_was_sent_again_is_listed_with_its_revisions() {
    ReleaseContent once = Programmes.content(framework, Programmes.inspections(framework, 4, 12));
    List<PublishedRevision> revisions =
        List.of(
            new PublishedRevision(
                "AAA-1",
                "ASP",
                1,
                RevisionKind.NEW,
                Optional.of("0123456789abcdef"),
                Optional.empty()),
            new PublishedRevision(
                "AAA-1",
                "ASP",
                2,
                RevisionKind.CHANGED,
                Optional.of("fedcba9876543210"),
                Optional.of(17L)),
            new PublishedRevision(
                "BBB-1",
                "BED",
                1,
                RevisionKind.NEW,
                Optional.of("00112233445566aa"),
                Optional.empty()));
    ReleaseContent again =
        ReleaseContent.internal(true, once.results(), once.coverage(), once.rejects(), revisions);
    assertThat(shown(ReportPage.of(once, null, "tranche"))).doesNotContain("sent again");
    assertThat(shown(ReportPage.of(again, null, "tranche")))
        .containsSubsequence("Inspections sent again or withdrawn", "AAA-1", "changed", "17")
        .doesNotContain("BBB-1");
  }

  @Test
  void the_trust_in_focus_is_marked_by_words() {
    assertThat(page()).contains("<span class=\"in-focus\">in focus</span>");
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
        .contains("id=\"league-tranche-2-overall\"", "id=\"league-tranche-2-theme-5\"")
        .doesNotContain("<table id=\"benchmark\"")
        .doesNotContain("in focus</span>");
    assertThat(words(page)).doesNotContain("null", "NaN", "undefined");
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
        .contains("id=\"league-tranche-2-overall\"")
        .doesNotContain("<table id=\"benchmark\"");
  }

  @Test
  void a_focus_outside_every_group_is_compared_with_nobody() {
    List<InspectionTallies> inspections =
        new ArrayList<>(Programmes.inspections(framework, 4, 12, 15, 16));
    inspections.add(Programmes.inspection(framework, 9, null, "alone", 10));
    String page =
        ReportPage.of(
            Programmes.content(framework, inspections),
            framework.trusts().get(9).code(),
            "tranche");
    assertThat(page)
        .contains("belongs to no group of the comparator")
        .doesNotContain("<table id=\"benchmark\"");
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
        .doesNotContain("<table id=\"league-")
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
    assertThat(page).contains("id=\"measures-question\"");
    assertThat(words(page)).doesNotContainIgnoringCase("tranche");
  }

  @Test
  void scores_without_intervals_are_shown_and_not_drawn() {
    String page =
        ReportPage.of(
            Programmes.content(
                framework,
                AnalysisRules.MEAN_OF_QUESTIONS,
                Programmes.inspections(framework, 4, 12, 15, 16, 18),
                List.of()),
            focus,
            "tranche");
    assertThat(page)
        .contains("Scores: mean-of-questions; ranks and tiers: pooled")
        .doesNotContain("\"frame\":\"caterpillar\"")
        .doesNotContain("\"frame\":\"funnel\"");
  }

  @Test
  void of_a_trust_inspected_twice_the_page_names_both_inspections() {
    List<InspectionTallies> inspections =
        new ArrayList<>(Programmes.inspections(framework, 4, 12, 15, 16));
    inspections.add(Programmes.inspection(framework, 0, "2", "earlier", 2013, 10));
    assertThat(ReportPage.of(Programmes.content(framework, inspections), focus, "tranche"))
        .containsPattern("was inspected 2 times \\([^)]*earlier[^)]*\\): the latest");
  }

  @Test
  void every_trust_can_be_chosen_and_is_told_what_its_own_page_tells() throws Exception {
    ReleaseContent content =
        Programmes.content(framework, Programmes.inspections(framework, 4, 12, 15, 16, 18));
    String other = framework.trusts().get(2).code();
    JsonNode here = views(ReportPage.of(content, focus, "tranche"));
    JsonNode there = views(ReportPage.of(content, other, "tranche"));
    assertThat(here.size()).isEqualTo(3 * (framework.trusts().size() + 1));
    assertThat(here.get(other + "|tranche").get("title").asText())
        .isEqualTo(framework.trusts().get(2).name() + " against Tranche 2");
    assertThat(here).isEqualTo(there);
  }

  @Test
  void a_text_told_once_stands_in_all_its_places() {
    assertThat(StringTable.of(List.of("a long text", Map.of("x", "a long text"), "~", "short")))
        .isEqualTo(
            List.of(List.of("a long text", "~"), List.of("~0", Map.of("x", "~0"), "~1", "short")));
  }

  @Test
  void with_every_trust_in_focus_there_is_a_page_for_each_and_an_index_of_them()
      throws IOException {
    Framework odd = Programmes.renamed(framework, "<b>", "B");
    ReleaseContent content =
        Programmes.content(odd, Programmes.inspections(odd, 4, 12, 15, 16, 18));
    Map<String, String> pages = new HashMap<>();
    ReportPage.all(content, ReportPage.EVERY_TRUST, "tranche", pages::put);
    for (Trust trust : odd.trusts()) {
      assertThat(pages.get("index.html")).contains("href=\"trusts/" + trust.code() + ".html\"");
      assertThat(shown(pages.get("trusts/" + trust.code() + ".html")))
          .contains("href=\"../index.html\"");
    }
    assertThat(pages.get("index.html")).contains("&lt;b&gt;").doesNotContain("<b>&lt;");
    assertThat(pages.get("trusts/" + focus + ".html")).contains("&lt;b&gt; against Tranche 2");
  }

  @Test
  void the_pages_of_a_site_share_files_that_are_all_there() throws IOException {
    ReleaseContent content =
        Programmes.content(framework, Programmes.inspections(framework, 4, 12, 15, 16, 18));
    Map<String, String> files = new HashMap<>();
    ReportPage.all(content, ReportPage.EVERY_TRUST, "tranche", files::put);
    Set<String> asked = new TreeSet<>();
    for (Trust trust : framework.trusts()) {
      String path = "trusts/" + trust.code() + ".html";
      String page = files.get(path);
      assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(40_000);
      List<String> named = groups("(?:src|href)=\"([^\"#]+)", page);
      assertThat(named)
          .allMatch(name -> name.startsWith("../"))
          .filteredOn(name -> name.startsWith("../assets/trusts/"))
          .singleElement()
          .asString()
          .matches("../assets/trusts/" + trust.code() + "-[0-9a-f]{10}\\.js");
      named.stream().map(name -> name.substring("../".length())).forEach(asked::add);
    }
    assertThat(asked)
        .contains("index.html")
        .filteredOn(name -> name.startsWith("assets/"))
        .isNotEmpty()
        .allMatch(files::containsKey);
    assertThat(files.keySet().stream().filter(name -> name.startsWith("assets/")))
        .allMatch(name -> asked.contains(name) || name.startsWith("assets/group-"));
  }

  @Test
  void only_a_page_that_shares_files_may_run_what_lies_in_files() throws IOException {
    ReleaseContent content =
        Programmes.content(framework, Programmes.inspections(framework, 4, 12, 15, 16, 18));
    Map<String, String> files = new HashMap<>();
    ReportPage.all(content, ReportPage.EVERY_TRUST, "tranche", files::put);
    ReportPage.all(content, focus, "tranche", (path, text) -> files.put("alone/" + path, text));
    String site = files.get("trusts/" + focus + ".html").replace("&#39;", "'");
    String alone = files.get("alone/index.html").replace("&#39;", "'");
    assertThat(policy(alone)).doesNotContain("'self'", "file:", "script-src 'unsafe-inline'");
    assertThat(policy(site))
        .contains("default-src 'none'", "script-src 'sha256-")
        .contains("'self' file:; base-uri 'none'; form-action 'none'");
    assertThat(policy(site).replaceAll(".*script-src ([^;]*);.*", "$1"))
        .doesNotContain("unsafe", "http", "*");
    assertThat(files.keySet().stream().filter(name -> name.startsWith("alone/assets"))).isEmpty();
  }

  private static String policy(String page) {
    return groups("Content-Security-Policy\" content=\"([^\"]*)\"", page).get(0);
  }

  @Test
  void a_text_that_begins_with_the_mark_is_told_apart_from_a_reference() {
    StringTable texts = StringTable.over(List.of("a long text", List.of("a long text"), "other"));
    assertThat(texts.texts()).containsExactly("a long text");
    assertThat(texts.known(List.of("a long text", "~0", "other")))
        .isEqualTo(List.of("~0", "~~0", "other"));
  }

  @Test
  void names_of_files_hold_only_what_is_safe_and_stay_apart() {
    assertThat(SafeId.of("NSP")).isEqualTo("NSP");
    assertThat(
            List.of(
                SafeId.of("../x"),
                SafeId.of("x/.."),
                SafeId.of("CON"),
                SafeId.of("é"),
                SafeId.of("")))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[A-Za-z0-9-]{5,60}"));
    assertThat(SafeId.file("ab", false)).isNotEqualToIgnoringCase(SafeId.file("AB", false));
  }

  /** The page without its scripts and their data. */
  private static String shown(String page) {
    return page.replaceAll("(?s)<script[^>]*>.*?</script>", "");
  }

  /** What a reader sees of it, without the style sheet. */
  private static String words(String page) {
    return shown(page).replaceAll("(?s)<style>.*?</style>", "");
  }

  private static String data(String page) {
    return groups("(?s)id=\"report-data\">(.*?)</script>", page).get(0);
  }

  private static JsonNode views(String page) throws Exception {
    JsonNode told = new JsonMapper().readTree(data(page));
    return expanded(told.get(0), told.get(1).get("views"));
  }

  private static JsonNode expanded(JsonNode texts, JsonNode value) {
    if (value.isTextual() && value.asText().startsWith(StringTable.MARK)) {
      return texts.get(Integer.parseInt(value.asText().substring(1), 36));
    }
    if (value instanceof ObjectNode object) {
      object
          .fieldNames()
          .forEachRemaining(name -> object.set(name, expanded(texts, object.get(name))));
    } else if (value instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, expanded(texts, array.get(i)));
      }
    }
    return value;
  }

  private static String digest(String script) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
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
