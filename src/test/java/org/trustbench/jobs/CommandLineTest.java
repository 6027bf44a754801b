package org.trustbench.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkUserAppException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.benchmark.Results;
import org.trustbench.jobs.session.Session;
import org.trustbench.jobs.settings.PlaceSettings;
import org.trustbench.jobs.settings.ProgrammeSettings;
import org.trustbench.jobs.settings.Setting;
import org.trustbench.jobs.settings.Settings;
import org.trustbench.jobs.settings.SettingsReader;
import org.trustbench.jobs.stages.BenchmarkStage;
import org.trustbench.jobs.stages.Publication;
import org.trustbench.jobs.stages.ScoreStage;
import org.trustbench.support.LandingFolder;
import org.trustbench.support.MainRun;
import org.trustbench.support.TinyFramework;

/** The contract of the command line: exit codes, one line on standard error, the last line. */
class CommandLineTest {
  private static final String CASES = "case_id,stage,risk\nC1,late,low\nC2,early,high\n";
  private static final String JUDGEMENTS = "case_id,plan,pace,safe\nC1,yes,yes,1\nC2,no,yes,3\n";

  @TempDir Path folder;
  private LandingFolder inbox;

  @BeforeAll
  static void two_cores() {
    System.setProperty("spark.master", "local[2]");
  }

  @AfterAll
  static void no_cores() {
    System.clearProperty("spark.master");
  }

  @BeforeEach
  void two_schools() throws IOException {
    TinyFramework.write(folder.resolve("framework"), json -> json);
    inbox =
        new LandingFolder(folder.resolve("inbox"))
            .send("H", "H-1", "HILL", CASES, JUDGEMENTS)
            .send("D", "D-1", "DALE", CASES, JUDGEMENTS);
  }

