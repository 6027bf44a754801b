package org.trustbench.confidentiality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.support.LandingFolder;
import org.trustbench.support.MainRun;
import org.trustbench.support.PlainCsv;
import org.trustbench.support.SampleRuns;
import org.trustbench.support.SampleRuns.Whole;
import org.trustbench.support.TinyFramework;
import org.trustbench.support.Unpacked;

/** Identifiers, notes and raw rows that were sent are nowhere afterwards but where they were. */
class PlantedIdentifiersTest {
  private static final String PLANTED = "PLANTED";

  /** How the samples name cases, interviews and inspectors. */
  private static final Pattern IDENTIFIER =
      Pattern.compile("(?<![A-Za-z0-9])([CI][0-9]{4}|insp-[0-9]+)(?![A-Za-z0-9])");

  private static final String KEY = "PLANTED-key-0123456789abcdef0123456789";

  private static final String CASES =
      """
      case_id,stage,risk,town,name,notes
      PLANTED-C1,late,low,Ely,PLANTED Doe,PLANTED lives at home
      PLANTED-C2,early,high,,,
      PLANTED-C3,PLANTED-C7,high,,,
      PLANTED-C4,PLANTED Doe,high,,,
      PLANTED-C5,late,low,"PLANTED, a long text on a person that somebody typed where a town is meant",,
      PLANTED-C6,late
      ,PLANTED-C8,low,,,
      PLANTED-C1,early,low,Ely,,
      PLANTED-C9,late,low,Ely,,
      """;
  private static final String LONG =
      """
      case_id,question_id,answer,inspector_id,notes
      PLANTED-C1,plan,yes,PLANTED-I1,PLANTED said so
      PLANTED-C2,plan,yes,PLANTED-I1,
      PLANTED-C2,plan,no,PLANTED-I1,
      PLANTED-C2,pace,yes,PLANTED-I1,
      PLANTED-C9,pace,yes,PLANTED-I1,
      PLANTED-C9,safe,2,PLANTED-I1,
      PLANTED-X1,plan,yes,PLANTED-I1,
      plan,PLANTED-X2,yes,PLANTED-I1,
      PLANTED-C2,PLANTED-I1,yes,,
      PLANTED-C2,marked,PLANTED-I1,,
      PLANTED-C2,marked,PLANTED-C2,,
      PLANTED-C2,marked,no: PLANTED Doe would not,,
      PLANTED-C2,marked
      """;
  private static final String SECOND =
      """
      case_id,question_id,answer,inspector_id,notes
      PLANTED-C2,pace,no,PLANTED-I3,
      PLANTED-C9,pace,yes,PLANTED-I3,
      PLANTED-C9,pace,no,PLANTED-I4,PLANTED
      PLANTED-X3,pace,no,PLANTED-I4,
      PLANTED-C2,PLANTED-I4,no,PLANTED-I4,
      PLANTED-C2,safe,PLANTED-I4,PLANTED-I4,
      """;
  private static final String JSON =
      """
      {"case_id":"PLANTED-J4","inspector_id":"PLANTED-I5","judgements":{"plan":"yes"},"second_inspector_id":"PLANTED-I6","second_readings":{"plan":"no","PLANTED":"PLANTED"}}
      {"case_id":"PLANTED-J5","inspector_id":["PLANTED-I5"],"judgements":{"plan":"yes"}}
      {"case_id":"PLANTED-J1","name":"PLANTED Doe","judgements":{"plan":"yes","PLANTED-J1":"no","pace":"PLANTED"}}
      {"case_id":"PLANTED-J2","attributes":{"stage":"PLANTED"},"judgements":{"plan":"yes"}}
      {"case_id":"PLANTED-J3","judgements":{"plan":"yes"
      """;
  private static final String EXTRACT =
      """
      School,Case,Stage,Item,Result,By,Read
      Hill,PLANTED-1,late,Q1,J,PLANTED-I1,1
      Hill,PLANTED-1,late,Q1,J,PLANTED-I2,2
      Hill,PLANTED-1,late,PLANTED-1,J,PLANTED-I1,1
      Hill,PLANTED-1,late,Q1,J,1,PLANTED-I2
      Hill,PLANTED-5,late,Q1,J,PLANTED-I2,2
      Hill,PLANTED-2,PLANTED-9,Q1,PLANTED-3,,
      Dale,PLANTED-1,late,Q2,PLANTED Doe,PLANTED-I2,
      Dale,PLANTED-1,late,Q1,J,,
      PLANTED-4,Hill,late,Q1,J,,
      """;

  @TempDir Path folder;

