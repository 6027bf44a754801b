package org.trustbench.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.trustbench.support.LakeFolder;
import org.trustbench.support.PlainCsv;
import org.trustbench.support.PlainJson;
import org.trustbench.support.SampleRuns;
import org.trustbench.support.SampleRuns.Whole;
import org.trustbench.support.Samples;

/**
 * Every cell of every file is accounted for: what was read is counted again by other code, what was
 * accepted is counted in the lake, and the rest is in the published account.
 */
class AccountTest {
  private static final Path QUESTIONS =
      Samples.folder().resolveSibling("src/main/resources/frameworks/iaow-2013/questions.csv");

  @Test
  void every_cell_of_the_national_samples_is_accounted_for() {
    Whole whole = SampleRuns.national();

    assertThat(whole.table("coverage"))
        .extracting(row -> row.get("status"))
        .containsOnly("accepted");
    check(whole);
  }

  @Test
  void every_cell_of_the_dirty_samples_is_accounted_for() {
    check(SampleRuns.dirty());
  }

  private static void check(Whole whole) {
    Map<String, Long> stored = stored(whole);
    Map<String, Long> rejected =
        whole.table("rejects").stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.get("file"), Collectors.summingLong(row -> number(row, "cells"))));
    int judgementFiles = 0;
    for (Map<String, String> row : whole.table("coverage")) {
      String file = row.get("file");
      assertThat(number(row, "read"))
          .as(file)
          .isEqualTo(
              number(row, "accepted")
                  + number(row, "rejected")
                  + number(row, "collapsed")
                  + number(row, "out_of_scope"));
      assertThat(number(row, "accepted")).as(file).isEqualTo(stored.getOrDefault(file, 0L));
      if (row.get("status").equals("accepted")) {
        assertThat(number(row, "read"))
            .as(file)
            .isEqualTo(cells(whole.submissions().resolve(file)));
        assertThat(number(row, "rejected")).as(file).isEqualTo(rejected.getOrDefault(file, 0L));
        judgementFiles += number(row, "read") > 0 ? 1 : 0;
      }
    }
    assertThat(judgementFiles).isGreaterThanOrEqualTo(14);
    assertThat(whole.table("rejects").stream().mapToLong(row -> number(row, "cells")).sum())
        .isEqualTo(
            whole.table("coverage").stream().mapToLong(row -> number(row, "rejected")).sum());
  }

  @Test
  void no_file_that_was_sent_is_missing_from_the_account() throws Exception {
    for (Whole whole : List.of(SampleRuns.national(), SampleRuns.dirty())) {
      Set<String> sent;
      try (var files = Files.walk(whole.submissions())) {
        sent =
            files
                .filter(Files::isRegularFile)
                .map(file -> whole.submissions().relativize(file).toString())
                .collect(Collectors.toSet());
      }
      assertThat(whole.table("coverage").stream().map(row -> row.get("file")))
          .containsExactlyInAnyOrderElementsOf(sent);
    }
  }

  @Test
  void the_dirty_samples_come_to_what_is_expected_of_them() {
    Whole whole = SampleRuns.dirty();
    assertThat(whole.run().exitCode()).isEqualTo(3);
    for (Map<String, String> expected :
        PlainCsv.rows(Samples.folder().resolve("dirty-expected.csv"))) {
      String folder = expected.get("folder");
      Map<String, Long> byRule = new TreeMap<>();
      whole.table("rejects").stream()
          .filter(row -> row.get("file").equals(folder) || row.get("file").startsWith(folder + "/"))
          .forEach(row -> byRule.merge(row.get("rule"), number(row, "cells"), Long::sum));
      List<Map<String, String>> files =
          whole.table("coverage").stream()
              .filter(row -> row.get("file").startsWith(folder + "/"))
              .toList();
      assertThat(files).as(folder).isNotEmpty();
      assertThat(files.stream().map(row -> row.get("status")))
          .as(folder)
          .containsOnly(expected.get("outcome"));
      if (expected.get("outcome").equals("accepted")) {
        assertThat(
                byRule.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                    .collect(Collectors.joining(" ")))
            .as(folder)
            .isEqualTo(expected.get("rejected_cells_by_rule"));
        assertThat(files.stream().mapToLong(row -> number(row, "collapsed")).sum())
            .as(folder)
            .isEqualTo(number(expected, "collapsed_cells"));
      } else {
        assertThat(byRule).as(folder).containsKey(expected.get("rejected_cells_by_rule"));
        assertThat(
                whole.run().err().stream()
                    .filter(line -> line.startsWith("trustbench: refused: " + folder)))
            .as(folder)
            .hasSize(1);
      }
    }
  }

  @Test
  void no_case_id_is_in_any_published_table() throws Exception {
    Whole whole = SampleRuns.dirty();
    Set<Object> ids = new HashSet<>();
    LakeFolder.rows(whole.lake(), "iaow_2013", "cases").forEach(row -> ids.add(row.get("case_id")));
    assertThat(ids).hasSizeGreaterThan(25);
    List<String> published = new ArrayList<>();
    try (var files = Files.list(whole.release().resolve("tables"))) {
      for (Path file : files.toList()) {
        PlainCsv.rows(file).stream()
            .flatMap(row -> row.values().stream())
            .filter(ids::contains)
            .forEach(cell -> published.add(file.getFileName() + ": " + cell));
      }
    }
    assertThat(published).isEmpty();
    assertThat(whole.table("rejects"))
        .allSatisfy(
            row -> assertThat(row.get("reason")).doesNotContainPattern("\\b[CI][0-9]{4}\\b"));
  }

  private static long number(Map<String, String> row, String column) {
    return Long.parseLong(row.get(column));
  }

  /** Judgements in the lake by the file they came from. */
  private static Map<String, Long> stored(Whole whole) {
    return LakeFolder.current(whole.lake(), "iaow_2013", "judgements").stream()
        .collect(Collectors.groupingBy(row -> (String) row.get("file"), Collectors.counting()));
  }

  /** The cells of a file as the README defines them. */
  private static long cells(Path file) {
    String name = file.getFileName().toString().replace(".gz", "");
    String text = PlainCsv.text(file);
    if (name.equals("cases.jsonl")) {
      return text.lines().filter(line -> !line.isBlank()).mapToLong(AccountTest::cellsOfLine).sum();
    }
    if (!name.equals("judgements.csv")) {
      return 0;
    }
    List<List<String>> records = PlainCsv.records(text, PlainCsv.delimiter(text));
    List<String> header = records.get(0).stream().map(String::strip).toList();
    boolean isLong = header.contains("question_id");
    long wide =
        header.stream().filter(c -> !List.of("case_id", "inspector_id").contains(c)).count();
    return records.stream()
        .skip(1)
        .mapToLong(
            record -> (isLong ? 1 : wide) * (record.size() == header.size() ? 1 : linesOf(record)))
        .sum();
  }

  private static long linesOf(List<String> record) {
    return 1 + record.stream().flatMapToInt(String::chars).filter(c -> c == '\n').count();
  }

  /** Of a line that cannot be read, the questions of the kind of evidence that has most of them. */
  private static long cellsOfLine(String line) {
    try {
      return PlainJson.entries(PlainJson.get(PlainJson.read(line), "judgements")).size();
    } catch (IllegalArgumentException broken) {
      return PlainCsv.rows(QUESTIONS).stream()
          .collect(Collectors.groupingBy(row -> row.get("evidence"), Collectors.counting()))
          .values()
          .stream()
          .mapToLong(Long::longValue)
          .max()
          .orElseThrow();
    }
  }
}
