package org.trustbench.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.feedback.InspectionProblems;
import org.trustbench.feedback.SubmissionCheck;
import org.trustbench.framework.Codebook;
import org.trustbench.ingest.fill.ReadOutcome;
import org.trustbench.ingest.fill.ReadOutcome.Filled;
import org.trustbench.ingest.fill.ReadOutcome.Status;
import org.trustbench.ingest.reject.Reject;
import org.trustbench.ingest.sent.ExtractSubmission;
import org.trustbench.ingest.sent.Landing;
import org.trustbench.ingest.sent.Submission;
import org.trustbench.ingest.spread.SubmissionReader;
import org.trustbench.ingest.workbook.OdsBytes;
import org.trustbench.ingest.workbook.XlsxBytes;
import org.trustbench.matrix.FileAccount;
import org.trustbench.support.LandingFolder;
import org.trustbench.support.PlainCsv;
import org.trustbench.support.TinyFramework;
import org.trustbench.tally.Tallier;
import org.trustbench.tally.Tally;

/** Small files as people send them: each comes to what the table says, by every route. */
class DirtyFilesTest {
  private static final Path DIRTY =
      Path.of(System.getProperty("project.root", "."), "src/test/resources/dirty");
  private static final String LONG = "\"question\": \"question_id\", \"answer\": \"answer\"";
  private static final String WIDE =
      "\"questions\": {\"plan\": \"plan\", \"pace\": \"pace\", \"marked\": \"marked\", \"safe\": \"safe\"}";

  @TempDir Path folder;
  private final Map<String, Codebook> forms = new HashMap<>();
  private int sent;

  /** What became of a file, whatever the route. */
  private record Came(String outcome, String cells, String rules) {}

  /** What came of it by one route, with the reasons and tallies. */
  private record ByRoute(String route, Came came, String reasons, List<Tally> tallies) {}

