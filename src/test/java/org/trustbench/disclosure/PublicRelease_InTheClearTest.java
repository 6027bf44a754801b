package org.trustbench.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.disclosure.adversary.PublishedTables;
import org.trustbench.disclosure.adversary.SmallProgrammes;
import org.trustbench.framework.Framework;
import org.trustbench.publish.AudienceFolder;
import org.trustbench.publish.Release;
import org.trustbench.publish.RenderedTables;
import org.trustbench.publish.report.ReportPage;
import org.trustbench.support.PlainCsv;
import org.trustbench.support.Unpacked;

/** What somebody finds who reads every file of a public release from end to end. */
class PublicRelease_InTheClearTest {
  private static final Framework FRAMEWORK = SmallProgrammes.framework(12);
  private static final List<InspectionTallies> INSPECTED =
      SmallProgrammes.inspected(FRAMEWORK, SmallProgrammes.matrices(FRAMEWORK, 60, 7));

  @TempDir private static Path folder;
  private static Path published;
  private static Map<Path, String> internalTexts;
  private static Map<Path, String> publicTexts;
  private static Set<String> exact;

  @BeforeAll
  static void publish() {
    ReleaseContent internal = PublicReleases.internal(FRAMEWORK, INSPECTED);
    exact =
        RenderedTables.decimals(internal.results()).stream()
            .filter(PublicRelease_InTheClearTest::isTelling)
            .collect(Collectors.toSet());
    internalTexts = Unpacked.texts(publish("internal", internal));
    published = publish("public", Disclosure.forPublic(internal, DisclosureRules.STANDARD));
    publicTexts = Unpacked.texts(published);
  }

  private static Path publish(String name, ReleaseContent content) {
    return Release.publish(
        new AudienceFolder(folder.resolve(name), content.audience()),
        content,
        new Release.Inputs("test", new TreeMap<>(), new TreeMap<>(), new TreeMap<>()),
        files -> ReportPage.all(content, "S00", "programme", files),
        Map.of());
  }

  /** Not 50.0000, nor a third, nor anything else that stands in many texts. */
  private static boolean isTelling(String number) {
    return number.matches("-?\\d+\\.\\d*[1-9]\\d?")
        && number.chars().filter(Character::isDigit).distinct().count() >= 5;
  }

  @ParameterizedTest
  @ValueSource(strings = {"index.html", "method.html", "league-tables.ods"})
  void readers_are_told_what_they_are_not_shown(String file) {
    String told = "A figure on fewer than 10 cases is suppressed";
    assertThat(publicTexts.get(published.resolve(file))).contains(told);
    assertThat(internalTexts.values()).noneMatch(text -> text.contains(told));
  }

  @Test
  void no_exact_figure_of_the_internal_release_is_in_any_file_of_the_public_one() {
    assertThat(exact).hasSizeGreaterThan(1000);
    assertThat(found(internalTexts)).hasSizeGreaterThan(1000);
    assertThat(found(publicTexts)).isEmpty();
  }

  private static List<String> found(Map<Path, String> texts) {
    List<String> found = new ArrayList<>();
    texts.forEach(
        (file, text) -> {
          Set<String> numbers =
              java.util.regex.Pattern.compile("-?\\d+\\.\\d+(E-?\\d+)?")
                  .matcher(text)
                  .results()
                  .map(java.util.regex.MatchResult::group)
                  .collect(Collectors.toSet());
          for (String number : exact) {
            if (numbers.contains(number)) {
              found.add(number + " in " + file.getFileName());
            }
          }
        });
    return found;
  }

  @ParameterizedTest
  @CsvSource({
    "scores, sufficient design_effect",
    "comparators, sufficient phi_raw phi_winsorised tau_squared tau_squared_raw beta_alpha"
        + " beta_beta",
    "comparisons, p_value adjusted_p_value mid_p_value adjusted_mid_p_value z over_dispersed_z"
        + " verdict_design_effect",
    "findings, adjusted_p_value",
    "pathway, entered remaining others_remaining",
    "revisions, judgements_differing",
  })
  void what_would_tell_too_much_is_empty_in_every_row(String table, String columns) {
    for (Map<String, String> row : PublishedTables.of(published).table(table)) {
      for (String column : columns.split(" ", -1)) {
        assertThat(row.get(column)).as(table + " " + column).isEmpty();
      }
    }
  }

  /** What of a cell that is withheld may be said: which it is, that it is, and of others. */
  private static boolean isOfCellItself(String column) {
    return !column.matches(
        ".*_id|.*_name|.*_label|.*_kind|.*_key|.*_rule|.*_status|.*_group|tranche|verdict.*"
            + "|benchmark_.*|comparator_.*|other_trusts|suppressed_trusts|trusts|ranked_trusts"
            + "|.*lowest.*|.*median.*|.*highest.*|others_.*|is_.*|step|robust.*|spread.*");
  }

  @Test
  void a_cell_that_is_withheld_has_no_figure_in_any_table() {
    PublishedTables tables = PublishedTables.of(published);
    Set<String> withheld =
        tables.table("scores").stream()
            .filter(row -> row.get("score_status").equals("suppressed"))
            .map(row -> row.get("inspection_id") + " " + row.get("measure_id"))
            .collect(Collectors.toSet());
    assertThat(withheld).isNotEmpty();
    List<String> told = new ArrayList<>();
    tables
        .rows()
        .forEach(
            (table, rows) ->
                rows.stream()
                    .filter(
                        row ->
                            withheld.contains(
                                row.get("inspection_id") + " " + row.get("measure_id")))
                    .forEach(
                        row ->
                            row.forEach(
                                (column, value) -> {
                                  if (isOfCellItself(column) && !value.isEmpty()) {
                                    told.add("%s %s %s".formatted(table, column, value));
                                  }
                                })));
    assertThat(told).isEmpty();
  }