  private MainRun run(List<String> sent) throws IOException {
    Path key = Files.writeString(folder.resolve("key"), KEY);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--framework",
                TinyFramework.write(
                        folder.resolve("framework"), PlantedIdentifiersTest::withReadings)
                    .toString(),
                "--reject-tolerance",
                "1",
                "--key-file",
                key.toString()));
    arguments.addAll(sent);
    Map<String, String> spark =
        Map.of(
            "spark.master",
            "local[2]",
            "spark.trustbench.startAbove",
            "0",
            "spark.eventLog.enabled",
            "true",
            "spark.eventLog.compress",
            "false",
            "spark.eventLog.dir",
            Files.createDirectories(workspace().resolve("events")).toUri().toString());
    spark.forEach(System::setProperty);
    try {
      return MainRun.in(workspace(), "run", arguments.toArray(String[]::new));
    } finally {
      spark.keySet().forEach(System::clearProperty);
    }
  }

  private static String withReadings(String json) {
    return json.replace(
        "{ \"id\": \"long\",",
        "{ \"id\": \"long\", \"inspector\": \"By\", \"reading\": { \"column\": \"Read\", \"first\":"
            + " [\"1\"], \"second\": [\"2\"] },");
  }

  private Path workspace() {
    return folder.resolve("workspace");
  }

  private static void assertNowhere(MainRun run, Path workspace) {
    Map<Path, String> texts = Unpacked.texts(workspace);
    assertThat(named(texts, "events/")).anyMatch(text -> text.contains("SparkListenerTaskEnd"));
    assertThat(named(texts, "lake/")).anyMatch(text -> text.contains("question_id: plan\n"));
    assertThat(named(texts, "output/")).anyMatch(text -> text.contains("not quoted"));
    texts.forEach(
        (file, text) -> assertThat(text.contains(PLANTED)).as("planted in " + file).isFalse());
    assertThat(run.out()).noneMatch(line -> line.contains(PLANTED));
    assertThat(run.err()).noneMatch(line -> line.contains(PLANTED));
  }

  private static List<String> named(Map<Path, String> texts, String part) {
    return texts.entrySet().stream()
        .filter(entry -> entry.getKey().toString().contains(part))
        .map(Map.Entry::getValue)
        .toList();
  }

  @Test
  void nothing_planted_in_submissions_is_in_lake_release_event_log_or_output() throws IOException {
    Path inbox = folder.resolve("inbox");
    new LandingFolder(inbox)
        .send("H", "H-1", "HILL", CASES, LONG)
        .send(
            "D",
            "D-1",
            "DALE",
            CASES,
            "case_id,inspector_id,plan,pace,notes\nPLANTED-C1,PLANTED-I2,yes,PLANTED,PLANTED\n"
                + "PLANTED-C9,PLANTED-I2,yes,no,\nPLANTED-X1,x,yes,yes,\nPLANTED-C2,i\n")
        .file(
            "F/inspection.json",
            LandingFolder.manifest("F-1", "FORD").replace("2014-03-04", "2014-03-05"))
        .file("F/cases.jsonl", JSON)
        .file("H/second-readings.csv", SECOND)
        .send("R", "R-1", "FORD", CASES, "PLANTED-C1,PLANTED-C1,yes\nPLANTED-C2,plan,yes\n")
        .send("S", "S-1", "FORD", CASES, LONG + "PLANTED-C1,\"plan,yes\nPLANTED-C2\",plan,no\n");

    MainRun run = run(List.of("--submissions", inbox.toString()));

    assertThat(run.exitCode()).as(run.err().toString()).isEqualTo(3);
    assertThat(run.err().get(0)).contains("refused: R/judgements.csv");
    assertNowhere(run, workspace());
  }

  @Test
  void nothing_planted_in_an_extract_is_in_lake_release_event_log_or_output() throws IOException {
    Path inbox = folder.resolve("inbox");
    new LandingFolder(inbox).file("long.csv", EXTRACT);

    MainRun run =
        run(List.of("--extract", inbox.resolve("long.csv").toString(), "--layout", "long"));

    assertThat(run.exitCode()).as(run.err().toString()).isEqualTo(3);
    assertNowhere(run, workspace());
  }

  @ParameterizedTest
  @ValueSource(strings = {"national", "dirty"})
  void no_case_id_or_inspector_id_of_the_samples_is_in_the_lake_or_the_release(String samples) {
    Whole whole = samples.equals("dirty") ? SampleRuns.dirty() : SampleRuns.national();
    assertThat(whole.submissions()).isDirectoryRecursivelyContaining(this::holdsIdentifiers);

    Stream.of(whole.lake(), whole.release())
        .flatMap(place -> Unpacked.texts(place).entrySet().stream())
        .forEach(entry -> assertNone(entry.getKey().toString(), readable(entry)));
    assertNone("standard output", String.join("\n", whole.run().out()));
    assertNone("standard error", String.join("\n", whole.run().err()));
  }

  private boolean holdsIdentifiers(Path file) {
    return file.toString().endsWith(".csv") && IDENTIFIER.matcher(PlainCsv.text(file)).find();
  }

  private static void assertNone(String where, String text) {
    assertThat(IDENTIFIER.matcher(text).results().limit(5).map(MatchResult::group))
        .as(where)
        .isEmpty();
  }

  /** Packed bytes may spell a few characters by chance; what they hold stands behind them. */
  private static String readable(Map.Entry<Path, String> entry) {
    String name = entry.getKey().toString();
    return name.matches(".*\\.(parquet|avro|gz|ods|zip)")
        ? entry.getValue().substring(name.length() + 1 + (int) entry.getKey().toFile().length())
        : entry.getValue();
  }
}
