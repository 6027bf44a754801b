package org.trustbench.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.LibreOffice;
import org.trustbench.support.MainRun;
import org.trustbench.support.TinyFramework;

/** A workbook that was filled in, opened and saved by LibreOffice, and put where others are. */
class FilledInLibreOfficeTest {
  @TempDir Path folder;

  @Test
  void what_was_filled_in_is_ingested_as_it_is_without_a_word() throws Exception {
    Path framework = TinyFramework.write(folder.resolve("framework"), json -> json);
    Path sent = Files.createDirectories(folder.resolve("sent"));
    Path hill = Files.write(folder.resolve("Hill return.xlsx"), filled("HILL-2026", "Hill School"));
    Files.copy(LibreOffice.saved(folder, hill, "ods"), sent.resolve("Hill return.ods"));
    Path dale = Files.write(folder.resolve("Dale.xlsx"), filled("DALE-2026", "Dale School"));
    Files.createDirectories(sent.resolve("DALE-2026"));
    Files.copy(LibreOffice.saved(folder, dale, "xlsx"), sent.resolve("DALE-2026/final.xlsx"));
    Files.write(sent.resolve("Ford.xlsx"), filled("FORD-2026", "Ford School"));

    MainRun run = ingest(framework, sent);
    assertThat(run.exitCode()).as(run.out() + "" + run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().subList(1, run.out().size()))
        .filteredOn(line -> !line.startsWith("next: "))
        .containsExactly("inspections: 3 new, 0 changed, 0 unchanged; submissions refused: 0");
    assertThat(ingest(framework, sent).out())
        .contains("inspections: 0 new, 0 changed, 3 unchanged; submissions refused: 0");
  }

  private MainRun ingest(Path framework, Path sent) {
    return MainRun.in(
        folder.resolve("work"),
        "ingest",
        "--framework",
        framework.toString(),
        "--submissions",
        sent.toString());
  }

  private static byte[] filled(String inspection, String school) throws Exception {
    return new FilledWorkbook(CollectionWorkbook.of(TinyFramework.read(), 20))
        .write("inspection", "B", 2, inspection)
        .write("inspection", "B", 3, school)
        .write("inspection", "B", 6, "2026-05-04")
        .write("inspection", "B", 7, "2026-05-08")
        .write("inspection", "B", 9, "40")
        .write("cases", 2, "007", "lesson", "Early", "Low", "Ely")
        .write("cases", 3, "8", "interview", "", "", "")
        .write("judgements", 2, "007", "yes", "no", "na", "2", "")
        .write("judgements", 3, "8", "", "", "", "", "yes")
        .bytes();
  }
}