  @Test
  void no_score_of_an_inspection_is_0_or_100_and_no_base_is_of_few_cases() {
    int shown = 0;
    for (Map.Entry<String, List<Map<String, String>>> table :
        PublishedTables.of(published).rows().entrySet()) {
      for (Map<String, String> row : table.getValue()) {
        String where = table.getKey() + " " + row;
        for (String column : List.of("score_percent", "remaining_percent")) {
          boolean isStart = row.getOrDefault("step", "").equals("0");
          if (row.containsKey("inspection_id")
              && !isStart
              && !row.getOrDefault(column, "").isEmpty()) {
            assertThat(row.get(column)).as(where).isNotIn("0", "100");
            shown++;
          }
        }
        String cases = row.getOrDefault("cases_assessed", "");
        if (row.containsKey("inspection_id")
            && !row.getOrDefault("score_percent", "").isEmpty()
            && !cases.isEmpty()) {
          assertThat(Long.parseLong(cases)).as(where).isGreaterThanOrEqualTo(10);
        }
      }
    }
    assertThat(shown).isGreaterThan(100);
  }

  @Test
  void percentages_are_whole_and_bases_are_multiples_of_five() {
    PublishedTables tables = PublishedTables.of(published);
    int percentages = 0;
    int bases = 0;
    for (Map.Entry<String, List<Map<String, String>>> table : tables.rows().entrySet()) {
      for (Map<String, String> row : table.getValue()) {
        for (Map.Entry<String, String> cell : row.entrySet()) {
          String where = table.getKey() + " " + cell.getKey();
          if (cell.getValue().isEmpty()) {
            continue;
          }
          if (cell.getKey().endsWith("_percent") || cell.getKey().endsWith("_points")) {
            assertThat(cell.getValue()).as(where).matches("-?\\d+");
            percentages++;
          } else if (isBase(cell.getKey())) {
            assertThat(Double.parseDouble(cell.getValue()) % 5).as(where).isZero();
            bases++;
          }
        }
      }
    }
    assertThat(percentages).isGreaterThan(1000);
    assertThat(bases).isGreaterThan(400);
  }

  private static boolean isBase(String column) {
    return column.matches(
        "cases.*|assessed|not_applicable|not_recorded|started|others_started|effective_judgements"
            + "|read|accepted|rejected|collapsed|out_of_scope");
  }

  @Test
  void the_files_are_the_tables_that_the_attacker_reads() {
    ReleaseContent content =
        Disclosure.forPublic(
            PublicReleases.internal(FRAMEWORK, INSPECTED), DisclosureRules.STANDARD);
    Map<String, List<Map<String, String>>> rendered = RenderedTables.of(content);
    Map<String, List<Map<String, String>>> files = PublishedTables.of(published).rows();
    for (String table : List.of("scores", "comparisons", "comparators", "pathway", "coverage")) {
      assertThat(files.get(table)).as(table).isEqualTo(rendered.get(table));
    }
  }

  /**
   * The columns of whole numbers that hold any: those of scores are made by {@link PublishedCount},
   * those of the others count trusts, ranks and rules, or come to more cases than are protected. A
   * column that is new here has to be reckoned with before it is published.
   */
  @Test
  void no_count_is_published_that_is_not_reckoned_with() throws IOException {
    JsonNode resources =
        new ObjectMapper()
            .readTree(published.resolve("datapackage.json").toFile())
            .get("resources");
    List<String> counts = new ArrayList<>();
    for (JsonNode resource : resources) {
      String path = resource.get("path").asText();
      if (!path.startsWith("tables/") || path.endsWith("dictionary.csv")) {
        continue;
      }
      List<Map<String, String>> rows = PlainCsv.rows(published.resolve(path));
      List<String> filled = new ArrayList<>();
      for (JsonNode field : resource.get("schema").get("fields")) {
        String name = field.get("name").asText();
        if (field.get("type").asText().equals("integer")
            && rows.stream().anyMatch(row -> !row.get(name).isEmpty())) {
          filled.add(name);
        }
      }
      if (!filled.isEmpty()) {
        counts.add(path.replace("tables/", "").replace(".csv", "") + ": " + filled);
      }
    }

    assertThat(String.join("\n", counts))
        .isEqualToNormalizingNewlines(
            """
            measures: [questions]
            inspections: [caseload, cases_sampled, cases]
            comparator_groups: [trusts]
            scores: [cases_in_scope, cases_assessed, assessed, not_recorded]
            comparisons: [comparator_trusts, rank, rank_lower, rank_upper, ranked_trusts, tier, other_trusts, rules, rules_agreeing, rules_agreeing998]
            comparators: [trusts, trusts_suppressed, cases, assessed]
            ranks: [rank, rank_lower, rank_upper, rank_lower_simultaneous, rank_upper_simultaneous, tier, ranked_trusts]
            findings: [assessed]
            pathway: [step, others_started]
            funnel: [effective_judgements]
            coverage: [cases, questions_never_asked]""");
  }
}