  private MainRun job(String job, String... further) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "--framework",
                folder.resolve("framework").toString(),
                "--submissions",
                inbox.path().toString()));
    args.addAll(List.of(further));
    return MainRun.in(folder, job, args.toArray(String[]::new));
  }

  private static void assertFails(MainRun run, int exitCode, String words) {
    assertThat(run.err()).singleElement().asString().startsWith("trustbench: ").contains(words);
    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.out()).noneMatch(line -> line.startsWith("release: ") || line.contains("\tat "));
  }

  @Test
  void a_run_ends_with_the_place_of_its_release_and_the_latest_file_names_it() throws IOException {
    MainRun run = job("run");

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.release().resolve("manifest.json")).exists();
    assertThat(Files.readString(folder.resolve("output/internal/latest.json")))
        .contains("\"path\" : \"" + run.release() + "\"");
  }

  @Test
  void a_run_with_refusals_publishes_and_exits_with_3() {
    inbox.file("D/inspection.json", "{");

    MainRun run = job("run");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).hasSize(3);
    assertThat(run.err().get(0)).startsWith("trustbench: refused: D/inspection.json: ");
    assertThat(run.err().get(1)).endsWith("rejects.html");
    assertThat(run.err().get(2)).endsWith("rejects/to-mend/D/problems.html");
    assertThat(run.release()).exists();
  }

  @Test
  void stages_apart_come_to_the_release_of_a_run() {
    assertThat(job("ingest").exitCode()).isZero();
    assertThat(job("score").out()).contains("scored: 2 inspections, 16 measures");
    assertThat(job("benchmark", "--focus", "Hill").exitCode()).isZero();
    Path release = job("publish", "--focus", "Hill").release();

    assertThat(job("run", "--focus", "HILL").release()).isEqualTo(release);
  }

  @Test
  void every_submission_refused_leaves_nothing_to_publish() {
    inbox.file("D/inspection.json", "{").file("H/cases.csv", "");

    MainRun run = job("run");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err())
        .hasSize(6)
        .contains("trustbench: no inspection could be accepted, so nothing is published");
    assertThat(run.out()).noneMatch(line -> line.startsWith("release: "));
    assertThat(folder.resolve("output/internal/latest.json")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"score", "benchmark", "publish"})
  void an_empty_lake_is_a_failure(String job) {
    inbox.file("D/inspection.json", "{").file("H/cases.csv", "");
    assertThat(job("ingest").exitCode()).isEqualTo(3);

    assertFails(job(job), 1, "the lake holds no inspection of schools: ingest submissions first");
  }

  @Test
  void without_a_job_the_usage_is_shown() {
    MainRun run = MainRun.of();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(String.join("\n", run.err())).contains("Usage: trustbench");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "run --help", "--version", "synthesise --help"})
  void help_and_version_are_no_failure(String args) {
    MainRun run = MainRun.of(args.split(" ", -1));

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isNotEmpty();
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "help           | --help",
        "help run       | run --help",
        "run help       | run --help",
        "framework help | framework --help"
      })
  void help_may_be_asked_for_by_a_word(String words, String flags) {
    MainRun run = MainRun.of(words.split(" ", -1));

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEqualTo(MainRun.of(flags.split(" ", -1)).out());
  }

  @Test
  void help_has_the_flags_that_the_job_uses_by_what_they_are_about() {
    String help = String.join("\n", MainRun.of("score", "--help").out());

    assertThat(help)
        .contains(
            "Usage: trustbench score [FLAGS]", "What is read:", "--lake=DIR", "example: --lake")
        .doesNotContain("--focus", "--accept", "What is compared");
    assertThat(String.join("\n", MainRun.of("run", "--help").out()))
        .contains(
            "What is compared, and by which rules:", "default: 10; example: --reliable-from 5");
    assertThat(MainRun.of("feed", "--help").out().get(0))
        .isEqualTo("Usage: trustbench feed --to URL [FLAGS]");
  }

  @Test
  void the_settings_are_said_as_a_sentence_and_what_is_not_used_is_named() {
    List<String> run = job("run", "--focus", "Hill", "--reliable-from", "2").out();

    assertThat(run.get(0))
        .startsWith("settings: submissions of " + inbox.path() + ", framework ")
        .contains(", trust HILL in focus, compared by programme, ", ", [u] below 2 cases, ")
        .doesNotContain("=", "{");
    assertThat(run.get(run.size() - 2)).startsWith("next: open ").endsWith("index.html");
    assertThat(job("score").out().get(0))
        .startsWith("settings: framework ")
        .endsWith("; this job does not use --submissions, --output");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "benchmark --focus Hil          | did you mean HILL?",
        "benchmark --comparator program | did you mean programme?",
        "benchmark --focs HILL          | did you mean --focus?",
        "explain --trust HILL --measure overal | did you mean overall?"
      })
  void a_mistyped_word_gets_the_nearest(String words, String meant) {
    assertThat(job("run").exitCode()).isZero();
    List<String> args = new ArrayList<>(List.of(words.split(" ", -1)));

    assertFails(job(args.remove(0), args.toArray(String[]::new)), 2, meant);
  }

  @Test
  void an_unknown_job_is_wrong_usage() {
    assertFails(MainRun.of("rum"), 2, "rum");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--nonsense x                 | --nonsense",
        "--draws many                 | --draws",
        "--draws 1.5                  | \"1.5\" is not a whole number",
        "--reliable-from 3000000000   | \"3000000000\" is not a whole number",
        "--case-change much           | \"much\" is not a number, such as 0.05",
        "--case-change 1e400          | \"1e400\" is not a number, such as 0.05",
        "--judgement-change Infinity  | \"Infinity\" is not a number, such as 0.05",
        "--reject-tolerance NaN       | \"NaN\" is not a number, such as 0.05",
        "--reject-tolerance 0x1p-3    | \"0x1p-3\" is not a number, such as 0.05",
        "--expected-share 1d          | \"1d\" is not a number, such as 0.05",
        "--reject-tolerance 5         | reject tolerance 5.0 is not between 0 and 1",
        "--score-rule best            | score rule \"best\" is not one of pooled,"
            + " mean-of-questions",
        "--reliable-from -1           | reliable-from -1 is below 0",
        "--as-at tomorrow             | --as-at",
        "--audience everyone          | audience \"everyone\" is not one of internal, public",
        "--focus Hull                 | focus \"Hull\" is not a trust of schools",
        "--comparator county          | comparator \"county\" is not one of [programme]",
        "--layout wide                | --layout goes with --extract",
        "--extract x.csv              | exclude each other",
        "--focus                      | --focus",
        "surplus                      | surplus"
      })
  void a_wrong_argument_is_wrong_usage(String args, String words) {
    assertFails(job("run", args.split(" ", -1)), 2, words);
    assertThat(folder.resolve("lake/catalog.sqlite")).doesNotExist();
  }

  @Test
  void a_landing_folder_must_exist_and_hold_a_folder() throws IOException {
    inbox = new LandingFolder(folder.resolve("nowhere"));
    assertFails(job("run"), 2, "nowhere is not a folder");

    Files.createDirectories(inbox.path());
    assertFails(job("run"), 2, "nowhere holds no folders");
  }

  private MainRun extract(String... args) {
    List<String> all =
        new ArrayList<>(List.of("--framework", folder.resolve("framework").toString()));
    all.addAll(List.of(args));
    return MainRun.in(folder, "run", all.toArray(String[]::new));
  }

  @Test
  void an_extract_needs_a_layout_of_the_framework_and_a_file() {
    Path file = folder.resolve("long.csv");
    new LandingFolder(folder)
        .file(
            "long.csv",
            "School,Case,Stage,Item,Result\nHill,C1,late,plan,J\nDale,C1,late,plan,J\n");

    assertFails(extract("--extract", file.toString()), 2, "layout \"\" is not one of [wide, long]");
    assertFails(
        extract("--extract", file.toString(), "--layout", "tall"),
        2,
        "layout \"tall\" is not one of [wide, long]");
    assertFails(
        extract("--extract", folder.resolve("none.csv").toString(), "--layout", "long"),
        2,
        "none.csv does not exist");
    assertThat(extract("--extract", file.toString(), "--layout", "long").exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "benchmark",
        "compare --trust NSP --with KNT",
        "ingest --withdraw NSP-2014-03 --why mistake",
        "maintain",
        "publish",
        "publish --as-of r1",
        "rekey",
        "score"
      })
  void only_what_is_sent_makes_a_lake_of_a_name(String job, @TempDir Path elsewhere) {
    List<String> arguments = new ArrayList<>(List.of(job.split(" ")));
    arguments.addAll(List.of("--lake", elsewhere.resolve("lakke").toString()));
    if (!job.equals("rekey") && !job.equals("score")) {
      arguments.addAll(List.of("--output", elsewhere.resolve("output").toString()));
    }
    MainRun run = MainRun.of(arguments.toArray(String[]::new));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .singleElement()
        .asString()
        .contains("there is no lake in ", "lakke: name the folder of one by --lake");
    assertThat(elsewhere).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nonsense                         | is not JSON at line 1",
        "{\"lake\": \"a\", \"lake\": \"b\"} | is not JSON at line 1",
        "[]                               | is not a JSON object",
        "{} {}                            | is not JSON",
        "{\"tolerance\": 1}               | there is no setting \"tolerance\"",
        "{\"reject_tolerance\": \"high\"} | reject_tolerance \"high\" is not a number",
        "{\"case_change\": 1e400}         | case_change",
        "{\"seed\": \"one\"}              | seed \"one\" is not a number",
        "{\"draws\": 200.5}               | draws 200.5 is not a number",
        "{\"focus\": 7}                   | 7 is not a text",
        "{\"as_at\": \"yesterday\"}       | as_at \"yesterday\" is not a date"
      })
  void a_broken_settings_file_is_named(String json, String words) throws IOException {
    Files.writeString(folder.resolve("settings.json"), json);

    MainRun run = MainRun.in(folder, "run");

    assertFails(run, 2, words);
    assertThat(run.err().get(0)).contains("settings.json");
  }

  @Test
  void settings_that_are_missing_are_asked_for_one_at_a_time() {
    assertFails(
        MainRun.of("run", "--settings", folder.resolve("none.json").toString()),
        2,
        "none.json cannot be read");
    assertFails(MainRun.in(folder, "run"), 2, "framework is not set");
    assertFails(MainRun.in(folder, "run", "--framework", "iaow-2013"), 2, "nothing to read");
  }

  @Test
  void a_broken_framework_is_wrong_usage_and_its_mistake_named() throws IOException {
    assertFails(
        MainRun.in(folder, "run", "--framework", "none", "--submissions", inbox.path().toString()),
        2,
        "Framework none is neither built in");
    Path framework = folder.resolve("framework");
    TinyFramework.write(
        framework, json -> json.replace("\"case_mix\": [\"stage\"", "\"case_mix\": [\"age\""));
    assertFails(job("run"), 2, "there is no attribute age");
    TinyFramework.write(framework, json -> "{");
    MainRun run = job("run");
    assertFails(run, 2, "framework.json is not JSON at line 1");
    assertThat(run.err().get(0)).doesNotContain("Source");
    TinyFramework.write(framework, json -> json);
    Files.delete(framework.resolve("trusts.csv"));
    assertFails(job("run"), 2, "trusts.csv is missing");
  }

  @Test
  void a_lake_or_output_that_is_a_file_is_a_failure() throws IOException {
    Files.writeString(folder.resolve("lake"), "");
    assertFails(job("run"), 1, "the lake's folder");
    Files.delete(folder.resolve("lake"));
    Files.writeString(folder.resolve("output"), "");
    assertFails(job("run"), 1, "cannot be written");
  }

  @Test
  void a_catalog_that_is_no_database_is_a_failure() throws IOException {
    Files.createDirectories(folder.resolve("lake"));
    Files.writeString(folder.resolve("lake/catalog.sqlite"), "not a database, ".repeat(100));

    assertFails(job("run"), 1, "the lake's catalog");
  }

  @Test
  void a_day_before_every_publication_leaves_nothing_to_compare() {
    assertFails(job("run", "--as-at", "2014-03-03"), 1, "2014-03-03");
    assertThat(job("run", "--as-at", "2014-03-04").exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--lake", "--output", "--submissions", "--key-file", "--settings", "--framework"})
  void a_relative_path_is_refused_where_the_driver_runs_in_the_cluster(String flag) {
    System.setProperty("spark.submit.deployMode", "cluster");
    try {
      List<String> args =
          new ArrayList<>(
              List.of(
                  "--framework",
                  folder.resolve("framework").toString(),
                  "--submissions",
                  inbox.path().toString(),
                  "--settings",
                  folder.resolve("settings.json").toString(),
                  "--lake",
                  folder.resolve("lake").toString(),
                  "--output",
                  folder.resolve("output").toString()));
      args.removeIf(
          word -> args.indexOf(flag) >= 0 && args.indexOf(word) == args.indexOf(flag) + 1);
      args.remove(flag);
      args.addAll(List.of(flag, "near"));
      args.add(0, "benchmark");
      Files.writeString(folder.resolve("settings.json"), "{}");

      assertFails(MainRun.of(args.toArray(String[]::new)), 2, "near is relative");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } finally {
      System.clearProperty("spark.submit.deployMode");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"explain --release near", "feed --to duckdb:near"})
  void so_is_one_of_a_release_or_a_database(String words) {
    assertThat(job("run").exitCode()).isZero();
    System.setProperty("spark.submit.deployMode", "cluster");
    try {
      List<String> args = new ArrayList<>(List.of(words.split(" ", -1)));
      String job = args.remove(0);
      if (job.equals("explain")) {
        args.addAll(List.of("--trust", "HILL", "--measure", "all"));
      }

      assertFails(job(job, args.toArray(String[]::new)), 2, "near is relative");
    } finally {
      System.clearProperty("spark.submit.deployMode");
    }
  }

  @Test
  void so_is_one_that_a_settings_file_names_since_the_file_was_sent_along() throws IOException {
    Path settings = folder.resolve("near.json");
    Files.writeString(settings, "{\"output\": \"../near\"}");
    System.setProperty("spark.submit.deployMode", "cluster");
    try {
      assertFails(
          MainRun.of("benchmark", "--settings", settings.toString()),
          2,
          "near.json, line 1: output: ../near is relative");
    } finally {
      System.clearProperty("spark.submit.deployMode");
    }
  }

  @Test
  void a_file_that_was_sent_along_is_found_where_the_driver_starts() {
    System.setProperty("spark.submit.deployMode", "cluster");
    System.setProperty("spark.trustbench.sent", "sent-0-settings.json,sent-1-key");
    try {
      assertFails(
          MainRun.of("benchmark", "--settings", "sent-0-settings.json"),
          2,
          "sent-0-settings.json cannot be read");
      assertFails(
          MainRun.of("benchmark", "--settings", "settings.json"), 2, "settings.json is relative");
    } finally {
      System.clearProperty("spark.submit.deployMode");
      System.clearProperty("spark.trustbench.sent");
    }
  }

  @Test
  void yarn_is_told_the_exit_code_by_an_exception_since_an_exit_tells_it_nothing() {
    PrintStream out = System.out;
    PrintStream err = System.err;
    Thread.UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();
    System.setProperty("spark.submit.deployMode", "cluster");
    System.setProperty("spark.master", "yarn");
    try {
      assertThatThrownBy(() -> Main.main(new String[] {"benchmark", "--settings", "near"}))
          .isInstanceOfSatisfying(
              SparkUserAppException.class, e -> assertThat(e.exitCode()).isEqualTo(2));
    } finally {
      System.setOut(out);
      System.setErr(err);
      Thread.setDefaultUncaughtExceptionHandler(handler);
      System.clearProperty("spark.submit.deployMode");
      System.clearProperty("spark.master");
    }
  }

  @Test
  void a_settings_file_that_stayed_on_the_submitting_machine_is_told_as_such() {
    System.setProperty("spark.submit.deployMode", "cluster");
    try {
      assertFails(
          MainRun.of("benchmark", "--settings", folder.resolve("gone.json").toString()),
          2,
          "gone.json cannot be read on the machine that the driver runs on: with --deploy-mode"
              + " cluster put");
    } finally {
      System.clearProperty("spark.submit.deployMode");
    }
  }

  @Test
  void a_catalog_of_ones_own_is_named_in_place_of_the_lake() throws IOException {
    String uri = "jdbc:sqlite:" + folder.resolve("own.sqlite");
    Map<String, String> own =
        Map.of(
            "spark.sql.catalog.lake.type", "jdbc",
            "spark.sql.catalog.lake.uri", uri,
            "spark.sql.catalog.lake.jdbc.schema-version", "V1",
            "spark.sql.catalog.lake.jdbc.password", "hush",
            "spark.sql.catalog.lake.warehouse", folder.resolve("warehouse").toUri().toString());
    own.forEach(System::setProperty);
    try {
      MainRun run = job("run");

      assertThat(run.exitCode()).as(run.err().toString()).isZero();
      assertThat(run.out().get(0))
          .contains("catalog jdbc " + uri)
          .doesNotContain(", lake ", "hush");
      assertThat(Files.readString(run.release().resolve("run.json")))
          .contains("\"catalog\" : \"jdbc " + uri)
          .doesNotContain("\"lake\"", "hush");
    } finally {
      own.keySet().forEach(System::clearProperty);
    }
  }

  @Test
  void what_another_command_commits_meanwhile_is_not_in_the_release() throws IOException {
    assertThat(job("ingest").exitCode()).isZero();
    Map<Setting<?>, Object> flags =
        Map.of(
            PlaceSettings.FRAMEWORK, folder.resolve("framework").toString(),
            PlaceSettings.SUBMISSIONS, inbox.path(),
            PlaceSettings.LAKE, folder.resolve("lake"),
            PlaceSettings.OUTPUT, folder.resolve("output"));
    Settings settings =
        SettingsReader.read(flags, folder.resolve("settings.json"), ProgrammeSettings.ALL);
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true);
    try (Session session = new Session(settings, ProgrammeSettings.ALL, List.of(), nowhere)) {
      Results results = BenchmarkStage.benchmark(session, ScoreStage.score(session));
      inbox.send("F", "F-1", "FORD", CASES, JUDGEMENTS);
      assertThat(job("ingest").out()).anyMatch(line -> line.startsWith("inspections: 1 new"));

      Path release = Publication.publish(session, results).folder();

      assertThat(Files.readString(release.resolve("manifest.json")))
          .contains("\"H-1\"", "\"D-1\"")
          .doesNotContain("F-1");
      assertThat(Files.readString(release.resolve("tables/coverage.csv"))).doesNotContain("F-1");
    }
  }
}