  @Test
  void every_file_comes_to_what_the_table_says_by_every_route_it_can_take() throws IOException {
    List<Map<String, String>> table = PlainCsv.rows(DIRTY.resolve("table.csv"));
    assertThat(table).hasSizeGreaterThanOrEqualTo(120);
    List<String> wrong = new ArrayList<>();
    int routes = 0;
    for (Map<String, String> row : table) {
      List<ByRoute> all = byRoutes(row);
      routes += all.size();
      Came expected = new Came(row.get("outcome"), row.get("cells"), row.get("rules"));
      for (ByRoute one : all) {
        if (!one.came.equals(expected) || !one.reasons.contains(row.get("says"))) {
          wrong.add("%s: %s, not %s".formatted(row.get("file"), one, expected));
        } else if (!one.tallies.equals(all.get(0).tallies)) {
          wrong.add("%s: tallies differ: %s, %s".formatted(row.get("file"), one, all.get(0)));
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(routes).isGreaterThan(3 * table.size());
  }

  @Test
  void every_file_is_in_the_table() throws IOException {
    List<String> named =
        PlainCsv.rows(DIRTY.resolve("table.csv")).stream().map(row -> row.get("file")).toList();
    try (var files = Files.list(DIRTY.resolve("files"))) {
      assertThat(files.map(path -> path.getFileName().toString())).hasSameElementsAs(named);
    }
  }

  private List<ByRoute> byRoutes(Map<String, String> row) throws IOException {
    byte[] bytes = Files.readAllBytes(DIRTY.resolve("files").resolve(row.get("file")));
    String routes = row.get("routes");
    Map<String, byte[]> formats = new LinkedHashMap<>();
    formats.put(".csv", bytes);
    if (routes.contains("G")) {
      formats.put(".csv.gz", LandingFolder.gzip(bytes));
    }
    if (routes.contains("W")) {
      formats.put(".xlsx", XlsxBytes.ofTexts(cells(bytes)));
      formats.put(".ods", OdsBytes.ofTexts(cells(bytes)));
    }
    List<ByRoute> all = new ArrayList<>();
    for (Map.Entry<String, byte[]> format : formats.entrySet()) {
      if (routes.contains("F")) {
        all.add(came("folder " + format.getKey(), row, inFolder(row, format)));
      }
      if (routes.contains("E")) {
        all.add(came("extract " + format.getKey(), row, asExtract(format)));
      }
    }
    return all;
  }

  private static List<List<String>> cells(byte[] csv) {
    List<List<String>> rows = new ArrayList<>();
    CsvReader.builder()
        .skipEmptyLines(false)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .ofCsvRecord(new String(csv, StandardCharsets.UTF_8))
        .forEach(record -> rows.add(record.getFields()));
    return rows;
  }

  private Submission inFolder(Map<String, String> row, Map.Entry<String, byte[]> format) {
    String name = row.get("sent_as");
    LandingFolder landing = new LandingFolder(folder.resolve("sent" + sent++));
    landing.file("X/inspection.json", LandingFolder.manifest("HILL-2014", "Hill School"));
    landing.file(
        "X/cases.csv",
        Arrays.stream(row.get("cases").split(" ", -1))
            .collect(Collectors.joining("\n", "case_id,evidence,stage,risk,town\n", "\n"))
            .replaceAll("(?m)^([^,\n]+)$", "$1,,,,"));
    landing.file(
        "X/" + (name.isEmpty() ? "judgements" + format.getKey() : name), format.getValue());
    return Landing.submissions(landing.path()).get(0);
  }

  private Submission asExtract(Map.Entry<String, byte[]> format) {
    LandingFolder landing = new LandingFolder(folder.resolve("sent" + sent++));
    String name = "national" + format.getKey();
    landing.file(name, format.getValue());
    return ExtractSubmission.of(List.of(landing.path().resolve(name)), "sent");
  }

  private Codebook codebook(Map<String, String> row) {
    String layout = row.get("layout");
    String shape = row.get("shape").equals("wide") ? WIDE : LONG;
    String entries = layout.contains("\"question\"") ? layout : shape + ", " + layout;
    String framework = row.get("framework");
    return forms.computeIfAbsent(
        entries + framework,
        key ->
            new Codebook(
                TinyFramework.read(
                    json ->
                        json.replaceFirst(
                                "\"answers\"", framework + comma(framework) + "\"answers\"")
                            .replaceFirst(
                                "\"layouts\": \\[",
                                "\"layouts\": [{\"id\": \"sent\", \"trust\": \"school\","
                                    + "\"case_key\": [\"case_id\"], \"inspection_id\":"
                                    + " \"{trust}-2014\", "
                                    + entries.replaceAll(", $", "")
                                    + "},"))));
  }

  private static String comma(String entries) {
    return entries.isEmpty() ? "" : ",";
  }

  private ByRoute came(String route, Map<String, String> row, Submission submission) {
    Codebook codebook = codebook(row);
    List<Filled> filled = new SubmissionReader(codebook, 1).read(submission);
    List<ReadOutcome> outcomes = filled.stream().map(Filled::reading).toList();
    checkAsIngested(codebook, submission, outcomes);
    Filled own =
        filled.stream().filter(one -> one.matrix() != null).findFirst().orElse(filled.get(0));
    boolean isTakenIn = own.reading().status() == Status.ACCEPTED;
    String reasons =
        outcomes.stream()
            .flatMap(one -> one.rejects().stream())
            .map(Reject::reason)
            .collect(Collectors.joining("; "));
    Came came =
        isTakenIn
            ? new Came("accepted", cellsOf(outcomes), rules(outcomes))
            : new Came("refused", "", own.reading().rule());
    return new ByRoute(
        route,
        came,
        reasons,
        isTakenIn ? new Tallier(codebook).tally("HILL-2014", own.matrix()) : List.of());
  }

  /** What is said before something is sent is what an ingest makes of it. */
  private static void checkAsIngested(
      Codebook codebook, Submission submission, List<ReadOutcome> outcomes) {
    List<InspectionProblems> said =
        new SubmissionCheck(codebook.framework(), 1).of(List.of(submission));
    assertThat(said.stream().flatMap(one -> one.rejects().stream()).sorted().toList())
        .isEqualTo(outcomes.stream().flatMap(one -> one.rejects().stream()).sorted().toList());
    assertThat(said.stream().allMatch(InspectionProblems::isTakenIn))
        .isEqualTo(outcomes.stream().allMatch(one -> one.reason().isEmpty()));
  }

  private static String cellsOf(List<ReadOutcome> outcomes) {
    long[] cells = new long[5];
    for (ReadOutcome outcome : outcomes) {
      for (FileAccount file : outcome.files()) {
        cells[0] += file.read();
        cells[1] += file.accepted();
        cells[2] += file.rejected();
        cells[3] += file.collapsed();
        cells[4] += file.outOfScope();
      }
    }
    return Arrays.stream(cells).mapToObj(Long::toString).collect(Collectors.joining(" "));
  }

  private static String rules(List<ReadOutcome> outcomes) {
    Map<String, Long> rules = new TreeMap<>();
    outcomes.stream()
        .flatMap(one -> one.rejects().stream())
        .filter(reject -> reject.cells() > 0)
        .forEach(reject -> rules.merge(reject.rule(), reject.cells(), Long::sum));
    return rules.entrySet().stream()
        .map(one -> one.getKey() + "=" + one.getValue())
        .collect(Collectors.joining(" "));
  }
}
