package org.trustbench.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustbench.support.SchoolVisits.CASES;
import static org.trustbench.support.SchoolVisits.MENDED;
import static org.trustbench.support.SchoolVisits.YES;
import static org.trustbench.support.SchoolVisits.id;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustbench.support.MainRun;
import org.trustbench.support.SchoolVisits;
import org.trustbench.support.TinyFramework;

/** What a lake has lost is read again from what was sent, and makes the same releases. */
class RepairTest {
  /** Has a row to reject and is taken in all the same. */
  private static final String WITH_REJECT = YES + "C9,yes,no,3\n";

  private static final String REFUSED = "case_id,plan,pace,safe\nC7,yes,no,3\n";

  @TempDir Path folder;
  private SchoolVisits schools;
  private Path lake;

  @BeforeEach
  void visits() throws IOException {
    System.setProperty("spark.master", "local[2]");
    Files.writeString(folder.resolve("settings.json"), "{\"reject_tolerance\": 0.6}");
    schools =
        new SchoolVisits(folder)
            .send("H", "H-1", "HILL", WITH_REJECT)
            .send("D", "D-1", "DALE", YES)
            .send("F", "F-1", "FORD", REFUSED);
    lake = folder.resolve("lake");
  }

  @AfterEach
  void no_cores() {
    System.clearProperty("spark.master");
  }

  private List<Path> files(String pattern) throws IOException {
    try (Stream<Path> paths = Files.walk(lake)) {
      return paths.filter(path -> path.toString().matches(".*/" + pattern)).sorted().toList();
    }
  }

