package org.trustbench.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.support.LandingFolder;

/** Files of a submission that go by nearly the names that are read. */
class SentFileNamesTest {
  private static final String CASES = "case_id,stage,risk,town\nC1,late,low,Ely\n";
  private static final String JUDGEMENTS = "case_id,plan,pace,safe\nC1,yes,yes,1\n";

  @TempDir Path inbox;

  private LandingFolder sent() {
    return new LandingFolder(inbox).send("X", "X-1", "HILL", CASES, JUDGEMENTS);
  }

  private List<String> read() {
    return Sent.outcomes(inbox);
  }

  @ParameterizedTest
  @CsvSource({
    "judgements.csv, Judgements.csv, judgements.csv",
    "judgements.csv, judgements.CSV, judgements.csv",
    "judgements.csv, judgements.csv.GZ, judgements.csv",
    "judgements.csv, judgments.csv, judgements.csv",
    "judgements.csv, judgements.xlsx, judgements.csv",
    "cases.csv, cases.csv.zip, cases.csv",
    "cases.csv, case.csv, cases.csv",
    "cases.csv, cases.json, cases.jsonl",
    "inspection.json, Inspection.json, inspection.json",
    "inspection.json, inspections.json, inspection.json",
    "inspection.json, inspection.json.gz, inspection.json",
  })
  void a_near_name_is_refused_with_the_right_one(String right, String given, String told)
      throws IOException {
    sent();
    Files.move(inbox.resolve("X").resolve(right), inbox.resolve("X").resolve(given));
    assertThat(read())
        .singleElement()
        .asString()
        .startsWith("X: %s is no name that is read: send it as %s".formatted(given, told));
  }

  @Test
  void another_spelling_beside_the_right_name_is_refused_too() {
    sent().file("X/Judgements.csv", JUDGEMENTS);
    assertThat(read()).singleElement().asString().startsWith("X: Judgements.csv is no name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"notes.txt", ".cases.csv.swp", "~$judgements.xlsx", "cases.csv.bak"})
  void other_files_beside_the_right_ones_do_no_harm(String other) {
    sent().file("X/" + other, "x");
    assertThat(read()).containsExactly("X accepted");
  }

  @Test
  void a_name_that_a_terminal_would_obey_is_spelt_out() throws IOException {
    sent();
    Files.move(inbox.resolve("X"), inbox.resolve("X\u001b[31m\u202e\n\u009bY"));
    assertThat(Landing.submissions(inbox))
        .singleElement()
        .satisfies(
            submission -> {
              assertThat(submission.name()).isEqualTo("X<U+001B>[31m<U+202E><U+000A><U+009B>Y");
              assertThat(submission.files())
                  .allMatch(file -> file.name().startsWith(submission.name() + "/"));
            });
  }
}
