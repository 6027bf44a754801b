package org.trustbench.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.ingest.workbook.XlsxBytes;
import org.trustbench.support.MainRun;

/** Drafts from workbooks and Parquet files: what is read, and that a run reads it by the draft. */
class DraftedFromAnyFileTest {
  private static final List<List<String>> VISITS =
      table(
          """
          School,Visit no,Stage,Day,Plans,Pace,Marking
          Hill School,1,early,2024-03-31,yes,no,yes
          Hill School,2,late,2024-04-01,yes,n/a,no
          Dale School,1,early,2024-04-02,no,no,yes
          Dale School,2,late,2024-04-03,yes,yes,yes
          """);
  private static final List<List<String>> NOTES = table("Notes,of\nwhoever,sends");

  @TempDir Path folder;

  private static List<List<String>> table(String text) {
    return text.lines().map(line -> Arrays.asList(line.split(","))).toList();
  }

  @Test
  void a_workbook_is_drafted_from_its_largest_sheet_and_read_by_the_draft() throws Exception {
    Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
    sheets.put("Read me", NOTES);
    sheets.put("Visits 2024", VISITS);
    Path extract = Files.write(folder.resolve("visits.xlsx"), XlsxBytes.of(sheets));

    assertThat(drafted(extract).out())
        .startsWith(
            "header on row 1 of sheet Visits 2024, 7 columns",
            "  institution     School: 2 values",
            "  case            Visit no: 2 values")
        .contains("  day             Day: yyyy-MM-dd");
    assertThat(layout().path("sheet").asText()).isEqualTo("DECIDE: Visits 2024");
    assertThat(layout().has("delimiter")).isFalse();
    decide();
    assertThat(ingested(extract).out())
        .contains("inspections: 2 new, 0 changed, 0 unchanged; submissions refused: 0");
  }

  @Test
  void titles_above_a_table_on_the_only_sheet_go_into_the_layout() throws Exception {
    List<List<String>> rows = new java.util.ArrayList<>(List.of(List.of("Visits of 2024")));
    rows.addAll(VISITS);
    Path extract = Files.write(folder.resolve("visits.xlsx"), XlsxBytes.of(Map.of("All", rows)));

    drafted(extract);

    assertThat(layout().path("sheet").asText()).isEqualTo("All");
    assertThat(layout().path("skip_lines").asInt()).isEqualTo(1);
  }

  @Test
  void a_parquet_file_is_drafted_with_what_its_rows_are_numbered_by() throws IOException {
    Path extract = parquet("");

    assertThat(drafted(extract).out())
        .startsWith("Parquet, 8 columns", "  institution     School: 2 values")
        .contains("no cells, and not used: tags of type list<int>");
    assertThat(layout().path("row_key")).hasToString("[\"DECIDE: line\"]");
    assertThat(layout().has("row_numbers")).isFalse();
    decide();
    assertThat(ingested(extract).out())
        .contains("inspections: 2 new, 0 changed, 0 unchanged; submissions refused: 0");
  }

  @Test
  void without_numbers_rows_stand_in_the_order_of_what_tells_them_apart() throws IOException {
    Path extract = parquet(" exclude (line)");

    drafted(extract);

    assertThat(layout().path("row_key")).hasToString("[\"DECIDE: School\",\"DECIDE: Visit no\"]");
    assertThat(layout().path("row_numbers").asText()).isEqualTo("DECIDE: order");
    decide();
    assertThat(ingested(extract).exitCode()).isZero();
  }

  @Test
  void what_a_run_does_not_read_is_no_ground_for_a_draft() throws IOException {
    Path json =
        Files.writeString(
            folder.resolve("visits.jsonl"),
            "{\"School\":\"Hill\",\"Plans\":\"yes\"}\n{\"School\":\"Dale\",\"Plans\":\"no\"}\n");
    Path page = Files.writeString(folder.resolve("visits.fods"), "<?xml version='1.0'?>\n<a/>\n");

    assertThat(refused(json)).contains("visits.jsonl: it is JSON, and a table is expected");
    assertThat(refused(page)).contains("visits.fods: it is a web page or XML, not CSV");
  }

  private Path parquet(String but) {
    Path csv = folder.resolve("visits.csv");
    Path parquet = folder.resolve("visits.parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      Files.write(csv, VISITS.stream().map(row -> String.join(",", row)).toList());
      statement.execute(
          "copy (select *%s from (select row_number() over () as line, *, [1] as tags from '%s')) to '%s' (format parquet)"
              .formatted(but, csv, parquet));
    } catch (SQLException | IOException e) {
      throw new AssertionError(e);
    }
    return parquet;
  }

  private MainRun drafted(Path extract) {
    MainRun run = MainRun.of("framework", "draft", extract.toString(), "--to", to().toString());
    assertThat(run.exitCode()).as(run.err().toString()).isZero();
    return run;
  }

  private String refused(Path extract) {
    MainRun run = MainRun.of("framework", "draft", extract.toString(), "--to", to().toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).hasSize(1);
    assertThat(to()).doesNotExist();
    return run.err().get(0);
  }

  private Path to() {
    return folder.resolve("drafted");
  }

  private JsonNode layout() throws IOException {
    return new ObjectMapper()
        .readTree(to().resolve("framework.json").toFile())
        .path("layouts")
        .path(0);
  }

  /** Agrees with every guess. */
  private void decide() throws IOException {
    for (String name : List.of("framework.json", "questions.csv", "trusts.csv")) {
      Path file = to().resolve(name);
      Files.writeString(
          file,
          Files.readString(file)
              .replace("DECIDE: ", "")
              .replace("\"DECIDE\"", "\"x\"")
              .replace("some of stage", "stage"));
    }
  }

  private MainRun ingested(Path extract) {
    return MainRun.in(
        folder.resolve("work"),
        "ingest",
        "--framework",
        to().toString(),
        "--extract",
        extract.toString(),
        "--layout",
        "visits");
  }
}
