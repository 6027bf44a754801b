package org.trustbench.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustbench.support.MainRun;
import org.trustbench.support.OdsDocument;
import org.trustbench.support.OdsDocument.Sheet;
import org.trustbench.support.PlainCsv;
import org.trustbench.support.SampleRuns;
import org.trustbench.support.SampleRuns.Whole;

/** Parquet, the feed and the workbook of a release hold what its CSV tables hold. */
class StoredFiguresTest {
  private static final Whole WHOLE = SampleRuns.national();

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "fact_score, scores",
    "fact_comparison, comparisons",
    "fact_rank, ranks",
    "fact_finding, findings",
    "fact_pathway, pathway",
    "fact_comparator, comparators",
    "fact_funnel, funnel",
    "fact_funnel_point, funnel_points",
    "dim_trust, trusts",
    "dim_measure, measures",
    "dim_inspection, inspections",
    "dim_comparator, comparator_groups",
  })
  void a_parquet_table_holds_the_rows_of_its_csv(String stored, String table) throws SQLException {
    List<Map<String, String>> expected = WHOLE.table(table);
    List<Map<String, Object>> rows =
        asked(
            "jdbc:duckdb:",
            "select * from read_parquet('%s/parquet/%s/*.parquet')"
                .formatted(WHOLE.release(), stored));
    assertThat(rows).hasSameSizeAs(expected);
    int figures = 0;
    for (int i = 0; i < rows.size(); i++) {
      for (Map.Entry<String, Object> cell : rows.get(i).entrySet()) {
        String column = cell.getKey();
        if (expected.get(i).containsKey(column)) {
          assertThat(isSame(cell.getValue(), expected.get(i).get(column)))
              .as("%s row %d %s: %s for %s", stored, i, column, cell.getValue(), expected.get(i))
              .isTrue();
          figures++;
        }
      }
    }
    assertThat(figures).isGreaterThanOrEqualTo(2 * rows.size()).isPositive();
  }

  @Test
  void a_database_that_is_fed_holds_the_rows_of_parquet() throws Exception {
    Path database = folder.resolve("fed.duckdb");
    MainRun fed =
        MainRun.in(
            WHOLE.workspace(),
            "feed",
            "--framework",
            "iaow-2013",
            "--submissions",
            WHOLE.submissions().toString(),
            "--to",
            "duckdb:" + database);
    assertThat(fed.exitCode()).as("%s", fed.err()).isZero();
    try (var tables = Files.list(WHOLE.release().resolve("parquet"))) {
      for (Path table : tables.sorted().toList()) {
        String name = table.getFileName().toString();
        assertThat(
                asked(
                    "jdbc:duckdb:" + database,
                    "select * exclude (release_id) from iaow_2013." + name))
            .as(name)
            .isNotEmpty()
            .containsExactlyInAnyOrderElementsOf(
                asked(
                    "jdbc:duckdb:", "select * from read_parquet('%s/*.parquet')".formatted(table)));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"Benchmark, benchmark", "Child protection, child_protection", "Coverage, coverage"})
  void a_sheet_holds_the_cells_of_its_summary(String name, String summary) throws IOException {
    Sheet sheet = workbook().sheet(name);
    List<Map<String, String>> expected =
        PlainCsv.rows(WHOLE.release().resolve("summary").resolve(summary + ".csv"));
    assertThat(sheet.table()).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      List<String> numbers =
          sheet.table().get(i).cells().stream()
              .filter(cell -> cell.type().equals("float"))
              .map(OdsDocument.Cell::value)
              .toList();
      assertThat(numbers)
          .as("%s row %d", name, i)
          .isNotEmpty()
          .containsExactlyElementsOf(
              expected.get(i).values().stream().filter(cell -> cell.matches("-?\\d+")).toList());
    }
  }

  @Test
  void league_sheets_hold_the_rows_of_the_tables() throws IOException {
    ExactFigures exact = new ExactFigures(WHOLE.release());
    for (Sheet sheet : workbook().sheets()) {
      if (!sheet.name().matches("League .*, Tranche")) {
        continue;
      }
      String measure = sheet.name().replaceAll("League (.*), Tranche", "$1");
      List<String> head = new ArrayList<>();
      sheet.rows().stream()
          .filter(OdsDocument.Row::isHeader)
          .findFirst()
          .orElseThrow()
          .cells()
          .forEach(cell -> head.add(cell.text().replaceFirst(" \\[note.*", "")));
      for (OdsDocument.Row row : sheet.table()) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < row.cells().size(); i++) {
          cells.put(head.get(i), row.cells().get(i).text());
        }
        Map<String, String> score = exact.score(cells.get("Code"), measure);
        Map<String, String> rank = exact.rank(cells.get("Code"), measure, "tranche");
        exact.same(measure, cells.get("Score %"), ExactFigures.percent(score, 0));
        exact.whole(measure, cells.get("Score from %"), score.get("lower95_percent"));
        exact.whole(measure, cells.get("Score to %"), score.get("upper95_percent"));
        exact.same(measure, cells.get("Cases"), score.get("cases_assessed"));
        exact.same(measure, cells.get("Judgements"), score.get("assessed"));
        exact.same(measure, cells.get("Rank"), rank.get("rank"));
        exact.same(measure, cells.get("Rank from"), rank.get("rank_lower"));
        exact.same(measure, cells.get("Rank to"), rank.get("rank_upper"));
        exact.same(measure, cells.get("Tier"), rank.get("tier"));
      }
    }
    assertThat(exact.held()).isGreaterThan(1_000);
  }

  private static OdsDocument workbook() throws IOException {
    return OdsDocument.of(Files.readAllBytes(WHOLE.release().resolve("league-tables.ods")));
  }

  private static boolean isSame(Object stored, String written) {
    if (stored == null) {
      return written.isEmpty();
    }
    if (stored instanceof Number) {
      return !written.isEmpty()
          && new BigDecimal(stored.toString()).compareTo(new BigDecimal(written)) == 0;
    }
    return stored.toString().equals(written) || written.equals("'" + stored);
  }

  private static List<Map<String, Object>> asked(String database, String query)
      throws SQLException {
    List<Map<String, Object>> rows = new ArrayList<>();
    try (Connection connection = new org.duckdb.DuckDBDriver().connect(database, new Properties());
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      while (found.next()) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.put(found.getMetaData().getColumnName(i), found.getObject(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
