package org.trustbench.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.ingest.fill.ReadOutcome;
import org.trustbench.ingest.reject.Reject;
import org.trustbench.ingest.sent.Landing;
import org.trustbench.ingest.sent.Submission;
import org.trustbench.ingest.spread.SubmissionReader;
import org.trustbench.matrix.FileAccount;
import org.trustbench.support.Samples;

/**
 * Every dirty folder is read as {@code dirty-expected.csv} says. Folders that claim the same
 * inspection are only found out side by side, which is not the business of reading one.
 */
class DirtySamplesTest {
  private static final Codebook CODEBOOK = new Codebook(FrameworkReader.read("iaow-2013"));

  @TestFactory
  Stream<DynamicTest> a_dirty_folder_is_read_as_listed() throws IOException {
    Map<String, Submission> submissions =
        Landing.submissions(Samples.folder().resolve("dirty")).stream()
            .collect(Collectors.toMap(Submission::name, submission -> submission));
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(Samples.folder().resolve("dirty-expected.csv"))) {
      Map<String, NamedCsvRecord> expected =
          rows.stream().collect(Collectors.toMap(row -> row.getField("folder"), row -> row));
      assertThat(submissions.keySet()).isEqualTo(expected.keySet());
      return expected.values().stream()
          .filter(row -> !row.getField("rejected_cells_by_rule").equals("duplicate-inspection"))
          .map(
              row ->
                  DynamicTest.dynamicTest(
                      row.getField("folder"),
                      () -> check(row, submissions.get(row.getField("folder")))))
          .toList()
          .stream();
    }
  }

  private static void check(NamedCsvRecord expected, Submission submission) {
    ReadOutcome reading = new SubmissionReader(CODEBOOK, 0.05).read(submission).get(0).reading();
    String rules =
        reading.status() == ReadOutcome.Status.REFUSED
            ? reading.rule()
            : reading.rejects().stream()
                .collect(
                    Collectors.groupingBy(
                        Reject::rule, TreeMap::new, Collectors.summingLong(Reject::cells)))
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    assertThat(reading.status().name())
        .as(reading.reason())
        .isEqualToIgnoringCase(expected.getField("outcome"));
    assertThat(rules).isEqualTo(expected.getField("rejected_cells_by_rule"));
    if (reading.status() == ReadOutcome.Status.ACCEPTED) {
      assertThat(reading.files().stream().mapToLong(FileAccount::collapsed).sum())
          .isEqualTo(Long.parseLong(expected.getField("collapsed_cells")));
    }
  }
}