  private static void damage(Path file, String how) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    switch (how) {
      case "deleted" -> Files.delete(file);
      case "cut" -> Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
      case "emptied" -> Files.write(file, new byte[0]);
      case "without sum" -> Files.delete(file.resolveSibling(file.getFileName() + ".sum"));
      default -> {
        bytes[bytes.length / 3] ^= 4;
        Files.write(file, bytes);
      }
    }
  }

  /** The release made anew elsewhere, without what differs from run to run. */
  private Map<String, Integer> made(String... further) throws IOException {
    String[] args = Arrays.copyOf(further, further.length + 2);
    args[further.length] = "--lake";
    args[further.length + 1] = lake.toString();
    Path elsewhere = Files.createTempDirectory(folder, "elsewhere");
    Files.copy(folder.resolve("settings.json"), elsewhere.resolve("settings.json"));
    Map<String, Integer> bytes =
        SchoolVisits.bytes(schools.doneIn(elsewhere, "publish", args).release());
    bytes.remove("run.json");
    return bytes;
  }

  private void assertSound() {
    MainRun check = schools.done("check");
    assertThat(check.err()).isEmpty();
    assertThat(check.out().get(check.out().size() - 1)).startsWith("no fault found: ");
  }

  private MainRun repair(String... further) {
    String[] args = Arrays.copyOf(further, further.length + 1);
    args[further.length] = "--repair";
    return schools.job("check", args);
  }

  private void run() {
    assertThat(schools.job("run").exitCode()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "cases, deleted",
    "cases, flipped",
    "judgements, deleted",
    "judgements, cut",
    "judgements, without sum",
    "rejects, deleted",
    "rejects, flipped",
    "files, deleted",
    "files, emptied",
    "tallies, deleted",
    "tallies, flipped"
  })
  void what_one_table_has_lost_is_made_again_from_what_was_sent(String table, String how)
      throws IOException {
    run();
    Map<String, Integer> before = made();
    for (Path file : files(table + "/data/.*parquet")) {
      damage(file, how);
    }
    assertThat(schools.job("check").err())
        .isNotEmpty()
        .allMatch(line -> line.contains("run check --repair"));

    MainRun repair = repair();

    assertThat(repair.err()).isEmpty();
    assertThat(repair.exitCode()).isZero();
    assertThat(repair.out()).anyMatch(line -> line.startsWith("repaired: table " + table + ": "));
    assertSound();
    assertThat(made()).isEqualTo(before);
    assertThat(schools.job("run").out())
        .contains("inspections: 0 new, 0 changed, 2 unchanged; submissions refused: 1");
    schools.done("maintain", "--keep-days", "0");
    assertSound();
  }

  @Test
  void all_of_it_is_made_again_at_once() throws IOException {
    run();
    Map<String, Integer> before = made();
    for (Path file : files("(cases|judgements|rejects|files|tallies)/data/.*parquet")) {
      damage(file, "deleted");
    }

    MainRun repair = repair();

    assertThat(repair.err()).isEmpty();
    assertThat(repair.exitCode()).isZero();
    assertThat(made()).isEqualTo(before);
  }

  @Test
  void tallies_of_a_later_scoring_are_made_again() throws IOException {
    run();
    TinyFramework.write(
        schools.framework(), json -> json.replace("Safe in late classes", "Safe when late"));
    run();
    Map<String, Integer> before = made();
    for (Path file : files("tallies/data/.*parquet")) {
      damage(file, "deleted");
    }

    assertThat(repair().exitCode()).isZero();

    assertSound();
    assertThat(made()).isEqualTo(before);
  }

  @Test
  void tallies_that_no_framework_is_known_of_any_more_are_let_go() throws IOException {
    assertThat(schools.job("ingest").exitCode()).isEqualTo(3);
    TinyFramework.write(
        schools.framework(), json -> json.replace("Safe in late classes", "Safe when late"));
    run();
    Map<String, Integer> before = made();
    for (Path file : files("tallies/data/.*parquet")) {
      damage(file, "flipped");
    }

    assertThat(repair().exitCode()).isZero();

    assertThat(made()).isEqualTo(before);
  }

  @Test
  void what_is_not_sent_again_as_it_was_is_named_and_nothing_else_is_written() throws IOException {
    run();
    Map<String, Integer> before = made();
    Path judgements = schools.inbox().path().resolve("H/judgements.csv");
    String sent = Files.readString(judgements);
    Files.writeString(judgements, sent.replace("C2,yes,no,3", "C2,yes,no,2"));
    for (Path file : files("judgements/data/.*parquet")) {
      damage(file, "deleted");
    }

    MainRun repair = repair();

    assertThat(repair.exitCode()).isEqualTo(1);
    assertThat(repair.err())
        .anyMatch(
            line -> line.contains("H-1 (sent as H) cannot be read again") && line.contains("send"))
        .noneMatch(line -> line.contains("D-1 (sent as D) cannot") || line.contains("F-1"));
    MainRun publish = schools.job("publish");
    assertThat(publish.exitCode()).isEqualTo(1);
    assertThat(publish.err()).singleElement().asString().contains("judgements", "is missing");

    Files.writeString(judgements, sent);
    assertThat(repair().exitCode()).isZero();
    assertThat(made()).isEqualTo(before);
  }

  @Test
  void other_rules_of_reading_are_not_taken_for_those_of_then() throws IOException {
    run();
    for (Path file : files("cases/data/.*parquet")) {
      damage(file, "deleted");
    }

    MainRun repair = repair("--reject-tolerance", "0.61");

    assertThat(repair.exitCode()).isEqualTo(1);
    assertThat(repair.err()).anyMatch(line -> line.contains("--reject-tolerance that it was read"));
    assertThat(repair().exitCode()).isZero();
  }

  @Test
  void an_earlier_release_is_made_again_from_what_was_sent_then() throws IOException {
    run();
    Map<String, Integer> before = made();
    String first = id(schools.job("publish"));
    Path then = folder.resolve("then");
    SchoolVisits.copy(schools.inbox().path(), then);
    schools.inbox().send("H", "H-1", "HILL", CASES, MENDED);
    run();
    for (Path file : files("(cases|judgements|tallies)/data/.*parquet")) {
      damage(file, "deleted");
    }

    MainRun now = repair();
    assertThat(now.exitCode()).isEqualTo(1);
    assertThat(now.err()).anyMatch(line -> line.contains("H-1 (sent as H) cannot be read again"));
    MainRun repair = repair("--submissions", then.toString());

    assertThat(repair.err()).isEmpty();
    assertThat(repair.exitCode()).isZero();
    assertThat(made("--as-of", first)).isEqualTo(before);
    assertSound();
  }

  @Test
  void an_extract_is_read_again() throws IOException {
    Path extract = folder.resolve("visits.csv");
    Files.write(
        extract,
        """
        Visits
        of 2014
        School;Form;No;Kind;Stage;Town;Q1;Q2;Type;Day
        HILL;1;1;lesson;E;Ely;J;N;Full;01/02/2014
        HILL;1;2;lesson;L;Ely;J;J;Full;01/02/2014
        DALE;1;1;lesson;E;Ely;N;N;Full;02/02/2014
        """
            .getBytes(StandardCharsets.ISO_8859_1));
    String[] args = {"--extract", extract.toString(), "--layout", "wide"};
    assertThat(schools.job("run", args).exitCode()).isZero();
    Map<String, Integer> before = made();
    for (Path file : files("(cases|judgements|files)/data/.*parquet")) {
      damage(file, "deleted");
    }

    MainRun repair = repair(args);

    assertThat(repair.err()).isEmpty();
    assertThat(repair.exitCode()).isZero();
    assertThat(made()).isEqualTo(before);
  }

  @Test
  void where_a_table_itself_is_lost_it_is_said_what_to_send() throws IOException {
    run();
    for (Path file : files("tallies/metadata/.*-m0.avro")) {
      damage(file, "flipped");
    }

    MainRun repair = repair();

    assertThat(repair.exitCode()).isEqualTo(1);
    assertThat(repair.err())
        .anyMatch(line -> line.contains("nothing was repaired") && line.contains(": D, F, H"));
  }
}
