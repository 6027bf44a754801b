package org.trustbench.publish.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.LibreOffice;
import org.trustbench.support.OdsDocument;
import org.trustbench.support.PlainCsv;
import org.trustbench.support.SampleRuns;

/** The workbook opened by the program that readers open it with. */
class WorkbookInLibreOfficeTest {
  private static final int HEADER = 2;

  @TempDir static Path folder;

  /** Sheets as LibreOffice shows them. */
  private static Map<String, List<List<String>>> national;

  private static Map<String, List<List<String>>> hostile;

  @BeforeAll
  static void openBoth() throws IOException {
    Path harmful = folder.resolve("hostile.ods");
    Files.write(harmful, Books.of(Books.internal(), true));
    Path sample = folder.resolve("national.ods");
    Files.copy(SampleRuns.national().release().resolve("league-tables.ods"), sample);
    var opened = LibreOffice.sheets(folder, List.of(sample, harmful));
    national = opened.get(0);
    hostile = opened.get(1);
  }

  @Test
  void every_sheet_is_shown_as_it_was_written() throws IOException {
    OdsDocument written =
        OdsDocument.of(
            Files.readAllBytes(SampleRuns.national().release().resolve("league-tables.ods")));

    assertThat(national.keySet())
        .containsExactlyInAnyOrderElementsOf(
            written.sheets().stream().map(OdsDocument.Sheet::name).toList());
    for (OdsDocument.Sheet sheet : written.sheets()) {
      List<List<String>> shown = national.get(sheet.name());
      assertThat(shown).as(sheet.name()).hasSameSizeAs(sheet.rows());
      for (int row = 0; row < shown.size(); row++) {
        assertThat(withoutEmptyEnd(shown.get(row)))
            .as("%s row %d", sheet.name(), row + 1)
            .isEqualTo(sheet.texts(row));
      }
    }
  }

  @Test
  void the_benchmark_is_the_published_one() {
    List<Map<String, String>> published =
        PlainCsv.rows(SampleRuns.national().release().resolve("summary/benchmark.csv"));
    List<List<String>> shown = national.get("Benchmark");
    List<String> headings = shown.get(HEADER);

    assertThat(shown.get(0).get(0))
        .isEqualTo("Norfolk and Suffolk Probation Trust against Tranche 2 (the others pooled)");
    assertThat(headings.get(0)).isEqualTo("Measure");
    assertThat(shown).hasSize(HEADER + 1 + published.size());
    for (int i = 0; i < published.size(); i++) {
      Map<String, String> row = published.get(i);
      assertThat(shown.get(HEADER + 1 + i))
          .startsWith(
              row.get("measure"),
              row.get("score_percent"),
              row.get("score_lower95_percent"),
              row.get("score_upper95_percent"))
          .contains(row.get("difference_points"), row.get("benchmark_percent"), row.get("base"))
          .endsWith(row.get("rank"), row.get("rank_lower"), row.get("rank_upper"));
    }
  }

  @Test
  void the_leagues_have_every_trust_with_its_figures_in_the_tables() {
    Map<String, Map<String, String>> tables = new HashMap<>();
    SampleRuns.national().table("comparisons").stream()
        .filter(row -> row.get("comparator_id").equals("programme"))
        .filter(row -> row.get("measure_id").equals("theme-4"))
        .forEach(row -> tables.put(row.get("trust_id"), row));
    Map<String, String> scores = new HashMap<>();
    SampleRuns.national().table("scores").stream()
        .filter(row -> row.get("measure_id").equals("theme-4"))
        .forEach(row -> scores.put(row.get("trust_id"), row.get("score_percent")));
    List<List<String>> shown = national.get("League theme-4, all");
    List<String> headings = shown.get(HEADER);

    assertThat(shown).hasSize(HEADER + 1 + 35);
    assertThat(tables).hasSize(35);
    for (List<String> row : shown.subList(HEADER + 1, shown.size())) {
      Map<String, String> published = tables.get(row.get(headings.indexOf("Code")));
      assertThat(row.get(headings.indexOf("Rank [note 5]"))).isEqualTo(published.get("rank"));
      assertThat(row.get(headings.indexOf("Rank to [note 5]")))
          .isEqualTo(published.get("rank_upper"));
      assertThat(row.get(headings.indexOf("Score % [note 1]")))
          .isEqualTo(whole(scores.get(published.get("trust_id"))));
      assertThat(row.get(headings.indexOf("Against the others (95 %) [note 9]")))
          .isEqualTo(published.get("verdict95"));
    }
  }

  @Test
  void a_name_like_a_formula_is_shown_as_it_is_and_not_worked_out() {
    List<List<String>> league = hostile.get("League overall, all");
    int trust = league.get(HEADER).indexOf("Trust");

    assertThat(league.subList(HEADER + 1, league.size()))
        .extracting(row -> row.get(trust))
        .contains(Books.FORMULA, Books.SCRIPT, Books.SUM);
    assertThat(hostile.get("Benchmark").get(0).get(0)).startsWith(Books.FORMULA + " against");
    assertThat(hostile.get("Refused").get(HEADER + 1)).contains("-2+3.csv", "=1+1 is no manifest");
    assertThat(hostile.values())
        .allSatisfy(
            rows ->
                assertThat(rows)
                    .allSatisfy(
                        row ->
                            assertThat(row).noneMatch(cell -> cell.matches("#[A-Z/0!?]+|Err:.*"))));
  }

  private static String whole(String percent) {
    return new BigDecimal(percent).setScale(0, RoundingMode.HALF_UP).toPlainString();
  }

  private static List<String> withoutEmptyEnd(List<String> row) {
    int end = row.size();
    while (end > 0 && row.get(end - 1).isEmpty()) {
      end--;
    }
    return row.subList(0, end);
  }
}
