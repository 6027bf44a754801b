package org.trustbench.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.support.LandingFolder;
import org.trustbench.support.MainRun;
import org.trustbench.support.PlainCsv;
import org.trustbench.support.SampleRuns;
import org.trustbench.support.SampleRuns.Whole;

/**
 * The whole run on the national samples against approved tables. {@code -Dgolden.approve=true}
 * approves what the run made.
 */
class ReleaseTest {
  private static final Path APPROVED =
      Path.of(System.getProperty("project.root", "."), "src/test/resources/golden");
  private static final List<String> FIGURES =
      List.of(
          "inspection_id",
          "measure_id",
          "cases_in_scope",
          "cases_assessed",
          "assessed",
          "sufficient",
          "not_applicable",
          "not_recorded",
          "score_percent",
          "lower95_percent",
          "upper95_percent");

  /** Trusts whose every comparison of the headline measures stands in the approved file. */
  private static final Set<String> SHOWN = Set.of("NSP", "LDN", "YSN");

  @TempDir Path folder;

  private static boolean isHeadline(Map<String, String> row) {
    String measure = row.get("measure_id");
    return measure.equals("overall") || measure.startsWith("theme-") || measure.startsWith("cp-");
  }

  private static void assertApproved(
      String name, List<String> columns, Predicate<Map<String, String>> wanted) throws IOException {
    List<Map<String, String>> rows = SampleRuns.national().table(name);
    List<String> shown = columns == null ? List.copyOf(header(name)) : columns;
    StringBuilder made = new StringBuilder(String.join(",", shown) + "\n");
    rows.stream()
        .filter(wanted)
        .map(row -> shown.stream().map(row::get).map(ReleaseTest::quoted))
        .map(cells -> cells.collect(Collectors.joining(",")) + "\n")
        .forEach(made::append);
    Path approved = APPROVED.resolve(name + ".csv");
    if (Boolean.getBoolean("golden.approve")) {
      Files.createDirectories(APPROVED);
      Files.writeString(approved, made);
    }
    List<String> expected = Files.readAllLines(approved);
    List<String> actual = made.toString().lines().toList();
    for (int line = 0; line < Math.min(expected.size(), actual.size()); line++) {
      assertThat(actual.get(line))
          .as("%s line %d", approved, line + 1)
          .isEqualTo(expected.get(line));
    }
    assertThat(actual).hasSameSizeAs(expected);
  }

  private static List<String> header(String name) {
    String text = PlainCsv.text(SampleRuns.national().release().resolve("tables/" + name + ".csv"));
    return PlainCsv.records(text, ',').get(0);
  }

