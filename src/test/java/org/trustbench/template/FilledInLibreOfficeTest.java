package org.trustbench.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.LibreOffice;
import org.trustbench.support.MainRun;
import org.trustbench.support.TinyFramework;

/** A workbook that was filled in, opened by LibreOffice and ingested as its sheets show it. */
class FilledInLibreOfficeTest {
  @TempDir Path folder;

  @Test
  void what_was_filled_in_is_ingested_without_a_word() throws Exception {
    Path framework = TinyFramework.write(folder.resolve("framework"), json -> json);
    Path sent = Files.createDirectories(folder.resolve("sent/HILL-2026"));
    Map<String, List<List<String>>> sheets =
        LibreOffice.sheets(folder, List.of(Files.write(folder.resolve("t.xlsx"), filled()))).get(0);

    assertThat(sheets.keySet())
        .containsExactlyInAnyOrder(
            "instructions", "inspection", "cases", "judgements", "questions", "lists");
    Files.writeString(sent.resolve("inspection.json"), manifest(sheets.get("inspection")));
    Files.writeString(sent.resolve("cases.csv"), csv(sheets.get("cases")));
    Files.writeString(sent.resolve("judgements.csv"), csv(sheets.get("judgements")));
    MainRun run =
        MainRun.in(
            folder.resolve("work"),
            "ingest",
            "--framework",
            framework.toString(),
            "--submissions",
            sent.getParent().toString());

    assertThat(run.exitCode()).as(run.out() + "" + run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().subList(1, run.out().size()))
        .filteredOn(line -> !line.startsWith("next: "))
        .containsExactly("inspections: 1 new, 0 changed, 0 unchanged; submissions refused: 0");
    assertThat(sheets.get("cases").get(1)).startsWith("007", "lesson", "Early");
  }

  private static byte[] filled() throws Exception {
    return new FilledWorkbook(CollectionWorkbook.of(TinyFramework.read(), 20))
        .write("inspection", "B", 2, "HILL-2026")
        .write("inspection", "B", 3, "Hill School")
        .write("inspection", "B", 6, "2026-05-04")
        .write("inspection", "B", 7, "2026-05-08")
        .write("inspection", "B", 8, "2026-07-01")
        .write("inspection", "B", 9, "40")
        .write("inspection", "B", 10, "2")
        .write("cases", 2, "007", "lesson", "Early", "Low", "Ely")
        .write("cases", 3, "i8", "interview", "", "", "")
        .write("judgements", 2, "007", "yes", "no", "na", "2", "")
        .write("judgements", 3, "i8", "", "", "", "", "yes")
        .bytes();
  }

  /** The fields that hold something, as a trust would send them. */
  private static String manifest(List<List<String>> sheet) {
    return sheet.stream()
        .skip(1)
        .filter(row -> !row.get(1).isEmpty())
        .map(
            row ->
                row.get(1).matches("[0-9]+") && row.get(0).startsWith("case")
                    ? "\"%s\": %s".formatted(row.get(0), row.get(1))
                    : "\"%s\": \"%s\"".formatted(row.get(0), row.get(1)))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String csv(List<List<String>> sheet) throws IOException {
    return sheet.stream()
        .filter(row -> row.stream().anyMatch(cell -> !cell.isEmpty()))
        .map(row -> String.join(",", row))
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
