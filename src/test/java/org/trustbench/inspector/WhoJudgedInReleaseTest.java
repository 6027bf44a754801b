package org.trustbench.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.support.FedFile;
import org.trustbench.support.LandingFolder;
import org.trustbench.support.MainRun;
import org.trustbench.support.OdsDocument;
import org.trustbench.support.PublishedRelease;
import org.trustbench.support.TinyFramework;

/** From what is sent of two readings to the chapter on who judged, and to no public release. */
class WhoJudgedInReleaseTest {
  private static final List<String> SCHOOLS = List.of("HILL", "DALE", "FORD");

  @TempDir Path folder;

  /** Twelve lessons a school; of each school two lessons are read twice, in pairs of their own. */
  private void send() {
    for (int s = 0; s < SCHOOLS.size(); s++) {
      String school = SCHOOLS.get(s);
      StringBuilder cases = new StringBuilder("case_id,stage,risk,town\n");
      StringBuilder first = new StringBuilder("case_id,inspector_id,plan,pace\n");
      StringBuilder second = new StringBuilder("case_id,inspector_id,plan,pace\n");
      for (int c = 0; c < 12; c++) {
        String by = "Xaver " + (char) ('A' + 2 * s + c % 2);
        cases.append("L%d,early,low,\n".formatted(c));
        first.append("L%d,%s,yes,no\n".formatted(c, by));
        if (c < 2) {
          String other = "Xaver " + (char) ('A' + 2 * s + 1 - c % 2);
          second.append(
              "L%d,%s,yes,%s\n".formatted(c, other, school.equals("HILL") ? "yes" : "no"));
        }
      }
      new LandingFolder(folder.resolve("sent"))
          .send(school, school + "-2014", school, cases.toString(), first.toString())
          .file(school + "/second-readings.csv", second.toString());
    }
  }

  private Path published(String audience) throws IOException {
    MainRun run =
        MainRun.in(
            folder.resolve("w"),
            "run",
            "--framework",
            TinyFramework.write(folder.resolve("schools"), json -> json).toString(),
            "--submissions",
            folder.resolve("sent").toString(),
            "--audience",
            audience);
    assertThat(run.exitCode()).as("%s", run.err()).isZero();
    return run.release();
  }

  /**
   * Of 12 judgements 6 are sufficient in both readings, 2 in the second alone, 4 in neither: p =
   * 10/12. AC1: π = (6/12 + 8/12)/2 = 7/12, e = 2·7/12·5/12 = 35/72, (60/72 − 35/72)/(37/72) =
   * 25/37. Kappa: e = 6/12·8/12 + 6/12·4/12 = 1/2, 2/3.
   */
  @Test
  void agreement_is_told_within_the_inspectorate_and_nothing_of_it_to_the_public()
      throws IOException, SQLException {
    send();
    PublishedRelease internal = new PublishedRelease(published("internal"));
    NamedCsvRecord overall = internal.rows("agreement").get(0);
    assertThat(overall.getFields())
        .startsWith("overall", "6", "12", "6", "false", "6", "0", "2", "4", "83.3333")
        .contains("0.675676", "0.666667");
    assertThat(internal.folder().resolve("parquet/fact_agreement")).isDirectory();
    assertThat(internal.folder().resolve("summary/agreement.csv"))
        .content()
        .contains("overall,Overall,6,12,6,83,");
    assertThat(Files.readString(internal.folder().resolve("index.html")))
        .contains("<h2 id=\"judged\">Who judged</h2>", "12 judgements were read a second time");
    assertThat(Files.readString(internal.folder().resolve("method.html"))).contains("Who judged");
    assertThat(workbook(internal.folder())).contains("sheet Agreement\n");
    assertThat(texts(internal.folder())).doesNotContainIgnoringCase("xaver");
    assertThat(internal.rows("severity").get(0).getFields())
        .startsWith("overall", "6", "3", "36", "72", "0", "3", "");
    assertThat(internal.folder().resolve("tables/severity_verdicts.csv")).doesNotExist();
    assertThat(Files.readString(internal.folder().resolve("index.html")))
        .contains("How far inspectors differ in severity is not told: hardly any of the 6");

    assertThat(fed(internal.folder(), "agreement", "measure_label, cases, kappa"))
        .contains("Overall|6|0.666667");
    assertThat(fed(internal.folder(), "severity", "measure_id, inspectors, spread"))
        .containsExactly("overall|6|null");
    assertThat(fed(internal.folder(), "severity_verdicts", "*")).isEmpty();

    Path publicRelease = published("public");
    assertThat(fed(publicRelease, "agreement", "*")).isEmpty();
    assertThat(fed(publicRelease, "severity", "*")).isEmpty();
    String forPublic = texts(publicRelease);
    assertThat(forPublic)
        .contains("league")
        .doesNotContainIgnoringCase("who judged")
        .doesNotContain("agreement.csv", "fact_agreement", "sheet Agreement", "ac1_")
        .doesNotContainIgnoringCase("severity")
        .doesNotContain("readings agree")
        .doesNotContainIgnoringCase("second-readings")
        .doesNotContainIgnoringCase("kappa");
  }

  private List<String> fed(Path release, String view, String columns) throws SQLException {
    return FedFile.asked(
        release,
        folder.resolve(release.getFileName() + ".duckdb"),
        "select %s from schools.%s".formatted(columns, view));
  }

  /** Every name and every text of a release, those within its workbook too. */
  private static String texts(Path release) throws IOException {
    StringBuilder texts = new StringBuilder();
    try (Stream<Path> files = Files.walk(release)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.append(release.relativize(file)).append('\n');
        texts.append(
            file.toString().endsWith(".ods")
                ? workbook(release)
                : new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      }
    }
    return texts.toString();
  }

  /** The names of the sheets and the text of their cells. */
  private static String workbook(Path release) throws IOException {
    StringBuilder texts = new StringBuilder();
    byte[] bytes = Files.readAllBytes(release.resolve("league-tables.ods"));
    for (OdsDocument.Sheet sheet : OdsDocument.of(bytes).sheets()) {
      texts.append("sheet ").append(sheet.name()).append('\n');
      sheet.rows().stream()
          .flatMap(row -> row.cells().stream())
          .forEach(cell -> texts.append(cell.text()).append('\n'));
    }
    return texts.toString();
  }
}