  private static String quoted(String cell) {
    return cell.matches("[^\",\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  @Test
  void scores_of_themes_and_child_protection_are_as_approved() throws IOException {
    assertApproved("scores", FIGURES, ReleaseTest::isHeadline);
  }

  @Test
  void every_column_of_the_comparisons_of_three_trusts_is_as_approved() throws IOException {
    assertApproved(
        "comparisons", null, row -> SHOWN.contains(row.get("trust_id")) && isHeadline(row));
  }

  /** One line a column, so that a difference names the figures that changed. */
  @Test
  void every_column_of_every_table_is_as_approved() throws Exception {
    List<String> made = new ArrayList<>();
    made.add("table,column,rows,sha256");
    try (var tables = Files.list(SampleRuns.national().release().resolve("tables"))) {
      for (Path table : tables.sorted().toList()) {
        made.addAll(columns(table));
      }
    }
    Path approved = APPROVED.resolve("columns.csv");
    if (Boolean.getBoolean("golden.approve")) {
      Files.write(approved, made);
    }
    assertThat(made).as("%s", approved).isEqualTo(Files.readAllLines(approved));
  }

  private static List<String> columns(Path table) throws Exception {
    List<List<String>> records = PlainCsv.records(PlainCsv.text(table), ',');
    List<String> header = records.get(0);
    List<String> lines = new ArrayList<>();
    for (int column = 0; column < header.size(); column++) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (List<String> record : records.subList(1, records.size())) {
        digest.update((record.get(column) + "\n").getBytes(StandardCharsets.UTF_8));
      }
      String name = table.getFileName().toString().replace(".csv", "");
      String hash = HexFormat.of().formatHex(digest.digest()).substring(0, 16);
      lines.add("%s,%s,%d,%s".formatted(name, header.get(column), records.size() - 1, hash));
    }
    return lines;
  }

  @ParameterizedTest
  @ValueSource(strings = {"coverage", "rejects"})
  void the_account_is_as_approved(String table) throws IOException {
    assertApproved(table, null, row -> true);
  }

  @Test
  void the_last_line_names_the_release_and_so_does_the_latest_file() throws IOException {
    Whole whole = SampleRuns.national();
    String latest = Files.readString(whole.workspace().resolve("output/internal/latest.json"));

    assertThat(whole.run().exitCode()).isZero();
    assertThat(whole.run().err()).isEmpty();
    assertThat(whole.release().resolve("manifest.json")).exists();
    assertThat(latest)
        .contains("\"releases/" + whole.release().getFileName() + "\"")
        .contains("\"" + whole.release() + "\"");
  }

  @Test
  void a_run_from_scratch_on_one_core_makes_the_same_release_byte_for_byte() throws Exception {
    Whole before = SampleRuns.national();
    Whole again = SampleRuns.of(before.submissions(), "local[1]");

    assertThat(again.release()).isNotEqualTo(before.release());
    assertThat(again.release().getFileName()).isEqualTo(before.release().getFileName());
    Map<String, ByteBuffer> first = files(before.release());
    Map<String, ByteBuffer> second = files(again.release());
    assertThat(second.keySet()).isEqualTo(first.keySet()).contains("manifest.json", "run.json");
    first.forEach(
        (name, bytes) -> {
          if (!name.equals("run.json")) {
            assertThat(second.get(name)).as(name).isEqualTo(bytes);
          }
        });
  }

  @Test
  void a_run_on_nothing_new_leaves_the_release_as_it_is_and_starts_no_spark() throws Exception {
    Whole before = SampleRuns.national();
    Map<String, ByteBuffer> first = files(before.release());
    System.setProperty("spark.master", "no such master");
    try {
      MainRun again =
          MainRun.in(
              before.workspace(),
              "run",
              "--framework",
              "iaow-2013",
              "--submissions",
              before.submissions().toString(),
              "--focus",
              "NSP",
              "--comparator",
              "tranche");
      assertThat(again.exitCode()).as(again.err().toString()).isZero();
      assertThat(again.release()).isEqualTo(before.release());
      assertThat(again.out())
          .contains(
              "nothing has changed since the last ingest",
              "inspections: 0 new, 0 changed, 35 unchanged; submissions refused: 0");
    } finally {
      System.clearProperty("spark.master");
    }
    assertThat(files(before.release())).isEqualTo(first);
  }

  @Test
  void rows_in_another_order_make_the_same_tables() throws Exception {
    Whole before = SampleRuns.national();
    Whole shuffled = SampleRuns.of(shuffled(before.submissions()), "local[2]");

    assertThat(shuffled.release().getFileName()).isNotEqualTo(before.release().getFileName());
    Map<String, ByteBuffer> first = files(before.release());
    Map<String, ByteBuffer> second = files(shuffled.release());
    first.forEach(
        (name, bytes) -> {
          // Lines of rejects and hashes of what was sent tell of the order.
          if (name.matches("(tables|parquet)/.*") && !name.matches(".*(rejects|revisions).*")) {
            assertThat(second.get(name)).as(name).isEqualTo(bytes);
          }
        });
    assertThat(withoutLines(shuffled)).isEqualTo(withoutLines(before));
  }

  private static List<String> withoutLines(Whole whole) {
    return whole.table("rejects").stream()
        .map(row -> (row.get("file") + row.get("rule") + row.get("reason") + row.get("cells")))
        .map(text -> text.replaceAll("line \\d+", "line"))
        .sorted()
        .toList();
  }

  private Path shuffled(Path submissions) throws IOException {
    LandingFolder landing = new LandingFolder(folder.resolve("shuffled"));
    Random random = new Random(5);
    try (var paths = Files.walk(submissions)) {
      for (Path file : paths.filter(Files::isRegularFile).sorted().toList()) {
        String name = submissions.relativize(file).toString();
        if (name.endsWith("inspection.json")) {
          landing.file(name, Files.readAllBytes(file));
          continue;
        }
        List<String> lines = new ArrayList<>(PlainCsv.text(file).lines().toList());
        Collections.shuffle(lines.subList(name.contains("jsonl") ? 0 : 1, lines.size()), random);
        String text = String.join("\n", lines) + "\n";
        if (name.endsWith(".gz")) {
          landing.file(name, LandingFolder.gzip(text));
        } else {
          landing.file(name, text);
        }
      }
    }
    return landing.path();
  }

  /** The bytes of every file of a release by its name. */
  private static Map<String, ByteBuffer> files(Path release) throws Exception {
    Map<String, ByteBuffer> files = new TreeMap<>();
    try (var paths = Files.walk(release)) {
      for (Path file : paths.filter(Files::isRegularFile).toList()) {
        files.put(release.relativize(file).toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
      }
    }
    return files;
  }
}
